#include "trie.h"

#include <string.h>

/* Places by the word that stands off words behind them, otherwise as they are. */
static void
sort_by_word(const uint32_t *text, const uint32_t *from, uint32_t *to, size_t n, size_t words,
	     size_t off)
{
	size_t *at = array_new(words + 1, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[text[from[i] + off] + 1]++;
	for (size_t w = 0; w < words; w++)
		at[w + 1] += at[w];
	for (size_t i = 0; i < n; i++)
		to[at[text[from[i] + off]]++] = from[i];
	free(at);
}

static void
sort_places(struct trie *t, const struct corpus *c)
{
	uint32_t *from = array_new(c->tokens.n, sizeof(*from));
	uint32_t *to = array_new(c->tokens.n, sizeof(*to)), *other;

	for (uint32_t i = 0; i < c->tokens.n; i++)
		if (c->tokens.v[i] != NONE)
			from[t->places++] = i;
	for (size_t off = t->order; off-- > 0;) {
		sort_by_word(c->tokens.v, from, to, t->places, c->words.n, off);
		other = from;
		from = to;
		to = other;
	}
	t->place = from;
	free(to);
}

/* The words of a window, to the end of the sentence. */
static unsigned
window_length(const uint32_t *window, unsigned order)
{
	unsigned n = 1;

	while (n < order && window[n] != NONE)
		n++;
	return n;
}

/* How many first words two windows share, the first one n words long. */
static unsigned
shared_words(const uint32_t *a, const uint32_t *b, unsigned n)
{
	unsigned i = 0;

	while (i < n && a[i] == b[i])
		i++;
	return i;
}

static void
size_orders(struct trie *t, const struct corpus *c)
{
	uint32_t count[NGRAM_MAX + 1] = { 1, (uint32_t)c->words.n - 1 };
	const uint32_t *before = NULL;

	for (size_t i = 0; i < t->places; i++) {
		const uint32_t *window = c->tokens.v + t->place[i];
		unsigned n = window_length(window, t->order);
		unsigned k = before != NULL ? shared_words(window, before, n) : 0;

		for (k = k > 0 ? k + 1 : 2; k <= n; k++)
			count[k]++;
		before = window;
	}
	for (unsigned k = 0; k <= t->order; k++)
		t->base[k + 1] = t->base[k] + count[k];
	t->base[t->order + 2] = t->base[t->order + 1];
}

static void
add_node(struct trie *t, uint32_t next[], unsigned k, uint32_t word)
{
	uint32_t node = next[k]++;

	t->word[node] = word;
	t->child[node] = k < t->order ? next[k + 1] : t->base[t->order + 1];
}

static void
add_windows(struct trie *t, const struct corpus *c)
{
	uint32_t next[NGRAM_MAX + 2];
	const uint32_t *before = NULL;

	memcpy(next, t->base, sizeof(next));
	add_node(t, next, 0, NONE);
	for (size_t i = 0; i < t->places; i++) {
		const uint32_t *window = c->tokens.v + t->place[i];
		unsigned n = window_length(window, t->order);
		unsigned k = before != NULL ? shared_words(window, before, n) : 0;

		while (next[1] < window[0]) /* a word that is in no text: <unk> */
			add_node(t, next, 1, next[1]);
		while (k++ < n)
			add_node(t, next, k, window[k - 1]);
		t->leaf[i] = next[n] - 1;
		before = window;
	}
	while (next[1] < t->base[2])
		add_node(t, next, 1, next[1]);
	t->child[t->base[t->order + 1]] = t->base[t->order + 1];
}

uint32_t
trie_child(const struct trie *t, uint32_t node, uint32_t word)
{
	uint32_t lo = t->child[node], hi = t->child[node + 1];

	if (node == 0)
		return word;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (t->word[mid] < word)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < t->child[node + 1] && t->word[lo] == word ? lo : 0;
}

static void
link_suffixes(struct trie *t)
{
	for (uint32_t node = 1; node < t->base[t->order]; node++)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
			t->suffix[i] = trie_child(t, t->suffix[node], t->word[i]);
}

void
trie_build(struct trie *t, const struct corpus *c, unsigned order)
{
	size_t nodes;

	*t = (struct trie){ .order = order };
	sort_places(t, c);
	size_orders(t, c);
	nodes = trie_nodes(t) + (size_t)1;
	t->word = array_new(nodes, sizeof(*t->word));
	t->child = array_new(nodes, sizeof(*t->child));
	t->suffix = array_new(nodes, sizeof(*t->suffix));
	t->leaf = array_new(t->places, sizeof(*t->leaf));
	add_windows(t, c);
	link_suffixes(t);
}

void
trie_free(struct trie *t)
{
	free(t->word);
	free(t->child);
	free(t->suffix);
	free(t->place);
	free(t->leaf);
}

uint32_t
trie_nodes(const struct trie *t)
{
	return t->base[t->order + 1];
}

uint32_t
trie_contexts(const struct trie *t)
{
	return t->base[t->order];
}
