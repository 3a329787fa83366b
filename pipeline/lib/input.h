/* A file or standard input, gunzipped on the way (also several members), by lines or whole.
 * Reads with read(2), so that a line that has come can be used before the next one comes. */
#ifndef RASSEGNA_INPUT_H
#define RASSEGNA_INPUT_H

#include "span.h"

enum { INPUT_MAX = 64 << 20 }; /* bytes of one line, or of one document read whole */

struct input {
	const char *name; /* for messages: the path, or <stdin> */
	size_t line;      /* of the line last given, from 1 */
	int fd;
	char *buf; /* plain bytes: buf[off .. n) are not yet given */
	size_t off, n, cap;
	bool eof;
	struct gunzip *gz; /* NULL until the first bytes were seen to be gzip */
	bool sniffed;
	size_t limit; /* set by input_open to INPUT_MAX: models may be larger */
};

/* "-" is standard input. All return 0 or more, or ERR_IO, ERR_GZIP, ERR_SIZE, ERR_UTF8, ERR_NUL. */
int input_open(struct input *in, const char *path);
void input_close(struct input *in);

/* The next line without its LF: 1, or 0 at the end. Checked: valid UTF-8 and no NUL byte.
 * The span is good until the next call. */
int input_line(struct input *in, struct span *line);

/* The bytes that come next behind a byte-order mark and white space, at least want of them unless
 * the input is shorter; none is taken. Waits for no more than that, so a pipe can be answered line
 * by line. */
int input_peek(struct input *in, size_t want, struct span *head);

/* All bytes to the end, unchecked; good until input_close. */
int input_rest(struct input *in, struct span *rest);

#endif
