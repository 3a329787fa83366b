#include "html_segment.h"

#include <string.h>

#include "html_hints.h"

enum {
	HEADING_LINE = 100, /* bytes: a line in bold face up to so long is a heading */
	CELL_MOST = 200,    /* bytes in a cell of figures */
	INDENT = 3          /* no-break spaces that begin a paragraph of the nineties */
};

struct segmenter {
	const struct html_tree *tree;
	struct html_text *out;
	struct buf scratch;
	struct html_block block; /* the one at hand */
	struct html_block line;  /* what the block had before its last line */
	size_t line_from;        /* where that begins; 0: the block has no other */
	size_t from;             /* where its text begins in out->bytes */
	const bool *is_data;
	VEC(uint32_t) open; /* the elements that the walk is inside of */
	VEC(struct span) types;
	size_t bold, pre, row; /* of these, too: bold face, <pre>, rows of figures */
	bool after_br, after_cell;
};

/* --- blocks --- */

static struct span
trim(struct span a)
{
	size_t n;

	do {
		n = a.n;
		a = span_trim(a);
		if (span_starts(a, SPAN("\u00A0")))
			a = span_from(a, 2);
		if (span_ends(a, SPAN("\u00A0")))
			a.n -= 2;
	} while (a.n < n);
	return a;
}

static struct span
current_type(const struct segmenter *s)
{
	return s->types.n > 0 ? s->types.v[s->types.n - 1] : SPAN("paragraph");
}

/* "<p><b>Il voto</b></p>" is a heading, too. */
static bool
is_bold_heading(const struct html_block *block)
{
	return block->bold_chars > 2 && block->bold_chars + 2 >= block->text.n &&
	       block->text.n <= HEADING_LINE && block->link_chars == 0 &&
	       span_eq(block->type, SPAN("paragraph")) &&
	       strchr(".;,:", block->text.s[block->text.n - 1]) == NULL;
}

static struct html_block
new_block(void)
{
	return (struct html_block){ .first = UINT32_MAX };
}

static void
end_block(struct segmenter *s)
{
	struct buf *bytes = &s->out->bytes;
	struct span text = trim(span_from(buf_span(bytes), s->from));

	if (s->block.first != UINT32_MAX && text.n > 0) {
		s->block.text = text;
		if (is_bold_heading(&s->block))
			s->block.type = SPAN("heading");
		s->block.off = (size_t)(text.s - bytes->s);
		s->block.text.s = NULL; /* bytes may move: see settle_texts */
		*PUSH(s->tree->arena, &s->out->blocks) = s->block;
	}
	s->from = s->line_from = bytes->n;
	s->block = s->line = new_block();
	s->after_br = s->after_cell = false;
}

static bool
is_empty(const struct segmenter *s)
{
	return s->block.first == UINT32_MAX;
}

/* Is the line since the last <br> all in bold face: a heading? */
static bool
is_bold_line(const struct segmenter *s)
{
	size_t n = s->out->bytes.n - s->line_from;
	uint32_t bold = s->block.bold_chars - s->line.bold_chars;

	return s->row == 0 && bold > 2 && bold + 2 >= n && n <= HEADING_LINE &&
	       s->block.link_chars == s->line.link_chars;
}

/* The lines before the last one are a block; the last one begins the next. */
static void
end_before_line(struct segmenter *s)
{
	struct buf *bytes = &s->out->bytes;
	struct html_block rest = s->block;
	size_t n = bytes->n, from = s->line_from;

	rest.bold_chars -= s->line.bold_chars;
	rest.link_chars -= s->line.link_chars;
	s->block = s->line;
	bytes->n = from;
	end_block(s);
	bytes->n = n;
	s->from = s->line_from = from;
	s->block = rest;
}

static void
line_break(struct segmenter *s)
{
	bool title = is_bold_line(s);

	if (title && s->line.first != UINT32_MAX)
		end_before_line(s);
	if ((s->after_br || title) && s->row == 0)
		end_block(s);
	else
		buf_putc(&s->out->bytes, ' ');
	s->line = s->block;
	s->line_from = s->out->bytes.n;
	s->after_br = true;
}

/* --- text --- */

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Blanks squeezed. */
static void
put_squeezed(struct buf *out, struct span text)
{
	while (text.n > 0) {
		size_t n = 0;

		while (n < text.n && !is_blank(text.s[n]))
			n++;
		buf_put(out, (struct span){ text.s, n });
		if (n == text.n)
			return;
		if (out->n > 0 && out->s[out->n - 1] != ' ')
			buf_putc(out, ' ');
		while (n < text.n && is_blank(text.s[n]))
			n++;
		text = span_from(text, n);
	}
}

