#include "context.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "phrase.h"
#include "token.h"
#include "utf8.h"

enum { OPENING_WORDS = 4, APPOSITION_ROWS = 20 };

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
	return SPAN_AMONG(key, forms);
}

/* What the table says of the opening: how many tokens of it, the longest first; 0: nothing. */
static size_t
find_opening(const struct table *openings, struct arena *arena, const struct row *const tokens[],
	     size_t n, struct span *class)
{
	while (n > 0 && !table_find(openings, join(arena, tokens, n), class))
		n--;
	return n;
}

static bool
is_third_person(const struct row *row) /* "lui", "gli", "li"; not "si", "sé" */
{
	return row_is(row, "PRON") && row_has(row, SPAN("PronType"), SPAN("Prs")) &&
	       row_has(row, SPAN("Person"), SPAN("3")) && !span_eq(row->col[C_LEMMA], SPAN("si")) &&
	       !span_eq(row->col[C_LEMMA], SPAN("sé"));
}

static bool
is_theirs(const struct row *row) /* "la loro attenzione" */
{
	return row_is(row, "DET") && row_has(row, SPAN("Poss"), SPAN("Yes")) &&
	       (span_eq(row->col[C_LEMMA], SPAN("loro")) ||
		span_eq(row->col[C_LEMMA], SPAN("suo")));
}

/* "Quando gli è stato detto", "In questo contesto": before any noun that it could mean. "In questi
 * giorni" means the reader's; the owner may come behind "Nel suo discorso". */
static bool
means_one_before(const struct table *openings, struct arena *arena,
		 const struct row *const tokens[], size_t n)
{
	bool in_phrase = false;
	struct span class;

	for (size_t i = 0; i < n; i++) {
		if (row_is(tokens[i], "NOUN") || row_is(tokens[i], "PROPN"))
			return false;
		if (is_third_person(tokens[i]) || (is_theirs(tokens[i]) && !in_phrase))
			return true;
		in_phrase |= row_is(tokens[i], "ADP") || tokens[i]->kind == ROW_RANGE;
		if (row_is(tokens[i], "DET") && row_has(tokens[i], SPAN("PronType"), SPAN("Dem")))
			return find_opening(openings, arena, tokens + i, n - i, &class) == 0 ||
			       !span_eq(class, SPAN("free"));
	}
	return false;
}

static bool
is_one(const struct row *row) /* "un ponte", "una delle leggi" */
{
	return (row_is(row, "DET") || row_is(row, "PRON")) &&
	       span_eq(row->col[C_LEMMA], SPAN("uno"));
}

static bool
is_finite(const struct row *row)
{
	return row->kind == ROW_WORD && row_has(row, SPAN("VerbForm"), SPAN("Fin"));
}

/* Who does it was said before: "Ha preso il treno", "È una delle poche leggi". Other verbs may have
 * their subject behind them: "È arrivato il treno". */
static bool
leaves_out_subject(const struct row *const tokens[], size_t n)
{
	if (n < 2 || !row_is(tokens[0], "AUX") || !is_finite(tokens[0]) ||
	    !row_has(tokens[0], SPAN("Person"), SPAN("3")))
		return false;
	return span_eq(tokens[0]->col[C_LEMMA], SPAN("avere")) ||
	       (span_eq(tokens[0]->col[C_LEMMA], SPAN("essere")) && is_one(tokens[1]));
}

/* The word that makes a clause of its own out of what follows: "che", "dove", "quando". */
static bool
opens_clause(const struct row *row)
{
	return row_is(row, "SCONJ") ||
	       (row->kind == ROW_WORD && row_has(row, SPAN("PronType"), SPAN("Rel")));
}

/* Its verbs stand in clauses that hang on a noun, or it has none. */
static bool
has_no_verb(const struct sentence *s)
{
	size_t clauses = 0;

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		clauses += opens_clause(row);
		if (span_eq(row->col[C_FORM], SPAN(","))) /* "tra cui due donne, sono" */
			clauses = 0;
		if (is_finite(row) && clauses-- == 0)
			return false;
	}
	return true;
}

/* A clause or a noun of the sentence before, cut off by a stop: "Una quantità enorme, che ...",
 * "Parole del sindaco". A long one says enough to stand. */
static bool
is_afterthought(const struct sentence *s, const struct row *first)
{
	bool apposition = row_is(first, "NOUN") || is_one(first);

	return ((apposition && s->rows.n <= APPOSITION_ROWS) || opens_clause(first)) &&
	       has_no_verb(s);
}

bool
context_points_back(const struct table *openings, struct arena *arena, const struct sentence *s)
{
	const struct row *tokens[OPENING_WORDS];
	size_t n = opening_tokens(s, tokens, OPENING_WORDS);
	struct span class;

	if (n == 0)
		return false;
	if (is_clitic(arena, tokens, n) || means_one_before(openings, arena, tokens, n) ||
	    leaves_out_subject(tokens, n) || is_afterthought(s, tokens[0]))
		return true;
	return find_opening(openings, arena, tokens, n, &class) > 0 &&
	       !span_eq(class, SPAN("free"));
}

size_t
context_connective(const struct table *openings, struct arena *arena, const struct sentence *s)
{
	const struct row *tokens[OPENING_WORDS];
	size_t n = opening_tokens(s, tokens, OPENING_WORDS);
	struct span class;

	n = n > 0 && tokens[0] == &s->rows.v[0] ? find_opening(openings, arena, tokens, n, &class)
						: 0;
	return n > 0 && span_eq(class, SPAN("joins")) ? n : 0;
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
