/* A back-off n-gram model over a trie: the probability of a word behind a context is that of the
 * longest n-gram there is, times the back-off weights of the longer contexts. */
#ifndef RASSEGNA_TRAINING_BACKOFF_H
#define RASSEGNA_TRAINING_BACKOFF_H

#include "trie.h"

struct backoff {
	float *prob;    /* [nodes] of the last word behind the others */
	float *backoff; /* [contexts] */
	uint8_t *kept;  /* [nodes] which n-grams the model has; NULL: all */
};

void backoff_free(struct backoff *m);

/* What a context's words leave over: here, and of its suffix's probabilities; never less than a
 * millionth. */
struct rest {
	double here, lower;
};
struct rest backoff_rest(const struct trie *t, const struct backoff *m, uint32_t context);

/* Back-off weights so that the probabilities behind each context sum to 1. */
void backoff_normalise(const struct trie *t, struct backoff *m);

/* How many n-grams of an order are kept. */
size_t backoff_size(const struct trie *t, const struct backoff *m, unsigned order);

/* The probabilities of the words of a text, </s> among them, those unknown left out; p: [text->n]
 * out. Returns how many there are. */
size_t backoff_score(const struct trie *t, const struct backoff *m, const struct tokens *text,
		     float p[]);

#endif
