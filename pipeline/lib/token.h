/* Cut Italian text into tokens by the word boundary rules of Unicode (UAX 29, section 4.1, cited
 * as WB) with the tailoring that Italian and the UD treebanks ask for:
 *   - an elided word ends at its apostrophe (l'|azienda), an apocope keeps it (po');
 *   - compounds with a hyphen, dates and times with / : - stay whole;
 *   - abbreviations and initials keep their stop;
 *   - runs of one kind (..., ?!, --) are one token; URL and e-mail addresses too.
 * Written over ICU's character properties rather than its iterators: an iterator's pieces needed
 * joining or cutting again at each of these points, and it is the slower way by half. */
#ifndef RASSEGNA_TOKEN_H
#define RASSEGNA_TOKEN_H

#include "arena.h"
#include "table.h"

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,
	TOKEN_OTHER,    /* punctuation, symbols */
	TOKEN_ADDRESS,  /* URL, e-mail */
	TOKEN_ABBR,     /* with its stop; never ends a sentence */
	TOKEN_ABBR_END, /* with its stop; may end one: S.p.A., ecc. */
};

struct token {
	enum token_kind kind;
	struct span form;
	struct span gap; /* the white space after it, maybe none */
};

struct tokens {
	struct token *v;
	size_t n, cap;
};

/* The tokens of one block of text, which begins with no white space. Forms and gaps joined are
 * the text again. abbreviations: rows "form. TAB
 * never|end|number|unit" (the last two: only before a number, L. 500; before a lower-case letter,
 * since the stop behind a unit is else that of the sentence), and "word TAB label" for nouns
 * that go before a letter which is no initial (serie A). */
void token_scan(struct arena *arena, const struct table *abbreviations, struct span text,
		struct tokens *out);

bool is_apostrophe(int32_t c); /* ' or U+2019 */
/* As it is written, but ' for U+2019: this and token_key give the form itself where nothing is to
 * be changed. */
struct span token_plain(struct arena *arena, struct span form);
/* The form under which tables know a word: lower case, ' for U+2019, and the accent that was typed
 * as an apostrophe (E', citta', perche' are è, città, perché; po' and un' stay). */
struct span token_key(struct arena *arena, struct span form);

#endif
