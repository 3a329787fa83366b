/* The outline of an HTML page: what gumbo gets to see of it.
 *
 * gumbo looks at every character of a page three times, keeps every script, and its time goes with
 * the square of the depth of nesting, of the number of attributes of a tag, and of unclosed <b>
 * or <font>. The outline has the tags that matter for finding an article, with the attributes
 * that matter, and one "~" for each run of text, which stays where it is in the
 * page. It is balanced: end tags that close nothing are gone, those that are missing are there,
 * as a browser would have it, but a link or bold face ends with the block around it; and at most
 * OUTLINE_DEPTH elements are open at a time (browsers stop at 512): deeper ones become an <hr>,
 * so that their texts stay apart. So gumbo's cost is linear in the size of the page.
 *
 * Left out: comments, scripts (but JSON-LD stands aside), styles, SVG, form controls, what a
 * browser shows instead of what it cannot. Some elements come under another name: custom ones
 * ("amp-sidebar") as <span> with their name before their classes, <form> and <dialog> as <div>
 * and <button> as <span> with the role of their name. <noframes> and <frameset> leave no trace but
 * their contents. Source of the rules: WHATWG HTML, 13.2.5 Tokenization and 13.2.6 Tree
 * construction. */
#ifndef RASSEGNA_HTML_OUTLINE_H
#define RASSEGNA_HTML_OUTLINE_H

#include <stdint.h>

#include "buf.h"

#define OUTLINE_MARK '~' /* stands for a run of text; no named entity stands for it */

enum {
	OUTLINE_DEPTH = 256,
	OUTLINE_TAGS = 3 << 19 /* after so many tags all text is one block: gumbo's memory */
};

struct html_run {
	size_t off;       /* of its mark in the markup */
	struct span text; /* in the page, without entities */
};

struct html_outline {
	struct buf markup;
	VEC(struct html_run) runs; /* in the order of their marks */
	VEC(struct span) json;     /* the texts of <script type="application/ld+json"> */
};

void html_outline(struct arena *arena, struct span page, struct html_outline *out);

#endif
