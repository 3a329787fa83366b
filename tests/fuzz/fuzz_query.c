/* A search query: whatever the bytes, SQLite has nothing to object to what is made of it, and every
 * term is one string of FTS5's syntax. */
#include "fuzz.h"

#include "query.h"
#include "status.h"
#include "store_find.h"

static struct table abbreviations, exceptions, stopwords;
static struct stems stems = { .abbreviations = &abbreviations };
static struct store *store;

static void
open_store(void)
{
	if (store != NULL)
		return;
	open_rows(&abbreviations, "sig.\tnever\n");
	open_rows(&exceptions, "azienda\tazi\n");
	open_rows(&stopwords, "la\ndi\n");
	CHECK(stemmer_open(&stems.stemmer, &exceptions, &stopwords) == 0);
	CHECK(store_open(&store, ":memory:", &stems, abort) == 0);
}

static void
check_string(struct span string)
{
	size_t marks = 0;

	if (string.n == 0)
		return;
	CHECK(string.n >= 2 && string.s[0] == '"' && string.s[string.n - 1] == '"');
	CHECK(memchr(string.s, '\0', string.n) == NULL);
	for (size_t i = 1; i + 1 < string.n; i++)
		marks += string.s[i] == '"';
	CHECK(marks % 2 == 0);
}

static void
check_part(const struct query_part *part)
{
	bool negated = false;

	CHECK(part->terms.n > 0 && !part->terms.v[0].negated);
	for (size_t i = 0; i < part->terms.n; i++) {
		const struct query_term *t = &part->terms.v[i];

		CHECK(!negated || t->negated);
		negated = t->negated;
		CHECK(t->english.n > 0);
		check_string(t->italian);
		check_string(t->english);
	}
}

static void
take(void *self, const struct store_hit *hit)
{
	(void)self;
	CHECK(hit == NULL); /* the store is empty */
}

static void
work(struct span bytes)
{
	struct query query;
	struct store_search search = { .query = &query, .english = true, .most = 3 };

	open_store();
	if (query_parse(&arena, &stems, bytes, &query) < 0)
		return;
	for (size_t i = 0; i < query.parts.n; i++)
		check_part(&query.parts.v[i]);
	CHECK(store_find(store, &arena, &search, take, NULL) == 0);
}

FUZZ(work)
