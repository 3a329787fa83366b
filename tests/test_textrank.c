#include "textrank.h"

#include <math.h>

#include "rank_cases.h"

enum { ITEMS = 12, LONG = 2000 };

/* Both iterate to a fixed point; ours stops at changes that sum to 1e-6. */
static const double close_enough = 1e-5;

static double
similarity(const struct rank_item *a, const struct rank_item *b)
{
	double shared = 0, size = log((double)a->nterms) + log((double)b->nterms);

	for (size_t i = 0; i < a->nterms; i++)
		for (size_t j = 0; j < b->nterms; j++)
			shared += a->terms[i] == b->terms[j];
	return shared > 0 && size > 0 ? shared / size : 0;
}

/* The formula of textrank.h over the whole matrix. */
static void
rank_by_force(const struct rank_input *in, double score[])
{
	double w[ITEMS][ITEMS], out[ITEMS] = { 0 }, before[ITEMS];

	for (size_t i = 0; i < in->n; i++) {
		score[i] = 1;
		for (size_t j = 0; j < in->n; j++) {
			w[i][j] = i == j ? 0 : similarity(&in->items[i], &in->items[j]);
			out[i] += w[i][j];
		}
	}
	for (int step = 0; step < LONG; step++) {
		memcpy(before, score, in->n * sizeof(*score));
		for (size_t i = 0; i < in->n; i++) {
			score[i] = 0.15;
			for (size_t j = 0; j < in->n; j++)
				if (w[j][i] > 0)
					score[i] += 0.85 * w[j][i] / out[j] * before[j];
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
		double got[ITEMS], want[ITEMS];
		uint32_t terms[ITEMS][TERMS], tf[ITEMS][TERMS];
		struct rank_item items[ITEMS];
		struct rank_input in = { (size_t)(rand() % (ITEMS + 1)), items, TERMS, NULL, NULL };

		make_items(in.n, items, terms, tf);
		rank_by_force(&in, want);
		textrank_rank(&arena, &in, order, got);
		for (size_t i = 0; i < in.n; i++)
			assert_true(fabs(got[i] - want[i]) < close_enough);
		assert_ordered(in.n, order, got);
		arena_reset(&arena);
	}
}

/* w(0,1) = 2 / (ln 2 + ln 4) = (2/3) / ln 2; w(1,2) = 1 / (ln 4 + ln 1) = (1/2) / ln 2: item 1
 * gives 4/7 to item 0 and 3/7 to item 2, and gets all they have. The scores sum to 3:
 *   WS(1) = 0.15 + 0.85 (3 - WS(1)) = 2.7 / 1.85 = 54/37. */
static void
test_by_hand(void **state)
{
	static const uint32_t two[] = { 0, 1 }, four[] = { 0, 1, 2, 3 }, one[] = { 2 };
	const struct rank_item items[] = { { .terms = two, .nterms = 2 },
					   { .terms = four, .nterms = 4 },
					   { .terms = one, .nterms = 1 } };
	const struct rank_input in = { 3, items, 4, NULL, NULL };
	size_t order[3];
	double score[3];

	(void)state;
	textrank_rank(&arena, &in, order, score);
	assert_true(fabs(score[1] - 54.0 / 37) < close_enough);
	assert_true(fabs(score[0] - (0.15 + 0.85 * 4 / 7 * 54 / 37)) < close_enough);
	assert_true(fabs(score[2] - (0.15 + 0.85 * 3 / 7 * 54 / 37)) < close_enough);
	assert_int_equal(order[0], 1);
	assert_int_equal(order[1], 0);
	assert_int_equal(order[2], 2);
}

/* The ends of a chain, one of them with its terms the other way round, and two items alone. */
static void
test_ties(void **state)
{
	static const uint32_t a[] = { 0, 1 }, b[] = { 1, 2 }, c[] = { 3, 2 }, d[] = { 4 };
	const struct rank_item items[] = { { .terms = d, .nterms = 1 },
					   { .terms = c, .nterms = 2 },
					   { .terms = d, .nterms = 1 }, /* ln 1 + ln 1 = 0 */
					   { .terms = a, .nterms = 2 },
					   { .terms = b, .nterms = 2 } };
	const size_t want[] = { 4, 1, 3, 0, 2 };
	const struct rank_input in = { 5, items, 5, NULL, NULL };
	size_t order[5];
	double score[5];

	(void)state;
	textrank_rank(&arena, &in, order, score);
	for (size_t k = 0; k < 5; k++)
		assert_int_equal(order[k], want[k]);
	assert_true(score[1] == score[3]);
	assert_true(score[0] == score[2]);
	assert_true(fabs(score[0] - 0.15) < close_enough);
}

static void
test_nothing(void **state)
{
	const struct rank_item none[2] = { { .words = 1 }, { .words = 1 } };
	struct rank_input in = { 0 };
	size_t order[2];
	double score[2];

	(void)state;
	textrank_rank(&arena, &in, NULL, NULL);
	in = (struct rank_input){ .n = 2, .items = none };
	textrank_rank(&arena, &in, order, score);
	assert_ordered(2, order, score);
	assert_true(fabs(score[0] - 0.15) < close_enough);
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
