#include "utf8.h"

#include "helper.h"

static void
test_valid(void **state)
{
	static const struct span good[] = { SPAN(""), SPAN("abcdefghi"), SPAN("città"),
					    SPAN("\U0001F600"), SPAN("a\0b") };
	static const struct span bad[] = {
		SPAN("\xE8"),             /* Latin-1 */
		SPAN("12345678\xFF"),     /* behind eight ASCII bytes */
		SPAN("\xC0\xAF"),         /* longer than needed */
		SPAN("\xED\xA0\x80"),     /* a surrogate */
		SPAN("\xF4\x90\x80\x80"), /* above U+10FFFF */
		SPAN("\xE2\x82"),         /* cut off */
		SPAN("\x80"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(utf8_valid(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(utf8_valid(bad[i]));
}

static void
test_walk(void **state)
{
	static const int32_t want[] = { 'a', 0xE8, 0x20AC, 0x1F600 };
	struct span text = SPAN("aè€\U0001F600");
	size_t off = 0;

	(void)state;
	assert_int_equal(utf8_length(text), 4);
	assert_int_equal(utf8_first(text), 'a');
	assert_int_equal(utf8_first(SPAN("")), -1);
	for (int i = 0; i < 4; i++)
		assert_int_equal(utf8_next(text, &off), want[i]);
	assert_int_equal(utf8_next(text, &off), -1);
	assert_int_equal(off, text.n);
	for (int i = 3; i >= 0; i--)
		assert_int_equal(utf8_prev(text, &off), want[i]);
	assert_int_equal(utf8_prev(text, &off), -1);
	assert_int_equal(off, 0);
}

static void
test_case(void **state)
{
	(void)state;
	assert_span(utf8_lower(&arena, SPAN("È L’UNITÀ 10")), "è l’unità 10");
	assert_span(utf8_upper(&arena, SPAN("perché")), "PERCHÉ");
	assert_span(utf8_capital(&arena, SPAN("è stato")), "È stato");
	assert_span(utf8_capital(&arena, SPAN("")), "");
	assert_span(utf8_capital(&arena, SPAN("ǆ")), "ǅ");         /* title case, not upper */
	assert_span(utf8_lower(&arena, SPAN("\u023A")), "\u2C65"); /* grows from 2 bytes to 3 */
}

static void
test_kinds(void **state)
{
	(void)state;
	assert_true(utf8_is_capital(SPAN("Èra")));
	assert_false(utf8_is_capital(SPAN("era")));
	assert_false(utf8_is_capital(SPAN("")));
	assert_true(utf8_is_upper(SPAN("E'")));
	assert_false(utf8_is_upper(SPAN("Eh")));
	assert_false(utf8_is_upper(SPAN("123")));
	assert_true(utf8_is_acronym(SPAN("NATO")));
	assert_true(utf8_is_acronym(SPAN("G7A")));
	assert_false(utf8_is_acronym(SPAN("E'")));
	assert_false(utf8_is_acronym(SPAN("G7")));
	assert_false(utf8_is_acronym(SPAN("SpA")));
	assert_true(utf8_has_letter(SPAN("28enne")));
	assert_false(utf8_has_letter(SPAN("28%")));
	assert_true(utf8_has_digit(SPAN("G7")));
	assert_false(utf8_has_digit(SPAN("G")));
}

static struct span
nfc(struct span text)
{
	struct span out;

	assert_int_equal(utf8_nfc(&arena, text, &out), 0);
	return out;
}

static void
test_nfc(void **state)
{
	struct span plain = SPAN("città");

	(void)state;
	assert_ptr_equal(nfc(plain).s, plain.s); /* as it is: no copy */
	assert_span(nfc(SPAN("citta\u0300")), "città");
	assert_span(nfc(SPAN("\u212B")), "Å");
	assert_span(nfc(SPAN("q\u0307\u0323")), "q\u0323\u0307"); /* order of the marks */
	assert_span(nfc(SPAN("\u0344")), "\u0308\u0301");         /* longer than it was */
	assert_span(nfc(SPAN("")), "");
}

static void
expect_nfc(const char *text, const char *want)
{
	struct span nfc;

	assert_int_equal(utf8_nfc(&arena, span_of(text), &nfc), 0);
	assert_span(nfc, want);
}

static void
test_nfc_pieces(void **state)
{
	(void)state;
	expect_nfc("e\u0301", "é");
	expect_nfc("‘perche\u0301’ – e\u0300 \u2126\u212B", "‘perché’ – è Ω\u00C5");
	expect_nfc("\u0301a", "\u0301a");
	expect_nfc("a\u0301\u0323", "\u1EA1\u0301");
	expect_nfc("\u1112\u1161\u11AB", "\uD55C");
	expect_nfc("\U0001D15E", "\U0001D157\U0001D165");
}

/* Marks without end: in normal form, and in time that grows with the text only. */
static void
test_nfc_marks(void **state)
{
	enum { MARKS = 200000 };
	struct buf text = { .arena = &arena };
	struct span nfc, again;

	(void)state;
	buf_putc(&text, 'a');
	for (int i = 0; i < MARKS; i++)
		buf_put(&text, i % 2 ? SPAN("\u0323") : SPAN("\u0301"));
	assert_int_equal(utf8_nfc(&arena, buf_span(&text), &nfc), 0);
	assert_true(nfc.n < 70);
	assert_int_equal(utf8_nfc(&arena, nfc, &again), 0);
	assert_true(span_eq(nfc, again));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nfc_pieces), cmocka_unit_test(test_nfc_marks),
		cmocka_unit_test(test_valid),      cmocka_unit_test(test_walk),
		cmocka_unit_test(test_case),       cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_nfc),
	};

	return RUN(tests);
}
