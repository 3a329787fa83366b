#include "html_stack.h"

enum {
	DEEP = OUTLINE_DEPTH - 16 /* from here on only for what holds text: p, li, td, a, b */
};

static const unsigned char kinds[GUMBO_TAG_LAST + 1] = {
	[GUMBO_TAG_TITLE] = RAW,        [GUMBO_TAG_SCRIPT] = RAW,       [GUMBO_TAG_STYLE] = RAW,
	[GUMBO_TAG_NOSCRIPT] = RAW,     [GUMBO_TAG_TEMPLATE] = RAW,     [GUMBO_TAG_TEXTAREA] = RAW,
	[GUMBO_TAG_IFRAME] = RAW,       [GUMBO_TAG_NOEMBED] = RAW,      [GUMBO_TAG_SELECT] = RAW,
	[GUMBO_TAG_SVG] = RAW,          [GUMBO_TAG_VIDEO] = RAW,        [GUMBO_TAG_AUDIO] = RAW,
	[GUMBO_TAG_CANVAS] = RAW,       [GUMBO_TAG_DATALIST] = RAW,     [GUMBO_TAG_META] = VOID,
	[GUMBO_TAG_LINK] = VOID,        [GUMBO_TAG_BR] = VOID,          [GUMBO_TAG_HR] = VOID,
	[GUMBO_TAG_ARTICLE] = BLOCK,    [GUMBO_TAG_SECTION] = BLOCK,    [GUMBO_TAG_NAV] = BLOCK,
	[GUMBO_TAG_ASIDE] = BLOCK,      [GUMBO_TAG_HGROUP] = BLOCK,     [GUMBO_TAG_HEADER] = BLOCK,
	[GUMBO_TAG_FOOTER] = BLOCK,     [GUMBO_TAG_ADDRESS] = BLOCK,    [GUMBO_TAG_PRE] = BLOCK,
	[GUMBO_TAG_BLOCKQUOTE] = BLOCK, [GUMBO_TAG_OL] = BLOCK,         [GUMBO_TAG_UL] = BLOCK,
	[GUMBO_TAG_DL] = BLOCK,         [GUMBO_TAG_DIR] = BLOCK,        [GUMBO_TAG_MENU] = BLOCK,
	[GUMBO_TAG_FIGURE] = BLOCK,     [GUMBO_TAG_FIGCAPTION] = BLOCK, [GUMBO_TAG_MAIN] = BLOCK,
	[GUMBO_TAG_DIV] = BLOCK,        [GUMBO_TAG_CENTER] = BLOCK,     [GUMBO_TAG_DETAILS] = BLOCK,
	[GUMBO_TAG_SUMMARY] = BLOCK,    [GUMBO_TAG_FIELDSET] = BLOCK,   [GUMBO_TAG_FORM] = BLOCK,
	[GUMBO_TAG_LISTING] = BLOCK,    [GUMBO_TAG_H1] = HEADING,       [GUMBO_TAG_H2] = HEADING,
	[GUMBO_TAG_H3] = HEADING,       [GUMBO_TAG_H4] = HEADING,       [GUMBO_TAG_H5] = HEADING,
	[GUMBO_TAG_H6] = HEADING,       [GUMBO_TAG_P] = PARAGRAPH,      [GUMBO_TAG_LI] = ITEM,
	[GUMBO_TAG_DT] = ITEM,          [GUMBO_TAG_DD] = ITEM,          [GUMBO_TAG_TABLE] = TABLE,
	[GUMBO_TAG_TR] = ROW,           [GUMBO_TAG_TBODY] = ROW,        [GUMBO_TAG_THEAD] = ROW,
	[GUMBO_TAG_TFOOT] = ROW,        [GUMBO_TAG_TD] = CELL,          [GUMBO_TAG_TH] = CELL,
	[GUMBO_TAG_CAPTION] = CELL,     [GUMBO_TAG_A] = LINK,           [GUMBO_TAG_B] = BOLDFACE,
	[GUMBO_TAG_STRONG] = BOLDFACE,  [GUMBO_TAG_SPAN] = INLINE,      [GUMBO_TAG_FONT] = INLINE,
	[GUMBO_TAG_EM] = INLINE,        [GUMBO_TAG_I] = INLINE,         [GUMBO_TAG_SMALL] = INLINE,
	[GUMBO_TAG_TIME] = INLINE,      [GUMBO_TAG_BUTTON] = INLINE,    [GUMBO_TAG_LABEL] = INLINE,
	[GUMBO_TAG_CITE] = INLINE,      [GUMBO_TAG_UNKNOWN] = INLINE,
};

