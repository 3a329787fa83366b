/* Which words of a tagged sentence are one name: "Scale AI", "Banca d'Italia", "Corte dei conti".
 *
 * A name begins at a word with a capital that the tagger holds for a name, or at a noun or
 * adjective whose capital is not that of a beginning. It goes on
 *   - over the words with capitals that follow at once, and the particles between them (Ludwig
 *     van Beethoven, Joris Van Aerlen, Dolce & Gabbana, Sole 24 Ore);
 *   - behind a common noun, which is what an institution, a place or a work is called by, over its
 *     adjective (Unione europea), "di" and a noun (Camera di commercio, Corte dei conti) or another
 *     name (Museo della Scrittura di Montelarco);
 *   - to the end of a quotation that stands behind a noun: the magazine "Annali di biologia".
 * Titles (presidente, signor), days, months, centuries and Paese are no names, whatever their case.
 * Rules of what McDonald 1996 calls internal evidence: "Internal and external evidence in the
 * identification and semantic categorization of proper names"; unlike there, no kinds are told. */
#ifndef RASSEGNA_NAMES_H
#define RASSEGNA_NAMES_H

#include "capitals.h"
#include "table.h"

/* MISC of every word gets Name=Begin or Name=Inside; what it had of Name is dropped. tags: see
 * analysis.h. capitals: of the document; not of this sentence alone. */
void names_mark(struct arena *arena, const struct table *tags, const struct capitals *capitals,
		struct sentence *s);

#endif
