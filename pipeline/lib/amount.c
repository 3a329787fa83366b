#include "amount.h"

#include "buf.h"
#include "utf8.h"

enum { CURRENCY_WORDS = 3, UNIT_WORDS = 3 };

/* --- numbers --- */

static bool
read_figures(struct reader *r, size_t at, struct number *out)
{
	struct figures figures;

	if (!figures_read(r->arena, r->words[at], &figures))
		return false;
	*out = (struct number){ 1, figures.text, figures.value, false, figures.plain };
	if (figures.plain && figures.value > 0 && figures.value < 1000 && at + 1 < r->n &&
	    span_eq(r->words[at + 1], SPAN("000"))) /* 75 000 */
		*out = (struct number){ 2, numeral_group(r->arena, 1000 * figures.value),
					1000 * figures.value, false, false };
	return true;
}

/* 14,8; duecentocinquanta; 20mila; 20 mila */
bool
read_number(struct reader *r, size_t at, struct number *out)
{
	if (at >= r->n)
		return false;
	if (reader_has_figure(r, at)) {
		if (!read_figures(r, at, out))
			return false;
	} else {
		long value = numeral_value(&r->q->numerals, r->arena, reader_key(r, at));

		if (value < 0)
			return false;
		*out = (struct number){ 1, numeral_group(r->arena, value), value, true, false };
	}
	if (out->value > 0 && out->value < 1000 && reader_is(r, at + 1, SPAN("mila"))) {
		out->value *= 1000;
		out->text = numeral_group(r->arena, out->value);
		out->n++;
		out->plain = false;
	}
	return true;
}

static bool
is_small(const struct number *number)
{
	return number->words && number->value >= 1 && number->value <= 10;
}

/* One to ten in words where the Italian has words, all else in figures. */
struct span
number_text(const struct number *number)
{
	static const char *const words[] = { "one", "two",   "three", "four", "five",
					     "six", "seven", "eight", "nine", "ten" };

	if (is_small(number))
		return span_of(words[number->value - 1]);
	return number->text;
}

static long
power_of_ten(long zeros)
{
	long power = 1;

	while (zeros-- > 0)
		power *= 10;
	return power;
}

static struct span
thousandths_text(struct reader *r, long thousandths)
{
	struct buf out = { .arena = r->arena };

	buf_put(&out, numeral_group(r->arena, thousandths / 1000));
	buf_printf(&out, ".%03ld", thousandths % 1000);
	while (out.n > 0 && out.s[out.n - 1] == '0')
		out.n--;
	if (out.n > 0 && out.s[out.n - 1] == '.')
		out.n--;
	return buf_span(&out);
}

/* After "3 milioni": "e mezzo", "e 400mila"; in thousandths of the scale, 0 if there is none. */
static long
read_rest(struct reader *r, size_t at, long zeros, size_t *n)
{
	struct number number;
	struct span fields;
	long unit = power_of_ten(zeros - 3), value;

	*n = 2;
	if (!reader_is(r, at, SPAN("e")))
		return 0;
	if (reader_is(r, at + 1, SPAN("mezzo")))
		return 500;
	if (!read_number(r, at + 1, &number) || number.value < 1)
		return 0;
	value = number.value;
	*n = 1 + number.n;
	if (reader_row(r, reader_key(r, at + *n), SPAN("scale"), &fields)) {
		reader_field(&fields);
		if (value >= 1000 || span_number(fields) >= zeros)
			return 0;
		value *= power_of_ten(span_number(fields));
		*n += 1;
	}
	return value % unit == 0 && value / unit < 1000 ? value / unit : 0;
}

static void
read_scale(struct reader *r, size_t at, struct amount *out)
{
	struct span fields;
	long thousandths, rest, zeros;
	size_t n;

	if (!reader_row(r, reader_key(r, at + out->n), SPAN("scale"), &fields))
		return;
	out->n++;
	out->scale = reader_field(&fields);
	zeros = span_number(fields);
	if (out->number.value < 0 || out->number.value > 999999)
		return;
	thousandths = 1000 * out->number.value;
	if ((rest = read_rest(r, at + out->n, zeros, &n)) > 0) {
		thousandths += rest;
		out->n += n;
	}
	if (zeros == 9 && thousandths >= 1000000 && thousandths % 1000 == 0) {
		thousandths /= 1000;
		out->scale = SPAN("trillion");
	}
	out->figures = thousandths_text(r, thousandths);
}

bool
read_amount(struct reader *r, size_t at, struct amount *out)
{
	struct number number;

	if (!read_number(r, at, &number))
		return false;
	*out = (struct amount){ number, number.n, number.text, SPAN("") };
	if (number.plain && number.value >= 1000)
		out->figures = numeral_group(r->arena, number.value);
	read_scale(r, at, out);
	return true;
}

struct span
amount_text(struct reader *r, const struct amount *amount)
{
	return amount->scale.n > 0 ? reader_join(r, amount->figures, amount->scale)
				   : amount->figures;
}

