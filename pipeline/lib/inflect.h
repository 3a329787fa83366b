/* The English form of an equivalent that an Italian word's part of speech and features ask for:
 * "decidere" is "decide", "decideranno" "will decide", "comitati" "committees". */
#ifndef RASSEGNA_INFLECT_H
#define RASSEGNA_INFLECT_H

#include "conllu.h"
#include "english.h"

struct span inflect(const struct english *en, struct arena *arena, const struct row *row,
		    struct span base);

/* What a finite verb has before its base where "non" stands before it: "did not ", "does not ",
 * "will not "; empty where that is not how it is said. */
struct span inflect_denial(const struct row *row);

/* The pronouns behind a verb, in English, each with a blank before it: those of "dir glie lo" are
 * " it him". Empty where English has none. pronouns: the words of a multiword token after its
 * verb. it: what "lo" and "la" are, " it" or whom. */
struct span inflect_enclitics(struct arena *arena, const struct row pronouns[], size_t n,
			      struct span it);

#endif
