#include "decode.h"

#include "declaration.h"
#include "helper.h"

static size_t replaced;

static struct span
decoded(struct span bytes, const char *declared)
{
	struct span text;

	assert_int_equal(decode(&arena, bytes, span_of(declared), &text, &replaced), 0);
	return text;
}

static void
expect(struct span bytes, const char *want)
{
	assert_span(decoded(bytes, ""), want);
	assert_int_equal(replaced, 0);
}

static void
expect_declared(struct span bytes, const char *declared, const char *want)
{
	assert_span(decoded(bytes, declared), want);
}

static int
refused(struct span bytes)
{
	struct span text;

	return decode(&arena, bytes, SPAN(""), &text, &replaced);
}

static void
test_utf8(void **state)
{
	(void)state;
	expect(SPAN(""), "");
	expect(SPAN("È già l’ora"), "È già l’ora");
	expect(SPAN("\xEF\xBB\xBFSì"), "Sì");
	expect(SPAN("perche\u0301"), "perché"); /* normal form C */
}

static void
test_windows_1252(void **state)
{
	(void)state;
	expect(SPAN("Citt\xE0: 5 \x80, l\x92uomo \x93s\xEC\x94\x85"), "Città: 5 €, l’uomo “sì”…");
	expect(SPAN("CITT\xC0 E UNIVERSIT\xC0"), "CITTÀ E UNIVERSITÀ");
	expect(SPAN("\xC8\x92"), "È’"); /* valid UTF-8, of no language */
	expect(SPAN("La citt\xE0: \xAB"
		    "C'\xC8\xBB"),
	       "La città: «C'È»");
}

static void
test_8859_15(void **state)
{
	(void)state;
	expect(SPAN("Costa 20 \xA4, cio\xE8 poco"), "Costa 20 €, cioè poco");
	expect_declared(SPAN("Costa \xA4\x85 20"), "ISO-8859-15", "Costa €… 20");
}

static void
test_mac_roman(void **state)
{
	(void)state;
	expect(SPAN("La citt\x88 \x8F cos\x93"), "La città è così");
	expect(SPAN("L\xD5uomo \xD2pi\x9D\xD3 pu\x98"), "L’uomo “più” può");
	expect(SPAN("Non c\xD5\x8F nulla"), "Non c’è nulla"); /* valid UTF-8, of Armenian */
	expect(SPAN("perch\x8E"), "perché");
}

static void
test_utf16_32(void **state)
{
	(void)state;
	expect(SPAN("\xFF\xFE\xC8\0 \0q\0u\0\x19\x20"), "È qu’");
	expect(SPAN("\xFE\xFF\0\xC8\0 \0q\0u\x20\x19"), "È qu’");
	expect(SPAN("\0\0\xFE\xFF\0\0\0\xC8\0\x01\xF6\0"), "È\U0001F600");
	expect(SPAN("\xFF\xFE\0\0\xC8\0\0\0"), "È");
}

/* ASCII in UTF-16 is, byte by byte, valid UTF-8 with NULs. */
static void
test_utf16_ascii(void **state)
{
	(void)state;
	expect(SPAN("\xFF\xFE"
		    "C\0i\0a\0o\0"),
	       "Ciao");
	expect(SPAN("\xFE\xFF\0C\0i\0a\0o"), "Ciao");
}

static void
test_utf16_without_mark(void **state)
{
	(void)state;
	expect(SPAN("C\0i\0a\0o\0 \0\xE8\0"), "Ciao è");
	expect(SPAN("\0C\0i\0a\0o\0 \0\xE8"), "Ciao è");
}

/* HTTP's label, then the document's, but valid UTF-8 is UTF-8. */
static void
test_declared(void **state)
{
	(void)state;
	expect_declared(SPAN("\xCF\xF0\xE8\xE2\xE5\xF2"), "windows-1251", "Привет");
	expect_declared(SPAN("\x83\x65\x83\x58"), "Shift_JIS", "テス");
	expect_declared(SPAN("l\x92\xE8 \xE9"), "iso-8859-1", "l’è é");
	expect_declared(SPAN("l\x92\xE8"), "us-ascii", "l’è");
	expect_declared(SPAN("è"), "iso-8859-1", "è");
	expect_declared(SPAN("citt\xE0"), "utf-8", "città"); /* it lies */
	expect_declared(SPAN("citt\xE0"), "no-such-thing", "città");
	expect_declared(SPAN("citt\xE0"), "utf-7", "città");
	expect_declared(SPAN("citt\xE0"), "ibm-1047", "città"); /* EBCDIC: is no superset */
	expect(SPAN("<?xml version='1.0' encoding='windows-1251'?>\xCF\xF0"),
	       "<?xml version='1.0' encoding='windows-1251'?>Пр");
	expect(SPAN("<html><meta charset=\"windows-1251\">\xCF\xF0"),
	       "<html><meta charset=\"windows-1251\">Пр");
	expect_declared(SPAN("<meta charset=windows-1251>\xE8 \xE8"), "windows-1252",
			"<meta charset=windows-1251>è è");
}

