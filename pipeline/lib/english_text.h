/* English text to tokens, as the translation model knows them, and tokens to text.
 *   - quotation marks are " and ', the ellipsis is ..., blanks are ASCII; – and — stay;
 *   - clitics are cut before their apostrophe: it|'s, don|'t, Meta|'s, workers|';
 *   - numbers stay whole with their unit or suffix (1,250 6:30 60th 14.8bn 8-1/2), $ € £ % do not;
 *   - compounds with a hyphen, dates, URL and e-mail addresses, and/or, R&D stay whole; a slash
 *     between longer words is a token;
 *   - abbreviations, initials and acronyms keep their stop (Mr. U.S. J.). At the end of the text
 *     an abbreviation that may end a sentence is followed by a stop of its own (the U.S.|.), so
 *     that it is one word everywhere; words that are abbreviations only before something (No. 5)
 *     have their stop cut off there;
 *   - runs of one mark (... -- ?!) are one token.
 * The tokenisation is that of the Penn Treebank but for don|'t (there do|n't), which needs no list
 * of verbs, and for hyphens, quotation marks and brackets, which are left as they are. */
#ifndef RASSEGNA_ENGLISH_TEXT_H
#define RASSEGNA_ENGLISH_TEXT_H

#include "arena.h"

struct spans {
	struct span *v;
	size_t n, cap;
};

/* The text with typographic quotation marks, ellipses and blanks replaced by ASCII ones, invisible
 * characters left out; the text itself if it has none. Valid UTF-8 in and out. */
struct span english_plain(struct arena *arena, struct span text);

/* The tokens of one sentence or line; they point into its plain form. */
void english_tokens(struct arena *arena, struct span text, struct spans *out);

/* The same as one text, the tokens parted by single blanks. */
struct span english_cut(struct arena *arena, struct span text);

/* Tokens set as a text. Quotation marks are paired; of an odd number the first closes, if it stands
 * as in <it," he said>, or else the last stays open. The first word of a sentence is given its
 * capital if it is all lower case; a/an is not corrected. For text x whose blanks are single and
 * whose dashes stand between blanks: join(tokens(x)) is the plain form of x, with rare exceptions
 * (blanks before a mark, sums of money such as "5 $"). */
struct span english_join(struct arena *arena, const struct span tokens[], size_t n);

#endif
