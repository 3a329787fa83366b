/* The text blocks of an HTML page, through gumbo's tree (an HTML5 parser).
 *
 * The text of the longest <article>, else of <main>, else of <body>; without what is no text
 * (script, nav, aside, form, footer, ...; roles of dialogs and menus; what is hidden, or called
 * comments, sharing, cookies and the like by its class or id) and without
 * blocks that are mostly links. Title, date and author from <h1> and <meta>. */
#ifndef RASSEGNA_HTML_H
#define RASSEGNA_HTML_H

#include "article.h"

/* Does it look like HTML: a doctype, or one of the tags that begin a page? */
bool html_sniff(struct span head);

/* The tree stands in the arena. 0, ERR_SIZE, or ERR_HTML: gumbo gave up, after a word on stderr.
 * Not for threads: it catches SIGABRT meanwhile. */
int html_blocks(struct arena *arena, struct span page, struct article *article);

#endif
