/* The files in a tar or zip archive, one after the other: by libarchive, or of a zip in a regular
 * file by its directory (zip.h). */
#ifndef RASSEGNA_MEMBERS_H
#define RASSEGNA_MEMBERS_H

#include <stdint.h>

#include "format.h"
#include "input.h"

struct members;

struct member {
	struct span name; /* bytes as they stand there; empty if it cannot be read */
	int64_t size;     /* -1 if it is not known yet */
};

/* An archive (FORMAT_TAR or FORMAT_ZIP) in an input of which nothing was taken yet. in must live as
 * long.
 * 0, ERR_IO (no memory) or ERR_ARCHIVE; members_close takes NULL. */
int members_open(struct members **members, struct input *in, enum format format);
void members_close(struct members *members);

/* The next regular file: 1, or 0 at the end. ERR_ARCHIVE, or an error of the input: something is
 * damaged here; go on. The name is good until the next call. */
int members_next(struct members *members, struct member *member);

/* Bytes of the member at hand, for input_from: ERR_ARCHIVE, or an error of the archive's input. */
pull_fn members_pull;

#endif
