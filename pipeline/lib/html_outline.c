#include "html_outline.h"

#include <string.h>
#include <strings.h>

#include "html_stack.h"

enum {
	BOLD = 4,    /* bold elements open at a time: it is on or off */
	INLINES = 64 /* <span>, <font>, <i> open at a time: few pages close them all */
};

struct outliner {
	struct arena *arena;
	struct html_outline *out;
	const char *p, *end; /* of what is left of the page */
	struct html_writer writer;
	struct html_stack stack;
	size_t dropped_bold, dropped_inlines, tags;
	bool unclosed[GUMBO_TAG_LAST + 1]; /* no end tag of this raw element follows */
	bool open_comment;                 /* no comment that follows is ever closed */
	bool plain_scripts;                /* scripts in comments are not: they would have no end */
	bool has_title;
};

/* --- start and end tags --- */

static void
start_cell(struct outliner *x, const struct html_tag *tag)
{
	if (x->stack.table < 0) {
		html_write_rule(&x->writer);
		return;
	}
	stack_pop_to(&x->stack, x->stack.table + 1);
	if (element_kind(tag->id) == CELL)
		stack_open(&x->stack, tag, true);
	else
		html_write_start(&x->writer, tag);
}

static void
start_table(struct outliner *x, const struct html_tag *tag)
{
	stack_close_paragraph(&x->stack);
	if (x->stack.table >= 0 && x->stack.table == x->stack.n - 1)
		stack_pop(&x->stack);
	stack_open(&x->stack, tag, true);
}

static void
start_link(struct outliner *x, const struct html_tag *tag)
{
	if (tag->value[ATTR_HREF].s == NULL) /* <a name>: a place, often never closed */
		return;
	stack_end_format(&x->stack, GUMBO_TAG_A);
	stack_open(&x->stack, tag, true);
}

static void
start_bold(struct outliner *x, struct html_tag *tag)
{
	tag->id = GUMBO_TAG_B;
	memset(tag->value, 0, sizeof(tag->value));
	if (x->stack.count[GUMBO_TAG_B] >= BOLD)
		x->dropped_bold++;
	else
		stack_open(&x->stack, tag, true);
}

static void
open_inline(struct outliner *x, const struct html_tag *tag, bool shown)
{
	if (x->stack.inlines >= INLINES)
		x->dropped_inlines++;
	else
		stack_open(&x->stack, tag, shown);
}

/* <font size=5> or <font size=+2> is how pages of the nineties wrote a heading. */
static void
start_font(struct outliner *x, struct html_tag *tag)
{
	struct span size = tag->value[ATTR_SIZE];
	bool plus = size.n > 1 && size.s[0] == '+';
	bool big = size.n > plus && size.s[plus] >= (plus ? '1' : '4') && size.s[plus] <= '7';

	memset(tag->value, 0, sizeof(tag->value));
	open_inline(x, tag, big && x->stack.count[GUMBO_TAG_B] < BOLD);
}

/* Those that say nothing of themselves are not shown. */
static void
start_inline(struct outliner *x, const struct html_tag *tag)
{
	bool plain =
	    tag->id != GUMBO_TAG_TIME && tag->id != GUMBO_TAG_UNKNOWN && !html_has_role(tag);

	for (int i = 0; i < ATTRIBUTES && plain; i++)
		plain = tag->value[i].s == NULL;
	open_inline(x, tag, !plain);
}

static void
start_block(struct outliner *x, const struct html_tag *tag)
{
	enum element_kind kind = element_kind(tag->id);

	if (kind == ITEM)
		stack_close_item(&x->stack, tag->id);
	stack_close_paragraph(&x->stack);
	if (kind == HEADING && x->stack.n > 0 && x->stack.open[x->stack.n - 1].kind == HEADING)
		stack_pop(&x->stack);
	stack_open(&x->stack, tag, true);
}

/* --- raw elements --- */

static void
take_script(struct outliner *x, const struct html_tag *tag, struct span text)
{
	struct span type = tag->value[ATTR_TYPE];

	if (type.n >= 19 && strncasecmp(type.s, "application/ld+json", 19) == 0)
		*PUSH(x->arena, &x->out->json) = text;
}

static void
take_title(struct outliner *x, struct span text)
{
	if (x->has_title || span_trim(text).n == 0)
		return;
	x->has_title = true;
	html_write_title(&x->writer, text);
}

/* The element's contents, and p behind its end tag. One that is never closed takes the rest of
 * the page with it if it is code, else nothing. */
static void
skip_raw(struct outliner *x, const struct html_tag *tag)
{
	const char *name = gumbo_normalized_tagname(tag->id), *end = x->end;
	struct span text;

	if (!x->unclosed[tag->id] && tag->id == GUMBO_TAG_SCRIPT && !x->plain_scripts) {
		end = html_find_script_end(x->p, x->end);
		x->plain_scripts = end == x->end;
	}
	if (!x->unclosed[tag->id] && end == x->end)
		end = html_find_end_tag(x->p, x->end, name);
	if (end == x->end) {
		x->unclosed[tag->id] = true;
		if (tag->id == GUMBO_TAG_SCRIPT || tag->id == GUMBO_TAG_STYLE)
			x->p = x->end;
		return;
	}
	text = (struct span){ x->p, (size_t)(end - x->p) };
	if (tag->id == GUMBO_TAG_SCRIPT)
		take_script(x, tag, text);
	else if (tag->id == GUMBO_TAG_TITLE)
		take_title(x, text);
	x->p = html_after(html_find(end, x->end, '>'), x->end);
	html_write_blank(&x->writer);
}