static void
test_declaration(void **state)
{
	(void)state;
	assert_span(declaration(SPAN(" <?xml version=\"1.0\" encoding=\"x\"?>")), "x");
	assert_span(declaration(SPAN("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; "
				     "charset=ISO-8859-1'>")),
		    "ISO-8859-1");
	assert_span(declaration(SPAN("<meta name=x content=y><meta charset = 'u' >")), "u");
	assert_span(declaration(SPAN("<!-- <meta charset=a> --><meta charset=b>")), "b");
	assert_span(declaration(SPAN("charset=a")), "");
	assert_span(declaration(SPAN("<meta charset")), "");
	assert_span(declaration(SPAN("<metacharset=a>")), "");
	assert_span(content_charset(SPAN("text/html; Charset=\"utf-8\"")), "utf-8");
	assert_span(content_charset(SPAN("text/html")), "");
}

/* What cannot be decoded is counted. */
static void
test_replaced(void **state)
{
	(void)state;
	expect_declared(SPAN("è già così, perché no\xFF"), "", "è già così, perché no\uFFFD");
	assert_int_equal(replaced, 1);
	expect_declared(SPAN("\xEF\xBB\xBF\xE0"), "", "\uFFFD");
	assert_int_equal(replaced, 1);
	expect_declared(SPAN("a\x81\x90"), "windows-1252", "a\uFFFD\uFFFD");
	assert_int_equal(replaced, 2);
	expect_declared(SPAN("\xFF\xFE\0\xD8 \0"), "", "\uFFFD ");
	assert_int_equal(replaced, 1);
	expect_declared(SPAN("caff\xC3"), "utf-8", "caff\uFFFD"); /* cut in a character */
	assert_int_equal(replaced, 1);
}

static void
test_no_text(void **state)
{
	(void)state;
	assert_int_equal(refused(SPAN("a\0b")), ERR_NUL);
	assert_int_equal(refused(SPAN("\xE8\0b")), ERR_NUL);
	assert_int_equal(refused(SPAN("\xEF\xBB\xBF\0")), ERR_NUL);
	assert_int_equal(refused(SPAN("\xFF\xFE\xC8\0\0\0")), ERR_NUL);
	assert_int_equal(refused(SPAN("\x89PNG\r\n\x1A\n\0\0\0\rIHDR")), ERR_NUL);
}

/* A stray zero does not make a text of a thousand bytes a program. */
static void
test_stray_controls(void **state)
{
	char text[1200];
	struct span out;

	(void)state;
	memset(text, 'a', sizeof(text));
	text[5] = '\0';
	text[7] = '\x0B';
	text[9] = '\x01';
	out = decoded((struct span){ text, sizeof(text) }, "");
	assert_int_equal(out.n, sizeof(text) - 2);
	text[900] = '\0';
	assert_int_equal(refused((struct span){ text, sizeof(text) }), ERR_NUL);
}

static void
test_repaired(void **state)
{
	(void)state;
	assert_span(decode_name(&arena, SPAN("pi\xF9.txt")), "più.txt");
	expect(SPAN("La cittÃ\u00A0 Ã¨ piÃ¹ bella"), "La città è più bella");
	assert_span(decode_name(&arena, SPAN("Ã¨.txt")), "Ã¨.txt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_windows_1252),
		cmocka_unit_test(test_8859_15),
		cmocka_unit_test(test_mac_roman),
		cmocka_unit_test(test_utf16_32),
		cmocka_unit_test(test_utf16_ascii),
		cmocka_unit_test(test_utf16_without_mark),
		cmocka_unit_test(test_declared),
		cmocka_unit_test(test_declaration),
		cmocka_unit_test(test_replaced),
		cmocka_unit_test(test_no_text),
		cmocka_unit_test(test_stray_controls),
		cmocka_unit_test(test_repaired),
	};

	return RUN(tests);
}
