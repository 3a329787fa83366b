#include "slots.h"

#include "array.h"

uint32_t *
slots_find(const struct slots *s, uint64_t hash, slots_same *same, const void *things,
	   const void *key)
{
	size_t i = hash & (s->n - 1);

	while (s->v[i] != 0 && !same(things, s->v[i] - 1, key))
		i = (i + 1) & (s->n - 1);
	return &s->v[i];
}

static void
put_number(struct slots *s, uint64_t hash, uint32_t number)
{
	size_t i = hash & (s->n - 1);

	while (s->v[i] != 0)
		i = (i + 1) & (s->n - 1);
	s->v[i] = number + 1;
}

void
slots_reserve(struct slots *s, size_t n, slots_hash *hash, const void *things)
{
	if (3 * n < 2 * s->n)
		return;
	free(s->v);
	s->n = s->n > 0 ? 2 * s->n : 1 << 20;
	s->v = array_new(s->n, sizeof(*s->v));
	for (uint32_t i = 0; i < n; i++)
		put_number(s, hash(things, i), i);
}

uint64_t
slots_mix(uint64_t h)
{
	h = (h ^ h >> 31) * 0x9E3779B97F4A7C15;
	h = (h ^ h >> 29) * 0xBF58476D1CE4E5B9;
	return h ^ h >> 32;
}
