/* The phrases of one side of a parallel text, as numbers. */
#ifndef RASSEGNA_TRAINING_PHRASES_H
#define RASSEGNA_TRAINING_PHRASES_H

#include "side.h"
#include "slots.h"

struct phrase {
	uint32_t start; /* of its first occurrence among the side's tokens */
	uint32_t length;
	uint32_t sentences, last; /* how many have it; the last seen, plus 1 */
	uint32_t partners;        /* distinct phrases of the other side */
	float count, discounted;  /* of its pairs; what the discount has set free */
};

struct phrases {
	const struct side *side;
	ARRAY(struct phrase) list;
	struct slots slots;
};

/* The number of the phrase of n tokens that begins at side->token[start], a new one if it is new.
 */
uint32_t phrase_number(struct phrases *p, size_t start, size_t n);
const uint32_t *phrase_tokens(const struct phrases *p, const struct phrase *phrase);

/* Count in how many sentences each phrase stands, of up to longest tokens, extracted there or not.
 */
void phrases_count_sentences(struct phrases *p, size_t longest);

#endif
