/* The language of a text: by its script, and where that is Latin by how many of its words are
 * function words of each language. They make up two fifths of running text in all these languages,
 * and a text that is only half in one has too few, so that mixed and short ones stay undecided.
 *
 * Source: Grefenstette 1995, "Comparing two language identification schemes", JADT (the small words
 * scheme); ours counts letters that few languages have, too, at half the weight of a word.
 *
 * Friulian, Sardinian, Neapolitan and the like have no lists of their own: they come out as "it"
 * or undecided, and nobody is warned of an article that quotes a song. */
#ifndef RASSEGNA_LANGID_H
#define RASSEGNA_LANGID_H

#include <stdint.h>

#include "table.h"

enum { LANGID_MAX = 32 }; /* languages in Latin script */

struct langid;

/* From rows "code TAB letters TAB words parted by blanks", lower case, at most LANGID_MAX, one of
 * them "it"; letters up to U+024F, "-" for none. 0, ERR_IO or ERR_MODEL. */
int langid_open(struct langid **out, const struct table *table);
void langid_close(struct langid *l);

/* What the parts of a text add up to; all zero at first. */
struct langid_count {
	size_t words;              /* in Latin script */
	size_t points[LANGID_MAX]; /* two for a function word, one for a letter */
	size_t letters, latin;     /* of any script, and of this */
	size_t script[LANGID_MAX]; /* other scripts and signs that part their languages */
};

/* Add a part: UTF-8, normal form C. What comes behind the first 5,000 words adds nothing. */
void langid_add(const struct langid *l, struct span text, struct langid_count *count);

/* "it", "en", "el" ...; "" if there are too few words or no language stands out. As long as l. */
struct span langid_result(const struct langid *l, const struct langid_count *count);
struct span langid_of(const struct langid *l, struct span text); /* both, of one text */

#endif
