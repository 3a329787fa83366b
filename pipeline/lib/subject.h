/* Subjects that Italian leaves out and English names: "Ha detto" is "He said". */
#ifndef RASSEGNA_SUBJECT_H
#define RASSEGNA_SUBJECT_H

#include "source.h"
#include "table.h"

/* Put a sign for the subject, "<3s>" for a person and number, before a verb that has none in front
 * of it since the sentence, a quotation or a clause behind "che" begins, but for "ieri", "a Roma"
 * and the like. It stands for no words of the text (nrows 0).
 * kinds: see kind.h. */
void source_add_subjects(struct arena *arena, const struct table *kinds, struct source *source);

#endif
