/* How old somebody is. */
#ifndef RASSEGNA_AGE_H
#define RASSEGNA_AGE_H

#include "place.h"

/* "Mario Rossi, 34 anni,": 34. */
bool age_find_beside(const struct place *p, struct construction *out);

/* "una donna di 34 anni": aged 34. */
bool age_find_of(const struct place *p, struct construction *out);

/* "aveva 34 anni": was 34. */
bool age_find_verb(const struct place *p, struct construction *out);

#endif
