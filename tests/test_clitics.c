#include "clitics.h"

#include "helper.h"

static struct table forms;

/* want: the words, joined by " + ". */
static void
check(const char *form, const char *want)
{
	struct span words[CLITICS_WORDS];
	size_t n = clitics_split(&arena, &forms, span_of(form), words);
	struct buf got = { .arena = &arena };

	if (n == 1)
		words[0] = span_of(form);
	for (size_t i = 0; i < n; i++) {
		buf_put(&got, i > 0 ? SPAN(" + ") : SPAN(""));
		buf_put(&got, words[i]);
	}
	assert_span(buf_span(&got), want);
}

static void
test_infinitive(void **state)
{
	(void)state;
	check("vederla", "veder + la");
	check("Vederla", "Veder + la");
	check("porsi", "por + si");
	check("dirglielo", "dir + glie + lo");
	check("andarsene", "andar + se + ne");
	check("esserci", "esser + ci");
}

static void
test_gerund_and_participle(void **state)
{
	(void)state;
	check("vedendolo", "vedendo + lo");
	check("verificatisi", "verificati + si");
	check("verificatimi", "verificatimi");
}

static void
test_ecco(void **state)
{
	(void)state;
	check("eccolo", "ecco + lo");
	check("ecco", "ecco");
}

static void
test_other_words(void **state)
{
	(void)state;
	check("portarli", "portarli"); /* no such verb here */
	check("morsi", "morsi");       /* a noun, whatever "morre" is */
	check("la", "la");
	check("cittadine", "cittadine");
	check("perche'", "perche'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_infinitive),
		cmocka_unit_test(test_gerund_and_participle),
		cmocka_unit_test(test_ecco),
		cmocka_unit_test(test_other_words),
	};

	forms = table_of("andare\tVERB\tandare\tVerbForm=Inf\n"
			 "dire\tVERB\tdire\tVerbForm=Inf\n"
			 "essere\tAUX\tessere\tVerbForm=Inf\n"
			 "morre\tVERB\tmorre\tVerbForm=Inf\n"
			 "morsi\tNOUN\tmorso\tGender=Masc|Number=Plur\n"
			 "porre\tVERB\tporre\tVerbForm=Inf\n"
			 "vedendo\tVERB\tvedere\tVerbForm=Ger\n"
			 "vedere\tVERB\tvedere\tVerbForm=Inf\n"
			 "verificati\tVERB\tverificare\tTense=Past|VerbForm=Part\n");
	return RUN(tests);
}
