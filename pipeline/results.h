/* The files of a run: one for each document and format, in a tree that mirrors the input.
 *
 * OUT/SOURCE.ENDING; a record SOURCE#3 is SOURCE/3.ENDING. The source keeps its own ending, so that
 * a.html and a.txt of one folder do not meet, whatever else there is. A part of the path that is
 * too long for a file system is cut and gets the hash of the whole.
 *
 * A file is written as OUT/.rassegna.tmp, one at a time, then renamed: a run that was killed leaves
 * at most that one, and the next run writes over it. */
#ifndef RASSEGNA_RESULTS_H
#define RASSEGNA_RESULTS_H

#include "lib/report.h"

enum { RESULTS_FORMATS = 16 };

struct results {
	int dir; /* OUT */
	enum lang lang;
	const struct result_format *formats[RESULTS_FORMATS];
	size_t n;
	bool unsynced; /* something was written since results_sync */
};

/* Make OUT if it is not there and take it for this process alone. 0 or ERR_IO; EWOULDBLOCK: another
 * process has it. */
int results_open(struct results *r, const char *out);
void results_close(struct results *r);
void results_add_format(struct results *r, const char *name); /* one that cli_format knows */
struct span results_formats(const struct results *r, struct arena *arena); /* "text,json" */

/* The document as select leaves it without --all. 0 or ERR_IO. */
int results_write(struct results *r, struct arena *arena, struct span source, struct document *doc);
void results_remove(struct results *r, struct arena *arena, struct span source);
/* A file of the run itself in OUT. 0 or ERR_IO. */
int results_put(struct results *r, const char *name, struct span bytes);
int results_sync(struct results *r); /* all that was written is on disk: 0 or ERR_IO */

/* Does this errno say that a name cannot be written? Else nothing more can. */
bool results_name_is_bad(int error);

/* Where a document goes, without the format's ending; for tests. */
struct span results_path(struct arena *arena, struct span source, struct span ending);

#endif
