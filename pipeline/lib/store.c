#include "store.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "status.h"
#include "store_db.h"

/* ---- transactions */

int
store_begin(struct store *s)
{
	return store_exec(s, "BEGIN IMMEDIATE");
}

int
store_commit(struct store *s)
{
	int rc = store_index_pending(s);

	return rc < 0 ? rc : store_exec(s, "COMMIT");
}

/* SQLite would commit every row by itself. */
static int
check_begun(struct store *s)
{
	return sqlite3_get_autocommit(s->db) ? store_fail_with(s, "no transaction was begun") : 0;
}

/* ---- the indexes. FTS5 gathers what is added in memory as long as the keys ascend, and writes it
 * out when one does not. Keys here are hashes, so each document would be written out by itself;
 * they are therefore added when the transaction ends, in order. */

static struct texts
texts_at(sqlite3_stmt *row, int column)
{
	return (struct texts){ column_span(row, column), column_span(row, column + 1) };
}

static struct texts
copy_texts(struct arena *arena, struct texts texts)
{
	return (struct texts){ arena_copy(arena, texts.title), arena_copy(arena, texts.summary) };
}

void
store_index(struct store *s, sqlite3_int64 document)
{
	size_t order = s->pending.n;

	*PUSH(&s->arena, &s->pending) = (struct pending){ .document = document, .order = order };
}

int
store_unindex(struct store *s, sqlite3_int64 document)
{
	sqlite3_stmt *st = store_bind(s, ST_TEXTS_OF, "i", document);

	if (st == NULL)
		return ERR_STORE;
	if (sqlite3_step(st) != SQLITE_ROW)
		return store_fail(s);
	store_index(s, document);
	s->pending.v[s->pending.n - 1].indexed = true;
	s->pending.v[s->pending.n - 1].stems = copy_texts(&s->arena, texts_at(st, 0));
	s->pending.v[s->pending.n - 1].english = copy_texts(&s->arena, texts_at(st, 2));
	sqlite3_reset(st);
	return 0;
}

static int
by_document(const void *va, const void *vb)
{
	const struct pending *a = va, *b = vb;

	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static int
write_index(struct store *s, enum statement italian, sqlite3_int64 document,
	    const struct texts *stems, const struct texts *english)
{
	int rc = store_run(s, italian, "inn", document, stems->title, stems->summary);

	return rc < 0
		   ? rc
		   : store_run(s, italian + 1, "inn", document, english->title, english->summary);
}

/* What an index had is what the first note of a document says; what it gets is what the tables
 * have now: nothing, if the document was dropped. Not by INSERT ... SELECT: a statement that may
 * write many rows begins with a savepoint, and at each of these FTS5 writes out, too. */
static int
index_document(struct store *s, const struct pending *p)
{
	sqlite3_stmt *st;
	int rc;

	if (p->indexed &&
	    (rc = write_index(s, ST_UNINDEX_ITALIAN, p->document, &p->stems, &p->english)) < 0)
		return rc;
	if ((st = store_bind(s, ST_TEXTS_OF, "i", p->document)) == NULL)
		return ERR_STORE;
	if ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		struct texts stems = texts_at(st, 0), english = texts_at(st, 2);

		if (write_index(s, ST_INDEX_ITALIAN, p->document, &stems, &english) < 0)
			return ERR_STORE;
	} else if (rc != SQLITE_DONE) {
		return store_fail(s);
	}
	sqlite3_reset(st);
	return 0;
}

int
store_index_pending(struct store *s)
{
	struct pending *v = s->pending.v;
	int rc = 0;

	if (s->pending.n > 0)
		qsort(v, s->pending.n, sizeof(*v), by_document);
	for (size_t i = 0; i < s->pending.n && rc == 0; i++)
		if (i == 0 || v[i].document != v[i - 1].document)
			rc = index_document(s, &v[i]);
	arena_reset(&s->arena);
	s->pending.v = NULL;
	s->pending.n = s->pending.cap = 0;
	return rc;
}

/* ---- items */

static sqlite3_int64
run_key(struct arena *arena, const struct store_item *item)
{
	struct buf all = { .arena = arena };

	buf_put(&all, item->options);
	buf_putc(&all, '\0');
	buf_put(&all, item->models);
	buf_putc(&all, '\0');
	buf_put(&all, item->version);
	return item_key(buf_span(&all));
}

