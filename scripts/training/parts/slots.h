/* An index by open addressing: finds the number of a thing, which the caller keeps in an array.
 * 4 bytes a slot, of which at most two thirds are taken. */
#ifndef RASSEGNA_TRAINING_SLOTS_H
#define RASSEGNA_TRAINING_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct slots {
	uint32_t *v; /* [n] 1 + number, 0 where free */
	size_t n;    /* 0 or a power of 2 */
};

/* The slot of the thing that is the same as key, or the free one where it belongs. Of slots that
 * have room: see slots_reserve. */
typedef bool slots_same(const void *things, uint32_t number, const void *key);
uint32_t *slots_find(const struct slots *s, uint64_t hash, slots_same *same, const void *things,
		     const void *key);

/* Make room for one more thing besides the n there are, which have the numbers 0 .. n - 1. */
typedef uint64_t slots_hash(const void *things, uint32_t number);
void slots_reserve(struct slots *s, size_t n, slots_hash *hash, const void *things);

uint64_t slots_mix(uint64_t h); /* spread a number over all bits, for hashes */

#endif
