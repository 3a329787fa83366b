#include "cover.h"

#include <math.h>
#include <stdlib.h>

#include "helper.h"

enum { ITEMS = 12, TERMS = 9 };

/* The formula of cover.h, as it stands there. */
static double
gain(const struct rank_item *it, const double weight[], const uint32_t chosen[], int first)
{
	double sum = 0;

	for (size_t j = 0; j < it->nterms; j++) {
		uint32_t t = it->terms[j];

		sum += weight[t] * (sqrt(chosen[t] + 1.0) - sqrt(chosen[t]));
	}
	return sum / pow(it->words, 0.3) * (first ? it->factor : 1);
}

/* Every gain anew at every step: slow, and surely greedy. */
static void
rank_by_force(size_t n, const struct rank_item items[], const double weight[], size_t order[],
	      double gains[])
{
	uint32_t chosen[TERMS] = { 0 };
	int taken[ITEMS] = { 0 };

	for (size_t k = 0; k < n; k++) {
		size_t best = n;
		double most = -1;

		for (size_t i = 0; i < n; i++) {
			double g = gain(&items[i], weight, chosen, k == 0);

			if (!taken[i] && g > most) {
				most = g;
				best = i;
			}
		}
		taken[best] = 1;
		order[k] = best;
		gains[best] = most;
		for (size_t j = 0; j < items[best].nterms; j++)
			chosen[items[best].terms[j]]++;
	}
}

static double
uniform(void)
{
	return rand() / (double)RAND_MAX;
}

/* Small whole weights make ties; others make none. */
static void
make_case(size_t n, struct rank_item items[], uint32_t terms[][TERMS], double weight[], int ties)
{
	for (size_t t = 0; t < TERMS; t++)
		weight[t] = ties ? 1 + rand() % 2 : 0.01 + 5 * uniform();
	for (size_t i = 0; i < n; i++) {
		size_t m = 0;

		for (uint32_t t = 0; t < TERMS; t++)
			if (rand() % 3 == 0)
				terms[i][m++] = t;
		items[i] = (struct rank_item){ terms[i], NULL, m, ties ? 4 : 1 + rand() % 30,
					       ties ? 1 : 1 + 3 * exp(-(double)i) };
	}
}

static void
test_against_force(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 4000; round++) {
		size_t n = (size_t)(rand() % (ITEMS + 1)), order[ITEMS], want[ITEMS];
		double weight[TERMS], got_gain[ITEMS], want_gain[ITEMS];
		uint32_t terms[ITEMS][TERMS];
		struct rank_item items[ITEMS];

		make_case(n, items, terms, weight, round % 2);
		rank_by_force(n, items, weight, want, want_gain);
		cover_rank(&arena, &(struct rank_input){ n, items, TERMS, NULL, weight }, order,
			   got_gain);
		for (size_t k = 0; k < n; k++) {
			assert_int_equal(order[k], want[k]);
			assert_true(got_gain[k] == want_gain[k]);
		}
		for (size_t k = 1; k < n; k++)
			assert_true(got_gain[order[k]] <= got_gain[order[k - 1]]);
		arena_reset(&arena);
	}
}

static void
test_ties(void **state)
{
	static const uint32_t a[] = { 0 }, b[] = { 1 };
	const struct rank_item items[] = { { a, NULL, 1, 1, 1 },
					   { b, NULL, 1, 1, 1 },
					   { a, NULL, 1, 1, 1 } };
	const double weight[] = { 1, 1 };
	size_t order[3];
	double gains[3];

	(void)state;
	cover_rank(&arena, &(struct rank_input){ 3, items, 2, NULL, weight }, order, gains);
	assert_int_equal(order[0], 0); /* the earlier one */
	assert_int_equal(order[1], 1); /* what is new before what is known */
	assert_int_equal(order[2], 2);
	assert_true(fabs(gains[0] - 1) < 1e-12);
	assert_true(fabs(gains[2] - (sqrt(2) - 1)) < 1e-12);
}

static void
test_nothing(void **state)
{
	const struct rank_item none = { NULL, NULL, 0, 1, 1 };
	size_t order[1];
	double gains[1];

	(void)state;
	cover_rank(&arena, &(struct rank_input){ 0 }, NULL, NULL);
	cover_rank(&arena, &(struct rank_input){ .n = 1, .items = &none }, order, gains);
	assert_int_equal(order[0], 0);
	assert_true(gains[0] == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_force),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_nothing),
	};

	return RUN(tests);
}
