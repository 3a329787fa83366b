#include "date.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "buf.h"

enum { BLANKS_MAX = 8, WORD_MAX = 12, NEAR = 24 };

/* What is still to be read. Each reader below moves it on if it finds what it looks for, and leaves
 * it where it is if not. */
struct cursor {
	const char *at, *end;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* In UTF-8: also the first byte of à and the like, but not of blanks and dashes. */
static bool
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       ((unsigned char)c >= 0xC3 && (unsigned char)c < 0xCA);
}

static char
peek(struct cursor c)
{
	return c.at < c.end ? *c.at : '\0';
}

static bool
take(struct cursor *c, const char *literal)
{
	size_t n = strlen(literal);

	if ((size_t)(c->end - c->at) < n || strncasecmp(c->at, literal, n) != 0)
		return false;
	c->at += n;
	return true;
}

static bool
take_blanks(struct cursor *c)
{
	const char *start = c->at;

	for (int i = 0; i < BLANKS_MAX; i++)
		if (!take(c, " ") && !take(c, "\t") && !take(c, "\n") && !take(c, "\r") &&
		    !take(c, "\u00A0") && !take(c, "\u202F"))
			break;
	return c->at > start;
}

/* A number of least to most digits, 9 at most, and no digit behind it. */
static bool
take_number(struct cursor *c, int least, int most, int *value)
{
	int n = 0, v = 0;

	while (n < most && c->at + n < c->end && is_digit(c->at[n]))
		v = 10 * v + (c->at[n++] - '0');
	if (n < least || (c->at + n < c->end && is_digit(c->at[n])))
		return false;
	*value = v;
	c->at += n;
	return true;
}

/* Exactly so many digits; more may follow. */
static bool
take_digits(struct cursor *c, int n, int *value)
{
	int v = 0;

	if (c->end - c->at < n)
		return false;
	for (int i = 0; i < n; i++) {
		if (!is_digit(c->at[i]))
			return false;
		v = 10 * v + (c->at[i] - '0');
	}
	*value = v;
	c->at += n;
	return true;
}

/* A whole word, and not the start of a longer one. */
static bool
take_word(struct cursor *c, const char *word)
{
	struct cursor next = *c;

	if (!take(&next, word) || is_alpha(peek(next)))
		return false;
	*c = next;
	return true;
}

/* The place, from 1, of the name that the next word, of three letters at least, is the start of; 0
 * if none. A full stop behind it is taken. */
static int
take_name(struct cursor *c, const char *const names[], int count)
{
	size_t n = 0;

	while (c->at + n < c->end && is_alpha(c->at[n]) && n <= WORD_MAX)
		n++;
	if (n < 3)
		return 0;
	for (int i = 0; i < count; i++)
		if (n <= strlen(names[i]) && strncasecmp(c->at, names[i], n) == 0) {
			c->at += n;
			take(c, ".");
			return i + 1;
		}
	return 0;
}

static int
take_month(struct cursor *c)
{
	static const char *const italian[] = { "gennaio",   "febbraio", "marzo",    "aprile",
					       "maggio",    "giugno",   "luglio",   "agosto",
					       "settembre", "ottobre",  "novembre", "dicembre" };
	static const char *const english[] = { "january",   "february", "march",    "april",
					       "may",       "june",     "july",     "august",
					       "september", "october",  "november", "december" };
	int month = take_name(c, italian, 12);

	return month > 0 ? month : take_name(c, english, 12);
}

/* ---- the calendar ---- */

static int
days_of_year(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
}

static int
days_of_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 ? days_of_year(year) - 337 : days[month - 1];
}

static bool
is_possible(const struct date *d)
{
	return d->year >= 1500 && d->year < 2200 && d->month >= 1 && d->month <= 12 &&
	       d->day >= 1 && d->day <= days_of_month(d->year, d->month);
}

static int
full_year(int year)
{
	return year >= 100 ? year : year < 69 ? 2000 + year : 1900 + year;
}

