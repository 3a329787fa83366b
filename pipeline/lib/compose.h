/* English that the words of a construction make together, from what each may become: "centro di
 * ricerca" is "research centre", "la famiglia dell'uomo" "the man's family", "ha preso" "took",
 * "non ha preso" "did not take". kinds: see kind.h. */
#ifndef RASSEGNA_COMPOSE_H
#define RASSEGNA_COMPOSE_H

#include "candidate.h"
#include "english.h"
#include "source.h"
#include "table.h"

/* Adds candidates of several words, made of the best of the single ones. */
void compose(const struct english *en, const struct table *lexicon, const struct table *kinds,
	     struct candidates *c, const struct source *source);

#endif
