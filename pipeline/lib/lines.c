#include "lines.h"

#include <string.h>
#include <unicode/uchar.h>

#include "article.h"
#include "buf.h"
#include "sentence.h"
#include "utf8.h"

enum {
	WRAP_MIN = 30, /* columns of a hard-wrapped text, at least and at most */
	WRAP_MAX = 120,
};

struct reader {
	struct arena *arena;
	struct lines *out;
	size_t number;
	bool gap;
	bool lynx; /* "[12]word": links are numbered, and listed at the end */
};

static uint8_t
indent_of(struct span raw)
{
	uint8_t n = 0;

	while (n < raw.n && n < UINT8_MAX && raw.s[n] == ' ')
		n++;
	return n;
}

/* The bytes of a link's number before a word, "[12]", or 0. */
static size_t
mark_bytes(struct span a)
{
	size_t n = 1;

	if (a.n < 4 || a.s[0] != '[')
		return 0;
	while (n < a.n && n < 6 && a.s[n] >= '0' && a.s[n] <= '9')
		n++;
	return n > 1 && n + 1 < a.n && a.s[n] == ']' && a.s[n + 1] != ' ' ? n + 1 : 0;
}

static struct span
without_mark(struct reader *r, struct span raw)
{
	struct buf out = { .arena = r->arena };
	size_t from = 0;

	if (!r->lynx || !span_has(raw, '['))
		return raw;
	for (size_t i = 0; i < raw.n; i++) {
		size_t n = mark_bytes(span_from(raw, i));

		if (n == 0)
			continue;
		buf_put(&out, (struct span){ raw.s + from, i - from });
		from = i + n;
		i = from - 1;
	}
	buf_put(&out, span_from(raw, from));
	return buf_span(&out);
}

static bool
is_lynx(struct span text)
{
	static const struct span list = SPAN("\nReferences\n"), list3 = SPAN("\n   References\n");

	return memmem(text.s, text.n, list.s, list.n) != NULL ||
	       memmem(text.s, text.n, list3.s, list3.n) != NULL;
}

static void
take_line(struct reader *r, struct span raw)
{
	struct span text = text_squeeze(r->arena, without_mark(r, raw));

	r->number++;
	if (text.n > 0)
		*PUSH(r->arena, r->out) = (struct line){ text, r->number, indent_of(raw), r->gap };
	r->gap = text.n == 0;
}

/* As many as there can be: a text of millions of lines is not copied as it grows. */
static void
reserve(struct arena *arena, struct span text, struct lines *out)
{
	out->cap = 1;
	for (size_t i = 0; i < text.n; i++)
		out->cap += text.s[i] == '\n' || text.s[i] == '\r';
	out->v = ARENA_NEW(arena, struct line, out->cap);
}

static void
split(struct arena *arena, struct span text, struct lines *out)
{
	struct reader r = { .arena = arena, .out = out, .lynx = is_lynx(text) };
	struct span line;

	reserve(arena, text, out);
	while (span_cut(&text, '\n', &line)) {
		struct span part; /* CR alone ends a line, too, in old files */

		if (line.n > 0 && line.s[line.n - 1] == '\r')
			line.n--;
		while (span_cut(&line, '\r', &part))
			take_line(&r, part);
	}
}

/* The columns of a text whose lines are of that many at most, but for 2 in 100; 0 if they are more
 * than WRAP_MAX. */
static size_t
width_of(const struct lines *lines)
{
	size_t count[WRAP_MAX + 1] = { 0 }, over = 0, width = WRAP_MAX;

	for (size_t i = 0; i < lines->n; i++) {
		size_t n = utf8_length(lines->v[i].text);

		if (n > WRAP_MAX)
			over++;
		else
			count[n]++;
	}
	if (50 * over > lines->n)
		return 0;
	while (width > 0 && 50 * (over + count[width]) <= lines->n)
		over += count[width--];
	return width;
}

/* What a wrapped text's lines look like. */
struct shape {
	size_t width, indent;
};

