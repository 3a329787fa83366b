#include "utf8.h"

#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "buf.h"
#include "status.h"

size_t
utf8_skip_ascii(struct span a, size_t off)
{
	uint64_t eight;

	for (; off + sizeof(eight) <= a.n; off += sizeof(eight)) {
		memcpy(&eight, a.s + off, sizeof(eight));
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (off < a.n && (unsigned char)a.s[off] < 0x80)
		off++;
	return off;
}

size_t
utf8_skip_valid(struct span a, size_t off)
{
	while ((off = utf8_skip_ascii(a, off)) < a.n) {
		size_t next = off;
		UChar32 c;

		U8_NEXT(a.s, next, a.n, c);
		if (c < 0)
			return off;
		off = next;
	}
	return a.n;
}

bool
utf8_valid(struct span a)
{
	return utf8_skip_valid(a, 0) == a.n;
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
utf8_next_long(struct span a, size_t *off)
{
	UChar32 c;

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

/* Italian is mostly ASCII: ICU is asked about the rest. */
static UChar32
to_lower(UChar32 c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	return u_tolower(c);
}

static bool
is_letter(UChar32 c)
{
	return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c);
}

static bool
is_upper(UChar32 c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c);
}

static bool
is_lower(UChar32 c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(c);
}

static bool
is_digit(UChar32 c)
{
	return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c);
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

struct span
utf8_lower(struct arena *arena, struct span a)
{
	return map_case(arena, a, to_lower);
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

	return is_upper(c) || (c >= 0x80 && u_istitle(c));
}

/* How many upper case letters; 0 if there is one in lower case. */
static size_t
count_upper(struct span a)
{
	size_t off = 0, upper = 0;

	for (UChar32 c; (c = utf8_next(a, &off)) >= 0;) {
		if (is_lower(c))
			return 0;
		upper += is_upper(c);
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
		if (is_letter(c))
			return true;
	return false;
}

bool
utf8_has_digit(struct span a)
{
	size_t off = 0;

	for (UChar32 c; (c = utf8_next(a, &off)) >= 0;)
		if (is_digit(c))
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

/* Can normal form C change this character, or one next to it? Below U+0300 none; what stands
 * between U+2002 and U+20CF (the dashes and quotation marks) is ruled out without asking ICU. */
static bool
is_unsure(const UNormalizer2 *form, UChar32 c)
{
	return c >= 0x300 && (c < 0x2002 || c > 0x20CF) && !unorm2_isInert(form, c);
}

/* The offset of the next such character, or a.n. */
static size_t
next_unsure(const UNormalizer2 *form, struct span a, size_t off)
{
	size_t at;
	UChar32 c;

	while ((at = off = utf8_skip_ascii(a, off)) < a.n) {
		if ((unsigned char)a.s[off] < 0xCC) {
			off++;
			continue;
		}
		c = utf8_next(a, &off);
		if (is_unsure(form, c))
			return at;
	}
	return a.n;
}

enum {
	PIECE = 256,
	MARKS = 30, /* behind one character */
};

/* From *off on, a piece that can be normalised by itself, in UTF-16: it ends before a character
 * that joins with none before it. */
static int32_t
next_piece(const UNormalizer2 *form, struct span a, size_t *off, UChar piece[PIECE])
{
	int32_t n = 0, marks = 0;
	size_t next = *off;
	UChar32 c;

	for (; (c = utf8_next(a, &next)) >= 0; *off = next) {
		marks = unorm2_hasBoundaryBefore(form, c) ? 0 : marks + 1;
		if (n > 0 && marks == 0 && (n > PIECE / 2 || !is_unsure(form, c)))
			break;
		if (marks <= MARKS)
			U16_APPEND_UNSAFE(piece, n, c);
	}
	return n;
}

static int
put_piece(const UNormalizer2 *form, const UChar piece[], int32_t n, struct buf *out)
{
	UErrorCode ec = U_ZERO_ERROR;
	UChar wide[4 * PIECE]; /* normal form C makes UTF-16 three times as long at most */
	char narrow[12 * PIECE];
	int32_t size = unorm2_normalize(form, piece, n, wide, 4 * PIECE, &ec);

	u_strToUTF8(narrow, sizeof(narrow), &n, wide, size, &ec);
	if (U_FAILURE(ec))
		return ERR_ICU;
	buf_put(out, (struct span){ narrow, (size_t)n });
	return 0;
}

static void
put_sure(struct span a, size_t from, size_t to, struct buf *out)
{
	buf_put(out, (struct span){ a.s + from, to - from });
}

int
utf8_nfc(struct arena *arena, struct span a, struct span *nfc)
{
	UErrorCode ec = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&ec);
	struct buf out = { .arena = arena };
	size_t done = 0, at;
	UChar piece[PIECE];
	int rc = U_FAILURE(ec) ? ERR_ICU : 0;

	*nfc = a;
	if (rc < 0 || (at = next_unsure(form, a, 0)) == a.n)
		return rc;
	for (; rc == 0 && at < a.n; at = next_unsure(form, a, done)) {
		if (at > done)
			utf8_prev(a, &at); /* what a mark may join with */
		put_sure(a, done, at, &out);
		done = at;
		rc = put_piece(form, piece, next_piece(form, a, &done, piece), &out);
	}
	put_sure(a, done, a.n, &out);
	*nfc = buf_span(&out);
	return rc;
}
