/* Models of several texts, interpolated linearly into one back-off model with the weights that make
 * a development text most likely.
 * Sources: Jelinek and Mercer 1980, "Interpolated estimation of Markov source parameters from
 * sparse data", for the weights by EM; one model out of several as by -mix-lm of SRILM (Stolcke
 * 2002, "SRILM - an extensible language modeling toolkit", ICSLP). */
#ifndef RASSEGNA_TRAINING_MIXTURE_H
#define RASSEGNA_TRAINING_MIXTURE_H

#include "backoff.h"

/* A model of each text. The weights sum to 1; where the development text has no known word, they
 * are the texts' shares in all tokens. weight: [c->texts] out. Gives the model: its back-off
 * weights are not set yet, all n-grams are kept. */
struct backoff mixture_estimate(const struct trie *t, const struct corpus *c,
				const struct tokens *dev, double weight[]);

#endif
