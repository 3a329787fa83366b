/* A sentence, its translation, and which words are linked to which. */
#ifndef RASSEGNA_TRAINING_ALIGNMENT_H
#define RASSEGNA_TRAINING_ALIGNMENT_H

#include "aligned_text.h"

enum { MAX_LENGTH = 100 }; /* words of a side; longer sentences are left out */
enum { NO_WORD = 255 };

/* The first and the last of the words that a word is linked to; both NO_WORD if there is none. */
struct linked {
	uint8_t first, last;
};

struct alignment {
	size_t number, n, m; /* of the sentence, from 0; words of the source, of the target */
	const uint32_t *source, *target;
	const uint8_t *link; /* [links][2] source word, target word */
	size_t links;
	float weight;
	struct linked of_source[MAX_LENGTH], of_target[MAX_LENGTH];
};

/* False: too long, or of no weight. A link outside of the sentences ends the program. */
bool alignment_take(struct alignment *a, const struct aligned_text *text, size_t number);

/* Widen the range to a place; to another range. */
void linked_widen(struct linked *range, uint8_t at);

#endif
