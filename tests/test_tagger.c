#include "tagger.h"

#include "helper.h"

static struct tagger by_lexicon, in_context;

/* The UPOS of each sentence of a document, parted by " / ". */
static struct span
tag(const struct tagger *tagger, const char *const sentences[], size_t n, enum column column)
{
	struct document doc = { 0 };
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < n; i++)
		add_sentence(&doc, sentences[i]);
	tag_document(tagger, &arena, &doc);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_put(&out, SPAN(" / "));
		buf_put(&out, column_of(&doc.sentences.v[i], column));
	}
	return buf_span(&out);
}

#define TAG_BY(tagger, column, ...)                                                                \
	tag(tagger, (const char *const[]){ __VA_ARGS__ },                                          \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), column)
#define TAG(column, ...) TAG_BY(&by_lexicon, column, __VA_ARGS__)
#define IN_CONTEXT(column, ...) TAG_BY(&in_context, column, __VA_ARGS__)

static void
test_forms(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "il ponte crolla ."), "DET NOUN VERB PUNCT");
	assert_span(TAG(C_LEMMA, "il ponte crolla ."), "il ponte crollare .");
	assert_span(TAG(C_FEATS, "il ponte"), "Definite=Def|Number=Sing _"); /* empty is "_" */
}

static void
test_suffixes(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "il crollazione"), "DET NOUN");
	assert_span(TAG(C_LEMMA, "le crollazioni"), "le crollazione"); /* the longest one */
	assert_span(TAG(C_LEMMA, "gattoni"), "gattone");
	assert_span(TAG(C_UPOS, "xyz"), "NOUN"); /* none fits */
	assert_span(TAG(C_LEMMA, "oni"), "ono"); /* -oni has a word before it; -i is left */
}

/* A suffix of verbs in -are and in -ere: the verb that is known. */
static void
test_known_verbs(void **state)
{
	(void)state;
	assert_span(TAG(C_LEMMA, "muoverà"), "muovere");
	assert_span(TAG(C_LEMMA, "gatterà"), "gattare");
}

/* "sono scesa" is I, "sono scese" they. */
static void
test_persons(void **state)
{
	(void)state;
#define FIRST "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"
	assert_span(TAG(C_FEATS, "sono scesa"), FIRST " Number=Sing|VerbForm=Part");
	assert_span(TAG(C_FEATS, "sono subito scesa"), FIRST " _ Number=Sing|VerbForm=Part");
	assert_span(TAG(C_FEATS, "sono scese"), "Person=3 Number=Plur|VerbForm=Part");
	assert_span(TAG(C_FEATS, "sono"), "Person=3");
	assert_span(TAG(C_FEATS, "sono ponte"), "Person=3 _");
}

static void
test_prefixes(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "ricrolla"), "VERB");
	assert_span(TAG(C_LEMMA, "ricrolla"), "ricrollare");
	assert_span(TAG(C_UPOS, "riponte"), "NOUN"); /* only of verbs */
	assert_span(TAG(C_UPOS, "Xyz Ricrolla"), "PROPN PROPN");
	assert_span(IN_CONTEXT(C_LEMMA, "ricrolla"), "ricrollare");
}

static void
test_names(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "il Ponte crolla"), "DET PROPN VERB");
	assert_span(TAG(C_LEMMA, "il Ponte crolla"), "il Ponte crollare");
	assert_span(TAG(C_UPOS, "Ponte chiuso"), "NOUN NOUN"); /* a known word opens it */
	/* the document knows better: elsewhere it has a capital, and never none */
	assert_span(TAG(C_UPOS, "Ponte crolla .", "il Ponte crolla ."),
		    "PROPN VERB PUNCT / DET PROPN VERB PUNCT");
	assert_span(TAG(C_UPOS, "Ponte crolla .", "il Ponte crolla .", "il ponte crolla ."),
		    "NOUN VERB PUNCT / DET PROPN VERB PUNCT / DET NOUN VERB PUNCT");
	assert_span(TAG(C_UPOS, "Il ponte", "Xyz crolla"), "DET NOUN / PROPN VERB");
}

static void
test_inside_quotes(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "crolla : « Ponte crolla »"), "VERB PUNCT PUNCT NOUN VERB PUNCT");
	/* capitals that fill the quotation are a name; one word may as well be a cry */
	assert_span(TAG(C_UPOS, "crolla « Ponte Grande »"), "VERB PUNCT PROPN PROPN PUNCT");
	assert_span(TAG(C_UPOS, "crolla « Ponte »"), "VERB PUNCT NOUN PUNCT");
}

static void
test_all_capitals(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "IL PONTE CROLLA"), "DET NOUN VERB");
	assert_span(TAG(C_UPOS, "il NATO crolla"), "DET PROPN VERB");
}

static void
test_no_words(void **state)
{
	(void)state;
	assert_span(TAG(C_UPOS, "1.250,5 % € … 25mila 28enne '90"),
		    "NUM SYM SYM PUNCT NUM NOUN NUM");
}

static void
test_rows_of_other_kinds(void **state)
{
	struct document doc = { 0 };
	struct row *row;

	(void)state;
	add_sentence(&doc, "sul su il ponte");
	row = doc.sentences.v[0].rows.v;
	row[0].kind = ROW_RANGE;
	tag_document(&by_lexicon, &arena, &doc);
	assert_span(row[0].col[C_UPOS], "_");
	assert_span(row[2].col[C_UPOS], "DET");
}

