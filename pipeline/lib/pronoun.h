/* Object pronouns go behind their verb, where English has them: "li hanno bloccati" is read "hanno
 * bloccati li" (reordering before translation: Collins, Koehn and Kucerova 2005). The sign tells
 * them from the articles that are spelled so. */
#ifndef RASSEGNA_PRONOUN_H
#define RASSEGNA_PRONOUN_H

#include "fixed.h"

/* Behind the verb of the object pronoun at i; 0 if none is there. "Ci sono", "mi sono alzato" have
 * none. */
size_t pronoun_place(const struct source *source, size_t i);

/* The sign for the pronoun at i: "<lo>"; of "l'hanno vista" "<la>". */
struct span pronoun_sign(struct arena *arena, const struct source *source, size_t i);

/* All of a sentence, from left to right: "me lo ha detto" is "ha detto me lo". What is fixed
 * goes with its words, and stays whole. */
void move_pronouns(struct arena *arena, struct source *source, struct fixed_list *fixed);

#endif
