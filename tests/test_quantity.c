#include "quantity.h"

#include "helper.h"

static struct quantities quantities;

/* The texts of what is found at a place: "2! € 50|1 50", a mark behind the lengths that are sure.
 */
static struct span
found_at(const struct span words[], size_t n, size_t at)
{
	struct quantity found[QUANTITY_MAX];
	struct buf out = { .arena = &arena };
	size_t count = quantity_find(&quantities, &arena, words, n, at, found, QUANTITY_MAX);

	for (size_t i = 0; i < count; i++)
		buf_printf(&out, "%s%zu%s %.*s", i > 0 ? "|" : "", found[i].n,
			   found[i].sure ? "!" : "", (int)found[i].english.n, found[i].english.s);
	return buf_span(&out);
}

/* At the word behind "^", or at the first. */
static struct span
find(const char *sentence)
{
	struct span rest = span_of(sentence), word, words[64];
	size_t n = 0, at = 0;

	while (span_cut(&rest, ' ', &word)) {
		if (span_eq(word, SPAN("^")))
			at = n;
		else
			words[n++] = word;
	}
	return found_at(words, n, at);
}

struct example {
	const char *italian, *english;
};

/* The first rendering found, which is a longest one, with its length and mark. */
static void
check_first(const struct example v[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct span rest = find(v[i].italian), first = SPAN("");

		span_cut(&rest, '|', &first);
		if (!span_eq(first, span_of(v[i].english)))
			print_error("\"%s\"\n", v[i].italian);
		assert_span(first, v[i].english);
	}
}
#define CHECK_FIRST(v) check_first(v, sizeof(v) / sizeof((v)[0]))

