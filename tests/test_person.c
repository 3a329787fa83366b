#include "person.h"

#include "candidates.h"

#define LM "# ngrams 1 3\n\t80 <unk> <s>\n\t16 </s>\n"

static struct table lexicon, kinds;

/* What is left of English words for some of the Italian ones, and what came to it: "at+n english".
 */
static struct span
left(const char *words, unsigned from, unsigned to, const char *english, unsigned seen)
{
	struct source source;
	struct candidates c;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	c = new_candidates(source.words.n);
	candidate_add(&c, from, to, span_of(english), FROM_TABLE)->seen = seen;
	keep_people(&lexicon, &kinds, &c, &source);
	for (unsigned i = 0; i < c.n; i++)
		for (unsigned end = i + 1; end <= c.n; end++)
			for (size_t k = 0; k < candidates_of(&c, i, end)->list.n; k++) {
				const struct candidate *x = candidates_of(&c, i, end)->list.v[k];

				buf_printf(&out, "%s%u+%u", out.n > 0 ? "; " : "", i, end - i);
				for (size_t w = 0; w < x->n; w++)
					buf_printf(&out, " %.*s", (int)x->words[w].n,
						   x->words[w].s);
			}
	return buf_span(&out);
}

#define PAOLO "Paolo/Paolo/PROPN/_/Name=Begin"
#define SARTO "Sarto/Sarto/PROPN/_/Name=Inside"

static void
test_given(void **state)
{
	(void)state;
	assert_span(left(PAOLO, 0, 1, "Paul", 9), "0+1 Paolo");
	assert_span(left(PAOLO, 0, 1, "Paolo", 1), "0+1 Paolo");
	assert_span(left(PAOLO " ride/ridere/VERB", 0, 2, "Paul laughs", 9), "0+1 Paolo");
	assert_span(left(PAOLO " ride/ridere/VERB", 0, 2, "Paolo laughs", 9),
		    "0+1 Paolo; 0+2 Paolo laughs");
	assert_span(left("Roma/Roma/PROPN", 0, 1, "Rome", 1), "0+1 Rome");
}

/* "Sarto" is a tailor, but not behind "Paolo". */
static void
test_surname(void **state)
{
	(void)state;
	assert_span(left(PAOLO " " SARTO, 1, 2, "Tailor", 9), "0+1 Paolo; 1+1 Sarto");
	assert_span(left(PAOLO " " SARTO, 0, 2, "Paul Tailor", 2), "0+1 Paolo; 1+1 Sarto");
	assert_span(left(PAOLO " " SARTO, 0, 2, "Paul Tailor", 3),
		    "0+1 Paolo; 0+2 Paul Tailor; 1+1 Sarto");
	assert_span(left("Sarto/Sarto/PROPN/_/Name=Begin", 0, 1, "Tailor", 9), "0+1 Tailor");
	assert_span(left(PAOLO " Sarto/Sarto/PROPN/_/Name=Begin", 1, 2, "Tailor", 9),
		    "0+1 Paolo; 1+1 Tailor");
}

/* At the start of a sentence the tagger may not know. */
static void
test_taken_for_another(void **state)
{
	(void)state;
	assert_span(
	    left("Paolo/paolo/ADJ Sarto/Sarto/PROPN/_/Name=Begin", 0, 2, "Pauline Tailor", 2),
	    "0+1 Paolo; 1+1 Sarto");
	assert_span(left("Paolo/paolo/ADJ Sarto/sarto/NOUN", 0, 1, "Pauline", 9),
		    "0+1 Paolo; 1+1 Sarto");
	assert_span(left("Paolo/paolo/ADJ sarto/sarto/NOUN", 0, 1, "Pauline", 9), "0+1 Pauline");
	assert_span(left("Cesare/Cesare/PROPN Sarto/sarto/NOUN", 0, 1, "Caesar", 9),
		    "0+1 Cesare; 1+1 Sarto");
	assert_span(left("Cesare/Cesare/PROPN", 0, 1, "Caesar", 9), "0+1 Caesar");
	assert_span(left("Sarto/sarto/NOUN Paolo/Paolo/PROPN", 0, 1, "Tailor", 9),
		    "0+1 Tailor; 1+1 Paolo");
}

static void
test_titles(void **state)
{
	(void)state;
	assert_span(left("Papa/papa/NOUN Paolo/Paolo/PROPN", 1, 2, "Paul", 9), "1+1 Paul");
	assert_span(left("San/San/PROPN Paolo/Paolo/PROPN", 0, 2, "São Paulo", 1), "0+2 São Paulo");
	assert_span(left("signor/signore/NOUN Paolo/Paolo/PROPN", 1, 2, "Paul", 9), "1+1 Paolo");
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	kinds = table_of("Cesare\tgiven\n");
	lexicon = table_of("Paolo\tPROPN\tPaolo\nRoma\tPROPN\tRome\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_given),
		cmocka_unit_test(test_surname),
		cmocka_unit_test(test_taken_for_another),
		cmocka_unit_test(test_titles),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
