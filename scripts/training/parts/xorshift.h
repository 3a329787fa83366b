/* Random numbers that are the same on every machine.
 * Source: Marsaglia 2003, "Xorshift RNGs", Journal of Statistical Software 8:14, xorshift64. */
#ifndef RASSEGNA_TRAINING_XORSHIFT_H
#define RASSEGNA_TRAINING_XORSHIFT_H

#include <stdint.h>

uint64_t xorshift(uint64_t *state); /* the state, never 0, is the number given */

#endif
