/* Clefts, which put first what is news: "a dare l'allarme è stato un passante", "è stato il figlio
 * a trovarlo". */
#ifndef RASSEGNA_CLEFT_H
#define RASSEGNA_CLEFT_H

#include "place.h"

/* "a dare" before "è stato": giving. */
bool cleft_find_deed(const struct place *p, struct construction *out);

/* The sign for a subject and "è stato" before who did it: it was; and "a trovare" behind: who
 * found. */
bool cleft_find_doer(const struct place *p, struct construction *out);
bool cleft_find_doing(const struct place *p, struct construction *out);

#endif
