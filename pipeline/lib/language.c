#include "language.h"

#include <stdio.h>

#include "utf8.h"

static struct span
class_number(const struct language *l, struct span word)
{
	struct span number;

	if (table_find(&l->class_of, word, &number))
		return number;
	if (utf8_has_digit(word))
		return SPAN("2");
	return utf8_is_capital(word) ? SPAN("1") : SPAN("0");
}

struct language_word
language_word(const struct language *l, struct span word)
{
	struct span number = class_number(l, word);
	char name[16];
	int n = snprintf(name, sizeof(name), "c%.*s", (int)(number.n < 8 ? number.n : 8), number.s);

	return (struct language_word){ ngram_word(&l->words, word),
				       ngram_word(&l->classes, (struct span){ name, (size_t)n }) };
}

struct language_word
language_end(const struct language *l)
{
	return (struct language_word){ l->words.end, l->classes.end };
}

struct language_state
language_begin(const struct language *l)
{
	return (struct language_state){ ngram_begin(&l->words), ngram_begin(&l->classes) };
}

void
language_add(const struct language *l, struct language_state *state, struct language_word word,
	     struct language_score *score)
{
	score->words += ngram_score(&l->words, &state->words, word.word, &state->words);
	score->classes += ngram_score(&l->classes, &state->classes, word.class, &state->classes);
}

void
language_close(struct language *l)
{
	ngram_close(&l->words);
	ngram_close(&l->classes);
	table_close(&l->class_of);
}
