/* A web page as extract takes it: whatever the tags, what comes out is text. */
#include "fuzz.h"

#include "decode.h"
#include "html.h"
#include "status.h"
#include "utf8.h"

static void
check_span(struct span text)
{
	CHECK(text.n > 0);
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n'));
	CHECK(span_eq(text, text_squeeze(&arena, text)));
}

static void
check_article(const struct article *article)
{
	for (size_t i = 0; i < article->fields.n; i++)
		check_span(article->fields.v[i].value);
	for (size_t i = 0; i < article->blocks.n; i++)
		check_span(article->blocks.v[i].text);
	for (size_t i = 0; i < article->verdicts.n; i++) {
		CHECK(article->verdicts.v[i].line > 0);
		CHECK(article->verdicts.v[i].class.n > 0 && article->verdicts.v[i].rule.n > 0);
		CHECK(i == 0 || article->verdicts.v[i].line >= article->verdicts.v[i - 1].line);
	}
}

/* What is explained is what is done. */
static void
check_same(const struct article *a, const struct article *b)
{
	CHECK(a->blocks.n == b->blocks.n);
	for (size_t i = 0; i < a->blocks.n; i++)
		CHECK(span_eq(a->blocks.v[i].text, b->blocks.v[i].text));
}

static void
work(struct span bytes)
{
	struct article article = { 0 }, explained = { .explain = true }, fragment = { 0 };
	struct span page;
	int rc;

	if (decode(&arena, bytes, SPAN(""), &page, &(size_t){ 0 }) < 0)
		return;
	html_sniff(page);
	rc = html_blocks(&arena, page, &article);
	CHECK(rc == 0 || rc == ERR_HTML); /* gumbo's assertions */
	CHECK(html_blocks(&arena, page, &explained) == rc);
	CHECK(html_fragment(&arena, page, &fragment) == rc);
	check_article(&article);
	check_article(&explained);
	check_article(&fragment);
	check_same(&article, &explained);
}

FUZZ(work)