static uint32_t
block_element(const struct segmenter *s)
{
	return s->open.n > 0 ? s->open.v[s->open.n - 1] : 0;
}

static void
begin_block(struct segmenter *s, uint32_t node)
{
	s->block.first = node;
	s->block.node = block_element(s);
	s->block.type = s->row > 0 ? SPAN("item") : current_type(s);
	s->block.class = s->tree->nodes.v[node].class;
	s->block.rule = s->tree->nodes.v[node].rule;
}

static size_t
indent(struct span text)
{
	size_t n = 0;

	for (; text.n > 0; text = span_from(text, 1)) {
		if (span_starts(text, SPAN("\u00A0"))) {
			text = span_from(text, 1);
			n++;
		} else if (!is_blank(text.s[0]))
			break;
	}
	return n;
}

static void
add_piece(struct segmenter *s, uint32_t node, struct span text)
{
	size_t before;

	if (trim(text).n == 0) {
		put_squeezed(&s->out->bytes, SPAN(" "));
		return;
	}
	if (s->after_br && indent(text) >= INDENT && s->row == 0)
		end_block(s);
	if (s->after_cell && !is_empty(s))
		buf_put(&s->out->bytes, SPAN("| "));
	if (is_empty(s))
		begin_block(s, node);
	before = s->out->bytes.n;
	put_squeezed(&s->out->bytes, text);
	if (s->tree->nodes.v[node].in_link)
		s->block.link_chars += (uint32_t)(s->out->bytes.n - before);
	if (s->bold > 0)
		s->block.bold_chars += (uint32_t)(s->out->bytes.n - before);
	s->after_br = s->after_cell = false;
}

static void
add_text(struct segmenter *s, uint32_t node)
{
	struct span rest, line;

	s->scratch.n = 0;
	html_put_text(s->tree, &s->tree->nodes.v[node], &s->scratch);
	rest = buf_span(&s->scratch);
	if (s->pre == 0) {
		add_piece(s, node, rest);
		return;
	}
	while (span_cut(&rest, '\n', &line)) {
		if (span_trim(line).n > 0)
			add_piece(s, node, line);
		if (rest.s != NULL)
			line_break(s);
	}
}

/* --- elements --- */

static bool
is_inline(GumboTag tag)
{
	return tag == GUMBO_TAG_A || tag == GUMBO_TAG_B || tag == GUMBO_TAG_SPAN ||
	       tag == GUMBO_TAG_TIME || tag == GUMBO_TAG_LAST || tag == GUMBO_TAG_BR;
}

static struct span
type_of(const struct html_node *node)
{
	switch (node->tag) {
	case GUMBO_TAG_H1:
	case GUMBO_TAG_H2:
	case GUMBO_TAG_H3:
	case GUMBO_TAG_H4:
	case GUMBO_TAG_H5:
	case GUMBO_TAG_H6:
		return SPAN("heading");
	case GUMBO_TAG_LI:
	case GUMBO_TAG_DD:
	case GUMBO_TAG_DT:
		return SPAN("item");
	case GUMBO_TAG_BLOCKQUOTE:
		return SPAN("quote");
	case GUMBO_TAG_FIGCAPTION:
	case GUMBO_TAG_CAPTION:
		return SPAN("caption");
	default:
		return (node->hints & HINT_CAPTION) != 0 && !is_inline(node->tag) ? SPAN("caption")
										  : SPAN("");
	}
}

static void
enter(struct segmenter *s, uint32_t i)
{
	const struct html_node *node = &s->tree->nodes.v[i];
	struct span type = type_of(node).n > 0 ? type_of(node) : current_type(s);

	if (node->tag == GUMBO_TAG_BR) {
		line_break(s);
		return;
	}
	s->bold += node->tag == GUMBO_TAG_B;
	s->pre += node->tag == GUMBO_TAG_PRE;
	if (is_inline(node->tag))
		return;
	if (s->row > 0)
		put_squeezed(&s->out->bytes, SPAN(" "));
	else
		end_block(s);
	if (s->row > 0 && (node->tag == GUMBO_TAG_TD || node->tag == GUMBO_TAG_TH))
		s->after_cell = true;
	s->row += node->tag == GUMBO_TAG_TR && s->is_data[i];
	*PUSH(s->tree->arena, &s->open) = i;
	*PUSH(s->tree->arena, &s->types) = type;
}

