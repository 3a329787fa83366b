#include "charset.h"

#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "status.h"

static const uint16_t windows_c1[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 80 */
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, /* 88 */
	0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 90 */
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178, /* 98 */
};

int32_t
charset_c1(int32_t c)
{
	return c >= 0x80 && c < 0xA0 ? windows_c1[c - 0x80] : c;
}

/* ---- one byte, one character ---- */

static bool
is_latin_1(UConverter *converter)
{
	UErrorCode ec = U_ZERO_ERROR;
	const char *name = ucnv_getName(converter, &ec);

	return U_SUCCESS(ec) && (strcmp(name, "ISO-8859-1") == 0 || strcmp(name, "US-ASCII") == 0);
}

static int
fill_high(struct charset *charset, UConverter *converter)
{
	UErrorCode ec = U_ZERO_ERROR;
	UChar wide[256 + 1];
	char bytes[256];
	int32_t n;

	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	n = ucnv_toUChars(converter, wide, 257, bytes, 256, &ec);
	if (U_FAILURE(ec) || n != 256)
		return ERR_ICU;
	for (int i = ' '; i < 0x7F; i++)
		if (wide[i] != i)
			return ERR_ICU; /* EBCDIC and the like */
	for (int i = 0; i < 128; i++)
		charset->high[i] = (uint16_t)charset_c1(wide[128 + i]);
	return 0;
}

int
charset_open(struct charset *charset, const char *name)
{
	UErrorCode ec = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &ec);
	int rc = ERR_ICU;

	if (U_FAILURE(ec))
		return rc;
	if (is_latin_1(converter))
		rc = charset_open(charset, "windows-1252");
	else if (ucnv_getType(converter) == UCNV_SBCS)
		rc = fill_high(charset, converter);
	ucnv_close(converter);
	return rc;
}

struct span
charset_decode(struct arena *arena, const struct charset *charset, struct span bytes,
	       size_t *replaced)
{
	char *out = ARENA_NEW(arena, char, 3 * bytes.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char b = (unsigned char)bytes.s[i];
		uint16_t c = b < 0x80 ? b : charset->high[b - 0x80];

		U8_APPEND_UNSAFE(out, n, c);
		*replaced += c == 0xFFFD;
	}
	return (struct span){ out, n };
}

uint8_t
charset_byte(const struct charset *charset, int32_t c)
{
	for (int i = 0; i < 128; i++)
		if (charset->high[i] == c && c != 0xFFFD)
			return (uint8_t)(0x80 + i);
	return 0;
}

/* ---- which one ---- */

/* A character and what stands on both sides of it; blanks at the ends of the text. */
struct place {
	int32_t far_before, before, c, after;
};

static bool
is_letter(int32_t c)
{
	return u_isalpha(c) && c != 0xAA && c != 0xBA; /* ª and º */
}

static bool
is_word(int32_t c)
{
	return is_letter(c) || u_isdigit(c);
}

static bool
is_one_of(int32_t c, const char16_t *set)
{
	while (*set != 0 && *set != c)
		set++;
	return *set != 0;
}

/* At the end of a word: città, perché, più; Là; è alone. */
static int
score_vowel(struct place p)
{
	if (is_letter(p.after))
		return is_letter(p.before) ? 1 : 0;
	if (u_islower(p.before))
		return 6;
	if (u_isupper(p.before))
		return 3;
	return p.c == u'è' ? 6 : p.c == u'é' ? 2 : -1;
}

/* CITTÀ; È stato, which begins a sentence. */
static int
score_capital_vowel(struct place p)
{
	if (u_islower(p.before) || (is_letter(p.before) && u_islower(p.after)))
		return -4;
	if (is_letter(p.after))
		return 0;
	if (u_isupper(p.before))
		return 5;
	return p.c != u'È' || is_letter(p.far_before) ? 1 : 5;
}

/* Of other languages, in names: Müller, Muñoz. */
static int
score_letter(struct place p)
{
	if (u_isupper(p.c) && (u_islower(p.before) || (is_letter(p.before) && u_islower(p.after))))
		return -4;
	if (!is_letter(p.before) && !is_letter(p.after))
		return -2;
	return u_islower(p.after) != 0;
}

