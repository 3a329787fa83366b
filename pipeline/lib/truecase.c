#include "truecase.h"

#include <string.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "utf8.h"

struct shape {
	size_t letters, upper;
	bool capital; /* begins with a capital */
	bool inner;   /* has another in the middle: iPhone, McAlister, NATO; not Right-Wing */
};

static bool
is_upper(int32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) || u_istitle(c);
}

static bool
is_letter(int32_t c)
{
	return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c);
}

static struct shape
shape_of(struct span token)
{
	struct shape shape = { 0 };
	int32_t before = -1;

	for (size_t off = 0; off < token.n;) {
		int32_t c =
		    (unsigned char)token.s[off] < 0x80 ? token.s[off++] : utf8_next(token, &off);

		shape.letters += is_letter(c);
		if (is_upper(c)) {
			shape.upper++;
			shape.capital |= before < 0;
			shape.inner |= before >= 0 && before != '-';
		}
		before = c;
	}
	return shape;
}

static bool
is_one_of(struct span a, const char *marks)
{
	return a.n == 1 && a.s[0] != '\0' && strchr(marks, a.s[0]) != NULL;
}

static bool
is_quote(struct span a)
{
	int32_t c = utf8_first(a);

	return is_one_of(a, "\"'") || c == 0xAB || c == 0x201C || c == 0x201E || c == 0x2018;
}

static bool
is_word(struct span a)
{
	size_t off = 0;
	int32_t c = utf8_next(a, &off);

	return c >= 0 && (u_isalnum(c) || (a.n > 1 && u_isalnum(utf8_next(a, &off))));
}

bool
truecase_initial(struct case_walk *walk, struct span token)
{
	bool was = walk->initial;

	if (is_word(token))
		walk->initial = walk->start = false;
	else if (is_quote(token))
		walk->initial |= walk->speech;
	else
		walk->initial = walk->start || is_one_of(token, ".!?");
	walk->speech = is_one_of(token, ":");
	return was;
}

enum line_case
truecase_line(const struct span tokens[], size_t n)
{
	size_t words = 0, two = 0, upper = 0, four = 0, capital = 0;

	for (size_t i = 0; i < n; i++) {
		struct shape shape = shape_of(tokens[i]);

		words += shape.letters > 0;
		two += shape.letters >= 2;
		upper += shape.letters >= 2 && shape.upper == shape.letters;
		four += shape.letters >= 4;
		capital += shape.letters >= 4 && shape.capital;
	}
	if (upper >= 2 && 2 * upper > two)
		return LINE_UPPER;
	if (words >= 4 && four >= 3 && 10 * capital >= 9 * four && !is_one_of(tokens[n - 1], "."))
		return LINE_TITLE;
	return LINE_PLAIN;
}

/* How the statistics write a word; false if they do not have it. */
static bool
best_form(const struct table *cases, struct span lower, struct span *best)
{
	struct span fields;

	return table_find(cases, lower, &fields) && span_cut(&fields, '\t', best);
}

typedef struct span form_fn(const struct table *cases, struct arena *arena, struct span word);

/* A compound that the statistics lack, part by part. */
static struct span
each_part(const struct table *cases, struct arena *arena, struct span word, form_fn *form)
{
	struct buf out = { .arena = arena };
	struct span part, rest = word;

	while (span_cut(&rest, '-', &part)) {
		buf_put(&out, form(cases, arena, part));
		if (rest.s != NULL)
			buf_putc(&out, '-');
	}
	return buf_span(&out);
}

/* Of a word with a capital or without. "Us" is not US: acronyms have theirs at the start too. */
static struct span
usual_form(const struct table *cases, struct arena *arena, struct span word)
{
	struct span lower = utf8_lower(arena, word), best;

	if (best_form(cases, lower, &best))
		return utf8_is_acronym(best) ? lower : best;
	return span_has(word, '-') ? each_part(cases, arena, word, usual_form) : word;
}

/* Of a word in capitals, which say nothing. */
static struct span
quiet_form(const struct table *cases, struct arena *arena, struct span word)
{
	struct span lower = utf8_lower(arena, word), best;

	if (best_form(cases, lower, &best))
		return best;
	return span_has(word, '-') ? each_part(cases, arena, word, quiet_form) : lower;
}

static struct span
cased(const struct table *cases, struct arena *arena, struct span word, enum line_case line,
      bool initial)
{
	struct shape shape = shape_of(word);

	if (line == LINE_UPPER && shape.upper > 0)
		return shape.upper == shape.letters ? quiet_form(cases, arena, word) : word;
	if (shape.letters == 0 || shape.inner)
		return word;
	if (initial || (line == LINE_TITLE && shape.capital))
		return usual_form(cases, arena, word);
	return word;
}

void
truecase(const struct table *cases, struct arena *arena, struct span tokens[], size_t n)
{
	struct case_walk walk = { .initial = true, .start = true };
	enum line_case line = truecase_line(tokens, n);

	for (size_t i = 0; i < n; i++) {
		bool initial = truecase_initial(&walk, tokens[i]);

		if (initial || line != LINE_PLAIN)
			tokens[i] = cased(cases, arena, tokens[i], line, initial);
	}
}