static void
test_number_token(void **state)
{
	static const struct example v[] = {
		{ "14,8", "14.8" },
		{ "1.250", "1,250" },
		{ "1.234.567,89", "1,234,567.89" },
		{ "1250,50", "1250.50" },
		{ "10,5-12", "10.5-12" },
		{ "1.000-1.500", "1,000-1,500" },
		{ "2024", "2024" },
		{ "10.30", "10.30" },
		{ "3.11", "3.11" },
		{ "3.1.2", "3.1.2" },
		{ "0.500", "0.500" },
		{ "1234.567", "1234.567" },
		{ "1.25", "1.25" },
		{ "1.250,", "1.250," },
		{ ",5", ",5" },
		{ "1,2,3", "1,2,3" },
		{ "333.1234567", "333.1234567" },
		{ "-", "-" },
		{ "", "" },
		{ "8-10", "8-10" },
		{ "casa", "casa" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		assert_span(quantity_number(&arena, span_of(v[i].italian)), v[i].english);
}

static void
test_numbers(void **state)
{
	static const struct example v[] = {
		{ "14,8 gradini", "1! 14.8" },
		{ "20mila abitanti", "1! 20,000" },
		{ "4 mila abitanti", "2! 4,000" },
		{ "75 000 abitanti", "2! 75,000" },
		{ "duecentocinquanta case", "1 250" },
		{ "ventitré case", "1! 23" },
		{ "ventitre case", "1! 23" },
		{ "Trentun giorni", "1! 31" },
		{ "centottantadue case", "1! 182" },
		{ "centoottanta case", "1 180" },
		{ "milleduecento case", "1 1,200" },
		{ "ventitremila case", "1 23,000" },
		{ "duemilaquattrocentosei voti", "1! 2,406" },
		{ "mille voti", "1 1,000" },
		{ "10 milioni di voti", "3! 10 million" },
		{ "due milioni di voti", "3 2 million" },
		{ "due milioni e mezzo", "4! 2.5 million" },
		{ "3 milioni e 400mila voti", "4! 3.4 million" },
		{ "un miliardo e 200 milioni", "5! 1.2 billion" },
		{ "tremila miliardi", "2 3 trillion" },
		{ "due terzi", "2 two thirds" },
		{ "una decina di case", "3 about ten" },
		{ "centinaia di migliaia di voti", "4 hundreds of thousands of" },
	};

	(void)state;
	CHECK_FIRST(v);
}

static void
test_money(void **state)
{
	static const struct example v[] = {
		{ "14,8 miliardi di dollari", "4! $ 14.8 billion" },
		{ "12 milioni di euro", "4! € 12 million" },
		{ "un milione di euro", "4! € 1 million" },
		{ "1.250 euro", "2! € 1,250" },
		{ "1100 euro", "2! € 1,100" },
		{ "mille euro", "2! € 1,000" },
		{ "20mila euro", "2! € 20,000" },
		{ "€ 50", "2! € 50" },
		{ "50 €", "2! € 50" },
		{ "$ 350.000", "2! $ 350,000" },
		{ "euro 1.533,00", "2! € 1,533" },
		{ "3 milioni di sterline", "4! £ 3 million" },
		{ "700 mld di dollari", "4! $ 700 billion" },
		{ "50 franchi svizzeri", "3! 50 Swiss francs" },
		{ "30 milioni di rubli", "4! 30 million roubles" },
		{ "80 dollari canadesi", "3! 80 Canadian dollars" },
		{ "mezzo milione di euro", "4 half a million euros" },
		{ "tra i 500 e i 1.300 euro", "7! between € 500 and € 1,300" },
		{ "tra i 10 e i 12mila euro", "7! between € 10,000 and € 12,000" },
		{ "da 2 a 3 milioni di euro", "7! from € 2 million to € 3 million" },
	};

	(void)state;
	CHECK_FIRST(v);
}

static void
test_percent(void **state)
{
	static const struct example v[] = {
		{ "3,5 %", "2! 3.5 %" },
		{ "3,5 per cento", "3! 3.5 %" },
		{ "il 49 %", "3! 49 %" },
		{ "L' 80 per cento", "4! 80 %" },
		{ "10-15 %", "2! 10-15 %" },
		{ "+ 3,5 %", "3! +3.5 %" },
		{ "- 3,5 %", "3 -3.5 %" },
		{ "cinque per cento", "3! 5 %" },
		{ "del 5 %", "3 of 5 %" },
		{ "tra il 20 e il 30 %", "7! between 20 and 30 %" },
		{ "più del 40 %", "4! more than 40 %" },
	};

	(void)state;
	CHECK_FIRST(v);
	assert_span(find("60 ^ - 70 %"), "");
}

static void
test_dates(void **state)
{
	static const struct example v[] = {
		{ "il 12 giugno 2025", "4! on 12 June 2025" },
		{ "20 MAG -", "2! 20 May" },
		{ "il 3 gen. 2025", "4! on 3 January 2025" },
		{ "12 giu 2025", "3! 12 June 2025" },
		{ "3 set e", "" },
		{ "12 giugno 2025", "3! 12 June 2025" },
		{ "L' 8 marzo", "3! on 8 March" },
		{ "il 1° maggio", "3! on 1 May" },
		{ "primo maggio", "2! 1 May" },
		{ "due giugno", "2 2 June" },
		{ "mercoledì 11 giugno 2025", "4! on Wednesday 11 June 2025" },
		{ "25 aprile '45", "3! 25 April 1945" },
		{ "30 aprile del 2018", "4! 30 April 2018" },
		{ "dal 3 al 5 maggio", "5! from 3 to 5 May" },
		{ "dal 28 aprile al 3 maggio", "6! from 28 April to 3 May" },
		{ "tra il 23 e il 24 agosto", "7! between 23 and 24 August" },
		{ "3 e 4 agosto", "4! 3 and 4 August" },
		{ "domenica 3 e lunedì 4 agosto", "6! Sunday 3 and Monday 4 August" },
		{ "10-12 giugno", "2! 10-12 June" },
		{ "fino al 30 giugno", "4! until 30 June" },
		{ "il 29 settembre scorso", "4 on 29 September" },
		{ "nel giugno 2025", "3! in June 2025" },
		{ "giugno del 2025", "3! June 2025" },
		{ "12/06/2025", "1! 12 June 2025" },
	};

	(void)state;
	CHECK_FIRST(v);
	assert_span(find("il 12 giugno"), "3! on 12 June|3! 12 June");
	assert_span(find("12/26/2025"), "");
	assert_span(find("32 giugno"), "");
	assert_span(find("via ^ 2 Giugno"), "");
	assert_span(find("nel 2024 ,"), "");
	assert_span(find("lunedì sera"), "");
}

static void
test_times(void **state)
{
	static const struct example v[] = {
		{ "alle 18.30", "2! at 6:30 pm" },
		{ "erano le 2.40", "3 it was 2:40 am" },
		{ "2’ 5 ”", "3! 2'05\"" },
		{ "alle 18,30 di ieri", "2! at 6:30 pm" },
		{ "Alle 18:30", "2! at 6:30 pm" },
		{ "alle 18 ,", "2! at 6 pm" },
		{ "alle 9.15", "2! at 9:15 am" },
		{ "ore 9.15", "2! 9:15 am" },
		{ "alle ore 15.00", "3! at 3 pm" },
		{ "alle 12 .", "2! at noon" },
		{ "alle 24 .", "2! at midnight" },
		{ "alle 0.30", "2! at 12:30 am" },
		{ "alle 12.30", "2! at 12:30 pm" },
		{ "dalle 17 alle 20", "4! from 5 to 8 pm" },
		{ "dalle 22 alle 6 del mattino", "6! from 10 pm to 6 am" },
		{ "tra le 6 e le 9 ,", "6! between 6 and 9 am" },
		{ "alle 5 del pomeriggio", "4! at 5 pm" },
		{ "alle tre del mattino", "4! at 3 am" },
		{ "verso le 7 e 10 ,", "5! at around 7:10 am" },
		{ "prima delle 8 e mezza", "5! before 8:30 am" },
		{ "alle 18 comincia", "2 at 6 pm" },
	};

	(void)state;
	CHECK_FIRST(v);
	assert_span(find("alle 75 del"), "");
	assert_span(find("alle 2.000 case"), "");
	assert_span(find("le 18 case"), "");
	assert_span(find("alle 3,50 euro"), "");
	assert_span(find("alle 18.75"), "");
	assert_span(find("versione ^ 3.11"), "");
	assert_span(find("alle tre sorelle"), "");
}

static void
test_periods(void **state)
{
	static const struct example v[] = {
		{ "gli anni '90", "3! the 1990s" },
		{ "negli anni ’60", "3! in the 1960s" },
		{ "degli anni Novanta", "3! of the 1990s" },
		{ "negli anni Sessanta e Settanta", "5! in the 1960s and 1970s" },
		{ "agli anni 1850", "3 to the 1850s" },
		{ "degli anni 2000", "3! of the 2000s" },
		{ "nel XX secolo", "3! in the 20th century" },
		{ "XVII e XVIII secolo", "4! 17th and 18th centuries" },
		{ "nel III secolo a.C.", "4! in the 3rd century BC" },
		{ "nel Novecento", "2 in the 20th century" },
		{ "del primo Quattrocento", "3 of the early 15th century" },
		{ "di fine Ottocento", "3 of the late 19th century" },
	};

	(void)state;
	CHECK_FIRST(v);
	assert_span(find("anni fa"), "");
	assert_span(find("anni 31"), "");
	assert_span(find("il XX"), "");
	assert_span(find("IIII secolo"), "");
}

static void
test_ordinals_and_units(void **state)
{
	static const struct example v[] = {
		{ "60° percentile", "1! 60th" },
		{ "3ª volta", "1! 3rd" },
		{ "11º posto", "1! 11th" },
		{ "22esima edizione", "1! 22nd" },
		{ "19° C", "2! 19°C" },
		{ "8 ° C", "3! 8°C" },
		{ "i ^ 35° di", "1 35 degrees" },
		{ "45enne", "1! 45-year-old" },
		{ "28enni", "1! 28-year-olds" },
		{ "trentottenne", "1! 38-year-old" },
		{ "quarantacinquenni", "1! 45-year-olds" },
		{ "100 chilometri quadrati", "3! 100 square kilometres" },
		{ "1.500 mq", "2! 1,500 square metres" },
		{ "due punti percentuali", "3! two percentage points" },
		{ "120 km/h", "2! 120 km/h" },
	};

	(void)state;
	CHECK_FIRST(v);
	assert_span(find("perenne"), "");
	assert_span(find("ventennale"), "");
}

/* Words that only look like the beginning of something, and numbers that English writes alike. */
static void
test_nothing(void **state)
{
	static const char *const sentences[] = {
		"il governo", "alle famiglie", "del paese",  "tre case",   "sei partito",
		"un amico",   "48 anni",       "2024 ,",     "3 a 2",      "2-1",
		"10-15 case", "terzo posto",   "Euro 2020",  "3.1.2",      "112 ,",
		"settembre",  "nove",          "unico caso", "tremolante", "centrale",
		"millesimo",  "mila",          "gli anni",   "059/123456", "€",
		"+",          "€ casa",        "1.2.3.4",    "milioni",    "%",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		assert_span(find(sentences[i]), "");
}

static void
test_moments(void **state)
{
	(void)state;
	assert_span(find("nella mattinata di lunedì"), "4! on Monday morning");
	assert_span(find("nella notte tra sabato e domenica"),
		    "6! on the night between Saturday and Sunday");
	assert_span(find("nel pomeriggio di ieri"), "4! yesterday afternoon");
	assert_span(find("nella mattinata di lavoro"), "");
}

static void
test_room(void **state)
{
	struct span words[] = { SPAN("il"), SPAN("12"), SPAN("giugno") };
	struct quantity one;

	(void)state;
	assert_int_equal(quantity_find(&quantities, &arena, words, 3, 0, &one, 1), 1);
	assert_int_equal(quantity_find(&quantities, &arena, words, 3, 0, &one, 0), 0);
	assert_int_equal(quantity_find(&quantities, &arena, words, 3, 3, &one, 1), 0);
}

/* A sentence may end after any word of an expression. */
static void
test_cut_short(void **state)
{
	static const char *const sentences[] = {
		"tra i 3 e i 4 milioni di dollari canadesi", "dalle 8 e mezza di sera alle 9 e 10",
		"mercoledì 11 e giovedì 12 giugno del 2025", "negli anni '60 e '70 ,",
		"un milione e 200 mila chilometri all' ora", "+ 3,5 per cento",
	};
	struct span words[16], rest;
	size_t n;

	(void)state;
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		rest = span_of(sentences[i]);
		for (n = 0; span_cut(&rest, ' ', &words[n]); n++)
			;
		for (size_t end = 1; end <= n; end++)
			for (size_t at = 0; at < end; at++)
				found_at(words, end, at);
	}
}

static struct table table;

static int
setup(void **state)
{
	(void)state;
	table = real_table("quantities");
	quantities_open(&quantities, &table, no_memory);
	return 0;
}

static int
teardown(void **state)
{
	quantities_close(&quantities);
	return free_arena(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number_token), cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_money),        cmocka_unit_test(test_percent),
		cmocka_unit_test(test_dates),        cmocka_unit_test(test_times),
		cmocka_unit_test(test_periods),      cmocka_unit_test(test_ordinals_and_units),
		cmocka_unit_test(test_nothing),      cmocka_unit_test(test_moments),
		cmocka_unit_test(test_room),         cmocka_unit_test(test_cut_short),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
