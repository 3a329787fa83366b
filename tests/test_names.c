#include "names.h"

#include "helper.h"

static struct table tags;

/* "la/DET Zorla/PROPN": forms and their UPOS. */
static struct sentence *
tagged(const char *words)
{
	struct document *doc = ARENA_NEW(&arena, struct document, 1);
	struct sentence *s;

	add_sentence(doc, words);
	s = &doc->sentences.v[0];
	for (size_t i = 0; i < s->rows.n; i++) {
		struct row *row = &s->rows.v[i];
		struct span form = row->col[C_FORM];

		span_cut(&form, '/', &row->col[C_FORM]);
		row->col[C_UPOS] = form;
		row->col[C_LEMMA] =
		    span_starts(row->col[C_FORM], SPAN("d")) ? SPAN("di") : row->col[C_FORM];
		row->col[C_FEATS] = span_eq(row->col[C_FORM], SPAN("ministri"))
					? SPAN("Number=Plur")
					: SPAN("Number=Sing");
	}
	return s;
}

/* Its names, words parted by blanks, names by " | ". */
static struct span
names(struct sentence *s)
{
	struct capitals capitals = { { .arena = &arena }, { .arena = &arena } };
	struct buf out = { .arena = &arena };

	capitals_note(&capitals, s);
	names_mark(&arena, &tags, &capitals, s);
	for (size_t i = 0; i < s->rows.n; i++) {
		struct span mark;

		if (!misc_get(s->rows.v[i].col[C_MISC], SPAN("Name"), &mark))
			continue;
		if (span_eq(mark, SPAN("Begin")))
			buf_put(&out, out.n > 0 ? SPAN(" | ") : SPAN(""));
		else
			buf_putc(&out, ' ');
		buf_put(&out, s->rows.v[i].col[C_FORM]);
	}
	return buf_span(&out);
}

#define NAMES(words) names(tagged(words))

static void
test_runs(void **state)
{
	(void)state;
	assert_span(NAMES("ride/VERB Ivo/PROPN Zorla/PROPN ,/PUNCT Ada/PROPN"), "Ivo Zorla | Ada");
	assert_span(NAMES("la/DET Zorla/PROPN AI/X"), "Zorla AI");
	assert_span(NAMES("e/CCONJ Joost/PROPN van/X Zorl/PROPN"), "Joost van Zorl");
	assert_span(NAMES("il/DET Sole/PROPN 24/NUM Ore/NOUN"), "Sole 24 Ore");
	assert_span(NAMES("a/ADP La/DET Zorla/PROPN"), "La Zorla");
	assert_span(NAMES("papa/NOUN Ivo/PROPN XXII/ADJ ride/VERB"), "Ivo XXII");
	assert_span(NAMES("Zorla/PROPN e/CCONJ Ada/PROPN"), "Zorla | Ada");
}

static void
test_institutions(void **state)
{
	(void)state;
	assert_span(NAMES("la/DET Banca/PROPN d'/ADP Ormea/PROPN"), "Banca d' Ormea");
	assert_span(NAMES("Ivo/PROPN d'/ADP Ormea/PROPN"), "Ivo | Ormea"); /* from there */
	assert_span(NAMES("la/DET Banca/PROPN civile/ADJ"), "Banca civile");
	assert_span(NAMES("la/DET Zorla/PROPN civile/ADJ"), "Zorla");
	assert_span(NAMES("la/DET Banca/PROPN di/ADP commercio/NOUN di/ADP Ormea/PROPN"),
		    "Banca di commercio di Ormea");
	assert_span(NAMES("la/DET Banca/NOUN di/ADP i/DET ministri/NOUN"), "Banca di i ministri");
	assert_span(NAMES("la/DET Banca/NOUN di/ADP il/DET commercio/NOUN"),
		    "Banca di il commercio");
	assert_span(NAMES("la/DET Banca/NOUN di/ADP la/DET provincia/NOUN"), "Banca");
	assert_span(NAMES("la/DET Banca/NOUN di/ADP un/DET commercio/NOUN"), "Banca");
	assert_span(NAMES("di/ADP Banca/PROPN di/ADP i/DET ministri/NOUN"), "Banca");
	assert_span(NAMES("il/DET Comune/NOUN civile/ADJ di/ADP Ormea/PROPN"), "Comune | Ormea");
	assert_span(NAMES("la/DET Banca/NOUN di/ADP il/DET Commercio/NOUN e/CCONJ di/ADP il/DET "
			  "Comune/NOUN"),
		    "Banca di il Commercio e di il Comune");
	assert_span(NAMES("San/PROPN Ivo/PROPN di/ADP Ormea/PROPN"), "San Ivo di Ormea");
}

