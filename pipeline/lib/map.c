#include "map.h"

uint32_t
span_hash(struct span a)
{
	uint32_t h = 2166136261;

	for (size_t i = 0; i < a.n; i++)
		h = (h ^ (unsigned char)a.s[i]) * 16777619;
	return h;
}

static struct map_entry *
probe(const struct map *map, struct span key, uint32_t hash)
{
	size_t i = hash & (map->cap - 1);

	while (map->v[i].key.s != NULL && (map->v[i].hash != hash || !span_eq(map->v[i].key, key)))
		i = (i + 1) & (map->cap - 1);
	return &map->v[i];
}

static void
grow(struct map *map)
{
	struct map old = *map;

	map->cap = old.cap > 0 ? 2 * old.cap : 64;
	map->v = ARENA_NEW(map->arena, struct map_entry, map->cap);
	for (size_t i = 0; i < old.cap; i++)
		if (old.v[i].key.s != NULL)
			*probe(map, old.v[i].key, old.v[i].hash) = old.v[i];
}

uint32_t *
map_at(struct map *map, struct span key)
{
	uint32_t hash = span_hash(key);
	struct map_entry *e;

	if (4 * (map->n + 1) > 3 * map->cap)
		grow(map);
	e = probe(map, key, hash);
	if (e->key.s == NULL) {
		*e = (struct map_entry){ key.s != NULL ? key : SPAN(""), hash, 0 };
		map->n++;
	}
	return &e->value;
}

uint32_t
map_get(const struct map *map, struct span key)
{
	return map->cap > 0 ? probe(map, key, span_hash(key))->value : 0;
}
