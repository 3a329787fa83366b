#include "similarity.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_STEPS = 200, SCORE_BITS = 30 };

static const double tolerance = 1e-6;

struct cell {
	double sum;
	size_t group;
};

static double *
ones(struct arena *arena, size_t n)
{
	double *v = ARENA_NEW(arena, double, n);

	for (size_t i = 0; i < n; i++)
		v[i] = 1;
	return v;
}

static size_t *
first_postings(struct arena *arena, const struct rank_input *in)
{
	size_t *first = ARENA_NEW(arena, size_t, in->n + 1);

	for (size_t i = 0; i < in->n; i++)
		first[i + 1] = first[i] + in->items[i].nterms;
	return first;
}

/* Counting sort. */
static const size_t *
items_by_group(struct arena *arena, const struct similarity *s)
{
	size_t *next = ARENA_NEW(arena, size_t, s->ngroups + 1);
	size_t *items = ARENA_NEW(arena, size_t, s->in->n);

	for (size_t i = 0; i < s->in->n; i++)
		next[s->group[i] + 1]++;
	for (size_t g = 0; g < s->ngroups; g++)
		next[g + 1] += next[g];
	for (size_t i = 0; i < s->in->n; i++)
		items[next[s->group[i]]++] = i;
	return items;
}

/* Number the cells of each term from 0 on; begin[t + 1] gets how many it has. */
static void
count_cells(struct arena *arena, struct similarity *s)
{
	const size_t *items = items_by_group(arena, s);
	size_t *newest = ARENA_NEW(arena, size_t, s->in->nterms); /* group + 1, 0 for none */

	for (size_t k = 0; k < s->in->n; k++) {
		const struct rank_item *it = &s->in->items[items[k]];
		size_t group = s->group[items[k]], *cell = &s->cell[s->first[items[k]]];

		for (size_t j = 0; j < it->nterms; j++) {
			uint32_t t = it->terms[j];

			if (newest[t] != group + 1) {
				newest[t] = group + 1;
				s->begin[t + 1]++;
			}
			cell[j] = s->begin[t + 1] - 1;
		}
	}
}

static void
place_cells(struct arena *arena, struct similarity *s)
{
	for (size_t t = 0; t < s->in->nterms; t++)
		s->begin[t + 1] += s->begin[t];
	s->cells = ARENA_NEW(arena, struct cell, s->begin[s->in->nterms]);
	for (size_t i = 0; i < s->in->n; i++) {
		for (size_t k = s->first[i]; k < s->first[i + 1]; k++) {
			s->cell[k] += s->begin[s->in->items[i].terms[k - s->first[i]]];
			s->cells[s->cell[k]].group = s->group[i];
		}
	}
}

struct similarity
similarity_new(struct arena *arena, const struct rank_input *in, const size_t group[],
	       size_t ngroups)
{
	struct similarity s = { .in = in, .group = group, .ngroups = ngroups };

	s.first = first_postings(arena, in);
	s.scale = ones(arena, ngroups * ngroups);
	s.value = ones(arena, s.first[in->n]);
	s.cell = ARENA_NEW(arena, size_t, s.first[in->n]);
	s.begin = ARENA_NEW(arena, size_t, in->nterms + 1);
	count_cells(arena, &s);
	place_cells(arena, &s);
	return s;
}

static void
fill_cells(const struct similarity *s, const double x[])
{
	for (size_t c = 0; c < s->begin[s->in->nterms]; c++)
		s->cells[c].sum = 0;
	for (size_t i = 0; i < s->in->n; i++)
		for (size_t k = s->first[i]; k < s->first[i + 1]; k++)
			s->cells[s->cell[k]].sum += s->value[k] * x[i];
}

static double
row_times(const struct similarity *s, size_t i, double own)
{
	const double *scale = s->scale + s->group[i] * s->ngroups;
	double sum = 0;

	for (size_t k = s->first[i]; k < s->first[i + 1]; k++) {
		uint32_t t = s->in->items[i].terms[k - s->first[i]];
		double part = 0;

		for (size_t c = s->begin[t]; c < s->begin[t + 1]; c++) {
			double others = s->cells[c].sum;

			if (c == s->cell[k] && !s->loops)
				others -= s->value[k] * own;
			part += scale[s->cells[c].group] * others;
		}
		sum += s->value[k] * part;
	}
	return sum;
}

void
similarity_multiply(const struct similarity *s, const double x[], double y[])
{
	fill_cells(s, x);
	for (size_t i = 0; i < s->in->n; i++)
		y[i] = row_times(s, i, x[i]);
}

static void
walk(struct arena *arena, const struct similarity *s, double d, double score[])
{
	size_t n = s->in->n;
	double *degree = ARENA_NEW(arena, double, n), *gets = ARENA_NEW(arena, double, n);
	double *gives = ones(arena, n), change = INFINITY;

	similarity_multiply(s, gives, degree);
	for (size_t i = 0; i < n; i++)
		score[i] = 1;
	for (int step = 0; step < MAX_STEPS && change >= tolerance; step++) {
		for (size_t i = 0; i < n; i++)
			gives[i] = degree[i] > 0 ? score[i] / degree[i] : 0;
		similarity_multiply(s, gives, gets);
		change = 0;
		for (size_t i = 0; i < n; i++) {
			double old = score[i];

			score[i] = 1 - d + d * gets[i];
			change += fabs(score[i] - old);
		}
	}
}

struct ranked {
	double score;
	size_t item;
};

static int
compare_ranked(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

void
similarity_rank(struct arena *arena, const struct similarity *s, double d, size_t order[],
		double score[])
{
	size_t n = s->in->n;
	struct ranked *ranked = ARENA_NEW(arena, struct ranked, n);

	walk(arena, s, d, score);
	for (size_t i = 0; i < n; i++) {
		score[i] = ldexp(round(ldexp(score[i], SCORE_BITS)), -SCORE_BITS);
		ranked[i] = (struct ranked){ score[i], i };
	}
	if (n > 0)
		qsort(ranked, n, sizeof(*ranked), compare_ranked);
	for (size_t k = 0; k < n; k++)
		order[k] = ranked[k].item;
}
