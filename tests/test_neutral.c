#include "neutral.h"

#include "models.h"

/* The words as the phrase table has them. */
static struct span
neutral(const char *words)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	for (size_t i = 0; i < source.words.n; i++) {
		buf_put(&out, i > 0 ? SPAN(" ") : SPAN(""));
		buf_put(&out, neutral_form(&arena, &source.words.v[i]));
	}
	return buf_span(&out);
}

static void
test_function_words(void **state)
{
	(void)state;
	assert_span(neutral("la/il/DET dell'>di/di/ADP+l'/il/DET agli>a/a/ADP+gli/il/DET"),
		    "il del ai");
	assert_span(neutral("sue/suo/DET/Poss=Yes queste/questo/DET"), "suo questi");
	assert_span(neutral("la/lo/PRON"), "la");
	assert_span(neutral("che/che/PRON che/che/SCONJ"), "<che> che");
}

static void
test_adjectives(void **state)
{
	(void)state;
	assert_span(neutral("italiane/italiano/ADJ grandi/grande/ADJ"), "italiano:a grande:a");
	assert_span(neutral("il/il/DET Verdi/verde/ADJ"), "il Verdi");
	assert_span(neutral("grandi/_/ADJ"), "grandi"); /* nobody has tagged it */
}

#define FIN(mood, tense) "/VERB/Mood=" mood "|Number=Plur|Person=3|Tense=" tense "|VerbForm=Fin"

static void
test_verbs(void **state)
{
	(void)state;
	assert_span(neutral("vanno/andare" FIN("Ind", "Pres") " andranno/andare" FIN(
			"Ind", "Fut") " andavano/andare" FIN("Ind", "Imp")),
		    "andare:0 andare:f andare:i");
	assert_span(neutral("andarono/andare" FIN("Ind", "Past") " andrebbero/andare" FIN(
			"Cnd", "Pres") " vadano/andare" FIN("Sub", "Pres")),
		    "andare:p andare:c andare:s");
	assert_span(neutral("andassero/andare" FIN("Sub", "Imp")), "andare:t");
	assert_span(neutral("va/andare/VERB/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
			    "andare/andare/VERB/VerbForm=Inf"),
		    "va andare:v");
	assert_span(neutral("andate/andare/VERB/Tense=Past|VerbForm=Part "
			    "andante/andare/VERB/Tense=Pres|VerbForm=Part"),
		    "andato andante");
	assert_span(neutral("avevano/avere" FIN("Ind", "Imp")), "avevano");
}

static void
test_signs(void **state)
{
	struct source_word sign = { .form = SPAN("<3s>"), .nrows = 0 };
	struct source_word pronoun = { .form = SPAN("lo"), .nrows = 1, .sign = SPAN("<lo>") };

	(void)state;
	assert_span(neutral_form(&arena, &sign), "<3s>");
	assert_span(neutral_form(&arena, &pronoun), "<lo>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_function_words),
		cmocka_unit_test(test_adjectives),
		cmocka_unit_test(test_verbs),
		cmocka_unit_test(test_signs),
	};

	return cmocka_run_group_tests(tests, NULL, free_arena);
}
