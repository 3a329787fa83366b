/* What a long run says on standard error while it works: how far it is, what failed, what the
 * stages had to say. For people (a line that is written over on a terminal, else one a minute), or
 * as JSON Lines. */
#ifndef RASSEGNA_PROGRESS_H
#define RASSEGNA_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

#include "lib/span.h"

enum progress_when { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress {
	enum progress_when when;
	bool json;
	bool live; /* one line, written over */
	bool shown;
	size_t done, failed, skipped; /* items */
	size_t documents;
	uint64_t bytes; /* of items that were worked on */
	/* Of the input: bytes of all files, 0 if not known (yet); of those behind us. */
	uint64_t total, passed;
	double start, last;
	double pace, passed_then, then; /* bytes passed a second, of late */
};

void progress_start(struct progress *p);
void progress_tick(struct progress *p); /* as often as one likes */
void progress_failed(struct progress *p, struct span source, const char *stage, struct span error);
void progress_said(struct progress *p, const char *stage, struct span line);
void progress_clear(struct progress *p); /* before something else is written on stderr */
void progress_end(struct progress *p, const char *how); /* "finished" or "interrupted" */

#endif
