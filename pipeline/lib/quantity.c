#include "quantity.h"

#include <string.h>

#include "amount.h"
#include "buf.h"
#include "moment.h"
#include "token.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* --- what stands before them --- */

static const struct rule {
	struct span class;
	struct core (*read)(struct reader *r, size_t at);
} rules[] = {
	{ { "date", 4 }, read_date },     { { "month", 5 }, read_month },
	{ { "time", 4 }, read_time },     { { "percent", 7 }, read_percent },
	{ { "decade", 6 }, read_decade }, { { "century", 7 }, read_century },
};

/* "il 29 settembre scorso": English news leaves the word out. */
static bool
is_last_or_next(struct reader *r, size_t at)
{
	return reader_is(r, at, SPAN("scorso")) || reader_is(r, at, SPAN("prossimo"));
}

static void
offer_each(struct reader *r, size_t n, bool sure, struct span alternatives, struct span english)
{
	struct span one;

	while (span_cut(&alternatives, '|', &one))
		reader_offer(r, n, sure, reader_join(r, one, english));
}

static void
find_prefixed(struct reader *r, const struct rule *rule, struct span fields, size_t len)
{
	struct span alternatives = reader_field(&fields);
	bool sure = span_eq(fields, SPAN("sure"));
	struct core core;

	r->prefixed = true;
	core = rule->read(r, r->at + len);
	r->prefixed = false;
	if (core.n == 0 || (rule->read == read_time && !core.sure && !sure))
		return;
	offer_each(r, len + core.n, sure && core.sure, alternatives, core.english);
	if (rule->read == read_date && is_last_or_next(r, r->at + len + core.n))
		offer_each(r, len + core.n + 1, false, alternatives, core.english);
}

/* The Italian words between the two ends of a range, the longest that fits: their number. */
static size_t
read_middle(struct reader *r, size_t at, struct span alternatives)
{
	struct span one;
	size_t best = 0;

	while (span_cut(&alternatives, '|', &one))
		for (size_t len = 2; len > best; len--)
			if (span_eq(reader_keys(r, at, len), one))
				best = len;
	return best;
}

/* The first end of a range by days: "3", "domenica 3", or "28 aprile" too. */
static struct core
read_from_day(struct reader *r, size_t at)
{
	struct core date = read_date(r, at);
	struct span weekday = SPAN("");

	if (date.n > 0)
		return date;
	if (!reader_has_figure(r, at) && reader_has_figure(r, at + 1))
		weekday = localenames_weekday(&r->q->names, reader_key(r, at));
	date.n = read_day(r, at + (weekday.n > 0), &date.english);
	if (date.n == 0 || weekday.n == 0)
		return date;
	return (struct core){ 1 + date.n, reader_join(r, weekday, date.english), true };
}

static struct core
read_from_percent(struct reader *r, size_t at)
{
	struct core percent = read_percent(r, at);
	struct number number;

	if (percent.n > 0 || !read_number(r, at, &number))
		return percent;
	return (struct core){ number.n, number.text, true };
}

static void
offer_range(struct reader *r, size_t len, struct span fields,
	    struct core (*first_end)(struct reader *, size_t),
	    struct core (*second_end)(struct reader *, size_t))
{
	struct span word1 = reader_field(&fields), middle = reader_field(&fields);
	struct core first = first_end(r, r->at + len), second;
	size_t n = len + first.n, mid;

	if (first.n == 0 || (mid = read_middle(r, r->at + n, middle)) == 0)
		return;
	second = second_end(r, r->at + n + mid);
	if (second.n == 0)
		return;
	word1 = reader_join(r, word1, first.english);
	reader_offer(r, n + mid + second.n, true,
		     reader_join(r, reader_join(r, word1, fields), second.english));
}

/* What the second amount says of both: "tra i 3 e i 4 milioni", "tra i 10 e i 12mila". */
static void
share_scale(struct reader *r, struct amount *from, const struct amount *to)
{
	long value = from->number.value, thousands = to->number.value / 1000;

	if (from->scale.n > 0 || value < 0 || value >= 1000)
		return;
	from->scale = to->scale;
	if (to->scale.n == 0 && to->number.value % 1000 == 0 && value < thousands)
		from->figures = numeral_group(r->arena, 1000 * value);
}

