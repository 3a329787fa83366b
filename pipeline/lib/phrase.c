#include "phrase.h"

#include <string.h>

#include "buf.h"
#include "lexicon.h"
#include "token.h"

bool
row_is_content(const struct row *row)
{
	return row_is(row, "NOUN") || row_is(row, "ADJ") || row_is(row, "PROPN");
}

bool
rows_agree(const struct row *a, const struct row *b)
{
	struct span x, y;

	return !misc_get(a->col[C_FEATS], SPAN("Number"), &x) ||
	       !misc_get(b->col[C_FEATS], SPAN("Number"), &y) || span_eq(x, y);
}

const struct row *
sentence_row(const struct sentence *s, size_t i)
{
	static const struct row none = { .kind = ROW_EMPTY };

	return i < s->rows.n ? &s->rows.v[i] : &none;
}

static struct span
with_ending(struct arena *arena, struct span form, size_t cut, const char *ending)
{
	return arena_concat(arena, (struct span){ form.s, form.n - cut }, span_of(ending));
}

static bool
is_noun(const struct table *lexicon, struct span lemma)
{
	return lexicon_exact(lexicon, lemma, SPAN("NOUN")).n > 0;
}

/* The noun that a form belongs to, if the lexicon has one. */
static struct span
noun_lemma(const struct table *lexicon, struct arena *arena, const struct row *row)
{
	static const char *const endings[][2] = { { "chi", "co" }, { "ghi", "go" }, { "che", "ca" },
						  { "ghe", "ga" }, { "i", "o" },    { "i", "e" },
						  { "e", "a" },    { "e", "o" },    { "a", "o" } };
	struct span form = token_key(arena, row->col[C_FORM]);

	if (is_noun(lexicon, form))
		return form;
	if (is_noun(lexicon, row->col[C_LEMMA]))
		return row->col[C_LEMMA];
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span plural = span_of(endings[i][0]), lemma;

		if (!span_ends(form, plural))
			continue;
		lemma = with_ending(arena, form, plural.n, endings[i][1]);
		if (is_noun(lexicon, lemma))
			return lemma;
	}
	return SPAN("");
}

/* "i dispersi", "la nuova sindaca": is the word behind an article or a number, and no noun behind
 * it? */
static bool
is_noun_place(const struct sentence *s, size_t i)
{
	const struct row *next = sentence_row(s, i + 1), *before;

	if (i > 1 && row_is(&s->rows.v[i - 1], "ADJ"))
		i--;
	before = i > 0 ? &s->rows.v[i - 1] : sentence_row(s, s->rows.n);
	return (row_is(before, "DET") || row_is(before, "NUM")) && !row_is(next, "NOUN") &&
	       !row_is(next, "PROPN") && !row_is(next, "ADJ") && !row_is(next, "NUM");
}

/* May a word that is an adjective or a verb to the tagger be a noun? Not a short one. */
static bool
may_be_noun(const struct row *row)
{
	if (row_is(row, "ADJ"))
		return true;
	return row_is_verb(row) && row->col[C_FORM].n >= 5 &&
	       !span_ends(row->col[C_FORM], SPAN("re"));
}

static bool
is_unknown_adjective(const struct table *lexicon, const struct row *row)
{
	return row_is(row, "ADJ") && lexicon_exact(lexicon, row->col[C_LEMMA], SPAN("ADJ")).n == 0;
}

void
phrase_find_nouns(const struct table *lexicon, const struct sentence *s, struct map *nouns)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		if (may_be_noun(row) && (is_noun_place(s, i) || is_unknown_adjective(lexicon, row)))
			*map_at(nouns, row->col[C_FORM]) = 1;
	}
}

static struct sentence *
copy_sentence(struct arena *arena, const struct sentence *s)
{
	struct sentence *copy = ARENA_NEW(arena, struct sentence, 1);

	*copy = *s;
	copy->rows.v = ARENA_NEW(arena, struct row, s->rows.n);
	memcpy(copy->rows.v, s->rows.v, s->rows.n * sizeof(*s->rows.v));
	return copy;
}

/* An adjective is a noun only where it stands as one; a verb form wherever it comes. */
const struct sentence *
phrase_nouns(const struct table *lexicon, const struct map *nouns, const struct sentence *s)
{
	struct sentence *copy = NULL;

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];
		struct span lemma;

		if (!may_be_noun(row) || map_get(nouns, row->col[C_FORM]) == 0)
			continue;
		if (row_is(row, "ADJ") && !is_noun_place(s, i) &&
		    !is_unknown_adjective(lexicon, row))
			continue;
		lemma = noun_lemma(lexicon, nouns->arena, row);
		if (lemma.n == 0)
			continue;
		if (copy == NULL)
			copy = copy_sentence(nouns->arena, s);
		copy->rows.v[i].col[C_LEMMA] = lemma;
		copy->rows.v[i].col[C_UPOS] = SPAN("NOUN");
	}
	return copy == NULL ? s : copy;
}

