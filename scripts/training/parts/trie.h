/* All n-grams of all texts, order by order, each order sorted; node 0 is the empty n-gram, node w
 * the unigram of word w. About 50 bytes a running word. */
#ifndef RASSEGNA_TRAINING_TRIE_H
#define RASSEGNA_TRAINING_TRIE_H

#include "lib/ngram.h"
#include "lm_corpus.h"

/* Arrays by node; those of order k are base[k] .. base[k + 1]. */
struct trie {
	unsigned order;
	uint32_t base[NGRAM_MAX + 3];
	uint32_t *word;
	uint32_t *child;  /* the first; the last is before that of the next node */
	uint32_t *suffix; /* the n-gram without its first word */
	uint32_t *place;  /* [places] where in the text, sorted by the words from there on */
	uint32_t *leaf;   /* [places] its longest n-gram */
	size_t places;
};

void trie_build(struct trie *t, const struct corpus *c, unsigned order);
void trie_free(struct trie *t);

/* The child of a node by a word, 0 if there is none. */
uint32_t trie_child(const struct trie *t, uint32_t node, uint32_t word);

/* How many nodes; how many of them, the first ones, have children. */
uint32_t trie_nodes(const struct trie *t);
uint32_t trie_contexts(const struct trie *t);

#endif
