/* Rank sentences by a walk between those that share terms.
 *
 *   w(i,j) = |terms i and j share| / (ln|S_i| + ln|S_j|), 0 if both have one term; w(i,i) = 0
 *   WS(i)  = (1 - d) + d * sum_j w(j,i) / (sum_k w(j,k)) * WS(j),  d = 0.85
 *
 * |S_i| how many terms the item has, each counted once: tf, idf, weight and factor are not used.
 * Score: WS, no unit; the scores sum to n if every item shares a term with another.
 * Source: Mihalcea and Tarau 2004, "TextRank: Bringing Order into Texts", EMNLP, section 2.2 (WS)
 * and section 4.1 (w). Unlike the paper, where the words of a sentence are all its words, ours are
 * the terms the caller kept; w is undefined there for two sentences of one term each; we start at
 * 1 and stop when the changes sum to 1e-6, theirs starts anywhere and stops at 0.0001 each.
 * The groups of similarity.h, where cost and convergence stand, are the lengths: k of them need
 * k (k - 1) / 2 postings, so that memory goes with the postings. */
#ifndef RASSEGNA_TEXTRANK_H
#define RASSEGNA_TEXTRANK_H

#include "rank.h"

rank_fn textrank_rank;

#endif
