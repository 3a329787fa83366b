/* The graph of sentences that share terms, and a walk on it: what textrank.h and lexrank.h share.
 *
 *   w(i,j) = scale[group i][group j] * sum over the terms t that i and j share of a_it a_jt
 *
 * The matrix is never written down, so no pair is left out and none costs memory. An inverted
 * index keeps, for each term and each group of items that has it, one cell; to multiply by x, each
 * cell sums a_jt x_j, and row i reads the cells of its terms.
 * Cost, with P postings (items times their terms): memory P + n + terms + groups^2; time of one
 * product the sum over the postings of the cells of their term, at most min(groups, items that
 * have the term): never more than the pairs that share a term, and P if there is one group. */
#ifndef RASSEGNA_SIMILARITY_H
#define RASSEGNA_SIMILARITY_H

#include "rank.h"

struct cell;

struct similarity {
	const struct rank_input *in;
	const size_t *group; /* [n], < ngroups */
	size_t ngroups;
	double *scale; /* [ngroups][ngroups] >= 0, symmetric; similarity_new makes it 1 */
	double *value; /* [first[n]] a_it > 0, item after item; similarity_new makes it 1 */
	size_t *first; /* [n + 1] where the values of an item begin */
	bool loops;    /* does w(i,i) count? If not, leave value at 1: then it cancels exactly */
	size_t *cell;  /* [first[n]] of a posting */
	size_t *begin; /* [nterms + 1] where the cells of a term begin */
	struct cell *cells;
};

struct similarity similarity_new(struct arena *arena, const struct rank_input *in,
				 const size_t group[], size_t ngroups);

/* y = w x, both [n], x >= 0. */
void similarity_multiply(const struct similarity *s, const double x[], double y[]);

/* Rank by the fixed point of
 *   score(i) = (1 - d) + d * sum_j w(i,j) / (sum_k w(k,j)) * score(j),  0 <= d < 1
 * order and score as in rank.h. The scores sum to n if every item has a neighbour (or a loop); an
 * item with none gets 1 - d and gives nothing.
 * Power iteration from 1, until the changes sum to less than 1e-6 (then the distance to the fixed
 * point sums to less than 1e-6 d / (1 - d)), or 200 times, enough for any n we can hold if
 * d <= 0.85. Rounded to 2^-30, so that what differs by the order of additions only is a tie. */
void similarity_rank(struct arena *arena, const struct similarity *s, double d, size_t order[],
		     double score[]);

#endif
