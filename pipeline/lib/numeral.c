#include "numeral.h"

#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "buf.h"
#include "utf8.h"

enum { SPELLED = 1000, VALUE_DIGITS = 15, KEY_MAX = 64 };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
digits(struct span a, size_t off)
{
	size_t n = 0;

	while (off + n < a.n && is_digit(a.s[off + n]))
		n++;
	return n;
}

/* The end of a whole number with thousands points at the span's start; 0 if there is none. */
static size_t
grouped_end(struct span a)
{
	size_t off = digits(a, 0);

	if (off == 0 || off > 3 || a.s[0] == '0' || off == a.n || a.s[off] != '.')
		return 0;
	while (off < a.n && a.s[off] == '.') {
		if (digits(a, off + 1) != 3)
			return 0;
		off += 4;
	}
	return off;
}

enum shape { NOT_FIGURES, PLAIN, GROUPED, DECIMAL };

static enum shape
shape_of(struct span a)
{
	size_t grouped = grouped_end(a), whole = grouped > 0 ? grouped : digits(a, 0);

	if (whole == 0)
		return NOT_FIGURES;
	if (whole == a.n)
		return grouped > 0 ? GROUPED : PLAIN;
	if (a.s[whole] != ',' || digits(a, whole + 1) == 0)
		return NOT_FIGURES;
	return whole + 1 + digits(a, whole + 1) == a.n ? DECIMAL : NOT_FIGURES;
}

static void
put_english(struct buf *out, struct span a)
{
	for (size_t i = 0; i < a.n; i++)
		buf_putc(out, a.s[i] == '.' ? ',' : a.s[i] == ',' ? '.' : a.s[i]);
}

/* The shape of a number or of a range (10-15, 1.000-1.500): the higher one of both. */
static enum shape
range_shape(struct span form)
{
	enum shape shape, all = PLAIN;
	struct span part;

	while (span_cut(&form, '-', &part)) {
		if ((shape = shape_of(part)) == NOT_FIGURES)
			return NOT_FIGURES;
		all = shape > all ? shape : all;
	}
	return all;
}

struct span
quantity_number(struct arena *arena, struct span form)
{
	struct buf out = { .arena = arena };

	if (range_shape(form) < GROUPED)
		return form;
	put_english(&out, form);
	return buf_span(&out);
}

static long
value_of(struct span a)
{
	long v = 0;

	if (a.n > VALUE_DIGITS || span_has(a, '-') || span_has(a, ','))
		return -1;
	for (size_t i = 0; i < a.n; i++)
		if (is_digit(a.s[i]))
			v = 10 * v + (a.s[i] - '0');
	return v;
}

bool
figures_read(struct arena *arena, struct span form, struct figures *out)
{
	bool thousands = span_ends(form, SPAN("mila"));
	struct span number = { form.s, form.n - (thousands ? 4 : 0) };
	enum shape shape;

	if (form.n == 0 || !is_digit(form.s[0]) || (shape = range_shape(number)) == NOT_FIGURES)
		return false;
	*out = (struct figures){ quantity_number(arena, form), value_of(number), shape == PLAIN };
	if (!thousands)
		return true;
	if (out->value < 1 || out->value > 999999)
		return false;
	out->value *= 1000;
	out->text = numeral_group(arena, out->value);
	out->plain = false;
	return true;
}

/* Without the soft hyphens that ICU puts between the parts. */
static struct span
spelled(struct numerals *numerals, const UNumberFormat *rules, int32_t value)
{
	UChar text[KEY_MAX];
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n = unum_format(rules, value, text, KEY_MAX, NULL, &ec), kept = 0;
	struct span out = SPAN("");

	if (U_FAILURE(ec))
		return out;
	for (int32_t i = 0; i < n; i++)
		if (text[i] != 0xAD)
			text[kept++] = text[i];
	if (utf8_from_utf16(numerals->arena, (const uint16_t *)text, kept, &out) < 0)
		return SPAN("");
	return out;
}

static void
add_word(struct numerals *numerals, struct span word, uint32_t value)
{
	if (word.n > 0)
		*map_at(&numerals->words, word) = value;
}

/* The forms beside the one that the rules give: ventitre, ventun, centoottanta. */
static void
add_variants(struct numerals *numerals, struct span word, const struct span all[], uint32_t value)
{
	struct arena *arena = numerals->arena;

	if (value % 100 == 1 || (value > 20 && value % 10 == 1 && value % 100 != 11))
		add_word(numerals, (struct span){ word.s, word.n - 1 }, value);
	if (value > 20 && span_ends(word, SPAN("é")))
		add_word(numerals,
			 arena_concat(arena, (struct span){ word.s, word.n - 2 }, SPAN("e")),
			 value);
	if (value > 100 && value % 100 > 0)
		add_word(numerals, arena_concat(arena, all[value - value % 100], all[value % 100]),
			 value);
}

