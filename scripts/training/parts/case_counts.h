/* How words are written, most often: what truecasing goes by; see pipeline/lib/truecase.h. */
#ifndef RASSEGNA_TRAINING_CASE_COUNTS_H
#define RASSEGNA_TRAINING_CASE_COUNTS_H

#include "lib/map.h"

/* Count a form that stands where its case is its own: by form. Numbers, marks and addresses are
 * passed over. */
void case_count(struct map *counts, struct span form);

/* Write the source of a table, sorted: word in lower case, its most frequent form, how often that
 * was seen, how often the word; those seen less often than least are left out. */
void case_counts_put(const struct map *counts, uint32_t least);

#endif
