#include "rescore.h"

#include <math.h>

double
rescore(const struct nbest_list *list, size_t i, size_t features, const double w[])
{
	const float *row = list->features + i * features;
	double sum = 0;

	for (size_t k = 0; k < features; k++)
		sum += w[k] * row[k];
	return sum;
}

static size_t
first_choice(const struct nbest_list *list, size_t features, const double w[])
{
	size_t best = 0;
	double best_score = -HUGE_VAL;

	for (size_t i = 0; i < list->n; i++) {
		double s = rescore(list, i, features, w);

		if (s > best_score) {
			best_score = s;
			best = i;
		}
	}
	return best;
}

struct tally
rescore_all(const struct nbest_lists *lists, const double w[])
{
	struct tally t = { 0 };

	for (size_t i = 0; i < lists->n; i++) {
		const struct nbest_list *list = &lists->v[i];
		size_t best = first_choice(list, lists->features, w);

		tally_add(&t, &list->matches[best], &list->reference);
	}
	return t;
}