static bool
is_relational(struct span adjective)
{
	static const char *const endings[] = { "ale", "are", "ario", "ico", "ivo", "torio", "ese" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (span_ends(adjective, span_of(endings[i])))
			return true;
	return false;
}

bool
phrase_is_fixed(const struct phrase *p)
{
	const struct row *second = sentence_row(p->s, p->from + 1), *last = &p->s->rows.v[p->to];

	if (p->to == p->from + 1)
		return row_is(last, "ADJ") && is_relational(last->col[C_LEMMA]);
	return p->to == p->from + 2 && row_is(second, "ADP") && row_is(last, "NOUN") &&
	       (span_eq(second->col[C_LEMMA], SPAN("di")) ||
		span_eq(second->col[C_LEMMA], SPAN("a")));
}

struct span
phrase_key(struct arena *arena, const struct phrase *p)
{
	struct buf key = { .arena = arena };

	for (size_t i = p->from; i <= p->to; i++) {
		const struct row *row = &p->s->rows.v[i];

		if (row->kind != ROW_WORD)
			continue;
		if (key.n > 0)
			buf_putc(&key, ' ');
		buf_put(&key, row_is(row, "ADP") || row_is(row, "DET")
				  ? token_key(arena, row->col[C_FORM])
				  : row->col[C_LEMMA]);
	}
	return buf_span(&key);
}

struct span
phrase_surface(struct arena *arena, const struct phrase *p)
{
	struct buf out = { .arena = arena };
	struct span spaces;

	for (size_t i = p->from; i <= p->to; i++) {
		const struct row *row = &p->s->rows.v[i];

		buf_put(&out, row_is(row, "PROPN") ? row->col[C_FORM]
						   : token_key(arena, row->col[C_FORM]));
		if (i < p->to && !misc_get(row->col[C_MISC], SPAN("SpaceAfter"), &spaces))
			buf_putc(&out, ' ');
		if (row->kind == ROW_RANGE) /* its words come next: pass over them */
			while (i + 1 <= p->to && sentence_row(p->s, i + 1)->last <= row->last)
				i++;
	}
	return buf_span(&out);
}

/* "condannato" beside a feminine noun is "condannata". */
static void
put_adjective(struct buf *out, struct span lemma, bool feminine)
{
	if (!feminine || !span_ends(lemma, SPAN("o"))) {
		buf_put(out, lemma);
		return;
	}
	buf_put(out, (struct span){ lemma.s, lemma.n - 1 });
	buf_putc(out, 'a');
}

/* "piccoli comuni" is "piccolo comune". */
static struct span
adjective_first(struct arena *arena, const struct row *adjective, const struct row *noun)
{
	struct buf out = { .arena = arena };

	put_adjective(&out, adjective->col[C_LEMMA], row_has(noun, SPAN("Gender"), SPAN("Fem")));
	buf_putc(&out, ' ');
	buf_put(&out, noun->col[C_LEMMA]);
	return buf_span(&out);
}

struct span
phrase_citation(struct arena *arena, const struct phrase *p)
{
	const struct row *head = &p->s->rows.v[p->from];
	bool feminine = row_has(head, SPAN("Gender"), SPAN("Fem"));
	struct buf out = { .arena = arena };
	struct phrase rest = { p->s, p->from + 1, p->to };

	if (row_is(head, "PROPN"))
		return phrase_surface(arena, p);
	if (row_is(head, "ADJ") && p->to == p->from + 1)
		return adjective_first(arena, head, &p->s->rows.v[p->to]);
	if (p->from < p->to && !row_has(head, SPAN("Number"), SPAN("Plur")))
		return phrase_surface(arena, p);
	buf_put(&out, head->col[C_LEMMA]);
	for (; rest.from <= rest.to && row_is(&p->s->rows.v[rest.from], "ADJ"); rest.from++) {
		buf_putc(&out, ' ');
		put_adjective(&out, p->s->rows.v[rest.from].col[C_LEMMA], feminine);
	}
	if (rest.from <= rest.to) {
		buf_putc(&out, ' ');
		buf_put(&out, phrase_surface(arena, &rest));
	}
	return buf_span(&out);
}

static struct span
english_word(const struct senses *senses, const struct row *row)
{
	struct span word = sense_find(senses, row->col[C_LEMMA], row->col[C_UPOS]).english;

	return word.n == 0 && row_is(row, "PROPN") ? row->col[C_FORM] : word;
}

/* NOUN ADJ ADJ as "adjective adjective noun". */
static struct span
english_group(const struct senses *senses, const struct phrase *p)
{
	struct buf out = { .arena = senses->arena };

	for (size_t i = p->to + 1; i-- > p->from;) {
		struct span word;

		if (!row_is_content(&p->s->rows.v[i]))
			continue;
		word = english_word(senses, &p->s->rows.v[i]);
		if (word.n == 0)
			return word;
		if (out.n > 0)
			buf_putc(&out, ' ');
		buf_put(&out, word);
	}
	return buf_span(&out);
}

static struct span
join_words(struct arena *arena, struct span a, struct span b)
{
	return arena_concat(arena, a, arena_concat(arena, SPAN(" "), b));
}

struct span
phrase_english(const struct senses *senses, const struct phrase *p)
{
	struct span left, right, word;
	size_t adp = p->from;

	while (adp <= p->to && !row_is(&p->s->rows.v[adp], "ADP"))
		adp++;
	if (adp > p->to)
		return english_group(senses, p);
	left = english_group(senses, &(struct phrase){ p->s, p->from, adp - 1 });
	right = english_group(senses, &(struct phrase){ p->s, adp + 1, p->to });
	if (left.n == 0 || right.n == 0)
		return SPAN("");
	word = english_word(senses, &p->s->rows.v[adp]);
	if (span_eq(word, SPAN("of")))
		return join_words(senses->arena, right, left);
	return join_words(senses->arena, left, join_words(senses->arena, word, right));
}
