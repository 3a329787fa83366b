#include "token.h"

#include "helper.h"

static struct table abbreviations;

static struct tokens
scan(const char *text)
{
	struct tokens tokens;

	token_scan(&arena, &abbreviations, span_of(text), &tokens);
	return tokens;
}

/* The forms of a text, parted by |. */
static struct span
forms_of(const char *text)
{
	struct tokens tokens = scan(text);
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < tokens.n; i++) {
		if (i > 0)
			buf_putc(&out, '|');
		buf_put(&out, tokens.v[i].form);
	}
	return buf_span(&out);
}

struct example {
	const char *text, *forms;
};

#define CHECK(...)                                                                                 \
	do {                                                                                       \
		static const struct example e[] = { __VA_ARGS__ };                                 \
		for (size_t i = 0; i < sizeof(e) / sizeof(e[0]); i++)                              \
			assert_span(forms_of(e[i].text), e[i].forms);                              \
	} while (0)

static void
test_plain(void **state)
{
	(void)state;
	CHECK({ "Piove a Sondrio, oggi.", "Piove|a|Sondrio|,|oggi|." },
	      { "città perché così", "città|perché|così" }, { "", "" }, { "(forse)", "(|forse|)" },
	      { "a,b;c", "a|,|b|;|c" });
}

static void
test_elision(void **state)
{
	(void)state;
	CHECK({ "L'orto e un'ala", "L'|orto|e|un'|ala" },
	      { "L’orto e un’ala", "L’|orto|e|un’|ala" },
	      { "nell'89 e l'11 agosto", "nell'|89|e|l'|11|agosto" },
	      { "c'era all'alba", "c'|era|all'|alba" },
	      { "l'«orto» e l'\"ala\"", "l'|«|orto|»|e|l'|\"|ala|\"" });
}

static void
test_apocope(void **state)
{
	(void)state;
	CHECK({ "un po' di pane", "un|po'|di|pane" }, { "un po’, grazie", "un|po’|,|grazie" },
	      { "la citta' e' piu' bella", "la|citta'|e'|piu'|bella" },
	      { "E' vero, perche' no", "E'|vero|,|perche'|no" },
	      { "gli anni '60", "gli|anni|'60" });
}

static void
test_foreign(void **state)
{
	(void)state;
	CHECK({ "Sean O'Hara", "Sean|O'Hara" }, { "da Wendy's oggi", "da|Wendy's|oggi" },
	      { "drum'n'bass", "drum'n'bass" });
}

static void
test_quotes(void **state)
{
	(void)state;
	CHECK({ "dice: \"No\".", "dice|:|\"|No|\"|." }, { "«Sì», dice", "«|Sì|»|,|dice" },
	      { "il 'nodo' resta", "il|'|nodo|'|resta" }, { "“Sì”", "“|Sì|”" });
}

static void
test_numbers(void **state)
{
	(void)state;
	CHECK({ "3,5 o 1.250.000,75", "3,5|o|1.250.000,75" },
	      { "alle 9.45 o 21:15", "alle|9.45|o|21:15" },
	      { "il 7/8 costa 30%", "il|7/8|costa|30|%" }, { "40°", "40°" },
	      { "18mila 35enne 4x4", "18mila|35enne|4x4" }, { "dal 2010.", "dal|2010|." },
	      { "3-0", "3-0" }, { "90 km/h", "90|km/h" });
}

static void
test_hyphens(void **state)
{
	(void)state;
	CHECK({ "il vice-preside anglo-francese", "il|vice-preside|anglo-francese" },
	      { "ieri - forse - no", "ieri|-|forse|-|no" }, { "ieri—forse", "ieri|—|forse" },
	      { "e/o", "e/o" }, { "Q&A", "Q&A" });
}

static void
test_runs(void **state)
{
	(void)state;
	CHECK({ "Mah... forse… no", "Mah|...|forse|…|no" }, { "No!!! Che?!", "No|!!!|Che|?!" },
	      { "***", "***" }, { "))", ")|)" });
}

