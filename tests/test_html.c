#include "html.h"

#include <time.h>

#include "helper.h"

static struct article
page(struct span html)
{
	struct article a = { 0 };

	assert_int_equal(html_blocks(&arena, html, &a), 0);
	return a;
}

/* The blocks of a page, each with its type's first letter. */
static struct span
blocks_of(const char *html)
{
	struct article a = page(span_of(html));
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < a.blocks.n; i++) {
		buf_printf(&out, i > 0 ? " %c:" : "%c:", a.blocks.v[i].type.s[0]);
		buf_put(&out, a.blocks.v[i].text);
	}
	return buf_span(&out);
}

static void
test_sniff(void **state)
{
	(void)state;
	assert_true(html_sniff(SPAN("\n <!DOCTYPE html>")));
	assert_true(html_sniff(SPAN("<HTML lang=it>")));
	assert_false(html_sniff(SPAN("Il tag <html> apre la pagina")));
	assert_false(html_sniff(SPAN("< 5%")));
	assert_false(html_sniff(SPAN("")));
}

static void
test_longest_article(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><p>fuori</p><article><p>Breve.</p></article>"
			      "<article><header><p>Occhiello</p></header><p>Molto più lungo.</p>"
			      "</article>"),
		    "p:Occhiello p:Molto più lungo.");
	assert_span(blocks_of("<body><p>fuori</p><main><p>Dentro.</p></main>"), "p:Dentro.");
	assert_span(blocks_of("<body><header><p>Testata</p></header><p>Uno.</p>Due."),
		    "p:Uno. p:Due.");
}

static void
test_skipped(void **state)
{
	(void)state;
	assert_span(
	    blocks_of(
		"<body><nav>a</nav><p>Uno.</p><script>b</script><style>c</style>"
		"<aside>d</aside><form><label>e</label></form><footer>f</footer><p hidden>g</p>"
		"<div role=dialog>h</div><p aria-hidden=true>i</p><noscript>l</noscript>"
		"<template><p>m</p></template><button>n</button><p>Due.</p>"),
	    "p:Uno. p:Due.");
}

static void
test_furniture(void **state)
{
	(void)state;
	assert_span(blocks_of("<body class=has-sidebar><p>Uno.</p><div id=commenti><p>a</p></div>"
			      "<div class='box Newsletter'>b</div><ul class=share-bar><li>c</ul>"
			      "<div class='article-body with-sidebar'><p>Due.</p></div>"
			      "<p class=>Tre.</p>"),
		    "p:Uno. p:Due. p:Tre.");
}

static void
test_types(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><h2>Capo</h2><ul><li>uno<li><p>due</p></ul>"
			      "<blockquote><p>detto</p></blockquote>"
			      "<figure><figcaption>foto</figcaption></figure>"
			      "<table><tr><td>1<td>2</table>"),
		    "h:Capo i:uno i:due q:detto c:foto i:1 | 2");
}

static void
test_inline(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><p>Un <b>mer</b>cato &egrave; <i>un</i> luogo&#8230;\n bello"),
		    "p:Un mercato è un luogo… bello");
	assert_span(
	    blocks_of("<body><p><span class=capo>I</span>l <em>Titanico</em>, «<i>così</i>»"),
	    "p:Il Titanico, «così»");
	assert_span(blocks_of("<body><p><span class=a>ieri</span><span class=b>oggi</span>."),
		    "p:ieri oggi.");
	assert_span(blocks_of("<body><p>uno<br>due<br><br>tre<br> <br/>quattro"),
		    "p:uno due p:tre p:quattro");
}

/* Numbers that no character has: gumbo cuts them to an int, and that to a byte. */
static void
test_numbers_of_characters(void **state)
{
	struct article a;

	(void)state;
	assert_span(
	    blocks_of("<body><p>uno&#4294967168;due&#x80000000;tre&#99999999999999999999;."),
	    "p:uno\uFFFDdue\uFFFDtre\uFFFD.");
	assert_span(
	    blocks_of("<body><p>uno&#0000000000000000000000000000000000000126; &#126z &#xE8;"),
	    "p:uno~ ~z è");
	a = page(SPAN("<meta property=og:title content='Og&#4294967168; t'><p>Testo."));
	assert_span(article_field(&a, SPAN("title")), "Og\uFFFD t");
}

