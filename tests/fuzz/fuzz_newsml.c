/* NITF or NewsML: whatever the bytes, what comes out of its items is text. */
#include "fuzz.h"

#include "articles.h"
#include "decode.h"
#include "newsml.h"
#include "repair.h"

static void
take(void *self, struct article *article)
{
	check_article(self, article);
	repair_article(&arena, article);
	check_article(self, article);
}

static void
work(struct span bytes)
{
	size_t bad_line = 0, n = 0;
	struct span text;

	if (decode(&arena, bytes, SPAN(""), &text, &(size_t){ 0 }) < 0)
		return;
	if (newsml_read(&arena, text, take, &n, &bad_line) < 0)
		CHECK(bad_line > 0);
}

FUZZ(work)
