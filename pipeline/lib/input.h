/* A file, standard input, or what a function gives, gunzipped on the way (also several members), by
 * lines, by bytes, or whole.
 * Reads with read(2), so that a line that has come can be used before the next one comes. */
#ifndef RASSEGNA_INPUT_H
#define RASSEGNA_INPUT_H

#include <sys/types.h>

#include "span.h"

enum { INPUT_MAX = 64 << 20 }; /* bytes of one line, or of one document read whole */

/* Up to n bytes to p: how many, 0 at the end, or an enum status below zero. */
typedef ssize_t pull_fn(void *self, void *p, size_t n);

struct input {
	const char *name; /* for messages: the path, or <stdin> */
	size_t line;      /* of the line last given, from 1 */
	int fd;
	char *buf; /* plain bytes: buf[off .. n) are not yet given */
	size_t off, n, cap;
	size_t checked; /* what stands before it, and behind off, is valid UTF-8 without NUL */
	bool eof;
	int failed; /* what ended it, if not its end: told again whenever more is asked for */
	struct gunzip *gz; /* NULL until the first bytes were seen to be gzip */
	bool sniffed;
	size_t limit;  /* set by input_open to INPUT_MAX: models may be larger */
	pull_fn *pull; /* in place of fd */
	void *self;
};

/* "-" is standard input. All return 0 or more, or ERR_IO, ERR_GZIP, ERR_SIZE, ERR_UTF8, ERR_NUL. */
int input_open(struct input *in, const char *path);
void input_from(struct input *in, const char *name, pull_fn *pull, void *self);
void input_close(struct input *in);

/* The next line without its LF: 1, or 0 at the end. Checked: valid UTF-8 and no NUL byte.
 * The span is good until the next call. */
int input_line(struct input *in, struct span *line);
int input_bytes(struct input *in, struct span *line); /* the same, unchecked */
int
input_skip_line(struct input *in); /* behind the next LF, however far it is: 1, or 0 at the end */

/* The bytes that come next behind a byte-order mark and white space, at least want of them unless
 * the input is shorter; none is taken. Waits for no more than that, so a pipe can be answered line
 * by line. */
int input_peek(struct input *in, size_t want, struct span *head);

/* The same, with marks and white space as they are. */
int input_ahead(struct input *in, size_t want, struct span *head);
int input_ahead_line(struct input *in, struct span *line); /* the next one, with its LF */

/* Pass over n bytes: n, or fewer if the input ends, or an error. */
ssize_t input_skip(struct input *in, size_t n);
/* What is there, else what comes next: it counts as given; empty at the end. */
int input_some(struct input *in, struct span *some);

/* All bytes to the end, unchecked; good until input_close. */
int input_rest(struct input *in, struct span *rest);

/* After ERR_GZIP: what was unpacked and not yet given goes, and reading goes on with the next
 * member whose header can be found behind the damage. 1, or 0: there is none. */
int input_resync(struct input *in);

#endif
