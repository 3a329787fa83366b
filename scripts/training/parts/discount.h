/* What modified Kneser-Ney smoothing takes from a count of 1, 2, and 3 or more.
 * Source: Chen and Goodman 1998, "An empirical study of smoothing techniques for language
 * modeling", TR-10-98, Harvard, equation 26. */
#ifndef RASSEGNA_TRAINING_DISCOUNT_H
#define RASSEGNA_TRAINING_DISCOUNT_H

/* of[r]: how many things were counted r times, r = 1 .. 4; of[0] is not read. d[r], r = 1 .. 3, is
 * what to take from r, or from 3 and more; 0 where of[r] is 0. In a small sample it may lie outside
 * of [0, r]: the caller bounds it. d[0] is left alone. */
void discounts(const double of[5], double d[4]);

#endif
