/* Rank sentences by how much of the article's weight they cover together, greedily.
 *
 *   gain(i|S) = sum over the terms t of i of w_t (sqrt(c_t + 1) - sqrt(c_t)) / W_i^0.3 * f_i
 *
 * w_t weight of a term; c_t how many of the chosen sentences S have it; W_i words of i; f_i the
 * item's factor for the first choice, 1 for all others: news says first what it is about, so a
 * place at the beginning speaks for the one sentence that opens the summary, not for the rest.
 * A coverage function after Lin and Bilmes 2011, "A class of submodular functions for document
 * summarization", ACL, section 4; unlike theirs the concave function is over sentences that hold
 * a term. The exponent of the cost is their r (section 3.3).
 * Gains only fall as S grows, so the lazy greedy of Minoux 1978 gives the same choice: a heap of
 * old gains, of which the best is computed anew until it stays the best. Score: the gain at the
 * moment of the choice. */
#ifndef RASSEGNA_COVER_H
#define RASSEGNA_COVER_H

#include "rank.h"

rank_fn cover_rank;

/* The same, but the first choice is the first sentence of at least six words, whatever it covers.
 */
rank_fn leadcov_rank;

#endif
