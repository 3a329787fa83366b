#include "stemmer.h"

#include "helper.h"

static struct table exceptions, stopwords;
static struct stemmer stemmer;

static void
check(const char *form, const char *want)
{
	assert_span(stemmer_stem(&stemmer, &arena, span_of(form)), want);
}

/* Pairs of the sample vocabulary that Snowball publishes for Italian. */
static void
test_snowball(void **state)
{
	(void)state;
	check("abbandonata", "abbandon");
	check("abbandonate", "abbandon");
	check("pronto", "pront");
	check("propaganda", "propagand");
}

static void
test_case_and_accents(void **state)
{
	(void)state;
	check("ABBANDONATA", "abbandon");
	check("citta'", "citt");
	check("città", "citt");
	check("Dell’", "dell"); /* no stop word here */
}

/* What the suffix makes is another word: only its inflection goes. */
static void
test_derived(void **state)
{
	(void)state;
	check("operazione", "operazion");
	check("operazioni", "operazion");
	check("operatrici", "operator");
	check("operatore", "operator");
	check("operative", "operativ");
	check("operare", "oper");
	check("velocemente", "veloc");
}

static void
test_exceptions(void **state)
{
	(void)state;
	check("Uomini", "uom");
}

static void
test_no_stem(void **state)
{
	(void)state;
	check("il", "");
	check("L'", "");
	check("a", "");
	check("12", "");
	check("25mila", "");
	check("...", "");
	check("'90", "");
	check("", "");
	check("'", "");
}

static int
setup(void **state)
{
	(void)state;
	exceptions = table_of("uomini\tuom\n");
	stopwords = table_of("il\nl\n");
	return stemmer_open(&stemmer, &exceptions, &stopwords);
}

static int
teardown(void **state)
{
	stemmer_close(&stemmer);
	stemmer_close(&stemmer); /* all zero */
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_snowball), cmocka_unit_test(test_case_and_accents),
		cmocka_unit_test(test_derived),  cmocka_unit_test(test_exceptions),
		cmocka_unit_test(test_no_stem),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
