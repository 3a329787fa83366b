/* Text that was encoded twice: UTF-8 that somebody took for another encoding and encoded again, so
 * that è became Ã¨ (by way of Windows-1252 or Latin-1) or √® (by way of MacRoman). In the manner of
 * R. Speer's ftfy (2019), but for what stands in Italian news only, and never at the price of a
 * right text.
 *
 * A sequence is suspect if its characters, as bytes of that encoding, are UTF-8 of one character
 * that newspapers use: a letter of a western alphabet, a punctuation mark, a sign, an emoji. Some
 * are so only beside others, since right texts have them as well: Å» could be a name, √π a formula.
 *
 * If the text has hardly an accented letter in its right place (à è é ì ò ù and their capitals,
 * outside of what is suspect: less than one for ten suspect ones that hang on a word), all that is
 * suspect is repaired: such a text has either no accents, or broken ones. Else some of it is right,
 * and each line is judged by itself: one that has no such letter is repaired where it has a suspect
 * character that hangs on a word (cittÃ ), or two others; one that has some, where at least three
 * that hang outnumber them four to one. So a text that speaks of "Ã¨" among right accents keeps it.
 * What was encoded three times is repaired twice.
 *
 * A text without any accent in its place, but with "perchŽ" or "cittˆ" in two words at least, is
 * MacRoman that somebody took for Windows-1252, or the other way round: it is read anew. */
#ifndef RASSEGNA_REPAIR_H
#define RASSEGNA_REPAIR_H

#include "article.h"

/* The text, or itself where nothing is to be repaired; valid UTF-8 in and out, line breaks stay. */
struct span repair(struct arena *arena, struct span text);

/* The same for an article's fields and blocks, each a line: what was written with entities
 * (&Atilde; &uml;) or escapes (\u00c3) shows only once it is parsed. */
void repair_article(struct arena *arena, struct article *article);

#endif
