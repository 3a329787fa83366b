/* Who said what to whom, where a quotation or what was said stands beside it. */
#ifndef RASSEGNA_SAYING_H
#define RASSEGNA_SAYING_H

#include "place.h"

/* "«...», ha detto Rossi": said; "«...», ha detto ai cronisti": he told the; "ha dichiarato che".
 */
bool saying_find(const struct place *p, struct construction *out);

/* The "ai" of "ha detto il sindaco ai cronisti": to the. */
bool saying_find_hearer(const struct place *p, struct construction *out);

/* The conditional of what others say: "avrebbe perso il controllo" is "has reportedly lost". */
bool saying_find_hearsay(const struct place *p, struct construction *out);

#endif
