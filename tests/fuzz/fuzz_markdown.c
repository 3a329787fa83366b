/* Markdown of unknown bytes: what comes out is text in squeezed blocks. */
#include "text.h"

#include "markdown.h"

static void
work(struct span bytes)
{
	struct article article = { .explain = true };
	struct span text = text_of(bytes);

	markdown_sniff(text);
	CHECK(markdown_read(&arena, text, &article) == 0);
	check_article(&article);
	CHECK(markdown_inline(&arena, text).n <= text.n);
}

FUZZ(work)
