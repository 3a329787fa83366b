#include "store_find.h"

#include "buf.h"
#include "status.h"
#include "store_db.h"

/* SQL that is written for one search, and the texts of its parameters. */
struct sql {
	struct buf text;
	VEC(struct span) values;
};

struct line {
	struct span it, en;
	size_t terms, marks; /* of the query that stand in it, and how often */
	bool marked;         /* by the term that is looked at */
};

struct lines {
	struct line *v;
	size_t n, cap;
};

struct finder {
	struct store *store;
	struct arena *arena;
	const struct store_search *search;
	sqlite3_stmt *sentences, *title_en, *marks_it, *marks_en;
};

/* ---- the search as SQL */

static void
put_sql(struct sql *sql, const char *text)
{
	buf_put(&sql->text, span_of(text));
}

static void
put_value(struct sql *sql, struct span value)
{
	*PUSH(sql->text.arena, &sql->values) = value;
	buf_printf(&sql->text, "?%zu", sql->values.n);
}

/* The documents that have a term in one of the indexes. */
static void
put_term(struct sql *sql, const struct store_search *search, const struct query_term *term)
{
	bool italian = term->italian.n > 0;

	put_sql(sql, "SELECT id FROM (");
	if (italian) {
		put_sql(sql, "SELECT rowid AS id FROM italian WHERE italian MATCH ");
		put_value(sql, term->italian);
	}
	if (italian && search->english)
		put_sql(sql, " UNION ");
	if (search->english) {
		put_sql(sql, "SELECT rowid AS id FROM english WHERE english MATCH ");
		put_value(sql, term->english);
	}
	if (!italian && !search->english)
		put_sql(sql, "SELECT 0 AS id WHERE 0");
	put_sql(sql, ")");
}

static void
put_part(struct sql *sql, const struct store_search *search, const struct query_part *part)
{
	for (size_t i = 0; i < part->terms.n; i++) {
		const struct query_term *t = &part->terms.v[i];

		put_sql(sql, i == 0 ? "" : t->negated ? " EXCEPT " : " INTERSECT ");
		put_term(sql, search, t);
	}
}

/* All that is looked for in an index, for BM25. False if that is nothing. */
static bool
any_of(struct arena *arena, const struct query *query, bool italian, struct span *out)
{
	struct buf all = { .arena = arena };

	for (size_t i = 0; i < query->parts.n; i++)
		for (size_t j = 0; j < query->parts.v[i].terms.n; j++) {
			const struct query_term *t = &query->parts.v[i].terms.v[j];
			struct span term = italian ? t->italian : t->english;

			if (t->negated || term.n == 0)
				continue;
			buf_put(&all, all.n > 0 ? SPAN(" OR ") : SPAN(""));
			buf_put(&all, term);
		}
	*out = buf_span(&all);
	return all.n > 0;
}

/* The plus keeps SQLite from asking the index anew for each of the documents found. */
static void
put_scores(struct sql *sql, const struct store_search *search)
{
	struct arena *arena = sql->text.arena;
	struct span it = SPAN(""), en = SPAN("");
	bool italian = any_of(arena, search->query, true, &it);
	bool english = search->english && any_of(arena, search->query, false, &en);

	if (italian) {
		put_sql(sql, "SELECT rowid, bm25(italian, 4.0, 1.0) FROM italian"
			     " WHERE +rowid IN found AND italian MATCH ");
		put_value(sql, it);
	}
	if (italian && english)
		put_sql(sql, " UNION ALL ");
	if (english) {
		put_sql(sql, "SELECT rowid, bm25(english, 4.0, 1.0) FROM english"
			     " WHERE +rowid IN found AND english MATCH ");
		put_value(sql, en);
	}
	if (!italian && !english)
		put_sql(sql, "SELECT 0, 0.0 WHERE 0");
}

/* A date is in when it begins with FROM or TO, or lies between them. */
static void
put_dates(struct sql *sql, const struct store_search *search)
{
	put_sql(sql, " WHERE 1");
	if (search->from.n > 0) {
		put_sql(sql, " AND date >= ");
		put_value(sql, search->from);
	}
	if (search->to.n > 0) {
		buf_printf(&sql->text, " AND substr(date, 1, %zu) <= ", search->to.n);
		put_value(sql, search->to);
	}
}

static void
put_search(struct sql *sql, const struct store_search *search)
{
	put_sql(sql, "WITH found (id) AS MATERIALIZED (");
	for (size_t i = 0; i < search->query->parts.n; i++) {
		put_sql(sql, i > 0 ? " UNION SELECT id FROM (" : "SELECT id FROM (");
		put_part(sql, search, &search->query->parts.v[i]);
		put_sql(sql, ")");
	}
	put_sql(sql, "), hits (id, score) AS MATERIALIZED (");
	put_scores(sql, search);
	put_sql(sql, ") SELECT d.id, -sum(score), source, doc_id, date, title"
		     " FROM hits JOIN documents d ON d.id = hits.id");
	put_dates(sql, search);
	buf_printf(&sql->text, " GROUP BY d.id ORDER BY 2 DESC, date DESC, source, d.id LIMIT %zu",
		   search->most);
}

static sqlite3_stmt *
prepare(struct store *s, struct span text)
{
	sqlite3_stmt *st = NULL;

	sqlite3_prepare_v2(s->db, text.s, (int)text.n, &st, NULL);
	return st;
}

static sqlite3_stmt *
prepare_search(struct finder *f)
{
	struct sql sql = { .text.arena = f->arena };
	sqlite3_stmt *st;

	put_search(&sql, f->search);
	st = prepare(f->store, buf_span(&sql.text));
	for (size_t i = 0; st != NULL && i < sql.values.n; i++)
		sqlite3_bind_text64(st, (int)i + 1, sql.values.v[i].s, sql.values.v[i].n,
				    SQLITE_STATIC, SQLITE_UTF8);
	return st;
}

