#include "perceptron.h"

#include "helper.h"

static int
open_rows(struct perceptron *model, const char *rows)
{
	struct table *table = ARENA_NEW(&arena, struct table, 1);

	*table = table_of(rows);
	return perceptron_open(model, table);
}

static uint64_t
feature(char letter, const char *a, const char *b)
{
	uint64_t h = (unsigned char)letter;

	if (a != NULL)
		h = feature_value(h, feature_hash(span_of(a)));
	if (b != NULL)
		h = feature_value(h, feature_hash(span_of(b)));
	return h;
}

static void
test_weights_add_up(void **state)
{
	int16_t score[PERCEPTRON_CLASSES] = { 0 };
	struct perceptron model;
	uint64_t f[] = { feature('a', NULL, NULL), feature('g', "il", "ponte"),
			 feature('g', "ponte", "il") };

	(void)state;
	assert_int_equal(open_rows(&model, "=classes\tADJ NOUN\na\tA5B-2\ng il ponte\tB127\n"), 0);
	assert_int_equal(model.n, 2);
	assert_span(model.class[1], "NOUN");
	perceptron_add(&model, f, 3, score);
	assert_int_equal(score[0], 5);
	assert_int_equal(score[1], 125);
	assert_int_equal(perceptron_best(&model, score), 1);
	perceptron_close(&model);
}

static void
test_first_of_equals(void **state)
{
	int16_t score[PERCEPTRON_CLASSES] = { 0 };
	struct perceptron model;

	(void)state;
	assert_int_equal(open_rows(&model, "=classes\tADJ NOUN\n"), 0);
	assert_int_equal(perceptron_best(&model, score), 0);
	perceptron_close(&model);
}

static void
test_bad_models(void **state)
{
	static const char *const bad[] = {
		"a\tA5\n",                  /* no classes */
		"=classes\tADJ\na\tB5\n",   /* a class too many */
		"=classes\tADJ\na\t5\n",    /* no letter */
		"=classes\tADJ\na\tA128\n", /* out of range */
		"=classes\tADJ\na\tA\n",    /* no number */
		"=classes\t0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2\n",
	};
	struct perceptron model;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(open_rows(&model, bad[i]), ERR_MODEL);
	perceptron_close(&model); /* all-zero after a failure */
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_weights_add_up),
		cmocka_unit_test(test_first_of_equals),
		cmocka_unit_test(test_bad_models),
	};

	return RUN(tests);
}
