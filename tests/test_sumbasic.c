#include "sumbasic.h"

#include <math.h>

#include "rank_cases.h"

enum { ITEMS = 40 };

static double
weight(const struct rank_item *it, const double p[])
{
	double sum = 0;

	for (size_t j = 0; j < it->nterms; j++)
		sum += p[it->terms[j]];
	return it->nterms > 0 ? sum / (double)it->nterms : 0;
}

static bool
holds(const struct rank_item *it, uint32_t t)
{
	for (size_t j = 0; j < it->nterms; j++)
		if (it->terms[j] == t)
			return true;
	return false;
}

static void
count(const struct rank_input *in, double p[])
{
	double total = 0;

	for (size_t i = 0; i < in->n; i++) {
		for (size_t j = 0; j < in->items[i].nterms; j++) {
			p[in->items[i].terms[j]] += in->items[i].tf[j];
			total += in->items[i].tf[j];
		}
	}
	for (size_t t = 0; t < in->nterms; t++)
		if (total > 0)
			p[t] /= total;
}

/* The most probable term that an item not yet taken holds, TERMS if there is none above 0. */
static uint32_t
lead_of(const struct rank_input *in, const bool taken[], const double p[])
{
	uint32_t lead = TERMS;

	for (uint32_t t = 0; t < in->nterms; t++)
		for (size_t i = 0; i < in->n; i++)
			if (!taken[i] && holds(&in->items[i], t) &&
			    p[t] > (lead < TERMS ? p[lead] : 0))
				lead = t;
	return lead;
}

/* Every probability and every weight anew at every step. */
static void
rank_by_force(const struct rank_input *in, size_t order[], double score[])
{
	bool taken[ITEMS] = { false };
	double p[TERMS] = { 0 };

	count(in, p);
	for (size_t k = 0; k < in->n; k++) {
		uint32_t lead = lead_of(in, taken, p);
		double most = -1;

		for (size_t i = 0; i < in->n; i++) {
			if (taken[i] || (lead < TERMS && !holds(&in->items[i], lead)) ||
			    weight(&in->items[i], p) <= most)
				continue;
			most = weight(&in->items[i], p);
			order[k] = i;
		}
		taken[order[k]] = true;
		score[order[k]] = lead < TERMS ? p[lead] : 0;
		for (size_t j = 0; j < in->items[order[k]].nterms; j++)
			p[in->items[order[k]].terms[j]] *= p[in->items[order[k]].terms[j]];
	}
}

/* Exact: the same sums in the same order. 40 items square a term often enough to reach 0. */
static void
test_against_force(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 1000; round++) {
		size_t order[ITEMS], want[ITEMS];
		double got_score[ITEMS], want_score[ITEMS];
		uint32_t terms[ITEMS][TERMS], tf[ITEMS][TERMS];
		struct rank_item items[ITEMS];
		struct rank_input in = { (size_t)(rand() % (ITEMS + 1)), items, TERMS, NULL, NULL };

		make_items(in.n, items, terms, tf);
		rank_by_force(&in, want, want_score);
		sumbasic_rank(&arena, &in, order, got_score);
		for (size_t k = 0; k < in.n; k++) {
			assert_int_equal(order[k], want[k]); /* so it is a permutation */
			assert_true(got_score[want[k]] == want_score[want[k]]);
			assert_true(k == 0 || got_score[order[k]] <= got_score[order[k - 1]]);
		}
		arena_reset(&arena);
	}
}

/* p = 3/8, 2/8, 2/8, 1/8. Term 0 leads: item 0 weighs 5/16, item 1 6/16. p(0) = 9/64. Terms 1 and
 * 2 lead, 1 has the lower index: item 0 weighs 25/128, item 2 32/128. p(1) = p(2) = 1/16. Term 0
 * leads again: only item 0 is left. Then term 3. */
static void
test_by_hand(void **state)
{
	static const uint32_t a[] = { 0, 1 }, b[] = { 0 }, c[] = { 1, 2 }, d[] = { 2, 3 };
	static const uint32_t ones[] = { 1, 1 }, two[] = { 2 };
	const struct rank_item items[] = { { .terms = a, .tf = ones, .nterms = 2 },
					   { .terms = b, .tf = two, .nterms = 1 },
					   { .terms = c, .tf = ones, .nterms = 2 },
					   { .terms = d, .tf = ones, .nterms = 2 } };
	const size_t want[] = { 1, 2, 0, 3 };
	const double want_score[] = { 3.0 / 8, 2.0 / 8, 9.0 / 64, 1.0 / 8 };
	const struct rank_input in = { 4, items, 4, NULL, NULL };
	size_t order[4];
	double score[4];

	(void)state;
	sumbasic_rank(&arena, &in, order, score);
	for (size_t k = 0; k < 4; k++) {
		assert_int_equal(order[k], want[k]);
		assert_true(fabs(score[want[k]] - want_score[k]) < 1e-12);
	}
}

/* p = 3/7, 1/7, 1/7, 2/7: item 0 weighs 6/21, item 1 5/21, but item 1 holds the lead. */
static void
test_lead_before_weight(void **state)
{
	static const uint32_t a[] = { 3 }, b[] = { 0, 1, 2 }, two[] = { 2 }, tf[] = { 3, 1, 1 };
	const struct rank_item items[] = { { .terms = a, .tf = two, .nterms = 1 },
					   { .terms = b, .tf = tf, .nterms = 3 } };
	const struct rank_input in = { 2, items, 4, NULL, NULL };
	size_t order[2];
	double score[2];

	(void)state;
	sumbasic_rank(&arena, &in, order, score);
	assert_int_equal(order[0], 1);
	assert_int_equal(order[1], 0);
	assert_true(fabs(score[0] - 2.0 / 7) < 1e-12);
}

/* A document of one term: p = 1 for ever, and all tie; what has no terms comes last. */
static void
test_ties(void **state)
{
	static const uint32_t a[] = { 0 }, tf[] = { 1 };
	const struct rank_item items[] = { { .words = 1 },
					   { .terms = a, .tf = tf, .nterms = 1 },
					   { .words = 1 },
					   { .terms = a, .tf = tf, .nterms = 1 } };
	const size_t want[] = { 1, 3, 0, 2 };
	const struct rank_input in = { 4, items, 1, NULL, NULL };
	size_t order[4];
	double score[4];

	(void)state;
	sumbasic_rank(&arena, &in, order, score);
	for (size_t k = 0; k < 4; k++) {
		assert_int_equal(order[k], want[k]);
		assert_true(score[want[k]] == (k < 2 ? 1 : 0));
	}
}

static void
test_nothing(void **state)
{
	const struct rank_item none = { .words = 1 };
	struct rank_input in = { 0 };
	size_t order[1];
	double score[1];

	(void)state;
	sumbasic_rank(&arena, &in, NULL, NULL);
	in = (struct rank_input){ .n = 1, .items = &none };
	sumbasic_rank(&arena, &in, order, score);
	assert_int_equal(order[0], 0);
	assert_true(score[0] == 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_force),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_lead_before_weight),
		cmocka_unit_test(test_ties),
		cmocka_unit_test(test_nothing),
	};

	return RUN(tests);
}
