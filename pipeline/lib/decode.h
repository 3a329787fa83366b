/* Bytes of a file to UTF-8 in normal form C.
 *
 * What they are encoded in is settled in this order; the first that knows has it:
 *  1. a byte-order mark (UTF-8, -16, -32);
 *  2. zero bytes in every other place: UTF-16 without a mark;
 *  3. they are valid UTF-8. This overrules every declaration: bytes of another encoding are hardly
 *     ever valid by chance, and pages often declare what they are not. (By chance are those of
 * which no character is western, none has another beside it, and 5 finds Italian: "c’è" in MacRoman
 *     has a letter of Armenian.) So do bytes of which four in five characters beyond ASCII are
 *     valid: UTF-8 with some damage;
 *  4. the declaration: that of HTTP if it is given and names an encoding, else one in the first
 *     4 KiB, <meta charset>, <meta http-equiv> or <?xml encoding?>. One of UTF-8, which they are
 *     not, counts only if what 5 finds makes no better text;
 *  5. what makes the best Italian text among Windows-1252, ISO-8859-15 and MacRoman (charset.h).
 * ISO-8859-1 and US-ASCII mean Windows-1252.
 *
 * Then controls that are no white space are dropped, text that was encoded twice is repaired
 * (repair.h), and all is put into normal form C. */
#ifndef RASSEGNA_DECODE_H
#define RASSEGNA_DECODE_H

#include "arena.h"

/* declared: the label of HTTP's Content-Type, or empty. *replaced: how many U+FFFD stand for bytes
 * that mean nothing. Valid UTF-8 without anything to do is not copied.
 * 0, ERR_NUL (more than one byte in 1,000 is zero, or one in 50 another control: this is no text),
 * ERR_SIZE or ERR_ICU. */
int decode(struct arena *arena, struct span bytes, struct span declared, struct span *text,
	   size_t *replaced);

/* A name as text: bytes of a path, in whichever encoding; U+FFFD for what means nothing. */
struct span decode_name(struct arena *arena, struct span bytes);

#endif
