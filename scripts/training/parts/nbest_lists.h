/* Lists of the n best translations of each sentence, of one round or several, read together.
 *
 * A list has one hypothesis a line, "ID ||| tokens ||| name=value ... ||| score": ID is the line of
 * the reference from 0 and never falls; a feature that is missing is 0; the score is not read.
 * What is the same in tokens and features counts once. */
#ifndef RASSEGNA_TRAINING_NBEST_LISTS_H
#define RASSEGNA_TRAINING_NBEST_LISTS_H

#include "ngram_matches.h"
#include "weights.h"

/* The hypotheses of one sentence. */
struct nbest_list {
	size_t n;
	const struct matches *matches; /* [n] */
	const float *features;         /* [n][weights] row-major */
	struct matches reference;
};

struct nbest_lists {
	VEC(struct nbest_list);
	size_t features; /* how many weights there are */
	size_t hypotheses, duplicates;
};

/* Read n files against the references, tokenised, one a line; everything is in the arena. Of the
 * weights only the names count. What is no such file ends the program with a message. */
void nbest_lists_read(struct nbest_lists *lists, struct arena *arena, char *const paths[], size_t n,
		      const char *reference, const struct weights *w, bool has_chars);

#endif
