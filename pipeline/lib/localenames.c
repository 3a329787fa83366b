#include "localenames.h"

#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>

#include "utf8.h"

enum { NAME_MAX_UTF16 = 64 };

static void
add(struct localenames *names, struct map *map, struct span italian, struct span english)
{
	if (italian.n == 0 || english.n == 0)
		return;
	*PUSH(names->arena, &names->english) = english;
	*map_at(map, utf8_lower(names->arena, italian)) = (uint32_t)names->english.n;
}

static struct span
text_of(struct localenames *names, const UChar *s, int32_t n, UErrorCode ec)
{
	struct span out;

	if (U_FAILURE(ec) || utf8_from_utf16(names->arena, (const uint16_t *)s, n, &out) < 0)
		return SPAN("");
	return out;
}

static struct span
symbol(struct localenames *names, const UDateFormat *format, UDateFormatSymbolType type, int32_t i)
{
	UChar s[NAME_MAX_UTF16];
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n = udat_getSymbols(format, type, i, s, NAME_MAX_UTF16, &ec);

	return text_of(names, s, n, ec);
}

static UDateFormat *
calendar(const char *locale, UErrorCode *ec)
{
	static const UChar zone[] = { 'U', 'T', 'C', 0 }, pattern[] = { 'd', 0 };

	return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, ec);
}

static void
open_calendar(struct localenames *names)
{
	UErrorCode ec = U_ZERO_ERROR;
	UDateFormat *it = calendar("it", &ec), *en = calendar("en_GB", &ec);

	names->calendar_open = true;
	names->months_off = names->english.n;
	names->months.arena = names->short_months.arena = names->weekdays.arena = names->arena;
	for (int32_t i = 0; U_SUCCESS(ec) && i < 12; i++)
		add(names, &names->months, symbol(names, it, UDAT_MONTHS, i),
		    symbol(names, en, UDAT_MONTHS, i));
	for (int32_t i = 0; U_SUCCESS(ec) && i < 12; i++)
		add(names, &names->short_months, symbol(names, it, UDAT_SHORT_MONTHS, i),
		    symbol(names, en, UDAT_MONTHS, i));
	for (int32_t i = UCAL_SUNDAY; U_SUCCESS(ec) && i <= UCAL_SATURDAY; i++)
		add(names, &names->weekdays, symbol(names, it, UDAT_WEEKDAYS, i),
		    symbol(names, en, UDAT_WEEKDAYS, i));
	if (it != NULL)
		udat_close(it);
	if (en != NULL)
		udat_close(en);
}

static struct span
plural(struct localenames *names, const UChar *code, const char *locale)
{
	UErrorCode ec = U_ZERO_ERROR;
	UBool is_choice;
	int32_t n = 0;
	const UChar *s = ucurr_getPluralName(code, locale, &is_choice, "other", &n, &ec);

	return text_of(names, s, n, ec);
}

static void
open_currencies(struct localenames *names)
{
	UErrorCode ec = U_ZERO_ERROR;
	UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &ec);
	const UChar *code;

	names->currencies_open = true;
	names->currencies.arena = names->arena;
	while (U_SUCCESS(ec) && (code = uenum_unext(all, NULL, &ec)) != NULL)
		add(names, &names->currencies, plural(names, code, "it"),
		    plural(names, code, "en_GB"));
	uenum_close(all);
}

static struct span
english(const struct localenames *names, const struct map *map, struct span italian)
{
	uint32_t i = map_get(map, italian);

	return i > 0 ? names->english.v[i - 1] : SPAN("");
}

struct span
localenames_month(struct localenames *names, struct span italian)
{
	if (!names->calendar_open)
		open_calendar(names);
	return english(names, &names->months, italian);
}

struct span
localenames_short_month(struct localenames *names, struct span italian)
{
	if (!names->calendar_open)
		open_calendar(names);
	return english(names, &names->short_months, italian);
}

struct span
localenames_weekday(struct localenames *names, struct span italian)
{
	if (!names->calendar_open)
		open_calendar(names);
	return english(names, &names->weekdays, italian);
}

struct span
localenames_currency(struct localenames *names, struct span italian)
{
	if (!names->currencies_open)
		open_currencies(names);
	return english(names, &names->currencies, italian);
}

struct span
localenames_month_at(struct localenames *names, long month)
{
	if (!names->calendar_open)
		open_calendar(names);
	if (month < 1 || month > 12 || names->months.n != 12)
		return SPAN("");
	return names->english.v[names->months_off + (size_t)month - 1];
}