/* Day 1 is the first of January; it may lie before or behind the year. */
static void
set_day_of_year(struct date *d, int year, int day)
{
	for (; day < 1; day += days_of_year(year))
		year--;
	for (; day > days_of_year(year); day -= days_of_year(year++))
		;
	d->year = year;
	for (d->month = 1; day > days_of_month(year, d->month); d->month++)
		day -= days_of_month(year, d->month);
	d->day = day;
}

/* 1 is Monday. */
static int
weekday_of_new_year(int year)
{
	int y = year - 1;

	return (y + y / 4 - y / 100 + y / 400) % 7 + 1;
}

/* ---- zones and times ---- */

static bool
take_offset(struct cursor *c, char zone[8])
{
	struct cursor next = *c;
	char sign = peek(next);
	int hours, minutes = 0;

	if (take(&next, "\u2212"))
		sign = '-';
	else if (!take(&next, "+") && !take(&next, "-"))
		return false;
	if (!take_digits(&next, 2, &hours) || hours > 14)
		return false;
	if (take(&next, ":") ? !take_digits(&next, 2, &minutes) || minutes > 59
			     : take_digits(&next, 2, &minutes) && minutes > 59)
		return false;
	if (is_digit(peek(next)))
		return false;
	snprintf(zone, 8, "%c%02d:%02d", sign, hours % 100, minutes % 100);
	*c = next;
	return true;
}

static bool
take_capitals(struct cursor *c, const char *word)
{
	struct cursor next = *c;

	if (!take_word(&next, word) || memcmp(c->at, word, strlen(word)) != 0)
		return false;
	*c = next;
	return true;
}

static bool
take_zone(struct cursor *c, char zone[8])
{
	static const char *const names[][2] = {
		/* in capitals: est is the east as well */
		{ "Z", "Z" },        { "z", "Z" },         { "UTC", "Z" },
		{ "GMT", "Z" },      { "UT", "Z" },        { "CEST", "+02:00" },
		{ "CET", "+01:00" }, { "EEST", "+03:00" }, { "EET", "+02:00" },
		{ "BST", "+01:00" }, { "EST", "-05:00" },  { "EDT", "-04:00" },
		{ "CST", "-06:00" }, { "CDT", "-05:00" },  { "MST", "-07:00" },
		{ "MDT", "-06:00" }, { "PST", "-08:00" },  { "PDT", "-07:00" },
	};
	struct cursor next = *c;

	take_blanks(&next);
	take(&next, "(");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (take_capitals(&next, names[i][0])) {
			strcpy(zone, names[i][1]);
			*c = next;
			take_offset(c, zone); /* GMT+0200 */
			take(c, ")");
			return true;
		}
	if (!take_offset(&next, zone))
		return false;
	*c = next;
	return true;
}

/* 10:30, 10.30, 10,30, 10h30, with seconds and their parts. */
static bool
take_hours_minutes(struct cursor *c, int *hour, int *minute, bool after_word)
{
	struct cursor next = *c, behind_hour;
	char sign;
	int seconds;

	if (!take_number(&next, 1, 2, hour))
		return false;
	behind_hour = next;
	sign = peek(next);
	if (sign == ':' || sign == '.' || sign == 'h' || (sign == ',' && after_word)) {
		next.at++;
		if (take_number(&next, 2, 2, minute)) {
			*c = next;
			if (take(&next, sign == '.' ? "." : ":") &&
			    take_number(&next, 2, 2, &seconds))
				*c = next;
			if ((take(&next, ".") || take(&next, ",")) &&
			    take_number(&next, 1, 9, &seconds))
				*c = next;
			return true;
		}
	}
	if (!after_word)
		return false;
	*c = behind_hour;
	*minute = 0;
	return true;
}

/* 103015 of ISO's basic format. */
static bool
take_basic_time(struct cursor *c, int *hour, int *minute)
{
	struct cursor next = *c;
	int part;

	if (!take_digits(&next, 2, hour) || !take_digits(&next, 2, minute))
		return false;
	take_digits(&next, 2, &part);
	if (is_digit(peek(next)))
		return false;
	if ((take(&next, ".") || take(&next, ",")) && !take_number(&next, 1, 9, &part))
		return false;
	*c = next;
	return true;
}

