/* A heap of values that only fall: the largest on top, ties to the lower id. For lazy greedy
 * choices, where a value may be old, and then too large, until it comes to the top. */
#ifndef RASSEGNA_HEAP_H
#define RASSEGNA_HEAP_H

#include <stddef.h>

struct heap_entry {
	double value;
	size_t id;
};

struct heap {
	struct heap_entry *v; /* v[0] is the top */
	size_t n;
};

void heap_build(struct heap *heap); /* from entries in any order */
void heap_lower_top(struct heap *heap, double value);
struct heap_entry heap_pop(struct heap *heap); /* of n > 0 */

#endif
