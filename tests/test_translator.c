#include "translator.h"

#include "models.h"

#define ROW "\t9p\t8 8 8 8\t3 20 12 3 20 12\n"

static struct quantities quantities;
static struct table quantity_rows;
static struct translator translator;

static struct translation
translation_of(const char *words)
{
	struct translation out;

	translate(&translator, &arena, tagged(words), &out);
	return out;
}

static struct span
text_of(const char *words)
{
	return translation_of(words).text;
}

static struct span
with_glossary(const char *rows, const char *words)
{
	struct span text;

	translator.glossary = glossary_of(rows);
	text = text_of(words);
	translator.glossary = NULL;
	return text;
}

static struct span
without(enum part part, const char *words)
{
	struct span text;

	translator.without[part] = true;
	text = text_of(words);
	translator.without[part] = false;
	return text;
}

static enum origin
origin_of(const char *word)
{
	struct translation out = translation_of(word);

	assert_int_equal(out.path.n, 1);
	return out.path.step[0]->candidate->origin;
}

static void
test_phrases(void **state)
{
	struct translation out;

	(void)state;
	assert_span(text_of("Il/il/DET ponte/ponte/NOUN riapre/riaprire/VERB ././PUNCT"),
		    "The bridge reopens.");
	assert_span(text_of("Il/il/DET ponte/ponte/NOUN verde/verde/ADJ riapre/riaprire/VERB"),
		    "The green bridge reopens");
	out = translation_of("il/il/DET ponte/ponte/NOUN");
	assert_int_equal(out.nwords, 2);
	assert_span(out.words[0], "the");
	assert_true(out.nbest >= 1);
	assert_ptr_equal(out.path.step[0], out.best[0]);
	assert_int_equal(origin_of("ponte/ponte/NOUN"), FROM_TABLE);
}

static void
test_empty(void **state)
{
	struct translation out = translation_of("");

	(void)state;
	assert_span(out.text, "");
	assert_int_equal(out.nwords, 0);
	assert_int_equal(out.path.n, 0);
}

static void
test_punctuation(void **state)
{
	(void)state;
	assert_span(text_of(".../.../PUNCT"), "...");
	assert_span(text_of("«/«/PUNCT »/»/PUNCT ?!/?!/PUNCT"), "\"\"?!");
	assert_span(text_of("–/–/PUNCT"), "–");
}

static void
test_names(void **state)
{
	(void)state;
	assert_span(text_of("il/il/DET ponte/ponte/NOUN di/di/ADP Vallefonda/Vallefonda/PROPN"),
		    "The bridge of Vallefonda");
	assert_int_equal(origin_of("Vallefonda/Vallefonda/PROPN"), FROM_COPY);
	/* a name is never a common word */
	assert_span(text_of("Nora/Nora/PROPN Cava/cava/PROPN"), "Nora Cava");
}

static void
test_known_forms(void **state)
{
	(void)state;
	/* a capital in mid-sentence */
	assert_span(text_of("il/il/DET Ponte/ponte/NOUN"), "The bridge");
	/* the tag says that it is none, the table that it is a name */
	assert_span(text_of("Vallechiara/vallechiara/NOUN riapre/riaprire/VERB"),
		    "Clear Valley reopens");
	assert_span(text_of("IL/il/DET PONTE/ponte/NOUN RIAPRE/riaprire/VERB"),
		    "The bridge reopens");
}

static void
test_lexicon(void **state)
{
	const char *quarries = "cave/cava/NOUN/Number=Plur";

	(void)state;
	assert_span(text_of("quelle/quello/DET cave/cava/NOUN/Number=Plur"), "Quelle quarries");
	assert_int_equal(origin_of(quarries), FROM_LEXICON);
	assert_span(text_of("venderà/vendere/VERB/Mood=Ind|Tense=Fut|VerbForm=Fin"), "Will sell");
	assert_span(text_of("venderlo>vender/vendere/VERB/VerbForm=Inf+lo/lo/PRON"), "Sell it");
	assert_span(without(PART_LEXICON, quarries), "Cave");
	assert_span(text_of("xyzzy/xyzzy/NOUN/Number=Plur"), "Xyzzy"); /* nobody knows it */
	assert_int_equal(origin_of("xyzzy/xyzzy/NOUN"), FROM_COPY);
	/* several words, by lemma */
	assert_span(text_of("il/il/DET capo/capo/NOUN ufficio/ufficio/NOUN"), "The office head");
}

/* What the table has from several sentences needs no lexicon. */
static void
test_lexicon_for_rare(void **state)
{
	struct translation out = translation_of("ponte/ponte/NOUN/Number=Sing");

	(void)state;
	assert_span(out.text, "Bridge"); /* not deck, which the lexicon has */
	assert_int_equal(origin_of("diga/diga/NOUN"), FROM_LEXICON); /* seen once, and dear */
}

