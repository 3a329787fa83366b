#include "article.h"

#include "helper.h"

static struct article
parsed(const char *line)
{
	struct article article;

	assert_int_equal(article_parse(&arena, span_of(line), &article), 0);
	return article;
}

static void
test_parse(void **state)
{
	struct article a = parsed("{\"id\":\"a b/c\",\"title\":\" Un  titolo "
				  "\",\"date\":\"2025-06-10\",\"x\":7,\"list\":[1],"
				  "\"nothing\":null,\"blocks\":[{\"type\":\"heading\",\"text\":"
				  "\"Qui\"},{\"text\":\"a\\nb\"},"
				  "{\"type\":\"quote\"},{\"type\":\"item\",\"text\":\" \\t\"}]}");

	(void)state;
	assert_span(a.id, "a_b/c");
	assert_span(article_field(&a, SPAN("title")), "Un titolo");
	assert_span(article_field(&a, SPAN("x")), "7"); /* unknown, passed on */
	assert_span(article_field(&a, SPAN("list")), "");
	assert_span(article_field(&a, SPAN("nothing")), "");
	assert_int_equal(a.fields.n, 3);
	assert_int_equal(a.blocks.n, 2); /* without text no block */
	assert_span(a.blocks.v[0].type, "heading");
	assert_span(a.blocks.v[1].type, "paragraph");
	assert_span(a.blocks.v[1].text, "a b");
}

/* Controls go from keys too; what is left may be a key that has its place. */
static void
test_keys(void **state)
{
	struct article a =
	    parsed("{\"i\\u007fd\":\"due\",\"bloc\\u007fks\":\"tre\",\"ru\\u007fbrica\":"
		   "\"strade\",\"id\":\"uno\",\"blocks\":[{\"text\":\"a\"}]}");

	(void)state;
	assert_span(a.id, "uno");
	assert_int_equal(a.fields.n, 1);
	assert_span(article_field(&a, SPAN("rubrica")), "strade");
}

static void
test_text(void **state)
{
	struct article a = parsed("{\"text\":\"perche\\u0301\\nno\"}");

	(void)state;
	assert_span(a.id, "");
	assert_int_equal(a.blocks.n, 0);
	assert_span(a.text, "perché\nno"); /* NFC, line breaks kept */
}

static void
test_bad_json(void **state)
{
	static const char *const bad[] = { "",
					   "{",
					   "[]",
					   "\"text\"",
					   "{\"id\":1}",
					   "{\"text\":1}",
					   "{\"blocks\":\"a\"}",
					   "{\"text\":\"a\"} x",
					   "{\"text\":\"a\\u0000b\"}" };
	struct article a;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(article_parse(&arena, span_of(bad[i]), &a), ERR_JSON);
}

/* A deep nest is refused, or passed over; it is no way to fill the stack. */
static void
test_deep_json(void **state)
{
	struct buf line = { .arena = &arena };
	struct article a;
	int rc;

	(void)state;
	buf_put(&line, SPAN("{\"text\":\"a\",\"x\":"));
	for (int i = 0; i < 100000; i++)
		buf_putc(&line, '[');
	for (int i = 0; i < 100000; i++)
		buf_putc(&line, ']');
	buf_putc(&line, '}');
	rc = article_parse(&arena, buf_span(&line), &a);
	assert_true(rc == 0 || rc == ERR_JSON);
}

static void
test_print(void **state)
{
	struct article a = { .id = SPAN("x") };

	(void)state;
	article_set(&arena, &a, SPAN("title"), SPAN("Il \"caso\""));
	article_set(&arena, &a, SPAN("title"), SPAN("Un altro")); /* it is there already */
	article_set(&arena, &a, SPAN("date"), SPAN(""));
	article_add(&arena, &a, SPAN("paragraph"), SPAN(" C’è\n "));
	article_add(&arena, &a, SPAN("paragraph"), SPAN(" \n "));
	assert_span(article_print(&arena, &a),
		    "{\"id\":\"x\",\"title\":\"Il \\\"caso\\\"\",\"blocks\":"
		    "[{\"type\":\"paragraph\",\"text\":\"C’è\"}]}");
}

static void
test_print_then_parse(void **state)
{
	struct article a = { .id = SPAN("x") }, b;

	(void)state;
	article_set(&arena, &a, SPAN("a\"b\\"), SPAN("\U0001F600"));
	article_add(&arena, &a, SPAN("item"), SPAN("\\ / \" {"));
	b = parsed(arena_cstr(&arena, article_print(&arena, &a)));
	assert_span(article_field(&b, SPAN("a\"b\\")), "\U0001F600");
	assert_span(b.blocks.v[0].text, "\\ / \" {");
}

static void
test_squeeze(void **state)
{
	(void)state;
	assert_span(text_squeeze(&arena, SPAN(" a \t\n\u2003 b ")), "a b");
	assert_span(text_squeeze(&arena, SPAN("inve\u00ADsti\u200Bmento\uFEFF")), "investimento");
	assert_span(text_squeeze(&arena, SPAN("a\x01\x7F")), "a");
	assert_span(text_squeeze(&arena, SPAN("l\xC2\x92"
					      "a\xC2\x85"
					      "\xC2\x81")),
		    "l’a…"); /* Windows-1252 */
	assert_span(text_squeeze(&arena, SPAN("\u200Ea\u200F \u202Ab\u202C\u2066c\u2069\u061C")),
		    "a bc");
	assert_span(text_squeeze(&arena, SPAN("a\u200Cb\u200Dc\u2060\u2763\uFE0F")), "abc\u2763");
	assert_span(text_squeeze(&arena, SPAN("e\u00AD\u0300")), "è");
	assert_span(text_squeeze(&arena, SPAN("a \u200B b")), "a b");
	assert_span(text_squeeze(&arena, SPAN("49\u00A0%")), "49\u00A0%");
	assert_span(text_squeeze(&arena, SPAN("")), "");
}

/* A paragraph of nothing but a no-break space is how web pages part others. */
static void
test_no_break_space_alone(void **state)
{
	struct article a = { 0 };

	(void)state;
	article_add(&arena, &a, SPAN("paragraph"), SPAN("\u00A0"));
	article_add(&arena, &a, SPAN("paragraph"), SPAN(" \u00A0 \u202F"));
	assert_int_equal(a.blocks.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_bad_json),
		cmocka_unit_test(test_deep_json),
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_print_then_parse),
		cmocka_unit_test(test_squeeze),
		cmocka_unit_test(test_no_break_space_alone),
	};

	return RUN(tests);
}
