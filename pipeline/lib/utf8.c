#include "utf8.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "status.h"

/* Bytes from off on that are ASCII, eight at a time. */
static size_t
skip_ascii(struct span a, size_t off)
{
	uint64_t eight;

	while (off + sizeof(eight) <= a.n) {
		memcpy(&eight, a.s + off, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080))
			break;
		off += sizeof(eight);
	}
	return off;
}

bool
utf8_valid(struct span a)
{
	size_t off = skip_ascii(a, 0);
	UChar32 c;

	while (off < a.n) {
		U8_NEXT(a.s, off, a.n, c);
		if (c < 0)
			return false;
		if (c < 0x80)
			off = skip_ascii(a, off);
	}
	return true;
}

size_t
utf8_length(struct span a)
{
	size_t n = 0;

	for (size_t i = 0; i < a.n; i++)
		n += (a.s[i] & 0xC0) != 0x80;
	return n;
}

int32_t
utf8_next(struct span a, size_t *off)
{
	UChar32 c;

	if (*off >= a.n)
		return -1;
	if ((a.s[*off] & 0x80) == 0)
		return a.s[(*off)++];
	U8_NEXT(a.s, *off, a.n, c);
	return c;
}

int32_t
utf8_first(struct span a)
{
	size_t off = 0;

	return utf8_next(a, &off);
}

int32_t
utf8_prev(struct span a, size_t *off)
{
	size_t start = *off;

	if (start == 0)
		return -1;
	do
		start--;
	while (start > 0 && U8_IS_TRAIL(a.s[start]));
	*off = start;
	return utf8_next(a, &start);
}

static struct span
map_case(struct arena *arena, struct span a, UChar32 (*map)(UChar32))
{
	char *out = ARENA_NEW(arena, char, 2 * a.n + 4); /* U+0250 grows from 2 bytes to 3 */
	size_t n = 0, off = 0;
	UChar32 c;

	while ((c = utf8_next(a, &off)) >= 0) {
		c = map(c);
		U8_APPEND_UNSAFE(out, n, c);
	}
	return (struct span){ out, n };
}

static UChar32
lower(UChar32 c)
{
	return c >= 0x80 ? u_tolower(c) : c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
}

struct span
utf8_lower(struct arena *arena, struct span a)
{
	return map_case(arena, a, lower);
}

struct span
utf8_upper(struct arena *arena, struct span a)
{
	return map_case(arena, a, u_toupper);
}

struct span
utf8_capital(struct arena *arena, struct span a)
{
	char *out = ARENA_NEW(arena, char, a.n + 4);
	size_t n = 0, off = 0;
	UChar32 c = utf8_next(a, &off);

	if (c < 0)
		return a;
	c = u_totitle(c);
	U8_APPEND_UNSAFE(out, n, c);
	memcpy(out + n, a.s + off, a.n - off);
	return (struct span){ out, n + a.n - off };
}

bool
utf8_is_capital(struct span a)
{
	UChar32 c = utf8_first(a);

	return c >= 0 && (u_isupper(c) || u_istitle(c));
}

/* How many upper case letters; 0 if there is one in lower case. */
static size_t
count_upper(struct span a)
{
	size_t off = 0, upper = 0;

	for (UChar32 c; (c = utf8_next(a, &off)) >= 0;) {
		if (u_islower(c))
			return 0;
		upper += u_isupper(c) != 0;
	}
	return upper;
}

bool
utf8_is_upper(struct span a)
{
	return count_upper(a) > 0;
}

bool
utf8_is_acronym(struct span a)
{
	return count_upper(a) > 1;
}

bool
utf8_has_letter(struct span a)
{
	size_t off = 0;

	for (UChar32 c; (c = utf8_next(a, &off)) >= 0;)
		if (u_isalpha(c))
			return true;
	return false;
}

bool
utf8_has_digit(struct span a)
{
	size_t off = 0;

	for (UChar32 c; (c = utf8_next(a, &off)) >= 0;)
		if (u_isdigit(c))
			return true;
	return false;
}

int
utf8_from_utf16(struct arena *arena, const uint16_t *s, int32_t n, struct span *out)
{
	UErrorCode ec = U_ZERO_ERROR;
	int32_t size = 0;
	char *p;

	if (n > INT32_MAX / 4)
		return ERR_SIZE;
	p = ARENA_NEW(arena, char, 3 * (size_t)n + 1);
	u_strToUTF8WithSub(p, 3 * n + 1, &size, s, n, 0xFFFD, NULL, &ec);
	*out = (struct span){ p, (size_t)size };
	return U_FAILURE(ec) ? ERR_ICU : 0;
}

/* No character below U+0300 changes in normal form C, except by what follows it. */
static bool
surely_nfc(struct span a)
{
	for (size_t i = 0; i < a.n; i++)
		if ((unsigned char)a.s[i] >= 0xCC)
			return false;
	return true;
}

static int
normalize(struct arena *arena, const UChar *s, int32_t n, struct span *nfc)
{
	UErrorCode ec = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&ec);
	UChar *out = ARENA_NEW(arena, UChar, 3 * (size_t)n + 1);
	int32_t size = unorm2_normalize(form, s, n, out, 3 * n + 1, &ec);

	return U_FAILURE(ec) ? ERR_ICU : utf8_from_utf16(arena, out, size, nfc);
}

int
utf8_nfc(struct arena *arena, struct span a, struct span *nfc)
{
	UErrorCode ec = U_ZERO_ERROR;
	int32_t n = 0;
	UChar *wide;

	*nfc = a;
	if (surely_nfc(a))
		return 0;
	if (a.n > INT32_MAX / 4)
		return ERR_SIZE;
	wide = ARENA_NEW(arena, UChar, a.n + 1);
	u_strFromUTF8(wide, (int32_t)a.n + 1, &n, a.s, (int32_t)a.n, &ec);
	if (U_FAILURE(ec))
		return ERR_ICU;
	if (unorm2_quickCheck(unorm2_getNFCInstance(&ec), wide, n, &ec) == UNORM_YES)
		return U_FAILURE(ec) ? ERR_ICU : 0;
	return normalize(arena, wide, n, nfc);
}
