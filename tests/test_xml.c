#include "xml.h"

#include "body.h"
#include "entity.h"
#include "helper.h"

static void
mended(const char *text, const char *want)
{
	assert_span(xml_mend(&arena, span_of(text)), want);
}

static void
test_entities(void **state)
{
	(void)state;
	assert_int_equal(entity_char(SPAN("egrave")), 0xE8);
	assert_int_equal(entity_char(SPAN("AElig")), 0xC6);
	assert_int_equal(entity_char(SPAN("zwnj")), 0x200C);
	assert_int_equal(entity_char(SPAN("Egravex")), -1);
	assert_int_equal(entity_char(SPAN("")), -1);
}

static void
test_references(void **state)
{
	(void)state;
	mended("<a>&egrave;&amp;&lt;&#60;&#232;&#xE8;</a>", "<a>è&amp;&lt;&lt;èè</a>");
	mended("<a b='&egrave; & &x;'/>", "<a b='è &amp; &amp;x;'/>");
	mended("R&D &; &#; &#x; &", "R&amp;D &amp;; &amp;#; &amp;#x; &amp;");
	mended("&#0;&#xD800;&#x110000;&#99999999999;&#146;", "’");
}

static void
test_signs(void **state)
{
	(void)state;
	mended("<p>1 < 2 <= 3</p><", "<p>1 &lt; 2 &lt;= 3</p>&lt;");
	mended("<![CDATA[a & b < c\x01]]>&", "<![CDATA[a & b < c]]>&amp;");
	mended("<!-- & --><![CDATA[&", "<!-- & --><![CDATA[&");
	mended("a\x0C\x01"
	       "b",
	       "ab");
}

/* The declaration goes, the lines stay. */
static void
test_start(void **state)
{
	(void)state;
	mended("\n <?xml version='1.0'\n?>\n<a/>", "\n\n\n<a/>");
	mended("", "");
	mended(" <?xml", " <?xml");
}

static void
test_body(void **state)
{
	static const char *const html[] = { "<p>x",     "a<br/>b", "</i>",
					    "&egrave;", "&#232;",  "<!-- x -->" };
	static const char *const text[] = { "", "a < b", "AT&T", "a <b", "1<2>3", "&;", "x & y;" };
	struct article a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(html) / sizeof(html[0]); i++)
		assert_true(body_is_html(span_of(html[i])));
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
		assert_false(body_is_html(span_of(text[i])));
	assert_span(body_line(&arena, SPAN(" L&#8217;<b>acqua</b>\n alta ")), "L’acqua alta");
	assert_span(body_line(&arena, SPAN("a < b")), "a < b");
	body_paragraphs(&arena, SPAN("\nuno\ndue\n\ntre\n"), &a);
	assert_int_equal(a.blocks.n, 2);
	assert_span(a.blocks.v[0].text, "uno due");
	body_paragraphs(&arena, SPAN("quattro\ncinque"), &a);
	assert_int_equal(a.blocks.n, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_entities), cmocka_unit_test(test_references),
		cmocka_unit_test(test_signs),    cmocka_unit_test(test_start),
		cmocka_unit_test(test_body),
	};

	return RUN(tests);
}
