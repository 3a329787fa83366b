/* IBM model 1: each e_i, the empty word included, is as likely to make f_j.
 * Source: Brown et al. 1993, "The mathematics of statistical machine translation", Computational
 * Linguistics 19:2, section 4.2. */
#ifndef RASSEGNA_TRAINING_MODEL1_H
#define RASSEGNA_TRAINING_MODEL1_H

#include "ttable.h"

/* Count the links to expect of a sentence pair. Returns log p(f | e). */
double model1_count(struct ttable *t, const struct sentence_pair *pair);

#endif
