/* A page's text as blocks: what stands between the borders of block elements, or between two
 * <br>; a row of a table of figures is one block, its cells parted by " | ". */
#ifndef RASSEGNA_HTML_SEGMENT_H
#define RASSEGNA_HTML_SEGMENT_H

#include "html_tree.h"

struct html_block {
	struct span text; /* blanks squeezed, none at the ends */
	struct span type; /* heading, paragraph, item, quote, caption */
	uint32_t node;    /* the block element it stands in */
	uint32_t first;   /* its first text node: the blocks' are ascending */
	uint32_t link_chars, bold_chars;
	size_t off;          /* of its text, while it may move */
	bool is_prose;       /* running text; html_judge says so */
	bool is_small_print; /* of cookies or rights */
	unsigned char class; /* enum html_class: of its nodes, later of its own */
	const char *rule;
};

struct html_text {
	VEC(struct html_block) blocks; /* in the order of the page */
	struct buf bytes;
};

/* Of all nodes; those that html_mark has marked make blocks of their own if `all`, else none. */
void html_segment(const struct html_tree *tree, bool all, struct html_text *text);

/* For each node: is it a table of figures, not of layout? */
bool *html_data_tables(const struct html_tree *tree);

#endif
