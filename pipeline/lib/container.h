/* What is in a file, item by item: gzip (several members too) is unpacked, tar and zip are opened
 * (also once inside another archive: a.zip/b.tar.gz/c.html), WARC and JSON Lines are cut into
 * records; anything else is one item. By content, never by the name: see format.h.
 *
 * JSON Lines are what begins with an object that its first line ends. A file called .json that
 * has no second line is one item all the same. Blank lines are passed over, and counted.
 * Of a WARC file, records that hold no article are passed over (see warc_is_page in warc.h); their
 * numbers count on. Folders, links and devices in archives are passed over. An item called NAME#N
 * is not cut again. What comes through a pipe is given as soon as it has come: a line, a member, a
 * record.
 *
 * Nothing is ever written to a file, whatever an archive says. Memory: an item, at most max_bytes
 * and some. */
#ifndef RASSEGNA_CONTAINER_H
#define RASSEGNA_CONTAINER_H

#include "format.h"
#include "item.h"

struct container {
	/* To be set after container_open, if one wants: JSONL, WARC, TAR or ZIP say what the file
	 * is (gzip is unpacked before); TEXT to JSON say what its items are, so that lines are not
	 * cut unless it is JSON or NINJS. */
	enum format format;
	size_t skipped;          /* records of WARC passed over so far */
	struct container_in *in; /* its own */
};

/* "-" is standard input. 0 or ERR_IO; container_close is due in either case. The path must live
 * as long. max_bytes: of one item. */
int container_open(struct container *container, const char *path, size_t max_bytes);
void container_close(struct container *container);

/* The next item: 1, or 0 at the end. Below zero, this item cannot be had and item->name says which
 * it is: ERR_SIZE (more than max_bytes), ERR_NESTED (an archive in an archive in an archive),
 * ERR_GZIP, ERR_ARCHIVE, ERR_WARC, ERR_IO. Then go on: 0 comes if nothing behind it can be read.
 * The name stands in the arena; the bytes are good until the next call only. */
int container_next(struct container *container, struct arena *arena, struct item *item);

#endif
