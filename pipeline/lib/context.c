#include "context.h"

#include <unicode/uchar.h>

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

/* What is open at a place of the text: marks of each kind; a straight one opens and closes by
 * turns. */
struct quotes {
	int guillemets, curly;
	bool straight;
};

static bool
is_open(const struct quotes *q)
{
	return q->guillemets != 0 || q->curly != 0 || q->straight;
}

static void
count_quote(struct quotes *q, int32_t c)
{
	q->guillemets += (c == 0xAB) - (c == 0xBB);
	q->curly += (c == 0x201C) - (c == 0x201D);
	q->straight ^= c == '"';
}

/* Goes on with the quotations that the sentence finds open. False if a letter stands outside. */
static bool
read_quotes(struct quotes *q, struct span text)
{
	bool all = true;
	size_t off = 0;

	for (int32_t c; (c = utf8_next(text, &off)) >= 0;) {
		count_quote(q, c);
		all &= is_open(q) || !u_isalpha(c);
	}
	return all;
}

/* The end of the quotation that is opened in sentence i and not closed there, in its block; i if
 * it is not closed at all. bare: nothing but the quotation. */
static size_t
quotation_end(const struct document *doc, size_t i, bool *bare, bool *cut)
{
	struct quotes open = { 0 };
	size_t end = i;

	*bare = read_quotes(&open, sentence_text(&doc->sentences.v[i]));
	*cut = is_open(&open);
	while (is_open(&open)) {
		if (open.guillemets < 0 || open.curly < 0)
			return i; /* what it closes was opened in another block */
		if (++end == doc->sentences.n || sentence_starts_block(&doc->sentences.v[end]))
			return i;
		*bare &= read_quotes(&open, sentence_text(&doc->sentences.v[end]));
	}
	*cut = false;
	return end;
}

/* "Lo ha detto il sindaco." */
static bool
attributes(const struct table *openings, struct arena *arena, const struct document *doc, size_t i)
{
	return i < doc->sentences.n && !sentence_starts_block(&doc->sentences.v[i]) &&
	       context_points_back(openings, arena, &doc->sentences.v[i]);
}

struct passage *
context_passages(const struct table *openings, struct arena *arena, const struct document *doc)
{
	struct passage *of = ARENA_NEW(arena, struct passage, doc->sentences.n);

	for (size_t i = 0; i < doc->sentences.n;) {
		struct passage p = { .from = i };
		bool bare;

		p.to = quotation_end(doc, i, &bare, &p.cut);
		if (bare && attributes(openings, arena, doc, p.to + 1))
			p.to++;
		while (i <= p.to)
			of[i++] = p;
	}
	return of;
}
