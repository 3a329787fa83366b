#include "prefilter.h"

#include "helper.h"

/* The words of an expression, parted by "|". */
static struct span
words_of(const char *text, bool begins, bool ends)
{
	struct expression e = { span_of(text), begins, ends };
	struct words words = prefilter_words(&arena, &e);
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < words.n; i++) {
		if (i > 0)
			buf_putc(&out, '|');
		buf_put(&out, words.v[i]);
	}
	return buf_span(&out);
}

static void
test_words(void **state)
{
	static const char *const cases[][2] = {
		{ "leggi anche", "leggi anche" },
		{ "(leggi|vedi) anche.*", "leggi anche|vedi anche" },
		{ "Accett[oa]( tutti)?", "accetto tutti|accetto|accetta tutti|accetta" },
		{ "\\d+ (ore|minuti) fa", " ore fa| minuti fa" },
		{ "men[u\xC3\xB9]", "menu|men\xC3\xB9" },
		{ "a.{0,60}cookie|biscotti+", "cookie|biscott" },
		{ "(?>cronaca|sport)+", "cronaca|sport" },
		{ "(?-i)QBX", "qbx" },
		{ "(?=.*no)qui", "qui" },
		{ "\\bp\\. ?iva", "p  iva|p iva" },
		{ "l'articolo", "articolo" },
		{ "[a-z]+foto", "foto" },
		{ "(leggi)*", "" },
		{ ".*", "" },
		{ "\\d{4,}", "" },
		{ "foto|\\d", "" },
		{ "(foto", "foto" },
		{ "foto)", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_span(words_of(cases[i][0], false, false), cases[i][1]);
	assert_span(words_of("foto|video .*", true, true), "^foto^|^video ");
	assert_span(words_of("(il )?commento", true, true), "^il commento^|commento^");
}

static bool
can(const struct prefilter *p, const char *text, size_t i)
{
	struct prefilter_hits hits;

	return prefilter_run(p, span_of(text), &hits) && (hits.bits[i / 64] >> (i % 64) & 1);
}

static void
test_run(void **state)
{
	const struct expression e[] = { { SPAN("foto"), true, true },
					{ SPAN("leggi anche.*"), true, false },
					{ SPAN("cookie|informativa"), false, false },
					{ SPAN(".{3}"), false, false },
					{ SPAN("anche"), false, false } };
	struct prefilter *p = prefilter_make(&arena, 4, e), *q = prefilter_make(&arena, 3, e);
	struct prefilter_hits hits;

	(void)state;
	assert_true(can(p, "FOTO", 0));
	assert_false(can(p, "foto di ieri", 0));
	assert_false(can(p, "la foto", 0));
	assert_true(can(p,
			"leggi\xC2\xA0"
			"anche questo",
			1));
	assert_false(can(p, "si leggi anche", 1));
	assert_true(can(p, "i Cookie e l'Informativa", 2));
	assert_true(can(p, "qualunque cosa", 3)); /* nothing is known of it */
	assert_false(prefilter_run(q, SPAN("qualunque cosa"), &hits));
	assert_false(prefilter_run(q, SPAN(""), &hits));
	/* the word of one expression ends that of another */
	assert_true(can(prefilter_make(&arena, 5, e), "leggi anche", 4));
	assert_null(prefilter_make(&arena, PREFILTER_MAX + 1, e));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_run),
	};

	return RUN(tests);
}
