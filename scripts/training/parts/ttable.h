/* The lexical probabilities p(f | e) of a bitext, for those words that meet in a sentence pair.
 *
 * Looking a cell up by (e, f) in every iteration would cost more than all the rest; so the cell of
 * each e_i, f_j of each sentence is found once and remembered: 4 bytes, of which a text of 5
 * million words a side has a hundred million. */
#ifndef RASSEGNA_TRAINING_TTABLE_H
#define RASSEGNA_TRAINING_TTABLE_H

#include "bitext.h"

struct cell {
	float p; /* p(f | e) */
	float n; /* expected count in this iteration */
};

struct ttable {
	size_t n_e;     /* words e, the empty word 0 included */
	uint32_t *row;  /* [n_e + 1] the cells of e: row[e] .. row[e + 1] - 1 */
	uint32_t *link; /* the cell of e_i, f_j of a pair: pair->links + j * (pair->n_e + 1) + i */
	struct cell *cell;
};

/* Every f that meets e is as probable as the others. Sets pair->links. */
void ttable_open(struct ttable *t, struct bitext *text);
void ttable_close(struct ttable *t);

/* Probabilities from the counts, which begin anew. Variational Bayes with a sparse Dirichlet prior
 * (Riley and Gildea 2012, "Improving the IBM alignment models using variational Bayes", ACL)
 * instead of maximum likelihood: else a rare e gathers words that are not its own. */
void ttable_estimate(struct ttable *t);

#endif
