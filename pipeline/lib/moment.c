#include "moment.h"

#include <string.h>

#include "amount.h"
#include "buf.h"
#include "token.h"
#include "utf8.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* --- dates --- */

static bool
is_ordinal_sign(struct span a)
{
	return span_eq(a, SPAN("°")) || span_eq(a, SPAN("º")) || span_eq(a, SPAN("ª")) ||
	       span_eq(a, SPAN("o"));
}

/* The number before °, º or ª in one token; -1 if it is none. */
long
read_marked(struct span form)
{
	size_t n = 0;

	while (n < form.n && is_digit(form.s[n]))
		n++;
	return is_ordinal_sign(span_from(form, n)) ? span_number((struct span){ form.s, n }) : -1;
}

/* A day of the month: 12, 1°, primo, dodici; also 10-12. */
size_t
read_day(struct reader *r, size_t at, struct span *english)
{
	struct number number;
	long day;

	if (at >= r->n)
		return 0;
	day = reader_is(r, at, SPAN("primo")) ? 1 : read_marked(r->words[at]);
	if (day < 0) {
		if (!read_number(r, at, &number) || number.n > 1)
			return 0;
		*english = number.text;
		if (span_has(number.text, '-') && number.text.n <= 5)
			return 1;
		day = number.value;
	}
	if (day < 1 || day > 31)
		return 0;
	*english = numeral_group(r->arena, day);
	return 1;
}

/* 2025, del 2025, '45 */
static size_t
read_year(struct reader *r, size_t at, struct span *english)
{
	size_t del = reader_is(r, at, SPAN("del")) || reader_is(r, at, SPAN("dell'"));
	struct span key = reader_key(r, at + del);
	long year;

	if (key.n == 4 && (year = span_number(key)) >= 1000 && year < 2200) {
		*english = key;
		return 1 + del;
	}
	if (key.n == 3 && key.s[0] == '\'' && span_number(span_from(key, 1)) > 30) {
		*english = arena_concat(r->arena, SPAN("19"), span_from(key, 1));
		return 1 + del;
	}
	return 0;
}

struct core
read_month(struct reader *r, size_t at)
{
	struct span month = SPAN(""), year = SPAN("");
	size_t n;

	if (at + 1 < r->n)
		month = localenames_month(&r->q->names, reader_key(r, at));
	if (month.n == 0 || (n = read_year(r, at + 1, &year)) == 0)
		return (struct core){ 0 };
	return (struct core){ 1 + n, reader_join(r, month, year), true };
}

/* 12/06/2025, 12.6.2025 */
static struct core
read_figure_date(struct reader *r, struct span form)
{
	char sep = span_has(form, '/') ? '/' : '.';
	struct buf out = { .arena = r->arena };
	struct span day, month, year = form;

	if (!span_cut(&year, sep, &day) || !span_cut(&year, sep, &month) || year.n != 4 ||
	    day.n > 2 || month.n > 2 || span_number(day) < 1 || span_number(day) > 31 ||
	    span_number(year) < 1000 || span_number(year) > 2200)
		return (struct core){ 0 };
	month = localenames_month_at(&r->q->names, span_number(month));
	if (month.n == 0)
		return (struct core){ 0 };
	buf_printf(&out, "%ld ", span_number(day));
	return (struct core){ 1,
			      reader_join(r, arena_concat(r->arena, buf_span(&out), month), year),
			      true };
}

/* "20 gen." and, before a year or a dash, "20 gen"; "3 set" may be sets. */
static struct span
read_short_month(struct reader *r, size_t at)
{
	struct span key = reader_key(r, at), year;
	bool stop = span_ends(key, SPAN("."));

	key.n -= stop;
	if (!stop && !reader_is(r, at + 1, SPAN("-")) && !reader_is(r, at + 1, SPAN("–")) &&
	    read_year(r, at + 1, &year) == 0)
		return SPAN("");
	return localenames_short_month(&r->q->names, key);
}

/* 12 giugno 2025, primo maggio */
static struct core
read_day_month(struct reader *r, size_t at)
{
	struct span day, month, year;
	struct number number;
	size_t n = read_day(r, at, &day), years;

	if (n == 0 || at + n >= r->n || reader_has_figure(r, at + n))
		return (struct core){ 0 };
	month = localenames_month(&r->q->names, reader_key(r, at + n));
	if (month.n == 0)
		month = read_short_month(r, at + n);
	if (month.n == 0)
		return (struct core){ 0 };
	month = reader_join(r, day, month);
	n++;
	if ((years = read_year(r, at + n, &year)) > 0)
		month = reader_join(r, month, year);
	return (struct core){ n + years, month,
			      years > 0 || !read_number(r, at, &number) || !number.words };
}

