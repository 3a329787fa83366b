/* Databases of shards joined into one: the same rows as a run over all their input writes. */
#ifndef RASSEGNA_STORE_MERGE_H
#define RASSEGNA_STORE_MERGE_H

#include "store.h"

/* Take all items of the database at path that the store does not have, or has worse: done is better
 * than failed; of equals the one that comes later by version, hash, options, models, stage and
 * error as bytes, then the one that took less time. So the result is the same in whatever order
 * databases are merged, and however often. In one transaction; the store was opened for writing.
 * 0 or ERR_STORE. */
int store_merge(struct store *store, const char *path);

/* Put the indexes into as few pieces as possible: for a database that is not written any more. */
int store_optimize(struct store *store);

#endif
