#include "english_text.h"

#include <string.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "english_class.h"
#include "utf8.h"

/* Quotation marks of one kind: ' or ". */
struct quotes {
	bool open;
	size_t left; /* marks behind the one that is being set */
};

struct join {
	const struct span *v;
	size_t n;
	struct buf out;
	struct quotes single, twofold;
	bool glued;    /* no blank before the next token */
	bool sentence; /* the next word begins one */
	bool start;    /* no word yet */
};

enum side { NEITHER = 0, LEFT = 1, RIGHT = 2, BOTH = 3 }; /* where no blank may stand */
enum { NEAR = 64 }; /* tokens looked at, so that time is linear */

static struct span
token(const struct join *j, size_t i)
{
	return i < j->n ? j->v[i] : SPAN("");
}

static bool
is_mark(struct span a, char c)
{
	return a.n == 1 && a.s[0] == c;
}

static bool
is_one_of(struct span a, const char *marks)
{
	return a.n == 1 && a.s[0] != '\0' && strchr(marks, a.s[0]) != NULL;
}

static bool
is_speech(struct span word)
{
	static const char verbs[] =
	    " said says say saying adds added explains explained told asked "
	    "asks wrote writes declared declares claimed claims concluded "
	    "concludes recalled recalls commented noted notes stated argued "
	    "insisted replied exclaimed continued continues warned warns reported According "
	    "according ";

	return LISTED(verbs, word);
}

/* A verb of saying among at most n tokens from i on, before the next comma or stop. */
static bool
is_said(const struct join *j, size_t i, size_t n)
{
	for (; n > 0 && i < j->n && !is_one_of(j->v[i], ",."); i++, n--)
		if (is_speech(j->v[i]))
			return true;
	return false;
}

/* <he said, "It>: a verb of saying shortly before the comma at i - 1. */
static bool
follows_speech(const struct join *j, size_t i)
{
	size_t from = i > 5 ? i - 5 : 0;

	return is_said(j, from, i - 1 - from);
}

/* <," said>, <," he said>, <," Rivers said> */
static bool
goes_before_speech(const struct join *j, size_t i)
{
	static const char pronouns[] = " he she it they we I ";
	struct span next = token(j, i + 1);

	return is_speech(next) ||
	       (is_speech(token(j, i + 2)) && (LISTED(pronouns, next) || utf8_is_capital(next)));
}

/* Does the mark at i close what no mark here has opened? odd: is it one of an odd number? */
static bool
closes_unopened(const struct join *j, size_t i, bool odd)
{
	if (i == 0 || is_one_of(j->v[i - 1], "([{"))
		return false;
	if (is_one_of(token(j, i + 1), ",.;:!?)"))
		return true;
	if (i + 1 == j->n)
		return odd;
	if (!is_one_of(j->v[i - 1], ",.!?") || follows_speech(j, i))
		return false;
	if (goes_before_speech(j, i))
		return true;
	return odd && (u_islower(utf8_first(j->v[i + 1])) ||
		       (!is_mark(j->v[i - 1], '.') && is_said(j, i + 1, 8)));
}

/* Ends like a plural, and is none of the short words that do. */
static bool
is_plural(struct span word)
{
	static const char not [] = " his is was as this has us its does yes 's says ";

	return word.n > 1 && word.s[word.n - 1] == 's' && !LISTED(not, word);
}

/* The apostrophe of a plural's possessive, or of a name's in s, x, z. */
static bool
is_possessive(const struct join *j, size_t i)
{
	struct span word = i > 0 ? j->v[i - 1] : SPAN(""), next = token(j, i + 1);
	bool odd = j->single.left % 2 == 1;

	if (word.n == 0 || strchr("sxz", word.s[word.n - 1]) == NULL)
		return false;
	if (j->single.open)
		return odd && is_plural(word);
	if (odd) /* the workers' and the masters' */
		return is_plural(word) && (span_eq(next, SPAN("and")) || is_mark(next, ','));
	return is_plural(word) || utf8_is_capital(word);
}

static enum side
quote_side(struct join *j, size_t i)
{
	bool single = j->v[i].s[0] == '\'';
	struct quotes *q = single ? &j->single : &j->twofold;

	q->left--;
	if (q->open && i > 0 && is_one_of(j->v[i - 1], ":(["))
		return RIGHT; /* a quotation inside it, in the same marks */
	if (single && is_possessive(j, i))
		return LEFT;
	if (!q->open && closes_unopened(j, i, q->left % 2 == 0))
		return LEFT;
	q->open = !q->open;
	return q->open ? RIGHT : LEFT;
}

