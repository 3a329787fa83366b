#include "html_outline.h"

#include <gumbo.h>
#include <string.h>
#include <strings.h>

#include "html_lexer.h"

enum {
	DEEP = OUTLINE_DEPTH - 16, /* from here on only for what holds text: p, li, td, a, b */
	BOLD = 4,                  /* bold elements open at a time: it is on or off */
	INLINES = 64,   /* <span>, <font>, <i> open at a time: few pages close them all */
	NAME = 512,     /* bytes of class or id that can tell anything */
	CONTENT = 8192, /* bytes of another attribute */
	ENTITY = 33,    /* bytes of a name between & and ; */
	UNICODE_LAST = 0x10FFFF
};

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

struct open_element {
	unsigned char id, kind;
	bool shown;                   /* is its tag in the markup? */
	short paragraph, item, table; /* where such ones were open before it, or -1 */
};

struct lexer {
	struct arena *arena;
	struct html_outline *out;
	const char *p, *end;
	struct open_element open[OUTLINE_DEPTH];
	int n;                         /* open elements */
	int paragraph, item, table;    /* the innermost that a tag could close, or -1 */
	int count[GUMBO_TAG_LAST + 1]; /* open elements by tag */
	size_t dropped;                /* start tags beyond the depth, not closed yet */
	int inlines;                   /* open elements of this kind */
	size_t dropped_bold, dropped_inlines, tags;
	bool unclosed[GUMBO_TAG_LAST + 1]; /* no end tag of this raw element follows */
	bool open_comment;                 /* no comment that follows is ever closed */
	bool plain_scripts;                /* scripts in comments are not: they would have no end */
	bool has_title, in_blank;
};

/* --- text --- */

static void
put_blank(struct lexer *x)
{
	if (!x->in_blank)
		buf_putc(&x->out->markup, '\n');
	x->in_blank = true;
}

static void
put_run(struct lexer *x, const char *from, const char *to)
{
	const char *p = from;

	while (p < to && html_is_blank(*p))
		p++;
	if (p == to) {
		if (from < to)
			put_blank(x);
		return;
	}
	*PUSH(x->arena, &x->out->runs) =
	    (struct html_run){ x->out->markup.n, { from, (size_t)(to - from) } };
	buf_putc(&x->out->markup, OUTLINE_MARK);
	x->in_blank = false;
}

static int
digit_value(char c, int base)
{
	int value = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

	return html_is_alnum(c) && value < base ? value : -1;
}

/* The number of "126;" or "x7E" at *p, or one that no character has; its end is the new *p. */
static int
entity_number(const char **p, const char *to)
{
	int base = *p < to && (**p | 0x20) == 'x' ? 16 : 10, n = 0;

	for (*p += base == 16; *p < to && digit_value(**p, base) >= 0; ++*p)
		if (n <= UNICODE_LAST)
			n = n * base + digit_value(**p, base);
	*p += *p < to && **p == ';';
	return n;
}

static const char *
skip_entity_name(const char *p, const char *to)
{
	for (const char *name = p; p < to && p - name < ENTITY && html_is_alnum(*p);)
		p++;
	return p;
}

/* An entity goes to gumbo as it is, unless it could be taken for a mark, or has a number that gumbo
 * would cut to an int and then to a byte. */
static const char *
put_entity(struct lexer *x, const char *amp, const char *to)
{
	static const char mark[] = { OUTLINE_MARK };
	const char *p = amp + 1;
	int number = 0;

	if (p < to && *p == '#') {
		p++;
		number = entity_number(&p, to);
	} else {
		p = skip_entity_name(p, to);
		p += p < to && *p == ';';
	}
	if (number == OUTLINE_MARK)
		put_run(x, mark, mark + 1);
	else if (number > UNICODE_LAST)
		buf_put(&x->out->markup, SPAN("\uFFFD"));
	else
		buf_put(&x->out->markup, (struct span){ amp, (size_t)(p - amp) });
	x->in_blank = false;
	return p;
}

