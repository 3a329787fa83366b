/* Minimum error rate training: the weights by which the first choices of n-best lists are best.
 * Source: Och 2003, "Minimum error rate training in statistical machine translation", ACL. Lines
 * are those of the features, and random ones, from the old weights and from places around them.
 * k-best batch MIRA (Cherry and Foster 2012) was tried: it ended 0.2 to 0.3 BLEU below. */
#ifndef RASSEGNA_TRAINING_MERT_H
#define RASSEGNA_TRAINING_MERT_H

#include "metric.h"
#include "nbest_lists.h"

struct mert_options {
	double chrf_share; /* of the metric */
	long starts;       /* places to climb from */
	/* where each climb has led; NULL: not asked for */
	void (*report)(long start, const struct tally *t, double chrf_share);
};

/* w: [features] the weights that made the lists, and the better ones out. */
void mert(const struct nbest_lists *lists, const struct mert_options *o, double w[]);

#endif
