#include "fixed.h"

#include "models.h"
#include "subject.h"

static struct quantities quantities;
static struct expressions expressions;
static struct table quantity_rows, expression_rows, lexicon, kinds;
static struct english english;
static struct source source;

/* What is fixed, as "from-to english origin", "!" behind what is sure. */
static struct span
fixed_in(const char *words, const char *glossary)
{
	struct fixed_sources ask = { .quantities = &quantities,
				     .expressions = &expressions,
				     .lexicon = &lexicon,
				     .kinds = &kinds,
				     .english = &english };
	struct fixed_list list = { 0 };
	struct buf out = { .arena = &arena };

	if (glossary != NULL)
		ask.glossary = glossary_of(glossary);
	source_make(&arena, tagged(words), &source);
	source_add_subjects(&arena, &kinds, &source);
	fixed_find(&ask, &arena, &source, &list);
	for (size_t i = 0; i < list.n; i++) {
		const struct fixed *f = &list.v[i];

		buf_printf(&out, "%s%u-%u %.*s %s%s", i > 0 ? "|" : "", f->from, f->to,
			   (int)f->english.n, f->english.s, origin_names[f->origin],
			   f->sure ? "!" : "");
	}
	return buf_span(&out);
}

static void
test_nothing(void **state)
{
	struct fixed_sources ask = { 0 };
	struct fixed_list list = { 0 };

	(void)state;
	assert_span(fixed_in("il/il/DET ponte/ponte/NOUN", NULL), "");
	assert_span(fixed_in("", "ponte\tbridge\n"), "");
	source_make(&arena, tagged("due/due/NUM stati/stato/NOUN"), &source);
	fixed_find(&ask, &arena, &source, &list); /* nobody is asked */
	assert_int_equal(list.n, 0);
}

static void
test_lexicon(void **state)
{
	(void)state;
	assert_span(fixed_in("il/il/DET capo/capo/NOUN/Number=Sing ufficio/ufficio/NOUN", NULL),
		    "1-3 office head lexicon|1-3 boss lexicon");
	/* by lemmas, in the number of the first word */
	assert_span(fixed_in("capi/capo/NOUN/Number=Plur ufficio/ufficio/NOUN", NULL),
		    "0-2 office heads lexicon|0-2 bosses lexicon");
}

static void
test_quantities(void **state)
{
	(void)state;
	assert_span(fixed_in("costa/costare/VERB 1.250/x/NUM euro/euro/NOUN", NULL),
		    "1-3 € 1,250 rule!");
	assert_span(fixed_in("14,8/x/NUM gradini/gradino/NOUN", NULL), "0-1 14.8 rule!");
}

/* Where one is sure there is nothing else, not even what is shorter. */
static void
test_sure(void **state)
{
	(void)state;
	assert_span(fixed_in("due/due/NUM milioni/milione/NOUN e/e/CCONJ mezzo/mezzo/ADJ", NULL),
		    "0-4 2.5 million rule!");
}

static void
test_glossary_first(void **state)
{
	const char *words = "capo/capo/NOUN ufficio/ufficio/NOUN costa/costare/VERB 1.250/x/NUM "
			    "euro/euro/NOUN";

	(void)state;
	assert_span(fixed_in(words, "euro\teuros\nufficio\tbureau\n"),
		    "1-2 bureau glossary!|4-5 euros glossary!|3-4 1,250 rule!");
	assert_span(fixed_in(words, NULL),
		    "3-5 € 1,250 rule!|0-2 office head lexicon|0-2 boss lexicon");
	assert_span(fixed_in(words, "capo ufficio\thead clerk\n"),
		    "0-2 head clerk glossary!|3-5 € 1,250 rule!");
}

static void
test_expressions(void **state)
{
	const char *words = "in/in/ADP capo/capo/NOUN a/a/ADP due/due/NUM milioni/milione/NOUN";

	(void)state;
	assert_span(fixed_in(words, NULL),
		    "3-5 2 million rule|3-5 two million rule|0-3 within lexicon!");
	assert_span(fixed_in(words, "capo\thead\n"),
		    "1-2 head glossary!|3-5 2 million rule|3-5 two million rule");
}

