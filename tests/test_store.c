#include "helper.h"

#include "store_cases.h"

static void
stores_a_document(void **state)
{
	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "La legge", "I borghi pagano le tasse .", "The villages pay taxes.");
	assert_int_equal(store_commit(store), 0);
	assert_span(ask("SELECT source, doc_id, title, date, author, number FROM documents"),
		    "a.txt|d1|La legge|2025-06-11|NULL|1\n");
	assert_span(
	    ask("SELECT position, block, text, score, rank, chosen, english FROM sentences"),
	    "1|title|La legge|NULL|NULL|1|The title\n"
	    "2|paragraph|I borghi pagano le tasse .|0.5|1|1|The villages pay taxes.\n"
	    "3|paragraph|Il resto non conta.|NULL|2|0|NULL\n");
	assert_span(ask("SELECT position, lemma, english, count FROM terms"),
		    "1|tassa|tax|4\n2|borgo|village|2\n");
	assert_span(
	    ask("SELECT item, source, hash, status, error, seconds, version, models, options"
		" FROM articles"),
	    "a.txt|a.txt|h1|done|NULL|0.25|0.1|m1|-n 3\n");
	assert_sound();
}

static void
finds_italian_by_stems_and_english_by_porter(void **state)
{
	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "La legge 2025", "I borghi pagano le tasse .", "The villages pay.");
	assert_int_equal(store_commit(store), 0);
	assert_span(found("italian", "tass borg"), "a.txt\n");
	assert_span(found("italian", "title : 2025"), "a.txt\n");
	assert_span(found("italian", "rest"), ""); /* not chosen */
	assert_span(found("italian", "le"), "");   /* a stop word */
	assert_span(found("english", "village"), "a.txt\n");
	assert_span(found("english", "tax"), "");
}

static void
replaces_all_of_an_item(void **state)
{
	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	put_article("b.txt", "Due", "Le tasse salgono .", "Taxes rise.");
	put_article("a.txt", "Tre", "Il treno parte .",
		    "The train leaves."); /* in one transaction */
	assert_int_equal(store_commit(store), 0);
	assert_span(found("italian", "borg"), "");
	assert_span(found("italian", "tren"), "a.txt\n");
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Quattro", "Le tasse scendono .", "Taxes fall.");
	assert_int_equal(store_commit(store), 0);
	assert_span(found("italian", "tren"), "");
	assert_span(found("english", "trains"), "");
	assert_span(found("english", "tax"), "a.txt\nb.txt\n");
	assert_span(ask("SELECT count(*) FROM sentences"), "6\n");
	assert_span(ask("SELECT count(*) FROM documents"), "2\n");
	assert_sound();
}

static void
forgets_the_documents_of_a_failure(void **state)
{
	struct store_item item = item_of("a.txt", "h2");

	(void)state;
	item.state = STORE_FAILED;
	item.stage = SPAN("tag");
	item.error = SPAN("killed by signal 9");
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(store_begin(store), 0);
	assert_int_equal(store_forget(store, item.name), 0);
	assert_int_equal(store_item(store, &item), 0);
	assert_int_equal(store_commit(store), 0);
	assert_span(found("italian", "borg"), "");
	assert_span(ask("SELECT item, source, status, stage, error FROM articles"),
		    "a.txt|NULL|failed|tag|killed by signal 9\n");
	assert_sound();
}

static void
knows_what_is_done(void **state)
{
	struct store_item item = item_of("a.txt", "h1");

	(void)state;
	assert_int_equal(store_state(store, item.name, item.hash, item.options, item.models),
			 STORE_NEW);
	assert_int_equal(store_begin(store), 0);
	assert_int_equal(store_item(store, &item), 0);
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(store_state(store, item.name, item.hash, item.options, item.models),
			 STORE_DONE);
	assert_int_equal(store_state(store, item.name, SPAN("h2"), item.options, item.models),
			 STORE_NEW);
	assert_int_equal(store_state(store, item.name, item.hash, SPAN("-n 4"), item.models),
			 STORE_NEW);
	assert_int_equal(store_state(store, item.name, item.hash, item.options, SPAN("m2")),
			 STORE_NEW);
	assert_int_equal(store_state(store, SPAN("b.txt"), item.hash, item.options, item.models),
			 STORE_NEW);
}

