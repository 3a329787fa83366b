#include "json.h"

#include "helper.h"
#include "ninjs.h"
#include "readers.h"

static struct articles
json(const char *text, const char *field)
{
	struct articles articles = { 0 };

	assert_int_equal(json_read(&arena, span_of(text), span_of(field), take_article, &articles),
			 0);
	return articles;
}

static struct articles
ninjs(const char *text)
{
	struct articles articles = { 0 };

	assert_int_equal(ninjs_read(&arena, span_of(text), SPAN(""), take_article, &articles), 0);
	return articles;
}

static void
test_usual_keys(void **state)
{
	struct articles a =
	    json("{\"id\":\"a b\",\"titolo\":\"La piena\",\"data\":\"11/06/2025\","
		 "\"autore\":[\"Anna Neri\",{\"name\":\"Ugo Riva\"}],"
		 "\"link\":\"https://x.example/1\",\"sommario\":\"In <b>breve</b>\","
		 "\"testo\":\"Uno.\\n\\nDue.\",\"testata\":\"Il foglio\","
		 "\"html\":\"<p>x</p>\",\"n\":3,\"tags\":[\"x\"]}",
		 "");

	(void)state;
	assert_int_equal(a.n, 1);
	assert_span(a.v[0].id, "a_b");
	assert_field(&a.v[0], "title", "La piena");
	assert_field(&a.v[0], "date", "2025-06-11");
	assert_field(&a.v[0], "author", "Anna Neri, Ugo Riva");
	assert_field(&a.v[0], "url", "https://x.example/1");
	assert_field(&a.v[0], "standfirst", "In breve");
	assert_field(&a.v[0], "testata", "Il foglio");
	assert_field(&a.v[0], "n", "3");
	assert_field(&a.v[0], "html", "");
	assert_span(a.v[0].text, "Uno.\n\nDue.");
	assert_int_equal(a.v[0].blocks.n, 0);
}

static void
test_html(void **state)
{
	struct articles a = json("{\"title\":{\"rendered\":\"L&#8217;acqua\"},\"date\":1749637800,"
				 "\"content\":{\"rendered\":\"<p>Uno</p><p>Due</p>\"}}",
				 "");

	(void)state;
	assert_field(&a.v[0], "title", "L’acqua");
	assert_field(&a.v[0], "date", "2025-06-11T10:30Z");
	assert_span(blocks_of(&a.v[0]), "paragraph: Uno | paragraph: Due");
}

static void
test_field(void **state)
{
	struct articles a = json("[{\"a\":{\"b\":[{\"c\":\"No\"},{\"c\":\"Sì\"}]},\"text\":\"No\"},"
				 "{\"a.b.1.c\":\"Anche\"},{\"a\":1}]",
				 "a.b.1.c");

	(void)state;
	assert_int_equal(a.n, 3);
	assert_span(a.v[0].text, "Sì");
	assert_span(a.v[1].text, "Anche");
	assert_span(a.v[2].text, "");
}

static void
test_lists(void **state)
{
	(void)state;
	assert_int_equal(json("[{\"text\":\"a\"},{\"text\":\"b\"},3]", "").n, 2);
	assert_int_equal(json("{\"articles\":[{\"content\":\"a\"},{\"content\":\"b\"}]}", "").n, 2);
	assert_int_equal(json("{\"response\":{\"docs\":[{\"body\":\"a\"}]}}", "").n, 1);
	assert_int_equal(json("{\"text\":\"a\",\"items\":[{\"text\":\"b\"}]}", "").n, 1);
	assert_int_equal(json("{\"niente\":1}", "").n, 1);
	assert_int_equal(json("[3]", "").n, 0);
	assert_span(json("{\"text\":[\"Uno\",\"Due\"]}", "").v[0].blocks.v[1].text, "Due");
}

