#include "cover.h"

#include <math.h>

struct candidate {
	double gain;
	size_t item;
};

struct cover {
	const struct rank_input *in;
	uint32_t *chosen;       /* c_t */
	struct candidate *heap; /* the best on top */
	size_t n;
	size_t taken; /* items chosen so far */
};

enum { LEAD_WORDS = 6 };

/* The cost of a sentence: with a whole root (0.5) short fragments win, without any long lists. */
static const double cost_exponent = 0.3;

static double
gain_of(const struct cover *c, size_t item)
{
	const struct rank_item *it = &c->in->items[item];
	double sum = 0;

	for (size_t i = 0; i < it->nterms; i++) {
		uint32_t t = it->terms[i];

		sum += c->in->weight[t] * (sqrt(c->chosen[t] + 1.0) - sqrt(c->chosen[t]));
	}
	return sum / pow(it->words, cost_exponent) * (c->taken == 0 ? it->factor : 1);
}

static bool
better(const struct candidate *a, const struct candidate *b)
{
	return a->gain > b->gain || (a->gain == b->gain && a->item < b->item);
}

static void
sift_down(struct cover *c, size_t i)
{
	struct candidate moved = c->heap[i];

	for (size_t child; (child = 2 * i + 1) < c->n; i = child) {
		if (child + 1 < c->n && better(&c->heap[child + 1], &c->heap[child]))
			child++;
		if (better(&moved, &c->heap[child]))
			break;
		c->heap[i] = c->heap[child];
	}
	c->heap[i] = moved;
}

static struct candidate
take_best(struct cover *c)
{
	struct candidate best;

	for (;;) { /* the top's gain may be old: only if it stays on top it is the best */
		struct candidate before = c->heap[0];

		c->heap[0].gain = gain_of(c, before.item);
		sift_down(c, 0);
		if (c->heap[0].item == before.item)
			break;
	}
	best = c->heap[0];
	c->heap[0] = c->heap[--c->n];
	if (c->n > 0)
		sift_down(c, 0);
	return best;
}

static void
choose(struct cover *c, struct candidate best, size_t order[], double score[])
{
	const struct rank_item *it = &c->in->items[best.item];

	order[c->taken++] = best.item;
	score[best.item] = best.gain;
	for (size_t i = 0; i < it->nterms; i++)
		c->chosen[it->terms[i]]++;
}

/* first: the item that is chosen before all others, or n for none. */
static void
rank(struct arena *arena, const struct rank_input *in, size_t first, size_t order[], double score[])
{
	struct cover c = { in, ARENA_NEW(arena, uint32_t, in->nterms),
			   ARENA_NEW(arena, struct candidate, in->n), 0, 0 };

	if (first < in->n)
		choose(&c, (struct candidate){ gain_of(&c, first), first }, order, score);
	for (size_t i = 0; i < in->n; i++)
		if (i != first)
			c.heap[c.n++] = (struct candidate){ gain_of(&c, i), i };
	for (size_t i = c.n; i-- > 0;)
		sift_down(&c, i);
	while (c.n > 0)
		choose(&c, take_best(&c), order, score);
}

void
cover_rank(struct arena *arena, const struct rank_input *in, size_t order[], double score[])
{
	rank(arena, in, in->n, order, score);
}

void
leadcov_rank(struct arena *arena, const struct rank_input *in, size_t order[], double score[])
{
	size_t first = 0;

	while (first < in->n && in->items[first].words < LEAD_WORDS)
		first++;
	rank(arena, in, first, order, score);
	if (first < in->n && in->n > 1) /* chosen for its place: no other scores higher */
		score[first] = fmax(score[first], score[order[1]]);
}
