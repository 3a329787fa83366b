/* Dates as newspapers write them, in ISO 8601.
 *
 * Read are, in whichever case, with or without a day of the week in front:
 *   11 giugno 2025, 11 giu. '25, 1° gennaio 2024, 11-giu-2025, 11 giugno del 2025
 *   11/06/2025, 11.06.25, 11-6-2025: always the day first, as in Italy
 *   June 11, 2025; Wed, 11 Jun 2025; Wed Jun 11 10:30:00 CEST 2025
 *   2025-06-11, 2025/06/11, 20250611, 2025-W24-3, 2025-162
 * and behind it, or right before it, a time of the day: 10:30, 10.30, ore 10,30, alle 9, h 10:30,
 * 10:30:15, 10.30 pm, T103015.250, with a zone (Z, GMT, CEST, +02:00, +0200, EST ...).
 *
 * Years of two digits are those from 1969 to 2068, as in POSIX's strptime. A date that no calendar
 * has is none; a time that no clock shows is left out. */
#ifndef RASSEGNA_DATE_H
#define RASSEGNA_DATE_H

#include "arena.h"

struct date {
	int year, month, day;
	int hour, minute; /* hour -1: no time is given */
	char zone[8];     /* "Z", "+02:00", or empty: as the text has it, nothing is converted */
};

/* The first date in a text that stands between off and the end: [*off, *off + *n), with the time
 * and the day of the week that belong to it. */
bool date_find(struct span text, size_t *off, size_t *n, struct date *date);

/* "2025-06-11" or "2025-06-11T10:30" or "2025-06-11T10:30+02:00": the first date in a text; empty
 * if there is none. */
struct span date_iso(struct arena *arena, struct span text);
struct span date_print(struct arena *arena, const struct date *date);

/* Seconds, or from 10^11 on milliseconds, since 1970, as dates stand in JSON: in UTC. */
struct date date_of_epoch(double seconds);

#endif
