/* The English form of an equivalent that an Italian word's part of speech and features ask for:
 * "decidere" is "decide", "decideranno" "will decide", "comitati" "committees". */
#ifndef RASSEGNA_INFLECT_H
#define RASSEGNA_INFLECT_H

#include "conllu.h"
#include "english.h"

struct span inflect(const struct english *en, struct arena *arena, const struct row *row,
		    struct span base);

/* The pronouns that are written together with a verb, in English, parted by blanks: "dirglielo" has
 * "it him". Empty if there are none. Only of infinitives, gerunds and participles. */
struct span inflect_enclitics(const struct row *row);

#endif
