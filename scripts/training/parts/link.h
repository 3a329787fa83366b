/* A link of a word alignment as it is written: "i-j", word i of the source, word j of the target,
 * from 0. */
#ifndef RASSEGNA_TRAINING_LINK_H
#define RASSEGNA_TRAINING_LINK_H

#include "lib/span.h"

/* False if it is none. */
bool link_parse(struct span text, long *i, long *j);

#endif