static bool
is_street(struct reader *r, size_t at)
{
	if (at == 0 || at > r->n)
		return false;
	return reader_has_row(r, token_key(r->arena, r->words[at - 1]), SPAN("street"));
}

/* With the weekday before it, or not. */
struct core
read_date(struct reader *r, size_t at)
{
	struct span weekday = SPAN("");
	struct core date;

	if (at >= r->n)
		return (struct core){ 0 };
	if (reader_has_figure(r, at) && (date = read_figure_date(r, r->words[at])).n > 0)
		return date;
	if ((date = read_day_month(r, at)).n > 0)
		return is_street(r, at) ? (struct core){ 0 } : date;
	if (reader_has_figure(r, at + 1) || reader_is(r, at + 1, SPAN("primo")))
		weekday = localenames_weekday(&r->q->names, reader_key(r, at));
	if (weekday.n == 0 || (date = read_day_month(r, at + 1)).n == 0)
		return (struct core){ 0 };
	return (struct core){ 1 + date.n, reader_join(r, weekday, date.english), true };
}

/* --- times --- */

/* 18.30, 18:30, after a preposition 18,30 too; 18 alone has minute 0 */
static bool
clock_figures(const struct reader *r, struct span form, struct clock *out)
{
	struct span hour = form, minute = SPAN("");
	size_t n = 0;

	while (n < form.n && is_digit(form.s[n]))
		n++;
	if (n < form.n &&
	    (form.s[n] == '.' || form.s[n] == ':' || (form.s[n] == ',' && r->prefixed))) {
		minute = span_from(form, n + 1);
		hour.n = n;
		if (minute.n != 2 || span_number(minute) < 0 || span_number(minute) > 59)
			return false;
	}
	*out = (struct clock){ 1, span_number(hour), minute.n > 0 ? span_number(minute) : 0,
			       minute.n > 0 };
	return hour.n <= 2 && out->hour >= 0 && out->hour <= 24;
}

/* e mezza, e 20 */
static void
read_minutes(struct reader *r, size_t at, struct clock *clock)
{
	struct number number;

	if (clock->exact || !reader_is(r, at + 1, SPAN("e")))
		return;
	if (reader_is(r, at + 2, SPAN("mezza")) || reader_is(r, at + 2, SPAN("mezzo")))
		clock->minute = 30;
	else if (read_number(r, at + 2, &number) && number.n == 1 && number.value % 5 == 0 &&
		 number.value >= 5 && number.value < 60)
		clock->minute = number.value;
	else
		return;
	clock->n += 2;
	clock->exact = true;
}

/* del mattino, di notte */
static void
read_part(struct reader *r, size_t at, struct clock *clock)
{
	struct span fields;
	long from, to;

	if (!reader_row(r, reader_keys(r, at + clock->n, 2), SPAN("part"), &fields))
		return;
	from = span_number(reader_field(&fields));
	to = span_number(reader_field(&fields));
	if (clock->hour >= from && clock->hour <= to)
		clock->hour += span_number(reader_field(&fields));
	clock->n += 2;
	clock->exact = true;
}

static bool
is_measure(struct reader *r, size_t at)
{
	struct span key = reader_key(r, at);

	return read_percent_sign(r, at) > 0 || reader_has_row(r, key, SPAN("sign")) ||
	       reader_has_row(r, key, SPAN("scale")) || reader_has_row(r, key, SPAN("currency")) ||
	       reader_has_row(r, key, SPAN("unit")) || reader_is(r, at, SPAN("mila"));
}

bool
read_clock(struct reader *r, size_t at, struct clock *out)
{
	struct number number;

	if (at >= r->n)
		return false;
	if (reader_has_figure(r, at)) {
		if (!clock_figures(r, r->words[at], out) || is_measure(r, at + 1))
			return false;
	} else {
		if (!r->prefixed || !read_number(r, at, &number) || number.value > 24)
			return false;
		*out = (struct clock){ number.n, number.value, 0, false };
	}
	if (r->prefixed)
		read_minutes(r, at, out);
	read_part(r, at, out);
	return out->exact || (r->prefixed && reader_has_figure(r, at));
}

bool
clock_is_over(struct reader *r, size_t at)
{
	struct span key = reader_key(r, at);

	return at >= r->n || !(utf8_has_letter(key) || utf8_has_digit(key)) ||
	       reader_has_row(r, key, SPAN("afterhour"));
}

const char *
clock_half(const struct clock *clock)
{
	if (clock->minute == 0 && clock->hour % 12 == 0)
		return clock->hour == 12 ? "noon" : "midnight";
	return clock->hour >= 12 && clock->hour < 24 ? "pm" : "am";
}

