#include "repair.h"

#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "buf.h"
#include "charset.h"
#include "utf8.h"

enum { ROUNDS = 3, REREAD_SAMPLE = 1 << 16 };

/* By way of which encodings a text may have been encoded twice. */
struct ways {
	struct charset windows, mac;
};

struct suspect {
	size_t n;  /* bytes of the text */
	int32_t c; /* what they stand for */
	bool weak; /* only beside others */
};

/* ---- one suspect sequence ---- */

static bool
is_in(int32_t c, int32_t first, int32_t last)
{
	return c >= first && c <= last;
}

/* The characters that begin a sequence: C2 to C6, CB, CC, E2, EF and F0 in Windows-1252; C2 to C5,
 * CB and E2 in MacRoman. */
static bool
is_windows_lead(int32_t c)
{
	return is_in(c, u'Â', u'Æ') || c == u'Ë' || c == u'Ì' || c == u'â' || c == u'ï' ||
	       c == u'ð';
}

static bool
is_mac_lead(int32_t c)
{
	return c == u'√' || c == u'¬' || c == u'‚' || c == u'À' || c == u'≈' || c == u'ƒ';
}

static bool
is_plausible(int32_t c)
{
	return is_in(c, 0x80, 0x17F) || c == 0x192 || c == 0x2C6 || c == 0x2DC ||
	       is_in(c, 0x300, 0x33F) || is_in(c, 0x2000, 0x206F) || c == 0x20AC || c == 0x2116 ||
	       c == 0x2122 || is_in(c, 0x2190, 0x22FF) || is_in(c, 0x2500, 0x27BF) || c == 0xFEFF ||
	       c == 0xFFFD || is_in(c, 0x1F000, 0x1FAFF);
}

static bool
is_windows_weak(int32_t c)
{
	return is_in(c, 0x100, 0x33F) || is_in(c, 0x2190, 0x27BF);
}

/* √π, ¬∞: ù and ° there, but formulas elsewhere. */
static bool
is_mac_weak(int32_t c)
{
	return is_in(c, 0x80, 0xBF) || is_in(c, 0x100, 0x33F) || c == u'ù' || c == u'ò' ||
	       c == u'±' || c == u'ó' || c == u'ð' || c == u'÷' || c == u'º' || c == u'Â' ||
	       is_in(c, 0x2190, 0x27BF);
}

static bool
is_accented(int32_t c)
{
	const char16_t *set = u"àèéìòùÀÈÉÌÒÙ";

	while (*set != 0 && *set != c)
		set++;
	return *set != 0;
}

static uint8_t
byte_of(const struct charset *way, int32_t c)
{
	return is_in(c, 0x80, 0x9F) ? (uint8_t)c : charset_byte(way, c);
}

/* The character whose UTF-8 are the bytes that these characters have in that encoding. */
static bool
read_twice(const struct charset *way, struct span text, size_t off, struct suspect *out)
{
	uint8_t bytes[4];
	size_t at = off;
	int32_t need, n = 0;

	bytes[0] = byte_of(way, utf8_next(text, &at));
	need = U8_COUNT_TRAIL_BYTES(bytes[0]) + 1;
	for (n = 1; n < need; n++)
		if (at == text.n || !U8_IS_TRAIL(bytes[n] = byte_of(way, utf8_next(text, &at))))
			return false;
	n = 0;
	U8_NEXT(bytes, n, need, out->c);
	out->n = at - off;
	return need > 1 && n == need && is_plausible(out->c);
}

/* Where the last byte was lost: â€ with the 9D that Windows-1252 lacks is ”, and à is often left as
 * Ã, its no-break space having become a blank. */
static bool
read_cut(struct span text, size_t off, struct suspect *out)
{
	struct span rest = span_from(text, off);
	size_t before = off, after = off + 2;
	int32_t next;

	if (span_starts(rest, SPAN("â€"))) {
		bool lost = span_starts(span_from(rest, 5), SPAN("\uFFFD"));

		*out = (struct suspect){ lost ? 8 : 5, 0x201D, false };
		return lost || rest.n == 5 || (unsigned char)rest.s[5] < 0x80;
	}
	*out = (struct suspect){ 2, u'à', true };
	next = span_starts(rest, SPAN("Ã")) ? utf8_next(text, &after) : u'x';
	return (next < 0x80 && !u_isalnum(next)) && u_islower(utf8_prev(text, &before));
}

