/* "a" or "an", by how the next word sounds. */
#ifndef RASSEGNA_INDEFINITE_H
#define RASSEGNA_INDEFINITE_H

#include "span.h"

/* Does the word begin with the sound of a vowel? "hour", "SUV", "8" and "11" do, "unit", "one" and
 * "UN" do not. */
bool sounds_like_vowel(struct span word);

/* Sets each "a" and "an" in place; "A" only where a sentence or a quotation begins, since it may be
 * a name as well. */
void set_indefinite(struct span words[], size_t n);

#endif
