/* Object pronouns go behind their verb, where English has them: "li hanno bloccati" is read "hanno
 * bloccati li" (reordering before translation: Collins, Koehn and Kucerova 2005). The sign tells
 * them from the articles that are spelled so. */
#ifndef RASSEGNA_PRONOUN_H
#define RASSEGNA_PRONOUN_H

#include "fixed.h"

/* All of a sentence, from left to right: "me lo ha detto" is "ha detto me lo". What is fixed
 * goes with its words, and stays whole. kinds: see kind.h */
void move_pronouns(struct arena *arena, const struct table *kinds, struct source *source,
		   struct fixed_list *fixed);

#endif
