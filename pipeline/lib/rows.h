/* Rows of TAB-separated columns as translators' tools write them: UTF-8 with or without a
 * byte-order mark, or UTF-16 with one; LF or CRLF. Lines that begin with # are comments, blank
 * ones are passed over. */
#ifndef RASSEGNA_ROWS_H
#define RASSEGNA_ROWS_H

#include "arena.h"

enum { ROWS_COLUMNS = 3 }; /* what stands behind the third is not read */

struct rows {
	struct arena *arena;
	struct span rest;
	size_t line; /* of the row last given, from 1 */
};

/* 0, or ERR_NUL, ERR_SIZE, ERR_ICU of UTF-16. */
int rows_open(struct rows *rows, struct arena *arena, struct span bytes);

/* The next row, its columns squeezed and in the arena; those that it does not have are empty. 1, 0
 * at the end, or of the line rows->line ERR_UTF8, ERR_NUL, ERR_PAIR (no TAB, or nothing before it).
 */
int rows_next(struct rows *rows, struct span column[ROWS_COLUMNS]);

#endif
