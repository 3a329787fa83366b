#include "sense.h"

#include "helper.h"

static struct table lexicon, subjects;

/* A document of the nouns given, one a sentence. */
static struct senses
senses_of_nouns(const char *const nouns[], size_t n)
{
	struct document doc = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct row *row;

		add_sentence(&doc, nouns[i]);
		row = &doc.sentences.v[i].rows.v[0];
		row->col[C_LEMMA] = span_of(nouns[i]);
		row->col[C_UPOS] = SPAN("NOUN");
	}
	return senses_of(&lexicon, &subjects, &arena, &doc);
}

#define SENSES(...)                                                                                \
	senses_of_nouns((const char *const[]){ __VA_ARGS__ },                                      \
			sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static struct span
find(const struct senses *senses, const char *lemma)
{
	return sense_find(senses, span_of(lemma), SPAN("NOUN")).english;
}

static void
test_subject(void **state)
{
	struct senses sport = SENSES("gara", "ciclista"),
		      law = SENSES("gara", "appalto", "appalto");

	(void)state;
	assert_span(find(&sport, "gara"), "race");
	assert_span(find(&law, "gara"), "tender");
	assert_span(sense_find(&law, SPAN("aprire"), SPAN("VERB")).english, "institute");
	assert_span(sense_find(&law, SPAN("aprire"), SPAN("ADJ")).english, "open");
	assert_span(find(&law, "ciclista"), "cyclist"); /* none here: by the lexicon */
	assert_true(sense_find(&law, SPAN("gara"), SPAN("NOUN")).fit > 0);
	assert_span(sense_find(&law, SPAN("gara"), SPAN("NOUN")).subject, "law");
	assert_span(sense_find(&law, SPAN("mela"), SPAN("NOUN")).subject, "");
	assert_true(sense_find(&law, SPAN("mela"), SPAN("NOUN")).fit == 0);
}

static void
test_own_votes(void **state)
{
	struct senses alone = SENSES("gara", "gara", "mela");

	(void)state;
	assert_span(find(&alone, "gara"), "contest");
	assert_span(find(&alone, "gara d'appalto"), "call for tenders"); /* only there */
	assert_span(find(&alone, "ignoto"), "");
	assert_span(sense_find(&alone, SPAN("gara"), SPAN("VERB")).english, "contest");
}

/* Where no subject speaks, the press does; it does not vote. */
static void
test_press(void **state)
{
	struct senses alone = SENSES("banda", "esposto", "mela"),
		      sport = SENSES("banda", "ciclista");

	(void)state;
	assert_span(find(&alone, "banda"), "gang");
	assert_span(sense_find(&alone, SPAN("banda"), SPAN("NOUN")).subject, "press");
	assert_true(sense_find(&alone, SPAN("banda"), SPAN("NOUN")).fit == 0);
	assert_span(find(&sport, "banda"), "side");
	assert_span(find(&alone, "esposto"), "complaint");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_subject),
		cmocka_unit_test(test_own_votes),
		cmocka_unit_test(test_press),
	};

	lexicon = table_of("aprire\tVERB\topen\nciclista\tNOUN\tcyclist\ngara\tNOUN\tcontest|"
			   "race\nmela\tNOUN\tapple\n");
	subjects = table_of("appalto\tlaw\naprire\tlaw\tinstitute\nbanda\tpress\tgang\n"
			    "banda\tsport\tside\nciclista\tsport\trider\n"
			    "esposto\tpress\tcomplaint\ngara\tlaw\ttender\ngara\tsport\trace\n"
			    "gara d'appalto\tlaw\tcall for tenders\n");
	return RUN(tests);
}
