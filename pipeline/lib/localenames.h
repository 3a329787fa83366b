/* The names of months, weekdays and currencies, Italian to English, out of ICU's locale data: they
 * are read when first asked for, half a millisecond each; where ICU lacks them none is known. */
#ifndef RASSEGNA_LOCALENAMES_H
#define RASSEGNA_LOCALENAMES_H

#include "map.h"

struct localenames {
	struct arena *arena; /* as long-lived as this; the caller's */
	/* lower case; value: 1 + index in english */
	struct map months, short_months, weekdays, currencies;
	VEC(struct span) english;
	size_t months_off; /* where in english the twelve begin */
	bool calendar_open, currencies_open;
};

/* The English name, empty if the Italian one, in lower case, is none. Currencies by the plural of
 * their full name: "franchi svizzeri" are "Swiss francs". */
struct span localenames_month(struct localenames *names, struct span italian);
struct span localenames_short_month(struct localenames *names, struct span italian); /* "gen" */
struct span localenames_weekday(struct localenames *names, struct span italian);
struct span localenames_currency(struct localenames *names, struct span italian);

/* The English name of month 1 to 12. */
struct span localenames_month_at(struct localenames *names, long month);

#endif
