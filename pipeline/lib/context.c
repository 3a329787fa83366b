#include "context.h"

#include "buf.h"
#include "phrase.h"
#include "token.h"
#include "utf8.h"

enum { OPENING_WORDS = 3 };

/* The tokens as they are written: ranges instead of their words; no quotation mark or dash before
 * the first word. */
static size_t
opening_tokens(const struct sentence *s, const struct row *out[], size_t most)
{
	size_t n = 0;
	long covered = 0;

	for (size_t i = 0; i < s->rows.n && n < most; i++) {
		const struct row *row = &s->rows.v[i];

		if (row->kind == ROW_EMPTY || (row->kind == ROW_WORD && row->last <= covered))
			continue;
		if (row->kind == ROW_RANGE)
			covered = row->last;
		if (n > 0 || utf8_has_letter(row->col[C_FORM]) || utf8_has_digit(row->col[C_FORM]))
			out[n++] = row;
	}
	return n;
}

static struct span
join(struct arena *arena, const struct row *const tokens[], size_t n)
{
	struct buf key = { .arena = arena };

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&key, ' ');
		buf_put(&key, token_key(arena, tokens[i]->col[C_FORM]));
	}
	return buf_span(&key);
}

/* "Lo ha detto": an article's form before a verb is a pronoun. */
static bool
is_clitic(struct arena *arena, const struct row *const tokens[], size_t n)
{
	static const struct span forms[] = { SPAN("lo"),  SPAN("la"), SPAN("li"), SPAN("le"),
					     SPAN("gli"), SPAN("l'"), SPAN("ne"), SPAN("ci") };
	struct span key;

	if (n < 2 || !(row_is(tokens[1], "VERB") || row_is(tokens[1], "AUX")))
		return false;
	key = token_key(arena, tokens[0]->col[C_FORM]);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (span_eq(key, forms[i]))
			return true;
	return false;
}

bool
context_points_back(const struct table *openings, struct arena *arena, const struct sentence *s)
{
	const struct row *tokens[OPENING_WORDS];
	size_t n = opening_tokens(s, tokens, OPENING_WORDS);
	struct span class;

	if (is_clitic(arena, tokens, n))
		return true;
	for (size_t k = n; k > 0; k--)
		if (table_find(openings, join(arena, tokens, k), &class))
			return span_eq(class, SPAN("hangs"));
	return false;
}

bool
context_cuts_quote(const struct sentence *s)
{
	struct span text = sentence_text(s);
	long guillemets = 0, curly = 0;
	bool straight = false; /* a straight mark opens and closes by turns */
	size_t off = 0;

	for (int32_t c; (c = utf8_next(text, &off)) >= 0;) {
		guillemets += (c == 0xAB) - (c == 0xBB);
		curly += (c == 0x201C) - (c == 0x201D);
		straight ^= c == '"';
	}
	return guillemets != 0 || curly != 0 || straight;
}
