/* Analyses of Italian forms, as the table of tags knows them, and classes of analyses: the UPOS,
 * and of verbs (VERB, AUX) their form too, "VERB.Part": what a tagger chooses between. */
#ifndef RASSEGNA_ANALYSIS_H
#define RASSEGNA_ANALYSIS_H

#include "table.h"

enum { ANALYSES = 8 }; /* of one form, at most */

struct analysis {
	struct span upos, lemma, feats;
};

/* "VERB.Part" of "VERB" and "Tense=Past|VerbForm=Part"; a verb of no known form is finite. */
struct span analysis_class(struct span upos, struct span feats);
struct span class_upos(struct span class);

/* The analyses of a key, best first: how many. tags: rows "form TAB UPOS TAB lemma TAB FEATS". */
size_t analysis_find(const struct table *tags, struct span key, size_t most, struct analysis out[]);

/* What a verb that stands behind a prefix says of the word: "ricadrà" is of "ricadere", as "cadrà"
 * is of "cadere". How many analyses, best first. */
size_t analysis_by_prefix(const struct table *tags, struct arena *arena, struct span key,
			  size_t most, struct analysis out[]);

/* What the longest known suffix of a word says, its lemma made whole.
 * tags: rows "-suffix TAB UPOS TAB -suffix of the lemma TAB FEATS" for class "", and
 * "CLASS-suffix" with the same fields for words of which the class is known. */
bool analysis_by_suffix(const struct table *tags, struct arena *arena, struct span class,
			struct span word, struct analysis *out);

#endif