static size_t
indent_most(const struct lines *lines) /* have */
{
	size_t count[UINT8_MAX + 1] = { 0 }, most = 0;

	for (size_t i = 0; i < lines->n; i++)
		count[lines->v[i].indent]++;
	for (size_t i = 1; i <= UINT8_MAX; i++)
		most = count[i] > count[most] ? i : most;
	return most;
}

static bool
is_next(const struct lines *lines, size_t i) /* does a line follow with no blank one between? */
{
	return i + 1 < lines->n && !lines->v[i + 1].gap;
}

static bool
is_wrapped(const struct lines *lines, size_t width)
{
	size_t open = 0, on = 0;

	if (width < WRAP_MIN)
		return false;
	for (size_t i = 0; i < lines->n; i++) {
		struct span line = lines->v[i].text;

		if (!is_next(lines, i) || 4 * utf8_length(line) < 3 * width ||
		    sentence_is_closed(line) || span_ends(line, SPAN(":")) ||
		    span_ends(line, SPAN(";")))
			continue;
		open++;
		on += u_islower(utf8_first(lines->v[i + 1].text)) != 0;
	}
	return on > 0 && 3 * on >= open;
}

static bool
is_bullet(struct span line)
{
	static const struct span bullets[] = { SPAN("- "), SPAN("* "), SPAN("\xE2\x80\xA2"),
					       SPAN("> ") };

	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (span_starts(line, bullets[i]))
			return true;
	return false;
}

/* In a wrapped text a line ends its paragraph at a blank line, before one that is indented, or when
 * the next line's first word would still have fitted: well so, if the line is not closed like a
 * sentence. */
static bool
ends_paragraph(const struct lines *lines, size_t i, const struct shape *shape)
{
	struct span line = lines->v[i].text, next, word;
	size_t used;

	if (!is_next(lines, i))
		return true;
	next = lines->v[i + 1].text;
	if (lines->v[i + 1].indent > shape->indent + 1 && !is_bullet(line))
		return true;
	if (is_bullet(next) || utf8_length(line) > shape->width || utf8_length(next) > shape->width)
		return true;
	span_cut(&next, ' ', &word);
	used = utf8_length(line) + 1 + utf8_length(word);
	if (sentence_is_closed(line))
		return used <= shape->width - shape->width / 8;
	return !u_islower(utf8_first(word)) && used <= shape->width - shape->width / 5;
}

/* "inve-" + "stimento" is one word; "italo-" + "Francese" is not. */
static void
append_line(struct buf *paragraph, struct span line)
{
	struct span so_far = buf_span(paragraph);
	bool cut = span_ends(so_far, SPAN("-")) && so_far.n > 1 && so_far.s[so_far.n - 2] != ' ';

	if (cut && u_islower(utf8_first(line)))
		paragraph->n--;
	else if (so_far.n > 0 && !cut)
		buf_putc(paragraph, ' ');
	buf_put(paragraph, line);
}

static void
join(struct arena *arena, const struct lines *lines, const struct shape *shape, struct lines *out)
{
	struct buf paragraph = { .arena = arena };
	struct line first = { 0 };

	for (size_t i = 0; i < lines->n; i++) {
		if (paragraph.n == 0)
			first = lines->v[i];
		append_line(&paragraph, lines->v[i].text);
		if (ends_paragraph(lines, i, shape)) {
			first.text = buf_span(&paragraph);
			*PUSH(arena, out) = first;
			paragraph = (struct buf){ .arena = arena };
		}
	}
}

void
lines_read(struct arena *arena, struct span text, struct lines *out)
{
	struct lines raw = { 0 };
	struct shape shape;

	*out = (struct lines){ 0 };
	split(arena, text, &raw);
	shape = (struct shape){ width_of(&raw), indent_most(&raw) };
	if (is_wrapped(&raw, shape.width))
		join(arena, &raw, &shape, out);
	else
		*out = raw;
}
