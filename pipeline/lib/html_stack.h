/* The elements of a page that are open, as a browser would have it: what a tag opens, closes, and
 * may not close. Source: WHATWG HTML, 13.2.6 Tree construction; where we differ: html_outline.h. */
#ifndef RASSEGNA_HTML_STACK_H
#define RASSEGNA_HTML_STACK_H

#include "html_writer.h"

enum element_kind {
	DROPPED, /* the tag goes, its contents stay */
	RAW,     /* its contents go, too */
	VOID,    /* no contents */
	BLOCK,   /* ends a paragraph */
	INLINE,
	HEADING,
	PARAGRAPH,
	ITEM,  /* ends the one before */
	TABLE, /* tags inside cannot close what stands outside */
	ROW,   /* <tr> and <tbody>, <thead>, <tfoot> */
	CELL,
	LINK,
	BOLDFACE
};

enum element_kind element_kind(GumboTag id);

struct open_element {
	unsigned char id, kind;
	bool shown;                   /* is its tag in the markup? */
	short paragraph, item, table; /* where such ones were open before it, or -1 */
};

struct html_stack {
	struct html_writer *writer; /* of the tags that are shown */
	struct open_element open[OUTLINE_DEPTH];
	int n;                         /* open elements */
	int paragraph, item, table;    /* the innermost that a tag could close, or -1 */
	int count[GUMBO_TAG_LAST + 1]; /* open elements by tag */
	size_t dropped;                /* start tags beyond the depth, not closed yet */
	int inlines;                   /* open elements of this kind */
};

void stack_init(struct html_stack *s, struct html_writer *writer);
void stack_open(struct html_stack *s, const struct html_tag *tag, bool shown);
void stack_pop(struct html_stack *s);
void stack_pop_to(struct html_stack *s, int n); /* elements stay open */

/* The innermost open element of this tag that an end tag could close, or -1. */
int stack_find(const struct html_stack *s, GumboTag id);

/* What the start of a block, or of an item, closes. */
void stack_close_paragraph(struct html_stack *s);
void stack_close_item(struct html_stack *s, GumboTag id);

/* The end of a link or of bold face: what was opened inside stays open. */
void stack_end_format(struct html_stack *s, GumboTag id);

#endif