enum element_kind
element_kind(GumboTag id)
{
	return kinds[id];
}

void
stack_init(struct html_stack *s, struct html_writer *writer)
{
	*s = (struct html_stack){ .writer = writer, .paragraph = -1, .item = -1, .table = -1 };
}

void
stack_pop(struct html_stack *s)
{
	const struct open_element *e = &s->open[--s->n];

	if (e->shown)
		html_write_end(s->writer, e->id);
	if (e->id != 0)
		s->count[e->id]--;
	s->inlines -= e->kind == INLINE;
	s->paragraph = e->paragraph;
	s->item = e->item;
	s->table = e->table;
}

void
stack_pop_to(struct html_stack *s, int n)
{
	while (s->n > n)
		stack_pop(s);
}

/* Special elements bar the way to a list item outside, except these: 13.2.6.4.7, "li". */
static bool
bars_item(enum element_kind kind, GumboTag id)
{
	return (kind == BLOCK && id != GUMBO_TAG_DIV && id != GUMBO_TAG_ADDRESS) ||
	       kind == HEADING || kind == TABLE || kind == CELL;
}

static void
push(struct html_stack *s, const struct html_tag *tag, bool shown)
{
	enum element_kind kind = kinds[tag->id];
	int here = s->n;

	s->open[s->n++] =
	    (struct open_element){ (unsigned char)tag->id, kind,           shown,
				   (short)s->paragraph,    (short)s->item, (short)s->table };
	s->count[tag->id]++;
	s->inlines += kind == INLINE;
	if (kind == PARAGRAPH)
		s->paragraph = here;
	else if (kind == TABLE || kind == CELL)
		s->paragraph = -1;
	if (kind == ITEM)
		s->item = here;
	else if (bars_item(kind, tag->id))
		s->item = -1;
	if (kind == TABLE)
		s->table = here;
	if (shown)
		html_write_start(s->writer, tag);
}

void
stack_open(struct html_stack *s, const struct html_tag *tag, bool shown)
{
	enum element_kind kind = kinds[tag->id];
	bool container = kind == BLOCK || kind == TABLE || kind == INLINE;

	if (s->n < (container ? DEEP : OUTLINE_DEPTH)) {
		push(s, tag, shown);
		return;
	}
	s->dropped++;
	if (kind != INLINE && kind != LINK && kind != BOLDFACE)
		html_write_rule(s->writer);
}

void
stack_close_paragraph(struct html_stack *s)
{
	if (s->paragraph >= 0)
		stack_pop_to(s, s->paragraph);
}

static bool
same_item(GumboTag a, GumboTag b)
{
	return (a == GUMBO_TAG_LI) == (b == GUMBO_TAG_LI);
}

void
stack_close_item(struct html_stack *s, GumboTag id)
{
	if (s->item >= 0 && same_item(s->open[s->item].id, id))
		stack_pop_to(s, s->item);
}

int
stack_find(const struct html_stack *s, GumboTag id)
{
	enum element_kind kind = kinds[id];

	if (s->count[id] == 0 && kind != HEADING)
		return -1;
	for (int i = s->n - 1; i >= 0; i--) {
		enum element_kind k = s->open[i].kind;

		if (kind == HEADING ? k == HEADING : s->open[i].id == id)
			return i;
		if (k == TABLE || k == CELL)
			return -1;
		if (kind == INLINE && k != INLINE && k != LINK && k != BOLDFACE && k != DROPPED)
			return -1;
	}
	return -1;
}

void
stack_end_format(struct html_stack *s, GumboTag id)
{
	int i = stack_find(s, id);

	if (i < 0)
		return;
	if (i == s->n - 1) {
		stack_pop(s);
		return;
	}
	html_write_end(s->writer, id);
	s->count[id]--;
	s->open[i].id = 0;
	s->open[i].kind = DROPPED;
	s->open[i].shown = false;
}
