/* What the tagger knows of a form wherever it stands: its key, what the lexicon says of it, and the
 * values that features are made of. A text says most of its words again and again, and the next one
 * says the same: each form is looked up once. */
#ifndef RASSEGNA_LEXEME_H
#define RASSEGNA_LEXEME_H

#include <stdint.h>

#include "analysis.h"
#include "memo.h"
#include "perceptron.h"

enum { AFFIX_MAX = 5 };

/* A value that features are made of. */
struct atom {
	struct span text;
	uint64_t hash;
};

enum atom_kind {
	A_KEY,
	A_SUFFIX, /* of 1 to AFFIX_MAX letters */
	A_PREFIX = A_SUFFIX + AFFIX_MAX,
	A_SHAPE = A_PREFIX + AFFIX_MAX,
	A_CLASSES, /* of the form in lower case, best first; ? before what a suffix says */
	A_BEST,    /* the first of them */
	A_EXACT,   /* classes of the form with its capital */
	A_AGREE,   /* gender and number of its nouns, adjectives and articles */
	ATOMS
};

struct lexeme {
	struct span form, key;
	bool fixed; /* its form says all: reading[0] */
	struct analysis *reading;
	size_t readings;
	struct atom atom[ATOMS]; /* by enum atom_kind */

	/* what the tagger has found out of it */
	bool scored;
	int16_t score[PERCEPTRON_CLASSES]; /* of its features (features_alone), once scored */
	struct span class;                 /* the last one that was chosen */
	struct analysis analysis;          /* and what the form is then */
};

struct lexemes {
	const struct table *tags;
	struct arena *arena;
	struct memo seen, shouted; /* by form; shouted: where a capital says nothing */
	struct lexeme *edge;       /* what stands before and behind a sentence */
};

struct atom atom_of(struct span text);

/* None yet. They live in the arena; when there are too many of them see memo.h. */
struct lexemes lexemes_in(struct arena *arena, const struct table *tags);
bool lexemes_are_full(const struct lexemes *lexemes);

/* shouted: in a sentence where a capital says nothing. */
struct lexeme *lexeme_of(struct lexemes *lexemes, struct span form, bool shouted);

#endif