/* tra i 500 e i 1.300 euro: between € 500 and € 1,300 */
static void
offer_sums(struct reader *r, size_t len, struct span fields)
{
	struct span word1 = reader_field(&fields), middle = reader_field(&fields), text;
	struct amount from, to;
	struct currency currency;
	size_t n, mid;

	if (!read_amount(r, r->at + len, &from))
		return;
	n = len + from.n;
	if ((mid = read_middle(r, r->at + n, middle)) == 0 || !read_amount(r, r->at + n + mid, &to))
		return;
	n += mid + to.n + (to.scale.n > 0 && read_di(r, r->at + n + mid + to.n));
	if (!read_currency(r, r->at + n, &currency))
		return;
	share_scale(r, &from, &to);
	text = reader_join(r, word1, money_text(r, &currency, &from));
	text = reader_join(r, reader_join(r, text, fields), money_text(r, &currency, &to));
	reader_offer(r, n + currency.n, true, text);
}

static bool
read_hour(struct reader *r, size_t at, struct clock *out)
{
	bool found;

	r->prefixed = true;
	found = read_clock(r, at, out);
	r->prefixed = false;
	return found;
}

/* dalle 17 alle 20: from 5 to 8 pm */
static void
offer_hours(struct reader *r, size_t len, struct span fields)
{
	struct span word1 = reader_field(&fields), middle = reader_field(&fields), text;
	struct clock from, to;
	size_t n, mid;
	bool half;

	if (!read_hour(r, r->at + len, &from))
		return;
	n = len + from.n;
	if ((mid = read_middle(r, r->at + n, middle)) == 0 || !read_hour(r, r->at + n + mid, &to))
		return;
	n += mid + to.n;
	half = strcmp(clock_half(&from), clock_half(&to)) != 0;
	text = reader_join(r, word1, clock_text(r, &from, half));
	text = reader_join(r, reader_join(r, text, fields), clock_text(r, &to, true));
	reader_offer(r, n, to.exact || clock_is_over(r, r->at + n), text);
}

static void
find_range(struct reader *r, struct span class, struct span fields, size_t len)
{
	if (span_eq(class, SPAN("days")))
		offer_range(r, len, fields, read_from_day, read_date);
	else if (span_eq(class, SPAN("percents")))
		offer_range(r, len, fields, read_from_percent, read_percent);
	else if (span_eq(class, SPAN("hours")))
		offer_hours(r, len, fields);
	else if (span_eq(class, SPAN("sums")))
		offer_sums(r, len, fields);
}

static void
find_row(struct reader *r, struct span fields, size_t len)
{
	struct span class = reader_field(&fields);
	struct core money;

	if (span_eq(class, SPAN("phrase")))
		offer_each(r, len, false, fields, SPAN(""));
	if (span_eq(class, SPAN("moment")))
		offer_each(r, len, true, fields, SPAN(""));
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (span_eq(class, rules[i].class))
			find_prefixed(r, &rules[i], fields, len);
	find_range(r, class, fields, len);
	if (span_eq(class, SPAN("sign")) && read_leading_sign(r, r->at)) {
		money = read_money(r, r->at);
		reader_offer(r, money.n, money.sure, money.english);
	}
}

/* All rows whose key begins here; longest is the most words that such a key has. */
static void
find_rows(struct reader *r, size_t longest)
{
	struct span key, fields;

	for (size_t len = longest; len > 0; len--) {
		key = reader_keys(r, r->at, len);
		if (key.n == 0 || !table_find(r->q->table, key, &fields))
			continue;
		do
			find_row(r, fields, len);
		while (table_again(r->q->table, key, &fields));
	}
}

/* --- what stands alone --- */

static void
find_date(struct reader *r)
{
	struct core date = read_date(r, r->at);
	bool weekday = date.n > 0 && !reader_has_figure(r, r->at) &&
		       localenames_weekday(&r->q->names, reader_key(r, r->at)).n > 0;

	if (date.n > 0 && is_last_or_next(r, r->at + date.n))
		reader_offer(r, date.n + 1, false, date.english);
	if (weekday)
		reader_offer(r, date.n, date.sure, reader_join(r, SPAN("on"), date.english));
	reader_offer(r, date.n, date.sure, date.english);
	date = read_month(r, r->at);
	reader_offer(r, date.n, date.sure, date.english);
}

/* 3 e 4 agosto */
static void
find_days(struct reader *r)
{
	offer_range(r, 0, SPAN("-\te|e il|e l'\tand"), read_from_day, read_date);
}

static void
find_time(struct reader *r)
{
	struct core time = read_time(r, r->at);
	struct span form = r->words[r->at];

	/* not 3.11, which may be a version or a paragraph */
	if (time.n > 0 && (form.n == 5 || span_has(form, ':')))
		reader_offer(r, time.n, false, time.english);
}

