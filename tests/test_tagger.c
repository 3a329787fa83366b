#include "tagger.h"

#include "helper.h"

static struct table tags;

/* The UPOS of each sentence of a document, parted by " / ". */
static struct span
tag(const char *const sentences[], size_t n, enum column column)
{
	struct document doc = { 0 };
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < n; i++)
		add_sentence(&doc, sentences[i]);
	tag_document(&tags, &arena, &doc);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_put(&out, SPAN(" / "));
		buf_put(&out, column_of(&doc.sentences.v[i], column));
	}
	return buf_span(&out);
}

#define TAG(column, ...)                                                                           \
	tag((const char *const[]){ __VA_ARGS__ },                                                  \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), column)

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
	tag_document(&tags, &arena, &doc);
	assert_span(row[0].col[C_UPOS], "_");
	assert_span(row[2].col[C_UPOS], "DET");
}

static int
setup(void **state)
{
	(void)state;
	tags = table_of("-i\tNOUN\t-o\tNumber=Plur\n-oni\tNOUN\t-one\tNumber=Plur\n"
			"-zioni\tNOUN\t-zione\tNumber=Plur\n-zione\tNOUN\t-zione\t\n"
			"crolla\tVERB\tcrollare\tMood=Ind\nil\tDET\til\tDefinite=Def|Number=Sing\n"
			"le\tDET\tle\t\nponte\tNOUN\tponte\t\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_suffixes),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_inside_quotes),
		cmocka_unit_test(test_all_capitals),
		cmocka_unit_test(test_no_words),
		cmocka_unit_test(test_rows_of_other_kinds),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
