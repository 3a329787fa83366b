/* Tables that the steps of training hand on to each other: sources, compiled where they are read.
 */
#ifndef RASSEGNA_TRAINING_TABLE_SOURCE_H
#define RASSEGNA_TRAINING_TABLE_SOURCE_H

#include "lib/table.h"

/* Read and compile the source of a table; it lives in the arena. A file that cannot be read, or is
 * no such source, ends the program with a message. */
void table_source_open(struct table *table, struct arena *arena, const char *path);

#endif
