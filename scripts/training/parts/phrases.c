#include "phrases.h"

#include <string.h>

/* A phrase that may have no number yet. */
struct key {
	const uint32_t *token;
	size_t n;
};

const uint32_t *
phrase_tokens(const struct phrases *p, const struct phrase *phrase)
{
	return p->side->token.v + phrase->start;
}

static uint64_t
hash_tokens(const uint32_t *token, size_t n)
{
	uint64_t h = n;

	for (size_t i = 0; i < n; i++)
		h = slots_mix(h * 31 + token[i]);
	return h;
}

static uint64_t
hash_phrase(const void *phrases, uint32_t number)
{
	const struct phrases *p = phrases;

	return hash_tokens(phrase_tokens(p, &p->list.v[number]), p->list.v[number].length);
}

static bool
is_phrase(const void *phrases, uint32_t number, const void *key)
{
	const struct phrases *p = phrases;
	const struct key *k = key;

	return p->list.v[number].length == k->n && memcmp(phrase_tokens(p, &p->list.v[number]),
							  k->token, k->n * sizeof(*k->token)) == 0;
}

static uint32_t *
find_slot(const struct phrases *p, size_t start, size_t n)
{
	struct key key = { p->side->token.v + start, n };

	return slots_find(&p->slots, hash_tokens(key.token, n), is_phrase, p, &key);
}

uint32_t
phrase_number(struct phrases *p, size_t start, size_t n)
{
	uint32_t *slot;

	slots_reserve(&p->slots, p->list.n, hash_phrase, p);
	slot = find_slot(p, start, n);
	if (*slot == 0) {
		*APPEND(&p->list) =
		    (struct phrase){ .start = (uint32_t)start, .length = (uint32_t)n };
		*slot = (uint32_t)p->list.n;
	}
	return *slot - 1;
}

static void
count_phrase(struct phrases *p, size_t start, size_t n, size_t sentence)
{
	uint32_t number = *find_slot(p, start, n);
	struct phrase *phrase = p->list.v + number - 1;

	if (number == 0 || phrase->last == sentence + 1)
		return;
	phrase->last = (uint32_t)sentence + 1;
	phrase->sentences++;
}

void
phrases_count_sentences(struct phrases *p, size_t longest)
{
	slots_reserve(&p->slots, p->list.n, hash_phrase, p); /* where there is none at all */
	for (size_t k = 0; k < side_sentences(p->side); k++) {
		size_t end = p->side->start.v[k + 1];

		for (size_t i = p->side->start.v[k]; i < end; i++)
			for (size_t n = 1; n <= longest && i + n <= end; n++)
				count_phrase(p, i, n, k);
	}
}