static void
put_text(struct lexer *x, const char *from, const char *to)
{
	while (from < to) {
		const char *amp = from;

		do {
			amp = memchr(amp, '&', (size_t)(to - amp));
		} while (amp != NULL && ++amp < to && *amp != '#' && !html_is_letter(*amp));
		if (amp == NULL || amp == to) {
			put_run(x, from, to);
			return;
		}
		put_run(x, from, amp - 1);
		from = put_entity(x, amp - 1, to);
	}
}

/* --- tags out --- */

static const char *
shown_name(GumboTag id)
{
	switch (id) {
	case GUMBO_TAG_FORM:
	case GUMBO_TAG_LISTING:
		return "div";
	case GUMBO_TAG_BUTTON:
	case GUMBO_TAG_LABEL:
	case GUMBO_TAG_CITE:
	case GUMBO_TAG_EM:
	case GUMBO_TAG_I:
	case GUMBO_TAG_SMALL:
	case GUMBO_TAG_UNKNOWN:
		return "span";
	case GUMBO_TAG_STRONG:
	case GUMBO_TAG_FONT:
		return "b";
	default:
		return gumbo_normalized_tagname(id);
	}
}

static void
put_end(struct lexer *x, GumboTag id)
{
	buf_put(&x->out->markup, SPAN("</"));
	buf_put(&x->out->markup, span_of(shown_name(id)));
	buf_putc(&x->out->markup, '>');
	x->in_blank = false;
}

/* The same of the entities of an attribute, which holds no marks. */
static void
put_value(struct buf *out, struct span value)
{
	while (value.n > 0) {
		const char *p = value.s + 1, *to = value.s + value.n;
		int number = 0;

		if (*value.s == '&' && p < to && *p == '#') {
			p++;
			number = entity_number(&p, to);
		}
		if (number > UNICODE_LAST)
			buf_put(out, SPAN("\uFFFD"));
		else
			buf_put(out, (struct span){ value.s, (size_t)(p - value.s) });
		value = span_from(value, (size_t)(p - value.s));
	}
}

static void
put_attribute(struct lexer *x, struct span name, struct span before, struct span value, size_t max)
{
	char quote = span_has(value, '"') ? '\'' : '"';

	if (quote == '\'' && span_has(value, '\''))
		return;
	if (value.n > max)
		for (value.n = max; value.n > 0 && (value.s[value.n] & 0xC0) == 0x80;)
			value.n--;
	buf_putc(&x->out->markup, ' ');
	buf_put(&x->out->markup, name);
	buf_putc(&x->out->markup, '=');
	buf_putc(&x->out->markup, quote);
	buf_put(&x->out->markup, before);
	put_value(&x->out->markup, value);
	buf_putc(&x->out->markup, quote);
}

static bool
is_custom(const struct html_tag *tag)
{
	return tag->id == GUMBO_TAG_UNKNOWN && span_has(tag->name, '-');
}

/* Of a link's address only whether it leads away is of use. */
static struct span
short_href(const struct html_tag *tag)
{
	struct span href = tag->value[ATTR_HREF];

	if (tag->id == GUMBO_TAG_A)
		href.n = href.n > 0 && href.s[0] == '#' ? 1 : href.n < 32 ? href.n : 32;
	return href;
}

static bool
has_role(const struct html_tag *tag)
{
	return tag->id == GUMBO_TAG_FORM || tag->id == GUMBO_TAG_BUTTON ||
	       tag->id == GUMBO_TAG_LABEL;
}

