#include "lexrank.h"

#include <math.h>

#include "rank_cases.h"

enum { ITEMS = 12, LONG = 2000 };

/* Both iterate to a fixed point; ours stops when the changes of n p sum to 1e-6. */
static const double close_enough = 1e-5;

/* sum of tf tf idf^2 over the terms that both have */
static double
product(const struct rank_input *in, size_t i, size_t j)
{
	const struct rank_item *a = &in->items[i], *b = &in->items[j];
	double sum = 0;

	for (size_t k = 0; k < a->nterms; k++)
		for (size_t l = 0; l < b->nterms; l++)
			if (a->terms[k] == b->terms[l])
				sum += a->tf[k] * b->tf[l] * pow(in->idf[a->terms[k]], 2);
	return sum;
}

/* The formula of lexrank.h over the whole matrix. */
static void
rank_by_force(const struct rank_input *in, double p[])
{
	double cosine[ITEMS][ITEMS], sum[ITEMS] = { 0 }, before[ITEMS], n = (double)in->n;

	for (size_t i = 0; i < in->n; i++) {
		p[i] = 1 / n;
		for (size_t j = 0; j < in->n; j++) {
			cosine[i][j] = product(in, i, j);
			if (cosine[i][j] > 0)
				cosine[i][j] /= sqrt(product(in, i, i)) * sqrt(product(in, j, j));
			sum[i] += cosine[i][j];
		}
	}
	for (int step = 0; step < LONG; step++) {
		memcpy(before, p, in->n * sizeof(*p));
		for (size_t i = 0; i < in->n; i++) {
			p[i] = 0.15 / n;
			for (size_t j = 0; j < in->n; j++)
				if (sum[j] > 0)
					p[i] += 0.85 * cosine[i][j] / sum[j] * before[j];
		}
	}
}

static void
test_against_force(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 500; round++) {
		size_t order[ITEMS];
		double got[ITEMS], want[ITEMS], idf[TERMS];
		uint32_t terms[ITEMS][TERMS], tf[ITEMS][TERMS];
		struct rank_item items[ITEMS];
		struct rank_input in = { (size_t)(rand() % (ITEMS + 1)), items, TERMS, idf, NULL };

		for (size_t t = 0; t < TERMS; t++)
			idf[t] = 0.01 + 8.0 * rand() / RAND_MAX;
		make_items(in.n, items, terms, tf);
		rank_by_force(&in, want);
		lexrank_rank(&arena, &in, order, got);
		for (size_t i = 0; i < in.n; i++)
			assert_true(fabs(got[i] - want[i]) < close_enough / (double)in.n);
		assert_ordered(in.n, order, got);
		arena_reset(&arena);
	}
}

/* The vectors are (6,0), (2,2), (0,2): with c = 1/sqrt 2 the cosines 01 and 12 are c, 02 is 0, and
 * the rows sum to 1 + c, 1 + 2c, 1 + c. 1 / (1 + 2c) and c / (1 + c) are both sqrt 2 - 1, so
 *   p(1) = 0.05 + 0.85 (sqrt 2 - 1) (p(0) + p(1) + p(2)) = 0.05 + 0.85 (sqrt 2 - 1). */
static void
test_by_hand(void **state)
{
	static const uint32_t a[] = { 0 }, ab[] = { 0, 1 }, b[] = { 1 };
	static const uint32_t three[] = { 3 }, one_two[] = { 1, 2 }, two[] = { 2 };
	const struct rank_item items[] = { { .terms = a, .tf = three, .nterms = 1 },
					   { .terms = ab, .tf = one_two, .nterms = 2 },
					   { .terms = b, .tf = two, .nterms = 1 } };
	const double idf[] = { 2, 1 }, want = 0.05 + 0.85 * (sqrt(2) - 1);
	const struct rank_input in = { 3, items, 2, idf, NULL };
	size_t order[3];
	double score[3];

	(void)state;
	lexrank_rank(&arena, &in, order, score);
	assert_true(fabs(score[1] - want) < close_enough);
	assert_true(fabs(score[0] - (1 - want) / 2) < close_enough);
	assert_true(score[0] == score[2]);
	assert_int_equal(order[0], 1);
	assert_int_equal(order[1], 0); /* the earlier one */
	assert_int_equal(order[2], 2);
}

/* An item without terms comes last; those alone, like all who only know their like, get 1/n. */
static void
test_ties(void **state)
{
	static const uint32_t a[] = { 0, 1 }, b[] = { 1, 0 }, c[] = { 2 }, ones[] = { 1, 1 };
	const struct rank_item items[] = { { .words = 1 },
					   { .terms = c, .tf = ones, .nterms = 1 },
					   { .terms = a, .tf = ones, .nterms = 2 },
					   { .terms = b, .tf = ones, .nterms = 2 } };
	const size_t want[] = { 1, 2, 3, 0 };
	const double idf[] = { 0.3, 0.7, 2 };
	const struct rank_input in = { 4, items, 3, idf, NULL };
	size_t order[4];
	double score[4];

	(void)state;
	lexrank_rank(&arena, &in, order, score);
	for (size_t k = 0; k < 4; k++)
		assert_int_equal(order[k], want[k]);
	assert_true(score[1] == score[2] && score[2] == score[3]);
	assert_true(fabs(score[1] - 0.25) < close_enough);
	assert_true(fabs(score[0] - 0.15 / 4) < close_enough);
}

static void
test_nothing(void **state)
{
	const struct rank_item none[2] = { { .words = 1 }, { .words = 1 } };
	struct rank_input in = { 0 };
	size_t order[2];
	double score[2];

	(void)state;
	lexrank_rank(&arena, &in, NULL, NULL);
	in = (struct rank_input){ .n = 2, .items = none };
	lexrank_rank(&arena, &in, order, score);
	assert_ordered(2, order, score);
	assert_true(fabs(score[0] - 0.15 / 2) < close_enough);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_force),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_nothing),
	};

	return RUN(tests);
}
