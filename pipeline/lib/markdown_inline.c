/* Markup within a paragraph. What goes is marked byte by byte, and one pass copies the rest. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "buf.h"
#include "entity.h"
#include "markdown.h"
#include "utf8.h"

enum {
	LABEL_MAX = 400,        /* bytes between [ and ] behind a link's text */
	DESTINATION_MAX = 1000, /* between ( and ) */
	TAG_MAX = 1024,
	ENTITY_MAX = 32,
	RUN_MAX = 3, /* delimiters of emphasis in a row */
	SIGNS = 3,   /* * _ ~ */
};

struct inline_text {
	struct arena *arena;
	struct span text;
	char *drop;                              /* [text.n]: does this byte go? */
	VEC(size_t) brackets;                    /* where [ are open */
	VEC(size_t) openers[SIGNS][RUN_MAX + 1]; /* where runs of that length are open */
};

static char
at(const struct inline_text *t, size_t i)
{
	return i < t->text.n ? t->text.s[i] : '\0';
}

static void
drop(struct inline_text *t, size_t from, size_t to)
{
	memset(t->drop + from, 1, to - from);
}

static bool
is_punct(char c)
{
	return c != '\0' && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) != NULL;
}

/* Where the first of set stands from i on, at most so far; 0 if it does not. */
static size_t
find(const struct inline_text *t, size_t i, const char *set, size_t far)
{
	for (size_t k = i; k < t->text.n && k - i < far; k++)
		if (t->text.s[k] != '\0' && strchr(set, t->text.s[k]) != NULL)
			return k;
	return 0;
}

/* "(http://x.it "title")" or "[label]" behind a link's text: where it ends, or 0. */
static size_t
end_of_target(const struct inline_text *t, size_t i)
{
	size_t depth = 0;

	if (at(t, i) == '[') {
		size_t end = find(t, i + 1, "[]", LABEL_MAX);

		return at(t, end) == ']' && end > 0 ? end + 1 : 0;
	}
	if (at(t, i) != '(')
		return 0;
	for (size_t k = i; k < t->text.n && k - i < DESTINATION_MAX; k++) {
		if (t->text.s[k] == ']' && at(t, k + 1) == '(') /* the next link */
			return 0;
		depth += t->text.s[k] == '(';
		depth -= t->text.s[k] == ')';
		k += t->text.s[k] == '\\';
		if (depth == 0)
			return k + 1;
	}
	return 0;
}

static size_t
close_bracket(struct inline_text *t, size_t i)
{
	size_t open, end;
	bool picture;

	if (t->brackets.n == 0)
		return i + 1;
	open = t->brackets.v[--t->brackets.n];
	if ((end = end_of_target(t, i + 1)) == 0)
		return i + 1;
	picture =
	    open > 0 && t->text.s[open - 1] == '!' && (open < 2 || t->text.s[open - 2] != '\\');
	if (picture) {
		drop(t, open - 1, end);
		return end;
	}
	drop(t, open, open + 1);
	drop(t, i, end);
	return end;
}

/* A footnote's mark, "[^1]", goes; another [ may open a link. */
static size_t
open_bracket(struct inline_text *t, size_t i)
{
	size_t end = at(t, i + 1) == '^' ? find(t, i + 2, "[] ", 16) : 0;

	if (end > 0 && at(t, end) == ']') {
		drop(t, i, end + 1);
		return end + 1;
	}
	*PUSH(t->arena, &t->brackets) = i;
	return i + 1;
}

