/* What the tagger looks at: the words of a sentence and their neighbours, as features of a
 * perceptron. Training and tagging share this file, so that they see the same. */
#ifndef RASSEGNA_TAGGER_FEATURES_H
#define RASSEGNA_TAGGER_FEATURES_H

#include <stdint.h>

#include "analysis.h"
#include "capitals.h"

enum { WORD_EDGES = 2, AFFIX_MAX = 5, ATOMS = 17, FEATURES = 64 };

/* A value that features are made of. */
struct atom {
	struct span text;
	uint64_t hash;
};

struct word {
	struct span form, key;
	bool fixed; /* its form says all: reading[0] */
	struct analysis reading[ANALYSES];
	size_t readings;
	struct atom atom[ATOMS]; /* by enum atom_kind */
	struct atom tag; /* class chosen; set it before the next word's features are asked */
};

/* The words of a sentence, WORD_EDGES empty ones before and behind; v[WORD_EDGES] is the first. */
struct words {
	struct word *v;
	size_t n; /* without the edges */
	size_t cap;
};

struct features {
	size_t n;
	uint64_t hash[FEATURES];
	struct {
		char letter;
		const struct atom *value[3]; /* NULL: none */
	} name[FEATURES];
};

struct atom atom_of(struct span text);

/* What out holds from the sentence before is used again; start with all-zero. */
void words_of(const struct table *tags, const struct capitals *capitals, struct arena *arena,
	      const struct sentence *s, struct words *out);
void features_of(const struct word *word, struct features *out);

#endif
