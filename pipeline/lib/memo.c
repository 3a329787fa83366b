#include "memo.h"

struct memo
memo_in(struct arena *arena)
{
	return (struct memo){ .arena = arena, .places = { .arena = arena } };
}

bool
memo_is_full(const struct memo *memo)
{
	return memo->values.n >= MEMO_MOST;
}

void *
memo_get(const struct memo *memo, struct span key)
{
	uint32_t place = map_get(&memo->places, key);

	return place > 0 ? memo->values.v[place - 1] : NULL;
}

void
memo_put(struct memo *memo, struct span key, void *value)
{
	*PUSH(memo->arena, &memo->values) = value;
	*map_at(&memo->places, key) = (uint32_t)memo->values.n;
}
