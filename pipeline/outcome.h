/* What becomes of the items of a run: result files, rows of the database, the list of failures.
 *
 * Files first, then the rows that say so: a transaction is committed only after what it speaks of
 * is on disk. So whatever ends the run, the next one finds done what is done. What cannot be
 * written any more (a full disk) ends the program with EX_TROUBLE; it loses only work. */
#ifndef RASSEGNA_OUTCOME_H
#define RASSEGNA_OUTCOME_H

#include "lib/conllu.h"
#include "lib/store.h"
#include "progress.h"
#include "results.h"

struct failure {
	struct span name, stage, error;
};

struct outcome {
	const char *out, *db; /* db NULL: OUT/rassegna.db */
	bool no_db, no_files;
	struct span options, models; /* what the results depend on */
	struct results results;
	struct store *store;
	struct stems stems;
	struct table abbreviations; /* of stems */
	struct progress *progress;
	bool begun;
	double begun_at, commit_cost; /* seconds */
	size_t uncommitted;           /* items */
	struct arena kept;            /* of failures, when there is no database */
	VEC(struct failure) failures;
};

/* An item that is through. */
struct item_outcome {
	struct span name, hash;
	struct span key;          /* the name as "# meta::source" has it */
	struct span stage, error; /* of a failure; error empty: none */
	double seconds;
	struct document *documents; /* [n]; they are changed */
	size_t n;
};

void outcome_open(struct outcome *o); /* or die */
enum store_state outcome_state(struct outcome *o, struct span name, struct span hash);
void outcome_put(struct outcome *o, struct arena *arena, struct item_outcome *item);
void outcome_tick(struct outcome *o);  /* commit from time to time */
void outcome_close(struct outcome *o); /* commit, and write OUT/failed.jsonl */

#endif
