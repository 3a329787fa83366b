#include "units.h"

#include <err.h>

/* Can the word have a row? */
static bool
is_key(struct span word)
{
	return !span_starts(word, SPAN("#")) && !span_has(word, '\t');
}

/* The frequent ones first; those that can have no row behind all others. */
static int
by_key_and_count(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (is_key(x->text) != is_key(y->text))
		return is_key(x->text) ? -1 : 1;
	return vocabulary_by_count(a, b);
}

static bool
is_frequent(const struct word *word, long min_count)
{
	return word->count >= min_count && is_key(word->text);
}

/* Number the words anew, as units. */
static void
number_units(struct units *u, long min_count)
{
	struct vocabulary *words = &u->corpus.words;
	uint32_t *unit = vocabulary_sort(words, FIRST_WORD, by_key_and_count);

	u->n = FIRST_WORD;
	while (u->n < words->n && is_frequent(&words->v[u->n], min_count))
		u->n++;
	for (size_t i = u->n; i < words->n; i++)
		unit[words->v[i].was] = shape_of(words->v[i].text);
	corpus_renumber(&u->corpus, unit);
	free(unit);
}

void
units_read(struct units *u, char *const paths[], size_t n, long min_count)
{
	*u = (struct units){ .corpus = { .begin = BOS, .end = EOS } };
	vocabulary_open(&u->corpus.words, FIRST_WORD);
	corpus_read(&u->corpus, paths, n);
	if (u->corpus.tokens.n > UINT32_MAX / 2)
		errx(EX_TROUBLE, "more text than can be numbered");
	number_units(u, min_count);
}

void
units_close(struct units *u)
{
	corpus_close(&u->corpus);
}
