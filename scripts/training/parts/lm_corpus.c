#include "lm_corpus.h"

#include <err.h>

#include "lib/ngram.h"

static void
open_words(struct vocabulary *words)
{
	static const char *const marks[] = { "", "<unk>", "<s>", "</s>" };

	vocabulary_open(words, FIRST_WORD);
	for (size_t i = UNK; i < FIRST_WORD; i++) {
		words->v[i].text = span_of(marks[i]);
		*map_at(&words->numbers, words->v[i].text) = UNK; /* in a text it is no mark */
	}
}

/* Number the words anew, the frequent ones first; the rare ones are <unk>. */
static void
number_by_count(struct corpus *c, long min_count)
{
	uint32_t *number = vocabulary_sort(&c->words, FIRST_WORD, vocabulary_by_count);
	size_t n = c->words.n;

	while (n > FIRST_WORD && c->words.v[n - 1].count < min_count)
		number[c->words.v[--n].was] = UNK;
	corpus_renumber(c, number);
	c->words.n = n;
	free(number);
}

void
lm_corpus_read(struct corpus *c, char *const paths[], size_t n, long min_count)
{
	*c = (struct corpus){ .begin = BOS, .end = EOS, .parted = true };
	open_words(&c->words);
	corpus_read(c, paths, n);
	if (c->tokens.n > UINT32_MAX / NGRAM_MAX)
		errx(EX_TROUBLE, "more text than can be numbered");
	for (int i = 0; i < NGRAM_MAX; i++)
		*APPEND(&c->tokens) = NONE;
	c->tokens.n -= NGRAM_MAX;
	number_by_count(c, min_count);
}
