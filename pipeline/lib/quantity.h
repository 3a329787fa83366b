/* Italian quantities in English: numbers, money, percentages, dates, times, decades, centuries,
 * ordinals, ages, as British newspapers write them (on 12 June 2025, 6:30 pm, $14.8 billion).
 *
 * What a translation model cannot learn from examples since there are too many of them is made by
 * rule here; a decoder takes the renderings as translation options beside its phrase table's.
 *
 * English texts are tokens parted by one blank. What sticks to its neighbour in print is a token
 * of its own ("$ 14.8 billion", "3.5 %"); "1990s", "60th", "6:30" and "45-year-old" are one. The
 * case is that of mid-sentence.
 *
 * Words are tokens as token.h cuts them, articulated prepositions (del, alle) not yet split. */
#ifndef RASSEGNA_QUANTITY_H
#define RASSEGNA_QUANTITY_H

#include "localenames.h"
#include "numeral.h"
#include "table.h"

struct quantities {
	const struct table *table; /* the model "quantities"; its head describes the rows */
	struct arena arena;
	struct map starters; /* first word of keys: the most words that one of them has */
	struct numerals numerals;
	struct localenames names;
};

/* Reading ICU's names and spell-out rules waits until a text asks for them. The table outlives
 * the quantities; oom as in an arena. While it is open q must stay where it is. */
void quantities_open(struct quantities *q, const struct table *table, void (*oom)(void));
void quantities_close(struct quantities *q);

struct quantity {
	size_t n; /* tokens covered, 1 or more */
	struct span english;
	bool sure; /* take this, or another sure one of the same length, and nothing else */
};

enum { QUANTITY_MAX = 24 }; /* enough for all renderings at one place */

/* Renderings of the expressions that begin at words[at], longest first, of one length the best
 * first; the number of them, at most max. Texts live in the arena or in the quantities. */
size_t quantity_find(struct quantities *q, struct arena *arena, const struct span words[], size_t n,
		     size_t at, struct quantity out[], size_t max);

#endif
