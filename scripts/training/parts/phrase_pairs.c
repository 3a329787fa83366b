#include "phrase_pairs.h"

struct phrase_pair *
phrase_pair_at(struct phrase_pairs *p, uint32_t source, uint32_t target)
{
	uint32_t number = pair_index_add(&p->index, source, target);

	if (number == p->list.n) {
		*APPEND(&p->list) = (struct phrase_pair){ .source = source, .target = target };
		p->sources.list.v[source].partners++;
		p->targets.list.v[target].partners++;
	}
	return &p->list.v[number];
}
