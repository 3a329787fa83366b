/* Texts as numbers of words: a line is a sentence, <begin> words <end>, blank lines are none.
 * 4 bytes a token. What cannot be read ends the program with a message. */
#ifndef RASSEGNA_TRAINING_CORPUS_H
#define RASSEGNA_TRAINING_CORPUS_H

#include "array.h"
#include "vocabulary.h"

struct tokens {
	uint32_t *v;
	size_t n, cap;
};

struct corpus {
	struct vocabulary words;
	uint32_t begin, end;  /* the marks around a sentence */
	bool parted;          /* sentences, by a 0 */
	struct tokens tokens; /* of all texts */
	size_t *start;        /* [texts + 1] where a text begins */
	size_t texts, sentences;
};

/* The caller has opened the words and set the marks. A file without text ends the program. */
void corpus_read(struct corpus *c, char *const paths[], size_t n);
void corpus_close(struct corpus *c);

/* New numbers, [words.n] by the old ones, for the texts and for those that are read from now on. */
void corpus_renumber(struct corpus *c, const uint32_t number[]);

/* Another text in the same numbers: words that the corpus does not have become unknown, which
 * is not 0. */
void corpus_read_known(struct corpus *c, const char *path, uint32_t unknown, struct tokens *out);

#endif
