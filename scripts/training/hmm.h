/* The HMM of word alignment: f_j is made by e_i with the probability p(f_j | e_i) and a
 * probability of the jump from i', the place of the word before.
 *
 * Source: Vogel, Ney and Tillmann 1996, "HMM-based word alignment in statistical translation",
 * COLING; with Och and Ney's empty word (2003, section 2.2): from i' it comes with probability P0
 * and remembers i' for the next jump. Unlike them we start at place 0 before the first word, so
 * that the first jump is one as all others, weigh the end by a jump to place I + 1 behind the last
 * word, and mix the jumps with a uniform distribution. */
#ifndef RASSEGNA_HMM_H
#define RASSEGNA_HMM_H

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

/* P0 above the usual 0.2: for phrases a word in doubt is better free than linked. UNIFORM: the
 * share of the uniform distribution. */
static const float P0 = 0.1, UNIFORM = 0.3;
static const float NEGLIGIBLE = 1e-9; /* and too near to the slow subnormal numbers */

/* y += w * x, whole lanes */
static void
add_scaled(size_t n, float w, const float *restrict x, float *restrict y)
{
	for (size_t i = 0; i < n; i += LANES)
		for (size_t k = 0; k < LANES; k++)
			y[i + k] += w * x[i + k];
}

static size_t
lanes(const struct pair *pair)
{
	return (pair->n_e + LANES) / LANES * LANES; /* of n_e + 1 */
}

/* Jumps from their counts. */
static void
hmm_estimate(struct hmm *h)
{
	double sum = 0, upto = 0;

	for (size_t k = 0; k < 2 * WIDTH; k++)
		sum += h->count[k];
	for (size_t k = 0; k < 2 * WIDTH; k++) {
		h->jump[k] = h->count[k] / sum + 1e-6;
		h->upto[k] = upto += h->jump[k];
		h->count[k] = 0;
	}
	for (size_t k = 1; k < 2 * WIDTH; k++)
		h->back[k] = h->jump[2 * MIDDLE - k];
}

/* Short jumps, forwards rather: only the start of the estimation. */
static void
hmm_init(struct hmm *h)
{
	memset(h, 0, sizeof(*h));
	for (int k = 0; k < 2 * WIDTH; k++)
		h->count[k] = 1.0 / (2 + abs(k - MIDDLE - 1));
	hmm_estimate(h);
}

static void
prepare(struct hmm *h, const struct ttable *t, const struct pair *pair)
{
	const uint32_t *link = &t->link[pair->links];

	for (size_t i = 0; i <= pair->n_e; i++)
		h->norm[i] = (1 - P0) * (1 - UNIFORM) /
			     (h->upto[MIDDLE + pair->n_e - i] - h->upto[MIDDLE - i]);
	for (size_t j = 0; j < pair->n_f; j++, link += pair->n_e + 1) {
		memset(h->emit[j], 0, sizeof(h->emit[j]));
		for (size_t i = 1; i <= pair->n_e; i++)
			h->emit[j][i] = t->cell[link[i]].p;
		h->null[j] = P0 * t->cell[link[0]].p;
	}
}

/* From the places before f_j to those before f_j+1; post gets what of them is not the empty word's.
 */
static void
step(struct hmm *h, const struct pair *pair, size_t j)
{
	const float *from = h->from[j];
	float *made = h->post[j], *to = h->from[j + 1], sum = 0;

	memset(made, 0, sizeof(h->post[j]));
	for (size_t i = 0; i <= pair->n_e; i++)
		if (from[i] > NEGLIGIBLE)
			add_scaled(lanes(pair), from[i] * h->norm[i], &h->jump[MIDDLE - i], made);
	for (size_t i = 0; i <= pair->n_e; i++) {
		made[i] = (made[i] + UNIFORM * (1 - P0) / pair->n_e) * h->emit[j][i];
		to[i] = made[i] + from[i] * h->null[j];
		sum += to[i];
	}
	for (size_t i = 0; i <= pair->n_e; i++) {
		made[i] /= sum;
		to[i] /= sum;
	}
	h->scale[j] = sum;
}

static double
forward(struct hmm *h, const struct pair *pair)
{
	double log_p = 0;

	memset(h->from[0], 0, sizeof(h->from[0]));
	h->from[0][0] = 1;
	for (size_t j = 0; j < pair->n_f; j++) {
		step(h, pair, j);
		log_p += log(h->scale[j]);
	}
	return log_p;
}

/* Count the jumps to f_j; ahead[i]: of e_i and f_j and all that follows. The factor jump, the same
 * for the whole iteration, is left to hmm_collect. */
static void
count_jumps(const struct hmm *h, const struct pair *pair, size_t j, const float ahead[],
	    float count[])
{
	for (size_t i = 0; i <= pair->n_e; i++)
		if (h->from[j][i] > NEGLIGIBLE)
			add_scaled(lanes(pair), h->from[j][i] * h->norm[i], ahead,
				   &count[MIDDLE - i]);
}

/* beta of f_j becomes that of f_j-1; post[j] becomes the posterior. */
static void
step_back(struct hmm *h, const struct pair *pair, size_t j, float beta[], float count[])
{
	float ahead[WIDTH] = { 0 }, before[WIDTH] = { 0 }, sum = 0, null = 0;

	for (size_t i = 0; i <= pair->n_e; i++) {
		null += (h->from[j + 1][i] - h->post[j][i]) * beta[i];
		h->post[j][i] *= beta[i];
		ahead[i] = h->emit[j][i] * beta[i] / h->scale[j];
		sum += ahead[i];
	}
	h->post[j][0] = null;
	count_jumps(h, pair, j, ahead, count);
	for (size_t i = 1; i <= pair->n_e; i++)
		if (ahead[i] > NEGLIGIBLE)
			add_scaled(lanes(pair), ahead[i], &h->back[MIDDLE - i], before);
	for (size_t i = 0; i <= pair->n_e; i++)
		beta[i] = h->norm[i] * before[i] + UNIFORM * (1 - P0) / pair->n_e * sum +
			  h->null[j] / h->scale[j] * beta[i];
}

/* beta of the last f_j: behind it a jump to the end, which keeps the final stops together. */
static void
last_jump(const struct hmm *h, const struct pair *pair, float beta[])
{
	float sum = 0;

	for (size_t i = 0; i <= pair->n_e; i++) {
		beta[i] = h->norm[i] * h->jump[MIDDLE + pair->n_e + 1 - i] +
			  UNIFORM * (1 - P0) / pair->n_e;
		sum += h->from[pair->n_f][i] * beta[i];
	}
	for (size_t i = 0; i <= pair->n_e; i++)
		beta[i] /= sum;
}

/* Fill post; count the jumps. Returns log p(f | e). */
static double
hmm_run(struct hmm *h, const struct ttable *t, const struct pair *pair)
{
	float beta[WIDTH] = { 0 }, count[2 * WIDTH] = { 0 };
	double log_p;

	prepare(h, t, pair);
	log_p = forward(h, pair);
	last_jump(h, pair, beta);
	for (size_t j = pair->n_f; j-- > 0;)
		step_back(h, pair, j, beta, count);
	for (size_t k = 0; k < 2 * WIDTH; k++)
		h->count[k] += count[k] * h->jump[k];
	return log_p;
}

#endif