static void
find_period(struct reader *r)
{
	struct core decade = read_decade(r, r->at), century = read_century(r, r->at);

	reader_offer(r, decade.n, decade.sure, decade.english);
	if (decade.n > 0)
		reader_offer(r, decade.n, decade.sure, reader_join(r, SPAN("the"), decade.english));
	reader_offer(r, century.n, century.sure, century.english);
}

static bool
is_celsius(struct reader *r, size_t at)
{
	return reader_is(r, at, SPAN("c")) || reader_is(r, at, SPAN("f"));
}

/* 19° C, 19 ° C, and after a plural article 35° */
static bool
find_degrees(struct reader *r, struct span figures, size_t n)
{
	struct buf out = { .arena = r->arena };
	struct span before = r->at > 0 ? token_key(r->arena, r->words[r->at - 1]) : SPAN("");

	buf_put(&out, figures);
	if (is_celsius(r, r->at + n)) {
		buf_put(&out, SPAN("°"));
		buf_put(&out, r->words[r->at + n]);
		reader_offer(r, n + 1, true, buf_span(&out));
		return true;
	}
	if (!reader_has_row(r, before, SPAN("article")))
		return false;
	buf_put(&out, SPAN(" degrees"));
	reader_offer(r, n, false, buf_span(&out));
	return false;
}

/* 60°, 3ª, 99esimo; temperatures */
static void
find_ordinal(struct reader *r)
{
	struct span form = r->words[r->at], key = reader_key(r, r->at);
	struct figures figures;
	long value = read_marked(form);

	if (value > 0 && find_degrees(r, numeral_group(r->arena, value), 1))
		return;
	if (value < 0 && reader_is(r, r->at + 1, SPAN("°")) &&
	    figures_read(r->arena, form, &figures) && find_degrees(r, figures.text, 2))
		return;
	if (value < 0 && key.n > 5 && span_starts(span_from(key, key.n - 5), SPAN("esim")))
		value = span_number((struct span){ key.s, key.n - 5 });
	if (value > 0)
		reader_offer(r, 1, r->found == 0, numeral_ordinal(r->arena, value));
}

static bool
is_seconds_sign(struct reader *r, size_t at)
{
	return at < r->n && (span_eq(r->words[at], SPAN("\"")) ||
			     span_eq(r->words[at], SPAN("”")) || span_eq(r->words[at], SPAN("″")));
}

/* 2’10”: a time of a race, of which the tokens are 2’, 10 and ” */
static void
find_race_time(struct reader *r)
{
	struct span minutes = reader_key(r, r->at);
	long seconds = r->at + 1 < r->n ? span_number(r->words[r->at + 1]) : -1;
	struct buf out = { .arena = r->arena };

	if (!span_ends(minutes, SPAN("'")) || seconds < 0 || seconds > 59 ||
	    !is_seconds_sign(r, r->at + 2))
		return;
	buf_put(&out, minutes);
	buf_printf(&out, "%02ld\"", seconds);
	reader_offer(r, 3, true, buf_span(&out));
}

/* 45enne, trentenni */
static void
find_age(struct reader *r)
{
	struct span key = reader_key(r, r->at);
	struct buf out = { .arena = r->arena };
	bool figures = reader_has_figure(r, r->at);
	long age;

	if (key.n < 5 || !(span_ends(key, SPAN("enne")) || span_ends(key, SPAN("enni"))))
		return;
	age = figures ? span_number((struct span){ key.s, key.n - 4 })
		      : numeral_age(&r->q->numerals, r->arena, key);
	if (age < 1)
		return;
	buf_printf(&out, "%ld-year-old%s", age, span_ends(key, SPAN("i")) ? "s" : "");
	reader_offer(r, 1, true, buf_span(&out));
}

/* 10 milioni (di): "di" is lost before a noun. */
static void
find_scaled(struct reader *r, const struct amount *amount)
{
	struct span text = amount_text(r, amount), words;
	bool sure = !amount->number.words || amount->n > amount->number.n + 1;
	size_t n = amount->n;

	words = amount->n == amount->number.n + 1 ? number_text(&amount->number) : SPAN("");
	for (size_t of = read_di(r, r->at + n) + 1; of-- > 0;) {
		if (words.n > 0 && amount->number.words && amount->number.value == 1)
			reader_offer(r, n + of, false, reader_join(r, SPAN("a"), amount->scale));
		reader_offer(r, n + of, sure, text);
		if (words.n > 0 && amount->number.words)
			reader_offer(r, n + of, sure, reader_join(r, words, amount->scale));
	}
}

/* Numbers that are not written as in English; in words from eleven on, those of one word that
 * English has too (twenty, sixteen) being never sure. */
