#include "counts.h"

#include <string.h>

void
count_ngrams(const struct trie *t, const struct corpus *c, size_t text, uint32_t count[])
{
	memset(count, 0, trie_nodes(t) * sizeof(*count));
	for (size_t i = 0; i < t->places; i++)
		if (t->place[i] >= c->start[text] && t->place[i] < c->start[text + 1])
			count[t->leaf[i]]++;
	for (uint32_t node = trie_contexts(t); node-- > 1;)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
			count[node] += count[i];
}

uint32_t *
count_all_ngrams(const struct trie *t, const struct corpus *c)
{
	uint32_t *count = array_new(trie_nodes(t), sizeof(*count));
	uint32_t *sum = array_new(trie_nodes(t), sizeof(*sum));

	for (size_t text = 0; text < c->texts; text++) {
		count_ngrams(t, c, text, count);
		for (uint32_t i = 1; i < trie_nodes(t); i++)
			sum[i] += count[i];
	}
	free(count);
	return sum;
}

void
count_continuations(const struct trie *t, uint32_t count[])
{
	uint32_t begin = BOS, end = BOS + 1;

	for (unsigned k = 1; k < t->order; k++) {
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			if (i < begin || i >= end)
				count[i] = 0;
		for (uint32_t i = t->base[k + 1]; i < t->base[k + 2]; i++)
			if (count[i] > 0)
				count[t->suffix[i]]++;
		begin = t->child[begin];
		end = t->child[end];
	}
}
