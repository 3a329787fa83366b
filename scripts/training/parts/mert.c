#include "mert.h"

#include <math.h>
#include <string.h>

#include "line_search.h"
#include "rescore.h"
#include "xorshift.h"

struct climber {
	struct line_search search;
	size_t n; /* features */
	uint64_t random;
	double *direction; /* [n] */
};

/* In (-1, 1). */
static double
random_share(struct climber *c)
{
	return (double)(xorshift(&c->random) >> 11) / (double)(1ull << 52) - 1;
}

/* To the best place on the line of a feature, or of a random direction. */
static void
move(struct climber *c, size_t k, double w[], double *best)
{
	double x;

	for (size_t i = 0; i < c->n; i++)
		c->direction[i] = k < c->n ? i == k : random_share(c) * fabs(w[i]);
	x = line_search(&c->search, w, c->direction, best);
	for (size_t i = 0; i < c->n; i++)
		w[i] += x * c->direction[i];
}

/* Along each feature, then along as many random directions, until nothing gets better. */
static double
climb(struct climber *c, double w[])
{
	struct tally t = rescore_all(c->search.lists, w);
	double best = metric(&t, c->search.chrf_share), before;

	do {
		before = best;
		for (size_t k = 0; k < 2 * c->n; k++)
			move(c, k, w, &best);
	} while (best > before + 1e-4);
	return best;
}

static void
report(const struct nbest_lists *lists, const struct mert_options *o, long start, const double w[])
{
	struct tally t;

	if (o->report == NULL)
		return;
	t = rescore_all(lists, w);
	o->report(start, &t, o->chrf_share);
}

/* From the old weights, and from places around them. */
static void
climb_all(struct climber *c, const struct mert_options *o, const double from[], double start[],
	  double w[])
{
	double best = -1;

	for (long k = 0; k < o->starts; k++) {
		double reached;

		for (size_t i = 0; i < c->n; i++)
			start[i] = from[i] * (k > 0 ? 1 + random_share(c) : 1);
		reached = climb(c, start);
		report(c->search.lists, o, k, start);
		if (reached > best) {
			best = reached;
			memcpy(w, start, c->n * sizeof(*w));
		}
	}
}

void
mert(const struct nbest_lists *lists, const struct mert_options *o, double w[])
{
	size_t n = lists->features;
	struct climber c = { .search = { .lists = lists, .chrf_share = o->chrf_share },
			     .n = n,
			     .random = 20030707,
			     .direction = array_new(n, sizeof(*c.direction)) };
	double *start = array_new(n, sizeof(*start)), *from = array_new(n, sizeof(*from));

	memcpy(from, w, n * sizeof(*w));
	climb_all(&c, o, from, start, w);
	line_search_free(&c.search);
	free(c.direction);
	free(start);
	free(from);
}
