/* A heap: the largest value on top, ties to the lower id, so that runs are alike.
 *
 * For queues, where entries come and go; and for lazy greedy choices over values that only fall,
 * where one may be old, and then too large, until it comes to the top. */
#ifndef RASSEGNA_HEAP_H
#define RASSEGNA_HEAP_H

#include "arena.h"

struct heap_entry {
	double value;
	size_t id;
};

struct heap {
	struct heap_entry *v; /* v[0] is the top */
	size_t n, cap;
};

void heap_build(struct heap *heap); /* from entries in any order */
void heap_push(struct arena *arena, struct heap *heap, double value, size_t id);
void heap_lower_top(struct heap *heap, double value);
struct heap_entry heap_pop(struct heap *heap); /* of n > 0 */

#endif
