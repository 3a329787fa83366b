#include "sumbasic.h"

#include "heap.h"

struct sumbasic {
	const struct rank_input *in;
	double *p;        /* [nterms] */
	bool *taken;      /* [n] */
	size_t *begin;    /* [nterms + 1] where the holders of a term begin */
	size_t *nholders; /* [nterms] may still count some that are taken */
	size_t *holders;  /* items, in document order */
	struct heap heap; /* of the terms, by a probability that may be old, then too high */
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

static void
make_heap(struct arena *arena, struct sumbasic *sb)
{
	sb->heap.n = sb->in->nterms;
	sb->heap.v = ARENA_NEW(arena, struct heap_entry, sb->heap.n);
	for (size_t t = 0; t < sb->heap.n; t++)
		sb->heap.v[t] = (struct heap_entry){ sb->p[t], t };
	heap_build(&sb->heap);
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
best_holder(struct sumbasic *sb, size_t term)
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
	while (sb->heap.n > 0 && sb->heap.v[0].value > 0) {
		struct heap_entry top = sb->heap.v[0];
		size_t best;

		if (top.value != sb->p[top.id]) {
			heap_lower_top(&sb->heap, sb->p[top.id]);
			continue;
		}
		best = best_holder(sb, top.id);
		if (best < sb->in->n)
			return best;
		heap_pop(&sb->heap);
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
		score[item] = sb.heap.v[0].value;
		take(&sb, item);
	}
	for (size_t i = 0; i < in->n; i++) {
		if (!sb.taken[i]) {
			order[k++] = i;
			score[i] = 0;
		}
	}
}