static void
test_links(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><p>Lo dice <a href=x>il giornale locale</a> di ieri mattina."
			      "<p><a href=y>Un altro articolo</a> | qui<h3><a>Titoletto</a></h3>"),
		    "p:Lo dice il giornale locale di ieri mattina. h:Titoletto");
}

static void
test_title(void **state)
{
	struct article a =
	    page(SPAN("<title>Sito</title><meta property=og:title content=' Og  t '>"
		      "<meta name=author content='A. Neri'>"
		      "<meta property=article:published_time content='2025-06-10T08:00Z'>"
		      "<body><article><h1>Il <i>titolo</i></h1><p>Testo.</article>"));

	(void)state;
	assert_span(article_field(&a, SPAN("title")), "Il titolo");
	assert_span(article_field(&a, SPAN("date")), "2025-06-10T08:00Z");
	assert_span(article_field(&a, SPAN("author")), "A. Neri");
	assert_int_equal(a.blocks.n, 1); /* the title is no block besides */
	a = page(SPAN("<title>Sito</title><meta property=og:title content=' Og  t '><p>Testo."));
	assert_span(article_field(&a, SPAN("title")), "Og t");
	a = page(SPAN("<title>Sito</title><p>Testo."));
	assert_span(article_field(&a, SPAN("title")), "Sito");
	a = page(SPAN("<p>Testo."));
	assert_span(article_field(&a, SPAN("title")), "");
}

static void
test_empty_paragraphs(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><p>Uno.</p><p>&nbsp;</p><p> </p><p>Due.</p>"),
		    "p:Uno. p:Due.");
}

/* Half a page, a stray end tag, a NUL: whatever comes, it ends. */
static void
test_broken(void **state)
{
	(void)state;
	assert_span(blocks_of("</p></body></html>Uno"), "p:Uno");
	assert_span(blocks_of("<p>Uno <b>due"), "p:Uno due");
	assert_span(blocks_of("<"), "p:<");
	assert_span(blocks_of(""), "");
	page(SPAN("<p>a\0b"));
}

static struct article
nested(const char *open, const char *inside, size_t depth)
{
	struct buf html = { .arena = &arena };

	for (size_t i = 0; i < depth; i++)
		buf_put(&html, span_of(open));
	buf_put(&html, span_of(inside));
	return page(buf_span(&html));
}

static void
test_nested(void **state)
{
	struct article a = nested("<div>", "<p>In fondo.", 100000);

	(void)state;
	assert_int_equal(a.blocks.n, 1);
	assert_span(a.blocks.v[0].text, "In fondo.");
	arena_reset(&arena);
	a = nested("<span>", "In fondo.", 100000);
	assert_int_equal(a.blocks.n, 1);
	arena_reset(&arena);
}

/* With text at every level the time must not go with the square of the depth: that would be about
 * ten seconds with sanitizers, instead of a fraction of one. */
static void
test_nested_text(void **state)
{
	clock_t start = clock();
	struct article a = nested("<div>a", "", 20000);

	(void)state;
	assert_int_equal(a.blocks.n, 20000);
	arena_reset(&arena);
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 3);
}

/* --- whole pages --- */

#define LOREM                                                                                      \
	"La giunta ha approvato ieri sera, dopo sei ore di discussione, il piano che riapre il "   \
	"ponte vecchio alle biciclette, ai pedoni e, nei giorni di mercato, ai furgoni. "
#define PARAGRAPH "<p>" LOREM LOREM "</p>"

static size_t
count_blocks(const struct article *a, const char *start)
{
	size_t n = 0;

	for (size_t i = 0; i < a->blocks.n; i++)
		n += span_starts(a->blocks.v[i].text, span_of(start));
	return n;
}

