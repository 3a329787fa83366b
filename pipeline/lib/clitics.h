/* Pronouns written onto a verb: vederla = veder + la, andarsene = andar + se + ne. */
#ifndef RASSEGNA_CLITICS_H
#define RASSEGNA_CLITICS_H

#include "table.h"

enum { CLITICS_WORDS = 3 }; /* the verb, and one or two pronouns */

/* Cut form into words[]; they are slices of it, as the UD treebanks of Italian have them, so that
 * the verb stays without the vowel or consonant that it lost. forms: rows "form TAB UPOS TAB lemma
 * TAB FEATS" as tag has them. Only where the verb is known there, as an infinitive (veder, por,
 * tradur), a gerund, a participle with si, gli or ne, or ecco, and the whole is no word of another
 * kind. Imperatives are left whole: most are nouns or adjectives as well (portali, fatti).
 * Returns the number of words, 1 if it is one (words[] is then not set). */
size_t clitics_split(struct arena *arena, const struct table *forms, struct span form,
		     struct span words[CLITICS_WORDS]);

#endif
