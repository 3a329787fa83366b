#include "kneser_ney.h"

#include "counts.h"
#include "discount.h"

/* Where a text is too small to tell, what is common. */
static void
find_discounts(const uint32_t count[], size_t n, double d[4])
{
	double of[5] = { 0 }; /* how many n-grams have a count */

	for (size_t i = 0; i < n; i++)
		if (count[i] < 5)
			of[count[i]]++;
	discounts(of, d);
	for (int r = 1; r < 4; r++)
		if (d[r] <= 0 || d[r] >= r)
			d[r] = 0.25 + 0.4 * r;
}

static double
discount(const double d[4], uint32_t count)
{
	return d[count < 3 ? count : 3];
}

/* The probabilities of a context's words, out of the counts and those of its suffix. */
static void
smooth_context(const struct trie *t, uint32_t node, const uint32_t count[], const double d[4],
	       struct backoff *m)
{
	double uniform = 1.0 / (t->base[2] - t->base[1] - 1); /* <s> has no share */
	double total = 0, taken = 0;

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
		total += count[i];
		taken += discount(d, count[i]);
	}
	m->backoff[node] = (float)(total > 0 ? taken / total : 1);
	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
		double own = total > 0 ? (count[i] - discount(d, count[i])) / total : 0;
		double lower = node == 0 ? uniform : m->prob[t->suffix[i]];

		m->prob[i] = (float)(own + m->backoff[node] * lower);
	}
	if (node == 0)
		m->prob[BOS] = 0;
}

struct backoff
kneser_ney(const struct trie *t, const struct corpus *c, size_t text, uint32_t count[])
{
	struct backoff m = { .prob = array_new(trie_nodes(t), sizeof(*m.prob)),
			     .backoff = array_new(trie_contexts(t), sizeof(*m.backoff)) };

	count_ngrams(t, c, text, count);
	count_continuations(t, count);
	count[BOS] = 0; /* nothing predicts it */
	for (unsigned k = 0; k < t->order; k++) {
		double d[4] = { 0 };

		find_discounts(count + t->base[k + 1], t->base[k + 2] - t->base[k + 1], d);
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			smooth_context(t, i, count, d, &m);
	}
	return m;
}