int
store_item(struct store *s, const struct store_item *item)
{
	sqlite3_int64 run;
	int rc;

	if ((rc = check_begun(s)) < 0)
		return rc;
	run = run_key(&s->arena, item);
	if ((rc = store_run(s, ST_RUN, "ittt", run, item->options, item->models, item->version)) <
		0 ||
	    (rc = store_run(s, ST_DROP_ITEM, "it", item_key(item->name), item->name)) < 0)
		return rc;
	return store_run(s, ST_ITEM, "ittitnnd", item_key(item->name), item->name, item->hash, run,
			 item->state == STORE_DONE ? SPAN("done") : SPAN("failed"), item->stage,
			 item->error, item->seconds);
}

int
store_state(struct store *s, struct span name, struct span hash, struct span options,
	    struct span models)
{
	sqlite3_stmt *st =
	    store_bind(s, ST_STATE, "itttt", item_key(name), name, hash, options, models);
	int rc, state = STORE_NEW;

	if (st == NULL)
		return ERR_STORE;
	if ((rc = sqlite3_step(st)) == SQLITE_ROW)
		state = span_eq(column_span(st, 0), SPAN("done")) ? STORE_DONE : STORE_FAILED;
	else if (rc != SQLITE_DONE)
		return store_fail(s);
	sqlite3_reset(st);
	return state;
}

static void
take_failure(sqlite3_stmt *st, store_item_fn *take, void *self)
{
	struct store_item item = { .name = column_span(st, 0),
				   .hash = column_span(st, 1),
				   .options = column_span(st, 2),
				   .models = column_span(st, 3),
				   .version = column_span(st, 4),
				   .state = STORE_FAILED,
				   .stage = column_span(st, 5),
				   .error = column_span(st, 6),
				   .seconds = sqlite3_column_double(st, 7) };

	take(self, &item);
}

int
store_failures(struct store *s, store_item_fn *take, void *self)
{
	static const char sql[] =
	    "SELECT name, hash, options, models, version, stage, error, seconds FROM items"
	    " JOIN runs ON runs.id = run WHERE status = 'failed' ORDER BY name";
	sqlite3_stmt *st;
	int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

	while (rc == SQLITE_OK || rc == SQLITE_ROW)
		if ((rc = sqlite3_step(st)) == SQLITE_ROW)
			take_failure(st, take, self);
	rc = rc == SQLITE_DONE ? 0 : store_fail(s);
	sqlite3_finalize(st);
	return rc;
}

/* ---- documents */

static int
drop_document(struct store *s, sqlite3_int64 document)
{
	static const enum statement drops[] = { ST_DROP_SENTENCES, ST_DROP_TERMS, ST_DROP_STEMS,
						ST_DROP_DOCUMENT };
	int rc = store_unindex(s, document);

	for (size_t i = 0; i < sizeof(drops) / sizeof(drops[0]) && rc == 0; i++)
		rc = store_run(s, drops[i], "i", document);
	return rc;
}

int
store_forget(struct store *s, struct span name)
{
	sqlite3_stmt *st;
	int rc;

	if ((rc = check_begun(s)) < 0)
		return rc;
	if ((st = store_bind(s, ST_DOCUMENTS_OF, "i", item_key(name))) == NULL)
		return ERR_STORE;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		sqlite3_int64 document = sqlite3_column_int64(st, 0);

		sqlite3_reset(st); /* its row goes: look again for the next */
		if ((rc = drop_document(s, document)) < 0)
			return rc;
	}
	if (rc != SQLITE_DONE)
		return store_fail(s);
	sqlite3_reset(st);
	return store_run(s, ST_DROP_ITEM, "it", item_key(name), name);
}

static struct span
value_of(const struct sentence *sentence, struct span key)
{
	struct span value = SPAN("");

	comment_get(sentence, key, &value);
	return value;
}

/* What is stored of a document, on its way there. */
struct record {
	struct arena *arena;
	sqlite3_int64 key;
	sqlite3_int64 position; /* of the sentence, then of the term, from 1 */
	struct span block;      /* in which the sentence stands */
	bool has_summary;
	struct buf title, title_stems, summary_stems;
};