static void
test_no_names(void **state)
{
	(void)state;
	assert_span(NAMES("il/DET Presidente/NOUN Zorla/PROPN"), "Zorla");
	assert_span(NAMES("nel/ADP Paese/NOUN ,/PUNCT 4/NUM Maggio/NOUN"), "");
	assert_span(NAMES("il/DET III/ADJ secolo/NOUN"), "");
	assert_span(NAMES("Comune/NOUN chiuso/ADJ"), ""); /* the capital of the sentence */
	assert_span(NAMES("LA/DET BANCA/NOUN CHIUDE/VERB"), "");
	assert_span(NAMES("ORMEA/PROPN Comune/NOUN chiuso/ADJ a/ADP Ormea/PROPN"), "ORMEA | Ormea");
}

static void
test_beginnings(void **state)
{
	(void)state;
	assert_span(NAMES("Banca/NOUN Zorla/PROPN chiude/VERB"), "Banca Zorla");
	assert_span(NAMES("Comune/NOUN ,/PUNCT il/DET Comune/NOUN"), "Comune | Comune");
}

static void
test_quoted_titles(void **state)
{
	(void)state;
	assert_span(NAMES("la/DET banca/NOUN «/PUNCT Ponti/NOUN di/ADP ieri/ADV »/PUNCT"),
		    "Ponti di ieri");
	assert_span(NAMES("disse/VERB «/PUNCT Ponti/NOUN di/ADP ieri/ADV »/PUNCT"), "");
	assert_span(NAMES("la/DET banca/NOUN «/PUNCT Ponti/NOUN crollano/VERB »/PUNCT"), "");
	assert_span(NAMES("la/DET banca/NOUN «/PUNCT Ponti/NOUN di/ADP ieri/ADV"), "");
}

/* What was there before is taken away, and nothing else. */
static void
test_again(void **state)
{
	struct sentence *s = tagged("ride/VERB Zorla/PROPN");

	(void)state;
	s->rows.v[0].col[C_MISC] = SPAN("Name=Begin|Stem=rid");
	s->rows.v[1].col[C_MISC] = SPAN("SpaceAfter=No|Name=Inside");
	assert_span(names(s), "Zorla");
	assert_span(s->rows.v[0].col[C_MISC], "Stem=rid");
	assert_span(s->rows.v[1].col[C_MISC], "SpaceAfter=No|Name=Begin");
	s->rows.v[0].col[C_MISC] = SPAN("Name=Begin");
	s->rows.v[1].col[C_MISC] = SPAN("Name=Begin|Stem=zorl"); /* right: it stays where it is */
	names(s);
	assert_span(s->rows.v[1].col[C_MISC], "Name=Begin|Stem=zorl");
	assert_span(s->rows.v[0].col[C_MISC], "_");
}

static int
setup(void **state)
{
	(void)state;
	tags = table_of("banca\tNOUN\tbanca\tNumber=Sing\nchiuso\tADJ\tchiuso\tNumber=Sing\n"
			"civile\tADJ\tcivile\t_\ncommercio\tNOUN\tcommercio\tNumber=Sing\n"
			"comune\tNOUN\tcomune\tNumber=Sing\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),          cmocka_unit_test(test_institutions),
		cmocka_unit_test(test_no_names),      cmocka_unit_test(test_beginnings),
		cmocka_unit_test(test_quoted_titles), cmocka_unit_test(test_again),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
