#include "bags.h"

#include <math.h>

#include "sentence.h"
#include "utf8.h"

enum { FEW_TERMS = 4, MANY_WORDS = 12 };

struct bag {
	VEC(uint32_t) terms;
	VEC(uint32_t) tf;
	size_t words, upper, verbs, finite, tagged;
};

static struct span
term_of(const struct row *row)
{
	struct span stem = SPAN("");

	if (!misc_get(row->col[C_MISC], SPAN("Stem"), &stem) && utf8_has_digit(row->col[C_FORM]))
		stem = row->col[C_FORM];
	return stem;
}

static void
count_row(struct bag *bag, const struct row *row)
{
	if (utf8_has_letter(row->col[C_FORM]) || utf8_has_digit(row->col[C_FORM]))
		bag->words++;
	bag->upper += utf8_is_upper(row->col[C_FORM]);
	bag->tagged += !span_eq(row->col[C_UPOS], SPAN("_"));
	bag->verbs +=
	    span_eq(row->col[C_UPOS], SPAN("VERB")) || span_eq(row->col[C_UPOS], SPAN("AUX"));
	bag->finite += row_has(row, SPAN("VerbForm"), SPAN("Fin"));
}

static void
count_term(struct arena *arena, struct map *terms, struct map *seen, struct bag *bag,
	   struct span term)
{
	uint32_t *place = map_at(seen, term), *id;

	if (bag->tf.v != NULL && *place > 0) {
		bag->tf.v[*place - 1]++;
		return;
	}
	*place = (uint32_t)bag->terms.n + 1;
	id = map_at(terms, term);
	if (*id == 0)
		*id = (uint32_t)terms->n;
	*PUSH(arena, &bag->terms) = *id - 1;
	*PUSH(arena, &bag->tf) = 1;
}

static struct bag
make_bag(struct arena *arena, struct map *terms, const struct sentence *s)
{
	struct bag bag = { 0 };
	struct map seen = { .arena = arena };

	for (size_t i = 0; i < s->rows.n; i++) {
		struct span term;

		if (s->rows.v[i].kind != ROW_WORD)
			continue;
		count_row(&bag, &s->rows.v[i]);
		term = term_of(&s->rows.v[i]);
		if (term.n > 0)
			count_term(arena, terms, &seen, &bag, term);
	}
	return bag;
}

static bool
is_whole(const struct bag *bag, struct span block, struct span text)
{
	if (!span_eq(block, SPAN("paragraph")) && !span_eq(block, SPAN("quote")) &&
	    !span_eq(block, SPAN("item")))
		return false;
	if (2 * bag->upper > bag->words || bag->terms.n < 2 || span_ends(text, SPAN("?")))
		return false;
	if (bag->words >= MANY_WORDS)
		return true;
	return sentence_is_closed(text) && (bag->verbs > 0 || bag->tagged == 0) &&
	       bag->terms.n >= FEW_TERMS;
}

struct span
bags_standfirst(const struct document *doc)
{
	struct span value = SPAN("");

	if (doc->sentences.n > 0)
		comment_get(&doc->sentences.v[0], SPAN("meta::standfirst"), &value);
	return value;
}

/* "Annullata la gara" */
static bool
is_headline(const struct bag *bag, struct span text, struct span standfirst)
{
	return bag->tagged > 0 && bag->finite == 0 && text.n > 0 &&
	       memmem(standfirst.s, standfirst.n, text.s, text.n) != NULL;
}

/* The sentences that may be chosen; where none is whole (strict), all but the title. */
static size_t
eligible(const struct document *doc, const struct bag bags[], bool strict, size_t out[])
{
	struct span block = SPAN("paragraph"), standfirst = bags_standfirst(doc), text;
	size_t n = 0;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		const struct sentence *s = &doc->sentences.v[i];

		block = sentence_block(s, block);
		text = sentence_text(s);
		if (strict ? is_whole(&bags[i], block, text) &&
				 !is_headline(&bags[i], text, standfirst)
			   : !span_eq(block, SPAN("title")) && bags[i].words > 0)
			out[n++] = i;
	}
	return n;
}

/* Sentences of the document that have each term. */
static double *
count_sentences(struct arena *arena, const struct bag bags[], size_t n, size_t nterms)
{
	double *sf = ARENA_NEW(arena, double, nterms);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < bags[i].terms.n; j++)
			sf[bags[i].terms.v[j]]++;
	return sf;
}

static void
weigh_terms(const struct idf *idf, struct arena *arena, double *sf, struct bags *bags)
{
	const struct map *numbers = &bags->numbers;

	bags->terms = ARENA_NEW(arena, struct span, numbers->n);
	bags->idf = ARENA_NEW(arena, double, numbers->n);
	bags->weight = sf;
	for (size_t i = 0; i < numbers->cap; i++)
		if (numbers->v[i].key.s != NULL) {
			uint32_t t = numbers->v[i].value - 1;

			bags->terms[t] = numbers->v[i].key;
			bags->idf[t] = idf_of(idf, bags->terms[t]);
			bags->weight[t] *= bags->idf[t];
		}
}

static struct rank_item
make_item(const struct bag *bag, size_t place)
{
	return (struct rank_item){ bag->terms.v, bag->tf.v, bag->terms.n, (double)bag->words,
				   1 + 10 * exp(-(double)place) };
}

void
bags_make(const struct idf *idf, struct arena *arena, const struct document *doc, struct bags *bags)
{
	size_t all = doc->sentences.n, n;
	struct bag *bag = ARENA_NEW(arena, struct bag, all);

	*bags = (struct bags){ .sentence = ARENA_NEW(arena, size_t, all),
			       .numbers = { .arena = arena } };
	for (size_t i = 0; i < all; i++)
		bag[i] = make_bag(arena, &bags->numbers, &doc->sentences.v[i]);
	weigh_terms(idf, arena, count_sentences(arena, bag, all, bags->numbers.n), bags);
	if ((n = eligible(doc, bag, true, bags->sentence)) == 0)
		n = eligible(doc, bag, false, bags->sentence);
	bags->items = ARENA_NEW(arena, struct rank_item, n);
	for (size_t i = 0; i < n; i++)
		bags->items[i] = make_item(&bag[bags->sentence[i]], i);
	bags->in = (struct rank_input){ n, bags->items, bags->numbers.n, bags->idf, bags->weight };
}

void
bags_count(struct bags *bags, struct span term, double sentences)
{
	uint32_t number = map_get(&bags->numbers, term);

	if (number > 0)
		bags->weight[number - 1] += sentences * bags->idf[number - 1];
}

void
bags_ask(struct bags *bags, struct span term, double factor)
{
	uint32_t number = map_get(&bags->numbers, term);

	for (size_t i = 0; i < bags->in.n; i++)
		bags->items[i].factor = 1;
	if (number == 0)
		return;
	bags->weight[number - 1] *= factor;
	bags->idf[number - 1] *= factor;
}