static void
take_half(struct cursor *c, int *hour)
{
	struct cursor next = *c;
	bool pm;

	take_blanks(&next);
	pm = take_word(&next, "pm") || take_word(&next, "p.m.");
	if (!pm && !take_word(&next, "am") && !take_word(&next, "a.m."))
		return;
	*c = next;
	if (*hour >= 1 && *hour <= 12)
		*hour = *hour % 12 + 12 * pm;
}

static bool
set_time(struct cursor *c, struct date *d, int hour, int minute)
{
	take_half(c, &hour);
	if (hour > 23 || minute > 59)
		return false;
	d->hour = hour;
	d->minute = minute;
	take_zone(c, d->zone);
	return true;
}

/* What may stand between a date and its time; true if it says that a time comes. */
static bool
take_time_words(struct cursor *c)
{
	static const char *const words[] = { "alle", "ore",  "dalle",  "h",
					     "at",   "all'", "orario", "h." };
	static const char *const signs[] = { ",",      "-",      "|",      ";",     "(",
					     "\u2013", "\u2014", "\u2022", "\u00B7" };
	bool found = false, again = true;

	while (again) {
		again = take_blanks(c);
		for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
			again |= take(c, signs[i]);
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (take_word(c, words[i]))
				again = found = true;
	}
	return found;
}

static void
take_time(struct cursor *c, struct date *d)
{
	struct cursor next = *c;
	int hour, minute;
	bool after_word;

	if (take(&next, "t") && (take_basic_time(&next, &hour, &minute) ||
				 take_hours_minutes(&next, &hour, &minute, true))) {
		if (set_time(&next, d, hour, minute))
			*c = next;
		return;
	}
	next = *c;
	after_word = take_time_words(&next);
	if (next.at > c->at && take_hours_minutes(&next, &hour, &minute, after_word) &&
	    set_time(&next, d, hour, minute))
		*c = next;
}

/* ---- dates ---- */

/* 2025, 25 or '25, if no digit follows. A bare 25 could be of what comes next: "11 giugno 25
 * persone". */
static bool
take_year(struct cursor *c, int *year)
{
	struct cursor next = *c;
	bool apostrophe = take(&next, "'") || take(&next, "\u2019") || take(&next, "\u2018");

	if (apostrophe ? !take_number(&next, 2, 2, year)
		       : !take_number(&next, 4, 4, year) && !take_number(&next, 2, 2, year))
		return false;
	if (*year < 100 && !apostrophe) {
		struct cursor after = next;

		if (peek(after) == ':' || is_alpha(peek(after)) ||
		    ((take_blanks(&after), is_alpha(peek(after))) && !take_time_words(&after)))
			return false;
	}
	*year = full_year(*year);
	*c = next;
	return true;
}

static void
take_ordinal(struct cursor *c)
{
	static const char *const signs[] = { "\u00B0", "\u00BA", "o",  "^", "\u00AA",
					     "st",     "nd",     "rd", "th" };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (take_word(c, signs[i]) || (i < 2 && take(c, signs[i])))
			return;
}

static void
take_separators(struct cursor *c)
{
	while (take_blanks(c) || take(c, ",") || take(c, "-") || take(c, "/") || take(c, "."))
		;
}

/* 11 giugno 2025 */
static bool
take_day_month_year(struct cursor *c, struct date *d)
{
	struct cursor next = *c;

	if (take_word(&next, "primo"))
		d->day = 1;
	else if (!take_number(&next, 1, 2, &d->day))
		return false;
	take_ordinal(&next);
	take_separators(&next);
	if ((d->month = take_month(&next)) == 0)
		return false;
	take_separators(&next);
	if (take_word(&next, "del") || take(&next, "dell"))
		take_blanks(&next);
	if (!take_year(&next, &d->year))
		return false;
	*c = next;
	return true;
}

