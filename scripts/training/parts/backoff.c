#include "backoff.h"

void
backoff_free(struct backoff *m)
{
	free(m->prob);
	free(m->backoff);
	free(m->kept);
}

struct rest
backoff_rest(const struct trie *t, const struct backoff *m, uint32_t node)
{
	struct rest rest = { 1, 1 };

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
		if (m->kept[i]) {
			rest.here -= m->prob[i];
			rest.lower -= m->prob[t->suffix[i]];
		}
	if (rest.here < 1e-6) /* rounding has eaten it */
		rest.here = 1e-6;
	if (rest.lower < 1e-6)
		rest.lower = 1e-6;
	return rest;
}

void
backoff_normalise(const struct trie *t, struct backoff *m)
{
	for (uint32_t node = 1; node < trie_contexts(t); node++) {
		struct rest rest = backoff_rest(t, m, node);

		m->backoff[node] = (float)(rest.here / rest.lower);
	}
}

size_t
backoff_size(const struct trie *t, const struct backoff *m, unsigned order)
{
	size_t n = 0;

	for (uint32_t i = t->base[order]; i < t->base[order + 1]; i++)
		n += m->kept[i];
	return n;
}

/* The probability of a word behind a context, and the context behind that. */
static double
score_word(const struct trie *t, const struct backoff *m, uint32_t *context, uint32_t word)
{
	double backoff = 1;
	uint32_t node;

	while (node = trie_child(t, *context, word),
	       node == 0 || (m->kept != NULL && !m->kept[node])) {
		backoff *= m->backoff[*context];
		*context = t->suffix[*context];
	}
	*context = node < trie_contexts(t) ? node : t->suffix[node];
	return backoff * m->prob[node];
}

size_t
backoff_score(const struct trie *t, const struct backoff *m, const struct tokens *text, float p[])
{
	uint32_t context = 0;
	size_t n = 0;

	for (size_t i = 0; i < text->n; i++) {
		double q;

		if (text->v[i] == NONE)
			continue;
		if (text->v[i] == BOS) {
			context = t->order > 1 ? BOS : 0;
			continue;
		}
		q = score_word(t, m, &context, text->v[i]);
		if (text->v[i] != UNK)
			p[n++] = (float)q;
	}
	return n;
}
