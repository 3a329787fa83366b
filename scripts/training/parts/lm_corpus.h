/* The texts that a language model is estimated from: <s> words </s> and NONE, sentence after
 * sentence; words are numbered by frequency, the rare ones are <unk>. */
#ifndef RASSEGNA_TRAINING_LM_CORPUS_H
#define RASSEGNA_TRAINING_LM_CORPUS_H

#include "corpus.h"

enum { NONE, UNK, BOS, EOS, FIRST_WORD }; /* numbers of words; NONE stands between sentences */

/* Read the texts; words seen less than min_count times in all of them are <unk>. Behind the last
 * text stand NGRAM_MAX times NONE, so that windows may go past the end. Files that cannot be read
 * or are empty, and more text than can be numbered, end the program with a message. */
void lm_corpus_read(struct corpus *c, char *const paths[], size_t n, long min_count);

#endif
