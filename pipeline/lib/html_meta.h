/* What a page says about its article: JSON-LD (NewsArticle and its kin), <meta> of Open Graph,
 * Dublin Core and others, microdata, and what stands where readers see it. */
#ifndef RASSEGNA_HTML_META_H
#define RASSEGNA_HTML_META_H

#include "html_tree.h"

/* All squeezed; empty if the page does not say it. */
struct html_meta {
	struct span title;                  /* without the paper's name */
	struct span date;                   /* ISO 8601 */
	struct span author;                 /* several parted by ", " */
	struct span desk;                   /* stated as author, but it is the paper */
	struct span seen_date, seen_author; /* not stated: what elements anywhere are called */
	struct span description; /* of <meta> or JSON-LD: a standfirst, or how the text begins */
	struct span url;         /* canonical */
	struct span body;        /* JSON-LD's articleBody */
	uint32_t title_node;     /* the heading that is the title, or 0 */
	bool title_is_guess;     /* only <title> says so: in old pages it is the paper\'s name */
};

void html_meta(struct html_tree *tree, struct html_meta *meta);

/* The article among the objects of JSON-LD; the one with the longest text. Scripts that are no
 * JSON are passed over. */
struct html_ld {
	struct span title, date, author, desk, description, site, body; /* desk: see html_meta */
};
void html_ld(struct arena *arena, size_t n, const struct span scripts[], struct html_ld *ld);

/* The name in "di Anna Neri - 11 giugno", or empty. */
struct span html_byline(struct span text);
/* The name that a text begins with, two to five capitalised words, or empty. */
struct span html_leading_name(struct span text);

/* A title without the name of the paper before or behind it: "Il voto - La Gazzetta". */
struct span html_bare_title(struct span title, struct span site);

#endif
