#include "format.h"

#include "helper.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
test_names(void **state)
{
	(void)state;
	assert_int_equal(format_named(SPAN("text")), FORMAT_TEXT);
	assert_int_equal(format_named(SPAN("zip")), FORMAT_ZIP);
	assert_int_equal(format_named(SPAN("pdf")), FORMAT_UNKNOWN);
	assert_int_equal(format_named(SPAN("")), FORMAT_UNKNOWN);
}

static void
test_heads(void **state)
{
	char zeros[FORMAT_HEAD] = "";

	(void)state;
	assert_int_equal(format_of_head(SPAN("WARC/1.0\r\n")), FORMAT_WARC);
	assert_int_equal(format_of_head(SPAN("WARC/x")), FORMAT_UNKNOWN);
	assert_int_equal(format_of_head(SPAN("PK\3\4...")), FORMAT_ZIP);
	assert_int_equal(format_of_head(SPAN("PK\5\6")), FORMAT_ZIP);
	assert_int_equal(format_of_head(SPAN("PK e altro")), FORMAT_UNKNOWN);
	assert_int_equal(format_of_head((struct span){ zeros, sizeof(zeros) }), FORMAT_UNKNOWN);
	memcpy(zeros, "a.txt", 5);
	snprintf(zeros + 148, 8, "%06o", 'a' + '.' + 't' + 'x' + 't' + 8 * ' ');
	assert_int_equal(format_of_head((struct span){ zeros, sizeof(zeros) }), FORMAT_TAR);
	assert_int_equal(format_of_head((struct span){ zeros, 511 }), FORMAT_UNKNOWN);
	zeros[0] = 'b';
	assert_int_equal(format_of_head((struct span){ zeros, sizeof(zeros) }), FORMAT_UNKNOWN);
	assert_int_equal(format_of_head(SPAN("")), FORMAT_UNKNOWN);
}

struct text_case {
	struct span text;
	enum format format;
};

static void
check(const struct text_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (format_of(cases[i].text) != cases[i].format)
			fail_msg("%.*s: %d", (int)cases[i].text.n, cases[i].text.s,
				 format_of(cases[i].text));
}

#define CHECK_ALL(cases) check(cases, sizeof(cases) / sizeof(cases[0]))

