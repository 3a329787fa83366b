/* The source of a language model as lib/ngram.h describes it. */
#ifndef RASSEGNA_TRAINING_LM_SOURCE_H
#define RASSEGNA_TRAINING_LM_SOURCE_H

#include "backoff.h"

/* Write to stdout; costs in unit-ths of a nat, words of one context by cost. head: a file whose
 * lines become comments at the head of the model, or NULL; if it cannot be read, the program ends
 * with a message. */
void lm_source_write(const struct trie *t, const struct backoff *m, const struct vocabulary *words,
		     long unit, const char *head);

#endif