bool
read_di(struct reader *r, size_t i)
{
	return reader_is(r, i, SPAN("di")) || reader_is(r, i, SPAN("d'"));
}

/* --- money --- */

bool
read_currency(struct reader *r, size_t at, struct currency *out)
{
	struct span first = reader_key(r, at), key;
	bool known =
	    reader_has_row(r, first, SPAN("sign")) || reader_has_row(r, first, SPAN("currency"));

	for (size_t len = CURRENCY_WORDS; known && len > 0; len--) {
		*out = (struct currency){ len, SPAN(""), SPAN("") };
		key = reader_keys(r, at, len);
		if (key.n == 0)
			continue;
		if (reader_row(r, key, SPAN("sign"), &out->sign) ||
		    reader_row(r, key, SPAN("currency"), &out->name))
			return true;
		if (len > 1)
			out->name = localenames_currency(&r->q->names, key);
		if (out->name.n > 0)
			return true;
	}
	return false;
}

struct span
money_text(struct reader *r, const struct currency *currency, const struct amount *amount)
{
	struct span text = amount_text(r, amount);

	if (span_ends(text, SPAN(".00")))
		text.n -= 3;
	return currency->sign.n > 0 ? reader_join(r, currency->sign, text)
				    : reader_join(r, text, currency->name);
}

/* A sign before the figures: € 50, also euro 1.250,00 but not Euro 2020. */
bool
read_leading_sign(struct reader *r, size_t at)
{
	struct number number;

	if (!reader_has_row(r, reader_key(r, at), SPAN("sign")) || !reader_has_figure(r, at + 1))
		return false;
	if (!utf8_has_letter(r->words[at]))
		return true;
	return read_figures(r, at + 1, &number) && !number.plain;
}

struct core
read_money(struct reader *r, size_t at)
{
	struct currency currency;
	struct amount amount;
	size_t n;

	if (read_leading_sign(r, at) && read_currency(r, at, &currency) &&
	    read_amount(r, at + currency.n, &amount))
		return (struct core){ currency.n + amount.n, money_text(r, &currency, &amount),
				      true };
	if (!read_amount(r, at, &amount))
		return (struct core){ 0 };
	n = amount.n + (amount.scale.n > 0 && read_di(r, at + amount.n));
	if (!read_currency(r, at + n, &currency))
		return (struct core){ 0 };
	if (amount.number.value == 1 && amount.scale.n == 0 && currency.name.n > 0)
		return (struct core){ 0 }; /* the names are plurals */
	return (struct core){ n + currency.n, money_text(r, &currency, &amount),
			      amount.number.value != 1 || !amount.number.words ||
				  amount.scale.n > 0 };
}

/* --- percentages, units --- */

size_t
read_percent_sign(struct reader *r, size_t at)
{
	if (reader_is(r, at, SPAN("%")) || reader_is(r, at, SPAN("percento")))
		return 1;
	return reader_is(r, at, SPAN("per")) && reader_is(r, at + 1, SPAN("cento")) ? 2 : 0;
}

bool
read_sign(struct reader *r, size_t at)
{
	if (at > 0 && reader_has_figure(r, at - 1))
		return false; /* 60 - 70 % */
	return reader_is(r, at, SPAN("+")) || reader_is(r, at, SPAN("-")) ||
	       reader_is(r, at, SPAN("−"));
}

/* 3,5 %; + 3,5 %; tre per cento */
struct core
read_percent(struct reader *r, size_t at)
{
	struct buf out = { .arena = r->arena };
	size_t sign = read_sign(r, at), percent;
	struct number number;

	if (!read_number(r, at + sign, &number) ||
	    (percent = read_percent_sign(r, at + sign + number.n)) == 0)
		return (struct core){ 0 };
	if (sign > 0)
		buf_put(&out, r->words[at]);
	buf_put(&out, number.text);
	buf_put(&out, SPAN(" %"));
	/* what looks like a minus may be a dash */
	return (struct core){ sign + number.n + percent, buf_span(&out),
			      sign == 0 || reader_is(r, at, SPAN("+")) };
}

struct core
read_unit(struct reader *r, size_t at)
{
	struct amount amount;
	struct span english, key, text;

	if (!read_amount(r, at, &amount))
		return (struct core){ 0 };
	text = amount.scale.n > 0         ? amount_text(r, &amount)
	       : is_small(&amount.number) ? number_text(&amount.number)
					  : amount.figures;
	for (size_t len = UNIT_WORDS; len > 0; len--) {
		size_t i = at + amount.n + (amount.scale.n > 0 && read_di(r, at + amount.n));

		key = reader_keys(r, i, len);
		if (reader_row(r, key, SPAN("unit"), &english))
			return (struct core){ i - at + len, reader_join(r, text, english), true };
	}
	return (struct core){ 0 };
}
