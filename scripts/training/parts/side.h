/* A parallel text, one side of it: sentences as arrays of numbers of words. */
#ifndef RASSEGNA_TRAINING_SIDE_H
#define RASSEGNA_TRAINING_SIDE_H

#include "array.h"
#include "vocabulary.h"

struct side {
	struct vocabulary words; /* from 1; [0] is the empty word */
	ARRAY(uint32_t) token;   /* all sentences, one behind the other */
	ARRAY(size_t) start;     /* [sentences + 1] */
};

/* Read a file, a sentence a line, words parted by blanks; a bad line ends the program. */
void side_read(struct side *side, const char *path);

/* The same line by line. side_add gives the number of words. */
void side_open(struct side *side);
size_t side_add(struct side *side, struct span line);
void side_close(struct side *side);

size_t side_sentences(const struct side *side);
size_t side_length(const struct side *side, size_t sentence);
const uint32_t *side_sentence(const struct side *side, size_t sentence);
struct span side_word(const struct side *side, uint32_t number);

#endif
