/* An external translator as a coprocess: lines go in, as many lines come back.
 *
 * It may answer line by line, in blocks, or when its input ends: whatever it has to say is read
 * while it is written to, so neither side waits for the other. */
#ifndef RASSEGNA_VIA_H
#define RASSEGNA_VIA_H

#include <sys/types.h>

#include "span.h"

struct via {
	pid_t pid;
	int to, from; /* pipes; -1 when closed */
	char *buf;    /* what came back: buf[off .. n) has not been taken */
	size_t off, n, cap;
};

/* All: 0 or more, or ERR_IO. Start "sh -c command". SIGPIPE must be ignored: a translator that
 * dies early is found by its status. */
int via_open(struct via *via, const char *command);
int via_write(struct via *via, struct span line); /* the LF is added */
/* The next line that came back, if it has come: 1, else 0. Good until the next via_ call. */
int via_line(struct via *via, struct span *line);
/* Close its input and read what still comes. */
int via_end(struct via *via);
/* Its wait(2) status; frees everything. */
int via_close(struct via *via);

#endif
