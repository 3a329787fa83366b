#include "store_db.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xxhash.h>

#include "status.h"

/* ---- errors */

static void
forget_pending(struct store *s)
{
	arena_reset(&s->arena);
	s->pending.v = NULL;
	s->pending.n = s->pending.cap = 0;
}

/* Some errors have rolled back already (a full disk), others leave the transaction open. */
static void
roll_back(struct store *s)
{
	for (int i = 0; i < NSTATEMENTS; i++)
		sqlite3_reset(s->statement[i]);
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	forget_pending(s);
}

int
store_fail_with(struct store *s, const char *words)
{
	snprintf(s->error, sizeof(s->error), "%s", words);
	roll_back(s);
	return ERR_STORE;
}

int
store_fail(struct store *s)
{
	return store_fail_with(s, sqlite3_errmsg(s->db));
}

const char *
store_error(const struct store *s)
{
	return s == NULL ? "out of memory" : s->error[0] != '\0' ? s->error : "no error";
}

int
store_rollback(struct store *s)
{
	roll_back(s);
	return 0;
}

/* ---- statements */

int
store_exec(struct store *s, const char *sql)
{
	return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : store_fail(s);
}

static int
bind_text(sqlite3_stmt *st, int i, struct span a)
{
	return sqlite3_bind_text64(st, i, a.n > 0 ? a.s : "", a.n, SQLITE_STATIC, SQLITE_UTF8);
}

static int
bind_value(sqlite3_stmt *st, int i, char type, va_list *args)
{
	sqlite3_int64 number;
	struct span text;

	switch (type) {
	case 'i':
		return sqlite3_bind_int64(st, i, va_arg(*args, sqlite3_int64));
	case 'u':
		number = va_arg(*args, sqlite3_int64);
		return number >= 0 ? sqlite3_bind_int64(st, i, number) : sqlite3_bind_null(st, i);
	case 'd':
		return sqlite3_bind_double(st, i, va_arg(*args, double));
	case 't':
		return bind_text(st, i, va_arg(*args, struct span));
	case 'n':
		text = va_arg(*args, struct span);
		return text.n > 0 ? bind_text(st, i, text) : sqlite3_bind_null(st, i);
	}
	return SQLITE_MISUSE;
}

static sqlite3_stmt *
bind_values(struct store *s, enum statement which, const char *types, va_list *args)
{
	sqlite3_stmt **st = &s->statement[which];

	if (*st == NULL && sqlite3_prepare_v3(s->db, store_sql[which], -1,
					      SQLITE_PREPARE_PERSISTENT, st, NULL) != SQLITE_OK)
		return store_fail(s), NULL;
	for (int i = 1; *types != '\0'; i++, types++)
		if (bind_value(*st, i, *types, args) != SQLITE_OK)
			return store_fail(s), NULL;
	return *st;
}

sqlite3_stmt *
store_bind(struct store *s, enum statement which, const char *types, ...)
{
	sqlite3_stmt *st;
	va_list args;

	va_start(args, types);
	st = bind_values(s, which, types, &args);
	va_end(args);
	return st;
}

int
store_run(struct store *s, enum statement which, const char *types, ...)
{
	sqlite3_stmt *st;
	va_list args;

	va_start(args, types);
	st = bind_values(s, which, types, &args);
	va_end(args);
	if (st == NULL)
		return ERR_STORE;
	if (sqlite3_step(st) != SQLITE_DONE)
		return store_fail(s);
	sqlite3_reset(st);
	return 0;
}

struct span
column_span(sqlite3_stmt *st, int column)
{
	const char *s = (const char *)sqlite3_column_text(st, column);

	return s != NULL ? (struct span){ s, (size_t)sqlite3_column_bytes(st, column) } : SPAN("");
}

/* ---- keys: 63 bits, as SQLite counts rows by signed numbers */

sqlite3_int64
item_key(struct span name)
{
	return document_key(name, 0);
}

sqlite3_int64
document_key(struct span name, size_t number)
{
	return (sqlite3_int64)(XXH3_64bits_withSeed(name.s, name.n, number) >> 1);
}

/* ---- open and close */