static void
test_own(void **state)
{
	struct articles a = json("{\"id\":\"x\",\"date\":\"11 giugno 2025\",\"blocks\":["
				 "{\"type\":\"heading\",\"text\":\"Uno\"},{\"text\":\"Due\"}]}",
				 "");

	(void)state;
	assert_span(a.v[0].id, "x");
	assert_field(&a.v[0], "date", "2025-06-11");
	assert_span(blocks_of(&a.v[0]), "heading: Uno | paragraph: Due");
}

static void
test_bad(void **state)
{
	struct articles a = { 0 };
	static const char *const bad[] = {
		"", "{", "{\"text\":}", "[1,", "3", "{\"a\":\"\\ud8\"}"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(json_read(&arena, span_of(bad[i]), SPAN(""), take_article, &a),
				 ERR_JSON);
	assert_int_equal(
	    json_read(&arena, nested("", "[", "]", "", 200000), SPAN(""), take_article, &a),
	    ERR_JSON);
	assert_int_equal(
	    json_read(&arena, nested("", "{\"a\":", "}", "", 200000), SPAN(""), take_article, &a),
	    ERR_JSON);
	assert_int_equal(a.n, 0);
}

/* Half of a pair, left by a program that cut a text. */
static void
test_half_a_pair(void **state)
{
	struct articles a = json("{\"text\":\"a\\\\ud83d\\ud83d b\\ude00 \\ud83d\\ude00\"}", "");

	(void)state;
	assert_span(a.v[0].text, "a\\ud83d\uFFFD b\uFFFD \U0001F600");
}

static void
test_ninjs_1(void **state)
{
	struct articles a =
	    ninjs("{\"uri\":\"https://x.example/1\",\"type\":\"text\","
		  "\"versioncreated\":\"2025-06-11T12:00:00Z\","
		  "\"firstcreated\":\"2025-06-11T10:30:00Z\",\"byline\":\"Anna Neri\","
		  "\"headline\":\"La piena\",\"description_text\":\"In breve\","
		  "\"body_text\":\"No\",\"body_xhtml\":\"<p>Uno</p><p>Due</p>\","
		  "\"associations\":{\"m\":{\"body_text\":\"Foto\"}}}");

	(void)state;
	assert_int_equal(a.n, 1);
	assert_field(&a.v[0], "title", "La piena");
	assert_field(&a.v[0], "date", "2025-06-11T10:30Z");
	assert_field(&a.v[0], "author", "Anna Neri");
	assert_field(&a.v[0], "standfirst", "In breve");
	assert_field(&a.v[0], "url", "https://x.example/1");
	assert_field(&a.v[0], "type", "");
	assert_span(blocks_of(&a.v[0]), "paragraph: Uno | paragraph: Due");
}

static void
test_ninjs_2(void **state)
{
	struct articles a =
	    ninjs("[{\"uri\":\"urn:x\",\"by\":\"Ugo Riva\",\"contentcreated\":\"2025-06-11\","
		  "\"headlines\":[{\"role\":\"main\",\"value\":\"La piena\"}],"
		  "\"descriptions\":[{\"contenttype\":\"text/plain\",\"value\":\"In breve\"}],"
		  "\"bodies\":[{\"role\":\"teaser\",\"contenttype\":\"text/"
		  "html\",\"value\":\"<p>No</p>\"},"
		  "{\"role\":\"main\",\"contenttype\":\"text/plain\",\"value\":\"No\"},"
		  "{\"role\":\"main\",\"contenttype\":\"text/html\",\"value\":\"<p>Uno</p>\"}]}]");

	(void)state;
	assert_field(&a.v[0], "title", "La piena");
	assert_field(&a.v[0], "url", "");
	assert_field(&a.v[0], "standfirst", "In breve");
	assert_span(blocks_of(&a.v[0]), "paragraph: Uno");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_usual_keys),  cmocka_unit_test(test_html),
		cmocka_unit_test(test_field),       cmocka_unit_test(test_lists),
		cmocka_unit_test(test_own),         cmocka_unit_test(test_bad),
		cmocka_unit_test(test_half_a_pair), cmocka_unit_test(test_ninjs_1),
		cmocka_unit_test(test_ninjs_2),
	};

	return RUN(tests);
}
