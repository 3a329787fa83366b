/* Italian put the way English would say it, before its phrases are looked up. */
#ifndef RASSEGNA_REPHRASE_H
#define RASSEGNA_REPHRASE_H

#include "source.h"
#include "table.h"

/* Pronominal verbs have the perfect with "essere", which English reads as a passive: "si è opposta"
 * is read "ha opposto" ("opposed", not "is opposed"). The pronoun and the auxiliary become one
 * word. So is "è precipitato" read "ha precipitato", of verbs that have no passive. What the
 * phrase table knows as it stands ("si è svolto", "è arrivato") stays, and stays whole. All verbs
 * with "si", before or behind them, are marked as pronominal. kinds: see kind.h. */
void rephrase(struct arena *arena, const struct table *phrases, const struct table *kinds,
	      struct source *source);

#endif
