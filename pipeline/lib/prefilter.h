/* Which of many regular expressions can match a text at all, found in one pass over it: a text that
 * an expression matches holds one of its words, "cookie" or "biscott" for (cookie|biscotti?). The
 * few expressions whose word is there are then tried one by one.
 *
 * Source: Cox 2012, "Regular Expression Matching with a Trigram Index" (the words that must be
 * there, out of the expression's tree; here of any length), and Aho and Corasick 1975, "Efficient
 * string matching", CACM 18(6) (to find them all at once). */
#ifndef RASSEGNA_PREFILTER_H
#define RASSEGNA_PREFILTER_H

#include <stdint.h>

#include "arena.h"

enum { PREFILTER_MAX = 512 }; /* expressions */

struct prefilter;

/* The bits of the expressions that can match. */
struct prefilter_hits {
	uint64_t bits[PREFILTER_MAX / 64];
};

/* ICU's, without case; begins, ends: it matches at the beginning of a text, up to its end. */
struct expression {
	struct span text;
	bool begins, ends;
};

/* In the arena, as long as it. An expression whose words cannot be told can always match. NULL when
 * they are more than PREFILTER_MAX. */
struct prefilter *prefilter_make(struct arena *arena, size_t n, const struct expression v[]);

/* false: none can match. Case by ASCII and Latin 1 only, so that a long s is no s. A no-break space
 * is a blank. */
bool prefilter_run(const struct prefilter *p, struct span text, struct prefilter_hits *hits);

/* The words of one expression, of which a text must hold one; none when that cannot be told. In
 * lower case; a blank stands for one byte that is no letter's, ^ for the text's beginning or end.
 */
struct words {
	struct span *v;
	size_t n, cap;
};
struct words prefilter_words(struct arena *arena, const struct expression *e);

#endif