static void
put_start(struct lexer *x, const struct html_tag *tag)
{
	bool renamed = is_custom(tag);

	buf_putc(&x->out->markup, '<');
	buf_put(&x->out->markup, span_of(shown_name(tag->id)));
	if (renamed)
		put_attribute(x, SPAN("class"), arena_concat(x->arena, tag->name, SPAN(" ")),
			      tag->value[ATTR_CLASS], NAME);
	if (has_role(tag))
		put_attribute(x, SPAN("role"), SPAN(""), tag->name, NAME);
	for (int i = 0; i < ATTRIBUTES; i++)
		if (tag->value[i].s != NULL && !(i == ATTR_CLASS && renamed) &&
		    !(i == ATTR_ROLE && has_role(tag)))
			put_attribute(x, html_attribute_names[i], SPAN(""),
				      i == ATTR_HREF ? short_href(tag) : tag->value[i],
				      i < ATTR_OTHERS ? NAME : CONTENT);
	buf_putc(&x->out->markup, '>');
	x->in_blank = false;
}

static void
put_rule(struct lexer *x)
{
	if (span_ends(buf_span(&x->out->markup), SPAN("<hr>")))
		return;
	buf_put(&x->out->markup, SPAN("<hr>"));
	x->in_blank = false;
}

/* --- open elements --- */

static void
pop(struct lexer *x)
{
	const struct open_element *e = &x->open[--x->n];

	if (e->shown)
		put_end(x, e->id);
	if (e->id != 0)
		x->count[e->id]--;
	x->inlines -= e->kind == INLINE;
	x->paragraph = e->paragraph;
	x->item = e->item;
	x->table = e->table;
}

static void
pop_to(struct lexer *x, int n)
{
	while (x->n > n)
		pop(x);
}

/* Special elements bar the way to a list item outside, except these: 13.2.6.4.7, "li". */
static bool
bars_item(enum element_kind kind, GumboTag id)
{
	return (kind == BLOCK && id != GUMBO_TAG_DIV && id != GUMBO_TAG_ADDRESS) ||
	       kind == HEADING || kind == TABLE || kind == CELL;
}

static void
push(struct lexer *x, const struct html_tag *tag, bool shown)
{
	enum element_kind kind = kinds[tag->id];
	int here = x->n;

	x->open[x->n++] =
	    (struct open_element){ (unsigned char)tag->id, kind,           shown,
				   (short)x->paragraph,    (short)x->item, (short)x->table };
	x->count[tag->id]++;
	x->inlines += kind == INLINE;
	if (kind == PARAGRAPH)
		x->paragraph = here;
	else if (kind == TABLE || kind == CELL)
		x->paragraph = -1;
	if (kind == ITEM)
		x->item = here;
	else if (bars_item(kind, tag->id))
		x->item = -1;
	if (kind == TABLE)
		x->table = here;
	if (shown)
		put_start(x, tag);
}

static void
open_tag(struct lexer *x, const struct html_tag *tag, bool shown)
{
	enum element_kind kind = kinds[tag->id];
	bool container = kind == BLOCK || kind == TABLE || kind == INLINE;

	if (x->n < (container ? DEEP : OUTLINE_DEPTH)) {
		push(x, tag, shown);
		return;
	}
	x->dropped++;
	if (kind != INLINE && kind != LINK && kind != BOLDFACE)
		put_rule(x);
}

static void
close_paragraph(struct lexer *x)
{
	if (x->paragraph >= 0)
		pop_to(x, x->paragraph);
}

static bool
same_item(GumboTag a, GumboTag b)
{
	return (a == GUMBO_TAG_LI) == (b == GUMBO_TAG_LI);
}

static void
close_item(struct lexer *x, GumboTag id)
{
	if (x->item >= 0 && same_item(x->open[x->item].id, id))
		pop_to(x, x->item);
}

/* The innermost open element of this tag that an end tag could close, or -1. */
static int
find_open(const struct lexer *x, GumboTag id)
{
	enum element_kind kind = kinds[id];

	if (x->count[id] == 0 && kind != HEADING)
		return -1;
	for (int i = x->n - 1; i >= 0; i--) {
		enum element_kind k = x->open[i].kind;

		if (kind == HEADING ? k == HEADING : x->open[i].id == id)
			return i;
		if (k == TABLE || k == CELL)
			return -1;
		if (kind == INLINE && k != INLINE && k != LINK && k != BOLDFACE && k != DROPPED)
			return -1;
	}
	return -1;
}

