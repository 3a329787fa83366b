#include "charset.h"

#include "helper.h"
#include "utf8.h"

static void
test_open(void **state)
{
	struct charset c;

	(void)state;
	assert_int_equal(charset_open(&c, "latin1"), 0);
	assert_int_equal(c.high[0x92 - 0x80], 0x2019);
	assert_int_equal(c.high[0x81 - 0x80], 0xFFFD);
	assert_int_equal(charset_open(&c, "ISO-8859-15"), 0);
	assert_int_equal(c.high[0xA4 - 0x80], 0x20AC);
	assert_int_equal(c.high[0x92 - 0x80], 0x2019); /* no text has the control */
	assert_int_equal(charset_open(&c, "macintosh"), 0);
	assert_int_equal(charset_byte(&c, 0xE0), 0x88);
	assert_int_equal(charset_byte(&c, 0x416), 0);
	assert_int_equal(charset_open(&c, "UTF-8"), ERR_ICU);
	assert_int_equal(charset_open(&c, "UTF-16"), ERR_ICU);
	assert_int_equal(charset_open(&c, "ibm-1047"), ERR_ICU); /* EBCDIC */
	assert_int_equal(charset_open(&c, "no such set"), ERR_ICU);
}

static void
test_c1(void **state)
{
	(void)state;
	assert_int_equal(charset_c1(0x80), 0x20AC);
	assert_int_equal(charset_c1(0x9D), 0xFFFD);
	assert_int_equal(charset_c1('a'), 'a');
	assert_int_equal(charset_c1(0xA0), 0xA0);
}

/* The set that a text of our own is taken for when it is encoded in another. */
static void
check_guess(const char *name, const char *text)
{
	struct charset is, guess;
	struct buf bytes = { .arena = &arena };
	struct span rest = span_of(text);
	size_t off = 0, replaced = 0;
	long score;

	assert_int_equal(charset_open(&is, name), 0);
	for (int32_t c; (c = utf8_next(rest, &off)) >= 0;)
		buf_putc(&bytes, (char)(c < 0x80 ? c : charset_byte(&is, c)));
	assert_int_equal(charset_guess(buf_span(&bytes), &guess, &score), 0);
	assert_span(charset_decode(&arena, &guess, buf_span(&bytes), &replaced), text);
	assert_int_equal(replaced, 0);
}

static void
test_guess(void **state)
{
	static const char *const texts[] = {
		"Perché",
		"La città",
		"Non c’è più",
		"È stato così, disse: «No».",
		"CITTÀ E UNIVERSITÀ",
		"Il dottor Müller è qui",
		"Uno… due… tre, po’ per volta",
		"Casca é qui",
		"ma è “vero”, pare – anzi no",
		"Al n° 5, 20ª edizione",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		check_guess("windows-1252", texts[i]);
		check_guess("macintosh", texts[i]);
	}
	check_guess("iso-8859-15", "Costa 20 € e più");
	check_guess("iso-8859-15", "Un cœur è");
	check_guess("windows-1252", "Costa ½ € e più");
	check_guess("macintosh", "Costa 20 € e più");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_c1),
		cmocka_unit_test(test_guess),
	};

	return RUN(tests);
}
