/* How many n-grams of a hypothesis its reference has too: of words for BLEU, of characters without
 * blanks for chrF. An n-gram matches as often as it stands in the reference ("clipped": Papineni et
 * al. 2002, "BLEU", ACL, section 2.1). */
#ifndef RASSEGNA_TRAINING_NGRAM_MATCHES_H
#define RASSEGNA_TRAINING_NGRAM_MATCHES_H

#include <stdint.h>

#include "lib/arena.h"

enum { WORD_ORDER = 4, CHAR_ORDER = 6, ORDERS = WORD_ORDER + CHAR_ORDER };

/* Of a text; match: first the n-grams of words, then those of characters. */
struct matches {
	uint32_t words, chars;
	uint32_t match[ORDERS];
};

struct ngram_count;

/* The n-grams of one reference, of words or of characters, up to an order. */
struct bag {
	struct ngram_count *v; /* open addressing */
	size_t cap;
	uint32_t taker; /* the hypothesis that is counted now */
	int order;
};

struct reference {
	struct bag words, chars;
	struct matches length; /* of itself: words and chars, no matches */
	bool has_chars;
};

/* Texts are tokens parted by blanks. With has_chars false, characters are not counted: all their
 * numbers are 0. The arena keeps the n-grams, and is scratch for a hypothesis. */
struct reference reference_open(struct arena *arena, struct span text, bool has_chars);
struct matches reference_match(struct reference *r, struct arena *arena, struct span hypothesis);

#endif
