/* What English does not inflect is read in one form, so that the phrase table has met it more
 * often: adjectives and participles in the masculine singular, articles, prepositions with an
 * article, possessives and demonstratives in the masculine, finite verbs by their tense. After
 * Nießen and Ney 2004, "Statistical machine translation with scarce resources using
 * morpho-syntactic information", Computational Linguistics 30(2); unlike there by rule, and the
 * same for all words. */
#ifndef RASSEGNA_NEUTRAL_H
#define RASSEGNA_NEUTRAL_H

#include "source.h"

/* How the phrase table has a word: "arrestate" as "arrestato", "della" as "del", "arresteranno" as
 * "arrestare:f", a pronoun that has moved by its sign. */
struct span neutral_form(struct arena *arena, const struct source_word *w);

#endif
