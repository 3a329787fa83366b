/* What the tests of the ranking methods share: small random cases, and what an order must be. */
#ifndef RASSEGNA_TESTS_RANK_CASES_H
#define RASSEGNA_TESTS_RANK_CASES_H

#include <stdlib.h>

#include "helper.h"
#include "rank.h"

enum { TERMS = 9, CASE_ITEMS = 40 };

static inline void
assert_ordered(size_t n, const size_t order[], const double score[])
{
	bool seen[CASE_ITEMS] = { false };

	for (size_t k = 0; k < n; k++) {
		assert_true(order[k] < n && !seen[order[k]]);
		seen[order[k]] = true;
		assert_true(score[order[k]] >= 0);
		if (k == 0)
			continue;
		assert_true(score[order[k]] <= score[order[k - 1]]);
		if (score[order[k]] == score[order[k - 1]])
			assert_true(order[k] > order[k - 1]);
	}
}

/* The fewer terms, the more items that share none, or have none. */
static inline void
make_items(size_t n, struct rank_item items[], uint32_t terms[][TERMS], uint32_t tf[][TERMS])
{
	int rare = 2 + rand() % 5;

	for (size_t i = 0; i < n; i++) {
		size_t m = 0;

		for (uint32_t t = 0; t < TERMS; t++) {
			if (rand() % rare == 0) {
				tf[i][m] = 1 + (uint32_t)rand() % 3;
				terms[i][m++] = t;
			}
		}
		items[i] = (struct rank_item){ .terms = terms[i], .tf = tf[i], .nterms = m };
	}
}

#endif
