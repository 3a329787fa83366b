/* Rank sentences by how frequent their terms are, greedily; what has been said counts less.
 *
 *   p(t) = occurrences of t in the items / occurrences of all terms in them
 *   weight(i) = sum over the terms t of i of p(t) / |terms of i|
 *
 * Among the items that hold the most probable term that is left (of two the lower index), take
 * the one of the most weight (of two the earlier); p(t) becomes p(t)^2 for its terms; repeat. A
 * term is left while an item that is not taken yet holds it. Where p is 0 for all that is left (no
 * terms, or a double has no smaller number), the rest follows in document order.
 * Score: p of that most probable term at the moment of the choice, no unit: it falls along the
 * order. The weight need not, as an item of more weight waits until its term leads. So two items
 * of equal score tie only if their weights under the same term are equal, too.
 * Source: Nenkova and Vanderwende 2005, "The impact of frequency on summarization", Microsoft
 * Research MSR-TR-2005-101 (SumBasic); Vanderwende et al. 2007, "Beyond SumBasic", Information
 * Processing and Management 43. A term counts once in the mean, however often the item has it.
 * Unlike the papers we do not stop at a length but rank all items; words are the terms the caller
 * kept; idf, weight and factor are not used.
 * Cost: memory with the postings. A term leads once per squaring, and after about 10 of them (more
 * if p is near 1) it is 0, so that the time is at most some 10 times the sum of |terms of i|^2,
 * plus a heap of terms; only if the document has one single term, whose p stays 1, it is n^2. */
#ifndef RASSEGNA_SUMBASIC_H
#define RASSEGNA_SUMBASIC_H

#include "rank.h"

rank_fn sumbasic_rank;

#endif
