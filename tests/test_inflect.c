#include "inflect.h"

#include "models.h"

static struct english en;

/* A word as set_word has it, and a base form. */
static struct span
of(const char *word, const char *base)
{
	return inflect(&en, &arena, &tagged(word)->rows.v[0], span_of(base));
}

static struct span
enclitics(const char *word)
{
	return inflect_enclitics(&tagged(word)->rows.v[0]);
}

static void
test_nouns(void **state)
{
	(void)state;
	assert_span(of("comitati/comitato/NOUN/Number=Plur", "committee"), "committees");
	assert_span(of("comitato/comitato/NOUN/Number=Sing", "committee"), "committee");
	assert_span(of("bambini/bambino/NOUN/Gender=Masc|Number=Plur", "child"), "children");
	assert_span(of("premier/premier/NOUN/Number=Plur", "prime minister"), "prime ministers");
	assert_span(of("verdi/verde/ADJ/Number=Plur", "green"), "green");
	assert_span(of("Alpi/Alpi/PROPN/Number=Plur", "Alp"), "Alp");
	assert_span(of("comitati/comitato/NOUN", "committee"), "committee"); /* not known */
}

static void
test_tenses(void **state)
{
	static const struct {
		const char *feats, *english;
	} cases[] = {
		{ "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "takes part" },
		{ "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin", "take part" },
		{ "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "take part" },
		{ "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "took part" },
		{ "Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin", "took part" },
		{ "Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin", "will take part" },
		{ "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "would take part" },
		{ "Mood=Imp|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin", "take part" },
		{ "Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part", "taken part" },
		{ "VerbForm=Ger", "taking part" },
		{ "VerbForm=Inf", "take part" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf word = { .arena = &arena };

		buf_printf(&word, "x/x/VERB/%s", cases[i].feats);
		assert_span(of(arena_cstr(&arena, buf_span(&word)), "take part"), cases[i].english);
	}
	assert_span(of("x/x/VERB", "take part"), "take part");
}

static void
test_auxiliaries(void **state)
{
	(void)state;
	assert_span(of("è/essere/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "be"), "is");
	assert_span(of("ha/avere/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "have"), "has");
	assert_span(of("può/potere/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "can"),
		    "can");
}

static void
test_enclitics(void **state)
{
	(void)state;
	assert_span(enclitics("venderlo/vendere/VERB/VerbForm=Inf"), "it");
	assert_span(enclitics("vendendolo/vendere/VERB/VerbForm=Ger"), "it");
	assert_span(enclitics("venderli/vendere/VERB/VerbForm=Inf"), "them");
	assert_span(enclitics("dirgli/dire/VERB/VerbForm=Inf"), "him");
	assert_span(enclitics("dirglielo/dire/VERB/VerbForm=Inf"), "it him");
	assert_span(enclitics("dandoci/dare/VERB/VerbForm=Ger"), "us");
	assert_span(enclitics("parlarti/parlare/VERB/VerbForm=Inf"), "you");
	assert_span(enclitics("produrla/produrre/VERB/VerbForm=Inf"), "it");
	assert_span(enclitics("vistolo/vedere/VERB/VerbForm=Part"), "it");
	assert_span(enclitics("andarsene/andare/VERB/VerbForm=Inf"), "");
	assert_span(enclitics("trovarsi/trovare/VERB/VerbForm=Inf"), "");
}

/* Words that end alike. */
static void
test_no_enclitics(void **state)
{
	(void)state;
	assert_span(enclitics("vendere/vendere/VERB/VerbForm=Inf"), "");
	assert_span(enclitics("parla/parlare/VERB/VerbForm=Fin"), "");
	assert_span(enclitics("parlarti/parlarti/NOUN"), "");
	assert_span(enclitics("aperti/aprire/VERB/VerbForm=Part"), "");
	assert_span(enclitics("arrestati/arrestare/VERB/VerbForm=Part"), "");
	assert_span(enclitics("partiti/partire/VERB/VerbForm=Part"), "");
	assert_span(enclitics("morti/morire/VERB/VerbForm=Part"), "");
	assert_span(enclitics("lo/lo/VERB/VerbForm=Inf"), "");
}

static int
setup(void **state)
{
	(void)state;
	en.verbs = table_of("be\twas\tbeen\ntake\ttook\ttaken\n");
	en.nouns = table_of("child\tchildren\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nouns),        cmocka_unit_test(test_tenses),
		cmocka_unit_test(test_auxiliaries),  cmocka_unit_test(test_enclitics),
		cmocka_unit_test(test_no_enclitics),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
