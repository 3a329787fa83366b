#include "hmm.h"

#include <math.h>
#include <string.h>

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
lanes(const struct sentence_pair *pair)
{
	return (pair->n_e + LANES) / LANES * LANES; /* of n_e + 1 */
}

void
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

void
hmm_init(struct hmm *h)
{
	memset(h, 0, sizeof(*h));
	for (int k = 0; k < 2 * WIDTH; k++)
		h->count[k] = 1.0 / (2 + abs(k - MIDDLE - 1));
	hmm_estimate(h);
}

static void
prepare(struct hmm *h, const struct ttable *t, const struct sentence_pair *pair)
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
step(struct hmm *h, const struct sentence_pair *pair, size_t j)
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
forward(struct hmm *h, const struct sentence_pair *pair)
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
 * for the whole iteration, is left to hmm_run. */
static void
count_jumps(const struct hmm *h, const struct sentence_pair *pair, size_t j, const float ahead[],
	    float count[])
{
	for (size_t i = 0; i <= pair->n_e; i++)
		if (h->from[j][i] > NEGLIGIBLE)
			add_scaled(lanes(pair), h->from[j][i] * h->norm[i], ahead,
				   &count[MIDDLE - i]);
}

/* beta of f_j becomes that of f_j-1; post[j] becomes the posterior. */
static void
step_back(struct hmm *h, const struct sentence_pair *pair, size_t j, float beta[], float count[])
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
last_jump(const struct hmm *h, const struct sentence_pair *pair, float beta[])
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

double
hmm_run(struct hmm *h, const struct ttable *t, const struct sentence_pair *pair)
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