static int
score_apostrophe(struct place p)
{
	if (is_letter(p.before))
		return is_letter(p.after) ? 6 : 2;
	return is_word(p.after) ? 1 : -1;
}

/* Beside a blank on the wrong side they are badly set, but not wrong. */
static int
score_opening(struct place p)
{
	return is_word(p.before) ? -3 : u_isUWhiteSpace(p.after) ? 0 : 4;
}

static int
score_closing(struct place p)
{
	return is_word(p.after) ? -3 : u_isUWhiteSpace(p.before) ? 0 : 4;
}

static int
score_dash(struct place p)
{
	if (u_isUWhiteSpace(p.before) && u_isUWhiteSpace(p.after))
		return 4;
	if (u_isdigit(p.before) && u_isdigit(p.after))
		return 2;
	return is_letter(p.before) && is_letter(p.after) ? -1 : 0;
}

static int
score_euro(struct place p)
{
	if (is_letter(p.before) || is_letter(p.after))
		return -4;
	return u_isdigit(p.before) || u_isdigit(p.after) || u_isUWhiteSpace(p.before) ? 5 : 3;
}

static int
score_sign(struct place p)
{
	if (is_one_of(p.c, u"°ºª"))
		return u_isdigit(p.before) ? 3 : is_one_of(p.before, u"nN") ? 1 : -3;
	if (is_one_of(p.c, u"£½¼¾"))
		return is_letter(p.before) || is_letter(p.after) ? -4 : 1;
	if (is_one_of(p.c, u"\u00A0§©®™·•"))
		return 1;
	return is_letter(p.before) || is_letter(p.after) ? -5 : -2;
}

static int
score_place(struct place p)
{
	if (p.c == 0xFFFD)
		return -10;
	if (is_one_of(p.c, u"àèéìòù"))
		return score_vowel(p);
	if (is_one_of(p.c, u"ÀÈÉÌÒÙ"))
		return score_capital_vowel(p);
	if (is_letter(p.c))
		return score_letter(p);
	if (p.c == u'’')
		return score_apostrophe(p);
	if (is_one_of(p.c, u"‘“«"))
		return score_opening(p);
	if (is_one_of(p.c, u"”»"))
		return score_closing(p);
	if (is_one_of(p.c, u"–—"))
		return score_dash(p);
	if (p.c == u'…')
		return is_letter(p.after) ? 0 : 3;
	return p.c == u'€' ? score_euro(p) : score_sign(p);
}

static int32_t
char_at(const struct charset *charset, struct span bytes, size_t i)
{
	unsigned char b = i < bytes.n ? (unsigned char)bytes.s[i] : ' ';

	return b < 0x80 ? b : charset->high[b - 0x80];
}

long
charset_score(const struct charset *charset, struct span bytes)
{
	long sum = 0;
	int seen = 0;

	for (size_t i = 0; i < bytes.n && seen < CHARSET_SAMPLE; i++)
		if ((unsigned char)bytes.s[i] >= 0x80) {
			struct place p = { i > 1 ? char_at(charset, bytes, i - 2) : ' ',
					   i > 0 ? char_at(charset, bytes, i - 1) : ' ',
					   char_at(charset, bytes, i),
					   char_at(charset, bytes, i + 1) };

			sum += score_place(p);
			seen++;
		}
	return sum;
}

int
charset_guess(struct span bytes, struct charset *best, long *score)
{
	static const char *const others[] = { "iso-8859-15", "macintosh" };
	struct charset other;
	long points;
	int rc = charset_open(best, "windows-1252");

	*score = rc == 0 ? charset_score(best, bytes) : 0;
	for (size_t i = 0; rc == 0 && i < sizeof(others) / sizeof(others[0]); i++) {
		if ((rc = charset_open(&other, others[i])) < 0)
			return rc;
		if ((points = charset_score(&other, bytes)) > *score) {
			*score = points;
			*best = other;
		}
	}
	return rc;
}
