/* What results depend on, in words and hashes that are equal for equal runs: by them the database
 * knows whether an item is done. */
#ifndef RASSEGNA_SIGNATURE_H
#define RASSEGNA_SIGNATURE_H

#include "chain.h"
#include "lib/report.h"

/* XXH3 of 128 bits, 32 digits. */
struct span hash_of(struct arena *arena, struct span bytes);

/* All models that the stages would find, at once; which stage reads which is not asked. Dies. */
struct span models_signature(struct arena *arena);

/* "to=text,json lang=both; score --method lead; ...": the options of stages before chain_cut, files
 * that they read by what is in them. Dies if one cannot be read. */
struct span options_signature(struct arena *arena, struct span formats, enum lang lang,
			      const struct chain *chain);

#endif