/* Only the paragraphs of the article, and `kept` as its other blocks. */
static void
assert_article(const char *html, size_t paragraphs, const char *kept)
{
	struct article a = page(span_of(html));
	struct buf out = { .arena = &arena };

	assert_int_equal(count_blocks(&a, "La giunta"), paragraphs);
	for (size_t i = 0; i < a.blocks.n; i++)
		if (!span_starts(a.blocks.v[i].text, SPAN("La giunta"))) {
			buf_putc(&out, '|');
			buf_put(&out, a.blocks.v[i].text);
		}
	assert_span(buf_span(&out), kept);
}

#define CARD                                                                                       \
	"<div class=k><a href=x>Un altro articolo, molto interessante</a><p>Sommario.</p></div>"

static void
test_container(void **state)
{
	(void)state;
	assert_article(
	    "<div><a href=x>Home</a> <a href=y>Sport</a></div><div class=c><div>" PARAGRAPH
		PARAGRAPH "</div><div>" PARAGRAPH "</div></div><div>" CARD CARD CARD
	    "</div><div>Tutti i diritti riservati, P. IVA 0123.</div>",
	    3, "");
	/* sections side by side, with an advertisement in between */
	assert_article("<section><div>" PARAGRAPH "</div></section><section class=adv><p>Compra, "
		       "compra, compra ancora!</p></section><section><div><h3>Capo</h3>" PARAGRAPH
		       "</div></section>",
		       2, "|Capo");
}

/* No <p> at all: a table of layout, <font>, <br><br>. */
static void
test_nineties(void **state)
{
	(void)state;
	assert_article("<center><table><tr><td width=100><font size=1><a href=a>Cronaca</a><br>"
		       "<a href=b>Sport</a></font></td><td><font size=5><b>Il ponte riapre ai "
		       "carri</b></font><br><br>" LOREM "<br><br>" LOREM "<br><br>" LOREM
		       "</td></tr></table></center>",
		       3, "");
	assert_article("<frameset><frame src=a><noframes><body>" PARAGRAPH "</body></noframes>"
		       "</frameset>",
		       1, "");
}

static void
test_boxes(void **state)
{
	(void)state;
	assert_article(
	    "<div>" PARAGRAPH "<div><h4>Leggi anche</h4><ul><li>Uno, due e tre.</ul></div>"
	    "<p>LEGGI ANCHE: <a href=x>Il ponte nuovo</a></p>" PARAGRAPH
	    "<ul><li><a href=x>Collegamento numero uno</a><li><a href=y>Numero due</a></ul>"
	    "<h3>Commenti (2)</h3><div><b>gino</b><p>Che bella idea, davvero!</p></div></div>",
	    2, "");
}

static void
test_replies(void **state)
{
	(void)state;
	assert_article("<div>" PARAGRAPH PARAGRAPH "</div><div>"
		       "<div><p>Un parere, il mio.</p><a href=#>Rispondi</a></div>"
		       "<div><p>Un parere, il tuo.</p><a href=#>Rispondi</a></div>"
		       "<div><p>Un parere, il suo.</p><a href=#>Rispondi</a></div></div>",
		       2, "");
}

/* Text behind a paywall is there, but hidden; a dialog is hidden, too. */
static void
test_hidden(void **state)
{
	(void)state;
	assert_article("<div class=body><p>" LOREM
		       "</p><div style='display: none'>" PARAGRAPH PARAGRAPH PARAGRAPH
		       "</div></div><div role=dialog hidden>" PARAGRAPH PARAGRAPH "</div>",
		       4, "");
}

static void
test_names(void **state)
{
	(void)state;
	/* names that hold the article are not believed, nor those of its paragraphs */
	assert_article("<div class='sidebar widget'>" PARAGRAPH PARAGRAPH "</div>", 2, "");
	assert_article("<div><p class=share-text>" LOREM LOREM "</p>" PARAGRAPH
		       "<p class=share>Condividi su tutto</p></div>",
		       2, "");
	assert_article(
	    "<div id=cookie-banner>" PARAGRAPH "</div><div>" PARAGRAPH PARAGRAPH "</div>", 2, "");
}

