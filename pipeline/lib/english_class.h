/* What the cutting and the joining of English text both ask of characters and tokens. */
#ifndef RASSEGNA_ENGLISH_CLASS_H
#define RASSEGNA_ENGLISH_CLASS_H

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "span.h"

static inline bool
is_digit(int32_t c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_ascii_letter(int32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static inline bool
is_word(int32_t c)
{
	if (c < 0x80)
		return is_ascii_letter(c) || is_digit(c);
	return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

static inline bool
is_letter(int32_t c)
{
	return c < 0x80 ? is_ascii_letter(c) : u_isalpha(c);
}

static inline bool
is_currency(int32_t c)
{
	return c == '$' || (c >= 0x80 && u_charType(c) == U_CURRENCY_SYMBOL);
}

/* list: words between blanks, one at each end too; none is longer than 13 bytes. */
static inline bool
listed(const char *list, size_t size, struct span word)
{
	char key[16];

	if (word.n + 2 > sizeof(key))
		return false;
	key[0] = ' ';
	memcpy(key + 1, word.s, word.n);
	key[word.n + 1] = ' ';
	return memmem(list, size, key, word.n + 2) != NULL;
}

#define LISTED(list, word) listed(list, sizeof(list) - 1, word)

/* 's 't 're 've 'll 'd 'm */
static inline bool
is_clitic(struct span a)
{
	if (a.n < 2 || a.n > 3 || a.s[0] != '\'')
		return false;
	if (a.n == 2)
		return strchr("stdm", tolower((unsigned char)a.s[1])) != NULL;
	return strncasecmp(a.s + 1, "re", 2) == 0 || strncasecmp(a.s + 1, "ve", 2) == 0 ||
	       strncasecmp(a.s + 1, "ll", 2) == 0;
}

#endif
