/* Subjects behind their verb go before it, where English has them: "È stata approvata la legge" is
 * read "la legge è stata approvata", "Lo ha detto Rossi" "Rossi lo ha detto" (reordering before
 * translation: Collins, Koehn and Kucerova 2005). */
#ifndef RASSEGNA_INVERSION_H
#define RASSEGNA_INVERSION_H

#include "source.h"
#include "table.h"

/* Where a clause begins with a form of "essere" or "venire", a participle or an adjective, and
 * nouns that agree with both; with a verb that has no object; or with an object, a verb and nouns
 * that agree with it. kinds: see kind.h. */
void source_invert(struct arena *arena, const struct table *lexicon, const struct table *kinds,
		   struct source *source);

#endif
