#include "plaintext.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "sentence.h"
#include "utf8.h"

enum {
	WRAP_MIN = 40, /* columns of a hard-wrapped text, at least and at most */
	WRAP_MAX = 120,
	HEADING_MAX = 160,    /* characters */
	TITLE_WORDS = 5,      /* a menu's entries have fewer */
	LONG_PARAGRAPH = 120, /* characters; comments and teasers are shorter */
	LINKS_IN_A_ROW = 3,
};

static void
split_lines(struct arena *arena, struct span text, struct lines *out)
{
	struct span line;

	while (span_cut(&text, '\n', &line)) {
		struct span part; /* CR alone ends a line, too, in old files */

		if (line.n > 0 && line.s[line.n - 1] == '\r')
			line.n--;
		while (span_cut(&line, '\r', &part))
			*PUSH(arena, out) = text_squeeze(arena, part);
	}
}

static size_t
longest(const struct lines *lines)
{
	size_t most = 0;

	for (size_t i = 0; i < lines->n; i++) {
		size_t n = utf8_length(lines->v[i]);

		most = n > most ? n : most;
	}
	return most;
}

/* Does the sentence of this line go on in the next one? */
static bool
runs_on(const struct lines *lines, size_t i)
{
	return i + 1 < lines->n && lines->v[i].n > 0 && lines->v[i + 1].n > 0 &&
	       !sentence_is_closed(lines->v[i]);
}

/* Hard-wrapped: no line is long, and most of those that run on are nearly full. */
static bool
is_wrapped(const struct lines *lines, size_t width)
{
	size_t full = 0, all = 0;

	if (width < WRAP_MIN || width > WRAP_MAX)
		return false;
	for (size_t i = 0; i < lines->n; i++)
		if (runs_on(lines, i)) {
			all++;
			full += utf8_length(lines->v[i]) * 4 >= width * 3;
		}
	return all > 0 && 3 * full >= 2 * all;
}

/* In a wrapped text a line ends its paragraph at a blank line, or when it is closed and the next
 * line's first word would still have fitted. */
static bool
ends_paragraph(const struct lines *lines, size_t i, size_t width)
{
	struct span next, word;

	if (i + 1 == lines->n || lines->v[i + 1].n == 0)
		return true;
	next = lines->v[i + 1];
	span_cut(&next, ' ', &word);
	return sentence_is_closed(lines->v[i]) &&
	       utf8_length(lines->v[i]) + 1 + utf8_length(word) <= width - width / 8;
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
join_lines(struct arena *arena, const struct lines *lines, size_t width, struct lines *out)
{
	struct buf paragraph = { .arena = arena };

	for (size_t i = 0; i < lines->n; i++) {
		if (lines->v[i].n > 0)
			append_line(&paragraph, lines->v[i]);
		if (paragraph.n > 0 && ends_paragraph(lines, i, width)) {
			*PUSH(arena, out) = buf_span(&paragraph);
			paragraph = (struct buf){ .arena = arena };
		}
	}
}

void
plaintext_lines(struct arena *arena, struct span text, struct lines *out)
{
	struct lines raw = { 0 };
	size_t width;

	*out = (struct lines){ 0 };
	split_lines(arena, text, &raw);
	width = longest(&raw);
	if (is_wrapped(&raw, width))
		join_lines(arena, &raw, width, out);
	else
		*out = raw;
}

static size_t
count_words(struct span line)
{
	struct span word;
	size_t n = 0;

	while (span_cut(&line, ' ', &word))
		n += word.n > 0;
	return n;
}

bool
plaintext_is_heading(struct span line)
{
	return utf8_length(line) <= HEADING_MAX && !sentence_is_closed(line) &&
	       !span_ends(line, SPAN(":")) && !span_ends(line, SPAN(";"));
}

static size_t
first_paragraph(const struct lines *lines)
{
	size_t i = 0;

	while (i < lines->n && plaintext_is_heading(lines->v[i]))
		i++;
	return i;
}

/* The title: the first heading of some words before the first paragraph, else the longest one
 * there. What stands before it are a menu's entries and the paper's name. */
static size_t
find_title(const struct lines *lines, size_t end)
{
	size_t longest_at = 0, most = 0;

	for (size_t i = 0; i < end; i++) {
		size_t n = count_words(lines->v[i]);

		if (n >= TITLE_WORDS)
			return i;
		if (n > most) {
			most = n;
			longest_at = i;
		}
	}
	return longest_at;
}

static bool
is_long(struct span line)
{
	return !plaintext_is_heading(line) && utf8_length(line) >= LONG_PARAGRAPH;
}

/* Where the article ends: at headings in a row behind its last long paragraph, which are links to
 * others, with comments to follow; and in any case before headings that end the text. */
static size_t
find_end(const struct lines *lines)
{
	size_t last = lines->n, end = lines->n, row = 0;

	while (last > 0 && !is_long(lines->v[last - 1]))
		last--;
	for (size_t i = last; last > 0 && i < lines->n; i++) {
		row = plaintext_is_heading(lines->v[i]) ? row + 1 : 0;
		if (row == LINKS_IN_A_ROW) {
			end = i + 1;
			break;
		}
	}
	while (end > 0 && plaintext_is_heading(lines->v[end - 1]))
		end--;
	return end > 0 ? end : lines->n; /* nothing but headings: let them be the text */
}

static struct span
type_of(struct span line)
{
	return plaintext_is_heading(line) ? SPAN("heading") : SPAN("paragraph");
}

void
plaintext_blocks(struct arena *arena, const struct lines *lines, struct article *article)
{
	size_t end = find_end(lines), body = first_paragraph(lines), i;
	bool note = body == lines->n; /* no line is closed like a sentence: they are the text */

	if (note)
		body = lines->n > 1 ? 1 : 0;
	i = find_title(lines, body);
	if (article_field(article, SPAN("title")).n == 0 && i < body)
		article_set(arena, article, SPAN("title"), lines->v[i++]);
	for (; i < end; i++)
		article_add(arena, article, note ? SPAN("paragraph") : type_of(lines->v[i]),
			    lines->v[i]);
}
