#include "decode.h"

#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include "buf.h"
#include "charset.h"
#include "declaration.h"
#include "repair.h"
#include "status.h"
#include "utf8.h"

/* ---- by ICU: UTF-16, UTF-32, and the sets of several bytes ---- */

static void U_CALLCONV
replace(const void *replaced, UConverterToUnicodeArgs *args, const char *units, int32_t n,
	UConverterCallbackReason reason, UErrorCode *ec)
{
	static const UChar mark = 0xFFFD;

	(void)units, (void)n;
	if (reason > UCNV_IRREGULAR)
		return; /* reset, close, clone */
	++*(size_t *)replaced;
	*ec = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &mark, 1, 0, ec);
}

static int
convert_with(struct arena *arena, UConverter *from, UConverter *utf8, struct span bytes,
	     struct span *text, size_t *replaced)
{
	UErrorCode ec = U_ZERO_ERROR;
	size_t room = 3 * bytes.n + 1; /* no byte stands for more than three in UTF-8 */
	const char *source = bytes.s;
	char *out = ARENA_NEW(arena, char, room), *target = out;
	UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;

	ucnv_setToUCallBack(from, replace, replaced, NULL, NULL, &ec);
	ucnv_convertEx(utf8, from, &target, out + room, &source, bytes.s + bytes.n, pivot,
		       &pivot_source, &pivot_target, pivot + 1024, true, true, &ec);
	*text = (struct span){ out, (size_t)(target - out) };
	return U_FAILURE(ec) ? ERR_ICU : 0;
}

static int
convert(struct arena *arena, const char *name, struct span bytes, struct span *text,
	size_t *replaced)
{
	UErrorCode ec = U_ZERO_ERROR;
	UConverter *from = ucnv_open(name, &ec), *utf8 = ucnv_open("UTF-8", &ec);
	int rc = U_FAILURE(ec) ? ERR_ICU : 0;

	if (rc == 0 && bytes.n > 0)
		rc = convert_with(arena, from, utf8, bytes, text, replaced);
	else
		*text = bytes;
	ucnv_close(from);
	ucnv_close(utf8);
	return rc;
}

/* ---- UTF-8, with damage ---- */

static struct span
replace_invalid(struct arena *arena, struct span bytes, size_t *replaced)
{
	struct buf out = { .arena = arena };
	size_t off = 0, from;
	UChar32 c;

	while ((from = off) < bytes.n) {
		U8_NEXT(bytes.s, off, bytes.n, c);
		buf_put(&out, c < 0 ? SPAN("\uFFFD") : (struct span){ bytes.s + from, off - from });
		*replaced += c < 0;
	}
	return buf_span(&out);
}

/* The letters, punctuation and signs of western languages; "c’è" is valid UTF-8 in MacRoman, too,
 * for a letter of Armenian, and "È’" in Windows-1252 for one that no language has. */
static bool
is_western(UChar32 c)
{
	return (c >= 0xA0 && c < 0x180) || (c >= 0x218 && c < 0x21C) || c >= 0x1E00;
}

/* Valid UTF-8 that is so by chance: no character is western, none has another beside it, as it
 * would in a foreign word, and in another encoding they are Italian. Asked of every text, it ends
 * at the first that is western. */
static bool
is_utf8_by_chance(struct span text)
{
	enum { SURE = 5 };
	struct charset best;
	size_t off = 0, end = SIZE_MAX;
	long score;

	while ((off = utf8_skip_ascii(text, off)) < text.n) {
		if (off == end || is_western(utf8_next(text, &off)))
			return false;
		end = off;
	}
	return end != SIZE_MAX && charset_guess(text, &best, &score) == 0 && score >= SURE;
}

/* Less than one character in five beyond ASCII is invalid. */
static bool
is_damaged_utf8(struct span bytes)
{
	size_t off = 0, good = 0, bad = 0;
	UChar32 c;

	while (off < bytes.n) {
		U8_NEXT(bytes.s, off, bytes.n, c);
		good += c >= 0x80;
		bad += c < 0;
	}
	return bad > 0 && good >= 4 * bad;
}

/* ---- by its label ---- */

enum { LABEL_MAX = 40 };

static bool
is_multibyte(const char *name)
{
	UErrorCode ec = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(name, &ec);
	bool yes = U_SUCCESS(ec) && ucnv_getType(converter) == UCNV_MBCS;

	ucnv_close(converter);
	return yes;
}

static bool
is_utf8(const char *name)
{
	return strcasecmp(name, "utf-8") == 0 || strcasecmp(name, "utf8") == 0;
}

/* In name, if it is a label of an encoding that can be read here: of ASCII's supersets. */
static bool
use_label(struct span label, char name[LABEL_MAX + 1])
{
	struct charset charset;

	label = span_trim(label);
	if (label.n == 0 || label.n > LABEL_MAX || span_has(label, '\0'))
		return false;
	memcpy(name, label.s, label.n);
	name[label.n] = '\0';
	return is_utf8(name) || charset_open(&charset, name) == 0 || is_multibyte(name);
}

static int
decode_as(struct arena *arena, const char *name, struct span bytes, struct span *text,
	  size_t *replaced)
{
	struct charset charset;

	if (charset_open(&charset, name) < 0)
		return convert(arena, name, bytes, text, replaced);
	*text = charset_decode(arena, &charset, bytes, replaced);
	return 0;
}

