#include "expression.h"

#include "models.h"

static struct english english;
static struct table kinds, rows;
static struct expressions expressions;

/* What is found, as "from-to english". */
static struct span
found_in(const char *words)
{
	struct source source;
	struct expression_list found = { 0 };
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	expressions_find(&expressions, &english, &kinds, &arena, &source, &found);
	for (size_t i = 0; i < found.list.n; i++) {
		const struct expression *e = &found.list.v[i];

		buf_printf(&out, "%s%u-%u %.*s", i > 0 ? "; " : "", e->from, e->to,
			   (int)e->english.n, e->english.s);
	}
	return buf_span(&out);
}

#define PART "/VERB/VerbForm=Part"
#define SEGNO " a/a/ADP segno/segno/NOUN"

static void
test_longest(void **state)
{
	(void)state;
	assert_span(found_in("ponte/ponte/NOUN"), "");
	assert_span(found_in("furto/furto/NOUN/Number=Sing aggravato/aggravato/ADJ"),
		    "0-2 aggravated theft");
	assert_span(found_in("furti/furto/NOUN/Number=Plur aggravati/aggravato/ADJ con/con/ADP "
			     "destrezza/destrezza/NOUN"),
		    "0-4 pickpocketings");
}

/* An expression that is not in the form of a dictionary is not inflected. */
static void
test_as_it_stands(void **state)
{
	(void)state;
	assert_span(found_in("visto/vedere" PART " che/che/SCONJ"), "0-2 since");
}

static void
test_article(void **state)
{
	(void)state;
	assert_span(found_in("ai>a/a/ADP+i/il/DET danni/danno/NOUN/Number=Plur di/di/ADP"),
		    "0-3 against");
	assert_span(found_in("ai>a/a/ADP+i/il/DET danni/danno/NOUN/Number=Plur "
			     "della>di/di/ADP+la/il/DET"),
		    "0-3 against|against the");
	assert_span(found_in("alla>a/a/ADP+la/il/DET furia/furia/NOUN di/di/ADP"), "");
}

static void
test_tense(void **state)
{
	(void)state;
	assert_span(
	    found_in("mettono/mettere/VERB/Number=Plur|Person=3|Tense=Pres|VerbForm=Fin" SEGNO),
	    "0-3 carry out|score");
	assert_span(found_in("ha/avere/AUX messo/mettere" PART SEGNO), "0-4 carried out|scored");
	assert_span(found_in("non/non/ADV ha/avere/AUX messo/mettere" PART SEGNO),
		    "0-5 did not carry out|did not score");
	assert_span(found_in("non/non/ADV mette/mettere/VERB/Number=Sing|Person=3|Tense=Pres|"
			     "VerbForm=Fin" SEGNO),
		    "0-4 does not carry out|does not score");
	assert_span(found_in("non/non/ADV finisce/finire/VERB/Number=Sing|Person=3|Tense=Pres|"
			     "VerbForm=Fin nei/in/ADP guai/guaio/NOUN"),
		    "0-4 is not punished");
	assert_span(
	    found_in("non/non/ADV è/essere/AUX finito/finire" PART " nei/in/ADP guai/guaio/NOUN"),
	    "0-5 was not punished");
	assert_span(found_in("è/essere/AUX stato/essere/AUX messo/mettere" PART SEGNO),
		    "2-5 carried out|scored");
	assert_span(found_in("colpo/colpo/NOUN messo/mettere" PART SEGNO),
		    "1-4 carried out|scored");
}

/* "è messo" is a passive, "è entrato" none, nor is "si è messo". */
static void
test_essere(void **state)
{
	(void)state;
	assert_span(found_in("è/essere/AUX messo/mettere" PART SEGNO), "1-4 carried out|scored");
	assert_span(found_in("è/essere/AUX entrato/entrare" PART " in/in/ADP vigore/vigore/NOUN"),
		    "0-4 took effect");
	assert_span(found_in("si/si/PRON è/essere/AUX dato/dare" PART
			     " alla>a/a/ADP+la/il/DET fuga/fuga/NOUN"),
		    "0-5 fled");
	assert_span(found_in("darsi>dar/dare/VERB/VerbForm=Inf+si/si/PRON "
			     "alla>a/a/ADP+la/il/DET fuga/fuga/NOUN"),
		    "0-3 flee|fleeing");
}

static void
test_infinitive(void **state)
{
	(void)state;
	assert_span(found_in("può/potere/AUX entrare/entrare/VERB/VerbForm=Inf in/in/ADP "
			     "vigore/vigore/NOUN"),
		    "1-4 take effect|taking effect");
	assert_span(found_in("di/di/ADP entrare/entrare/VERB/VerbForm=Inf in/in/ADP "
			     "vigore/vigore/NOUN"),
		    "0-4 to take effect|taking effect|of taking effect");
	assert_span(found_in("a/a/ADP entrare/entrare/VERB/VerbForm=Inf in/in/ADP "
			     "vigore/vigore/NOUN"),
		    "0-4 to take effect|taking effect|to taking effect");
}

static int
setup(void **state)
{
	(void)state;
	english.verbs = table_of("flee\tfled\tfled\ntake\ttook\ttaken\n");
	kinds = table_of("entrare\tessere\nfinire\tleads\n");
	rows = table_of("a furia di\tby dint of\nai danni di\tagainst\nfinire nei guai\tbe "
			"punished\ndare alla fuga\tflee\nentrare in vigore\ttake "
			"effect\nfurto aggravato\taggravated theft\nfurto aggravato con "
			"destrezza\tpickpocketing\nmettere a segno\tcarry out|score\nvisto "
			"che\tsince\n");
	expressions_open(&expressions, &rows, NULL);
	return 0;
}

static int
teardown(void **state)
{
	expressions_close(&expressions);
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_longest), cmocka_unit_test(test_as_it_stands),
		cmocka_unit_test(test_article), cmocka_unit_test(test_tense),
		cmocka_unit_test(test_essere),  cmocka_unit_test(test_infinitive),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
