/* What the names that authors of pages give to its parts say: class, id, role, itemprop.
 *
 * A class or id is cut into words ("article__related-box", "boxCorrelati") that a table knows, the
 * English and Italian ones of newspapers' and blogs' pages. Furniture goes before text: an
 * "article-comments" is no article; but a class that is surely the text's ("entry-content") goes
 * before other classes of the same element. After the "unlikely candidates" and class weights of
 * Mozilla's Readability, with other words. */
#ifndef RASSEGNA_HTML_HINTS_H
#define RASSEGNA_HTML_HINTS_H

#include "html_tree.h"

/* A set: 1 << enum html_class for furniture, and these. */
enum {
	HINT_TITLE = 1 << 25,
	HINT_ARTICLE = 1 << 26, /* article, post, story, text, content, ... */
	HINT_BODY = 1 << 27,    /* surely the text of the article: "entry-content" */
	HINT_STANDFIRST = 1 << 28,
	HINT_CAPTION = 1 << 29,
	HINT_FURNITURE = (1 << HTML_CLASSES) - 2
};

/* Fill in the hints of all nodes. */
void html_hints(struct html_tree *tree);

/* What one class or id says; for tests. */
uint32_t html_hint_of(struct span name);

#endif