static sqlite3_int64
pragma(struct store *s, const char *sql)
{
	sqlite3_int64 value = -1;
	sqlite3_stmt *st;

	if (sqlite3_prepare_v2(s->db, sql, -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		value = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return value;
}

static int
check_version(struct store *s)
{
	sqlite3_int64 application = pragma(s, "PRAGMA application_id");

	if (application < 0)
		return store_fail(s);
	if (application != STORE_APPLICATION)
		return store_fail_with(s, "a database, but not one of rassegna");
	if (pragma(s, "PRAGMA user_version") != STORE_VERSION)
		return store_fail_with(s, "a database of another version of rassegna");
	return 0;
}

static bool
is_new(struct store *s)
{
	return pragma(s, "PRAGMA application_id") == 0 &&
	       pragma(s, "SELECT count(*) FROM sqlite_schema") == 0;
}

static int
create(struct store *s)
{
	char marks[96];
	int rc;

	snprintf(marks, sizeof(marks), "PRAGMA application_id = %d; PRAGMA user_version = %d",
		 STORE_APPLICATION, STORE_VERSION);
	if ((rc = store_exec(s, "BEGIN IMMEDIATE")) < 0)
		return rc;
	if (is_new(s) &&
	    ((rc = store_exec(s, store_schema)) < 0 || (rc = store_exec(s, marks)) < 0))
		return rc;
	return store_exec(s, "COMMIT");
}

/* A name as a URI has it, for what SQLite knows no flag for. */
char *
store_uri(const char *path, const char *query)
{
	static const char hex[] = "0123456789ABCDEF";
	char *uri = malloc(3 * strlen(path) + strlen(query) + sizeof("file:?")), *to;

	if (uri == NULL)
		return NULL;
	for (to = stpcpy(uri, "file:"); *path != '\0'; path++)
		if (strchr("%?#", *path) == NULL) {
			*to++ = *path;
		} else {
			*to++ = '%';
			*to++ = hex[*path >> 4];
			*to++ = hex[*path & 15];
		}
	*to++ = '?';
	strcpy(to, query);
	return uri;
}

static bool
has_log(const char *path)
{
	char name[PATH_MAX];

	return snprintf(name, sizeof(name), "%s-wal", path) >= (int)sizeof(name) ||
	       access(name, F_OK) == 0;
}

/* WAL wants to make files beside the database even to read it. Where it cannot, and nobody is
 * writing (there is no log), the database can be read as what it is: a file that does not change.
 */
bool
store_is_frozen(const char *path)
{
	char dir[PATH_MAX];
	const char *slash = strrchr(path, '/');
	int n = slash != NULL ? (int)(slash - path) + 1 : 0;

	if (has_log(path) || snprintf(dir, sizeof(dir), "%.*s.", n, path) >= (int)sizeof(dir))
		return false;
	return access(path, W_OK) < 0 || access(dir, W_OK) < 0;
}

static int
open_db(struct store **store, const char *path, const char *query)
{
	struct store *s = *store = calloc(1, sizeof(*s));
	char *uri = store_uri(path, query);
	int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
	int rc = SQLITE_NOMEM;

	flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE; /* mode= allows no more than these */
	if (s != NULL && uri != NULL)
		rc = sqlite3_open_v2(uri, &s->db, flags, NULL);
	free(uri);
	if (rc != SQLITE_OK)
		return s != NULL ? store_fail(s) : ERR_STORE;
	sqlite3_busy_timeout(s->db, 10000); /* milliseconds */
	return 0;
}

/* In a cache of 32 MB fits what a thousand articles change; with half of it they were written out
 * in mid-transaction and read again, half as much once more. The log is written back at every 32
 * MB, and cut to that again after a reader has held it up. */
static const char settings[] = "PRAGMA journal_mode = WAL;"
			       "PRAGMA synchronous = NORMAL;"
			       "PRAGMA cache_size = -32768;"
			       "PRAGMA wal_autocheckpoint = 8192;"
			       "PRAGMA journal_size_limit = 33554432;"
			       "PRAGMA temp_store = MEMORY;";

int
store_open(struct store **store, const char *path, const struct stems *stems, void (*oom)(void))
{
	int rc = open_db(store, path, "mode=rwc");

	if (rc < 0)
		return rc;
	(*store)->stems = stems;
	(*store)->arena.oom = oom;
	if (pragma(*store, "PRAGMA application_id") != STORE_APPLICATION &&
	    (rc = create(*store)) < 0)
		return rc;
	if ((rc = check_version(*store)) < 0)
		return rc;
	return store_exec(*store, settings);
}

/* Not mode=ro: who may only read leaves the log behind when the last connection is closed. */
int
store_open_reader(struct store **store, const char *path)
{
	int rc = open_db(store, path, store_is_frozen(path) ? "mode=ro&immutable=1" : "mode=rw");

	if (rc < 0)
		return rc;
	(*store)->reader = true;
	if ((rc = check_version(*store)) < 0)
		return rc;
	return store_exec(*store, "PRAGMA query_only = 1");
}

/* What stands in runs for no item any more: its items were done again in another way. There is
 * mostly one row, and then nothing to look for. */
static void
drop_idle_runs(struct store *s)
{
	if (!s->reader && pragma(s, "SELECT count(*) FROM runs") > 1)
		sqlite3_exec(s->db, "DELETE FROM runs WHERE id NOT IN (SELECT run FROM items)",
			     NULL, NULL, NULL);
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	if (s->db != NULL) {
		roll_back(s);
		drop_idle_runs(s);
	}
	for (int i = 0; i < NSTATEMENTS; i++)
		sqlite3_finalize(s->statement[i]);
	sqlite3_close(s->db);
	arena_free(&s->arena);
	free(s);
}
