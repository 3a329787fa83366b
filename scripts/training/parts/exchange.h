/* The exchange algorithm: each word in turn goes into the class that gives the text the highest
 * likelihood by the class bigram model, until none wants to move.
 * Source: Kneser and Ney 1993, "Improved clustering techniques for class-based statistical language
 * modelling", Eurospeech; Martin, Liermann and Ney 1998, "Algorithms for bigram and trigram word
 * clustering", Speech Communication 24, section 2. Otherwise than there rare words stay in the
 * classes of their shapes, where frequent ones may join them; so the fewer need a row.
 *
 * To try a word in a class costs as much as it has classes on both sides: in all, an iteration
 * costs word pairs times classes. */
#ifndef RASSEGNA_TRAINING_EXCHANGE_H
#define RASSEGNA_TRAINING_EXCHANGE_H

#include "class_bigrams.h"
#include "neighbours.h"

/* The neighbours of a word that are not the word itself, by class. */
struct class_counts {
	uint32_t *count; /* [all] */
	uint32_t *class; /* [n] those that have a count */
	size_t n;
};

struct exchange {
	struct class_bigrams *m;
	const struct units *u;
	struct neighbours before, behind;
	struct class_counts classes_before, classes_behind; /* of the word that is tried */
	double *gain; /* [k] what it adds to the likelihood in a class */
};

void exchange_open(struct exchange *x, struct class_bigrams *m, const struct units *u);
void exchange_close(struct exchange *x);

/* Try every word once, the frequent ones first. Returns how many were moved. */
size_t exchange_round(struct exchange *x);

#endif
