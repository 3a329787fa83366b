#include "phrase_order.h"

static int
by_bytes(const void *a, const void *b, void *side)
{
	return span_cmp(side_word(side, *(const uint32_t *)a),
			side_word(side, *(const uint32_t *)b));
}

uint32_t *
phrase_order_rank(const struct side *side)
{
	size_t n = side->words.n;
	uint32_t *order = array_new(n, sizeof(*order)), *rank = array_new(n, sizeof(*rank));

	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	qsort_r(order, n, sizeof(*order), by_bytes, (void *)side);
	for (uint32_t i = 0; i < n; i++)
		rank[order[i]] = i;
	free(order);
	return rank;
}

int
phrase_order(const struct phrases *p, const uint32_t rank[], const struct phrase *a,
	     const struct phrase *b)
{
	for (size_t i = 0; i < a->length && i < b->length; i++) {
		uint32_t x = rank[p->side->token.v[a->start + i]];
		uint32_t y = rank[p->side->token.v[b->start + i]];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (int)a->length - (int)b->length;
}
