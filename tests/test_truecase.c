#include "truecase.h"

#include "helper.h"

static const char cases[] = "a\ta\t9\t9\n"
			    "angela\tAngela\t4\t4\n"
			    "e\te\t9\t9\n"
			    "è\tè\t9\t9\n"
			    "led\tled\t2\t2\n"
			    "nato\tNATO\t5\t5\n"
			    "rain\train\t3\t4\n"
			    "river\triver\t3\t4\n"
			    "stops\tstops\t3\t4\n"
			    "the\tthe\t90\t91\n"
			    "us\tUS\t5\t9\n";

static struct span
cased(const char *line)
{
	struct table table = table_of(cases);
	struct span tokens[32], rest = span_of(line);
	struct buf out = { .arena = &arena };
	size_t n = 0;

	while (span_cut(&rest, ' ', &tokens[n]))
		n++;
	truecase(&table, &arena, tokens, n);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&out, ' ');
		buf_put(&out, tokens[i]);
	}
	return buf_span(&out);
}

static void
test_first_word(void **state)
{
	(void)state;
	assert_span(cased("The Rain fell ."), "the Rain fell .");
	assert_span(cased("Angela left . The rain stayed"), "Angela left . the rain stayed");
	assert_span(cased("angela left"), "Angela left");
	assert_span(cased("Vallefonda is dry"), "Vallefonda is dry"); /* never seen */
	assert_span(cased("È piovuto"), "è piovuto");
	assert_span(cased("NATO met"), "NATO met");
	assert_span(cased("Us it helped"), "us it helped");
	assert_span(cased("River-led trade"), "river-led trade");
}

static void
test_speech(void **state)
{
	(void)state;
	assert_span(cased("\" The rain \" , \" The river"), "\" the rain \" , \" The river");
	assert_span(cased("Angela : « The rain »"), "Angela : « the rain »");
	assert_span(cased("Angela : The rain"), "Angela : The rain");
	assert_span(cased("- The rain"), "- the rain");
}

static void
test_headlines(void **state)
{
	(void)state;
	assert_span(cased("RAIN STOPS NATO IN DUBBIO"), "rain stops NATO in dubbio");
	assert_span(cased("The River Rain Stops Vallefonda"), "the river rain stops Vallefonda");
	assert_span(cased("The River Rain Stops Angela ."), "the River Rain Stops Angela .");
	assert_span(cased("NATO"), "NATO");
	assert_span(cased(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_word),
		cmocka_unit_test(test_speech),
		cmocka_unit_test(test_headlines),
	};

	return RUN(tests);
}
