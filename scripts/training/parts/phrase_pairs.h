/* Pairs of phrases, a source and its translation, and what was counted of them. */
#ifndef RASSEGNA_TRAINING_PHRASE_PAIRS_H
#define RASSEGNA_TRAINING_PHRASE_PAIRS_H

#include "orientation.h"
#include "pair_index.h"
#include "phrases.h"

struct phrase_pair {
	uint32_t source, target; /* numbers of phrases */
	uint32_t sentences, last;
	uint32_t kinds; /* bit i: text of kind i */
	float count;
	float forward, backward; /* lexical weights, the best of all occurrences */
	float orientation[ORIENTATIONS];
};

struct phrase_pairs {
	struct phrases sources, targets;
	ARRAY(struct phrase_pair) list;
	struct pair_index index; /* of sources and targets */
};

/* The pair of these two, a new one if it is new; good until the next call. */
struct phrase_pair *phrase_pair_at(struct phrase_pairs *p, uint32_t source, uint32_t target);

#endif
