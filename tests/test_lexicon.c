#include "lexicon.h"

#include "helper.h"

static struct table lexicon;

static struct span
find(const char *lemma, const char *upos)
{
	return lexicon_find(&lexicon, &arena, span_of(lemma), span_of(upos));
}

static void
test_find(void **state)
{
	(void)state;
	assert_span(find("porto", "NOUN"), "port|harbour");
	assert_span(find("porto", "VERB"), "carry");
	assert_span(find("porto", "ADJ"), "port|harbour"); /* only others: the first of them */
	assert_span(find("avere", "AUX"), "have");         /* AUX and VERB are one */
	assert_span(find("ignoto", "NOUN"), "");
	assert_span(lexicon_exact(&lexicon, SPAN("porto"), SPAN("VERB")), "carry");
	assert_span(lexicon_exact(&lexicon, SPAN("porto"), SPAN("ADJ")), "");
	assert_span(lexicon_first(find("porto", "NOUN")), "port");
	assert_span(lexicon_first(SPAN("")), "");
}

static void
test_names(void **state)
{
	(void)state;
	assert_span(find("Porto", "NOUN"), "port|harbour"); /* a capital that is no name */
	assert_span(find("Porto", "PROPN"), "");
	assert_span(find("porto", "PROPN"), "");
	assert_span(find("Torino", "PROPN"), "Turin");
}

static size_t
phrase(const char *forms, const char *lemmas, struct span *english)
{
	struct document doc = { 0 };
	struct row *words[16];
	struct span rest = span_of(lemmas), lemma;
	size_t n = 0;

	add_sentence(&doc, forms);
	for (; span_cut(&rest, ' ', &lemma); n++) {
		words[n] = &doc.sentences.v[0].rows.v[n];
		words[n]->col[C_LEMMA] = lemma;
	}
	*english = SPAN("");
	return lexicon_phrase(&lexicon, &arena, words, n, english);
}

static void
test_phrase(void **state)
{
	struct span english;

	(void)state;
	assert_int_equal(phrase("Prendere parte al corteo", "prendere parte a corteo", &english),
			 2);
	assert_span(english, "take part");
	assert_int_equal(phrase("prese parte", "prendere parte", &english), 2); /* by lemmas */
	assert_int_equal(phrase("d' accordo", "di accordo", &english), 2);
	assert_span(english, "agreed"); /* no blank behind an apostrophe */
	assert_int_equal(phrase("l' accordo", "il accordo", &english), 0);
	assert_int_equal(phrase("parte", "parte", &english), 0);
	assert_int_equal(phrase("di tanto in tanto", "di tanto in tanto", &english), 4);
	assert_int_equal(phrase("di tanto in", "di tanto in", &english),
			 2); /* the longest there is */
}

static int
setup(void **state)
{
	(void)state;
	lexicon = table_of("Torino\tPROPN\tTurin\navere\tVERB\thave\nd'accordo\tADV\tagreed\n"
			   "di tanto\tADV\tso\ndi tanto in tanto\tADV\tnow and then\n"
			   "porto\tNOUN\tport|harbour\nporto\tVERB\tcarry\n"
			   "prendere parte\tVERB\ttake part\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_phrase),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
