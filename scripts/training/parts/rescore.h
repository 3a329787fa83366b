/* What a decoder would choose from n-best lists by other weights. */
#ifndef RASSEGNA_TRAINING_RESCORE_H
#define RASSEGNA_TRAINING_RESCORE_H

#include "metric.h"
#include "nbest_lists.h"

/* The score of hypothesis i by weights w, [features]: the inner product with its features. */
double rescore(const struct nbest_list *list, size_t i, size_t features, const double w[]);

/* What the first choices of all lists, of equals the first, sum up to. */
struct tally rescore_all(const struct nbest_lists *lists, const double w[]);

#endif
