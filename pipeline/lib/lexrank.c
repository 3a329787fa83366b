#include "lexrank.h"

#include <math.h>

#include "similarity.h"

static const double jump = 0.15; /* the paper's d */

/* tf idf, divided by the length of the vector: then the cosine is a sum of products. */
static void
set_values(const struct rank_input *in, const struct rank_item *it, double value[])
{
	double squares = 0;

	for (size_t j = 0; j < it->nterms; j++) {
		value[j] = it->tf[j] * in->idf[it->terms[j]];
		squares += value[j] * value[j];
	}
	for (size_t j = 0; j < it->nterms; j++)
		value[j] /= sqrt(squares);
}

void
lexrank_rank(struct arena *arena, const struct rank_input *in, size_t order[], double score[])
{
	const size_t *group = ARENA_NEW(arena, size_t, in->n); /* all in one */
	struct similarity s = similarity_new(arena, in, group, 1);

	s.loops = true;
	for (size_t i = 0; i < in->n; i++)
		set_values(in, &in->items[i], &s.value[s.first[i]]);
	similarity_rank(arena, &s, 1 - jump, order, score);
	for (size_t i = 0; i < in->n; i++)
		score[i] /= (double)in->n;
}
