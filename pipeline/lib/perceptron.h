/* A linear model over hashed features: the class of the highest score, each feature's weight added.
 * Trained as an averaged perceptron (Collins 2002) by scripts/training/train-tagger.c.
 *
 * Its table: row "=classes TAB name name ...", at most PERCEPTRON_CLASSES; then rows
 * "feature TAB weights", feature "LETTER value value ...", weights a letter for each class that has
 * one (A the first, a the 27th) and a whole number from -127 to 127: "A12C-7".
 *
 * Features are known by 64-bit hashes, 32 bits of which are kept: a feature that the model lacks is
 * taken for another about once in a million times. */
#ifndef RASSEGNA_PERCEPTRON_H
#define RASSEGNA_PERCEPTRON_H

#include <stdint.h>

#include "table.h"

enum {
	PERCEPTRON_CLASSES = 32,
	PERCEPTRON_FEATURES = 256 /* of one word: so many weights of 127 fit in 16 bits */
};

struct perceptron_slot {
	uint32_t check, index; /* the hash's upper half; 1 + index of its weights, 0 where free */
};

struct perceptron {
	size_t n; /* classes */
	struct span class[PERCEPTRON_CLASSES];
	uint64_t class_hash[PERCEPTRON_CLASSES];
	struct perceptron_slot *slot;         /* [slots], open addressing */
	size_t slots;                         /* 2^k */
	int8_t (*weight)[PERCEPTRON_CLASSES]; /* [features] */
};

/* 0, or ERR_MODEL for a table of another form, ERR_IO without memory. The table must outlive the
 * model; close takes all-zero. */
int perceptron_open(struct perceptron *model, const struct table *source);
void perceptron_close(struct perceptron *model);

/* score[class] += weight[feature][class] for each of n features, at most PERCEPTRON_FEATURES */
void perceptron_add(const struct perceptron *model, const uint64_t features[], size_t n,
		    int16_t score[PERCEPTRON_CLASSES]);
size_t perceptron_best(const struct perceptron *model, const int16_t score[]); /* the first best */

/* The hash of a feature: of its letter, then of each value. */
static inline uint64_t
feature_value(uint64_t feature, uint64_t value)
{
	uint64_t h = (feature ^ value) * UINT64_C(0x9E3779B97F4A7C15);

	return h ^ h >> 29;
}

uint64_t feature_hash(struct span text); /* of a value: FNV-1a */

#endif
