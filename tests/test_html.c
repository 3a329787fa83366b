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
		    "h:Capo i:uno i:due q:detto c:foto i:1 i:2");
}

static void
test_inline(void **state)
{
	(void)state;
	assert_span(blocks_of("<body><p>Un <b>mer</b>cato &egrave; <i>un</i> luogo&#8230;\n bello"),
		    "p:Un mercato è un luogo… bello");
	assert_span(blocks_of("<body><p>uno<br>due<br><br>tre<br> <br/>quattro"),
		    "p:uno due p:tre p:quattro");
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
	assert_span(article_field(&a, SPAN("date")), "2025-06-10");
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
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_empty_paragraphs),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_nested_text),
	};

	return RUN(tests);
}
