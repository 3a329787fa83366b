/* Small words that one Italian construction or another decides on, where phrases seen elsewhere
 * mislead: "sia ... sia", "come" before an example, an age in apposition, who said what, "si
 * prevede che" and "piogge si prevedono" (see inversion.h), the names of streets. */
#ifndef RASSEGNA_CONSTRUCTION_H
#define RASSEGNA_CONSTRUCTION_H

#include "english.h"
#include "source.h"

struct construction {
	size_t n;            /* words covered, 1 or more */
	struct span english; /* tokens parted by blanks; alternatives parted by | */
	bool tied;           /* stays between the words beside it */
};

/* What begins at words[at] and is sure; false if nothing does. quantities: the model, of which the
 * rows of streets are read. */
bool construction_find(const struct english *en, const struct table *quantities,
		       struct arena *arena, const struct source *source, size_t at,
		       struct construction *out);

#endif
