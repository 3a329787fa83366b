/* Whether two things meet more often than by chance.
 * Source: Johnson et al. 2007, "Improving translation quality by discarding most of the phrase
 * table", EMNLP, section 2: Fisher's exact test. */
#ifndef RASSEGNA_TRAINING_ASSOCIATION_H
#define RASSEGNA_TRAINING_ASSOCIATION_H

#include <stddef.h>

/* -ln of the chance that things that stand in a and in b of n sentences meet in k or more;
 * 0 <= k, a, b <= n. 0 where the numbers cannot be. lf: as log_factorials(n) gives. */
double association(const double lf[], size_t n, size_t a, size_t b, size_t k);

double *log_factorials(size_t n); /* ln 0! .. ln n!, [n + 1]; to be freed */

#endif
