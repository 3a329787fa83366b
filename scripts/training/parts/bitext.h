/* A parallel text, one side of it: sentences as arrays of numbers of words. */
#ifndef RASSEGNA_TRAINING_BITEXT_H
#define RASSEGNA_TRAINING_BITEXT_H

#include <stdint.h>

#include "array.h"
#include "lib/map.h"

struct side {
	struct arena arena;
	struct map numbers;      /* of the words, from 1 */
	ARRAY(struct span) word; /* by number; [0] is the empty word */
	ARRAY(uint32_t) token;   /* all sentences, one behind the other */
	ARRAY(size_t) start;     /* [sentences + 1] */
};

/* Read a file, a sentence a line, words parted by blanks; a bad line ends the program. */
void side_read(struct side *side, const char *path);
size_t side_sentences(const struct side *side);
size_t side_length(const struct side *side, size_t sentence);

#endif
