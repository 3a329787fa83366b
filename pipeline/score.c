/* rassegna-score - add "# score" and "# rank" to the sentences of CoNLL-U;
 * see rassegna-score(1). */
#include <math.h>

#include "cli.h"
#include "lib/cover.h"
#include "lib/idf.h"
#include "lib/map.h"
#include "lib/sentence.h"
#include "lib/utf8.h"

static const char usage[] = "usage: rassegna-score [-u] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

enum { FEW_TERMS = 4, MANY_WORDS = 12 };

/* What is scored of a sentence: its terms, numbered over the document. */
struct bag {
	VEC(uint32_t) terms;
	size_t words, upper, verbs, tagged;
};

/* A row's term: its stem, or the number that it is ("14,8"). */
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
}

/* Number the terms of a sentence; the map counts from 1, the terms from 0. */
static struct bag
make_bag(struct arena *arena, struct map *terms, const struct sentence *s)
{
	struct bag bag = { 0 };
	struct map seen = { .arena = arena };

	for (size_t i = 0; i < s->rows.n; i++) {
		struct span term = term_of(&s->rows.v[i]);
		uint32_t *id;

		if (s->rows.v[i].kind != ROW_WORD)
			continue;
		count_row(&bag, &s->rows.v[i]);
		if (term.n == 0 || (*map_at(&seen, term))++ > 0)
			continue;
		id = map_at(terms, term);
		if (*id == 0)
			*id = (uint32_t)terms->n;
		*PUSH(arena, &bag.terms) = *id - 1;
	}
	return bag;
}

/* Titles, headings, captions, datelines and fragments stand for nothing. */
static bool
is_whole(const struct bag *bag, struct span block, struct span text)
{
	if (!span_eq(block, SPAN("paragraph")) && !span_eq(block, SPAN("quote")) &&
	    !span_eq(block, SPAN("item")))
		return false;
	if (2 * bag->upper > bag->words || bag->terms.n < 2)
		return false;
	if (bag->words >= MANY_WORDS)
		return true;
	return sentence_is_closed(text) && (bag->verbs > 0 || bag->tagged == 0) &&
	       bag->terms.n >= FEW_TERMS;
}

/* w_t = sentences of this article that have t, times idf. */
static double *
term_weights(const struct idf *idf, struct arena *arena, const struct map *terms,
	     const struct bag bags[], size_t n)
{
	double *weight = ARENA_NEW(arena, double, terms->n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < bags[i].terms.n; j++)
			weight[bags[i].terms.v[j]]++;
	for (size_t i = 0; i < terms->cap; i++)
		if (terms->v[i].key.s != NULL)
			weight[terms->v[i].value - 1] *= idf_of(idf, terms->v[i].key);
	return weight;
}

/* The sentences that may be chosen, in order; where none is whole, all but the title. */
static size_t
eligible(const struct document *doc, const struct bag bags[], bool strict, size_t out[])
{
	struct span block = SPAN("paragraph");
	size_t n = 0;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		const struct sentence *s = &doc->sentences.v[i];

		block = sentence_block(s, block);
		if (strict ? is_whole(&bags[i], block, sentence_text(s))
			   : !span_eq(block, SPAN("title")) && bags[i].words > 0)
			out[n++] = i;
	}
	return n;
}

static struct cover_item
make_item(const struct bag *bag, size_t place)
{
	double early = 1 + 3 * exp(-(double)place);

	return (struct cover_item){ bag->terms.v, bag->terms.n, (double)bag->words,
				    bag->terms.n < FEW_TERMS ? 0.3 * early : early };
}

static void
write_score(struct arena *arena, struct sentence *s, double score, size_t rank)
{
	char number[32];

	snprintf(number, sizeof(number), "%.4f", score);
	comment_set(arena, s, SPAN("score"), arena_copy(arena, span_of(number)));
	comment_drop(s, SPAN("rank"));
	if (rank == 0)
		return;
	snprintf(number, sizeof(number), "%zu", rank);
	comment_add(arena, s, SPAN("rank"), arena_copy(arena, span_of(number)));
}

/* The gain of a sentence at its choice, relative to that of the first one chosen. */
static void
write_scores(struct arena *arena, struct document *doc, size_t n, const size_t index[],
	     const size_t order[], const double gain[])
{
	double most = n > 0 && gain[order[0]] > 0 ? gain[order[0]] : 1;

	for (size_t i = 0; i < doc->sentences.n; i++)
		write_score(arena, &doc->sentences.v[i], 0, 0);
	for (size_t k = 0; k < n; k++)
		write_score(arena, &doc->sentences.v[index[order[k]]], gain[order[k]] / most,
			    k + 1);
}

static void
score(void *idf, struct arena *arena, struct document *doc)
{
	size_t all = doc->sentences.n, n, *index = ARENA_NEW(arena, size_t, all);
	struct bag *bags = ARENA_NEW(arena, struct bag, all);
	struct map terms = { .arena = arena };
	struct cover_item *items;
	double *weight, *gain;
	size_t *order;

	for (size_t i = 0; i < all; i++)
		bags[i] = make_bag(arena, &terms, &doc->sentences.v[i]);
	weight = term_weights(idf, arena, &terms, bags, all);
	if ((n = eligible(doc, bags, true, index)) == 0)
		n = eligible(doc, bags, false, index);
	items = ARENA_NEW(arena, struct cover_item, n);
	order = ARENA_NEW(arena, size_t, n);
	gain = ARENA_NEW(arena, double, n);
	for (size_t i = 0; i < n; i++)
		items[i] = make_item(&bags[index[i]], i);
	cover_rank(arena, n, items, terms.n, weight, order, gain);
	write_scores(arena, doc, n, index, order, gain);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	struct idf idf;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		cli_option(c, usage);
	cli_table(&idf.df, "idf");
	idf_count(&idf);
	filter_documents(argv + optind, score, &idf);
	table_close(&idf.df);
	finish(0);
}
