/* The phrase table: candidates from rows "source TAB target TAB n kinds TAB costs TAB costs".
 *
 * n: the sentences that had the pair (9: or more), with a letter for each kind of text they are
 * from: p(rose), t(alk), m(anuals), d(ictionary). Costs are -8 ln p, whole numbers: p(e|f) p(f|e)
 * lex(e|f) lex(f|e), then of the six orientations (before: monotone, swap, apart; behind: the
 * same). */
#ifndef RASSEGNA_PHRASE_TABLE_H
#define RASSEGNA_PHRASE_TABLE_H

#include "candidate.h"

enum { PHRASE_LONGEST = 7 }; /* source words */

/* A row's cost without its unit. */
#define PHRASE_UNIT (1 / 8.0f)

/* Candidates of all spans of words[n], as they are written there. */
void phrase_table_find(const struct table *phrases, struct candidates *c,
		       const struct span words[]);

#endif