/* The source, and what is fixed, when adjectives have moved. */
static void
test_move_adjectives(void **state)
{
	struct fixed_sources ask = { .lexicon = &lexicon, .english = &english };
	struct fixed_list list = { 0 };

	(void)state;
	ask.glossary = glossary_of("pista ciclabile\tcycle path\n");
	source_make(&arena,
		    tagged("la/il/DET pista/pista/NOUN/Number=Sing ciclabile/x/ADJ/Number=Sing "
			   "comunale/comunale/ADJ/Number=Sing capo/capo/NOUN ufficio/ufficio/NOUN"),
		    &source);
	fixed_find(&ask, &arena, &source, &list);
	fixed_move_adjectives(&source, &list);
	assert_span(source.words.v[1].form, "comunale");
	assert_int_equal(list.v[0].from, 2);
	assert_int_equal(list.v[0].to, 4);
	assert_int_equal(list.v[1].from, 4); /* what stands behind stays */
	fixed_move_adjectives(&source, &list);
	assert_int_equal(list.v[0].from, 2);
	list.n = 0;
	source_make(&arena,
		    tagged("pista/pista/NOUN ciclabile/x/ADJ pari/pari/ADJ alla>a/a/ADP+la/il/DET"),
		    &source);
	fixed_find(&ask, &arena, &source, &list);
	fixed_move_adjectives(&source, &list);
	assert_span(source.words.v[2].form, "pari");
}

static void
test_do_not_translate(void **state)
{
	(void)state;
	assert_span(fixed_in("la/il/DET Banca/banca/NOUN Verde/verde/ADJ", "Banca Verde\t\n"),
		    "1-3 Banca Verde glossary!");
	assert_span(fixed_in("l’/il/DET ufficio/ufficio/NOUN", "l'ufficio\tl'ufficio\n"),
		    "0-2 l’ ufficio glossary!"); /* as the text has it */
}

static void
test_lemmas(void **state)
{
	const char *glossary = "ponte\tbridge\nriaprire\tbring back\n";

	(void)state;
	assert_span(fixed_in("ponte/ponte/NOUN/Number=Sing ponti/ponte/NOUN/Number=Plur", glossary),
		    "0-1 bridge glossary!|1-2 bridges glossary!");
	assert_span(fixed_in("riaprirà/riaprire/VERB/Number=Sing|Person=3|Tense=Fut|VerbForm=Fin "
			     "riaperto/riaprire/VERB/VerbForm=Part",
			     "riaprire\tbring back\n"),
		    "1-2 will bring back glossary!|2-3 brought back glossary!");
}

/* A sign for the subject stands for no word: the verb behind it is one, not two. */
static void
test_signs(void **state)
{
	const char *word = "Riapre/riaprire/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";

	(void)state;
	assert_span(fixed_in(word, "riaprire\tbring back\n"), "1-2 brings back glossary!");
	assert_span(fixed_in(word, "Riapre\t\n"), "1-2 Riapre glossary!");
}

/* "della" is one word with a lemma of its own, whatever the lemma of its first part. */
static void
test_ranges(void **state)
{
	const char *words = "della>di/di/ADP+la/il/DET casa/casa/NOUN/Number=Sing";

	(void)state;
	assert_span(fixed_in(words, "di casa\tat home\n"), "");
	assert_span(fixed_in(words, "della casa\tof the house\n"), "0-2 of the house glossary!");
}

static void
test_tokens(void **state)
{
	(void)state;
	assert_span(fixed_in("ente/ente/NOUN", "ente\tthe mayor's (local)  body, \"it\"\n"),
		    "0-1 the mayor 's ( local ) body , \" it \" glossary!");
}

/* Longer than any candidate may be. */
static void
test_too_long(void **state)
{
	(void)state;
	assert_span(fixed_in("a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X a/a/X "
			     "a/a/X a/a/X",
			     "a a a a a a a a a a a a a\tx\n"),
		    "");
}

static int
setup(void **state)
{
	(void)state;
	quantity_rows = real_table("quantities");
	quantities_open(&quantities, &quantity_rows, no_memory);
	expression_rows = table_of("in capo a\twithin\ndi ponte in ponte\teverywhere\n");
	expressions_open(&expressions, &expression_rows, no_memory);
	lexicon = table_of("capo ufficio\tNOUN\toffice head|boss\nponte\tNOUN\tbridge\n");
	english.verbs = table_of("bring\tbrought\tbrought\n");
	english.nouns = table_of("child\tchildren\n");
	return 0;
}

static int
teardown(void **state)
{
	quantities_close(&quantities);
	expressions_close(&expressions);
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),         cmocka_unit_test(test_lexicon),
		cmocka_unit_test(test_quantities),      cmocka_unit_test(test_sure),
		cmocka_unit_test(test_glossary_first),  cmocka_unit_test(test_expressions),
		cmocka_unit_test(test_move_adjectives), cmocka_unit_test(test_do_not_translate),
		cmocka_unit_test(test_lemmas),          cmocka_unit_test(test_signs),
		cmocka_unit_test(test_ranges),          cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_too_long),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
