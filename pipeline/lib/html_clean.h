/* What stands inside the article but is no part of it: boxes of links, "Leggi anche", cards that
 * lead to other articles, comments, the line with author and date; and what stands outside but
 * belongs to it: the standfirst. Works on the blocks of html_segment: those that stay are of class
 * HTML_KEPT. After Readability's "cleanConditionally", with headings of Italian pages. */
#ifndef RASSEGNA_HTML_CLEAN_H
#define RASSEGNA_HTML_CLEAN_H

#include "html_meta.h"
#include "html_score.h"

/* What the lines above the text say; empty where none does. */
struct html_lines {
	struct span title; /* only where <title> alone has one */
	struct span standfirst, date, author;
	struct span other_date; /* of any line above the text, or of the last ones */
};

void html_clean(const struct html_tree *tree, const struct html_sums *sums,
		const struct html_roots *roots, const struct html_meta *meta,
		struct html_text *text, struct html_lines *lines);

#endif