static void
leave(struct segmenter *s, uint32_t i)
{
	const struct html_node *node = &s->tree->nodes.v[i];

	s->bold -= node->tag == GUMBO_TAG_B;
	s->pre -= node->tag == GUMBO_TAG_PRE;
	if (is_inline(node->tag))
		return;
	s->row -= node->tag == GUMBO_TAG_TR && s->is_data[i];
	if (s->row == 0)
		end_block(s);
	else
		put_squeezed(&s->out->bytes, SPAN(" "));
	s->open.n--;
	s->types.n--;
}

/* A part of a paragraph that is marked stands before the paragraph, as a block of its own. */
static void
add_marked(struct segmenter *s, uint32_t i)
{
	struct html_block block = new_block();

	block.first = i;
	block.node = block_element(s);
	block.type = SPAN("paragraph");
	block.class = s->tree->nodes.v[i].class;
	block.rule = s->tree->nodes.v[i].rule;
	block.text = html_text(s->tree, i);
	if (block.text.n > 0)
		*PUSH(s->tree->arena, &s->out->blocks) = block;
}

/* --- tables --- */

struct table_sums {
	uint32_t rows, cells, chars, link_chars, longest, nested;
};

static void
sum_table(const struct html_node *node, struct table_sums *t)
{
	t->rows += node->tag == GUMBO_TAG_TR;
	if (node->tag != GUMBO_TAG_TD && node->tag != GUMBO_TAG_TH)
		return;
	t->cells++;
	t->chars += node->chars;
	t->link_chars += node->link_chars;
	if (node->chars > t->longest)
		t->longest = node->chars;
}

static bool
is_figures(const struct table_sums *t)
{
	return t->nested == 0 && t->rows > 0 && t->cells >= 2 * t->rows &&
	       t->longest <= CELL_MOST && 2 * t->link_chars < t->chars &&
	       t->chars <= CELL_MOST / 2 * t->cells;
}

bool *
html_data_tables(const struct html_tree *tree)
{
	size_t n = tree->nodes.n;
	struct table_sums *sums = ARENA_NEW(tree->arena, struct table_sums, n);
	uint32_t *table = ARENA_NEW(tree->arena, uint32_t, n); /* the one that it stands in, or 0 */
	bool *is_data = ARENA_NEW(tree->arena, bool, n);

	for (uint32_t i = 1; i < n; i++) {
		const struct html_node *node = &tree->nodes.v[i];

		table[i] = table[node->parent];
		sum_table(node, &sums[table[i]]);
		if (node->tag == GUMBO_TAG_TABLE) {
			sums[table[i]].nested++;
			table[i] = i;
		}
	}
	for (uint32_t i = 1; i < n; i++)
		is_data[i] = table[i] != 0 && is_figures(&sums[table[i]]);
	return is_data;
}

/* --- the walk --- */

static void
leave_until(struct segmenter *s, uint32_t *node, uint32_t next)
{
	while (*node != 0 && s->tree->nodes.v[*node].end <= next) {
		leave(s, *node);
		*node = s->tree->nodes.v[*node].parent;
	}
}

/* The first node behind a marked one; 0: it is to be walked into. */
static uint32_t
skip_marked(struct segmenter *s, uint32_t i, bool all)
{
	const struct html_node *node = &s->tree->nodes.v[i];
	bool inline_part = is_inline(node->tag);

	if (node->class == HTML_KEPT || s->tree->nodes.v[node->parent].class != HTML_KEPT)
		return 0;
	if (!inline_part && s->row == 0)
		end_block(s);
	if (all && !inline_part && s->row == 0)
		return 0;
	if (all)
		add_marked(s, i);
	return node->end;
}

static void
settle_texts(struct html_text *text)
{
	for (size_t i = 0; i < text->blocks.n; i++)
		if (text->blocks.v[i].text.s == NULL)
			text->blocks.v[i].text.s = text->bytes.s + text->blocks.v[i].off;
}

void
html_segment(const struct html_tree *tree, bool all, struct html_text *text)
{
	struct segmenter s = { .tree = tree,
			       .out = text,
			       .scratch = { .arena = tree->arena },
			       .block = new_block(),
			       .is_data = html_data_tables(tree) };
	uint32_t inside = 0, after;

	*text = (struct html_text){ .bytes = { .arena = tree->arena } };
	for (uint32_t i = 1; i < tree->nodes.n;) {
		leave_until(&s, &inside, i);
		if ((after = skip_marked(&s, i, all)) != 0) {
			i = after;
			continue;
		}
		if (html_is_text(&tree->nodes.v[i])) {
			add_text(&s, i);
		} else {
			enter(&s, i);
			inside = i;
		}
		i++;
	}
	leave_until(&s, &inside, UINT32_MAX);
	end_block(&s);
	settle_texts(text);
}
