/* The HMM of word alignment: f_j is made by e_i with the probability p(f_j | e_i) and a
 * probability of the jump from i', the place of the word before.
 *
 * Source: Vogel, Ney and Tillmann 1996, "HMM-based word alignment in statistical translation",
 * COLING; with Och and Ney's empty word (2003, section 2.2): from i' it comes with probability P0
 * and remembers i' for the next jump. Unlike them we start at place 0 before the first word, so
 * that the first jump is one as all others, weigh the end by a jump to place I + 1 behind the last
 * word, and mix the jumps with a uniform distribution. */
#ifndef RASSEGNA_TRAINING_HMM_H
#define RASSEGNA_TRAINING_HMM_H

#include "ttable.h"

/* Rows are filled up to whole lanes, which the compiler can make vectors of. */
enum { LANES = 8, WIDTH = (LONGEST + LANES) / LANES * LANES, MIDDLE = WIDTH };

struct hmm {
	float jump[2 * WIDTH]; /* p(i - i') before normalisation: [MIDDLE + i - i'] */
	float back[2 * WIDTH]; /* the same of i' - i */
	double count[2 * WIDTH];
	double upto[2 * WIDTH]; /* sums of jump[0] .. jump[k] */

	/* of one sentence; columns are places 0 .. n_e */
	float norm[WIDTH];              /* jump * norm is the probability of a jump from i' */
	float from[LONGEST + 1][WIDTH]; /* of i' before f_j, given f_0 .. f_j-1 */
	float emit[LONGEST][WIDTH];     /* p(f_j | e_i); [0] and what fills the row are 0 */
	float null[LONGEST];            /* P0 p(f_j | e_0) */
	float scale[LONGEST];           /* p(f_j | f_0 .. f_j-1) */
	float post[LONGEST][WIDTH];     /* of e_i given all; [0] is the empty word's */
};

/* Short jumps, forwards rather: only the start of the estimation. */
void hmm_init(struct hmm *h);

/* Fill post by the forward-backward algorithm; count the jumps. Returns log p(f | e). */
double hmm_run(struct hmm *h, const struct ttable *t, const struct sentence_pair *pair);

/* Jumps from their counts, which begin anew. */
void hmm_estimate(struct hmm *h);

#endif
