/* What the tests of the store share: a database in a folder of its own, articles, and SQL. */
#ifndef RASSEGNA_TESTS_STORE_CASES_H
#define RASSEGNA_TESTS_STORE_CASES_H

#include <stdlib.h>
#include <sys/stat.h>

#include "store_db.h"

static char dir[] = "/tmp/rassegna-store-XXXXXX";
static char path[64];
static struct table abbreviations, exceptions, stopwords;
static struct stems stems;
static struct store *store;

static inline int
open_all(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/rassegna.db", dir);
	abbreviations = real_table("abbreviations");
	exceptions = real_table("stem-exceptions");
	stopwords = real_table("stopwords");
	stems.abbreviations = &abbreviations;
	return stemmer_open(&stems.stemmer, &exceptions, &stopwords);
}

static inline int
close_all(void **state)
{
	stemmer_close(&stems.stemmer);
	rmdir(dir);
	return free_arena(state);
}

static inline int
fresh(void **state)
{
	(void)state;
	store_close(store);
	unlink(path);
	assert_int_equal(store_open(&store, path, &stems, no_memory), 0);
	return 0;
}

static inline int
close_store(void **state)
{
	(void)state;
	store_close(store);
	store = NULL;
	unlink(path);
	return 0;
}

/* What SQL says, rows parted by LF and columns by |, by a connection of its own. */
static inline struct span
ask_of(const char *db_path, const char *sql)
{
	struct buf out = { .arena = &arena };
	sqlite3_stmt *st;
	sqlite3 *db;

	assert_int_equal(sqlite3_open_v2(db_path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int i = 0, n = sqlite3_column_count(st); i < n; i++) {
			const char *text = (const char *)sqlite3_column_text(st, i);

			buf_put(&out, span_of(text != NULL ? text : "NULL"));
			buf_putc(&out, i + 1 < n ? '|' : '\n');
		}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	sqlite3_close(db);
	return buf_span(&out);
}
#define ask(sql) ask_of(path, sql)

static inline struct span
found(const char *index, const char *query)
{
	struct buf sql = { .arena = &arena };

	buf_printf(&sql,
		   "SELECT source FROM %s JOIN documents ON id = %s.rowid"
		   " WHERE %s MATCH '%s' ORDER BY source",
		   index, index, index, query);
	return ask(arena_cstr(&arena, buf_span(&sql)));
}

/* The index agrees with the texts it was made of. */
static inline void
assert_sound(void)
{
	assert_span(ask("PRAGMA integrity_check"), "ok\n");
	ask("INSERT INTO italian (italian, rank) VALUES ('integrity-check', 1)");
	ask("INSERT INTO english (english, rank) VALUES ('integrity-check', 1)");
}

static inline void
add_comment(struct sentence *s, const char *comment)
{
	*PUSH(&arena, &s->comments) = span_of(comment);
}

static inline const char *
joined(const char *before, const char *text)
{
	return arena_cstr(&arena, arena_concat(&arena, span_of(before), span_of(text)));
}

/* An article of a title, a sentence that was chosen and one that was not. */
static inline struct document
article(const char *source, const char *title, const char *chosen, const char *english)
{
	struct document doc = { 0 };
	struct sentence *s;

	add_sentence(&doc, title);
	add_sentence(&doc, chosen);
	add_sentence(&doc, "Il resto non conta .");
	s = doc.sentences.v;
	add_comment(s, "# newdoc id = d1");
	add_comment(s, joined("# meta::source = ", source));
	add_comment(s, "# meta::date = 2025-06-11");
	add_comment(s, "# newpar");
	add_comment(s, "# block = title");
	add_comment(s, joined("# text = ", title));
	add_comment(s, "# text_en = The title");
	add_comment(s, "# term = tassa | tax | 4 | d1-2");
	add_comment(s, "# term = borgo | village | 2 | d1-2");
	add_comment(s + 1, "# newpar");
	add_comment(s + 1, joined("# text = ", chosen));
	add_comment(s + 1, "# score = 0.5000");
	add_comment(s + 1, "# rank = 1");
	add_comment(s + 1, joined("# text_en = ", english));
	add_comment(s + 2, "# text = Il resto non conta.");
	add_comment(s + 2, "# chosen = no");
	add_comment(s + 2, "# rank = 2");
	return doc;
}

static inline struct store_item
item_of(const char *name, const char *hash)
{
	return (struct store_item){ .name = span_of(name),
				    .hash = span_of(hash),
				    .options = SPAN("-n 3"),
				    .models = SPAN("m1"),
				    .version = SPAN("0.1"),
				    .state = STORE_DONE,
				    .seconds = 0.25 };
}

static inline void
put_item(const char *name, const char *hash, const struct document *doc)
{
	struct store_item item = item_of(name, hash);

	assert_int_equal(store_forget(store, item.name), 0);
	assert_int_equal(store_document(store, &arena, item.name, 1, doc), 0);
	assert_int_equal(store_item(store, &item), 0);
}

static inline void
put_article(const char *name, const char *title, const char *chosen, const char *english)
{
	struct document doc = article(name, title, chosen, english);

	put_item(name, "h1", &doc);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh, close_store)

#endif
