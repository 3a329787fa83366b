/* Negation is small and easily lost when words stay unlinked, and nothing misleads more: a phrase
 * that denies must have a translation that does, and the other way round. */
#ifndef RASSEGNA_TRAINING_NEGATION_H
#define RASSEGNA_TRAINING_NEGATION_H

#include "side.h"

/* Some words of one side of a text. */
struct phrase_words {
	const struct side *side;
	const uint32_t *token; /* [n] */
	size_t n;
};

/* Is an English phrase, as far as negation goes, a translation of an Italian one? */
bool negation_kept(struct phrase_words italian, struct phrase_words english);

#endif
