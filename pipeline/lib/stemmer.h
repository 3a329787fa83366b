/* Stems of Italian words: Snowball's (libstemmer), mended by a list of exceptions. */
#ifndef RASSEGNA_STEMMER_H
#define RASSEGNA_STEMMER_H

#include "table.h"

struct stemmer {
	struct sb_stemmer *snowball;
	const struct table *exceptions; /* rows "form TAB stem" */
	const struct table *stopwords;
};

/* The tables are borrowed. 0 or ERR_MODEL (libstemmer knows no Italian). */
int stemmer_open(struct stemmer *st, const struct table *exceptions, const struct table *stopwords);
void stemmer_close(struct stemmer *st);

/* The stem of a form in NFC, lower case; empty for stop words, single letters, and what has no
 * letter or begins with a digit. */
struct span stemmer_stem(const struct stemmer *st, struct arena *arena, struct span form);

#endif