/* June 11, 2025; Jun 11 10:30:00 CEST 2025 */
static bool
take_month_day_year(struct cursor *c, struct date *d)
{
	struct cursor next = *c, before;

	if ((d->month = take_month(&next)) == 0 || !take_blanks(&next) ||
	    !take_number(&next, 1, 2, &d->day))
		return false;
	take_ordinal(&next);
	before = next;
	take_time(&next, d);
	take_separators(&next);
	if (!take_number(&next, 4, 4, &d->year)) {
		next = before;
		d->hour = -1;
		take_separators(&next);
		if (!take_number(&next, 4, 4, &d->year))
			return false;
	}
	*c = next;
	return true;
}

/* 11/06/2025, with the same sign twice */
static bool
take_numeric(struct cursor *c, struct date *d)
{
	struct cursor next = *c;
	char sign[2] = { 0 };

	if (!take_number(&next, 1, 2, &d->day))
		return false;
	take_blanks(&next);
	sign[0] = peek(next);
	if (strchr("/.-", sign[0]) == NULL || !take(&next, sign))
		return false;
	take_blanks(&next);
	if (!take_number(&next, 1, 2, &d->month))
		return false;
	take_blanks(&next);
	if (!take(&next, sign))
		return false;
	take_blanks(&next);
	if (!take_number(&next, 4, 4, &d->year) && !take_number(&next, 2, 2, &d->year))
		return false;
	if (peek(next) == sign[0] && next.end - next.at > 1 && is_digit(next.at[1]))
		return false; /* a number of a telephone, or of a version */
	d->year = full_year(d->year);
	*c = next;
	return true;
}

/* 2025-W24-3, and the same without its signs */
static bool
take_week(struct cursor *c, struct date *d)
{
	struct cursor next = *c;
	int year, week, day, first;

	if (!take_digits(&next, 4, &year) || (take(&next, "-"), !take(&next, "w")) ||
	    !take_digits(&next, 2, &week) || (take(&next, "-"), !take_number(&next, 1, 1, &day)) ||
	    week < 1 || week > 53 || day < 1 || day > 7 || year < 1500)
		return false;
	first = weekday_of_new_year(year);
	set_day_of_year(d, year, 7 * (week - 1) + day - (first <= 4 ? first - 1 : first - 8));
	*c = next;
	return true;
}

/* 2025-162 */
static bool
take_day_of_year(struct cursor *c, struct date *d)
{
	struct cursor next = *c;
	int year, day;

	if (!take_number(&next, 4, 4, &year) || !take(&next, "-") ||
	    !take_number(&next, 3, 3, &day) || year < 1500 || day < 1 || day > days_of_year(year))
		return false;
	if (next.at < next.end && peek(next) != 'T')
		return false; /* "2000-300 euro" */
	set_day_of_year(d, year, day);
	*c = next;
	return true;
}

/* 2025-06-11, 2025/6/11, 20250611 */
static bool
take_iso(struct cursor *c, struct date *d)
{
	struct cursor next = *c;
	char sign[2] = { 0 };

	if (!take_digits(&next, 4, &d->year))
		return false;
	sign[0] = peek(next);
	if (is_digit(sign[0])) {
		if (!take_digits(&next, 2, &d->month) || !take_number(&next, 2, 2, &d->day))
			return false;
	} else if (strchr("/.-", sign[0]) == NULL || !take(&next, sign) ||
		   !take_number(&next, 1, 2, &d->month) || !take(&next, sign) ||
		   !take_number(&next, 1, 2, &d->day)) {
		return false;
	}
	*c = next;
	return true;
}

static bool
take_date(struct cursor *c, struct date *d)
{
	static bool (*const forms[])(struct cursor *, struct date *) = {
		take_day_month_year, take_numeric, take_week,
		take_day_of_year,    take_iso,     take_month_day_year,
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct cursor next = *c;

		*d = (struct date){ .hour = -1 };
		if (forms[i](&next, d) && is_possible(d)) {
			if (d->hour < 0)
				take_time(&next, d);
			*c = next;
			return true;
		}
	}
	return false;
}