static void
join_name(void *self, const struct store_item *item)
{
	struct buf *out = self;

	buf_put(out, item->name);
	buf_putc(out, ' ');
}

static void
lists_failures_by_name(void **state)
{
	static const char *const names[] = { "c", "a", "b" };
	struct buf out = { .arena = &arena };

	(void)state;
	assert_int_equal(store_begin(store), 0);
	for (int i = 0; i < 3; i++) {
		struct store_item item = item_of(names[i], "h");

		item.state = i == 2 ? STORE_DONE : STORE_FAILED;
		assert_int_equal(store_item(store, &item), 0);
	}
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(store_failures(store, join_name, &out), 0);
	assert_span(buf_span(&out), "a c ");
}

static void
loses_a_transaction_that_is_not_committed(void **state)
{
	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	store_close(store);
	assert_int_equal(store_open(&store, path, &stems, no_memory), 0);
	assert_span(ask("SELECT count(*) FROM documents"), "0\n");
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	assert_int_equal(store_rollback(store), 0);
	assert_int_equal(store_begin(store), 0);
	assert_int_equal(store_commit(store), 0);
	assert_span(ask("SELECT count(*) FROM documents"), "0\n");
	assert_span(found("english", "village"), "");
}

static void
writes_nothing_outside_a_transaction(void **state)
{
	struct store_item item = item_of("a.txt", "h1");

	(void)state;
	assert_int_equal(store_item(store, &item), ERR_STORE);
	assert_string_equal(store_error(store), "no transaction was begun");
	assert_int_equal(store_forget(store, item.name), ERR_STORE);
}

static void
refuses_what_is_no_database_of_ours(void **state)
{
	(void)state;
	store_close(store);
	unlink(path);
	write_file(path, SPAN("This is a text, and it is long enough to be looked at as a header "
			      "of a database, which has a hundred bytes at least, as they say."));
	assert_int_equal(store_open(&store, path, &stems, no_memory), ERR_STORE);
	assert_string_equal(store_error(store), "file is not a database");
	store_close(store);
	unlink(path);
	write_file(path, SPAN(""));
	ask("CREATE TABLE other (x)");
	assert_int_equal(store_open(&store, path, &stems, no_memory), ERR_STORE);
	assert_string_equal(store_error(store), "a database, but not one of rassegna");
	store_close(store);
	unlink(path);
	assert_int_equal(store_open(&store, path, &stems, no_memory), 0);
	ask("PRAGMA user_version = 99");
	store_close(store);
	assert_int_equal(store_open(&store, path, &stems, no_memory), ERR_STORE);
	assert_string_equal(store_error(store), "a database of another version of rassegna");
	store_close(store);
	assert_int_equal(store_open(&store, "/nowhere/x.db", &stems, no_memory), ERR_STORE);
	assert_string_equal(store_error(store), "unable to open database file");
}

/* RLIMIT_FSIZE would stop us by a signal; SQLite's own limit says what a full disk says. */
static void
rolls_back_when_the_disk_is_full(void **state)
{
	struct span name = SPAN("big.txt");
	struct document doc = article("big.txt", "Uno", "I borghi pagano .", "The villages pay.");
	int rc = 0;

	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(store_exec(store, "PRAGMA max_page_count = 60"), 0);
	assert_int_equal(store_begin(store), 0);
	for (size_t i = 1; i < 2000 && rc == 0; i++)
		rc = store_document(store, &arena, name, i, &doc);
	if (rc == 0)
		rc = store_commit(store);
	assert_int_equal(rc, ERR_STORE);
	assert_string_equal(store_error(store), "database or disk is full");
	assert_int_equal(store_commit(store), ERR_STORE);
	assert_int_equal(store_exec(store, "PRAGMA max_page_count = 1000000"), 0);
	assert_int_equal(store_begin(store), 0);
	put_article("b.txt", "Due", "I treni partono .", "The trains leave.");
	assert_int_equal(store_commit(store), 0);
	assert_span(ask("SELECT source FROM documents ORDER BY 1"), "a.txt\nb.txt\n");
	assert_sound();
}

