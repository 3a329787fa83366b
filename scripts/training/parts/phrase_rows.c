#include "phrase_rows.h"

#include <math.h>

#include "aligned_text.h"
#include "association.h"
#include "discount.h"
#include "phrase_order.h"

enum { SCALE = 8 }; /* costs of a nat */

static const double FREQUENT = 0.02; /* the least probability of what a word often becomes */

struct phrase_row {
	const struct phrase_pair *pair;
	const struct phrase *source, *target;
	double forward, backward; /* probabilities of the phrases */
};

struct phrase_rows {
	struct phrase_pairs *pairs;
	double discount[4]; /* of pairs seen once, twice, more often */
	uint32_t *rank[2];  /* of each word of the source, of the target by its bytes */
	ARRAY(struct phrase_row) rows;
	double orientation[ORIENTATIONS]; /* of all pairs */
};

static void
find_discounts(struct phrase_rows *t)
{
	double of[5] = { 0 };

	for (size_t i = 0; i < t->pairs->list.n; i++)
		if (t->pairs->list.v[i].sentences <= 4)
			of[t->pairs->list.v[i].sentences]++;
	discounts(of, t->discount);
}

/* The discount of a pair, in units of its weighted count. */
static double
discount_of(const struct phrase_rows *t, const struct phrase_pair *pair)
{
	double taken = t->discount[pair->sentences < 3 ? pair->sentences : 3];

	return fmin(fmax(taken, 0), 0.95) * pair->count / pair->sentences;
}

static void
discount_pairs(struct phrase_rows *t)
{
	struct phrase_pairs *p = t->pairs;

	for (size_t i = 0; i < p->list.n; i++) {
		const struct phrase_pair *pair = &p->list.v[i];
		float taken = (float)discount_of(t, pair);

		p->sources.list.v[pair->source].discounted += taken;
		p->targets.list.v[pair->target].discounted += taken;
	}
}

/* The probability of a phrase, of given another one; what discounts have set free goes to all that
 * it may be, by how many partners they have. */
static double
smoothed(const struct phrase_rows *t, const struct phrase_pair *pair, const struct phrase *of,
	 const struct phrase *given)
{
	double general = of->partners / (double)t->pairs->list.n;

	return (pair->count - discount_of(t, pair) + given->discounted * general) / given->count;
}

static void
add_row(struct phrase_rows *t, const struct phrase_pair *pair)
{
	const struct phrase *f = &t->pairs->sources.list.v[pair->source];
	const struct phrase *e = &t->pairs->targets.list.v[pair->target];

	*APPEND(&t->rows) =
	    (struct phrase_row){ pair, f, e, smoothed(t, pair, e, f), smoothed(t, pair, f, e) };
}

/* Small words stand nearly everywhere, so that "lo" and "it" are no more often together than by
 * chance: what a single word becomes often stays. */
static bool
is_frequent_word(const struct phrase_rows *t, const struct phrase_pair *pair)
{
	const struct phrase *f = &t->pairs->sources.list.v[pair->source];
	const struct phrase *e = &t->pairs->targets.list.v[pair->target];

	return f->length == 1 && pair->sentences >= 9 && smoothed(t, pair, e, f) >= FREQUENT;
}

static void
choose_rows(struct phrase_rows *t, double significance)
{
	const struct phrase_pairs *p = t->pairs;
	size_t n = side_sentences(p->sources.side);
	double *lf = log_factorials(n);

	for (size_t i = 0; i < p->list.n; i++) {
		const struct phrase_pair *pair = &p->list.v[i];
		double together =
		    association(lf, n, p->sources.list.v[pair->source].sentences,
				p->targets.list.v[pair->target].sentences, pair->sentences);

		for (int k = 0; k < ORIENTATIONS; k++)
			t->orientation[k] += pair->orientation[k];
		if (together - log((double)n) > significance || is_frequent_word(t, pair))
			add_row(t, pair);
	}
	free(lf);
}

static int
by_source(const void *a, const void *b, void *rows)
{
	const struct phrase_rows *t = rows;
	const struct phrase_row *r = a, *q = b;
	int order = phrase_order(&t->pairs->sources, t->rank[0], r->source, q->source);

	if (order != 0)
		return order;
	if (r->forward != q->forward)
		return r->forward > q->forward ? -1 : 1;
	return phrase_order(&t->pairs->targets, t->rank[1], r->target, q->target);
}

static void
sort_rows(struct phrase_rows *t)
{
	t->rank[0] = phrase_order_rank(t->pairs->sources.side);
	t->rank[1] = phrase_order_rank(t->pairs->targets.side);
	if (t->rows.n > 0)
		qsort_r(t->rows.v, t->rows.n, sizeof(*t->rows.v), by_source, t);
	free(t->rank[0]);
	free(t->rank[1]);
}

static void
put_phrase(const struct phrases *p, const struct phrase *phrase)
{
	for (size_t i = 0; i < phrase->length; i++) {
		if (i > 0)
			put(SPAN(" "));
		put(side_word(p->side, phrase_tokens(p, phrase)[i]));
	}
	put(SPAN("\t"));
}

static int
cost(double p)
{
	return (int)lround(fmin(-SCALE * log(fmax(p, 1e-30)), 255));
}

/* Orientation counts of the pair, with those of all pairs as prior of weight 0.5 * 3. */
static void
put_orientations(const struct phrase_rows *t, const struct phrase_pair *pair)
{
	for (int half = 0; half < ORIENTATIONS; half += DIRECTIONS) {
		double all =
		    t->orientation[half] + t->orientation[half + 1] + t->orientation[half + 2];

		for (int k = half; k < half + DIRECTIONS; k++)
			printf("%s%d", k > 0 ? " " : "\t",
			       cost((pair->orientation[k] + 1.5 * t->orientation[k] / all) /
				    (pair->count + 1.5)));
	}
}

static void
put_row(const struct phrase_rows *t, const struct phrase_row *r)
{
	put_phrase(&t->pairs->sources, r->source);
	put_phrase(&t->pairs->targets, r->target);
	printf("%u", r->pair->sentences < 9 ? r->pair->sentences : 9);
	for (int i = 0; text_kinds[i] != '\0'; i++)
		if (r->pair->kinds >> i & 1)
			putchar(text_kinds[i]);
	printf("\t%d %d %d %d", cost(r->forward), cost(r->backward), cost(r->pair->forward),
	       cost(r->pair->backward));
	put_orientations(t, r->pair);
	putchar('\n');
}

void
phrase_rows_write(struct phrase_pairs *pairs, size_t best, double significance)
{
	struct phrase_rows t = { .pairs = pairs };
	size_t of_source = 0;

	find_discounts(&t);
	discount_pairs(&t);
	choose_rows(&t, significance);
	sort_rows(&t);
	for (size_t i = 0; i < t.rows.n; i++) {
		of_source =
		    i > 0 && t.rows.v[i - 1].source == t.rows.v[i].source ? of_source + 1 : 0;
		if (of_source < best)
			put_row(&t, &t.rows.v[i]);
	}
	free(t.rows.v);
}
