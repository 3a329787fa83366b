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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_no_count),
	};

	return RUN(tests);
}
