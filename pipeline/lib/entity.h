/* The named character references of HTML 4.01, and &apos;. */
#ifndef RASSEGNA_ENTITY_H
#define RASSEGNA_ENTITY_H

#include <stdint.h>

#include "span.h"

int32_t entity_char(struct span name); /* "egrave" is è; -1 if there is none */

#endif