/* pi√π: two letters at least, none behind. */
static bool
ends_word(struct span text, size_t off, size_t n)
{
	size_t before = off, after = off + n;

	return u_islower(utf8_prev(text, &before)) && u_isalpha(utf8_prev(text, &before)) &&
	       !u_isalnum(utf8_next(text, &after));
}

static bool
suspect_at(const struct ways *ways, struct span text, size_t off, struct suspect *out)
{
	size_t at = off;
	int32_t c = utf8_next(text, &at);

	*out = (struct suspect){ 0 };
	if (is_windows_lead(c) && read_twice(&ways->windows, text, off, out)) {
		out->weak = is_windows_weak(out->c) || c == u'Å' || c == u'Ä';
		return true;
	}
	if (is_mac_lead(c) && read_twice(&ways->mac, text, off, out)) {
		out->weak =
		    is_mac_weak(out->c) && !(is_accented(out->c) && ends_word(text, off, out->n));
		return true;
	}
	return (c == u'â' || c == u'Ã') && read_cut(text, off, out);
}

/* ---- how many, and among what ---- */

struct tally {
	size_t strong, weak, hanging; /* suspect; hanging: strong, and in one word with a letter */
	size_t right;                 /* accented letters in their right place */
};

static void
count_suspect(struct span text, size_t off, const struct suspect *s, struct tally *tally)
{
	size_t before = off, after = off + s->n;
	int32_t left = utf8_prev(text, &before), right = utf8_next(text, &after);

	tally->weak += s->weak;
	tally->strong += !s->weak;
	tally->hanging += !s->weak && (u_isalpha(left) || u_isalpha(right));
}

static struct tally
count(const struct ways *ways, struct span text)
{
	struct tally tally = { 0 };
	struct suspect s;
	size_t off = 0;

	while ((off = utf8_skip_ascii(text, off)) < text.n)
		if (suspect_at(ways, text, off, &s)) {
			count_suspect(text, off, &s, &tally);
			off += s.n;
		} else {
			tally.right += is_accented(utf8_next(text, &off));
		}
	return tally;
}

/* Is there a character that could begin a sequence, before another beyond ASCII or a cut? What is
 * asked of every text must be quick. */
static bool
has_lead(struct span text)
{
	size_t off = 0;

	while ((off = utf8_skip_ascii(text, off)) < text.n) {
		int32_t c = utf8_next(text, &off);

		if ((is_windows_lead(c) || is_mac_lead(c)) &&
		    (c == u'Ã' || (off < text.n && (unsigned char)text.s[off] >= 0x80)))
			return true;
	}
	return false;
}

/* ---- repair ---- */

static void
put_repaired(const struct ways *ways, struct span text, struct buf *out)
{
	struct suspect s;
	size_t off = 0, from;

	while (from = off, off < text.n) {
		off = utf8_skip_ascii(text, off);
		buf_put(out, (struct span){ text.s + from, off - from });
		from = off;
		if (off == text.n)
			break;
		if (suspect_at(ways, text, off, &s)) {
			char bytes[4];
			size_t n = 0;

			U8_APPEND_UNSAFE(bytes, n, s.c);
			buf_put(out, (struct span){ bytes, n });
			off += s.n;
		} else {
			utf8_next(text, &off);
			buf_put(out, (struct span){ text.s + from, off - from });
		}
	}
}

static bool
is_certain(const struct tally *line)
{
	if (line->right > 0)
		return line->hanging >= 3 && line->hanging >= 4 * line->right;
	return line->hanging > 0 || line->strong > 1;
}

static struct span
repair_lines(struct arena *arena, const struct ways *ways, struct span text)
{
	struct buf out = { .arena = arena };
	struct span rest = text, line;
	bool first = true;

	while (span_cut(&rest, '\n', &line)) {
		struct tally tally = count(ways, line);

		if (!first)
			buf_putc(&out, '\n');
		first = false;
		if (is_certain(&tally))
			put_repaired(ways, line, &out);
		else
			buf_put(&out, line);
	}
	return buf_span(&out);
}

static struct span
repair_once(struct arena *arena, const struct ways *ways, struct span text)
{
	struct buf out = { .arena = arena };
	struct tally tally = count(ways, text);

	if (tally.strong == 0)
		return text;
	if (10 * tally.right > tally.hanging)
		return repair_lines(arena, ways, text);
	put_repaired(ways, text, &out);
	return buf_span(&out);
}

/* ---- read as another encoding ---- */

