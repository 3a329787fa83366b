/* A language model's source, and bytes that say they are a compiled model: probabilities are
 * numbers whatever the words, and a byte that has changed is seen. */
#include "fuzz.h"

#include <math.h>

#include "ngram.h"
#include "status.h"

/* The bytes as numbers of words, some that there are not. */
static void
score(const struct ngram *lm, struct span bytes)
{
	struct ngram_state state = ngram_begin(lm);

	for (size_t i = 0; i < bytes.n && i < 64; i++) {
		uint32_t word = (unsigned char)bytes.s[i] % (lm->words + 1);

		CHECK(isfinite(ngram_score(lm, &state, word, &state)));
		CHECK(state.n < lm->order);
	}
	for (uint32_t word = 0; word < lm->words; word++)
		CHECK(ngram_word(lm, ngram_text(lm, word)) == word);
	ngram_word(lm, bytes);
}

static void
compile(struct span rest)
{
	struct buf source = { .arena = &arena };
	struct ngram lm = { 0 };
	struct span compiled;
	size_t bad_line;
	char *byte;

	buf_put(&source, SPAN("# rassegna-lm 1\n# unit 1/8\n# ngrams 1 "));
	buf_put(&source, rest);
	if (ngram_compile(&arena, buf_span(&source), &compiled, &bad_line) < 0)
		return;
	CHECK(ngram_use(&lm, compiled) == 0);
	score(&lm, rest);
	byte = (char *)(uintptr_t)compiled.s + rest.n % compiled.n;
	*byte ^= 1;
	CHECK(ngram_use(&lm, compiled) == ERR_MODEL);
}

static void
work(struct span bytes)
{
	struct ngram lm = { 0 };
	struct span copy = { arena_alloc(&arena, bytes.n, 1), bytes.n }; /* aligned */

	if (bytes.n > 0)
		memcpy((char *)(uintptr_t)copy.s, bytes.s, bytes.n);
	if (ngram_use(&lm, copy) == 0)
		ngram_word(&lm, bytes);
	compile(bytes);
}

FUZZ(work)