/* The end of a link or of bold face: what was opened inside stays open. */
static void
end_format(struct lexer *x, GumboTag id)
{
	int i = find_open(x, id);

	if (i < 0)
		return;
	if (i == x->n - 1) {
		pop(x);
		return;
	}
	put_end(x, id);
	x->count[id]--;
	x->open[i].id = 0;
	x->open[i].kind = DROPPED;
	x->open[i].shown = false;
}

/* --- start and end tags --- */

static void
start_cell(struct lexer *x, const struct html_tag *tag)
{
	if (x->table < 0) {
		put_rule(x);
		return;
	}
	pop_to(x, x->table + 1);
	if (kinds[tag->id] == CELL)
		open_tag(x, tag, true);
	else
		put_start(x, tag);
}

static void
start_table(struct lexer *x, const struct html_tag *tag)
{
	close_paragraph(x);
	if (x->table >= 0 && x->table == x->n - 1)
		pop(x);
	open_tag(x, tag, true);
}

static void
start_link(struct lexer *x, const struct html_tag *tag)
{
	if (tag->value[ATTR_HREF].s == NULL) /* <a name>: a place, often never closed */
		return;
	end_format(x, GUMBO_TAG_A);
	open_tag(x, tag, true);
}

static void
start_bold(struct lexer *x, struct html_tag *tag)
{
	tag->id = GUMBO_TAG_B;
	memset(tag->value, 0, sizeof(tag->value));
	if (x->count[GUMBO_TAG_B] >= BOLD)
		x->dropped_bold++;
	else
		open_tag(x, tag, true);
}

static void
open_inline(struct lexer *x, const struct html_tag *tag, bool shown)
{
	if (x->inlines >= INLINES)
		x->dropped_inlines++;
	else
		open_tag(x, tag, shown);
}

/* <font size=5> or <font size=+2> is how pages of the nineties wrote a heading. */
static void
start_font(struct lexer *x, struct html_tag *tag)
{
	struct span size = tag->value[ATTR_SIZE];
	bool plus = size.n > 1 && size.s[0] == '+';
	bool big = size.n > plus && size.s[plus] >= (plus ? '1' : '4') && size.s[plus] <= '7';

	memset(tag->value, 0, sizeof(tag->value));
	open_inline(x, tag, big && x->count[GUMBO_TAG_B] < BOLD);
}

/* Those that say nothing of themselves are not shown. */
static void
start_inline(struct lexer *x, const struct html_tag *tag)
{
	bool plain = tag->id != GUMBO_TAG_TIME && tag->id != GUMBO_TAG_UNKNOWN && !has_role(tag);

	for (int i = 0; i < ATTRIBUTES && plain; i++)
		plain = tag->value[i].s == NULL;
	open_inline(x, tag, !plain);
}

static void
start_block(struct lexer *x, const struct html_tag *tag)
{
	enum element_kind kind = kinds[tag->id];

	if (kind == ITEM)
		close_item(x, tag->id);
	close_paragraph(x);
	if (kind == HEADING && x->n > 0 && x->open[x->n - 1].kind == HEADING)
		pop(x);
	open_tag(x, tag, true);
}

/* --- raw elements --- */

static void
take_script(struct lexer *x, const struct html_tag *tag, struct span text)
{
	struct span type = tag->value[ATTR_TYPE];

	if (type.n >= 19 && strncasecmp(type.s, "application/ld+json", 19) == 0)
		*PUSH(x->arena, &x->out->json) = text;
}

static void
take_title(struct lexer *x, struct span text)
{
	if (x->has_title || span_trim(text).n == 0)
		return;
	x->has_title = true;
	buf_put(&x->out->markup, SPAN("<title>"));
	put_text(x, text.s, text.s + text.n);
	buf_put(&x->out->markup, SPAN("</title>"));
	x->in_blank = false;
}

/* The element's contents, and p behind its end tag. One that is never closed takes the rest of
 * the page with it if it is code, else nothing. */
