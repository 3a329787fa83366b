#include "decode.h"

#include <unicode/ucnv.h>

#include "status.h"
#include "utf8.h"

static int
convert(struct arena *arena, const char *charset, struct span bytes, struct span *text)
{
	UErrorCode ec = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(charset, &ec);
	int32_t n, room = (int32_t)bytes.n + 1;
	UChar *wide;

	if (U_FAILURE(ec))
		return ERR_ICU;
	wide = ARENA_NEW(arena, UChar, room);
	n = ucnv_toUChars(converter, wide, room, bytes.s, (int32_t)bytes.n, &ec);
	ucnv_close(converter);
	return U_FAILURE(ec) ? ERR_ICU : utf8_from_utf16(arena, wide, n, text);
}

int
decode(struct arena *arena, struct span bytes, struct span *text)
{
	UErrorCode ec = U_ZERO_ERROR;
	const char *charset;
	int32_t mark = 0;
	int rc = 0;

	if (bytes.n > INT32_MAX / 4)
		return ERR_SIZE;
	charset = ucnv_detectUnicodeSignature(bytes.s, (int32_t)bytes.n, &mark, &ec);
	*text = span_from(bytes, (size_t)mark);
	if (charset == NULL && span_has(bytes, '\0'))
		return ERR_NUL;
	if (charset == NULL && !utf8_valid(*text))
		charset = "windows-1252";
	if (charset != NULL)
		rc = convert(arena, charset, *text, text);
	if (rc < 0)
		return rc;
	return span_has(*text, '\0') ? ERR_NUL : utf8_nfc(arena, *text, text);
}
