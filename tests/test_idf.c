#include "idf.h"

#include <math.h>

#include "helper.h"

static void
test_values(void **state)
{
	struct idf idf = { .df = table_of("*\t99\nbad\tx\npont\t9\ntutt\t99\n") };

	(void)state;
	idf_count(&idf);
	assert_true(fabs(idf_of(&idf, SPAN("pont")) - log(10)) < 1e-12);
	assert_true(fabs(idf_of(&idf, SPAN("raro")) - log(100)) < 1e-12);
	assert_true(fabs(idf_of(&idf, SPAN("bad")) - log(100)) < 1e-12);
	assert_true(idf_of(&idf, SPAN("tutt")) == 0.01); /* never nothing */
}

static void
test_no_count(void **state)
{
	struct idf idf = { .df = table_of("pont\t9\n") };

	(void)state;
	idf_count(&idf);
	assert_true(idf_of(&idf, SPAN("pont")) == 0.01);
}

static void
test_rarity(void **state)
{
	struct table table = table_of("*\t1350\nmod\t614\n");

	(void)state;
	assert_true(fabs(rarity_of(&table, SPAN("mod")) - 6.14) < 1e-12);
	assert_true(fabs(rarity_of(&table, SPAN("raro")) - 13.5) < 1e-12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_no_count),
		cmocka_unit_test(test_rarity),
	};

	return RUN(tests);
}