/* "<https://x.it>" keeps its address, "<b>" and "</p>" go, "3 < 5" stays. */
static size_t
take_angle(struct inline_text *t, size_t i)
{
	char next = at(t, i + 1);
	size_t end;

	if (!((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' ||
	      next == '!'))
		return i + 1;
	end = find(t, i + 1, "<>", TAG_MAX);
	if (end == 0 || at(t, end) != '>')
		return i + 1;
	if (memmem(t->text.s + i, end - i, "://", 3) != NULL &&
	    memchr(t->text.s + i, ' ', end - i) == NULL) {
		drop(t, i, i + 1);
		drop(t, end, end + 1);
	} else {
		drop(t, i, end + 1);
	}
	return end + 1;
}

static bool
is_word_at(const struct inline_text *t, size_t i) /* a letter or a digit before byte i? */
{
	return u_isalnum(utf8_prev(t->text, &i));
}

/* A run of * _ or ~: it opens before a word and closes behind one. */
static size_t
take_delimiter(struct inline_text *t, size_t i)
{
	static const char signs[SIGNS + 1] = "*_~";
	size_t n = 1, sign = (size_t)(strchr(signs, t->text.s[i]) - signs), off;
	bool before, behind;

	while (at(t, i + n) == t->text.s[i])
		n++;
	off = i + n;
	before = i > 0 && at(t, i - 1) != ' ' && at(t, i - 1) != '\n';
	behind = off < t->text.n && at(t, off) != ' ' && at(t, off) != '\n';
	if (n > RUN_MAX || (sign == 2 && n != 2))
		return i + n;
	if (sign == 1 && is_word_at(t, i) && u_isalnum(utf8_next(t->text, &off)))
		return i + n; /* snake_case */
	if (before && t->openers[sign][n].n > 0) {
		size_t open = t->openers[sign][n].v[--t->openers[sign][n].n];

		drop(t, open, open + n);
		drop(t, i, i + n);
	} else if (behind && !is_word_at(t, i)) {
		*PUSH(t->arena, &t->openers[sign][n]) = i;
	}
	return i + n;
}

/* The character of "&#232;" or "&egrave;" between & and ;, or -1. */
static int32_t
reference(struct span name)
{
	int32_t c = 0;
	bool hex = name.n > 1 && (name.s[1] == 'x' || name.s[1] == 'X');

	if (!span_starts(name, SPAN("#")))
		return entity_char(name);
	for (size_t i = hex ? 2 : 1; i < name.n; i++) {
		int digit = u_digit((unsigned char)name.s[i], hex ? 16 : 10);

		if (digit < 0 || c > 0x10FFFF)
			return -1;
		c = c * (hex ? 16 : 10) + digit;
	}
	return c < ' ' || c > 0x10FFFF || U_IS_SURROGATE(c) ? -1 : c;
}

/* A reference's character at i, and *end behind it; -1 if there is none. */
static int32_t
take_reference(const struct inline_text *t, size_t i, size_t *end)
{
	size_t stop = find(t, i + 1, "; &", ENTITY_MAX);

	if (stop == 0 || at(t, stop) != ';' || stop == i + 1)
		return -1;
	*end = stop + 1;
	return reference((struct span){ t->text.s + i + 1, stop - i - 1 });
}

static size_t
take_byte(struct inline_text *t, size_t i)
{
	size_t n = 1;

	switch (at(t, i)) {
	case '\\':
		if (at(t, i + 1) == '\n' || is_punct(at(t, i + 1))) {
			drop(t, i, i + 1);
			return i + 2;
		}
		return i + 1;
	case '`':
		while (at(t, i + n) == '`')
			n++;
		drop(t, i, i + n);
		return i + n;
	case '[':
		return open_bracket(t, i);
	case ']':
		return close_bracket(t, i);
	case '<':
		return take_angle(t, i);
	case '*':
	case '_':
	case '~':
		return take_delimiter(t, i);
	}
	return i + 1;
}

static struct span
copy_rest(struct inline_text *t)
{
	struct buf out = { .arena = t->arena };
	size_t end;
	int32_t c;

	for (size_t i = 0; i < t->text.n; i++) {
		char utf8[U8_MAX_LENGTH];
		size_t n = 0;

		if (t->drop[i])
			continue;
		if (t->text.s[i] != '&' || (c = take_reference(t, i, &end)) < 0) {
			buf_putc(&out, t->text.s[i]);
			continue;
		}
		U8_APPEND_UNSAFE(utf8, n, c);
		buf_put(&out, (struct span){ utf8, n });
		i = end - 1;
	}
	return buf_span(&out);
}

struct span
markdown_inline(struct arena *arena, struct span text)
{
	struct inline_text t = { .arena = arena, .text = text };

	t.drop = ARENA_NEW(arena, char, text.n + 1);
	for (size_t i = 0; i < text.n;)
		i = take_byte(&t, i);
	return copy_rest(&t);
}
