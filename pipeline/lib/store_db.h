/* What the files of the store share: the open database and its statements. Nobody else includes
 * this. */
#ifndef RASSEGNA_STORE_DB_H
#define RASSEGNA_STORE_DB_H

#include <sqlite3.h>

#include "store.h"

/* Statements that run once per item, document or sentence; prepared when first used. */
enum statement {
	ST_STATE,
	ST_ITEM,
	ST_RUN,
	ST_DOCUMENT,
	ST_SENTENCE,
	ST_TERM,
	ST_STEMS,
	ST_DOCUMENTS_OF,
	ST_TEXTS_OF,
	ST_DROP_ITEM,
	ST_DROP_DOCUMENT,
	ST_DROP_SENTENCES,
	ST_DROP_TERMS,
	ST_DROP_STEMS,
	ST_INDEX_ITALIAN, /* each before its English */
	ST_INDEX_ENGLISH,
	ST_UNINDEX_ITALIAN,
	ST_UNINDEX_ENGLISH,
	NSTATEMENTS
};
extern const char *const store_sql[NSTATEMENTS];

extern const char store_schema[];
enum {
	STORE_APPLICATION =
	    0x52617373,   /* "Rass": file(1) and others tell it from other databases */
	STORE_VERSION = 1 /* of the schema */
};

struct texts {
	struct span title, summary;
};

/* A document that the indexes do not have yet (was is empty), or have as it was. */
struct pending {
	sqlite3_int64 document;
	size_t order; /* in which it came */
	bool indexed; /* before this transaction: with the texts here */
	struct texts stems, english;
};

struct store {
	sqlite3 *db;
	sqlite3_stmt *statement[NSTATEMENTS];
	const struct stems *stems;
	bool reader;
	struct arena arena; /* of the transaction: what is pending */
	VEC(struct pending) pending;
	char error[512];
};

int store_fail(struct store *store);                         /* keep SQLite's words, roll back */
int store_fail_with(struct store *store, const char *words); /* the same with words of ours */
int store_exec(struct store *store, const char *sql);

/* A statement with its parameters bound: i an sqlite3_int64, u the same or NULL below zero, d a
 * double or NULL for NAN, t a text, n a text or NULL where it is empty. NULL after an error. The
 * texts must stay until it has been run. */
sqlite3_stmt *store_bind(struct store *store, enum statement which, const char *types, ...);
int store_run(struct store *store, enum statement which, const char *types, ...); /* to its end */
struct span column_span(sqlite3_stmt *statement, int column); /* good until the next step */

/* How a database is opened: by a URI, which the caller frees; as immutable if it is frozen. */
char *store_uri(const char *path, const char *query);
bool store_is_frozen(const char *path);

sqlite3_int64 item_key(struct span name);
sqlite3_int64 document_key(struct span name, size_t number);

/* Note that a document's index entries change; done, by key, in store_commit. */
int store_unindex(struct store *store, sqlite3_int64 document); /* before its rows are dropped */
void store_index(struct store *store, sqlite3_int64 document);
int store_index_pending(struct store *store);

#endif
