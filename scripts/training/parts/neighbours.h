/* Which units stand beside each unit, and how often: all pairs in a row of a text, by one of the
 * two. */
#ifndef RASSEGNA_TRAINING_NEIGHBOURS_H
#define RASSEGNA_TRAINING_NEIGHBOURS_H

#include "units.h"

struct neighbour {
	uint32_t unit, count;
};

/* Those of a unit on one side: v[start[unit]] .. v[start[unit + 1]]. */
struct neighbours {
	size_t *start; /* [units + 1] */
	ARRAY(struct neighbour);
};

/* Those behind each unit, or those before it. */
struct neighbours neighbours_of(const struct units *u, bool behind);
void neighbours_free(struct neighbours *l);

#endif
