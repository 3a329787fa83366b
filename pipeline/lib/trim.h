/* Cut off a connective that opens a sentence, so that it stands without the one before: "Tuttavia,
 * il ponte resta chiuso" becomes "Il ponte resta chiuso".
 *
 * Only where grammar allows it. The connective, of class "joins" in the table of openings, is the
 * first thing in the sentence and means nothing but that it goes on ("se" and "sebbene" govern a
 * verb: they are not in the table). What is left opens with its subject ("Inoltre i treni"), or,
 * behind a comma, with a phrase and then its subject ("Inoltre, nel pomeriggio i treni"), or is a
 * passive with the subject right behind ("Inoltre sono stati fermati due treni"); other verbs may
 * have left it in the sentence before. It does not point back itself (context.h): "Tuttavia lui"
 * and "Infatti anche" stay as they are. Without UPOS and FEATS nothing is cut. */
#ifndef RASSEGNA_TRIM_H
#define RASSEGNA_TRIM_H

#include "conllu.h"
#include "table.h"

/* False if it must stay as it is, *out is then not set. Else *out is the sentence without the
 * connective, in the arena: rows, IDs and HEADs counted anew, the next word with a capital, "#
 * text" to match, and "# trimmed" with what was cut. A sentence stays as it is also if its text is
 * not made of its forms, if it has DEPS, if a HEAD points to what would go, or if it was cut
 * before. openings: as in context.h. s and out may be the same. */
bool trim_sentence(const struct table *openings, struct arena *arena, const struct sentence *s,
		   struct sentence *out);

#endif