/* <Some Name>: angles are brackets if there is the other one. */
static enum side
angle_side(const struct join *j, size_t i)
{
	bool left = j->v[i].s[0] == '>';

	for (size_t n = 1; n < NEAR && (left ? n <= i : i + n < j->n); n++)
		if (is_mark(j->v[left ? i - n : i + n], left ? '<' : '>'))
			return left ? LEFT : RIGHT;
	return NEITHER;
}

static bool
is_number(struct span a)
{
	return a.n > 0 && (is_digit(a.s[0]) || (a.n > 1 && is_digit(a.s[1])));
}

/* "$ 5" is set $5; "5 €" is set 5€. */
static enum side
currency_side(const struct join *j, size_t i)
{
	if (utf8_has_digit(token(j, i + 1)))
		return RIGHT; /* also $US5 */
	return i > 0 && is_number(j->v[i - 1]) ? LEFT : NEITHER;
}

static bool
ends_in_currency(struct span a)
{
	size_t off = a.n;

	return is_currency(utf8_prev(a, &off)) && off <= 3;
}

static enum side
mark_side(char c)
{
	if (strchr(",.;:!?)]}%", c) != NULL)
		return LEFT;
	return strchr("([{", c) != NULL ? RIGHT : c == '/' ? BOTH : NEITHER;
}

static bool
is_run_of(struct span a, const char *marks)
{
	for (size_t i = 0; i < a.n; i++)
		if (a.s[i] == '\0' || strchr(marks, a.s[i]) == NULL)
			return false;
	return a.n > 0;
}

static enum side
side_of(struct join *j, size_t i)
{
	struct span a = j->v[i];

	if (is_one_of(a, "\"'"))
		return quote_side(j, i);
	if (is_one_of(a, "<>"))
		return angle_side(j, i);
	if (a.n == 1 && a.s[0] != '$' && a.s[0] > 0)
		return mark_side(a.s[0]);
	if (ends_in_currency(a))
		return currency_side(j, i);
	if (is_run_of(a, ".!?"))
		return i == 0 ? RIGHT : LEFT; /* ... at the start goes before its word */
	return is_clitic(a) ? LEFT : NEITHER;
}

/* All lower case, letters with hyphens or apostrophes between them: no address, no iPhone. */
static bool
is_plain_word(struct span a)
{
	size_t off = 0;
	int32_t c = utf8_first(a);

	if (c < 0 || !u_islower(c))
		return false;
	while ((c = utf8_next(a, &off)) >= 0)
		if (u_isupper(c) || !(is_letter(c) || c == '-' || c == '\''))
			return false;
	return true;
}

/* After token i: does the next word begin a sentence? */
static bool
begins_sentence(const struct join *j, size_t i, enum side side)
{
	struct span a = j->v[i], before = i > 0 ? j->v[i - 1] : SPAN("");

	if (is_one_of(a, ".!?"))
		return true;
	if (!is_one_of(a, "\"'"))
		return j->start && !span_starts(a, SPAN("..")); /* - Some words */
	if (side == LEFT)
		return j->sentence && is_mark(before, '.'); /* <"What?" he said> */
	return j->sentence || is_mark(before, ':');
}

static void
put_token(struct join *j, size_t i, enum side side)
{
	struct span a = j->v[i];
	bool absorbed =
	    is_mark(a, '.') && i > 0 && j->v[i - 1].n > 1 && span_ends(j->v[i - 1], SPAN("."));

	if (absorbed)
		return; /* the U.S.|. */
	if (i > 0 && !j->glued && !(side & LEFT))
		buf_putc(&j->out, ' ');
	buf_put(&j->out, j->sentence && is_plain_word(a) ? utf8_capital(j->out.arena, a) : a);
}

static size_t
count_marks(const struct join *j, char c)
{
	size_t n = 0;

	for (size_t i = 0; i < j->n; i++)
		n += is_mark(j->v[i], c);
	return n;
}

struct span
english_join(struct arena *arena, const struct span tokens[], size_t n)
{
	struct join j = {
		.v = tokens, .n = n, .out = { .arena = arena }, .sentence = true, .start = true
	};

	j.single.left = count_marks(&j, '\'');
	j.twofold.left = count_marks(&j, '"');
	for (size_t i = 0; i < n; i++) {
		enum side side = side_of(&j, i);

		put_token(&j, i, side);
		j.glued = (side & RIGHT) != 0;
		j.start = j.start && !utf8_has_letter(tokens[i]) && !utf8_has_digit(tokens[i]);
		j.sentence = begins_sentence(&j, i, side);
	}
	return buf_span(&j.out);
}
