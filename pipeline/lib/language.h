/* How English a text is: n-grams of its words, and n-grams of the classes of its words, which know
 * what kinds of words follow each other where the words themselves were never seen together. */
#ifndef RASSEGNA_LANGUAGE_H
#define RASSEGNA_LANGUAGE_H

#include "ngram.h"
#include "table.h"

struct language {
	struct ngram words, classes;
	struct table class_of; /* rows "word TAB number"; others 0, with a capital 1, a digit 2 */
};

struct language_word {
	uint32_t word, class; /* their numbers in the two models */
};

struct language_state {
	struct ngram_state words, classes;
};

struct language_score {
	float words, classes; /* ln p */
};

struct language_word language_word(const struct language *l, struct span word);
struct language_word language_end(const struct language *l);
struct language_state language_begin(const struct language *l);

/* ln p of a word after what the state has seen, added to *score; the state moves on. */
void language_add(const struct language *l, struct language_state *state, struct language_word word,
		  struct language_score *score);

void language_close(struct language *l); /* takes all-zero */

#endif
