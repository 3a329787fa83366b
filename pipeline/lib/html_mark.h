/* What of a page cannot be the article: by element, by what hides it, by its names. */
#ifndef RASSEGNA_HTML_MARK_H
#define RASSEGNA_HTML_MARK_H

#include "html_tree.h"

/* How much is believed; when strict marking leaves no article, a page is marked again. */
enum html_marking {
	MARK_STRICT, /* names as well */
	MARK_SHOWN,  /* names as well, but long prose that is hidden stays: behind a paywall */
	MARK_TAGS,   /* elements, roles, and what is hidden */
	MARK_CODE    /* only what is no text */
};

/* Set class and rule of all nodes; those inside of one that is marked get the same. A name counts
 * only for what holds no great part of the page's prose, nor node `title` (0: none). */
void html_mark(struct html_tree *tree, enum html_marking marking, uint32_t title);

/* Is there long prose that is hidden? */
bool html_has_hidden_prose(const struct html_tree *tree);

#endif
