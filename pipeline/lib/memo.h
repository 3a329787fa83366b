/* What was made of a text once, so that it need not be made again: texts say most of their words
 * many times. Not more than MEMO_MOST texts should be kept: who owns the arena looks at n between
 * two documents, and forgets all by arena_reset and another memo_in. */
#ifndef RASSEGNA_MEMO_H
#define RASSEGNA_MEMO_H

#include "map.h"

enum { MEMO_MOST = 8192 };

struct memo {
	struct arena *arena;
	struct map places; /* in values, from 1 */
	VEC(void *) values;
};

struct memo memo_in(struct arena *arena);
bool memo_is_full(const struct memo *memo);

void *memo_get(const struct memo *memo, struct span key); /* NULL if it is not there */
/* Neither is copied: both must live as long as the arena. */
void memo_put(struct memo *memo, struct span key, void *value);

#endif
