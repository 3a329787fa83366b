/* Numerals: Italian ones read, in figures and in words, and English ones written.
 *
 * In Italian the point parts thousands and the comma decimals, in English the other way round. A
 * point stands for thousands only where each group behind it has three digits and the first has
 * one to three and no leading zero: 1.250 and 1.234.567,89, but not 10.30 (a time), 3.11 (a
 * version) or 0.500. */
#ifndef RASSEGNA_NUMERAL_H
#define RASSEGNA_NUMERAL_H

#include "map.h"

/* A token with Italian number punctuation, put in English: 14,8 is 14.8, 1.250 is 1,250, and so
 * on either side of a hyphen (10,5-12). All other tokens come back as they are. */
struct span quantity_number(struct arena *arena, struct span form);

/* A token of figures, maybe with -mila behind them (20mila). */
struct figures {
	struct span text; /* in English: 1,250 20,000 14.8 10-15 */
	long value;       /* of a whole number below 10^15, else -1 */
	bool plain;       /* digits alone: a year, a code or a number */
};
bool figures_read(struct arena *arena, struct span form, struct figures *out);

/* Italian cardinals in words: 1 to 999 as the spell-out rules of ICU make them, and compounds with
 * mille and -mila. The rules are read with the first word that looks like a numeral, 3 ms; where
 * ICU lacks them no word is a numeral. */
struct numerals {
	struct arena *arena; /* as long-lived as this; the caller's */
	struct map words;
	bool open;
};
long numeral_value(struct numerals *numerals, struct arena *arena, struct span key); /* or -1 */
/* trentenne, quarantacinquenni: the age; or -1. */
long numeral_age(struct numerals *numerals, struct arena *arena, struct span key);

long numeral_roman(struct span form); /* in capitals, 1 to 39; or -1 */

struct span numeral_group(struct arena *arena, long value);   /* 1,250 */
struct span numeral_ordinal(struct arena *arena, long value); /* 60th */

#endif
