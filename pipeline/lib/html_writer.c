#include "html_writer.h"

#include <string.h>

enum {
	NAME = 512,     /* bytes of class or id that can tell anything */
	CONTENT = 8192, /* bytes of another attribute */
	ENTITY = 33,    /* bytes of a name between & and ; */
	UNICODE_LAST = 0x10FFFF
};

void
html_write_blank(struct html_writer *w)
{
	if (!w->in_blank)
		buf_putc(&w->out->markup, '\n');
	w->in_blank = true;
}

static void
put_run(struct html_writer *w, const char *from, const char *to)
{
	const char *p = from;

	while (p < to && html_is_blank(*p))
		p++;
	if (p == to) {
		if (from < to)
			html_write_blank(w);
		return;
	}
	*PUSH(w->arena, &w->out->runs) =
	    (struct html_run){ w->out->markup.n, { from, (size_t)(to - from) } };
	buf_putc(&w->out->markup, OUTLINE_MARK);
	w->in_blank = false;
}

static int
digit_value(char c, int base)
{
	int value = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

	return html_is_alnum(c) && value < base ? value : -1;
}

/* The number of "&#126;" or "&#x7E;" at *p, or one that no character has, and behind it the new
 * *p; 0, and *p as it was, if none is here. */
static int
read_number(const char **p, const char *to)
{
	int base = 10, n = 0;

	if (!html_has(*p, to, "&#"))
		return 0;
	*p += 2;
	if (*p < to && (**p | 0x20) == 'x') {
		base = 16;
		++*p;
	}
	for (; *p < to && digit_value(**p, base) >= 0; ++*p)
		if (n <= UNICODE_LAST)
			n = n * base + digit_value(**p, base);
	*p += *p < to && **p == ';';
	return n;
}

static const char *
skip_name(const char *amp, const char *to)
{
	const char *p = amp + 1;

	while (p < to && p - amp <= ENTITY && html_is_alnum(*p))
		p++;
	return p + (p < to && *p == ';');
}

/* As it is, unless it has a number that gumbo would cut to an int, and that to a byte. */
static void
put_reference(struct buf *out, int number, const char *from, const char *to)
{
	buf_put(out, number > UNICODE_LAST ? SPAN("\uFFFD")
					   : (struct span){ from, (size_t)(to - from) });
}

/* One that could be taken for a mark becomes a run. */
static const char *
put_entity(struct html_writer *w, const char *amp, const char *to)
{
	static const char mark[] = { OUTLINE_MARK };
	const char *p = amp;
	int number = read_number(&p, to);

	if (p == amp)
		p = skip_name(amp, to);
	if (number == OUTLINE_MARK)
		put_run(w, mark, mark + 1);
	else
		put_reference(&w->out->markup, number, amp, p);
	w->in_blank = false;
	return p;
}

void
html_write_text(struct html_writer *w, const char *from, const char *to)
{
	while (from < to) {
		const char *amp = from;

		do {
			amp = memchr(amp, '&', (size_t)(to - amp));
		} while (amp != NULL && ++amp < to && *amp != '#' && !html_is_letter(*amp));
		if (amp == NULL || amp == to) {
			put_run(w, from, to);
			return;
		}
		put_run(w, from, amp - 1);
		from = put_entity(w, amp - 1, to);
	}
}

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

void
html_write_end(struct html_writer *w, GumboTag id)
{
	buf_put(&w->out->markup, SPAN("</"));
	buf_put(&w->out->markup, span_of(shown_name(id)));
	buf_putc(&w->out->markup, '>');
	w->in_blank = false;
}

/* The value of an attribute, which holds no marks. */
static void
put_value(struct buf *out, struct span value)
{
	const char *p, *end;

	if (value.n == 0)
		return;
	for (p = value.s, end = p + value.n; p < end;) {
		const char *amp = html_find(p, end, '&');
		int number;

		buf_put(out, (struct span){ p, (size_t)(amp - p) });
		p = amp;
		number = read_number(&p, end);
		if (p == amp)
			p = html_after(amp, end);
		put_reference(out, number, amp, p);
	}
}

static void
put_attribute(struct html_writer *w, struct span name, struct span before, struct span value,
	      size_t max)
{
	char quote = span_has(value, '"') ? '\'' : '"';

	if (quote == '\'' && span_has(value, '\''))
		return;
	if (value.n > max)
		for (value.n = max; value.n > 0 && (value.s[value.n] & 0xC0) == 0x80;)
			value.n--;
	buf_putc(&w->out->markup, ' ');
	buf_put(&w->out->markup, name);
	buf_putc(&w->out->markup, '=');
	buf_putc(&w->out->markup, quote);
	buf_put(&w->out->markup, before);
	put_value(&w->out->markup, value);
	buf_putc(&w->out->markup, quote);
}

bool
html_is_custom(const struct html_tag *tag)
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

bool
html_has_role(const struct html_tag *tag)
{
	return tag->id == GUMBO_TAG_FORM || tag->id == GUMBO_TAG_BUTTON ||
	       tag->id == GUMBO_TAG_LABEL;
}

void
html_write_start(struct html_writer *w, const struct html_tag *tag)
{
	bool renamed = html_is_custom(tag);

	buf_putc(&w->out->markup, '<');
	buf_put(&w->out->markup, span_of(shown_name(tag->id)));
	if (renamed)
		put_attribute(w, SPAN("class"), arena_concat(w->arena, tag->name, SPAN(" ")),
			      tag->value[ATTR_CLASS], NAME);
	if (html_has_role(tag))
		put_attribute(w, SPAN("role"), SPAN(""), tag->name, NAME);
	for (int i = 0; i < ATTRIBUTES; i++)
		if (tag->value[i].s != NULL && !(i == ATTR_CLASS && renamed) &&
		    !(i == ATTR_ROLE && html_has_role(tag)))
			put_attribute(w, html_attribute_names[i], SPAN(""),
				      i == ATTR_HREF ? short_href(tag) : tag->value[i],
				      i < ATTR_OTHERS ? NAME : CONTENT);
	buf_putc(&w->out->markup, '>');
	w->in_blank = false;
}

void
html_write_rule(struct html_writer *w)
{
	if (span_ends(buf_span(&w->out->markup), SPAN("<hr>")))
		return;
	buf_put(&w->out->markup, SPAN("<hr>"));
	w->in_blank = false;
}

void
html_write_title(struct html_writer *w, struct span text)
{
	buf_put(&w->out->markup, SPAN("<title>"));
	html_write_text(w, text.s, text.s + text.n);
	buf_put(&w->out->markup, SPAN("</title>"));
	w->in_blank = false;
}
