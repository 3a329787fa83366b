#include "cover.h"

#include <math.h>

#include "heap.h"

struct cover {
	const struct rank_input *in;
	uint32_t *chosen; /* c_t */
	struct heap heap; /* the items that are left, by gain */
	size_t taken;     /* items chosen so far */
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

static struct heap_entry
take_best(struct cover *c)
{
	for (;;) { /* the top's gain may be old: only if it stays on top it is the best */
		size_t item = c->heap.v[0].id;

		heap_lower_top(&c->heap, gain_of(c, item));
		if (c->heap.v[0].id == item)
			return heap_pop(&c->heap);
	}
}

static void
choose(struct cover *c, struct heap_entry best, size_t order[], double score[])
{
	const struct rank_item *it = &c->in->items[best.id];

	order[c->taken++] = best.id;
	score[best.id] = best.value;
	for (size_t i = 0; i < it->nterms; i++)
		c->chosen[it->terms[i]]++;
}

/* first: the item that is chosen before all others, or n for none. */
static void
rank(struct arena *arena, const struct rank_input *in, size_t first, size_t order[], double score[])
{
	struct cover c = { .in = in, .chosen = ARENA_NEW(arena, uint32_t, in->nterms) };

	if (first < in->n)
		choose(&c, (struct heap_entry){ gain_of(&c, first), first }, order, score);
	c.heap.v = ARENA_NEW(arena, struct heap_entry, in->n);
	for (size_t i = 0; i < in->n; i++)
		if (i != first)
			c.heap.v[c.heap.n++] = (struct heap_entry){ gain_of(&c, i), i };
	heap_build(&c.heap);
	while (c.heap.n > 0)
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
