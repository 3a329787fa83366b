#include "feature.h"

#include <math.h>

#include "helper.h"

static void
test_names(void **state)
{
	(void)state;
	for (int i = 0; i < NFEATURES; i++) {
		assert_non_null(feature_names[i]);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(feature_names[i], feature_names[j]);
	}
}

/* Every feature is read back under its own name. */
static void
test_all_weights(void **state)
{
	(void)state;
	for (int i = 0; i < NFEATURES; i++) {
		struct buf rows = { .arena = &arena };
		float weight[NFEATURES];
		struct table table;

		buf_printf(&rows, "%s\t-0.25\n", feature_names[i]);
		table = table_of(arena_cstr(&arena, buf_span(&rows)));
		assert_int_equal(feature_weights(&table, weight), 0);
		for (int j = 0; j < NFEATURES; j++)
			assert_true(weight[j] == (i == j ? -0.25f : 0));
	}
}

static void
test_weights(void **state)
{
	struct table table = table_of("# a comment\nlm\t1\nwords\t-0.5\ncopy\t1e-2\n");
	float weight[NFEATURES];

	(void)state;
	for (int i = 0; i < NFEATURES; i++)
		weight[i] = 7; /* what was there is gone */
	assert_int_equal(feature_weights(&table, weight), 0);
	assert_true(weight[F_LM] == 1 && weight[F_WORDS] == -0.5f && weight[F_COPY] == 0.01f);
	assert_true(weight[F_RULE] == 0);
	table = table_of("");
	assert_int_equal(feature_weights(&table, weight), 0);
	assert_true(weight[F_LM] == 0);
}

static void
test_bad_rows(void **state)
{
	static const char *const rows[] = {
		"lm\n",
		"lm\t\n",
		"lm\tone\n",
		"lm\t1x\n",
		"lm\t1\t2\n",
		"lm\t 1\n",
		"lm\t1 \n",
		"nobody\t1\n",
		"LM\t1\n",
		"lm\tnan\n",
		"lm\tinf\n",
		"lm\t-inf\n",
		"lm\t1e99\n",
		"lm\t0x1p3\n",
		"lm\t+-1\n",
		"lm\t0.00000000000000000000000000000000000000001\n", /* longer than any weight */
		"words\t1\nlm\t.\n",
	};
	float weight[NFEATURES];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct table table = table_of(rows[i]);

		if (feature_weights(&table, weight) != ERR_ROW)
			fail_msg("taken: %s", rows[i]);
	}
}

static void
test_sum(void **state)
{
	float weight[NFEATURES] = { 0 }, value[NFEATURES] = { 0 };

	(void)state;
	assert_true(feature_sum(weight, value) == 0);
	weight[F_LM] = 0.5f;
	value[F_LM] = -4;
	weight[NFEATURES - 1] = 2;
	value[NFEATURES - 1] = 3;
	value[F_WORDS] = 9; /* weighs nothing */
	assert_float_equal(feature_sum(weight, value), 4, 1e-6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),   cmocka_unit_test(test_all_weights),
		cmocka_unit_test(test_weights), cmocka_unit_test(test_bad_rows),
		cmocka_unit_test(test_sum),
	};

	return RUN(tests);
}
