/* Where in a page its article stands: the element, or the siblings, that the paragraphs speak for.
 *
 * After Mozilla's Readability ("grabArticle"), from its published description: a paragraph gives
 * points for its length and commas to its parent, half as many to its grandparent, and fewer to
 * the next three; elements begin with points for their tag and names; link density takes points
 * away; siblings join the best element when they score well enough or are prose. Unlike it, blocks
 * are counted and not <p>, so that pages of <font> and <br> are read alike; the article is looked
 * for upwards as long as what comes in is prose; and an element that is called the article's
 * text, with most of what was found inside, is taken instead of what is around it. */
#ifndef RASSEGNA_HTML_SCORE_H
#define RASSEGNA_HTML_SCORE_H

#include "html_segment.h"

/* Of an element, from its blocks that are not marked. */
struct html_sums {
	uint32_t chars, link_chars;
	uint32_t prose; /* of blocks that are running text */
	uint32_t first; /* its first block; UINT32_MAX if it has none */
};

struct html_roots {
	VEC(uint32_t) v; /* siblings, ascending; the whole page if nothing is better */
	bool found;      /* did paragraphs speak for them? */
};

/* Which blocks are running text: a line or more, or a sentence, not in links? */
void html_judge(struct html_text *text);
struct html_sums *html_sums(const struct html_tree *tree, const struct html_text *text);
double html_link_density(const struct html_sums *sums);

/* title: the heading that is the title, or 0: what stands before it counts less. */
void html_score(const struct html_tree *tree, const struct html_text *text,
		const struct html_sums *sums, uint32_t title, struct html_roots *roots);

#endif
