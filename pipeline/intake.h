/* The input of a run, item by item: files, folders and lists, cut as extract cuts them; of them
 * those of a shard, and none of the run's own results. */
#ifndef RASSEGNA_INTAKE_H
#define RASSEGNA_INTAKE_H

#include "lib/container.h"
#include "progress.h"

struct intake {
	/* to be set */
	const char *list;          /* --files-from, or NULL */
	enum format format;        /* of containers, or what is in them; UNKNOWN: by content */
	size_t max_bytes;          /* of an item */
	uint64_t shard, shards;    /* the I-th of N, from 1; 0: all */
	const char *out, *db;      /* what is in them is no input; db NULL: it is in out */
	struct progress *progress; /* told of bytes passed, and of all there are */
	void *self;
	void (*item)(void *self, struct arena *arena, const struct item *item);
	/* An item that cannot be had. */
	void (*failed)(void *self, struct arena *arena, struct span name, struct span error);
	bool (*turned)(void *self); /* after each item: shall it go on? */

	/* its own */
	char *out_real, *db_real;    /* without links; NULL if there is no such thing */
	char *folder, *real;         /* of the file looked at last; without links */
	bool in_out;                 /* and whether it is in OUT */
	int total;                   /* where the size of the input comes from; -1: no more */
	uint64_t in_file, file_size; /* bytes of items of the file at hand; its size */
};

/* argv ends with NULL. Names of items are as members of a stream have them (item_inside). Dies if
 * the list cannot be read. */
void intake_run(struct intake *in, char *const argv[]);
void intake_tick(struct intake *in); /* bring progress up to date */

#endif
