#include "lexical.h"

void
lexical_open(struct lexical *l, size_t source_words, size_t target_words)
{
	*l = (struct lexical){ 0 };
	l->count_of[GIVEN_SOURCE] = array_new(source_words, sizeof(float));
	l->count_of[GIVEN_TARGET] = array_new(target_words, sizeof(float));
}

static void
count_words(struct lexical *l, uint32_t source, uint32_t target, float weight)
{
	uint32_t number = pair_index_add(&l->index, source, target);

	if (number == l->count.n)
		*APPEND(&l->count) = 0;
	l->count.v[number] += weight;
	l->count_of[GIVEN_SOURCE][source] += weight;
	l->count_of[GIVEN_TARGET][target] += weight;
}

void
lexical_count_links(struct lexical *l, const struct alignment *a)
{
	for (size_t k = 0; k < a->links; k++)
		count_words(l, a->source[a->link[2 * k]], a->target[a->link[2 * k + 1]], a->weight);
	for (size_t i = 0; i < a->n; i++)
		if (a->of_source[i].first == NO_WORD)
			count_words(l, a->source[i], 0, a->weight);
	for (size_t j = 0; j < a->m; j++)
		if (a->of_target[j].first == NO_WORD)
			count_words(l, 0, a->target[j], a->weight);
}

/* Of two words that are linked. */
static float
probability(const struct lexical *l, enum lexical_given given, uint32_t source, uint32_t target)
{
	float count = l->count.v[pair_index_find(&l->index, source, target)];

	return count / l->count_of[given][given == GIVEN_SOURCE ? source : target];
}

/* The mean over the links of the word at a place, or the empty word's. */
static double
word_weight(const struct lexical *l, enum lexical_given given, const struct alignment *a, size_t at)
{
	double sum = 0;
	size_t links = 0;

	for (size_t k = 0; k < a->links; k++) {
		uint8_t i = a->link[2 * k], j = a->link[2 * k + 1];

		if (at == (given == GIVEN_SOURCE ? j : i)) {
			sum += probability(l, given, a->source[i], a->target[j]);
			links++;
		}
	}
	if (links > 0)
		return sum / (double)links;
	return given == GIVEN_SOURCE ? probability(l, given, 0, a->target[at])
				     : probability(l, given, a->source[at], 0);
}

float
lexical_weight(const struct lexical *l, enum lexical_given given, const struct alignment *a,
	       const struct block *block)
{
	size_t at = given == GIVEN_SOURCE ? block->j : block->i;
	size_t end = given == GIVEN_SOURCE ? block->j_end : block->i_end;
	double product = 1;

	for (; at < end; at++)
		product *= word_weight(l, given, a, at);
	return (float)product;
}