static int
decode_invalid(struct arena *arena, struct span bytes, struct span declared, struct span *text,
	       size_t *replaced)
{
	char name[LABEL_MAX + 1];
	struct charset best;
	bool labelled = use_label(declared, name) || use_label(declaration(bytes), name);
	long score;

	if (!is_damaged_utf8(bytes) && labelled && !is_utf8(name))
		return decode_as(arena, name, bytes, text, replaced);
	if (charset_guess(bytes, &best, &score) < 0)
		return ERR_ICU;
	if (is_damaged_utf8(bytes) || (labelled && score <= 0))
		*text = replace_invalid(arena, bytes, replaced);
	else
		*text = charset_decode(arena, &best, bytes, replaced);
	return 0;
}

/* ---- marks and zeros ---- */

static const char *
encoding_by_mark(struct span bytes, size_t *mark)
{
	static const struct {
		struct span mark;
		const char *encoding;
	} marks[] = { { SPAN("\xEF\xBB\xBF"), "UTF-8" },
		      { SPAN("\xFF\xFE\0\0"), "UTF-32LE" }, /* before UTF-16, which it starts as */
		      { SPAN("\0\0\xFE\xFF"), "UTF-32BE" },
		      { SPAN("\xFF\xFE"), "UTF-16LE" },
		      { SPAN("\xFE\xFF"), "UTF-16BE" } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (span_starts(bytes, marks[i].mark)) {
			*mark = marks[i].mark.n;
			return marks[i].encoding;
		}
	return NULL;
}

/* UTF-16 without a mark: at least 7 units in 10 have a zero at the same place, and hardly any at
 * the other. */
static const char *
encoding_by_zeros(struct span bytes)
{
	size_t units = (bytes.n < 4096 ? bytes.n : 4096) / 2, zeros[2] = { 0 };

	for (size_t i = 0; i < 2 * units; i++)
		zeros[i % 2] += bytes.s[i] == '\0';
	if (units < 2 || 10 * (zeros[0] + zeros[1]) < 7 * units)
		return NULL;
	if (50 * zeros[0] <= zeros[1])
		return "UTF-16LE";
	return 50 * zeros[1] <= zeros[0] ? "UTF-16BE" : NULL;
}

/* ---- controls ---- */

static bool
is_stray(char c)
{
	return ((unsigned char)c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
}

/* How many; *zeros of them are NUL. Eight bytes at a time where all are from ' ' on. */
static size_t
count_stray(struct span a, size_t *zeros)
{
	const uint64_t high = UINT64_C(0x8080808080808080), blank = UINT64_C(0x2020202020202020);
	size_t n = 0, i = 0;
	uint64_t eight;

	while (i < a.n) {
		if (i + 8 <= a.n) {
			memcpy(&eight, a.s + i, 8);
			if (((eight - blank) & ~eight & high) == 0) {
				i += 8; /* 0x7F stays: it does no harm, text_squeeze drops it */
				continue;
			}
		}
		for (size_t end = i + 8 < a.n ? i + 8 : a.n; i < end; i++) {
			n += is_stray(a.s[i]);
			*zeros += a.s[i] == '\0';
		}
	}
	return n;
}

static struct span
drop_stray(struct arena *arena, struct span a)
{
	char *out = ARENA_NEW(arena, char, a.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < a.n; i++)
		if (!is_stray(a.s[i]))
			out[n++] = a.s[i];
	return (struct span){ out, n };
}

/* Few controls are dropped; many are a sign that this is no text. */
static int
check_controls(struct arena *arena, struct span *text)
{
	size_t zeros = 0, stray = count_stray(*text, &zeros);

	if (1000 * zeros > text->n || 50 * (stray - zeros) > text->n)
		return ERR_NUL;
	if (stray > 0)
		*text = drop_stray(arena, *text);
	return 0;
}

/* ---- all of it ---- */

static int
decode_bytes(struct arena *arena, struct span bytes, struct span declared, struct span *text,
	     size_t *replaced)
{
	size_t mark = 0;
	const char *encoding = encoding_by_mark(bytes, &mark);
	int rc;

	*text = span_from(bytes, mark);
	if (encoding == NULL)
		encoding = encoding_by_zeros(bytes);
	if (encoding != NULL && strcmp(encoding, "UTF-8") != 0) {
		rc = convert(arena, encoding, *text, text, replaced);
		return rc < 0 ? rc : check_controls(arena, text);
	}
	if ((rc = check_controls(arena, text)) < 0 ||
	    (utf8_valid(*text) && (encoding != NULL || !is_utf8_by_chance(*text))))
		return rc;
	if (encoding == NULL)
		return decode_invalid(arena, *text, declared, text, replaced);
	*text = replace_invalid(arena, *text, replaced);
	return 0;
}

int
decode(struct arena *arena, struct span bytes, struct span declared, struct span *text,
       size_t *replaced)
{
	int rc;

	*replaced = 0;
	if (bytes.n > INT32_MAX / 4)
		return ERR_SIZE;
	if ((rc = decode_bytes(arena, bytes, declared, text, replaced)) < 0)
		return rc;
	return utf8_nfc(arena, repair(arena, *text), text);
}

struct span
decode_name(struct arena *arena, struct span bytes)
{
	size_t replaced = 0;
	struct span name;

	if (decode_bytes(arena, bytes, SPAN(""), &name, &replaced) < 0 ||
	    utf8_nfc(arena, name, &name) < 0)
		return SPAN("");
	return name;
}
