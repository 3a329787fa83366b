/* A zip in a regular file, by its directory: what is damaged costs its own member and no other.
 * (libarchive's reader, which members.c has for zips that come through a pipe, gives up the rest.)
 * Source: APPNOTE.TXT 6.3.10, sections 4.3 to 4.5. Stored and deflated members, Zip64; not split,
 * not encrypted. */
#ifndef RASSEGNA_ZIP_H
#define RASSEGNA_ZIP_H

#include <stdint.h>

#include "input.h"

struct zip;

struct zip_member {
	struct span name; /* bytes as they stand there */
	int64_t size;     /* unpacked, as the directory says */
};

/* The file stays the caller's. 0, ERR_IO, or ERR_ARCHIVE: no directory is at its end; zip_close
 * takes NULL. */
int zip_open(struct zip **zip, int fd, int64_t size);
void zip_close(struct zip *zip);

/* The next regular file, with its name until the next call: 1, or 0 at the end; ERR_IO, or
 * ERR_ARCHIVE: the directory ends in damage. Ask no more after an error. */
int zip_next(struct zip *zip, struct zip_member *member);

/* Its bytes, for input_from. ERR_IO, or ERR_ARCHIVE: damaged (the checksum too), encrypted, packed
 * otherwise, or members that overlap: such a file unpacks to a thousand times what it should. */
pull_fn zip_pull;

#endif
