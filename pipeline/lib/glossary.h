/* A translator's glossary: which English stands for which Italian words, and which words stay.
 *
 * Read from a file of any of these kinds, told apart by its content:
 *   - rows "Italian TAB English", or OmegaT's "source TAB target TAB comment"; see rows.h;
 *   - TBX-Basic: ISO 30042 of 2008 ("martif") and of 2019 ("tbx", styles DCA and DCT). Every
 * Italian term of a concept becomes an entry. Of its English terms the preferred one is taken, else
 * the first that is neither deprecated nor superseded; a concept without one gives no entry. */
#ifndef RASSEGNA_GLOSSARY_H
#define RASSEGNA_GLOSSARY_H

#include "map.h"
#include "table.h"

struct glossary_entry {
	struct span italian; /* in normal form C, blanks squeezed, never empty */
	struct span english; /* the same; empty: do not translate (it was empty or the Italian) */
	struct span note;    /* OmegaT's comment, the first <note> of TBX; or empty */
	size_t line;         /* where it stands in the file */
};

struct glossary_entries {
	struct glossary_entry *v;
	size_t n, cap;
};

/* The entries of a file's bytes, in the arena and in their order: 0, or at *bad_line ERR_PAIR,
 * ERR_UTF8, ERR_NUL (rows), ERR_XML, ERR_ENTITY, ERR_ROOT (XML, but no TBX), ERR_SIZE, ERR_ICU. */
int glossary_read(struct arena *arena, struct span bytes, struct glossary_entries *out,
		  size_t *bad_line);

/* To find entries in a sentence. Words of an entry are those that token_scan makes of it.
 *
 * A word of an entry that has no capital matches form or lemma in whichever case (as token_key has
 * them: ' for the other apostrophe, è for e'); of an entry with capitals it matches as written. So
 * "ente" matches Ente and enti, "Stato" only Stato. Behind the first word an adjective in -a
 * matches its lemma in -o: the lemmas of "intercettazioni telefoniche" are intercettazione
 * telefonico. */
struct glossary {
	struct map first; /* token_key of an entry's first word: 1 + the first of terms with it */
	struct glossary_term *terms;
	size_t n, longest; /* in words */
};

/* Entries and index live in the arena. abbreviations: the table of token_scan, or all zero. */
void glossary_index(struct arena *arena, const struct table *abbreviations,
		    const struct glossary_entries *entries, struct glossary *glossary);

struct glossary_match {
	const struct glossary_entry *entry;
	size_t len;    /* words */
	bool by_lemma; /* of one word at least only the lemma matches: inflect the English */
};

/* The longest entry that matches the words [at, at + len) of a sentence of n, at < n; false if none
 * does. Of several of one length: forms before lemmas, then with capitals before without, then the
 * first in the file. Words are those that are printed, "della" one, "l'" and "ente" two; lemmas may
 * be NULL. The arena is for what is made on the way. */
bool glossary_find(const struct glossary *glossary, struct arena *arena, const struct span forms[],
		   const struct span lemmas[], size_t n, size_t at, struct glossary_match *match);

#endif
