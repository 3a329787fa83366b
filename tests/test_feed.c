#include "feed.h"

#include "helper.h"
#include "readers.h"

static struct articles
feed(const char *xml)
{
	struct articles articles = { 0 };
	size_t bad_line;

	assert_int_equal(feed_read(&arena, span_of(xml), take_article, &articles, &bad_line), 0);
	return articles;
}

static void
test_rss_2(void **state)
{
	struct articles a = feed(
	    "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n"
	    "<rss version=\"2.0\" xmlns:dc=\"d\" xmlns:content=\"c\" xmlns:media=\"m\"><channel>"
	    "<title>Il foglio</title><link>https://x.example/</link><item>"
	    "<title>La piena &amp;#232; passata</title><media:title>Foto</media:title>"
	    "<link>https://x.example/1</link><guid>7</guid>"
	    "<pubDate>Mer, 11 Giu 2025 10:30:00 +0200</pubDate>"
	    "<dc:date>2025-06-12</dc:date><dc:creator>Anna Neri</dc:creator>"
	    "<description>Il fiume resta nel suo letto.</description>"
	    "<content:encoded><![CDATA[<p>Il ponte regge.</p><p>Si riapre &egrave;.</p>]]>"
	    "</content:encoded><media:content url=\"u\"><media:text>No</media:text></media:content>"
	    "</item><item><title>Due</title><guid>https://x.example/2</guid>"
	    "<author>red@x.example (La redazione)</author>"
	    "<description>Prima "
	    "&lt;b&gt;riga&lt;/b&gt;.&lt;br/&gt;&lt;br/&gt;Seconda.</description>"
	    "</item></channel></rss>");

	(void)state;
	assert_int_equal(a.n, 2);
	assert_field(&a.v[0], "title", "La piena è passata");
	assert_field(&a.v[0], "date", "2025-06-11T10:30+02:00");
	assert_field(&a.v[0], "author", "Anna Neri");
	assert_field(&a.v[0], "url", "https://x.example/1");
	assert_field(&a.v[0], "standfirst", "Il fiume resta nel suo letto.");
	assert_span(blocks_of(&a.v[0]), "paragraph: Il ponte regge. | paragraph: Si riapre è.");
	assert_field(&a.v[1], "url", "https://x.example/2");
	assert_field(&a.v[1], "author", "La redazione");
	assert_field(&a.v[1], "standfirst", "");
	assert_span(blocks_of(&a.v[1]), "paragraph: Prima riga. | paragraph: Seconda.");
}

static void
test_rss_1(void **state)
{
	struct articles a = feed("<rdf:RDF xmlns:rdf=\"r\" xmlns=\"n\"><channel><title>x</title>"
				 "<items><rdf:Seq/></items></channel>"
				 "<item><title>Uno</title><description>Testo uno</description>"
				 "<dc:date>2025-06-11T10:30:00Z</dc:date></item>"
				 "<item><title>Due</title></item></rdf:RDF>");

	(void)state;
	assert_int_equal(a.n, 2);
	assert_field(&a.v[0], "date", "2025-06-11T10:30Z");
	assert_span(blocks_of(&a.v[0]), "paragraph: Testo uno");
	assert_int_equal(a.v[1].blocks.n, 0);
}

static void
test_atom(void **state)
{
	struct articles a =
	    feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>x</title>"
		 "<author><name>Redazione</name><uri>u</uri></author>"
		 "<entry><title type=\"html\">L&amp;#8217;acqua &lt;i&gt;alta&lt;/i&gt;</title>"
		 "<link rel=\"self\" href=\"s\"/><link href=\"https://x.example/a\"/>"
		 "<id>urn:x</id><updated>2025-06-12T08:00:00Z</updated>"
		 "<published>2025-06-11T08:00:00+02:00</published>"
		 "<author><name>Anna Neri</name><email>a@x.example</email></author>"
		 "<author><name>Ugo Riva</name></author><source><title>No</title></source>"
		 "<summary>Breve</summary>"
		 "<content type=\"xhtml\"><div xmlns=\"h\"><p>Uno &lt;due&gt;<br/>tre</p>"
		 "<ul><li>Voce</li></ul></div></content></entry>"
		 "<entry><title type=\"text\">a &lt;b&gt; c</title><updated>2025-06-12</updated>"
		 "<content type=\"html\">&lt;p&gt;Due&lt;/p&gt;</content></entry>"
		 "<entry><summary type=\"text\">x &lt;p&gt; y</summary></entry></feed>");

	(void)state;
	assert_int_equal(a.n, 3);
	assert_field(&a.v[0], "title", "L’acqua alta");
	assert_field(&a.v[0], "url", "https://x.example/a");
	assert_field(&a.v[0], "date", "2025-06-11T08:00+02:00");
	assert_field(&a.v[0], "author", "Anna Neri, Ugo Riva");
	assert_field(&a.v[0], "standfirst", "Breve");
	assert_span(blocks_of(&a.v[0]), "paragraph: Uno <due> tre | item: Voce");
	assert_field(&a.v[1], "title", "a <b> c");
	assert_field(&a.v[1], "author", "Redazione");
	assert_field(&a.v[1], "date", "2025-06-12");
	assert_span(blocks_of(&a.v[1]), "paragraph: Due");
	assert_span(blocks_of(&a.v[2]), "paragraph: x <p> y");
}

