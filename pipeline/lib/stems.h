/* Italian text as the stems of its words: how the store has it in its index, and how a query is
 * looked for there. Both must go through here, with the same tables, to find one another. */
#ifndef RASSEGNA_STEMS_H
#define RASSEGNA_STEMS_H

#include "conllu.h"
#include "stemmer.h"

struct stems {
	const struct table *abbreviations; /* as token_scan takes them */
	struct stemmer stemmer;
};

/* The stems of a text, parted by one blank. Words without a stem (see stemmer_stem) are left out,
 * but numbers, codes and single letters that are no stop words stand as they are, in lower case. */
struct span stems_of(const struct stems *stems, struct arena *arena, struct span text);

/* The same of a sentence that went through tokenize and stem, from its rows: the text need not be
 * cut and stemmed again, which was a third of the work of storing a document. Of words of a range
 * (della = di la) it is the stem of the whole. Without rows it is made of the text. */
struct span stems_of_rows(const struct stems *stems, struct arena *arena,
			  const struct sentence *sentence);

#endif
