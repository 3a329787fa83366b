/* The tree of a page as one array in document order, so that every pass over it is a loop: what
 * an element contains are the nodes behind it up to its end, and sums over subtrees are one loop
 * from the back. Made by gumbo (an HTML5 parser) from the page's outline; see html_outline.h. */
#ifndef RASSEGNA_HTML_TREE_H
#define RASSEGNA_HTML_TREE_H

#include <gumbo.h>

#include "html_outline.h"

/* Why a node and all inside it is no part of the article. */
enum html_class {
	HTML_KEPT,
	HTML_CODE, /* no text: head, button, ... */
	HTML_HIDDEN,
	HTML_NAV,
	HTML_HEADER,
	HTML_FOOTER,
	HTML_SIDEBAR,
	HTML_RELATED,
	HTML_COOKIE,
	HTML_COMMENTS,
	HTML_SHARE,
	HTML_ADS,
	HTML_NEWSLETTER,
	HTML_PAYWALL,
	HTML_FORM,
	HTML_AUTHOR,
	HTML_DATE,
	HTML_TAGS,
	HTML_GALLERY,
	HTML_DIALOG,
	HTML_LINKS,
	HTML_SHORT,
	HTML_TITLE,
	HTML_OUTSIDE, /* none of these, but not where the article is */
	HTML_CLASSES
};

const char *html_class_name(enum html_class class);

struct html_node {
	const GumboNode *gumbo;
	GumboTag tag;         /* GUMBO_TAG_LAST: text; GUMBO_TAG_HTML: the root, node 0 */
	uint32_t parent, end; /* its descendants are the nodes from the next one to before end */
	uint32_t run;         /* of a text: its first run in the outline */
	uint32_t hints; /* of an element: what class, id, role and the like say; html_hints.h */
	uint32_t chars; /* bytes of text inside, blanks too, */
	uint32_t link_chars; /* of them in links, */
	uint32_t prose;      /* and of them in longer texts outside of links */
	bool in_link;        /* is it a link, or in one? */
	bool hidden, fixed;  /* by attribute or style: not shown; laid over the page */
	bool by_element;     /* do hints come from its tag or role, not from its names? */
	unsigned char class; /* enum html_class */
	const char *rule;    /* what says so */
};

struct html_tree {
	struct arena *arena;
	struct span page;
	struct html_outline outline;
	VEC(struct html_node) nodes;
};

/* 0, ERR_SIZE (a page of more than 500 MB), or ERR_HTML: gumbo gave up, after a word on stderr.
 * Not for threads: it catches SIGABRT meanwhile. */
int html_tree_parse(struct arena *arena, struct span page, struct html_tree *tree);

struct span html_attribute(const struct html_node *node, const char *name); /* or empty */
bool html_has_attribute(const struct html_node *node, const char *name);
bool html_is_text(const struct html_node *node);

/* Append a text node's text, entities resolved, or all the text inside an element. */
void html_put_text(const struct html_tree *tree, const struct html_node *text, struct buf *out);
struct span html_text(const struct html_tree *tree, uint32_t node); /* squeezed */

/* Where in the page a text node's text begins; NULL if it is an entity. */
const char *html_place(const struct html_tree *tree, const struct html_node *text);

#endif
