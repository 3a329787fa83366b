/* Names of people stay as they are: Giovanni Ormea is no John. */
#ifndef RASSEGNA_PERSON_H
#define RASSEGNA_PERSON_H

#include "candidate.h"
#include "source.h"
#include "table.h"

/* Leaves no candidate that translates a given name, which the lexicon has as its own equivalent or
 * the table of kinds as given, or what follows in the name of the same person; but those of popes,
 * saints and kings. */
void keep_people(const struct table *lexicon, const struct table *kinds, struct candidates *c,
		 const struct source *source);

#endif