static void
skip_raw(struct lexer *x, const struct html_tag *tag)
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
	put_blank(x);
}

/* --- tags in --- */

static void
start_tag(struct lexer *x, struct html_tag *tag)
{
	switch ((enum element_kind)kinds[tag->id]) {
	case RAW:
		skip_raw(x, tag);
		break;
	case VOID:
		if (tag->id == GUMBO_TAG_HR)
			close_paragraph(x);
		put_start(x, tag);
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
		else if (tag->id != GUMBO_TAG_UNKNOWN || is_custom(tag))
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
end_element(struct lexer *x, GumboTag id)
{
	int i = find_open(x, id);

	if (i >= 0)
		pop_to(x, i);
	else if (x->dropped > 0)
		x->dropped--;
}

/* <span>Cronaca</span><span>12 giugno</span>: what a style sheet holds apart. */
static bool
is_before_start_tag(const struct lexer *x)
{
	return x->p + 1 < x->end && x->p[0] == '<' && html_is_letter(x->p[1]);
}

static void
end_tag(struct lexer *x, const struct html_tag *tag)
{
	enum element_kind kind = kinds[tag->id];

	if (tag->id == GUMBO_TAG_UNKNOWN && !is_custom(tag))
		return;
	if (kind == BOLDFACE && x->dropped_bold > 0)
		x->dropped_bold--;
	else if (kind == INLINE && x->dropped_inlines > 0)
		x->dropped_inlines--;
	else if (kind == BOLDFACE || kind == LINK)
		end_format(x, tag->id);
	else if (kind == TABLE && x->table >= 0)
		pop_to(x, x->table);
	else if (x->dropped > 0 && kind != DROPPED && kind != VOID && kind != RAW) {
		x->dropped--;
		if (kind != INLINE)
			put_rule(x);
	} else if (kind == ROW && x->table >= 0)
		pop_to(x, x->table + 1);
	else if (kind == INLINE) {
		end_element(x, tag->id);
		if (is_before_start_tag(x))
			put_blank(x);
	} else if (kind == CELL || kind == PARAGRAPH || kind == ITEM || kind == BLOCK ||
		   kind == HEADING) {
		end_element(x, tag->id);
		put_blank(x);
	} else if (tag->id == GUMBO_TAG_BR)
		put_start(x, tag);
}

/* One that is never closed ends with its tag, as it did in browsers once. */
static void
skip_comment(struct lexer *x)
{
	const char *end = x->open_comment ? NULL : html_comment_end(x->p, x->end);

	x->open_comment = end == NULL;
	x->p = end != NULL ? end : html_after(html_find(x->p, x->end, '>'), x->end);
}

/* p at "<": a tag, a comment, or text after all. */
static void
read_markup(struct lexer *x)
{
	struct html_tag tag = { 0 };
	const char *p = x->p;
	bool slash = html_has(p, x->end, "</");

	if (p + 1 + slash < x->end && html_is_letter(p[1 + slash])) {
		if ((p = html_read_tag(p + 1 + slash, x->end, &tag)) == NULL)
			p = html_after(html_find(x->p, x->end, '>'), x->end);
		x->p = p;
		if (x->tags++ >= OUTLINE_TAGS)
			put_blank(x);
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
		put_text(x, p, x->p);
	}
}

void
html_outline(struct arena *arena, struct span page, struct html_outline *out)
{
	struct lexer x = { .arena = arena,
			   .out = out,
			   .p = page.s,
			   .end = page.s + page.n,
			   .paragraph = -1,
			   .item = -1,
			   .table = -1 };

	*out = (struct html_outline){ .markup = { .arena = arena } };
	buf_put(&out->markup, SPAN("<!DOCTYPE html>"));
	while (x.p < x.end) {
		const char *lt = html_find(x.p, x.end, '<');

		put_text(&x, x.p, lt);
		x.p = lt;
		if (lt < x.end)
			read_markup(&x);
	}
	pop_to(&x, 0);
}
