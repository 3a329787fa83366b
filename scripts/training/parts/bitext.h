/* What the models of word alignment learn from: a text and its translation, line by line.
 *
 * With Och and Ney 2003 (Computational Linguistics 29:1, "A systematic comparison of various
 * statistical alignment models") f_j are the words to be explained, e_i those that explain them;
 * i counts from 1, and e_0 is the empty word, which explains what no other does. */
#ifndef RASSEGNA_TRAINING_BITEXT_H
#define RASSEGNA_TRAINING_BITEXT_H

#include "side.h"

/* The models' time grows with the cube of the length: a longer line is cut, both sides at the same
 * proportion, and its pieces are sentences of their own. */
enum { LONGEST = 100 };

struct sentence_pair {
	uint32_t line;       /* from 0 */
	uint32_t e, f;       /* first word: in side.token */
	uint32_t e_at, f_at; /* the same, counted from the start of the line */
	uint8_t n_e, n_f;    /* 1 .. LONGEST */
	size_t links;        /* see struct ttable */
};

struct bitext {
	struct side e, f;
	ARRAY(struct sentence_pair) pairs;
};

/* Read e and f; what is no such text ends the program with a message. */
void bitext_read(struct bitext *text, const char *e_path, const char *f_path);
void bitext_close(struct bitext *text);

#endif
