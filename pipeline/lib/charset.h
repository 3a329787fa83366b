/* Character sets of one byte, and which of them a text in Italian is written in. */
#ifndef RASSEGNA_CHARSET_H
#define RASSEGNA_CHARSET_H

#include <stdint.h>

#include "arena.h"

/* A superset of ASCII: what the bytes from 0x80 on stand for; 0xFFFD where they stand for nothing.
 */
struct charset {
	uint16_t high[128];
};

/* By a name that ICU knows. ISO-8859-1 and US-ASCII are Windows-1252, as the WHATWG's Encoding
 * Standard has it, and in the other parts of ISO 8859 the bytes that are controls there (0x80 to
 * 0x9F) mean what they mean in Windows-1252: no text has these controls, many have these quotation
 * marks. 0, or ERR_ICU if there is no such set, or it is of another kind. */
int charset_open(struct charset *charset, const char *name);

/* Text in UTF-8; U+FFFD where a byte stands for nothing, counted in *replaced. */
struct span charset_decode(struct arena *arena, const struct charset *charset, struct span bytes,
			   size_t *replaced);

/* The byte for a character, from 0x80 on; 0 if there is none. */
uint8_t charset_byte(const struct charset *charset, int32_t c);

/* How well what its bytes from 0x80 on stand for becomes an Italian text: the sum over the first
 * CHARSET_SAMPLE of them. à at the end of a word speaks for the set, Š behind a word against it. */
enum { CHARSET_SAMPLE = 4096 };
long charset_score(const struct charset *charset, struct span bytes);

/* The best of Windows-1252, ISO-8859-15 and MacRoman, the first of them where nothing tells; its
 * score. 0 or ERR_ICU.
 *
 * ICU's detector (ucsdet) is not asked, since of the three it knows the first only. On the
 * treebanks (ISDT, VIT, ParTUT, MarkIT) in pieces of 20, 50, 100 and 500 bytes, encoded anew, it
 * decodes .948, .992, .998 and 1.000 of those in Windows-1252 without a fault and none in MacRoman;
 * this, 1.000 at all lengths and 1.000, .999, .999 and .999. */
int charset_guess(struct span bytes, struct charset *best, long *score);

/* What Windows-1252 has in the place of a control from U+0080 to U+009F, 0xFFFD if nothing; other
 * characters as they are. */
int32_t charset_c1(int32_t c);

#endif
