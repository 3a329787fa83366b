/* How a phrase stands to the one before it: in order, swapped, or apart; and to the one behind it.
 * Source: Tillmann 2004, "A unigram orientation model for statistical machine translation",
 * HLT-NAACL. */
#ifndef RASSEGNA_TRAINING_ORIENTATION_H
#define RASSEGNA_TRAINING_ORIENTATION_H

enum { MONOTONE, SWAP, APART, DIRECTIONS };

/* Counts of both are six in a row: of the one before, of the one behind. */
enum { ORIENTATIONS = 2 * DIRECTIONS };

#endif