/* What the program of the site cut from the text. */
static void
test_excerpt(void **state)
{
	struct articles a = feed("<rss><channel><item><description>Il ponte regge, dice [...]"
				 "</description><content:encoded>&lt;p&gt;Il ponte regge, dice il "
				 "sindaco.&lt;/p&gt;</content:encoded></item></channel></rss>");

	(void)state;
	assert_field(&a.v[0], "standfirst", "");
}

/* No XML, but what is meant is plain. */
static void
test_mended(void **state)
{
	struct articles a =
	    feed("\n \n<?xml version=\"1.1\"?><rss><channel><item>"
		 "<title>Citt&agrave; &amp; C. &nbsp;R&D \x01\x0C&#146;&#x1;</title>"
		 "<link>https://x.example/?a=1&b=2</link>"
		 "<description>1 < 2 &inesistente; &#233;</description>"
		 "</item></channel></rss>\n<!-- x --><script>y</script>");

	(void)state;
	assert_int_equal(a.n, 1);
	assert_field(&a.v[0], "title", "Città & C. \u00A0R&D ’");
	assert_field(&a.v[0], "url", "https://x.example/?a=1&b=2");
	assert_span(blocks_of(&a.v[0]), "paragraph: 1 < 2 &inesistente; é");
}

static int
broken(const char *xml, struct articles *articles, size_t *bad_line)
{
	*articles = (struct articles){ 0 };
	return feed_read(&arena, span_of(xml), take_article, articles, bad_line);
}

static void
test_broken(void **state)
{
	struct articles a;
	size_t line;

	(void)state;
	assert_int_equal(broken("\n<?xml version='1.0'?>\n<rss><item><title>Uno</title></item>\n"
				"<item><title>Due</b></item></rss>",
				&a, &line),
			 ERR_XML);
	assert_int_equal(a.n, 1);
	assert_int_equal(line, 4);
	assert_int_equal(broken("<rss><item><title>Uno</title></item><item>", &a, &line), ERR_XML);
	assert_int_equal(a.n, 1);
	assert_int_equal(broken("<html/>", &a, &line), ERR_ROOT);
	assert_int_equal(broken("", &a, &line), ERR_XML);
	assert_int_equal(broken("<!DOCTYPE rss [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>"
				"<rss><item><title>&c;</title></item></rss>",
				&a, &line),
			 ERR_ENTITY);
	assert_int_equal(broken("<!DOCTYPE rss [<!ENTITY a SYSTEM \"/etc/passwd\">]>"
				"<rss><item><title>&a;</title></item></rss>",
				&a, &line),
			 ERR_ENTITY);
}

static void
test_deep(void **state)
{
	enum { DEEP = 200000 };
	struct articles a = { 0 };
	size_t line;
	struct span xml = nested("<rss>", "<a>", "</a>", "</rss>", DEEP);

	(void)state;
	assert_int_equal(feed_read(&arena, xml, take_article, &a, &line), 0);
	assert_int_equal(a.n, 0);
	xml = nested("<feed><entry><content type='xhtml'>", "<b>x", "</b>",
		     "</content></entry></feed>", DEEP);
	assert_int_equal(feed_read(&arena, xml, take_article, &a, &line), 0);
	assert_int_equal(a.v[0].blocks.v[0].text.n, DEEP);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rss_2),  cmocka_unit_test(test_rss_1),
		cmocka_unit_test(test_atom),   cmocka_unit_test(test_excerpt),
		cmocka_unit_test(test_mended), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_deep),
	};

	return RUN(tests);
}
