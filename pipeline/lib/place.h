/* A word of the source with those around it, as the rules of construction.h ask about them. Words
 * behind the last are none of anything. */
#ifndef RASSEGNA_PLACE_H
#define RASSEGNA_PLACE_H

#include "construction.h"

struct place {
	const struct construction_models *models;
	struct arena *arena;
	const struct source *source;
	size_t at;
};

bool place_is_nominal(const struct place *p, size_t i); /* or its article */
bool place_is_person(const struct place *p, size_t i);
bool place_ends_clause(const struct place *p, size_t i);

#endif
