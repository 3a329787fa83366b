/* How good translations are: corpus BLEU, chrF2, or a mix of them.
 * Sources: Papineni et al. 2002, "BLEU: a method for automatic evaluation of machine translation",
 * ACL; smoothing as the third one of Chen and Cherry 2014, "A systematic comparison of smoothing
 * techniques for sentence-level BLEU", WMT. Popovic 2015, "chrF: character n-gram F-score for
 * automatic MT evaluation", WMT, and 2017, of order 6, but as the mean of the orders' F-scores. */
#ifndef RASSEGNA_TRAINING_METRIC_H
#define RASSEGNA_TRAINING_METRIC_H

#include "ngram_matches.h"

/* Sums over sentences, by order of n-gram as in struct matches: those that match, those of the
 * hypotheses, those of the references. */
struct tally {
	double match[ORDERS], total[ORDERS], reference[ORDERS];
};

void tally_add(struct tally *t, const struct matches *hypothesis, const struct matches *reference);
/* Another hypothesis of a sentence in place of the one added. */
void tally_replace(struct tally *t, const struct matches *from, const struct matches *to);

/* All in [0, 1]. bleu: an order without a match counts as half a match, the next such as a quarter.
 * chrf: recall counts beta^2 = 4 times. metric: (1 - a) BLEU + a chrF2. */
double bleu(const struct tally *t);
double chrf(const struct tally *t);
double metric(const struct tally *t, double a);

#endif