static void
open_words(struct numerals *numerals)
{
	UErrorCode ec = U_ZERO_ERROR;
	UNumberFormat *rules = unum_open(UNUM_SPELLOUT, NULL, 0, "it", NULL, &ec);
	struct span all[SPELLED] = { { NULL, 0 } };

	numerals->open = true;
	numerals->words.arena = numerals->arena;
	if (U_FAILURE(ec))
		return;
	for (uint32_t i = 1; i < SPELLED; i++) {
		all[i] = spelled(numerals, rules, (int32_t)i);
		if (all[i].n == 0)
			continue;
		add_word(numerals, all[i], i);
		add_variants(numerals, all[i], all, i);
	}
	unum_close(rules);
}

/* All numerals begin like one of these; few other words do. */
static bool
may_be_numeral(struct span key)
{
	static const char stems[] =
	    "un du tre qua qui cin sei sed set ses ott nov diec dic dod ven "
	    "cen mil ";
	struct span rest = { stems, sizeof(stems) - 2 }, stem;

	if (key.n < 2 || key.n > KEY_MAX || strchr("udtqcsonvm", key.s[0]) == NULL)
		return false;
	while (span_cut(&rest, ' ', &stem))
		if (span_starts(key, stem))
			return true;
	return false;
}

static long
below_thousand(struct numerals *numerals, struct span key)
{
	if (!numerals->open)
		open_words(numerals);
	return map_get(&numerals->words, key) > 0 ? (long)map_get(&numerals->words, key) : -1;
}

/* key = left + mark + right, of left and right either may be empty where the caller says so */
static long
thousands(struct numerals *numerals, struct span key)
{
	const char *at = key.n > 4 ? memmem(key.s, key.n, "mila", 4) : NULL;
	struct span right;
	long left = 1, units = 0;

	if (at != NULL) {
		left = below_thousand(numerals, (struct span){ key.s, (size_t)(at - key.s) });
		right = span_from(key, (size_t)(at - key.s) + 4);
	} else if (span_starts(key, SPAN("mille"))) {
		right = span_from(key, 5);
	} else {
		return -1;
	}
	if (right.n > 0)
		units = below_thousand(numerals, right);
	return left < 1 || units < 0 ? -1 : 1000 * left + units;
}

long
numeral_value(struct numerals *numerals, struct arena *arena, struct span key)
{
	long value;

	(void)arena;
	if (!may_be_numeral(key))
		return -1;
	value = below_thousand(numerals, key);
	return value > 0 ? value : thousands(numerals, key);
}

long
numeral_age(struct numerals *numerals, struct arena *arena, struct span key)
{
	static const char *const finals[] = { "", "a", "i", "o", "e" };
	struct span stem = { key.s, key.n > 4 ? key.n - 4 : 0 };
	long value = -1;

	if (stem.n < 4 || !(span_ends(key, SPAN("enne")) || span_ends(key, SPAN("enni"))))
		return -1;
	for (size_t i = 0; i < sizeof(finals) / sizeof(finals[0]) && value < 0; i++)
		value =
		    numeral_value(numerals, arena, arena_concat(arena, stem, span_of(finals[i])));
	return value > 10 && value < 120 ? value : -1;
}

long
numeral_roman(struct span form)
{
	static const char *const ones[] = { "",  "I",  "II",  "III",  "IV",
					    "V", "VI", "VII", "VIII", "IX" };
	size_t tens = 0;

	while (tens < form.n && tens < 3 && form.s[tens] == 'X')
		tens++;
	for (size_t one = 0; one < 10; one++)
		if (10 * tens + one > 0 && span_eq(span_from(form, tens), span_of(ones[one])))
			return (long)(10 * tens + one);
	return -1;
}

struct span
numeral_group(struct arena *arena, long value)
{
	struct buf plain = { .arena = arena }, out = { .arena = arena };

	buf_printf(&plain, "%ld", value);
	for (size_t i = 0; i < plain.n; i++) {
		if (i > 0 && (plain.n - i) % 3 == 0)
			buf_putc(&out, ',');
		buf_putc(&out, plain.s[i]);
	}
	return buf_span(&out);
}

struct span
numeral_ordinal(struct arena *arena, long value)
{
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	long last = value % 100 / 10 == 1 ? 0 : value % 10;
	struct buf out = { .arena = arena };

	buf_put(&out, numeral_group(arena, value));
	buf_put(&out, span_of(endings[last < 4 ? last : 0]));
	return buf_span(&out);
}
