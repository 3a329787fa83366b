/* The database of a run: what was done, what failed and why, every sentence and term, and two
 * full-text indexes. SQLite in WAL mode, so that it can be searched while it is written; the tables
 * are in store_schema.c and rassegna-batch(1).
 *
 * The unit of work is an ITEM (a file, a member, a record; see item.h). It gives any number of
 * DOCUMENTS. All keys are XXH3 of names, so the content does not depend on the order in which items
 * come, and databases of shards are joined without renumbering (store_merge.h).
 *
 * An item's rows are written so, all of it between one store_begin and one store_commit if a reader
 * or a crash shall never see half an item:
 *	store_forget(s, name);
 *	for each document: store_document(s, arena, name, number, doc);
 *	store_item(s, &item);
 * When an item has failed, store_forget and store_item.
 *
 * The functions return 0 or more, or ERR_STORE: what SQLite said is in store_error. After an error
 * the transaction has been rolled back (a full disk too); store_begin may then be tried again.
 *
 * Synchronous is NORMAL: a commit may be lost with the power, but nothing before it and never half
 * of it, and an item whose row was lost is simply done again. What the caller must have on disk
 * before the row (result files) it must sync before store_commit. */
#ifndef RASSEGNA_STORE_H
#define RASSEGNA_STORE_H

#include "conllu.h"
#include "stems.h"

struct store;

enum store_state { STORE_NEW, STORE_DONE, STORE_FAILED };

struct store_item {
	struct span name;
	struct span hash;                     /* of its bytes, hex */
	struct span options, models, version; /* that made it: any text, the same for equal runs */
	enum store_state state;               /* STORE_DONE or STORE_FAILED */
	struct span stage, error;             /* of a failure */
	double seconds;                       /* the one value that two equal runs may differ in */
};

/* Open for writing; made if it is not there. stems is borrowed; store_document alone needs it.
 * *store is given even on failure, for store_error, and must be closed; NULL only for no memory. */
int store_open(struct store **store, const char *path, const struct stems *stems,
	       void (*oom)(void)); /* oom: of its arena, must not return */
/* Open to read, also while another process writes, and where nothing can be written. */
int store_open_reader(struct store **store, const char *path);
void store_close(struct store *store); /* takes NULL; a transaction not committed is lost */

int store_begin(struct store *store);
int store_commit(struct store *store);
int store_rollback(struct store *store); /* nothing if there is none */

/* What is known of an item with this hash, these options and these models: enum store_state. */
int store_state(struct store *store, struct span name, struct span hash, struct span options,
		struct span models);

/* The next three only inside a transaction. */
int store_forget(struct store *store, struct span name); /* the item and all its documents */
/* A document as translate writes it (select --all: sentences with "# chosen = no" are stored, but
 * not found by a search). number: its place among the documents of the item, from 1. */
int store_document(struct store *store, struct arena *arena, struct span name, size_t number,
		   const struct document *doc);
int store_item(struct store *store, const struct store_item *item);

/* The items that failed, in the order of their names. The spans are good until take returns. */
typedef void store_item_fn(void *self, const struct store_item *item);
int store_failures(struct store *store, store_item_fn *take, void *self);

const char *store_error(const struct store *store); /* of the last ERR_STORE; never NULL */

#endif
