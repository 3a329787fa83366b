/* What the tests of the search share: a language, weights, empty candidates, and chance. */
#ifndef RASSEGNA_TESTS_CANDIDATES_H
#define RASSEGNA_TESTS_CANDIDATES_H

#include "models.h"

static struct language language;
static float weight[NFEATURES];

static inline struct candidates
new_candidates(size_t n)
{
	struct candidates c;

	candidates_init(&c, &arena, &language, weight, n);
	return c;
}

static uint32_t seed;

/* From 0 to n - 1; the same after the same seed. */
static inline unsigned
draw(unsigned n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 16) % n;
}

#endif
