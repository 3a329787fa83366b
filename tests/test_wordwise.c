#include "wordwise.h"

#include "helper.h"

static struct wordwise w;

/* A word as "form/lemma/UPOS/FEATS"; what is left out is the form, and "_". */
static void
set_word(struct row *row)
{
	static const enum column columns[] = { C_FORM, C_LEMMA, C_UPOS, C_FEATS };
	struct span rest = row->col[C_FORM], field;

	row->col[C_LEMMA] = rest;
	for (int i = 0; i < 4 && span_cut(&rest, '/', &field); i++)
		row->col[columns[i]] = field;
}

static struct span
render(const char *words)
{
	struct document doc = { 0 };
	struct sentence *s;

	add_sentence(&doc, words);
	s = &doc.sentences.v[0];
	for (size_t i = 0; i < s->rows.n; i++)
		set_word(&s->rows.v[i]);
	return wordwise_sentence(&w, &arena, s);
}

static void
test_words(void **state)
{
	(void)state;
	assert_span(
	    render(
		"Il/il/DET ponte/ponte/NOUN crolla/crollare/VERB/Number=Sing|Person=3 ././PUNCT"),
	    "The bridge collapses.");
	assert_span(render("i/il/DET ponti/ponte/NOUN/Number=Plur"), "The bridges");
	assert_span(render("Xyz/xyz/NOUN"), "Xyz"); /* unknown: as it is */
	assert_span(render("ponte/ponte/NOUN verde/verde/ADJ"), "Green bridge");
	assert_span(render("un/uno/DET arco/arco/NOUN"), "An arch");
}

static void
test_verbs(void **state)
{
	(void)state;
	assert_span(render("crollò/crollare/VERB/Mood=Ind|Tense=Past"), "Collapsed");
	assert_span(render("crollerà/crollare/VERB/Mood=Ind|Tense=Fut"), "Will collapse");
	assert_span(render("crollerebbe/crollare/VERB/Mood=Cnd"), "Would collapse");
	assert_span(render("crollando/crollare/VERB/VerbForm=Ger"), "Collapsing");
	assert_span(render("di/di/ADP crollare/crollare/VERB/VerbForm=Inf"), "To collapse");
}

static void
test_numbers(void **state)
{
	(void)state;
	assert_span(render("1.250.000,75/x/NUM"), "1,250,000.75");
	assert_span(render("18.30/x/NUM"), "18.30"); /* a time */
	assert_span(render("3,5/x/NUM %/%/SYM"), "3.5%");
}

static void
test_layout(void **state)
{
	(void)state;
	assert_span(render("\"/\"/PUNCT ponte/ponte/NOUN \"/\"/PUNCT ,/,/PUNCT («/(/PUNCT"),
		    "\"bridge\", («");
	assert_span(render("«/«/PUNCT ponte/ponte/NOUN »/»/PUNCT ././PUNCT"), "«bridge».");
}

static void
test_gloss_first(void **state)
{
	struct document doc = { 0 };
	struct row *row;

	(void)state;
	add_sentence(&doc, "ponte");
	row = doc.sentences.v[0].rows.v;
	row->col[C_LEMMA] = SPAN("ponte");
	row->col[C_UPOS] = SPAN("NOUN");
	row->col[C_MISC] = SPAN("Gloss=deck");
	assert_span(wordwise_sentence(&w, &arena, &doc.sentences.v[0]), "Deck");
}

static int
setup(void **state)
{
	(void)state;
	w.lexicon = table_of("arco\tNOUN\tarch\ncrollare\tVERB\tcollapse\nil\tDET\tthe\n"
			     "ponte\tNOUN\tbridge|deck\nuno\tDET\ta\nverde\tADJ\tgreen\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),       cmocka_unit_test(test_verbs),
		cmocka_unit_test(test_numbers),     cmocka_unit_test(test_layout),
		cmocka_unit_test(test_gloss_first),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
