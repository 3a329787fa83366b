/* The class bigram model: p(w | v) = p(class of w | class of v) p(w | class of w), by relative
 * frequencies. Its likelihood is a sum of n ln n over counts, so that a change of class changes few
 * terms of it (Martin, Liermann and Ney 1998, "Algorithms for bigram and trigram word clustering",
 * Speech Communication 24, section 2). */
#ifndef RASSEGNA_TRAINING_CLASS_BIGRAMS_H
#define RASSEGNA_TRAINING_CLASS_BIGRAMS_H

#include <math.h>

#include "units.h"

enum { TABLED = 1 << 15 };

struct class_bigrams {
	size_t k, all;                  /* classes; k + 2 with those of <s> and </s> */
	uint32_t *class_of;             /* [units] */
	uint32_t *pairs;                /* [all][all] how often class g stands before h */
	uint32_t *turned;               /* [all][all] the same, h first */
	uint32_t *as_first, *as_second; /* [all] sums of the rows of either */
	double *xlogx;                  /* [TABLED] n ln n */
};

/* k classes, those of the shapes included; <s> and </s> have two of their own behind them. Words
 * are dealt out by frequency. To leave all but the most frequent ones in the classes of their
 * shapes at first was worse. */
void class_bigrams_open(struct class_bigrams *m, const struct units *u, size_t k);
void class_bigrams_close(struct class_bigrams *m);

/* Add n pairs of classes g h; unsigned numbers wrap, so that -n takes them away. */
void class_bigrams_add(struct class_bigrams *m, uint32_t g, uint32_t h, uint32_t n);

/* Of the words of the text, </s> among them. */
double class_bigrams_perplexity(const struct class_bigrams *m, const struct units *u);

static inline double /* asked for in the innermost loop of all */
class_bigrams_xlogx(const struct class_bigrams *m, uint32_t x)
{
	return x < TABLED ? m->xlogx[x] : x * log(x);
}

#endif
