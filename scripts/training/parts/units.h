/* The units that classes of words are made of: the shapes of rare words, <s>, </s>, and every
 * frequent word by itself. */
#ifndef RASSEGNA_TRAINING_UNITS_H
#define RASSEGNA_TRAINING_UNITS_H

#include "corpus.h"
#include "shape.h"

enum { BOS = SHAPES, EOS, FIRST_WORD }; /* units: the shapes, these, then frequent words */

struct units {
	struct corpus corpus; /* tokens are units; words[unit], and behind those the rare ones */
	size_t n;
};

/* Read the texts; words seen less than min_count times are rare, and so are those that can have no
 * row in a table. What cannot be read, or is more than can be numbered, ends the program. */
void units_read(struct units *u, char *const paths[], size_t n, long min_count);
void units_close(struct units *u);

#endif