/* The sense that gloss has chosen for the article is preferred, in the form of the text. */
static void
test_gloss(void **state)
{
	struct sentence *s = tagged("voti/voto/NOUN/Number=Plur");
	struct translation out;

	(void)state;
	translate(&translator, &arena, s, &out);
	assert_span(out.text, "Grades");
	s->rows.v[0].col[C_MISC] = SPAN("Gloss=vote");
	translator.weight[F_GLOSS] = 4;
	translate(&translator, &arena, s, &out);
	assert_span(out.text, "Votes");
	/* the subject's word weighs more, and need not be in the lexicon */
	translator.weight[F_GLOSS] = 1;
	s->rows.v[0].col[C_MISC] = SPAN("Gloss=ballot paper|Subject=politics");
	translate(&translator, &arena, s, &out);
	assert_span(out.text, "Ballot papers");
	translator_leave_out(&translator, PART_GLOSS);
	translate(&translator, &arena, s, &out);
	assert_span(out.text, "Grades");
	translator.without[PART_GLOSS] = false;
	translator.weight[F_GLOSS] = 0;
}

static void
test_quantities(void **state)
{
	const char *words = "costa/costare/VERB 1.250/x/NUM euro/euro/NOUN ././PUNCT";

	(void)state;
	assert_span(text_of(words), "Costs €1,250.");
	assert_span(without(PART_RULES, words), "Costs 1,250 bucks.");
	assert_span(text_of("due/due/NUM milioni/milione/NOUN e/e/CCONJ mezzo/mezzo/ADJ di/di/ADP "
			    "euro/euro/NOUN"),
		    "€2.5 million");
}

static void
test_glossary(void **state)
{
	const char *words = "il/il/DET ponte/ponte/NOUN/Number=Sing verde/verde/ADJ";

	(void)state;
	assert_span(with_glossary("ponte\tfootbridge\n", words), "The green footbridge");
	assert_span(with_glossary("ponte verde\tVerde Bridge\n", words), "The Verde Bridge");
	assert_span(with_glossary("ponte verde\t\n", words), "The ponte verde");
	assert_span(with_glossary("il ponte\ta way\n", words), "A way green");
	assert_span(with_glossary("ponte\tway\n", "ponti/ponte/NOUN/Number=Plur"), "Ways");
	assert_span(with_glossary("euro\teuros\n", "1.250/x/NUM euro/euro/NOUN"), "1,250 euros");
	assert_span(with_glossary("riaprire\tcome back\n",
				  "Riapre/riaprire/VERB/Number=Sing|Person=3|VerbForm=Fin"),
		    "He comes back");
}

/* Nothing else is offered for what a glossary has: not what the subject says. */
static void
test_glossary_and_subject(void **state)
{
	const char *bridge = "ponte/ponte/NOUN/_/Gloss=deck|Subject=works";

	(void)state;
	translator.weight[F_GLOSS] = 1;
	assert_span(text_of(bridge), "Deck");
	assert_span(with_glossary("ponte\tfootbridge\n", bridge), "Footbridge");
	translator.weight[F_GLOSS] = 0;
}

/* The lemma of an unknown form may be a guess. */
static void
test_guessed_lemma(void **state)
{
	(void)state;
	assert_span(text_of("cava/cavare/NOUN"), "Quarry");
	assert_span(text_of("cave/cava/NOUN/Number=Plur"), "Quarries");
}

/* Words that stay whole do not where a glossary has one of them. */
static void
test_glossary_inside(void **state)
{
	const char *words = "si/si/PRON è/essere/AUX aperto/aprire/VERB/VerbForm=Part";

	(void)state;
	assert_span(text_of(words), "It opened");
	assert_span(with_glossary("aprire\tunlock\n", words), "È unlocked");
}

static void
test_subjects(void **state)
{
	const char *words = "Riapre/riaprire/VERB/Number=Sing|Person=3|VerbForm=Fin ././PUNCT";

	(void)state;
	assert_span(text_of(words), "He reopens.");
	assert_span(without(PART_SUBJECTS, words), "Reopens.");
}

static void
test_ranges(void **state)
{
	(void)state;
	assert_span(text_of("del>di/di/ADP+il/il/DET ponte/ponte/NOUN"), "Of the bridge");
	assert_span(text_of("dal>da/da/ADP+il/il/DET ponte/ponte/NOUN"), "Dal bridge");
}

/* What stands in brackets stays there. */
static void
test_walls(void **state)
{
	(void)state;
	assert_span(
	    text_of("ponte/ponte/NOUN (/(/PUNCT verde/verde/ADJ )/)/PUNCT riapre/riaprire/VERB"),
	    "Bridge (green) reopens");
}

