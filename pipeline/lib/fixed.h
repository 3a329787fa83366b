/* Spans of a sentence that are translated before the phrase table is asked: the user's glossary,
 * constructions and quantities by rule, expressions of the press, words of the lexicon that belong
 * together. */
#ifndef RASSEGNA_FIXED_H
#define RASSEGNA_FIXED_H

#include "candidate.h"
#include "english.h"
#include "expression.h"
#include "quantity.h"
#include "source.h"

struct fixed {
	unsigned from, to;   /* source words [from, to) */
	struct span english; /* tokens parted by blanks */
	enum origin origin;
	bool sure; /* this, or another sure one of the same words, and nothing else */
	bool tied; /* stays between the words beside it */
};

struct fixed_list {
	struct fixed *v;
	size_t n, cap;
};

/* What to ask; NULL is not asked. */
struct fixed_sources {
	const struct glossary *glossary;
	struct quantities *quantities; /* and constructions */
	const struct expressions *expressions;
	const struct table *lexicon, *kinds;
	const struct english *english;
};

/* The glossary's first, then constructions, quantities, expressions, and the lexicon's. Where sure
 * ones overlap, the glossary's stands, else the one that begins first. */
void fixed_find(const struct fixed_sources *ask, struct arena *arena, const struct source *source,
		struct fixed_list *out);

/* The words [from, mid) go behind [mid, to), and what is fixed of them with them. */
void fixed_swap(struct source *source, struct fixed_list *fixed, unsigned from, unsigned mid,
		unsigned to);

/* An adjective behind a noun of several fixed words goes before it: "pista ciclabile comunale". */
void fixed_move_adjectives(struct source *source, struct fixed_list *fixed);

#endif
