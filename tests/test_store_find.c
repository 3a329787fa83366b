#include "helper.h"

#include "store_cases.h"
#include "store_find.h"

static int
with_articles(void **state)
{
	fresh(state);
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "La legge sui borghi", "I borghi pagano le tasse .",
		    "The villages pay taxes.");
	put_article("b.txt", "Le ferrovie", "I treni per i borghi sono pochi .",
		    "There are few trains to the villages.");
	put_article("c.txt", "Le banche", "La Bank of Italy aumenta le tasse .",
		    "The Bank of Italy raises taxes.");
	assert_int_equal(store_commit(store), 0);
	return 0;
}

static void
put_hit(void *self, const struct store_hit *hit)
{
	struct buf *out = self;

	assert_true(hit->score > 0);
	buf_put(out, hit->source);
	buf_putc(out, ' ');
}

static struct span
hits(const char *text, struct store_search search)
{
	struct buf out = { .arena = &arena };
	struct query query;

	assert_int_equal(query_parse(&arena, &stems, span_of(text), &query), 0);
	search.query = &query;
	search.most = search.most > 0 ? search.most : 10;
	assert_int_equal(store_find(store, &arena, &search, put_hit, &out), 0);
	return buf_span(&out);
}
#define assert_hits(text, want)                                                                    \
	assert_span(hits(text, (struct store_search){ .english = true }), want)

static void
finds_in_both_languages(void **state)
{
	(void)state;
	assert_hits("borgo", "a.txt b.txt "); /* the title weighs more */
	assert_hits("village", "a.txt b.txt ");
	assert_hits("borgo train", "b.txt "); /* one of each */
	assert_span(hits("village", (struct store_search){ .english = false }), "");
}

static void
combines_terms(void **state)
{
	(void)state;
	assert_hits("borghi tasse", "a.txt ");
	assert_hits("borghi -tasse", "b.txt ");
	assert_hits("treni OR banche", "c.txt b.txt ");
	assert_hits("\"Bank of Italy\"", "c.txt ");
	assert_hits("\"Italy Bank\"", "");
	assert_hits("la legge", "a.txt ");
}

static void
keeps_to_dates_and_numbers(void **state)
{
	(void)state;
	assert_span(hits("borghi", (struct store_search){ .from = SPAN("2025-06-12") }), "");
	assert_span(hits("borghi", (struct store_search){ .from = SPAN("2025"), .most = 1 }),
		    "a.txt ");
	assert_span(hits("borghi", (struct store_search){ .to = SPAN("2025-06") }), "a.txt b.txt ");
	assert_span(hits("borghi", (struct store_search){ .to = SPAN("2025-05") }), "");
}

static void
gives_signs_no_meaning(void **state)
{
	static const char *const queries[] = {
		"borghi NEAR(a b)",
		"\"\"\" borghi",
		"a:b",
		"^a",
		"a*",
		"{a b}: c",
		"a + b",
		"(((",
		"';DROP TABLE items;--x",
		"\xc3\xa0\"",
		"borghi)",
		"- - a",
		"NOT NOT a b",
		"\"a\"\"b\"",
	};
	struct query query;

	(void)state;
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		if (query_parse(&arena, &stems, span_of(queries[i]), &query) == 0)
			hits(queries[i], (struct store_search){ .english = true });
}

static void
take_hit(void *self, const struct store_hit *hit)
{
	struct store_hit *copy = self;

	copy->title = arena_copy(&arena, hit->title);
	copy->title_en = arena_copy(&arena, hit->title_en);
	copy->it = arena_copy(&arena, hit->it);
	copy->en = arena_copy(&arena, hit->en);
}

/* Title; then a sentence that has one of the words, one that has both, and one that is not chosen.
 */
static void
shows_the_sentence_that_matches_best(void **state)
{
	static const char *const sentences[] = { "I treni , i treni e ancora treni .",
						 "I treni dei borghi ." };
	struct document doc = article("d.txt", "Altro", sentences[0], "Trains and trains.");
	struct store_search search = { .english = true, .most = 1 };
	struct store_hit hit = { 0 };
	struct query query;
	struct sentence *s;

	(void)state;
	add_sentence(&doc, sentences[1]);
	s = &doc.sentences.v[3];
	add_comment(s, joined("# text = ", sentences[1]));
	add_comment(s, "# text_en = The trains of the villages.");
	assert_int_equal(store_begin(store), 0);
	put_item("d.txt", "h1", &doc);
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(query_parse(&arena, &stems, SPAN("treno borgo altro"), &query), 0);
	search.query = &query;
	assert_int_equal(store_find(store, &arena, &search, take_hit, &hit), 0);
	assert_span(hit.title, "Altro");
	assert_span(hit.title_en, "The title");
	assert_span(hit.it, sentences[1]);
	assert_span(hit.en, "The trains of the villages.");
}

#define WITH(f) cmocka_unit_test_setup_teardown(f, with_articles, close_store)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(finds_in_both_languages),
		WITH(combines_terms),
		WITH(keeps_to_dates_and_numbers),
		WITH(gives_signs_no_meaning),
		WITH(shows_the_sentence_that_matches_best),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
