/* The lexical probabilities p(f | e) of a bitext, for those words that meet in a sentence pair.
 *
 * Looking a cell up by (e, f) in every iteration would cost more than all the rest; so the cell of
 * each e_i, f_j of each sentence is found once and remembered: 4 bytes, of which a text of 5
 * million words a side has a hundred million. */
#ifndef RASSEGNA_TTABLE_H
#define RASSEGNA_TTABLE_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paired.h"

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

struct place {
	uint32_t pair, i;
};

static void *
new_array(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		out_of_memory();
	return p;
}

static uint32_t
e_word(const struct bitext *text, const struct pair *pair, size_t i)
{
	return i > 0 ? text->e.words.v[pair->e + i - 1] : 0;
}

/* Where each e stands, e by e and in the order of the text; end[e] is the end of its places. */
static struct place *
find_places(const struct bitext *text, size_t n_e, size_t end[])
{
	size_t n = text->pairs.n + text->e.words.n;
	struct place *place = new_array(n, sizeof(*place));

	for (size_t k = 0; k < text->pairs.n; k++)
		for (size_t i = 0; i <= text->pairs.v[k].n_e; i++)
			end[e_word(text, &text->pairs.v[k], i) + 1]++;
	for (size_t e = 0; e < n_e; e++)
		end[e + 1] += end[e];
	for (size_t k = 0; k < text->pairs.n; k++)
		for (size_t i = 0; i <= text->pairs.v[k].n_e; i++)
			place[end[e_word(text, &text->pairs.v[k], i)]++] = (struct place){ k, i };
	return place;
}

struct last {
	uint32_t e_1; /* 1 + the e that f was last seen with */
	uint32_t cell;
};

/* Link one place of e to the cells of the words f opposite, new ones for those not in last. */
static uint32_t
link_place(struct ttable *t, const struct bitext *text, struct place at, uint32_t e,
	   struct last last[], uint32_t cells)
{
	const struct pair *pair = &text->pairs.v[at.pair];

	for (size_t j = 0; j < pair->n_f; j++) {
		struct last *f = &last[text->f.words.v[pair->f + j]];

		if (f->e_1 != e + 1)
			*f = (struct last){ e + 1, cells++ };
		t->link[pair->links + j * (pair->n_e + 1) + at.i] = f->cell;
	}
	return cells;
}

static size_t
count_links(struct bitext *text)
{
	size_t n = 0;

	for (size_t k = 0; k < text->pairs.n; k++) {
		struct pair *pair = &text->pairs.v[k];

		pair->links = n;
		n += (size_t)(pair->n_e + 1) * pair->n_f;
	}
	return n;
}

/* Every f that meets e is as probable as the others. Sets pair->links. */
static void
ttable_open(struct ttable *t, struct bitext *text)
{
	size_t n = count_links(text), k = 0;
	struct last *last = new_array(text->f.numbers.n + 1, sizeof(*last));
	size_t *end = new_array(text->e.numbers.n + 2, sizeof(*end));
	struct place *place;
	uint32_t cells = 0;

	if (n > UINT32_MAX)
		errx(EX_DATA, "%zu pairs of words are too many", n);
	t->n_e = text->e.numbers.n + 1;
	t->row = new_array(t->n_e + 1, sizeof(*t->row));
	t->link = new_array(n, sizeof(*t->link));
	place = find_places(text, t->n_e, end);
	for (uint32_t e = 0; e < t->n_e; e++) {
		for (; k < end[e]; k++)
			cells = link_place(t, text, place[k], e, last, cells);
		t->row[e + 1] = cells;
	}
	t->cell = new_array(cells, sizeof(*t->cell));
	for (size_t e = 0; e < t->n_e; e++)
		for (size_t c = t->row[e]; c < t->row[e + 1]; c++)
			t->cell[c].p = 1.0 / (t->row[e + 1] - t->row[e]);
	free(place);
	free(end);
	free(last);
}

static void
ttable_close(struct ttable *t)
{
	free(t->row);
	free(t->link);
	free(t->cell);
}

/* exp(digamma(x)), x > 0, by the recurrence up to 6 and the asymptotic series from there. */
static double
exp_digamma(double x)
{
	double less = 0, r;

	for (; x < 6; x++)
		less += 1 / x;
	r = 1 / (x * x);
	return exp(log(x) - 0.5 / x - r * (1.0 / 12 - r * (1.0 / 120 - r / 252)) - less);
}

/* Probabilities from the counts, which begin anew. Variational Bayes with a sparse Dirichlet prior
 * of ALPHA (Riley and Gildea 2012, "Improving the IBM alignment models using variational Bayes",
 * ACL) instead of maximum likelihood: else a rare e gathers words that are not its own. ALPHA is
 * the best of 0.001 .. 0.3 by the links between words that a dictionary pairs; the floor keeps
 * every sentence possible. */
static void
ttable_estimate(struct ttable *t)
{
	static const double ALPHA = 0.1, FLOOR = 1e-9;

	for (size_t e = 0; e < t->n_e; e++) {
		double sum = ALPHA * (t->row[e + 1] - t->row[e]), whole;

		for (size_t c = t->row[e]; c < t->row[e + 1]; c++)
			sum += t->cell[c].n;
		whole = exp_digamma(sum);
		for (size_t c = t->row[e]; c < t->row[e + 1]; c++) {
			double p = exp_digamma(t->cell[c].n + ALPHA) / whole;

			t->cell[c] = (struct cell){ .p = p > FLOOR ? p : FLOOR };
		}
	}
}

#endif
