/* Which equivalent of a word is meant here: by its part of speech and by the subject of the
 * document. "Gara" is a race in a report on sports and a tender in one on public contracts.
 *
 * The subject comes from the document's own words, one sense per discourse (Gale, Church and
 * Yarowsky 1992): every word of the subjects table votes for its subjects, with one vote in all;
 * a word's own votes do not decide on its own sense. */
#ifndef RASSEGNA_SENSE_H
#define RASSEGNA_SENSE_H

#include "conllu.h"
#include "map.h"
#include "table.h"

struct senses {
	const struct table *lexicon; /* see lexicon.h */
	const struct table
	    *subjects; /* rows "lemma TAB subject" or "lemma TAB subject TAB english" */
	struct arena *arena;
	struct map votes; /* for each subject, in 1/60 */
	struct map own;   /* of each lemma, for each of its subjects */
	uint32_t most;    /* for the subject that has most of them */
};

struct sense {
	struct span english; /* empty: none */
	struct span subject; /* that decided; empty: the lexicon did */
	double fit; /* in [0, 1]: the votes of others for its subject, as a share of the most */
};

/* Let the nouns of a document vote. */
struct senses senses_of(const struct table *lexicon, const struct table *subjects,
			struct arena *arena, const struct document *doc);

/* The equivalent of a lemma, or of a phrase as a dictionary has it. Adjectives
 * and names go by the lexicon alone, which may know the lemma as another part of speech. Verbs do
 * not vote. */
struct sense sense_find(const struct senses *senses, struct span lemma, struct span upos);

#endif
