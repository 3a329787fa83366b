/* The upper envelope of straight lines: which of them is the highest at each place. */
#ifndef RASSEGNA_TRAINING_ENVELOPE_H
#define RASSEGNA_TRAINING_ENVELOPE_H

#include <stddef.h>

struct ray {
	double start, slope; /* its height at x is start + x * slope */
	size_t i;            /* the caller's */
};

/* Leave those that are highest somewhere, from x = - infinity on; of equal ones that of the lowest
 * i. Returns how many. */
size_t envelope(struct ray v[], size_t n);

double envelope_meeting(const struct ray *a, const struct ray *b); /* x where they cross */

#endif
