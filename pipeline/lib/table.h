/* A model: rows of text found by their key (the first of their TAB-separated fields).
 *
 * The source is a text that less(1) shows: first line "# rassegna-table 1", comments that tell
 * licence and origin, then rows; rows with one key stand together. Compiled, it is that text
 * with a hash index behind it, mapped into memory and shared by all who use it:
 *
 *   magic "RSGTABLE", version, slots, text size, CRC-32   32 bytes, in the machine's byte order
 *   the text, filled up to 8 bytes with LF
 *   uint32_t slot[slots]: 1 + offset of the first row of a key, 0 where free; slots = 2^k,
 *   open addressing, FNV-1a of the key */
#ifndef RASSEGNA_TABLE_H
#define RASSEGNA_TABLE_H

#include <stdint.h>

#include "arena.h"

struct table {
	struct span text;
	const uint32_t *slot;
	uint32_t slots;
	struct span mapping; /* empty if the bytes are the caller's */
};

/* 0, ERR_IO or ERR_MODEL (magic, version, sizes or checksum are wrong). Of a model larger than
 * TABLE_SUMMED only magic, version and sizes are looked at when it is opened: to sum it would take
 * longer than to translate a sentence. Damage then gives wrong rows, never a crash; table_check
 * (rassegna-model --show) finds it. Close takes all-zero. */
enum { TABLE_SUMMED = 8 << 20 }; /* bytes */
int table_open(struct table *table, const char *path);
int table_use(struct table *table, struct span compiled); /* aligned to 8, outlives the table */
int table_check(const struct table *table); /* 0, or ERR_MODEL: the checksum is wrong */
void table_close(struct table *table);

/* The fields of the first row with this key, the key itself cut off; "" where it stands alone.
 * table_again: the next row of the same key. */
bool table_find(const struct table *table, struct span key, struct span *fields);
bool table_again(const struct table *table, struct span key, struct span *fields);
bool table_has(const struct table *table, struct span key);

/* All rows in order: start with *line = (struct span){ 0 }. Comments are passed over. */
bool table_next(const struct table *table, struct span *line);

/* Compile a source. ERR_HEADER: no first line as above; ERR_ROW, ERR_UTF8, ERR_SIZE: at *bad_line.
 */
int table_compile(struct arena *arena, struct span source, struct span *out, size_t *bad_line);

#endif
