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
work(struct span bytes)
{
	struct article article = { 0 };
	struct span page;
	int rc;

	if (decode(&arena, bytes, SPAN(""), &page, &(size_t){ 0 }) < 0)
		return;
	html_sniff(page);
	rc = html_blocks(&arena, page, &article);
	CHECK(rc == 0 || rc == ERR_HTML); /* gumbo's assertions */
	for (size_t i = 0; i < article.fields.n; i++)
		check_span(article.fields.v[i].value);
	for (size_t i = 0; i < article.blocks.n; i++)
		check_span(article.blocks.v[i].text);
}

FUZZ(work)