/* ---- in a text ---- */

/* Not in the midst of a number or word, nor behind "06/" of a longer row of numbers. */
static bool
is_start(struct span text, size_t i)
{
	if (!is_digit(text.s[i]) && !is_alpha(text.s[i]))
		return false;
	if (i == 0)
		return true;
	if (is_digit(text.s[i]) && i > 1 && strchr("/.-,", text.s[i - 1]) != NULL &&
	    is_digit(text.s[i - 2]))
		return false;
	return !is_digit(text.s[i - 1]) && (!is_alpha(text.s[i - 1]) || is_digit(text.s[i]));
}

/* The day of the week before a date: lun, Mercoledì, giovedi, Wed. */
static size_t
start_of_weekday(struct span text, size_t off)
{
	static const char *const names[] = { "lun", "mar", "mer", "gio", "ven", "sab", "dom",
					     "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
	size_t end = off, start;

	while (end > 0 && off - end < 3 && strchr(" ,.", text.s[end - 1]) != NULL)
		end--;
	for (start = end; start > 0 && end - start <= WORD_MAX &&
			  (is_alpha(text.s[start - 1]) || (text.s[start - 1] & 0xC0) == 0x80);)
		start--;
	if (end == off || end - start < 3 || end - start > WORD_MAX)
		return off;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strncasecmp(text.s + start, names[i], 3) == 0)
			return start;
	return off;
}

/* A time that stands before its date: "10:30 - 11/06/2025", "ore 10.30 di mercoledì 11 giugno
 * 2025". */
struct time_before {
	size_t off, end; /* end 0: none yet */
	struct date date;
};

static bool
take_time_before(struct cursor *c, struct span text, struct time_before *t)
{
	struct cursor next = *c;
	int hour, minute;

	if (!take_hours_minutes(&next, &hour, &minute, false) ||
	    !set_time(&next, &t->date, hour, minute))
		return false;
	t->off = (size_t)(c->at - text.s);
	t->end = (size_t)(next.at - text.s);
	return true;
}

static void
join_time(const struct time_before *t, size_t *start, struct date *d)
{
	if (d->hour >= 0 || t->end == 0 || *start - t->end > NEAR)
		return;
	d->hour = t->date.hour;
	d->minute = t->date.minute;
	memcpy(d->zone, t->date.zone, sizeof(d->zone));
	*start = t->off;
}

bool
date_find(struct span text, size_t *off, size_t *n, struct date *date)
{
	struct time_before before = { 0 };

	for (size_t i = *off; i < text.n; i++) {
		struct cursor c = { text.s + i, text.s + text.n };

		if (!is_start(text, i))
			continue;
		if (take_date(&c, date)) {
			size_t start = start_of_weekday(text, i);

			join_time(&before, &start, date);
			*off = start;
			*n = (size_t)(c.at - text.s) - start;
			return true;
		}
		take_time_before(&c, text, &before);
	}
	return false;
}

struct span
date_print(struct arena *arena, const struct date *d)
{
	struct buf out = { .arena = arena };

	buf_printf(&out, "%04d-%02d-%02d", d->year, d->month, d->day);
	if (d->hour >= 0)
		buf_printf(&out, "T%02d:%02d%s", d->hour, d->minute, d->zone);
	return buf_span(&out);
}

struct span
date_iso(struct arena *arena, struct span text)
{
	size_t off = 0, n;
	struct date date;

	return date_find(text, &off, &n, &date) ? date_print(arena, &date) : SPAN("");
}

struct date
date_of_epoch(double seconds)
{
	struct date d = { .zone = "Z" };
	long long s, days;

	if (seconds >= 1e11)
		seconds /= 1000;
	if (!(seconds >= 0 && seconds < 7258118400.0)) /* 2200 */
		return (struct date){ .hour = -1 };
	s = (long long)seconds;
	days = s / 86400;
	d.hour = (int)(s % 86400 / 3600);
	d.minute = (int)(s % 3600 / 60);
	set_day_of_year(&d, 1970, (int)days + 1);
	return d;
}
