/* What the tagger looks at: the words of a sentence and their neighbours, as features of a
 * perceptron. Training and tagging share this file, so that they see the same. */
#ifndef RASSEGNA_TAGGER_FEATURES_H
#define RASSEGNA_TAGGER_FEATURES_H

#include "capitals.h"
#include "lexeme.h"

enum { WORD_EDGES = 2, FEATURES = 64 };

struct word {
	struct lexeme *lexeme;
	struct atom capital; /* how it is written here, and elsewhere in the document */
	struct atom tag;     /* class chosen; set it before the next word's features are asked */
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

/* What out holds from the sentence before is used again; start with all-zero. */
void words_of(struct lexemes *lexemes, const struct capitals *capitals, struct arena *arena,
	      const struct sentence *s, struct words *out);

/* The features of a word: those that its lexeme has wherever it stands, which come first, and those
 * of its place, which are added to them. */
void features_alone(const struct lexeme *lexeme, struct features *out);
void features_in_place(const struct word *word, struct features *out);

#endif