/* 6:30 pm; without pm where half is false */
struct span
clock_text(struct reader *r, const struct clock *clock, bool half)
{
	struct buf out = { .arena = r->arena };
	long hour = (clock->hour + 11) % 12 + 1;

	if (clock->minute == 0 && clock->hour % 12 == 0)
		return span_of(clock_half(clock));
	buf_printf(&out, "%ld", hour);
	if (clock->minute > 0)
		buf_printf(&out, ":%02ld", clock->minute);
	if (half)
		buf_printf(&out, " %s", clock_half(clock));
	return buf_span(&out);
}

struct core
read_time(struct reader *r, size_t at)
{
	struct clock clock;

	if (!read_clock(r, at, &clock))
		return (struct core){ 0 };
	return (struct core){ clock.n, clock_text(r, &clock, true),
			      r->prefixed && (clock.exact || clock_is_over(r, at + clock.n)) };
}

/* --- decades and centuries --- */

/* '90, 90, 1990, Novanta, 2000: the decade's first year; -1 if it is none */
static long
decade_of(struct reader *r, size_t at)
{
	struct span key = reader_key(r, at);
	long value;

	if (key.n > 1 && key.s[0] == '\'')
		key = span_from(key, 1);
	else if (span_starts(key, SPAN("‘")))
		key = span_from(key, strlen("‘"));
	if ((value = span_number(key)) < 0)
		value = numeral_value(&r->q->numerals, r->arena, key);
	if (value < 10 || value % 10 != 0 || (value > 90 && value < 1000) || value > 2100)
		return -1;
	return value > 90 ? value : value + (value == 10 ? 2000 : 1900);
}

static struct span
decade_text(struct reader *r, long year)
{
	struct buf out = { .arena = r->arena };

	buf_printf(&out, "%lds", year);
	return buf_span(&out);
}

/* anni '90; anni Sessanta e Settanta */
struct core
read_decade(struct reader *r, size_t at)
{
	struct core out = { 2, SPAN(""), true };
	long first, second;

	if (!reader_is(r, at, SPAN("anni")) || (first = decade_of(r, at + 1)) < 0)
		return (struct core){ 0 };
	out.english = decade_text(r, first);
	out.sure = r->prefixed || span_starts(reader_key(r, at + 1), SPAN("'"));
	if (!reader_is(r, at + 2, SPAN("e")) || (second = decade_of(r, at + 3)) < first)
		return out;
	out.english = reader_join(r, arena_concat(r->arena, out.english, SPAN(" and")),
				  decade_text(r, second));
	out.n = 4;
	return out;
}

static size_t
read_era(struct reader *r, size_t at, struct span *english)
{
	if (reader_is(r, at, SPAN("a.c.")))
		*english = SPAN("BC");
	else if (reader_is(r, at, SPAN("d.c.")))
		*english = SPAN("AD");
	else
		return 0;
	return 1;
}

static struct core
with_era(struct reader *r, size_t at, struct core core)
{
	struct span era;

	if (read_era(r, at + core.n, &era) == 0)
		return core;
	core.english = reader_join(r, core.english, era);
	core.n++;
	return core;
}

/* the Novecento: the twentieth century; names of towns and numbers too, so it is never sure */
static struct core
named_century(struct reader *r, size_t at)
{
	long value = -1;

	if (r->prefixed && at < r->n && utf8_is_capital(r->words[at]))
		value = numeral_value(&r->q->numerals, r->arena, reader_key(r, at));
	if (value < 200 || value > 900 || value % 100 != 0)
		return (struct core){ 0 };
	return (struct core){
		1, reader_join(r, numeral_ordinal(r->arena, value / 100 + 11), SPAN("century")),
		false
	};
}

/* XX secolo; XVII e XVIII secolo; secolo XX */
struct core
read_century(struct reader *r, size_t at)
{
	size_t before = reader_is(r, at, SPAN("secolo")) || reader_is(r, at, SPAN("sec."));
	long first = at + before < r->n ? numeral_roman(r->words[at + before]) : -1, second = -1;
	struct span text;
	size_t n = 1;

	if (first < 1)
		return named_century(r, at);
	if (reader_is(r, at + before + 1, SPAN("e")) && at + before + 2 < r->n)
		second = numeral_roman(r->words[at + before + 2]);
	if (second > 0)
		n = 3;
	if (before == 0 && !reader_is(r, at + n, SPAN("secolo")) &&
	    !reader_is(r, at + n, SPAN("secoli")))
		return (struct core){ 0 };
	text = numeral_ordinal(r->arena, first);
	if (second < 1)
		return with_era(
		    r, at, (struct core){ n + 1, reader_join(r, text, SPAN("century")), true });
	text = reader_join(r, arena_concat(r->arena, text, SPAN(" and")),
			   numeral_ordinal(r->arena, second));
	return with_era(r, at,
			(struct core){ n + 1, reader_join(r, text, SPAN("centuries")), true });
}
