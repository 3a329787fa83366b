/* Rank sentences by how much of the article's weight they cover together, greedily.
 *
 *   gain(i|S) = sum over the terms t of i of w_t (sqrt(c_t + 1) - sqrt(c_t)) / sqrt(W_i) * f_i
 *
 * w_t weight of a term; c_t how many of the chosen sentences S have it; W_i words of i; f_i a
 * factor of the sentence alone (its place in the article). A coverage function after Lin and
 * Bilmes 2011, "A class of submodular functions for document summarization", ACL, section 4; unlike
 * theirs the concave function is over sentences that hold a term, and the cost is sqrt(W).
 * Gains only fall as S grows, so the lazy greedy of Minoux 1978 gives the same choice: a heap of
 * old gains, of which the best is computed anew until it stays the best. */
#ifndef RASSEGNA_COVER_H
#define RASSEGNA_COVER_H

#include <stdint.h>

#include "arena.h"

struct cover_item {
	const uint32_t *terms; /* each at most once, index of weight[] */
	size_t nterms;
	double words;  /* W_i > 0 */
	double factor; /* f_i */
};

/* order[n] out: the items as they were chosen; gain[n] out, by item: at the moment of its choice,
 * no unit, >= 0, falling along the order. Ties go to the earlier item. */
void cover_rank(struct arena *arena, size_t n, const struct cover_item items[], size_t nweights,
		const double weight[], size_t order[], double gain[]);

#endif
