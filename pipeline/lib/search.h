/* The best translation of a sentence from the candidates of its spans.
 *
 * Stack decoding: hypotheses that cover as many source words stand in one stack (Koehn, Och and
 * Marcu 2003; Koehn 2004, "Pharaoh"); what is still to come is estimated by the best candidates
 * (future cost); hypotheses with one future are recombined. Stacks are filled by cube pruning
 * (Chiang 2007; Huang and Chiang 2007, "Forest rescoring", section 4): of all extensions the
 * language model sees only the most promising. Deterministic: ties fall to the one made first. */
#ifndef RASSEGNA_SEARCH_H
#define RASSEGNA_SEARCH_H

#include "candidate.h"

enum { DISTORTION_MAX = 20 };

struct search_limits {
	size_t beam;         /* extensions scored for each stack, and hypotheses kept in it */
	unsigned distortion; /* words that a jump may pass, at most DISTORTION_MAX */
	bool keep_others;    /* those recombined too, for lists of the n best */
};

struct hypothesis {
	const struct hypothesis *before; /* NULL: nothing is translated */
	const struct candidate *candidate;
	struct hypothesis *other; /* recombined into this one, none better: a list */
	struct language_state state;
	uint64_t ahead;             /* covered words from gap on: bit i is word gap + i */
	unsigned gap;               /* the first word that is not covered */
	unsigned end;               /* behind the last phrase in the source */
	unsigned covered;           /* source words */
	struct language_score said; /* ln p of this step's words */
	float score, total;         /* so far; with the future */
};

/* The complete hypotheses, best first (n of them, at least 1). Every source word must have a
 * candidate of its own. */
size_t search(const struct candidates *c, struct arena *arena, const struct search_limits *limits,
	      struct hypothesis ***best);

/* The three features that depend on the phrase before: added to value. */
void hypothesis_values(const struct hypothesis *h, float value[NFEATURES]);

#endif