/* --- tags in --- */

static void
start_tag(struct outliner *x, struct html_tag *tag)
{
	switch (element_kind(tag->id)) {
	case RAW:
		skip_raw(x, tag);
		break;
	case VOID:
		if (tag->id == GUMBO_TAG_HR)
			stack_close_paragraph(&x->stack);
		html_write_start(&x->writer, tag);
		break;
	case TABLE:
		start_table(x, tag);
		break;
	case ROW:
	case CELL:
		start_cell(x, tag);
		break;
	case LINK:
		start_link(x, tag);
		break;
	case BOLDFACE:
		start_bold(x, tag);
		break;
	case INLINE:
		if (tag->id == GUMBO_TAG_FONT)
			start_font(x, tag);
		else if (tag->id != GUMBO_TAG_UNKNOWN || html_is_custom(tag))
			start_inline(x, tag);
		break;
	case BLOCK:
	case HEADING:
	case PARAGRAPH:
	case ITEM:
		start_block(x, tag);
		break;
	case DROPPED:
		break;
	}
}

static void
end_element(struct outliner *x, GumboTag id)
{
	int i = stack_find(&x->stack, id);

	if (i >= 0)
		stack_pop_to(&x->stack, i);
	else if (x->stack.dropped > 0)
		x->stack.dropped--;
}

/* <span>Cronaca</span><span>12 giugno</span>: what a style sheet holds apart. */
static bool
is_before_start_tag(const struct outliner *x)
{
	return x->p + 1 < x->end && x->p[0] == '<' && html_is_letter(x->p[1]);
}

static void
end_tag(struct outliner *x, const struct html_tag *tag)
{
	enum element_kind kind = element_kind(tag->id);

	if (tag->id == GUMBO_TAG_UNKNOWN && !html_is_custom(tag))
		return;
	if (kind == BOLDFACE && x->dropped_bold > 0)
		x->dropped_bold--;
	else if (kind == INLINE && x->dropped_inlines > 0)
		x->dropped_inlines--;
	else if (kind == BOLDFACE || kind == LINK)
		stack_end_format(&x->stack, tag->id);
	else if (kind == TABLE && x->stack.table >= 0)
		stack_pop_to(&x->stack, x->stack.table);
	else if (x->stack.dropped > 0 && kind != DROPPED && kind != VOID && kind != RAW) {
		x->stack.dropped--;
		if (kind != INLINE)
			html_write_rule(&x->writer);
	} else if (kind == ROW && x->stack.table >= 0)
		stack_pop_to(&x->stack, x->stack.table + 1);
	else if (kind == INLINE) {
		end_element(x, tag->id);
		if (is_before_start_tag(x))
			html_write_blank(&x->writer);
	} else if (kind == CELL || kind == PARAGRAPH || kind == ITEM || kind == BLOCK ||
		   kind == HEADING) {
		end_element(x, tag->id);
		html_write_blank(&x->writer);
	} else if (tag->id == GUMBO_TAG_BR)
		html_write_start(&x->writer, tag);
}

/* One that is never closed ends with its tag, as it did in browsers once. */
static void
skip_comment(struct outliner *x)
{
	const char *end = x->open_comment ? NULL : html_comment_end(x->p, x->end);

	x->open_comment = end == NULL;
	x->p = end != NULL ? end : html_after(html_find(x->p, x->end, '>'), x->end);
}

/* p at "<": a tag, a comment, or text after all. */
static void
read_markup(struct outliner *x)
{
	struct html_tag tag = { 0 };
	const char *p = x->p;
	bool slash = html_has(p, x->end, "</");

	if (p + 1 + slash < x->end && html_is_letter(p[1 + slash])) {
		if ((p = html_read_tag(p + 1 + slash, x->end, &tag)) == NULL)
			p = html_after(html_find(x->p, x->end, '>'), x->end);
		x->p = p;
		if (x->tags++ >= OUTLINE_TAGS)
			html_write_blank(&x->writer);
		else if (slash)
			end_tag(x, &tag);
		else
			start_tag(x, &tag);
	} else if (html_has(p, x->end, "<!--")) {
		skip_comment(x);
	} else if (p + 1 < x->end && strchr("!?/", p[1]) != NULL && p[1] != '\0') {
		x->p = html_after(html_find(p, x->end, '>'), x->end);
	} else {
		x->p = html_find(p + 1, x->end, '<');
		html_write_text(&x->writer, p, x->p);
	}
}

void
html_outline(struct arena *arena, struct span page, struct html_outline *out)
{
	struct outliner x = { .arena = arena,
			      .out = out,
			      .p = page.s,
			      .end = page.s + page.n,
			      .writer = { .arena = arena, .out = out } };

	*out = (struct html_outline){ .markup = { .arena = arena } };
	stack_init(&x.stack, &x.writer);
	buf_put(&out->markup, SPAN("<!DOCTYPE html>"));
	while (x.p < x.end) {
		const char *lt = html_find(x.p, x.end, '<');

		html_write_text(&x.writer, x.p, lt);
		x.p = lt;
		if (lt < x.end)
			read_markup(&x);
	}
	stack_pop_to(&x.stack, 0);
}
