/* What the capitals of a document say: which words are names, and where a capital says nothing. */
#ifndef RASSEGNA_CAPITALS_H
#define RASSEGNA_CAPITALS_H

#include "conllu.h"
#include "map.h"

struct capitals {
	struct map names;  /* forms with a capital inside a sentence, and how often */
	struct map common; /* forms in lower case */
};

void capitals_note(struct capitals *capitals, const struct sentence *s);

/* A sentence most of whose words are all capitals says nothing about names. */
bool capitals_shouted(const struct sentence *s);
/* Two words or more that fill a quotation and all have capitals: the ship "Stella Grigia". */
bool capitals_quoted(const struct sentence *s, size_t i);
/* Where a capital is no sign of a name: at the start of a sentence, of a cell of a table ("|"), or
 * of a quotation that is more than a name. */
bool capitals_initial(const struct sentence *s, size_t i);

#endif
