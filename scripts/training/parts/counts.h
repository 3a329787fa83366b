/* How often the n-grams of a trie stand in the texts. */
#ifndef RASSEGNA_TRAINING_COUNTS_H
#define RASSEGNA_TRAINING_COUNTS_H

#include "trie.h"

/* In one of the texts; count: [nodes] out. */
void count_ngrams(const struct trie *t, const struct corpus *c, size_t text, uint32_t count[]);

/* In all of them: [nodes], to be freed. */
uint32_t *count_all_ngrams(const struct trie *t, const struct corpus *c);

/* Lower orders count the words that stand before the n-gram, not how often (Kneser and Ney 1995,
 * "Improved backing-off for m-gram language modeling", ICASSP). Where nothing can stand before it,
 * behind <s>, its count remains. */
void count_continuations(const struct trie *t, uint32_t count[]);

#endif
