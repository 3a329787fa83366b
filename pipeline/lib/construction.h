/* Small words that one Italian construction or another decides on, where phrases seen elsewhere
 * mislead: "sia ... sia", "come" before an example, ages, "ben" before a number, "ex", clefts,
 * who said what, "si prevede che" and "piogge si prevedono" (see inversion.h), the names
 * of streets. */
#ifndef RASSEGNA_CONSTRUCTION_H
#define RASSEGNA_CONSTRUCTION_H

#include "english.h"
#include "source.h"

struct construction_models {
	const struct english *english;
	const struct table *quantities; /* of which the rows of streets are read */
	const struct table *kinds;      /* see kind.h */
	const struct table *lexicon;    /* or NULL */
};

struct construction {
	size_t n;            /* words covered, 1 or more */
	struct span english; /* tokens parted by blanks; alternatives parted by | */
	bool tied;           /* stays between the words beside it */
};

/* What begins at words[at] and is sure; false if nothing does. */
bool construction_find(const struct construction_models *models, struct arena *arena,
		       const struct source *source, size_t at, struct construction *out);

#endif
