/* UTF-8 text: validity, code points, case and normal form. Offsets are bytes. */
#ifndef RASSEGNA_UTF8_H
#define RASSEGNA_UTF8_H

#include <stdint.h>

#include "arena.h"

bool utf8_valid(struct span a);
/* Where from off on valid UTF-8 ends; a.n if all is. */
size_t utf8_skip_valid(struct span a, size_t off);
/* Where from off on the first byte beyond ASCII stands; a.n if none does. */
size_t utf8_skip_ascii(struct span a, size_t off);
size_t utf8_length(struct span a); /* in code points */

/* The code point at byte *off of valid UTF-8, and *off moved behind it; -1 at the end. */
static inline int32_t utf8_next(struct span a, size_t *off);
int32_t utf8_first(struct span a); /* -1 if empty */
/* The code point that ends at byte *off, and *off moved to its start; -1 at the start. */
int32_t utf8_prev(struct span a, size_t *off);

/* Simple case mapping, code point by code point; Italian needs no more. */
struct span utf8_lower(struct arena *arena, struct span a);
struct span utf8_upper(struct arena *arena, struct span a);
struct span utf8_capital(struct arena *arena, struct span a); /* the first one upper case */
bool utf8_is_capital(struct span a); /* starts with an upper or title case letter */
bool utf8_is_upper(struct span a);   /* has an upper case letter and none in lower case */
bool utf8_is_acronym(struct span a); /* the same of two letters at least: NATO, but not E' */
bool utf8_has_letter(struct span a);
bool utf8_has_digit(struct span a);

/* Normal form C of valid UTF-8; a itself where nothing in it could change. 0 or ERR_ICU. Unlike
 * UAX 15 we keep 30 marks behind a character and drop the rest, where its stream-safe format parts
 * them with U+034F: no language has so many, and sorting n of them takes n^2 steps. ICU's C
 * interface normalises UTF-16 only, so what could change goes there and back in pieces. */
int utf8_nfc(struct arena *arena, struct span a, struct span *nfc);
int utf8_from_utf16(struct arena *arena, const uint16_t *s, int32_t n, struct span *out);

/* ---- in the header, since every character passes through it several times */

int32_t utf8_next_long(struct span a, size_t *off); /* of one that is there, ASCII or not */

static inline int32_t
utf8_next(struct span a, size_t *off)
{
	if (*off >= a.n)
		return -1;
	return (unsigned char)a.s[*off] < 0x80 ? a.s[(*off)++] : utf8_next_long(a, off);
}

#endif