/* The bytes that the text has in an encoding; false if a character has none. */
static bool
encode(struct arena *arena, const struct charset *way, struct span text, struct span *bytes)
{
	char *out = ARENA_NEW(arena, char, text.n + 1);
	size_t n = 0, off = 0;

	for (int32_t c; (c = utf8_next(text, &off)) >= 0;)
		if ((out[n++] = (char)(c < 0x80 ? (uint8_t)c : byte_of(way, c))) == 0 && c != 0)
			return false;
	*bytes = (struct span){ out, n };
	return true;
}

static struct span
cut_at_char(struct span text, size_t n)
{
	if (n < text.n) {
		while (n > 0 && U8_IS_TRAIL(text.s[n]))
			n--;
		text.n = n;
	}
	return text;
}

/* "perchŽ", "cittˆ": MacRoman that was read as Windows-1252, or the other way round. Certain if two
 * words at least are senseless so, and Italian otherwise. */
static bool
is_misread(struct arena *arena, const struct charset *as, const struct charset *is,
	   struct span text)
{
	struct span bytes;
	long now, then;

	if (!encode(arena, as, cut_at_char(text, REREAD_SAMPLE), &bytes))
		return false;
	now = charset_score(as, bytes);
	then = charset_score(is, bytes);
	return now < 0 && then >= 12 && then - now >= 20;
}

static struct span
reread(struct arena *arena, const struct charset *as, const struct charset *is, struct span text)
{
	struct span bytes;
	size_t replaced = 0;

	if (!is_misread(arena, as, is, text) || !encode(arena, as, text, &bytes))
		return text;
	return charset_decode(arena, is, bytes, &replaced);
}

/* Right texts show an accented letter in lower case early, or nothing beyond ASCII at all; È is
 * what MacRoman has for é. */
static bool
has_accent(struct span text)
{
	size_t off = 0;

	while ((off = utf8_skip_ascii(text, off)) < text.n) {
		int32_t c = utf8_next(text, &off);

		if (c >= u'à' && is_accented(c))
			return true;
	}
	return false;
}

static bool
is_ascii(struct span text)
{
	return utf8_skip_ascii(text, 0) == text.n;
}

struct span
repair(struct arena *arena, struct span text)
{
	struct ways ways;
	struct span before;

	if (is_ascii(text) || (has_accent(text) && !has_lead(text)) ||
	    charset_open(&ways.windows, "windows-1252") < 0 ||
	    charset_open(&ways.mac, "macintosh") < 0)
		return text;
	for (int i = 0; i < ROUNDS && has_lead(text); i++) {
		before = text;
		text = repair_once(arena, &ways, text);
		if (span_eq(before, text))
			break;
	}
	if (has_accent(text))
		return text;
	before = reread(arena, &ways.windows, &ways.mac, text);
	return before.s != text.s ? before : reread(arena, &ways.mac, &ways.windows, text);
}

/* ---- articles ---- */

/* Names of files and pages are names, right or wrong; what holds a line break is no line. */
static bool
is_line(const struct field *field)
{
	return !span_eq(field->key, SPAN("source")) && !span_eq(field->key, SPAN("url")) &&
	       !span_has(field->value, '\n');
}

static void
put_line(struct buf *out, struct span text)
{
	buf_put(out, text);
	buf_putc(out, '\n');
}

/* A line of which nothing would be left was no text twice encoded. */
static void
take_line(struct arena *arena, struct span *rest, struct span *text)
{
	struct span line;

	if (!span_cut(rest, '\n', &line) || span_eq(line, *text))
		return;
	line = text_squeeze(arena, line);
	if (line.n > 0)
		*text = line;
}

void
repair_article(struct arena *arena, struct article *article)
{
	struct buf all = { .arena = arena };
	struct span repaired;

	for (size_t i = 0; i < article->fields.n; i++)
		if (is_line(&article->fields.v[i]))
			put_line(&all, article->fields.v[i].value);
	for (size_t i = 0; i < article->blocks.n; i++)
		put_line(&all, article->blocks.v[i].text);
	repaired = repair(arena, buf_span(&all));
	if (repaired.s == all.s)
		return;
	for (size_t i = 0; i < article->fields.n; i++)
		if (is_line(&article->fields.v[i]))
			take_line(arena, &repaired, &article->fields.v[i].value);
	for (size_t i = 0; i < article->blocks.n; i++)
		take_line(arena, &repaired, &article->blocks.v[i].text);
}