static void
find_number(struct reader *r)
{
	struct amount amount;
	long value;

	if (!read_amount(r, r->at, &amount))
		return;
	if (amount.scale.n > 0) {
		find_scaled(r, &amount);
		return;
	}
	value = amount.number.value;
	if (amount.number.words && amount.number.n == 1) {
		if (value > 10)
			reader_offer(r, 1, value > 20 && value % 10 != 0, amount.number.text);
	} else if (!amount.number.plain) {
		reader_offer(r, amount.n, true, amount.number.text);
	}
}

static void
find_measures(struct reader *r)
{
	struct core money = read_money(r, r->at), percent = read_percent(r, r->at),
		    unit = read_unit(r, r->at);

	reader_offer(r, money.n, money.sure, money.english);
	reader_offer(r, percent.n, percent.sure, percent.english);
	reader_offer(r, unit.n, unit.sure, unit.english);
}

/* --- where something may begin --- */

static bool
is_name_of_day_or_month(struct reader *r)
{
	struct span key = reader_key(r, r->at);

	if (!reader_has_figure(r, r->at + 1) && !reader_is(r, r->at + 1, SPAN("primo")) &&
	    !reader_is(r, r->at + 1, SPAN("del")))
		return false;
	return localenames_month(&r->q->names, key).n > 0 ||
	       localenames_weekday(&r->q->names, key).n > 0;
}

/* An expression that needs no row of the table. */
static bool
may_begin(struct reader *r)
{
	struct span form = r->words[r->at], key;

	if (form.n == 0)
		return false;
	if (is_digit(form.s[0]) || read_sign(r, r->at) || numeral_roman(form) > 0)
		return true;
	key = reader_key(r, r->at);
	return numeral_value(&r->q->numerals, r->arena, key) > 0 || is_name_of_day_or_month(r) ||
	       reader_is(r, r->at, SPAN("anni")) || reader_is(r, r->at, SPAN("primo")) ||
	       reader_is(r, r->at, SPAN("secolo")) || reader_is(r, r->at, SPAN("sec.")) ||
	       span_ends(key, SPAN("enne")) || span_ends(key, SPAN("enni"));
}

static void
find_alone(struct reader *r)
{
	find_measures(r);
	find_date(r);
	find_days(r);
	find_time(r);
	find_period(r);
	find_ordinal(r);
	find_race_time(r);
	find_age(r);
	find_number(r);
}

/* Longest first; what has one length stays in its order. */
static void
sort_by_length(struct quantity v[], size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && v[k - 1].n < v[k].n; k--) {
			struct quantity swap = v[k];

			v[k] = v[k - 1];
			v[k - 1] = swap;
		}
}

size_t
quantity_find(struct quantities *q, struct arena *arena, const struct span words[], size_t n,
	      size_t at, struct quantity out[], size_t max)
{
	struct reader r = {
		.q = q, .arena = arena, .words = words, .n = n, .at = at, .out = out, .max = max
	};

	size_t longest;

	if (at >= n)
		return 0;
	if (may_begin(&r))
		find_alone(&r);
	longest = map_get(&q->starters, reader_key(&r, at));
	find_rows(&r, longest);
	sort_by_length(out, r.found);
	return r.found;
}

/* The classes whose keys open an expression; the others stand inside one. */
static bool is_starter(struct span class)
{
	static const char inner[] = " scale currency unit article street part afterhour ";
	struct span rest = { inner, sizeof(inner) - 1 }, one;

	while (span_cut(&rest, ' ', &one))
		if (one.n > 0 && span_eq(one, class))
			return false;
	return true;
}

static uint32_t
words_of(struct span key)
{
	uint32_t n = 1;

	for (size_t i = 0; i < key.n; i++)
		n += key.s[i] == ' ';
	return n;
}

static void
add_starters(struct quantities *q)
{
	struct span line = { 0 }, rest, key, class, word;
	uint32_t *longest, length;

	q->starters.arena = &q->arena;
	while (table_next(q->table, &line)) {
		rest = line;
		if (!span_cut(&rest, '\t', &key) || !span_cut(&rest, '\t', &class) ||
		    !is_starter(class))
			continue;
		length = words_of(key);
		span_cut(&key, ' ', &word);
		longest = map_at(&q->starters, word);
		*longest = length > *longest ? length : *longest;
	}
}

void
quantities_open(struct quantities *q, const struct table *table, void (*oom)(void))
{
	*q = (struct quantities){ .table = table, .arena = { .oom = oom } };
	q->numerals.arena = &q->arena;
	q->names.arena = &q->arena;
	add_starters(q);
}

void
quantities_close(struct quantities *q)
{
	arena_free(&q->arena);
	*q = (struct quantities){ 0 };
}
