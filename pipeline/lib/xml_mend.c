#include <string.h>
#include <unicode/utf8.h>

#include "charset.h"
#include "entity.h"
#include "utf8.h"
#include "xml.h"

enum { REFERENCE_MAX = 12 }; /* between & and ; */

static bool
is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
	       (unsigned char)c >= 0x80;
}

static void
put_char(struct buf *out, int32_t c)
{
	char bytes[4];
	size_t n = 0;

	U8_APPEND_UNSAFE(bytes, n, c);
	xml_escape(out, (struct span){ bytes, n });
}

/* The character of "#146" or "#x92"; -1 if it is no number, 0 if no character. */
static int32_t
number_of(struct span name)
{
	bool hex = name.n > 1 && (name.s[1] == 'x' || name.s[1] == 'X');
	int32_t c = 0;

	if (name.n < 2u + hex)
		return -1;
	for (size_t i = 1 + hex; i < name.n; i++) {
		const char *digits = "0123456789abcdef", *at;
		int base = hex ? 16 : 10;

		at = strchr(digits,
			    name.s[i] >= 'A' && name.s[i] <= 'F' ? name.s[i] + 32 : name.s[i]);
		if (name.s[i] == '\0' || at == NULL || at - digits >= base)
			return -1;
		c = c < 0x110000 ? base * c + (int32_t)(at - digits) : c;
	}
	c = charset_c1(c);
	return c >= 0x110000 || U_IS_SURROGATE(c) ? 0 : c;
}

/* A reference, or an & that begins none; how many bytes were read. */
static size_t
put_reference(struct buf *out, struct span rest)
{
	struct span name = span_from(rest, 1);
	size_t n = 0;
	int32_t c;

	while (n < name.n && n < REFERENCE_MAX && name.s[n] != ';' && name.s[n] > ' ')
		n++;
	if (n == name.n || name.s[n] != ';' || n == 0) {
		buf_put(out, SPAN("&amp;"));
		return 1;
	}
	name.n = n;
	c = name.s[0] == '#' ? number_of(name) : entity_char(name);
	if (c > 0)
		put_char(out, c);
	else if (c < 0)
		buf_put(out, SPAN("&amp;"));
	return c < 0 ? 1 : n + 2;
}

static size_t
find(struct span a, size_t off, struct span word)
{
	const char *at = memmem(a.s + off, a.n - off, word.s, word.n);

	return at != NULL ? (size_t)(at - a.s) : a.n;
}

/* What stands between marks as it is, with them; without characters that XML forbids. */
static size_t
put_verbatim(struct buf *out, struct span rest, struct span end)
{
	size_t n = find(rest, 0, end), from = 0;

	n = n < rest.n ? n + end.n : n;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)rest.s[i] < ' ' && strchr("\t\n\r", rest.s[i]) == NULL) {
			buf_put(out, (struct span){ rest.s + from, i - from });
			from = i + 1;
		}
	buf_put(out, (struct span){ rest.s + from, n - from });
	return n;
}

static size_t
put_tag_or_sign(struct buf *out, struct span rest)
{
	char next = rest.n > 1 ? rest.s[1] : ' ';

	if (span_starts(rest, SPAN("<![CDATA[")))
		return put_verbatim(out, rest, SPAN("]]>"));
	if (span_starts(rest, SPAN("<!--")))
		return put_verbatim(out, rest, SPAN("-->"));
	buf_put(out, is_name_start(next) || next == '/' || next == '!' || next == '?'
			 ? SPAN("<")
			 : SPAN("&lt;"));
	return 1;
}

static bool
is_plain(unsigned char c)
{
	return c != '&' && c != '<' && (c >= ' ' || c == '\t' || c == '\n' || c == '\r');
}

/* Blanks may not stand before the XML declaration, but do; without it, they may. What it says is
 * settled already. */
static size_t
put_start(struct buf *out, struct span text)
{
	size_t start = 0, end;

	while (start < text.n && text.s[start] != '\0' && strchr(" \t\r\n", text.s[start]) != NULL)
		start++;
	if (!span_starts(span_from(text, start), SPAN("<?xml ")) ||
	    (end = find(text, start, SPAN("?>"))) == text.n)
		return 0;
	for (size_t i = 0; i < end; i++)
		if (text.s[i] == '\n')
			buf_putc(out, '\n');
	return end + 2;
}

struct span
xml_mend(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	size_t off = put_start(&out, text), from;

	while (off < text.n) {
		for (from = off; off < text.n && is_plain((unsigned char)text.s[off]);)
			off++;
		buf_put(&out, (struct span){ text.s + from, off - from });
		if (off == text.n)
			break;
		if (text.s[off] == '&')
			off += put_reference(&out, span_from(text, off));
		else if (text.s[off] == '<')
			off += put_tag_or_sign(&out, span_from(text, off));
		else
			off++;
	}
	return buf_span(&out);
}
