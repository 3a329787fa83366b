/* Pairs of numbers, numbered themselves as they come. */
#ifndef RASSEGNA_TRAINING_PAIR_INDEX_H
#define RASSEGNA_TRAINING_PAIR_INDEX_H

#include "array.h"
#include "slots.h"

struct pair_index {
	ARRAY(uint64_t) key; /* by number of a pair: first << 32 | second */
	struct slots slots;
};

/* The number of a pair: that of a new one is how many there were before. */
uint32_t pair_index_add(struct pair_index *p, uint32_t first, uint32_t second);

/* The same of a pair that may not be there: then NO_PAIR. Something has been added before. */
#define NO_PAIR UINT32_MAX
uint32_t pair_index_find(const struct pair_index *p, uint32_t first, uint32_t second);

#endif
