#include "sumbasic.h"

struct lead {
	double p; /* maybe old, then too much */
	uint32_t term;
};

struct sumbasic {
	const struct rank_input *in;
	double *p;         /* [nterms] */
	bool *taken;       /* [n] */
	size_t *begin;     /* [nterms + 1] where the holders of a term begin */
	size_t *nholders;  /* [nterms] may still count some that are taken */
	size_t *holders;   /* items, in document order */
	struct lead *heap; /* the most probable on top */
	size_t nheap;
};

static void
set_probabilities(struct sumbasic *sb)
{
	double total = 0;

	for (size_t i = 0; i < sb->in->n; i++) {
		const struct rank_item *it = &sb->in->items[i];

		for (size_t j = 0; j < it->nterms; j++) {
			sb->p[it->terms[j]] += it->tf[j];
			sb->begin[it->terms[j] + 1]++;
			total += it->tf[j];
		}
	}
	for (size_t t = 0; t < sb->in->nterms; t++) {
		sb->p[t] /= total > 0 ? total : 1;
		sb->begin[t + 1] += sb->begin[t];
	}
}

static void
set_holders(struct arena *arena, struct sumbasic *sb)
{
	sb->holders = ARENA_NEW(arena, size_t, sb->begin[sb->in->nterms]);
	for (size_t i = 0; i < sb->in->n; i++) {
		const struct rank_item *it = &sb->in->items[i];

		for (size_t j = 0; j < it->nterms; j++) {
			uint32_t t = it->terms[j];

			sb->holders[sb->begin[t] + sb->nholders[t]++] = i;
		}
	}
}

static bool
leads(const struct lead *a, const struct lead *b)
{
	return a->p > b->p || (a->p == b->p && a->term < b->term);
}

static void
sift_down(struct sumbasic *sb, size_t i)
{
	struct lead moved = sb->heap[i];

	for (size_t child; (child = 2 * i + 1) < sb->nheap; i = child) {
		if (child + 1 < sb->nheap && leads(&sb->heap[child + 1], &sb->heap[child]))
			child++;
		if (leads(&moved, &sb->heap[child]))
			break;
		sb->heap[i] = sb->heap[child];
	}
	sb->heap[i] = moved;
}

static void
make_heap(struct arena *arena, struct sumbasic *sb)
{
	sb->nheap = sb->in->nterms;
	sb->heap = ARENA_NEW(arena, struct lead, sb->nheap);
	for (size_t t = 0; t < sb->nheap; t++)
		sb->heap[t] = (struct lead){ sb->p[t], (uint32_t)t };
	for (size_t i = sb->nheap; i-- > 0;)
		sift_down(sb, i);
}

static double
weight_of(const struct sumbasic *sb, const struct rank_item *it)
{
	double sum = 0;

	for (size_t j = 0; j < it->nterms; j++)
		sum += sb->p[it->terms[j]];
	return sum / (double)it->nterms;
}

/* The holder of the most weight, or n if all are taken; those are forgotten on the way. */
static size_t
best_holder(struct sumbasic *sb, uint32_t term)
{
	size_t *holders = &sb->holders[sb->begin[term]], left = 0, best = sb->in->n;
	double most = -1;

	for (size_t k = 0; k < sb->nholders[term]; k++) {
		size_t i = holders[k];
		double weight;

		if (sb->taken[i])
			continue;
		holders[left++] = i;
		weight = weight_of(sb, &sb->in->items[i]);
		if (weight > most) {
			most = weight;
			best = i;
		}
	}
	sb->nholders[term] = left;
	return best;
}

/* The next item, its lead on top of the heap; or n if no probability is left. */
static size_t
next_item(struct sumbasic *sb)
{
	while (sb->nheap > 0 && sb->heap[0].p > 0) {
		struct lead *top = &sb->heap[0];
		size_t best;

		if (top->p != sb->p[top->term]) {
			top->p = sb->p[top->term];
		} else {
			best = best_holder(sb, top->term);
			if (best < sb->in->n)
				return best;
			*top = sb->heap[--sb->nheap];
		}
		if (sb->nheap > 0)
			sift_down(sb, 0);
	}
	return sb->in->n;
}

static void
take(struct sumbasic *sb, size_t item)
{
	const struct rank_item *it = &sb->in->items[item];

	sb->taken[item] = true;
	for (size_t j = 0; j < it->nterms; j++)
		sb->p[it->terms[j]] *= sb->p[it->terms[j]];
}

void
sumbasic_rank(struct arena *arena, const struct rank_input *in, size_t order[], double score[])
{
	struct sumbasic sb = { .in = in };
	size_t k = 0;

	sb.p = ARENA_NEW(arena, double, in->nterms);
	sb.taken = ARENA_NEW(arena, bool, in->n);
	sb.begin = ARENA_NEW(arena, size_t, in->nterms + 1);
	sb.nholders = ARENA_NEW(arena, size_t, in->nterms);
	set_probabilities(&sb);
	set_holders(arena, &sb);
	make_heap(arena, &sb);
	for (size_t item; (item = next_item(&sb)) < in->n;) {
		order[k++] = item;
		score[item] = sb.heap[0].p;
		take(&sb, item);
	}
	for (size_t i = 0; i < in->n; i++) {
		if (!sb.taken[i]) {
			order[k++] = i;
			score[i] = 0;
		}
	}
}
