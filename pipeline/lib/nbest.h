/* The n best translations of a sentence, from what search has kept: paths that differ from a
 * better one by one recombined hypothesis, best first (as lists of n best are made in Koehn 2010,
 * "Statistical Machine Translation", section 9.1.2). */
#ifndef RASSEGNA_NBEST_H
#define RASSEGNA_NBEST_H

#include "search.h"

struct path {
	float score;
	size_t n;                       /* steps */
	size_t changed;                 /* the step up to which it is another's, from the end */
	const struct hypothesis **step; /* the last one first; not the empty one */
};

/* Paths best[0 .. count) and what is next to them: at most limit, their number is returned. Two
 * may say the same words. */
size_t nbest(struct arena *arena, struct hypothesis *const best[], size_t count, size_t limit,
	     struct path out[]);

/* The words of a path, in order, and the sum of its features. */
size_t path_words(struct arena *arena, const struct path *path, struct span **words);
void path_values(const struct path *path, float value[NFEATURES]);

#endif
