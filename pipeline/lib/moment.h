/* When: dates, times of the day, decades, centuries; a part of quantity.h. Each reads from word at
 * on and says how many words it took, 0 or false if none. */
#ifndef RASSEGNA_MOMENT_H
#define RASSEGNA_MOMENT_H

#include "reader.h"

long read_marked(struct span form); /* the number of 60°, 3ª; or -1 */
size_t read_day(struct reader *r, size_t at, struct span *english);
struct core read_date(struct reader *r, size_t at);  /* day and month at least */
struct core read_month(struct reader *r, size_t at); /* with its year */

struct clock {
	size_t n;
	long hour, minute;
	bool exact; /* with minutes or the part of the day */
};

bool read_clock(struct reader *r, size_t at, struct clock *out);
/* No noun follows a bare hour: "alle 18 di ieri", not "alle 18 famiglie". */
bool clock_is_over(struct reader *r, size_t at);
const char *clock_half(const struct clock *clock); /* am, pm, noon, midnight */
struct span clock_text(struct reader *r, const struct clock *clock, bool half);
struct core read_time(struct reader *r, size_t at);

struct core read_decade(struct reader *r, size_t at);
struct core read_century(struct reader *r, size_t at);

#endif
