#include "decode.h"

#include "helper.h"

static void
expect(struct span bytes, const char *want)
{
	struct span text;

	assert_int_equal(decode(&arena, bytes, &text), 0);
	assert_span(text, want);
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
test_no_text(void **state)
{
	struct span text;

	(void)state;
	assert_int_equal(decode(&arena, SPAN("a\0b"), &text), ERR_NUL);
	assert_int_equal(decode(&arena, SPAN("\xE8\0b"), &text), ERR_NUL);
	assert_int_equal(decode(&arena, SPAN("\xEF\xBB\xBF\0"), &text), ERR_NUL);
	assert_int_equal(decode(&arena, SPAN("\xFF\xFE\xC8\0\0\0"), &text), ERR_NUL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_utf8),     cmocka_unit_test(test_windows_1252),
		cmocka_unit_test(test_utf16_32), cmocka_unit_test(test_utf16_ascii),
		cmocka_unit_test(test_no_text),
	};

	return RUN(tests);
}
