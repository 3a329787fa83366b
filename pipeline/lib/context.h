/* Does a sentence stand on its own, or does it need the one before it or behind it?
 *
 * It hangs in the air if its opening points back: a pronoun ("Lo ha detto"), a demonstrative
 * ("Questa svolta"), a connective ("Tuttavia"), as the table of openings has it; or if it cuts a
 * quotation in two. */
#ifndef RASSEGNA_CONTEXT_H
#define RASSEGNA_CONTEXT_H

#include "conllu.h"
#include "table.h"

/* openings: rows "words TAB hangs|free", the longest that matches counts. */
bool context_points_back(const struct table *openings, struct arena *arena,
			 const struct sentence *s);
/* A quotation is opened or closed in it and not both. */
bool context_cuts_quote(const struct sentence *s);

#endif
