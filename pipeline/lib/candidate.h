/* Candidates: the English that each run of source words may become. */
#ifndef RASSEGNA_CANDIDATE_H
#define RASSEGNA_CANDIDATE_H

#include "feature.h"
#include "language.h"

enum { CANDIDATE_LONGEST = 12 }; /* source words */
enum { ORIENT_MONOTONE, ORIENT_SWAP, ORIENT_APART, ORIENTATIONS };

enum origin { FROM_TABLE, FROM_LEXICON, FROM_GLOSSARY, FROM_RULE, FROM_COPY, NORIGINS };
extern const char *const origin_names[NORIGINS];

struct candidate {
	unsigned from, to; /* source words [from, to) */
	size_t n;          /* English words */
	const struct span *words;
	const struct language_word *ids; /* of the words in the language model */
	float value[NFEATURES];          /* but for the three that depend on others */
	float before[ORIENTATIONS], behind[ORIENTATIONS]; /* ln p */
	float score;                                      /* weighted values */
	float estimate; /* score, and what the language model says of the words alone */
	enum origin origin;
	unsigned seen; /* FROM_TABLE: in how many sentences, at most 9 */
};

/* Of a sentence: by span, the best first. */
struct candidate_list {
	VEC(struct candidate *) list;
};

struct candidates {
	struct arena *arena;
	const struct language *language;
	const float *weight;         /* [NFEATURES] */
	size_t n;                    /* source words */
	struct candidate_list *span; /* [n][CANDIDATE_LONGEST]: from, length - 1 */
	/* [n] what stands in front of a wall is translated before what stands behind: the next wall
	 * at or after a word, n if there is none. Set by candidates_init to none. */
	unsigned *wall;
	bool *tied; /* [n + 1] a word that is translated right behind the one before it */
};

void candidates_init(struct candidates *c, struct arena *arena, const struct language *language,
		     const float weight[], size_t n);

/* of [from, to), to - from in 1 .. CANDIDATE_LONGEST */
struct candidate_list *candidates_of(const struct candidates *c, unsigned from, unsigned to);

/* A new candidate of [from, to): English words parted by blanks (may be none), which must outlive
 * the arena's next reset. Set its values, then candidate_done. */
struct candidate *candidate_add(struct candidates *c, unsigned from, unsigned to,
				struct span english, enum origin origin);
void candidate_done(const struct candidates *c, struct candidate *candidate);

/* One by the lexicon. rank: its place there, from 1 */
void candidate_add_equivalent(struct candidates *c, unsigned from, unsigned to, struct span english,
			      int rank);

/* Word i as it is. */
void candidate_add_copy(struct candidates *c, unsigned i, struct span form);

/* Leave only the candidates of [from, to) itself: a span that overlaps it has none. */
void candidates_clear(const struct candidates *c, unsigned from, unsigned to, enum origin origin);

/* Sort every list and keep its best. */
void candidates_sort(const struct candidates *c, size_t best);

#endif