static void
add_joined(struct buf *to, bool first, char separator, struct span text)
{
	if (!first)
		buf_putc(to, separator);
	buf_put(to, text);
}

/* A line of the summary's stems is a chosen sentence, as in english_text. */
static void
add_text(const struct store *s, struct record *r, const struct sentence *sentence)
{
	struct span stems = stems_of_rows(s->stems, r->arena, sentence);

	if (span_eq(r->block, SPAN("title"))) {
		add_joined(&r->title, r->title.n == 0, ' ', sentence_text(sentence));
		add_joined(&r->title_stems, r->title_stems.n == 0, ' ', stems);
	} else {
		add_joined(&r->summary_stems, !r->has_summary, '\n', stems);
		r->has_summary = true;
	}
}

static double
score_of(const struct sentence *sentence)
{
	struct span score = value_of(sentence, SPAN("score"));
	char digits[32] = "";

	if (score.n == 0 || score.n >= sizeof(digits))
		return NAN;
	memcpy(digits, score.s, score.n);
	return strtod(digits, NULL);
}

static int
put_sentence(struct store *s, struct record *r, const struct sentence *sentence)
{
	bool chosen = !span_eq(value_of(sentence, SPAN("chosen")), SPAN("no"));

	r->block = sentence_block(sentence, r->block);
	if (chosen)
		add_text(s, r, sentence);
	return store_run(s, ST_SENTENCE, "iittduin", r->key, ++r->position, r->block,
			 sentence_text(sentence), score_of(sentence),
			 (sqlite3_int64)span_number(value_of(sentence, SPAN("rank"))),
			 (sqlite3_int64)chosen, value_of(sentence, SPAN("text_en")));
}

static int
put_sentences(struct store *s, struct record *r, const struct document *doc)
{
	int rc = 0;

	for (size_t i = 0; i < doc->sentences.n && rc == 0; i++)
		rc = put_sentence(s, r, &doc->sentences.v[i]);
	return rc;
}

/* "LEMMA | ENGLISH | COUNT | SENT_ID" */
static int
put_term(struct store *s, struct record *r, struct span value)
{
	struct span field[3] = { SPAN(""), SPAN(""), SPAN("") };

	for (int i = 0; i < 3 && span_cut(&value, '|', &field[i]); i++)
		field[i] = span_trim(field[i]);
	return store_run(s, ST_TERM, "iitnu", r->key, ++r->position, field[0], field[1],
			 (sqlite3_int64)span_number(field[2]));
}

static int
put_terms(struct store *s, struct record *r, const struct sentence *first)
{
	struct span value;
	int rc = 0;

	r->position = 0;
	for (size_t i = 0; i < first->comments.n && rc == 0; i++)
		if (comment_value(first->comments.v[i], SPAN("term"), &value))
			rc = put_term(s, r, value);
	return rc;
}

static int
put_document(struct store *s, struct record *r, struct span name, size_t number,
	     const struct sentence *first)
{
	return store_run(s, ST_DOCUMENT, "iiinnnnnnn", r->key, item_key(name),
			 (sqlite3_int64)number, value_of(first, SPAN("meta::source")),
			 value_of(first, SPAN("newdoc id")), buf_span(&r->title),
			 value_of(first, SPAN("meta::date")), value_of(first, SPAN("meta::author")),
			 value_of(first, SPAN("meta::url")), value_of(first, SPAN("meta::lang")));
}

int
store_document(struct store *s, struct arena *arena, struct span name, size_t number,
	       const struct document *doc)
{
	struct record r = { .arena = arena, .key = document_key(name, number) };
	const struct sentence *first = doc->sentences.v;
	int rc = check_begun(s);

	r.title.arena = r.title_stems.arena = r.summary_stems.arena = arena;
	r.block = SPAN("paragraph");
	if (rc < 0 || doc->sentences.n == 0 || (rc = put_sentences(s, &r, doc)) < 0 ||
	    (rc = put_terms(s, &r, first)) < 0 ||
	    (rc = put_document(s, &r, name, number, first)) < 0 ||
	    (rc = store_run(s, ST_STEMS, "inn", r.key, buf_span(&r.title_stems),
			    buf_span(&r.summary_stems))) < 0)
		return rc;
	store_index(s, r.key);
	return 0;
}
