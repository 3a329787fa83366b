/* The rows of models/tagger.tsv, the source of the table that pipeline/lib/perceptron.h tells of.
 */
#ifndef RASSEGNA_TRAINING_TAGGER_ROWS_H
#define RASSEGNA_TRAINING_TAGGER_ROWS_H

#include "averaged_perceptron.h"
#include "tagger_examples.h"

/* Write to stdout the mean of so many learners, weights of at least least of 127. The perceptron is
 * of no use afterwards. */
void tagger_rows_write(struct averaged_perceptron *p, struct tagger_examples *x, int learners,
		       long least);

#endif