static void
test_xml(void **state)
{
	static const struct text_case cases[] = {
		{ SPAN(XML "<rss version=\"2.0\"><channel/></rss>"), FORMAT_FEED },
		{ SPAN("\xEF\xBB\xBF\n" XML "<!-- x --><rss>"), FORMAT_FEED },
		{ SPAN(XML "<feed xmlns=\"http://www.w3.org/2005/Atom\">"), FORMAT_FEED },
		{ SPAN(XML "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>"), FORMAT_FEED },
		{ SPAN("<feed>"), FORMAT_FEED },
		{ SPAN("<feed xmlns=\"urn:mangime\">"), FORMAT_UNKNOWN },
		{ SPAN("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
		       " xmlns=\"http://purl.org/rss/1.0/\">"),
		  FORMAT_FEED },
		{ SPAN("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"),
		  FORMAT_UNKNOWN },
		{ SPAN(XML "<!DOCTYPE nitf SYSTEM \"nitf-3-2.dtd\" [ <!ENTITY a \"b\"> ]>\n<nitf>"),
		  FORMAT_NITF },
		{ SPAN("<nitf:nitf xmlns:nitf=\"http://iptc.org/std/NITF/2006-10-18/\">"),
		  FORMAT_NITF },
		{ SPAN("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10/\">"), FORMAT_NEWSML },
		{ SPAN(XML "<newsMessage>"), FORMAT_NEWSML },
		{ SPAN(XML "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"),
		  FORMAT_UNKNOWN },
		{ SPAN(XML "<html xmlns=\"http://www.w3.org/1999/xhtml\">"), FORMAT_HTML },
		{ SPAN(XML), FORMAT_TEXT },
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
test_html(void **state)
{
	static const struct text_case cases[] = {
		{ SPAN("<!DOCTYPE html><html>"), FORMAT_HTML },
		{ SPAN("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">\nIl ponte"),
		  FORMAT_HTML },
		{ SPAN("<!-- saved from url=(0030)https://example.org/ -->\n<HTML><HEAD>"),
		  FORMAT_HTML },
		{ SPAN("<p>Il ponte riapre.</p>"), FORMAT_HTML },
		{ SPAN("<b>Vallefonda</b> Il ponte riapre."), FORMAT_HTML },
		{ SPAN("<CENTER><FONT size=2>Il ponte"), FORMAT_HTML },
		{ SPAN("Il ponte riapre.<br>I lavori sono finiti.<br/>Il sindaco ringrazia.<br>"),
		  FORMAT_HTML },
		{ SPAN("Avviso: riga 3\n<html><body>Il ponte"), FORMAT_HTML },
		{ SPAN("Il ponte riapre.</p><p>I lavori sono finiti.</p>"), FORMAT_HTML },
		{ SPAN("Se x < y allora y > x, e il tag <br> va a capo."), FORMAT_TEXT },
		{ SPAN("<Il ponte> di Vallefonda"), FORMAT_TEXT },
		{ SPAN("<<Il ponte riapre>>, dice il sindaco."), FORMAT_TEXT },
		{ SPAN("<"), FORMAT_TEXT },
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
test_json(void **state)
{
	static const struct text_case cases[] = {
		{ SPAN("{\"text\":\"Il ponte riapre.\"}"), FORMAT_JSON },
		{ SPAN(" \n{ \"id\": 7"), FORMAT_JSON }, /* its reader says what is wrong */
		{ SPAN("[{\"text\":\"a\"},{\"text\":\"b\"}]"), FORMAT_JSON },
		{ SPAN("[]"), FORMAT_JSON },
		{ SPAN("{\"uri\":\"urn:x\",\"headline\":\"Il ponte\"}"), FORMAT_NINJS },
		{ SPAN("{\"uri\":\"urn:x\",\"type\":\"text\",\"body_xhtml\":\"<p>\"}"),
		  FORMAT_NINJS },
		{ SPAN("{\"x\":{\"uri\":1},\"headline\":\"uri\"}"), FORMAT_JSON },
		{ SPAN("{\"a\":\"\\\"uri\\\":\",\"headline\":\"x\"}"), FORMAT_JSON },
		{ SPAN("[{\"uri\":\"urn:x\",\"bodies\":[]}]"), FORMAT_NINJS },
		{ SPAN("[Vallefonda] Il ponte riapre."), FORMAT_TEXT },
		{ SPAN("{Vallefonda} Il ponte riapre."), FORMAT_TEXT },
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
test_markdown(void **state)
{
	static const struct text_case cases[] = {
		{ SPAN("# Il ponte riapre\n\nI lavori sono finiti."), FORMAT_MARKDOWN },
		{ SPAN("---\ntitle: Il ponte\ndate: 2025-05-02\n---\nI lavori."), FORMAT_MARKDOWN },
		{ SPAN("Il ponte\n\n## I lavori\n\nVedi [la giunta](https://example.org)."),
		  FORMAT_MARKDOWN },
		{ SPAN("Il ponte\n========\n\nI **lavori** sono finiti."), FORMAT_MARKDOWN },
		{ SPAN("> Il ponte riapre\n\ncosì il **sindaco**"), FORMAT_TEXT },
		{ SPAN("#ponte #Vallefonda\n\nIl ponte riapre."), FORMAT_TEXT },
		{ SPAN("- uno\n- due\n\n* * *\n\n1. tre"), FORMAT_TEXT },
		{ SPAN("---\nIl ponte riapre.\n---\n"), FORMAT_TEXT },
		{ SPAN("Il ponte riapre.\n-----\nI lavori."), FORMAT_TEXT },
		{ SPAN(""), FORMAT_TEXT },
		{ SPAN("# "), FORMAT_TEXT },
	};

	(void)state;
	CHECK_ALL(cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names), cmocka_unit_test(test_heads),
		cmocka_unit_test(test_xml),   cmocka_unit_test(test_html),
		cmocka_unit_test(test_json),  cmocka_unit_test(test_markdown),
	};

	return RUN(tests);
}
