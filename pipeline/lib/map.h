/* A map from texts to numbers, in an arena: to count and to number a document's words. */
#ifndef RASSEGNA_MAP_H
#define RASSEGNA_MAP_H

#include <stdint.h>

#include "arena.h"

struct map_entry {
	struct span key;
	uint32_t hash;
	uint32_t value;
};

struct map {
	struct arena *arena;
	struct map_entry *v; /* open addressing; free where key.s is NULL */
	size_t n, cap;
};

/* The value of a key, 0 if it is new; good until the next map_at. The key is not copied. */
uint32_t *map_at(struct map *map, struct span key);
uint32_t map_get(const struct map *map, struct span key); /* 0 if it is not there */

uint32_t span_hash(struct span a); /* FNV-1a: the same on every machine */

#endif
