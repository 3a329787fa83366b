/* The best place on a line in the space of weights.
 * Source: Och 2003, "Minimum error rate training in statistical machine translation", ACL, section
 * 5: along the line the first choices change at known places only, and the metric between them is
 * constant, so the best place is found exactly. */
#ifndef RASSEGNA_TRAINING_LINE_SEARCH_H
#define RASSEGNA_TRAINING_LINE_SEARCH_H

#include "array.h"
#include "envelope.h"
#include "metric.h"
#include "nbest_lists.h"

/* The first choice of a list changes at x. */
struct turn {
	double x;
	const struct matches *from, *to;
};

struct line_search {
	const struct nbest_lists *lists;
	double chrf_share; /* of the metric */
	ARRAY(struct ray) rays;
	ARRAY(struct turn) turns;
};

/* How far to go from w along a direction, both [features], for a metric above the one at hand, and
 * what it is there; 0 if nothing is better. */
double line_search(struct line_search *s, const double w[], const double direction[],
		   double *metric_there);
void line_search_free(struct line_search *s);

#endif
