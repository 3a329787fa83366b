#include "idset.h"

#include <stdlib.h>

#include "buf.h"

static uint64_t
hash(struct span a) /* FNV-1a */
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < a.n; i++)
		h = (h ^ (unsigned char)a.s[i]) * UINT64_C(1099511628211);
	return h != 0 ? h : 1;
}

static uint64_t *
probe(const struct idset *set, uint64_t h)
{
	size_t i = h & (set->cap - 1);

	while (set->slot[i] != 0 && set->slot[i] != h)
		i = (i + 1) & (set->cap - 1);
	return &set->slot[i];
}

static void
grow(struct idset *set)
{
	struct idset old = *set;

	set->cap = old.cap > 0 ? 2 * old.cap : 64;
	if ((set->slot = calloc(set->cap, sizeof(*set->slot))) == NULL)
		set->oom();
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i] != 0)
			*probe(set, old.slot[i]) = old.slot[i];
	free(old.slot);
}

/* True if it was not there. */
static bool
add(struct idset *set, struct span id)
{
	uint64_t *slot;

	if (2 * (set->n + 1) > set->cap)
		grow(set);
	slot = probe(set, hash(id));
	if (*slot != 0)
		return false;
	*slot = hash(id);
	set->n++;
	return true;
}

struct span
idset_unique(struct idset *set, struct arena *arena, struct span id)
{
	struct span unique = id;

	for (size_t i = 2; !add(set, unique); i++) {
		struct buf b = { .arena = arena };

		buf_put(&b, id);
		buf_printf(&b, "~%zu", i);
		unique = buf_span(&b);
	}
	return unique;
}

void
idset_free(struct idset *set)
{
	free(set->slot);
	set->slot = NULL;
	set->n = set->cap = 0;
}