/* A row may lack what it should have. */
static void
test_damaged_rows(void **state)
{
	struct table phrases = translator.phrases;
	struct span text;

	(void)state;
	translator.phrases = table_of("il\nponte\t\nriapre\t \tx\ty\tz\n.\t.\t9p\t8\n");
	text = text_of("il/il/DET ponte/ponte/NOUN riapre/riaprire/VERB ././PUNCT");
	translator.phrases = phrases;
	assert_true(span_ends(text, SPAN(".")));
}

/* The source is the caller's: translated again it says the same. */
static void
test_source_is_kept(void **state)
{
	struct source source;
	struct translation first, second;

	(void)state;
	source_make(&arena,
		    tagged("Riapre/riaprire/VERB/Number=Sing|Person=3|VerbForm=Fin il/il/DET "
			   "ponte/ponte/NOUN verde/verde/ADJ"),
		    &source);
	translate_source(&translator, &arena, &source, &first);
	assert_int_equal(source.words.n, 4);
	assert_span(source.words.v[0].form, "riapre");
	assert_span(source.words.v[2].form, "ponte");
	translate_source(&translator, &arena, &source, &second);
	assert_true(span_eq(first.text, second.text));
	assert_true(span_starts(second.text, SPAN("He ")));
}

static void
test_beam(void **state)
{
	struct search_limits limits = translator.limits;

	(void)state;
	for (translator.limits.beam = 1; translator.limits.beam < 2000; translator.limits.beam *= 9)
		assert_span(text_of("Il/il/DET ponte/ponte/NOUN costa/costare/VERB due/due/NUM "
				    "milioni/milione/NOUN e/e/CCONJ mezzo/mezzo/ADJ di/di/ADP "
				    "euro/euro/NOUN ././PUNCT"),
			    "The bridge costs €2.5 million.");
	translator.limits = limits;
}

static int
setup(void **state)
{
	(void)state;
	quantity_rows = real_table("quantities");
	quantities_open(&quantities, &quantity_rows, no_memory);
	translator = (struct translator){
		.phrases = table_of(
		    "."
		    "\t." ROW "<3s>\the" ROW "Vallechiara\tClear Valley" ROW "costa\tcosts" ROW
		    "del\tof the" ROW "di\tof" ROW "diga\tcoin\t1d\t99 99 99 99\t3 20 12 3 20 12\n"
		    "e\tand" ROW "euro\tbucks" ROW "il\tthe" ROW "il\ta" ROW
		    "il ponte\tthe bridge" ROW "milioni\tmillion" ROW "ponte\tbridge" ROW
		    "riapre\treopens" ROW "si è aperto\tit opened" ROW "verde\tgreen" ROW
		    "voti\tgrades\t9p\t7 8 8 8\t3 20 12 3 20 12\n"
		    "voti\tvotes" ROW),
		.lexicon = table_of("capo ufficio\tNOUN\toffice head\ncava\tNOUN\tquarry|pit\n"
				    "diga\tNOUN\tdam\nponte\tNOUN\tdeck\nvendere\tVERB\tsell\n"),
		.english.verbs = table_of("come\tcame\tcome\nsell\tsold\tsold\n"),
		.english.nouns = table_of("child\tchildren\n"),
		.quantities = &quantities,
		.language =
		    language_of("# ngrams 1 14\n\t60 <unk> <s>\n"
				"\t24 </s> . the a bridge green of reopens he costs quarries €\n"
				"# ngrams 2 7\n<s>\t4\n\t6 the he\nthe\t4\n\t4 bridge\n\t6 green\n"
				"green\t4\n\t4 bridge\nbridge\t4\n\t6 reopens of\n"),
		.limits = { .beam = 100, .distortion = 6 },
	};
	translator.weight[F_LM] = 1;
	translator.weight[F_WORDS] = 1;
	translator.weight[F_DISTORTION] = 0.25f;
	translator.weight[F_P_EF] = translator.weight[F_P_FE] = 1;
	translator.weight[F_DROPPED] = translator.weight[F_NO_ARTICLE] = -9;
	translator.weight[F_LEXICON_RANK] = 1;
	translator.weight[F_LEXICON] = translator.weight[F_COPY] = -1;
	return 0;
}

static int
teardown(void **state)
{
	quantities_close(&quantities);
	translator_close(&translator); /* the bytes are the arena's */
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_phrases),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_punctuation),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_known_forms),
		cmocka_unit_test(test_lexicon),
		cmocka_unit_test(test_lexicon_for_rare),
		cmocka_unit_test(test_gloss),
		cmocka_unit_test(test_quantities),
		cmocka_unit_test(test_glossary),
		cmocka_unit_test(test_glossary_and_subject),
		cmocka_unit_test(test_guessed_lemma),
		cmocka_unit_test(test_glossary_inside),
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_walls),
		cmocka_unit_test(test_damaged_rows),
		cmocka_unit_test(test_source_is_kept),
		cmocka_unit_test(test_beam),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
