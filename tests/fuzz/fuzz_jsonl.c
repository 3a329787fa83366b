/* JSON Lines as extract and tokenize read them, plain or gzip: what is written of an article is
 * the article. */
#include "fuzz.h"

#include "article.h"
#include "utf8.h"

static void
check_blocks(const struct article *a)
{
	for (size_t i = 0; i < a->blocks.n; i++) {
		CHECK(a->blocks.v[i].text.n > 0);
		CHECK(utf8_valid(a->blocks.v[i].text));
		CHECK(!span_has(a->blocks.v[i].text, '\n'));
	}
}

static void
round_trip(struct span line)
{
	struct article first, second;
	struct span printed;

	if (article_parse(&arena, line, &first) < 0)
		return;
	check_blocks(&first);
	CHECK(!span_has(first.id, ' ') && !span_has(first.id, '\n'));
	printed = article_print(&arena, &first);
	CHECK(!span_has(printed, '\n'));
	CHECK(article_parse(&arena, printed, &second) == 0);
	CHECK(second.blocks.n == first.blocks.n);
	CHECK(span_eq(printed, article_print(&arena, &second)));
}

static void
work(struct span bytes)
{
	struct input in;
	struct span line;
	int rc;

	open_bytes(&in, bytes);
	while ((rc = input_line(&in, &line)) == 1)
		round_trip(line);
	input_close(&in);
}

FUZZ(work)