static void
is_read_while_it_is_written(void **state)
{
	struct store *reader;
	struct store_item item = item_of("a.txt", "h1");

	(void)state;
	assert_int_equal(store_begin(store), 0);
	put_article("a.txt", "Uno", "I borghi pagano .", "The villages pay.");
	assert_int_equal(store_open_reader(&reader, path), 0);
	assert_int_equal(store_state(reader, item.name, item.hash, item.options, item.models),
			 STORE_NEW);
	assert_int_equal(store_commit(store), 0);
	assert_int_equal(store_state(reader, item.name, item.hash, item.options, item.models),
			 STORE_DONE);
	assert_int_equal(store_begin(reader), ERR_STORE);
	assert_string_equal(store_error(reader), "attempt to write a readonly database");
	store_close(reader);
}

static void
is_read_where_nothing_can_be_written(void **state)
{
	struct store *reader;

	(void)state;
	store_close(store);
	chmod(path, 0444);
	chmod(dir, 0555);
	assert_int_equal(store_open_reader(&reader, path), 0);
	assert_int_equal(store_state(reader, SPAN("a"), SPAN("b"), SPAN("c"), SPAN("d")),
			 STORE_NEW);
	store_close(reader);
	chmod(dir, 0755);
	chmod(path, 0644);
	assert_int_equal(store_open(&store, path, &stems, no_memory), 0);
}

static void
drops_idle_runs(void **state)
{
	struct store_item item = item_of("a.txt", "h1");

	(void)state;
	for (int i = 0; i < 2; i++) {
		item.options = i == 0 ? SPAN("-n 3") : SPAN("-n 4");
		assert_int_equal(store_begin(store), 0);
		assert_int_equal(store_forget(store, item.name), 0);
		assert_int_equal(store_item(store, &item), 0);
		assert_int_equal(store_commit(store), 0);
	}
	store_close(store);
	assert_span(ask("SELECT options FROM runs"), "-n 4\n");
	assert_int_equal(store_open(&store, path, &stems, no_memory), 0);
}

/* Rows of a sentence have the stems that its text would have. */
static void
stems_rows_as_texts(void **state)
{
	struct document doc = { 0 };
	struct sentence *s;

	(void)state;
	add_sentence(&doc,
		     "L' azienda della di la città paga 1.500 euro , dice D. Rossi nel 2025 .");
	s = doc.sentences.v;
	s->rows.v[2].kind = ROW_RANGE;
	s->rows.v[2].last = 5;
	s->rows.v[3].last = 4;
	s->rows.v[4].last = 5;
	for (size_t i = 5; i < s->rows.n; i++)
		s->rows.v[i].last = (long)i + 1;
	assert_span(stems_of_rows(&stems, &arena, s), "azi citt pag 1.500 eur dir d. ross 2025");
	assert_span(
	    stems_of(&stems, &arena,
		     SPAN("L'azienda della città paga 1.500 euro, dice D. Rossi nel 2025.")),
	    "azi citt pag 1.500 eur dir d. ross 2025");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stores_a_document),
		TEST(finds_italian_by_stems_and_english_by_porter),
		TEST(replaces_all_of_an_item),
		TEST(forgets_the_documents_of_a_failure),
		TEST(knows_what_is_done),
		TEST(lists_failures_by_name),
		TEST(loses_a_transaction_that_is_not_committed),
		TEST(writes_nothing_outside_a_transaction),
		TEST(refuses_what_is_no_database_of_ours),
		TEST(rolls_back_when_the_disk_is_full),
		TEST(is_read_while_it_is_written),
		TEST(is_read_where_nothing_can_be_written),
		TEST(drops_idle_runs),
		cmocka_unit_test(stems_rows_as_texts),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
