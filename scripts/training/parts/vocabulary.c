#include "vocabulary.h"

#include "array.h"

void
vocabulary_open(struct vocabulary *words, size_t marks)
{
	*words = (struct vocabulary){ .arena.oom = out_of_memory };
	words->numbers.arena = &words->arena;
	for (size_t i = 0; i < marks; i++)
		*PUSH(&words->arena, words) = (struct word){ .text = SPAN("") };
}

void
vocabulary_close(struct vocabulary *words)
{
	arena_free(&words->arena);
}

static uint32_t
add_word(struct vocabulary *words, struct span text)
{
	uint32_t number = (uint32_t)words->n;
	struct word *word = PUSH(&words->arena, words);

	word->text = arena_copy(&words->arena, text); /* the line goes, the key stays */
	*map_at(&words->numbers, word->text) = number;
	return number;
}

uint32_t
vocabulary_count(struct vocabulary *words, struct span text)
{
	uint32_t number = map_get(&words->numbers, text);

	if (number == 0)
		number = add_word(words, text);
	words->v[number].count++;
	return number;
}

int
vocabulary_by_count(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return span_cmp(x->text, y->text);
}

uint32_t *
vocabulary_sort(struct vocabulary *words, size_t marks, word_order *order)
{
	uint32_t *number = array_new(words->n, sizeof(*number));

	for (uint32_t i = 0; i < words->n; i++)
		words->v[i].was = i;
	qsort(words->v + marks, words->n - marks, sizeof(*words->v), order);
	for (uint32_t i = 0; i < words->n; i++)
		number[words->v[i].was] = i;
	return number;
}

void
vocabulary_renumber(struct vocabulary *words, const uint32_t number[])
{
	for (size_t i = 0; i < words->numbers.cap; i++)
		if (words->numbers.v[i].key.s != NULL)
			words->numbers.v[i].value = number[words->numbers.v[i].value];
}
