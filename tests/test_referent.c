#include "referent.h"

#include "models.h"

static struct table kinds, lexicon;

/* What the last word, a pronoun, stands for; sign: it is one for a subject. */
static enum referent
referent_in(const char *words, bool sign)
{
	struct source source;

	source_make(&arena, tagged(words), &source);
	if (sign) /* behind it stands its verb */
		source.words.v[source.words.n - 2].nrows = 0;
	source_find_referents(&kinds, &lexicon, &source);
	return source.words.v[source.words.n - 1 - sign].referent;
}

static enum referent
of_relative(const char *before)
{
	struct buf words = { .arena = &arena };

	buf_printf(&words, "%s che/che/PRON/PronType=Rel", before);
	return referent_in(buf_span(&words).s, false);
}

static enum referent
of_sign(const char *before, const char *verb)
{
	struct buf words = { .arena = &arena };

	buf_printf(&words, "%s <3s>/x/VERB %s/%s/VERB", before, verb, verb);
	return referent_in(buf_span(&words).s, true);
}

#define JUDGE "il/il/DET giudice/giudice/NOUN/Gender=Masc|Number=Sing"
#define WOMAN "la/il/DET donna/donna/NOUN/Gender=Fem|Number=Sing"
#define VICTIM "la/il/DET vittima/vittima/NOUN/Gender=Fem|Number=Sing"
#define LAW "la/il/DET legge/legge/NOUN/Gender=Fem|Number=Sing"

static void
test_relative(void **state)
{
	(void)state;
	assert_int_equal(of_relative(JUDGE), REFERENT_HE);
	assert_int_equal(of_relative(JUDGE " ,/,/PUNCT"), REFERENT_HE);
	assert_int_equal(of_relative(WOMAN " anziana/anziano/ADJ"), REFERENT_SHE);
	assert_int_equal(of_relative(VICTIM), REFERENT_PERSON);
	assert_int_equal(of_relative(LAW), REFERENT_THING);
	assert_int_equal(of_relative("Paolo/Paolo/PROPN Sarto/Sarto/PROPN"), REFERENT_PERSON);
	assert_int_equal(of_relative("Paolo/Paolo/PROPN"), REFERENT_UNKNOWN);
	assert_int_equal(of_relative("Ormenati/Ormenati/PROPN"), REFERENT_UNKNOWN);
	assert_int_equal(of_relative("vede/vedere/VERB"), REFERENT_UNKNOWN);
	/* a judge of law; the law of a judge, or the judge */
	assert_int_equal(of_relative(JUDGE " di/di/ADP legge/legge/NOUN"), REFERENT_HE);
	assert_int_equal(of_relative(LAW " del>di/di/ADP+il/il/DET giudice/giudice/NOUN"),
			 REFERENT_UNKNOWN);
	assert_int_equal(of_relative(JUDGE " di/di/ADP Siena/Siena/PROPN"), REFERENT_HE);
}

/* What a comma has opened is passed, but for a finite verb. */
static void
test_relative_behind_apposition(void **state)
{
	(void)state;
	assert_int_equal(of_relative(JUDGE " ,/,/PUNCT nato/nascere/VERB/VerbForm=Part a/a/ADP "
					   "Siena/Siena/PROPN ,/,/PUNCT"),
			 REFERENT_HE);
	assert_int_equal(of_relative(LAW " ,/,/PUNCT nata/nascere/VERB/VerbForm=Part a/a/ADP "
					 "Siena/Siena/PROPN ,/,/PUNCT"),
			 REFERENT_UNKNOWN);
	assert_int_equal(of_relative("per/per/ADP " JUDGE " ,/,/PUNCT a/a/ADP Siena/Siena/PROPN "
				     ",/,/PUNCT"),
			 REFERENT_UNKNOWN);
	assert_int_equal(of_relative(JUDGE " ,/,/PUNCT va/andare/VERB/VerbForm=Fin a/a/ADP "
					   "Siena/Siena/PROPN ,/,/PUNCT"),
			 REFERENT_UNKNOWN);
	assert_int_equal(of_relative(JUDGE " a/a/ADP Siena/Siena/PROPN ,/,/PUNCT"),
			 REFERENT_UNKNOWN);
}

static void
test_sign(void **state)
{
	(void)state;
	assert_int_equal(of_sign(WOMAN " dice/dire/VERB che/che/SCONJ", "vince"), REFERENT_SHE);
	assert_int_equal(of_sign("per/per/ADP " LAW " " JUDGE " dice/dire/VERB", "vince"),
			 REFERENT_HE);
	assert_int_equal(referent_in("i/il/DET giudici/giudice/NOUN/Number=Plur e/e/CCONJ "
				     "<3s>/x/VERB/Number=Sing vince/vincere/VERB",
				     true),
			 REFERENT_UNKNOWN);
	assert_int_equal(of_sign("Paolo/Paolo/PROPN Sarto/Sarto/PROPN dice/dire/VERB", "vince"),
			 REFERENT_PERSON);
	assert_int_equal(of_sign("ieri/ieri/ADV", "vince"), REFERENT_UNKNOWN);
	assert_int_equal(of_sign("ieri/ieri/ADV", "avere"), REFERENT_UNKNOWN);
	assert_int_equal(of_sign("ieri/ieri/ADV non/non/ADV", "dire"), REFERENT_PERSON);
	assert_int_equal(of_sign(LAW " vale/valere/VERB e/e/CCONJ", "dire"), REFERENT_PERSON);
}

static void
test_age(void **state)
{
	struct source source;

	(void)state;
	source_make(&arena, tagged("<3s>/x/VERB ha/avere/VERB 4/4/NUM anni/anno/NOUN"), &source);
	source.words.v[0].nrows = 0;
	source_find_referents(&kinds, &lexicon, &source);
	assert_int_equal(source.words.v[0].referent, REFERENT_PERSON);
}

/* "È stato colpito". */
static void
test_done_to(void **state)
{
	struct source source;

	(void)state;
	source_make(&arena,
		    tagged("<3s>/x/VERB è/essere/AUX stato/essere/AUX "
			   "colpito/colpire/VERB/VerbForm=Part"),
		    &source);
	source.words.v[0].nrows = 0;
	source_find_referents(&kinds, &lexicon, &source);
	assert_int_equal(source.words.v[0].referent, REFERENT_PERSON);
}

static void
test_enclitic(void **state)
{
	(void)state;
	assert_int_equal(referent_in("colpirla>colpir/colpire/VERB+la/la/PRON", false),
			 REFERENT_SHE);
	assert_int_equal(referent_in("colpirlo>colpir/colpire/VERB+lo/lo/PRON", false),
			 REFERENT_HE);
	assert_int_equal(referent_in("colpirci>colpir/colpire/VERB+ci/ci/PRON", false),
			 REFERENT_UNKNOWN);
	assert_int_equal(referent_in("dirla>dir/dire/VERB+la/la/PRON", false), REFERENT_UNKNOWN);
	assert_int_equal(referent_in("colpire/colpire/VERB", false), REFERENT_UNKNOWN);
}

static int
setup(void **state)
{
	(void)state;
	kinds =
	    table_of("colpire\twhom\ndire\tsay\ndonna\tperson\ngiudice\tperson\nvittima\teither\n"
		     "vittima\tperson\n");
	lexicon = table_of("Paolo\tPROPN\tPaolo\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_relative), cmocka_unit_test(test_relative_behind_apposition),
		cmocka_unit_test(test_sign),     cmocka_unit_test(test_enclitic),
		cmocka_unit_test(test_age),      cmocka_unit_test(test_done_to),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