/* ---- the sentence to show */

/* FTS5 marks what matches; its text has a line for each sentence. */
static void
count_marks(struct lines *lines, struct span marked)
{
	struct span line;

	for (size_t i = 0; i < lines->n && span_cut(&marked, '\n', &line); i++)
		for (size_t j = 0; j < line.n; j++)
			if (line.s[j] == '\1') {
				lines->v[i].marks++;
				lines->v[i].marked = true;
			}
}

static void
mark(sqlite3_stmt *st, sqlite3_int64 document, struct span term, struct lines *lines)
{
	sqlite3_bind_int64(st, 1, document);
	sqlite3_bind_text64(st, 2, term.s, term.n, SQLITE_STATIC, SQLITE_UTF8);
	if (sqlite3_step(st) == SQLITE_ROW)
		count_marks(lines, column_span(st, 0));
	sqlite3_reset(st);
}

static void
mark_term(struct finder *f, sqlite3_int64 document, const struct query_term *term,
	  struct lines *lines)
{
	if (term->negated)
		return;
	if (term->italian.n > 0)
		mark(f->marks_it, document, term->italian, lines);
	if (f->search->english)
		mark(f->marks_en, document, term->english, lines);
	for (size_t i = 0; i < lines->n; i++) {
		lines->v[i].terms += lines->v[i].marked;
		lines->v[i].marked = false;
	}
}

static void
read_lines(struct finder *f, sqlite3_int64 document, struct lines *lines)
{
	sqlite3_bind_int64(f->sentences, 1, document);
	while (sqlite3_step(f->sentences) == SQLITE_ROW)
		*PUSH(f->arena, lines) =
		    (struct line){ .it = arena_copy(f->arena, column_span(f->sentences, 0)),
				   .en = arena_copy(f->arena, column_span(f->sentences, 1)) };
	sqlite3_reset(f->sentences);
}

static void
find_sentence(struct finder *f, sqlite3_int64 document, struct store_hit *hit)
{
	const struct query *query = f->search->query;
	struct lines lines = { 0 };
	const struct line *best;

	read_lines(f, document, &lines);
	if (lines.n == 0)
		return;
	for (size_t i = 0; i < query->parts.n; i++)
		for (size_t j = 0; j < query->parts.v[i].terms.n; j++)
			mark_term(f, document, &query->parts.v[i].terms.v[j], &lines);
	best = lines.v;
	for (const struct line *l = lines.v; l < lines.v + lines.n; l++)
		if (l->terms > best->terms || (l->terms == best->terms && l->marks > best->marks))
			best = l;
	hit->it = best->it;
	hit->en = best->en;
}

/* ---- */

static void
find_title(struct finder *f, sqlite3_int64 document, struct store_hit *hit)
{
	sqlite3_bind_int64(f->title_en, 1, document);
	if (sqlite3_step(f->title_en) == SQLITE_ROW)
		hit->title_en = arena_copy(f->arena, column_span(f->title_en, 0));
	sqlite3_reset(f->title_en);
}

static void
take_row(struct finder *f, sqlite3_stmt *st, store_hit_fn *take, void *self)
{
	sqlite3_int64 document = sqlite3_column_int64(st, 0);
	struct store_hit hit = { .score = sqlite3_column_double(st, 1),
				 .source = column_span(st, 2),
				 .id = column_span(st, 3),
				 .date = column_span(st, 4),
				 .title = column_span(st, 5) };

	find_title(f, document, &hit);
	find_sentence(f, document, &hit);
	take(self, &hit);
}

static bool
prepare_details(struct finder *f)
{
	f->sentences = prepare(f->store, SPAN("SELECT text, english FROM sentences WHERE"
					      " document = ? AND chosen AND block <> 'title'"
					      " ORDER BY position"));
	f->title_en = prepare(f->store, SPAN("SELECT title FROM english_text WHERE document = ?"));
	f->marks_it =
	    prepare(f->store, SPAN("SELECT highlight(italian, 1, char(1), '') FROM italian"
				   " WHERE rowid = ? AND italian MATCH ?"));
	f->marks_en =
	    prepare(f->store, SPAN("SELECT highlight(english, 1, char(1), '') FROM english"
				   " WHERE rowid = ? AND english MATCH ?"));
	return f->sentences != NULL && f->title_en != NULL && f->marks_it != NULL &&
	       f->marks_en != NULL;
}

static int
find_all(struct finder *f, sqlite3_stmt *st, store_hit_fn *take, void *self)
{
	int rc = SQLITE_ERROR;

	if (st != NULL && prepare_details(f))
		while ((rc = sqlite3_step(st)) == SQLITE_ROW)
			take_row(f, st, take, self);
	return rc == SQLITE_DONE ? 0 : store_fail(f->store);
}

/* All in one transaction: what a batch commits meanwhile is not seen. */
int
store_find(struct store *store, struct arena *arena, const struct store_search *search,
	   store_hit_fn *take, void *self)
{
	struct finder f = { .store = store, .arena = arena, .search = search };
	sqlite3_stmt *st;
	int rc = store_exec(store, "BEGIN");

	if (rc < 0)
		return rc;
	st = prepare_search(&f);
	rc = find_all(&f, st, take, self);
	sqlite3_finalize(st);
	sqlite3_finalize(f.sentences);
	sqlite3_finalize(f.title_en);
	sqlite3_finalize(f.marks_it);
	sqlite3_finalize(f.marks_en);
	store_rollback(store);
	return rc;
}
