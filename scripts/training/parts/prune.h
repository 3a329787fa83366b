/* N-grams of a model that are not worth their place.
 * Source: Stolcke 1998, "Entropy-based pruning of backoff language models", with two changes: the
 * probability of a context is its frequency in the weighted texts, since that by Kneser-Ney's lower
 * orders is far off (Chelba et al. 2010, "Study on interaction between entropy pruning and
 * Kneser-Ney smoothing", Interspeech), and an n-gram counts for as much as the best longer one that
 * begins or ends with it, so that none is left without the shorter ones that a search for it goes
 * through. */
#ifndef RASSEGNA_TRAINING_PRUNE_H
#define RASSEGNA_TRAINING_PRUNE_H

#include "backoff.h"

/* Neither changes back-off weights: normalise afterwards. Single words are always kept. */

/* N-grams of order k that all texts together have no more than cutoff[k - 1] times go. */
void prune_rare(const struct trie *t, const struct corpus *c, const long cutoff[],
		struct backoff *m);

/* The n-grams of two words and more that change the entropy by theta (nats) or less go; and the
 * least of them until no more than size are left, 0: as many as there are. weight: [c->texts], sums
 * to 1. */
void prune_by_entropy(const struct trie *t, const struct corpus *c, const double weight[],
		      size_t size, double theta, struct backoff *m);

#endif
