#include "mixture.h"

#include <math.h>
#include <string.h>

#include "kneser_ney.h"

struct mixture {
	struct backoff *part; /* [n] */
	float **dev;          /* [n][dev_n] what each makes of the development text */
	double *weight;       /* [n] */
	size_t n, dev_n;
};

/* One step of EM: each weight becomes its share in what it helped to predict. */
static double
reweigh(struct mixture *mix)
{
	double *share = array_new(mix->n, sizeof(*share)), moved = 0;

	for (size_t i = 0; i < mix->dev_n; i++) {
		double sum = 0;

		for (size_t j = 0; j < mix->n; j++)
			sum += mix->weight[j] * mix->dev[j][i];
		for (size_t j = 0; j < mix->n && sum > 0; j++)
			share[j] += mix->weight[j] * mix->dev[j][i] / sum;
	}
	for (size_t j = 0; j < mix->n; j++) {
		double w = share[j] / (double)mix->dev_n;

		moved += fabs(w - mix->weight[j]);
		mix->weight[j] = w;
	}
	free(share);
	return moved;
}

/* Without a development text, by size. */
static void
start_weights(struct mixture *mix, const struct corpus *c, bool has_dev)
{
	for (size_t i = 0; i < mix->n; i++)
		mix->weight[i] =
		    has_dev ? 1.0 / (double)mix->n
			    : (double)(c->start[i + 1] - c->start[i]) / (double)c->tokens.n;
}

static void
estimate_parts(struct mixture *mix, const struct trie *t, const struct corpus *c,
	       const struct tokens *dev)
{
	uint32_t *count = array_new(trie_nodes(t), sizeof(*count));

	for (size_t i = 0; i < mix->n; i++) {
		mix->part[i] = kneser_ney(t, c, i, count);
		mix->dev[i] = array_new(dev->n, sizeof(**mix->dev));
		mix->dev_n = backoff_score(t, &mix->part[i], dev, mix->dev[i]);
		free(mix->part[i].backoff);
	}
	free(count);
}

/* The sum of the parts; it takes the place of the first. */
static float *
add_parts(const struct mixture *mix, const struct trie *t)
{
	float *sum = mix->part[0].prob;

	for (uint32_t i = 0; i < trie_nodes(t); i++) {
		double p = 0;

		for (size_t j = 0; j < mix->n; j++)
			p += mix->weight[j] * mix->part[j].prob[i];
		sum[i] = (float)p;
	}
	return sum;
}

static void
free_mixture(struct mixture *mix)
{
	for (size_t i = 0; i < mix->n; i++)
		free(mix->dev[i]);
	for (size_t i = 1; i < mix->n; i++)
		free(mix->part[i].prob);
	free(mix->part);
	free(mix->dev);
}

struct backoff
mixture_estimate(const struct trie *t, const struct corpus *c, const struct tokens *dev,
		 double weight[])
{
	struct mixture mix = { .n = c->texts, .weight = weight };
	struct backoff m = { .backoff = array_new(trie_contexts(t) + 1, sizeof(*m.backoff)),
			     .kept = array_new(trie_nodes(t), sizeof(*m.kept)) };

	mix.part = array_new(mix.n, sizeof(*mix.part));
	mix.dev = array_new(mix.n, sizeof(*mix.dev));
	start_weights(&mix, c, dev->n > 0);
	estimate_parts(&mix, t, c, dev);
	for (int step = 0; mix.dev_n > 0 && step < 200 && reweigh(&mix) > 1e-5; step++)
		;
	m.prob = add_parts(&mix, t);
	memset(m.kept, 1, trie_nodes(t));
	free_mixture(&mix);
	return m;
}
