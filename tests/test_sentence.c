#include "sentence.h"

#include "helper.h"

static struct table abbreviations, stopwords;

/* The text of the sentences, parted by ¶. */
static struct span
sentences_of(const char *text)
{
	struct buf out = { .arena = &arena };
	struct tokens tokens;
	size_t end;

	token_scan(&arena, &abbreviations, span_of(text), &tokens);
	for (size_t from = 0; from < tokens.n; from = end) {
		end = sentence_end(&arena, &stopwords, &tokens, from);
		assert_true(end > from && end <= tokens.n);
		if (from > 0)
			buf_put(&out, SPAN("¶"));
		for (size_t i = from; i < end; i++) {
			buf_put(&out, tokens.v[i].form);
			if (i + 1 < end)
				buf_put(&out, tokens.v[i].gap);
		}
	}
	return buf_span(&out);
}

/* What is expected is the text with a ¶ for each blank where a sentence ends. */
static void
check(const char *want)
{
	struct buf text = { .arena = &arena };
	struct span rest = span_of(want);

	for (size_t off = 0; off < rest.n; off++)
		if (span_starts(span_from(rest, off), SPAN("¶"))) {
			buf_putc(&text, ' ');
			off += SPAN("¶").n - 1;
		} else {
			buf_putc(&text, rest.s[off]);
		}
	assert_span(sentences_of(arena_cstr(&arena, buf_span(&text))), want);
}

static void
test_stops(void **state)
{
	(void)state;
	check("Piove.¶Poi smette!¶E dopo?¶Nulla");
	check("Vale 3,5.¶Ne costa 4.");
	check("Chiude alle 9.45 di sera.");
	check("Ma come?! non era chiuso?");
	check("Ma come?!¶Era chiuso.");
	check("1. Aprire la scatola");
	check("Vale.¶2. Aprire la scatola.¶107. Chiudere.");
}

static void
test_ellipsis(void **state)
{
	(void)state;
	check("Mah... forse domani.");
	check("Mah...¶Domani piove.");
	check("Mah…¶Domani piove.");
	check("Mah (forse… ) Domani piove.");
	check("Piove.¶«(…) Domani no.»¶[...] Poi nulla.");
}

static void
test_quotes(void **state)
{
	(void)state;
	check("Disse: «Torno domani.»¶Non tornò.");
	check("Disse: \"Torno domani\".¶Non tornò.");
	check("«Torni?» chiese la madre.");
	check("«Torni!», disse lei.");
	check("(Torna domani.)¶Non tornò.");
	check("Non tornò.¶«Domani piove», disse.");
	check("Non tornò.¶– Domani piove.");
}

static void
test_abbreviations(void **state)
{
	(void)state;
	check("Il dott. Neri parla.¶Il prof. tace.");
	check("La Alfa S.p.A. Torino cede.");
	check("Cede la Alfa S.p.A.¶La Beta compra.");
	check("Cede la Alfa S.p.A.¶L'azienda compra.");
	check("Cede la Alfa S.p.A.¶«Compro io», dice.");
	check("La Alfa S.p.A. cede.");
	check("Pane, latte ecc. costano.");
	check("Parla G. Neri.¶Poi tace.");
	check("Gioca in serie B.¶Ieri ha vinto.");
	check("Non passa da X a Z.¶Il resto tace.");
	check("Parla A. La Rocca con G. Dei Neri.");
}

static void
test_capitals(void **state)
{
	(void)state;
	check("CROLLA IL PONTE.¶L'ALLARME DEI TECNICI.¶CHIUSA LA STRADA");
}

static void
test_lost_blank(void **state)
{
	static const char want[] = "Nel 2014.¶Condividi tutto.";

	(void)state;
	assert_span(sentences_of("Nel 2014.Condividi tutto."), want);
	assert_span(sentences_of("Versione 2.Beta"), "Versione 2.Beta");
	assert_span(sentences_of("Su esempio.it si legge."), "Su esempio.it si legge.");
}

static void
test_closed(void **state)
{
	(void)state;
	assert_true(sentence_is_closed(SPAN("Fine.")));
	assert_true(sentence_is_closed(SPAN("«Fine!» ")));
	assert_true(sentence_is_closed(SPAN("(fine…)")));
	assert_true(sentence_is_closed(SPAN("Fine.”")));
	assert_false(sentence_is_closed(SPAN("Fine")));
	assert_false(sentence_is_closed(SPAN("Fine:")));
	assert_false(sentence_is_closed(SPAN("")));
	assert_false(sentence_is_closed(SPAN("»")));
}

static int
setup(void **state)
{
	(void)state;
	abbreviations =
	    table_of("dott.\tnever\necc.\tend\nprof.\tnever\ns.p.a.\tend\nserie\tlabel\n");
	stopwords = table_of("dei\nil\nl\nla\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stops),    cmocka_unit_test(test_ellipsis),
		cmocka_unit_test(test_quotes),   cmocka_unit_test(test_abbreviations),
		cmocka_unit_test(test_capitals), cmocka_unit_test(test_lost_blank),
		cmocka_unit_test(test_closed),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
