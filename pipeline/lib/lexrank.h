/* Rank sentences by a walk between those that use the same words (continuous LexRank).
 *
 *   cos(i,j) = sum_t tf_it tf_jt idf_t^2 / (|i| |j|),  |i| = sqrt(sum_t (tf_it idf_t)^2)
 *   p(i)     = d/n + (1 - d) * sum_j cos(i,j) / (sum_k cos(k,j)) * p(j),  d = 0.15
 *
 * weight and factor are not used. Score: p, a probability; the scores sum to 1 if every item has
 * terms.
 * Source: Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience in Text
 * Summarization", JAIR 22: cos is their idf-modified cosine, p the formula of section 3.3. Their d
 * is the chance to jump, which they put between 0.1 and 0.2: 1 - d is what textrank.h calls d.
 * Unlike the paper's LexRank with threshold, which binds i to j if cos(i,j) > 0.1 and which did
 * better there than the continuous one, ours takes every cosine as it is: there is no threshold to
 * fit to the length of the sentences, and the matrix stays a product of two thin ones, which needs
 * time and memory with the postings only, not with the pairs (similarity.h, one group). Like the
 * paper we let a sentence be similar to itself; unlike there, one without terms is not: it gets
 * d/n, the least. idf is what the caller has. We stop when the changes of n p sum to 1e-6. */
#ifndef RASSEGNA_LEXRANK_H
#define RASSEGNA_LEXRANK_H

#include "rank.h"

rank_fn lexrank_rank;

#endif
