/* Bytes of a file to UTF-8 in normal form C. */
#ifndef RASSEGNA_DECODE_H
#define RASSEGNA_DECODE_H

#include "arena.h"

/* By byte-order mark (UTF-8, -16, -32), else as UTF-8 if it is valid, else as Windows-1252.
 * 0, ERR_NUL (not a text), ERR_SIZE or ERR_ICU. */
int decode(struct arena *arena, struct span bytes, struct span *text);

#endif
