#include "ttable.h"

#include <err.h>
#include <math.h>

struct place {
	uint32_t pair, i;
};

static uint32_t
e_word(const struct bitext *text, const struct sentence_pair *pair, size_t i)
{
	return i > 0 ? text->e.token.v[pair->e + i - 1] : 0;
}

/* Where each e stands, e by e and in the order of the text; end[e] is the end of its places. */
static struct place *
find_places(const struct bitext *text, size_t n_e, size_t end[])
{
	size_t n = text->pairs.n + text->e.token.n;
	struct place *place = array_new(n, sizeof(*place));

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
	const struct sentence_pair *pair = &text->pairs.v[at.pair];

	for (size_t j = 0; j < pair->n_f; j++) {
		struct last *f = &last[text->f.token.v[pair->f + j]];

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
		struct sentence_pair *pair = &text->pairs.v[k];

		pair->links = n;
		n += (size_t)(pair->n_e + 1) * pair->n_f;
	}
	return n;
}

/* Find the cells of all words that meet. */
static void
link_words(struct ttable *t, const struct bitext *text)
{
	struct last *last = array_new(text->f.words.n, sizeof(*last));
	size_t *end = array_new(text->e.words.n + 1, sizeof(*end)), k = 0;
	struct place *place = find_places(text, t->n_e, end);
	uint32_t cells = 0;

	for (uint32_t e = 0; e < t->n_e; e++) {
		for (; k < end[e]; k++)
			cells = link_place(t, text, place[k], e, last, cells);
		t->row[e + 1] = cells;
	}
	free(place);
	free(end);
	free(last);
}

void
ttable_open(struct ttable *t, struct bitext *text)
{
	size_t n = count_links(text);

	if (n > UINT32_MAX)
		errx(EX_DATA, "%zu pairs of words are too many", n);
	t->n_e = text->e.words.n;
	t->row = array_new(t->n_e + 1, sizeof(*t->row));
	t->link = array_new(n, sizeof(*t->link));
	link_words(t, text);
	t->cell = array_new(t->row[t->n_e], sizeof(*t->cell));
	for (size_t e = 0; e < t->n_e; e++)
		for (size_t c = t->row[e]; c < t->row[e + 1]; c++)
			t->cell[c].p = 1.0 / (t->row[e + 1] - t->row[e]);
}

void
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

/* ALPHA is the best of 0.001 .. 0.3 by the links between words that a dictionary pairs; the floor
 * keeps every sentence possible. */
static const double ALPHA = 0.1, FLOOR = 1e-9;

void
ttable_estimate(struct ttable *t)
{
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
