/* The ids that were given so far, as 64-bit hashes: 16 bytes an article at most, however long the
 * run. Two ids that share a hash (one chance in 10^7 for a million articles) count as one. */
#ifndef RASSEGNA_IDSET_H
#define RASSEGNA_IDSET_H

#include <stdint.h>

#include "arena.h"

struct idset {
	uint64_t *slot; /* open addressing; 0 is free */
	size_t n, cap;
	void (*oom)(void);
};

/* The id itself the first time, then "id~2", "id~3", ...: in the arena, and remembered. */
struct span idset_unique(struct idset *set, struct arena *arena, struct span id);
void idset_free(struct idset *set);

#endif