static void
test_addresses(void **state)
{
	(void)state;
	CHECK({ "vedi https://esempio.it/a?b=1&c=2.", "vedi|https://esempio.it/a?b=1&c=2|." },
	      { "(www.esempio.it)", "(|www.esempio.it|)" }, { "su esempio.it.", "su|esempio.it|." },
	      { "a redazione@esempio.it, subito", "a|redazione@esempio.it|,|subito" },
	      { "#mare @anna", "#mare|@anna" }, { "finita.Poi", "finita|.|Poi" });
}

static void
test_abbreviations(void **state)
{
	struct tokens tokens;

	(void)state;
	CHECK({ "il dott. Neri", "il|dott.|Neri" }, { "Dott. Neri", "Dott.|Neri" },
	      { "la Alfa S.p.A. cede", "la|Alfa|S.p.A.|cede" },
	      { "pane, latte ecc.", "pane|,|latte|ecc." }, { "il dottore.", "il|dottore|." },
	      { "negli U.S.A. oggi", "negli|U.S.A.|oggi" });
	/* the stop behind a unit is the sentence's, or a typist's */
	CHECK({ "70 cm. di neve", "70|cm.|di|neve" }, { "70 cm. Nevica", "70|cm|.|Nevica" },
	      { "70 cm.", "70|cm|." });
	tokens = scan("dott. S.p.A. U.K. 5 no , http://a.it");
	assert_int_equal(tokens.n, 7);
	assert_int_equal(tokens.v[0].kind, TOKEN_ABBR);
	assert_int_equal(tokens.v[1].kind, TOKEN_ABBR_END);
	assert_int_equal(tokens.v[2].kind, TOKEN_ABBR_END);
	assert_int_equal(tokens.v[3].kind, TOKEN_NUMBER);
	assert_int_equal(tokens.v[4].kind, TOKEN_WORD);
	assert_int_equal(tokens.v[5].kind, TOKEN_OTHER);
	assert_int_equal(tokens.v[6].kind, TOKEN_ADDRESS);
}

static void
test_initials(void **state)
{
	(void)state;
	CHECK({ "G. Neri e P.G. Rossi", "G.|Neri|e|P.G.|Rossi" },
	      { "gioca in serie B. Oggi", "gioca|in|serie|B|.|Oggi" },
	      { "arrestato Mario R.", "arrestato|Mario|R." },
	      { "Mario R.. Ieri", "Mario|R.|.|Ieri" }, { "Mario R... ieri", "Mario|R|...|ieri" },
	      { "il piano B.", "il|piano|B|." });
}

static void
test_gaps(void **state)
{
	struct tokens tokens = scan("49\u00A0% a \u202Fb");

	(void)state;
	assert_int_equal(tokens.n, 4);
	assert_span(tokens.v[0].gap, "\u00A0");
	assert_span(tokens.v[2].gap, " \u202F");
	assert_span(tokens.v[3].gap, "");
}

static void
test_key(void **state)
{
	(void)state;
	assert_span(token_key(&arena, SPAN("Dell’")), "dell'");
	assert_span(token_key(&arena, SPAN("E'")), "è");
	assert_span(token_key(&arena, SPAN("CITTA'")), "città");
	assert_span(token_key(&arena, SPAN("Perche’")), "perché");
	assert_span(token_key(&arena, SPAN("piu'")), "più");
	assert_span(token_key(&arena, SPAN("po'")), "po'");
	assert_span(token_key(&arena, SPAN("un'")), "un'");
	assert_span(token_key(&arena, SPAN("PERCHÉ")), "perché");
}

static void
test_apostrophe(void **state)
{
	(void)state;
	assert_true(is_apostrophe('\''));
	assert_true(is_apostrophe(0x2019));
	assert_false(is_apostrophe(0x2018));
	assert_false(is_apostrophe(-1));
}

static int
setup(void **state)
{
	(void)state;
	abbreviations = table_of(
	    "cm.\tunit\ndott.\tnever\necc.\tend\npiano\tlabel\ns.p.a.\tend\nserie\tlabel\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),     cmocka_unit_test(test_elision),
		cmocka_unit_test(test_apocope),   cmocka_unit_test(test_foreign),
		cmocka_unit_test(test_quotes),    cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_hyphens),   cmocka_unit_test(test_runs),
		cmocka_unit_test(test_addresses), cmocka_unit_test(test_abbreviations),
		cmocka_unit_test(test_initials),  cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_key),       cmocka_unit_test(test_apostrophe),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
