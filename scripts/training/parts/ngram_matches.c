#include "ngram_matches.h"

#include "lib/utf8.h"
#include "lines.h"

struct ngram_count {
	uint64_t key;
	uint32_t count; /* in the reference; free where 0 */
	uint32_t taken, taker;
};

struct items {
	VEC(uint64_t);
};

static uint64_t
mix(uint64_t h, uint64_t item)
{
	h = (h * UINT64_C(0x9E3779B97F4A7C15) + 1 + item) * UINT64_C(0xBF58476D1CE4E5B9);
	return h ^ h >> 31;
}

static struct items
words_of(struct arena *arena, struct span text)
{
	struct items words = { 0 };
	struct span word;

	while (line_token(&text, &word)) {
		uint64_t h = 0;

		for (size_t i = 0; i < word.n; i++)
			h = mix(h, (unsigned char)word.s[i]);
		*PUSH(arena, &words) = h;
	}
	return words;
}

static struct items
chars_of(struct arena *arena, struct span text)
{
	struct items chars = { 0 };
	size_t off = 0;
	int32_t c;

	while ((c = utf8_next(text, &off)) >= 0)
		if (c != ' ')
			*PUSH(arena, &chars) = (uint64_t)c;
	return chars;
}

static struct ngram_count *
bag_at(const struct bag *bag, uint64_t key)
{
	size_t i = key & (bag->cap - 1);

	while (bag->v[i].count > 0 && bag->v[i].key != key)
		i = (i + 1) & (bag->cap - 1);
	return &bag->v[i];
}

static void
bag_put(struct bag *bag, uint64_t key)
{
	struct ngram_count *g = bag_at(bag, key);

	g->key = key;
	g->count++;
}

static struct bag
bag_of(struct arena *arena, const struct items *items, int order)
{
	struct bag bag = { .cap = 64, .order = order };

	while (bag.cap < 2 * items->n * (size_t)order)
		bag.cap *= 2;
	bag.v = ARENA_NEW(arena, struct ngram_count, bag.cap);
	for (size_t i = 0; i < items->n; i++) {
		uint64_t key = 0;

		for (size_t k = i; k < items->n && k < i + (size_t)order; k++)
			bag_put(&bag, key = mix(key, items->v[k]));
	}
	return bag;
}

static bool
take(struct ngram_count *g, uint32_t taker)
{
	if (g->taker != taker) {
		g->taker = taker;
		g->taken = 0;
	}
	return g->taken++ < g->count;
}

static void
count_matches(struct bag *bag, const struct items *items, uint32_t match[])
{
	bag->taker++;
	for (size_t i = 0; i < items->n; i++) {
		uint64_t key = 0;

		for (size_t k = i; k < items->n && k < i + (size_t)bag->order; k++) {
			struct ngram_count *g = bag_at(bag, key = mix(key, items->v[k]));

			if (g->count == 0)
				break; /* nor is a longer one there */
			match[k - i] += take(g, bag->taker);
		}
	}
}

struct reference
reference_open(struct arena *arena, struct span text, bool has_chars)
{
	struct items words = words_of(arena, text), chars = { 0 };
	struct reference r = { .has_chars = has_chars };

	if (has_chars)
		chars = chars_of(arena, text);
	r.words = bag_of(arena, &words, WORD_ORDER);
	r.chars = bag_of(arena, &chars, CHAR_ORDER);
	r.length.words = (uint32_t)words.n;
	r.length.chars = (uint32_t)chars.n;
	return r;
}

struct matches
reference_match(struct reference *r, struct arena *arena, struct span hypothesis)
{
	struct items words = words_of(arena, hypothesis), chars = { 0 };
	struct matches m = { .words = (uint32_t)words.n };

	count_matches(&r->words, &words, m.match);
	if (r->has_chars)
		chars = chars_of(arena, hypothesis);
	m.chars = (uint32_t)chars.n;
	count_matches(&r->chars, &chars, m.match + WORD_ORDER);
	return m;
}
