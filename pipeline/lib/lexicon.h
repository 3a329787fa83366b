/* English equivalents of Italian lemmas. */
#ifndef RASSEGNA_LEXICON_H
#define RASSEGNA_LEXICON_H

#include "conllu.h"
#include "table.h"

enum { LEXICON_WORDS = 4 }; /* of the longest entries */

/* The equivalents "first|second|..." of a lemma as this part of speech, best first; where the
 * lemma has only others, theirs, but a name is never a common word. Empty: none.
 * lexicon: rows "lemma TAB UPOS TAB equivalents". */
struct span lexicon_find(const struct table *lexicon, struct arena *arena, struct span lemma,
			 struct span upos);
struct span lexicon_first(struct span equivalents);
/* The same for this part of speech alone. */
struct span lexicon_exact(const struct table *lexicon, struct span lemma, struct span upos);

/* Is it a name of people, which is its own equivalent? */
bool lexicon_is_given_name(const struct table *lexicon, struct span name);

/* Those of the verb with "si": of "opporsi" for "opporre". */
struct span lexicon_pronominal(const struct table *lexicon, struct arena *arena, struct span lemma);

/* The longest entry of two to four words that begins at words[0], by forms or by lemmas:
 * its length, 0 for none, and its equivalents. The rows are all of kind ROW_WORD. */
size_t lexicon_phrase(const struct table *lexicon, struct arena *arena, struct row *const words[],
		      size_t n, struct span *equivalents);

#endif