/* The model knows: after an article a noun, after a noun an adjective, else what is most frequent;
 * a capital inside is a name, unless the word stands without one elsewhere. */
static void
test_context(void **state)
{
	(void)state;
	assert_span(IN_CONTEXT(C_UPOS, "la porta crolla"), "DET NOUN VERB");
	assert_span(IN_CONTEXT(C_UPOS, "porta la porta politica"), "VERB DET NOUN ADJ");
	assert_span(IN_CONTEXT(C_LEMMA, "porta la porta politica"), "portare il porta politico");
	assert_span(IN_CONTEXT(C_FEATS, "porta la porta"), "Mood=Ind|VerbForm=Fin _ Gender=Fem");
	assert_span(TAG(C_UPOS, "la porta crolla"), "DET VERB VERB"); /* the lexicon alone */
}

static void
test_context_of_unknown(void **state)
{
	(void)state;
	/* of a class by its own suffixes, else the form itself */
	assert_span(IN_CONTEXT(C_UPOS, "la girate"), "DET NOUN");
	assert_span(IN_CONTEXT(C_LEMMA, "la girate"), "il girata");
	assert_span(IN_CONTEXT(C_LEMMA, "la xyz"), "il xyz");
}

static void
test_context_and_document(void **state)
{
	(void)state;
	assert_span(IN_CONTEXT(C_UPOS, "la Zorla crolla"), "DET PROPN VERB");
	assert_span(IN_CONTEXT(C_LEMMA, "la Zorla crolla"), "il Zorla crollare");
	assert_span(IN_CONTEXT(C_UPOS, "la Zorla", "la zorla"), "DET NOUN / DET NOUN");
	assert_span(IN_CONTEXT(C_UPOS, "crolla « Porta Politica »"),
		    "VERB PUNCT PROPN PROPN PUNCT");
	assert_span(IN_CONTEXT(C_UPOS, "la 25mila %"), "DET NUM SYM");
}

static int
setup(void **state)
{
	static struct table model;

	(void)state;
	by_lexicon.tags =
	    table_of("-erà\tVERB\t-are\tVerbForm=Fin\n-i\tNOUN\t-o\tNumber=Plur\n-oni\tNOUN\t-"
		     "one\tNumber=Plur\n"
		     "-zioni\tNOUN\t-zione\tNumber=Plur\n-zione\tNOUN\t-zione\t\n"
		     "NOUN-ate\tNOUN\t-ata\tGender=Fem\n"
		     "crolla\tVERB\tcrollare\tMood=Ind\nil\tDET\til\tDefinite=Def|Number=Sing\n"
		     "la\tDET\til\t\nle\tDET\tle\t\nmuovere\tVERB\tmuovere\tVerbForm="
		     "Inf\npolitica\tNOUN\tpolitica\t\n"
		     "politica\tADJ\tpolitico\t\nponte\tNOUN\tponte\t\n"
		     "porta\tVERB\tportare\tMood=Ind|VerbForm=Fin\n"
		     "porta\tNOUN\tporta\tGender=Fem\n"
		     "scesa\tVERB\tscendere\tNumber=Sing|VerbForm=Part\n"
		     "scese\tVERB\tscendere\tNumber=Plur|VerbForm=Part\n"
		     "sono\tAUX\tessere\tPerson=3\nsubito\tADV\tsubito\t\n");
	in_context.tags = by_lexicon.tags;
	model = table_of("=classes\tDET NOUN VERB.Fin ADJ PROPN\n"
			 "F DET\tB30C-10\nF NOUN\tD20\nb la\tA100\nb crolla\tC50\n"
			 "t c\tE60\nv VERB.Fin\tC10\n");
	return perceptron_open(&in_context.model, &model);
}

/* What is remembered of the documents before changes nothing. */
static void
test_lexemes_kept(void **state)
{
	struct lexemes lexemes = lexemes_in(&arena, &in_context.tags);
	struct tagger kept = in_context;

	(void)state;
	kept.lexemes = &lexemes;
	for (int i = 0; i < 2; i++) {
		assert_span(TAG_BY(&kept, C_UPOS, "porta la porta politica"), "VERB DET NOUN ADJ");
		assert_span(TAG_BY(&kept, C_LEMMA, "porta la porta politica"),
			    "portare il porta politico");
		assert_span(TAG_BY(&kept, C_LEMMA, "la girate"), "il girata");
		assert_span(TAG_BY(&kept, C_UPOS, "il Ponte crolla"), "DET PROPN VERB");
		assert_span(TAG_BY(&kept, C_UPOS, "IL PONTE CROLLA"), "DET NOUN VERB");
	}
}

static int
teardown(void **state)
{
	perceptron_close(&in_context.model);
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_suffixes),
		cmocka_unit_test(test_known_verbs),
		cmocka_unit_test(test_persons),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_inside_quotes),
		cmocka_unit_test(test_all_capitals),
		cmocka_unit_test(test_no_words),
		cmocka_unit_test(test_rows_of_other_kinds),
		cmocka_unit_test(test_context),
		cmocka_unit_test(test_context_of_unknown),
		cmocka_unit_test(test_context_and_document),
		cmocka_unit_test(test_lexemes_kept),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
