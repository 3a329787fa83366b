/* The order of phrases in a table: word by word, by their bytes. */
#ifndef RASSEGNA_TRAINING_PHRASE_ORDER_H
#define RASSEGNA_TRAINING_PHRASE_ORDER_H

#include "phrases.h"

/* The rank of each word of a side by its bytes, [words], to be freed. */
uint32_t *phrase_order_rank(const struct side *side);

/* As memcmp, by these ranks; a phrase that another begins with comes first. */
int phrase_order(const struct phrases *p, const uint32_t rank[], const struct phrase *a,
		 const struct phrase *b);

#endif
