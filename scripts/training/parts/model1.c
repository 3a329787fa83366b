#include "model1.h"

#include <math.h>

double
model1_count(struct ttable *t, const struct sentence_pair *pair)
{
	const uint32_t *link = &t->link[pair->links];
	double log_p = 0;

	for (size_t j = 0; j < pair->n_f; j++, link += pair->n_e + 1) {
		float sum = 0;

		for (size_t i = 0; i <= pair->n_e; i++)
			sum += t->cell[link[i]].p;
		for (size_t i = 0; i <= pair->n_e; i++)
			t->cell[link[i]].n += t->cell[link[i]].p / sum;
		log_p += log(sum / (pair->n_e + 1));
	}
	return log_p;
}
