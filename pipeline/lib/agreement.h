/* What the Italian words speak against in their English. */
#ifndef RASSEGNA_AGREEMENT_H
#define RASSEGNA_AGREEMENT_H

#include "candidate.h"
#include "source.h"

/* Counts in F_AGREEMENT, below zero, the verbs of each candidate with which it does not agree: the
 * future and the conditional need their auxiliary ("fisserà" is not "fix"), "sono" of the third
 * person is not "I'm", "avevano" before a participle not "were". Counts in F_REFERENT pronouns that
 * cannot stand for a person or a thing, in F_NO_SUBJECT subjects that are left out, in
 * F_NO_PREPOSITION prepositions at the edge of a phrase that are. */
void count_disagreement(const struct candidates *c, const struct source *source);

/* The future and the conditional: of a word that is rare in them the table may have none. */
bool needs_auxiliary(const struct row *row);

#endif
