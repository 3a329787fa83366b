/* A tar stream as it is written: for each member a head, its bytes, and zeros up to a whole block.
 * POSIX.1-2001 (pax): a name that a plain head cannot hold, or that is no ASCII, stands in an
 * extended header of its own, in UTF-8. All members are plain files of mode 644, dated 1970. */
#ifndef RASSEGNA_TAR_H
#define RASSEGNA_TAR_H

#include "arena.h"

enum { TAR_BLOCK = 512, TAR_END = 2 * TAR_BLOCK }; /* so many zeros end the stream */

extern const char tar_zeros[TAR_END];

/* A name does not end with a slash: that would be a folder. A size is below 8 GiB. */
struct span tar_head(struct arena *arena, struct span name, size_t size);
size_t tar_padding(size_t size);

#endif
