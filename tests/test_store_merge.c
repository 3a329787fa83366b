#include "helper.h"

#include "store_cases.h"
#include "store_merge.h"

enum { SHARDS = 3 };

static char shard_path[SHARDS][96];

/* All that two databases must have in common: every row but seconds, and every word in its place in
 * the indexes, whatever pieces these are in. */
static struct span
dump(const char *db_path)
{
	static const char *const queries[] = {
		"SELECT * FROM runs ORDER BY id",
		"SELECT id, name, hash, run, status, stage, error FROM items ORDER BY id",
		"SELECT * FROM documents ORDER BY id",
		"SELECT * FROM sentences ORDER BY document, position",
		"SELECT * FROM terms ORDER BY document, position",
		"SELECT * FROM stems ORDER BY document",
		"SELECT * FROM italian_words ORDER BY term, doc, col, offset",
		"SELECT * FROM english_words ORDER BY term, doc, col, offset",
	};
	struct buf out = { .arena = &arena };

	ask_of(db_path, "CREATE VIRTUAL TABLE italian_words USING fts5vocab(italian, instance)");
	ask_of(db_path, "CREATE VIRTUAL TABLE english_words USING fts5vocab(english, instance)");
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		buf_put(&out, ask_of(db_path, queries[i]));
	ask_of(db_path, "DROP TABLE italian_words");
	ask_of(db_path, "DROP TABLE english_words");
	return buf_span(&out);
}

static void
put_numbered(int i, const char *hash)
{
	char name[32], title[32];
	struct document doc;

	snprintf(name, sizeof(name), "press/%d.txt", i);
	snprintf(title, sizeof(title), "Legge numero %d", i);
	doc = article(name, title, "I borghi pagano le tasse .", "The villages pay taxes.");
	put_item(name, hash, &doc);
}

static void
put_failure(int i)
{
	struct store_item item;
	char name[32];

	snprintf(name, sizeof(name), "press/%d.txt", i);
	item = item_of(name, "h1");
	item.state = STORE_FAILED;
	item.stage = SPAN("tag");
	item.error = SPAN("took longer than 60 s");
	item.seconds = 60;
	assert_int_equal(store_forget(store, item.name), 0);
	assert_int_equal(store_item(store, &item), 0);
}

/* Shard k has the items k, k + 3, ...; of the next shard's some more, one of which failed there. */
static void
make_shard(int k)
{
	snprintf(shard_path[k], sizeof(shard_path[k]), "%s/shard %d%%?.db", dir, k);
	assert_int_equal(store_open(&store, shard_path[k], &stems, no_memory), 0);
	assert_int_equal(store_begin(store), 0);
	for (int i = k; i < 30; i += SHARDS)
		put_numbered(i, "h1");
	put_numbered((k + 1) % SHARDS, "h1");
	put_failure((k + 1) % SHARDS + SHARDS);
	put_failure(99);
	assert_int_equal(store_commit(store), 0);
	store_close(store);
	store = NULL;
}

static int
make_shards(void **state)
{
	assert_int_equal(open_all(state), 0);
	for (int k = 0; k < SHARDS; k++)
		make_shard(k);
	return 0;
}

static int
drop_shards(void **state)
{
	for (int k = 0; k < SHARDS; k++)
		unlink(shard_path[k]);
	return close_all(state);
}

static struct span
merged(const int order[], int n)
{
	struct span all;

	fresh(NULL);
	for (int i = 0; i < n; i++)
		assert_int_equal(store_merge(store, shard_path[order[i]]), 0);
	assert_int_equal(store_optimize(store), 0);
	store_close(store);
	store = NULL;
	all = dump(path);
	assert_sound();
	fresh(NULL);
	return all;
}

static void
equals_one_undivided_run(void **state)
{
	static const int order[] = { 0, 1, 2 };
	struct span whole;

	(void)state;
	assert_int_equal(store_begin(store), 0);
	for (int i = 29; i >= 0; i--)
		put_numbered(i, "h1");
	put_failure(99);
	assert_int_equal(store_commit(store), 0);
	store_close(store);
	store = NULL;
	whole = dump(path);
	assert_true(span_eq(merged(order, 3), whole));
	for (int k = 0; k < SHARDS; k++) /* closed as it was found */
		assert_int_equal(access(joined(shard_path[k], "-wal"), F_OK), -1);
}

static void
is_the_same_in_any_order_and_number(void **state)
{
	static const int order[] = { 0, 1, 2 }, back[] = { 2, 1, 0 }, more[] = { 1, 1, 0, 2, 1, 0 };
	struct span first = merged(order, 3);

	(void)state;
	assert_true(span_eq(merged(back, 3), first));
	assert_true(span_eq(merged(more, 6), first));
}

static void
takes_one_of_two_versions(void **state)
{
	struct span first;
	static const int order[] = { 0, 1 }, back[] = { 1, 0 };

	(void)state;
	for (int k = 0; k < 2; k++) {
		store_close(store);
		assert_int_equal(store_open(&store, shard_path[k], &stems, no_memory), 0);
		assert_int_equal(store_begin(store), 0);
		put_numbered(50, k == 0 ? "h9" : "h5");
		assert_int_equal(store_commit(store), 0);
	}
	first = merged(order, 2);
	assert_true(span_eq(merged(back, 2), first));
	assert_int_equal(store_merge(store, shard_path[1]), 0);
	assert_int_equal(store_merge(store, shard_path[0]), 0);
	assert_span(ask("SELECT hash FROM items WHERE name = 'press/50.txt'"), "h9\n");
}

static void
refuses_what_is_no_database(void **state)
{
	char other[96];

	(void)state;
	snprintf(other, sizeof(other), "%s/other", dir);
	assert_int_equal(store_merge(store, other), ERR_STORE);
	assert_string_equal(store_error(store), "unable to open database file");
	write_file(other, SPAN(""));
	assert_int_equal(store_merge(store, other), ERR_STORE);
	assert_string_equal(store_error(store), "a database, but not one of rassegna");
	unlink(other);
	assert_int_equal(store_merge(store, shard_path[0]), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(equals_one_undivided_run),
		TEST(is_the_same_in_any_order_and_number),
		TEST(takes_one_of_two_versions),
		TEST(refuses_what_is_no_database),
	};

	return cmocka_run_group_tests(tests, make_shards, drop_shards);
}
