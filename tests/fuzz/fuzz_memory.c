/* A translation memory: whatever the bytes, pairs are clean text, and the Italian of each is found.
 */
#include "fuzz.h"

#include "article.h"
#include "memory.h"
#include "utf8.h"

static void
check_text(struct span text)
{
	CHECK(text.n > 0);
	CHECK(utf8_valid(text));
	CHECK(!span_has(text, '\n') && !span_has(text, '\t'));
	CHECK(span_eq(text, text_squeeze(&arena, text)));
}

static void
work(struct span bytes)
{
	struct memory_pairs pairs;
	struct memory m;
	size_t bad_line;

	memory_read(&arena, bytes, &pairs, &bad_line);
	memory_index(&arena, &pairs, &m);
	for (size_t i = 0; i < pairs.n; i++) {
		const struct memory_pair *found = memory_find(&m, &arena, pairs.v[i].italian);

		check_text(pairs.v[i].italian);
		check_text(pairs.v[i].english);
		CHECK(pairs.v[i].line > 0);
		CHECK(found != NULL && found >= &pairs.v[i]); /* the last one counts */
	}
}

FUZZ(work)
