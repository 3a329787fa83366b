/* The shape of a word: its class where it is too rare to have another. The translator tells it
 * alike; see pipeline/lib/language.h. */
#ifndef RASSEGNA_TRAINING_SHAPE_H
#define RASSEGNA_TRAINING_SHAPE_H

#include <stdint.h>

#include "lib/span.h"

enum { OTHER, CAPITAL, NUMBER, SHAPES };

uint32_t shape_of(struct span word);

#endif