static void
test_standfirst(void **state)
{
	struct article a = page(SPAN(
	    "<title>Riapre il ponte vecchio - La Voce</title><div><div><h1>Riapre il ponte "
	    "vecchio</h1>"
	    "<h2 class=sommario>Via libera della giunta dopo sei ore di discussione</h2>"
	    "<div class=firma>di Anna Neri</div><div class=data>11 giugno 2025, 10:30</div></div>"
	    "<div class=testo>" PARAGRAPH PARAGRAPH "</div></div>"));

	(void)state;
	assert_span(article_field(&a, SPAN("title")), "Riapre il ponte vecchio");
	assert_span(article_field(&a, SPAN("standfirst")),
		    "Via libera della giunta dopo sei ore di discussione");
	assert_span(article_field(&a, SPAN("author")), "Anna Neri");
	assert_span(article_field(&a, SPAN("date")), "2025-06-11T10:30");
	assert_int_equal(a.blocks.n, 3);
	assert_span(a.blocks.v[0].text, "Via libera della giunta dopo sei ore di discussione");
}

static void
test_json_ld(void **state)
{
	struct article a = page(SPAN(
	    "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":"
	    "[\"Thing\",\"NewsArticle\"],\"headline\":\"Il titolo\",\"author\":[{\"name\":\"A. "
	    "Neri\"},\"B. Rossi\"],\"datePublished\":\"2025-06-11T10:30:00+02:00\",\"articleBody\":"
	    "\"" LOREM LOREM LOREM "\\n" LOREM "\"}]}</script><div>Si carica...</div>"));

	(void)state;
	assert_span(article_field(&a, SPAN("title")), "Il titolo");
	assert_span(article_field(&a, SPAN("author")), "A. Neri, B. Rossi");
	assert_span(article_field(&a, SPAN("date")), "2025-06-11T10:30+02:00");
	assert_int_equal(a.blocks.n, 2);
}

static void
test_table(void **state)
{
	(void)state;
	assert_article("<div>" PARAGRAPH PARAGRAPH
		       "<table><tr><th>Comune<th>2024<th>2025<tr><td><p>Rivabruna"
		       "</p><td>12<td>15,5</table></div>",
		       2, "|Comune | 2024 | 2025|Rivabruna | 12 | 15,5");
}

static void
test_fragment(void **state)
{
	struct article a = { 0 };

	(void)state;
	assert_int_equal(
	    html_fragment(&arena, SPAN("Uno.<br><br>Due<script>x</script><ul><li>tre"), &a), 0);
	assert_int_equal(a.blocks.n, 3);
	assert_span(a.blocks.v[2].type, "item");
}

static void
test_explain(void **state)
{
	struct article a = { .explain = true };

	(void)state;
	assert_int_equal(
	    html_blocks(&arena,
			SPAN("<nav>Menu</nav>\n<!--\n-->\n<div>\n" PARAGRAPH PARAGRAPH "</div>"),
			&a),
	    0);
	assert_int_equal(a.verdicts.n, 3);
	assert_int_equal(a.verdicts.v[0].line, 1);
	assert_span(a.verdicts.v[0].class, "nav");
	assert_int_equal(a.verdicts.v[1].line, 5);
	assert_span(a.verdicts.v[1].class, "paragraph");
	assert_span(a.verdicts.v[1].rule, "kept");
}

/* What gumbo alone needs minutes for. */
static void
test_hostile(void **state)
{
	static const char *const pieces[] = {
		"<p><b>a", "<a href=x><p>a", "<table><tr><td>a", "<font size=5><div>", "<ul><li>a",
		"<svg>",   "<!-- ",          "<h1><div>t",       "<form><p>"
	};
	clock_t start = clock();

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		nested(pieces[i], "In fondo.", 20000);
		arena_reset(&arena);
	}
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sniff),
		cmocka_unit_test(test_longest_article),
		cmocka_unit_test(test_skipped),
		cmocka_unit_test(test_furniture),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_inline),
		cmocka_unit_test(test_numbers_of_characters),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_empty_paragraphs),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_nested_text),
		cmocka_unit_test(test_container),
		cmocka_unit_test(test_nineties),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_replies),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_standfirst),
		cmocka_unit_test(test_json_ld),
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_fragment),
		cmocka_unit_test(test_explain),
		cmocka_unit_test(test_hostile),
	};

	return RUN(tests);
}
