/* Boxes that their contents give away, whatever they are called: rows of cards that lead to other
 * articles, threads of comments, further articles below the first. Found before the article is
 * looked for, so that they do not speak for their container. */
#ifndef RASSEGNA_HTML_BOXES_H
#define RASSEGNA_HTML_BOXES_H

#include "html_score.h"

/* Classes and rules of the blocks in such boxes are set; the sums are of before. */
void html_boxes(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
		struct html_text *text);

/* A link to another article, with its title and maybe a few lines: the element is small, and one
 * of its first blocks is mostly a link. */
bool html_is_card(const struct html_tree *tree, const struct html_sums *sums,
		  const struct html_text *text, uint32_t node);

/* Set class and rule of an element's blocks that are kept so far. */
void html_drop(const struct html_tree *tree, const struct html_sums *sums, uint32_t node,
	       enum html_class class, const char *rule, struct html_text *text);

#endif
