/* Articles of a store that match a query, best first. */
#ifndef RASSEGNA_STORE_FIND_H
#define RASSEGNA_STORE_FIND_H

#include "query.h"
#include "store.h"

struct store_search {
	const struct query *query;
	bool english;         /* look for the words as English, too */
	struct span from, to; /* the beginning of a date (2025, 2025-06, 2025-06-11), or empty */
	size_t most;          /* hits */
};

/* score: the sum of what BM25 (k1 1.2, b .75, as SQLite has it) gives in each index, the title
 * four times the weight of the summary; higher is better, and comparable within one search alone.
 * it and en: the sentence of the summary in which most of the query's terms stand, and of several
 * the first. */
struct store_hit {
	double score;
	struct span source, id, date, title, title_en, it, en; /* what is not known is empty */
};

/* Hits of the same score stand by date, the newest first, then by source. A search by dates finds
 * no article without one. 0 or ERR_STORE. The hit is good until take returns. */
typedef void store_hit_fn(void *self, const struct store_hit *hit);
int store_find(struct store *store, struct arena *arena, const struct store_search *search,
	       store_hit_fn *take, void *self);

#endif
