#include "store_merge.h"

#include <stdlib.h>

#include "status.h"
#include "store_db.h"

/* The other database is attached as shard. taken: its items that are new here or better; drawn:
 * their documents. A row value is compared field by field, as bytes. */
static const char choose[] =
    "CREATE TEMP TABLE taken (id INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE drawn (id INTEGER PRIMARY KEY);"
    "INSERT INTO taken SELECT s.id FROM shard.items s JOIN shard.runs r ON r.id = s.run"
    " LEFT JOIN main.items m ON m.id = s.id LEFT JOIN main.runs q ON q.id = m.run"
    " WHERE m.id IS NULL OR m.name <> s.name"
    " OR (s.status = 'done', r.version, s.hash, r.options, r.models,"
    "     ifnull(s.stage, ''), ifnull(s.error, ''), -s.seconds)"
    "  > (m.status = 'done', q.version, m.hash, q.options, q.models,"
    "     ifnull(m.stage, ''), ifnull(m.error, ''), -m.seconds);"
    "INSERT INTO drawn SELECT id FROM shard.documents WHERE item IN taken;";

/* Those that are replaced; two names of one key, should there ever be, are not: copy fails. */
static const char replaced[] =
    "SELECT m.name FROM taken t JOIN main.items m ON m.id = t.id"
    " JOIN shard.items s ON s.id = t.id WHERE s.name = m.name ORDER BY t.id";

/* In the order of keys, which both the tables and FTS5 like best. */
static const char copy[] =
    "INSERT OR IGNORE INTO main.runs SELECT * FROM shard.runs"
    " WHERE id IN (SELECT run FROM shard.items WHERE id IN taken);"
    "INSERT INTO main.items SELECT * FROM shard.items WHERE id IN taken ORDER BY id;"
    "INSERT INTO main.documents SELECT * FROM shard.documents WHERE id IN drawn ORDER BY id;"
    "INSERT INTO main.sentences SELECT * FROM shard.sentences WHERE document IN drawn"
    " ORDER BY document, position;"
    "INSERT INTO main.terms SELECT * FROM shard.terms WHERE document IN drawn"
    " ORDER BY document, position;"
    "INSERT INTO main.stems SELECT * FROM shard.stems WHERE document IN drawn ORDER BY document;"
    "INSERT INTO italian (rowid, title, summary) SELECT document, title, summary"
    " FROM main.stems WHERE document IN drawn ORDER BY document;"
    "INSERT INTO english (rowid, title, summary) SELECT document, title, summary"
    " FROM main.english_text WHERE document IN drawn ORDER BY document;"
    "DROP TABLE taken; DROP TABLE drawn;";

static int
forget_replaced(struct store *s)
{
	sqlite3_stmt *st;
	int rc = 0, step;

	if (sqlite3_prepare_v2(s->db, replaced, -1, &st, NULL) != SQLITE_OK)
		return store_fail(s);
	while (rc == 0 && (step = sqlite3_step(st)) == SQLITE_ROW)
		rc = store_forget(s, arena_copy(&s->arena, column_span(st, 0)));
	if (rc == 0 && step != SQLITE_DONE)
		rc = store_fail(s);
	sqlite3_finalize(st);
	return rc;
}

static int
join(struct store *s)
{
	int rc;

	if ((rc = store_begin(s)) < 0 || (rc = store_exec(s, choose)) < 0 ||
	    (rc = forget_replaced(s)) < 0 || (rc = store_index_pending(s)) < 0 ||
	    (rc = store_exec(s, copy)) < 0)
		return rc;
	return store_commit(s);
}

static int
attach(struct store *s, const char *path)
{
	char *uri = store_uri(path, store_is_frozen(path) ? "mode=ro&immutable=1" : "mode=rw");
	char *sql = uri != NULL ? sqlite3_mprintf("ATTACH %Q AS shard", uri) : NULL;
	int rc = sql != NULL ? store_exec(s, sql) : store_fail_with(s, "out of memory");

	sqlite3_free(sql);
	free(uri);
	return rc;
}

/* That it is one of ours is looked at before. */
static int
check(struct store *s, const char *path)
{
	struct store *shard;
	int rc = store_open_reader(&shard, path);

	if (rc < 0)
		store_fail_with(s, store_error(shard));
	store_close(shard);
	return rc;
}

int
store_merge(struct store *s, const char *path)
{
	int rc;

	if ((rc = check(s, path)) < 0 || (rc = attach(s, path)) < 0)
		return rc;
	if ((rc = join(s)) == 0)
		return store_exec(s, "DETACH shard");
	sqlite3_exec(s->db, "DETACH shard", NULL, NULL,
		     NULL); /* the first error is the one to tell */
	return rc;
}

int
store_optimize(struct store *s)
{
	return store_exec(s, "INSERT INTO italian (italian) VALUES ('optimize');"
			     "INSERT INTO english (english) VALUES ('optimize');");
}
