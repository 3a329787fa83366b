#include "inflect.h"

#include "models.h"

static struct english en;

/* A word as set_word has it, and a base form. */
static struct span
of(const char *word, const char *base)
{
	return inflect(&en, &arena, &tagged(word)->rows.v[0], span_of(base));
}

/* of the words behind the first one */
static struct span
enclitics(const char *words)
{
	const struct sentence *s = tagged(words);

	return inflect_enclitics(&arena, s->rows.v + 1, s->rows.n - 1, SPAN(" it"));
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
	assert_span(of("sono/essere/AUX/Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "be"),
		    "are");
	assert_span(of("erano/essere/AUX/Number=Plur|Person=3|Tense=Imp|VerbForm=Fin", "be able"),
		    "were able");
	assert_span(of("battono/battere/VERB/Number=Plur|Tense=Pres|VerbForm=Fin", "beat"), "beat");
	assert_span(of("ha/avere/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "have"), "has");
	assert_span(of("può/potere/AUX/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "can"),
		    "can");
}

static void
test_enclitics(void **state)
{
	(void)state;
	assert_span(enclitics("vender lo"), " it");
	assert_span(enclitics("vender li"), " them");
	assert_span(enclitics("dir gli"), " him");
	assert_span(enclitics("dir glie lo"), " it him");
	assert_span(enclitics("dando ci"), " us");
	assert_span(enclitics("andar se ne"), "");
	assert_span(inflect_enclitics(&arena, tagged("colpir lo")->rows.v + 1, 1, SPAN(" him")),
		    " him");
	assert_span(enclitics("trovar si"), "");
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
		cmocka_unit_test(test_nouns),
		cmocka_unit_test(test_tenses),
		cmocka_unit_test(test_auxiliaries),
		cmocka_unit_test(test_enclitics),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
