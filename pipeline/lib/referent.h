/* Whom or what a pronoun of an Italian sentence stands for: Italian says "che" and nothing where
 * English chooses among "who" and "which", "he", "she" and "it". */
#ifndef RASSEGNA_REFERENT_H
#define RASSEGNA_REFERENT_H

#include "source.h"
#include "table.h"

/* Sets the referent of relative pronouns, by the noun before them, and of the signs for subjects,
 * by the first subject of the sentence or a verb that only people do. Where two nouns may be meant
 * it stays unknown. kinds: see kind.h; lexicon: has given names as their own equivalents. */
void source_find_referents(const struct table *kinds, const struct table *lexicon,
			   struct source *source);

#endif
