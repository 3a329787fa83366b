/* A file mapped into memory, read-only and shared by all who map it. */
#ifndef RASSEGNA_MAPPING_H
#define RASSEGNA_MAPPING_H

#include "span.h"

enum mapping_pages {
	MAPPING_AS_NEEDED,
	MAPPING_AT_ONCE, /* where reads are scattered, one fault for each page would cost more */
};

/* The bytes of a file: 0, ERR_IO, or ERR_MODEL if it has fewer than least, which is above 0. */
int mapping_open(struct span *bytes, const char *path, size_t least, enum mapping_pages pages);
void mapping_close(struct span *bytes); /* takes all-zero */

#endif
