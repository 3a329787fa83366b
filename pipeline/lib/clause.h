/* What the parts of an Italian clause are, and where. */
#ifndef RASSEGNA_CLAUSE_H
#define RASSEGNA_CLAUSE_H

#include "source.h"

struct nouns {
	size_t head, end; /* end: 0 if there are none */
};

/* "le nuove norme europee", "il ministro Rossi", "2024" at i. */
struct nouns clause_nouns(const struct source *source, size_t i);

/* Behind "Ieri", "Nella notte a Milano" at i: what may stand before verb and subject; i if nothing
 * does. */
size_t clause_circumstances(const struct source *source, size_t i);

#endif
