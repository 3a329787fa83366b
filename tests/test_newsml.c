#include "newsml.h"

#include "helper.h"
#include "readers.h"

static struct articles
news(const char *xml)
{
	struct articles articles = { 0 };
	size_t bad_line;

	assert_int_equal(newsml_read(&arena, span_of(xml), take_article, &articles, &bad_line), 0);
	return articles;
}

#define NITF_BODY                                                                                  \
	"<body><body.head><hedline><hl1>La piena <em>passa</em></hl1><hl2>Il ponte regge</hl2>"    \
	"</hedline><byline>Di <person>Anna Neri</person><byttl>inviata</byttl></byline>"           \
	"<dateline><location>CASTELMORRO</location></dateline></body.head><body.content>"          \
	"<p>Il <org>Comune</org> riapre.</p><hl2>I danni</hl2><ul><li>Uno</li><li>Due</li></ul>"   \
	"<media media-type=\"image\"><media-reference source=\"a.jpg\"/>"                          \
	"<media-caption>Il fiume</media-caption><media-producer>Foto X</media-producer></media>"   \
	"<block><p>Fine &egrave;.</p></block></body.content><body.end><tagline>x</tagline>"        \
	"</body.end></body>"

static void
check_blocks(const struct article *a)
{
	assert_span(blocks_of(a), "paragraph: Il Comune riapre. | heading: I danni | item: Uno | "
				  "item: Due | caption: Il fiume | paragraph: Fine è.");
}

static void
test_nitf(void **state)
{
	struct articles a = news(
	    "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"
	    "<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\"><nitf><head>"
	    "<title>Altro titolo</title><docdata>"
	    "<date.issue norm=\"20250611T103000+0200\"/></docdata></head>" NITF_BODY "</nitf>");

	(void)state;
	assert_int_equal(a.n, 1);
	assert_field(&a.v[0], "title", "La piena passa");
	assert_field(&a.v[0], "standfirst", "Il ponte regge");
	assert_field(&a.v[0], "author", "Anna Neri");
	assert_field(&a.v[0], "date", "2025-06-11T10:30+02:00");
	check_blocks(&a.v[0]);
}

#define META                                                                                       \
	"<itemMeta><versionCreated>2025-06-11T12:00:00+02:00</versionCreated>"                     \
	"<title>Titolo della voce</title></itemMeta><contentMeta>"                                 \
	"<contentCreated>2025-06-11T10:30:00+02:00</contentCreated>"                               \
	"<headline>Titolo del testo</headline><by>Ugo Riva</by>"                                   \
	"<description role=\"drol:summary\">In breve</description></contentMeta>"

static void
test_g2(void **state)
{
	struct articles a = news(
	    "<newsMessage><header/><itemSet>"
	    "<newsItem guid=\"a\">" META "<contentSet><inlineXML contenttype=\"x\"><nitf>" NITF_BODY
	    "</nitf></inlineXML></contentSet></newsItem>"
	    "<packageItem><itemMeta><title>No</title></itemMeta></packageItem>"
	    "<newsItem guid=\"b\">" META "<contentSet><remoteContent href=\"a.jpg\"/></contentSet>"
	    "</newsItem>"
	    "<newsItem guid=\"c\">" META "<contentSet><inlineXML><html><head><title>H</title>"
	    "<style>p { }</style></head><body><h2>Primo</h2><p>Uno</p></body></html></inlineXML>"
	    "</contentSet></newsItem>"
	    "<newsItem guid=\"d\"><contentMeta><headline>Solo testo</headline></contentMeta>"
	    "<contentSet><inlineData contenttype=\"text/plain\">Uno,\ndue.\n\nTre.</inlineData>"
	    "</contentSet></newsItem></itemSet></newsMessage>");

	(void)state;
	assert_int_equal(a.n, 3);
	assert_field(&a.v[0], "title", "Titolo del testo");
	assert_field(&a.v[0], "date", "2025-06-11T10:30+02:00");
	assert_field(&a.v[0], "author", "Ugo Riva");
	check_blocks(&a.v[0]);
	assert_field(&a.v[1], "standfirst", "In breve");
	assert_span(blocks_of(&a.v[1]), "heading: Primo | paragraph: Uno");
	assert_field(&a.v[2], "title", "Solo testo");
	assert_span(blocks_of(&a.v[2]), "paragraph: Uno, due. | paragraph: Tre.");
}

static void
test_newsml_1(void **state)
{
	struct articles a = news("<NewsML><NewsItem><NewsManagement>"
				 "<FirstCreated>20250611T103000Z</FirstCreated></NewsManagement>"
				 "<NewsComponent><NewsLines><HeadLine>Titolo</HeadLine></NewsLines>"
				 "<ContentItem><DataContent><p>Uno</p><p>Due</p></DataContent>"
				 "</ContentItem></NewsComponent></NewsItem>"
				 "<NewsItem><DataContent>Solo testo.</DataContent></NewsItem>"
				 "</NewsML>");

	(void)state;
	assert_int_equal(a.n, 2);
	assert_field(&a.v[0], "title", "Titolo");
	assert_field(&a.v[0], "date", "2025-06-11T10:30Z");
	assert_span(blocks_of(&a.v[0]), "paragraph: Uno | paragraph: Due");
	assert_span(blocks_of(&a.v[1]), "paragraph: Solo testo.");
}

static void
test_broken(void **state)
{
	struct articles a = { 0 };
	size_t line;

	(void)state;
	assert_int_equal(newsml_read(&arena,
				     SPAN("<newsMessage><newsItem><inlineData>Uno</inlineData>"
					  "</newsItem>\n<newsItem>"),
				     take_article, &a, &line),
			 ERR_XML);
	assert_int_equal(a.n, 1);
	assert_int_equal(line, 2);
	assert_int_equal(newsml_read(&arena, SPAN("<rss/>"), take_article, &a, &line), ERR_ROOT);
}

static void
test_deep(void **state)
{
	enum { DEEP = 200000 };
	struct articles a = { 0 };
	size_t line;
	struct span xml =
	    nested("<nitf><body.content>", "<p><em>x", "</em></p>", "</body.content></nitf>", DEEP);

	(void)state;
	assert_int_equal(newsml_read(&arena, xml, take_article, &a, &line), 0);
	assert_int_equal(a.n, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nitf),     cmocka_unit_test(test_g2),
		cmocka_unit_test(test_newsml_1), cmocka_unit_test(test_broken),
		cmocka_unit_test(test_deep),
	};

	return RUN(tests);
}
