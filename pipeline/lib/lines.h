/* Plain text to its paragraphs: one a line, or hard-wrapped lines joined again, whichever the text
 * is. */
#ifndef RASSEGNA_LINES_H
#define RASSEGNA_LINES_H

#include <stdint.h>

#include "arena.h"

struct line {
	struct span text; /* squeezed, not empty */
	size_t number;    /* of the first line that it is made of, from 1 */
	uint8_t indent;   /* blanks before it, at most 255 */
	bool gap;         /* does a blank line stand before it? */
};

struct lines {
	struct line *v;
	size_t n, cap;
};

/* A text is hard-wrapped when its lines are of at most 120 characters (but for 2 in 100), and at
 * least a third of the full ones that are not closed like a sentence go on in lower case. Words cut
 * by a hyphen at a line's end are made whole then. LF, CRLF and CR end lines. The numbers of links
 * that lynx(1) puts into its dumps go. */
void lines_read(struct arena *arena, struct span text, struct lines *out);

#endif
