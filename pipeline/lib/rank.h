/* What every method of ranking sentences gets and gives; see cover.h, textrank.h, ... */
#ifndef RASSEGNA_RANK_H
#define RASSEGNA_RANK_H

#include <stdint.h>

#include "arena.h"

/* A sentence as a bag of terms. */
struct rank_item {
	const uint32_t *terms; /* each once, index of weight[] and idf[] */
	const uint32_t *tf;    /* how often the sentence has it, > 0 */
	size_t nterms;
	double words;  /* > 0 */
	double factor; /* of the sentence alone, 1 if nothing speaks for or against it */
};

struct rank_input {
	size_t n; /* items that may be chosen, in document order */
	const struct rank_item *items;
	size_t nterms;        /* of the document */
	const double *idf;    /* [nterms], natural logarithm, > 0 */
	const double *weight; /* [nterms], sentences of the document that have it, times idf */
};

/* order[n] out: the items, best first, ties to the earlier one; score[n] out, by item: >= 0,
 * falling along the order, unit as the method says. */
typedef void rank_fn(struct arena *arena, const struct rank_input *in, size_t order[],
		     double score[]);

#endif
