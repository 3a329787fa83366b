#include "pair_index.h"

static uint64_t
hash_key(const void *pairs, uint32_t number)
{
	return slots_mix(((const struct pair_index *)pairs)->key.v[number]);
}

static bool
is_key(const void *pairs, uint32_t number, const void *key)
{
	return ((const struct pair_index *)pairs)->key.v[number] == *(const uint64_t *)key;
}

static uint32_t *
find_slot(const struct pair_index *p, uint64_t key)
{
	return slots_find(&p->slots, slots_mix(key), is_key, p, &key);
}

uint32_t
pair_index_add(struct pair_index *p, uint32_t first, uint32_t second)
{
	uint64_t key = (uint64_t)first << 32 | second;
	uint32_t *slot;

	slots_reserve(&p->slots, p->key.n, hash_key, p);
	slot = find_slot(p, key);
	if (*slot == 0) {
		*APPEND(&p->key) = key;
		*slot = (uint32_t)p->key.n;
	}
	return *slot - 1;
}

uint32_t
pair_index_find(const struct pair_index *p, uint32_t first, uint32_t second)
{
	return *find_slot(p, (uint64_t)first << 32 | second) - 1; /* 0 becomes NO_PAIR */
}
