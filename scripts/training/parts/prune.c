#include "prune.h"

#include <math.h>

#include "counts.h"
#include "nth_largest.h"

void
prune_rare(const struct trie *t, const struct corpus *c, const long cutoff[], struct backoff *m)
{
	uint32_t *count = count_all_ngrams(t, c);

	for (unsigned k = 2; k <= t->order; k++)
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			m->kept[i] = count[i] > cutoff[k - 1];
	free(count);
}

/* How often a context stands in the weighted texts, to a running word. */
static float *
weigh_contexts(const struct trie *t, const struct corpus *c, const double weight[])
{
	float *p = array_new(trie_contexts(t), sizeof(*p));
	uint32_t *count = array_new(trie_nodes(t), sizeof(*count));

	for (size_t text = 0; text < c->texts; text++) {
		double to_one = weight[text] / (double)(c->start[text + 1] - c->start[text]);

		count_ngrams(t, c, text, count);
		for (uint32_t i = 1; i < trie_contexts(t); i++)
			p[i] += (float)(count[i] * to_one);
	}
	free(count);
	return p;
}

/* Stolcke's (5): what the relative entropy loses with an n-gram, its context's share aside. */
static double
loss(double p, double lower, struct rest rest)
{
	double log_backoff = log(rest.here / rest.lower);
	double log_without = log((rest.here + p) / (rest.lower + lower));

	return -(p * (log(lower) + log_without - log(p)) + rest.here * (log_without - log_backoff));
}

static void
score_context(const struct trie *t, const struct backoff *m, uint32_t node, float share,
	      float worth[])
{
	struct rest rest = backoff_rest(t, m, node);

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
		if (m->kept[i]) {
			double d = share * loss(m->prob[i], m->prob[t->suffix[i]], rest);

			worth[i] = d > 0 ? (float)d : 0;
		}
}

static void
raise_to(float worth[], uint32_t node, float least)
{
	if (worth[node] < least)
		worth[node] = least;
}

/* What each n-gram is worth: itself, or the best for which it must stay. */
static void
score_ngrams(const struct trie *t, const struct backoff *m, const float share[], float worth[])
{
	for (uint32_t node = 1; node < trie_contexts(t); node++)
		score_context(t, m, node, share[node], worth);
	for (uint32_t node = trie_contexts(t); node-- > 1;)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
			raise_to(worth, node, worth[i]);
			raise_to(worth, t->suffix[i], worth[i]);
		}
}

static size_t
count_long(const struct trie *t, const struct backoff *m)
{
	size_t n = 0;

	for (unsigned k = 2; k <= t->order; k++)
		n += backoff_size(t, m, k);
	return n;
}

/* Losses are reckoned as if one n-gram went and all others stayed. To prune in several rounds, each
 * by what the last one left, was no better. */
void
prune_by_entropy(const struct trie *t, const struct corpus *c, const double weight[], size_t size,
		 double theta, struct backoff *m)
{
	float *worth = array_new(trie_nodes(t), sizeof(*worth)), least = 0;
	float *share = weigh_contexts(t, c, weight);
	uint32_t from = t->base[2];

	score_ngrams(t, m, share, worth);
	if (size > 0 && count_long(t, m) > size)
		least = nth_largest(worth + from, trie_nodes(t) - from, size);
	if (theta > least)
		least = (float)theta;
	for (uint32_t i = from; i < trie_nodes(t); i++)
		m->kept[i] = m->kept[i] && worth[i] > least;
	free(share);
	free(worth);
}
