/* The files that a command line names: operands, and the lines of a list (--files-from).
 *
 * A folder stands for the files in it and in its folders, in the order of the bytes of their paths,
 * as find(1) and sort(1) give them; hidden ones too. As with grep -r, find and tar, symbolic links
 * in a folder are not followed (so there are no loops), nor are devices and pipes read; an operand
 * may be a link or a pipe. "-" is standard input, and what is read if nothing is named.
 * A list is lines, or, if there is a NUL in it, what find -print0 writes; empty lines are passed
 * over, and its folders are walked. It may be gzip. */
#ifndef RASSEGNA_OPERANDS_H
#define RASSEGNA_OPERANDS_H

#include "input.h"

struct folder;

struct operands {
	char *const *argv; /* the next one; NULL at the end */
	struct input in;   /* of the list */
	struct span list;  /* what is left of it; s is NULL without one */
	char separator;
	struct folder *folder; /* the innermost that is being walked */
	char *path;            /* the last one given */
	void (*oom)(void);
};

/* argv ends with NULL; list is a path, "-", or NULL. 0, or the list cannot be read: ERR_IO,
 * ERR_GZIP. operands_close is due in either case. oom is called when there is no memory; must not
 * return. */
int operands_open(struct operands *operands, char *const argv[], const char *list,
		  void (*oom)(void));
void operands_close(struct operands *operands);

/* The next file: 1, or 0 at the end, or ERR_IO: a folder that cannot be read (see errno); go on.
 * The path is good until the next call. A file that does not exist is given all the same. */
int operands_next(struct operands *operands, const char **path);

#endif
