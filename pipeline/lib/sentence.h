/* Where sentences end: the sentence boundary rules of Unicode (UAX 29, section 5.1, cited as SB)
 * over tokens instead of characters, so that a stop inside a token (Inc., 14.8) is none. */
#ifndef RASSEGNA_SENTENCE_H
#define RASSEGNA_SENTENCE_H

#include "token.h"

/* The index behind the last token of the sentence that begins at from. stopwords tell a word
 * that opens a sentence from a name, after an abbreviation that may end one. */
size_t sentence_end(struct arena *arena, const struct table *stopwords, const struct tokens *tokens,
		    size_t from);

/* Ends in . ! ? or an ellipsis, maybe behind closing quotes and brackets. */
bool sentence_is_closed(struct span text);

#endif
