/* The n-th largest of many numbers, without sorting them. */
#ifndef RASSEGNA_TRAINING_NTH_LARGEST_H
#define RASSEGNA_TRAINING_NTH_LARGEST_H

#include <stddef.h>

/* The least number of which no more than nth of v[0] .. v[n - 1] are larger; 0 <= nth < n. None is
 * negative: then their bits stand in the order of their values. */
float nth_largest(const float v[], size_t n, size_t nth);

#endif
