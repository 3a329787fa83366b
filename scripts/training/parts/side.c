#include "side.h"

#include "lines.h"

void
side_open(struct side *side)
{
	*side = (struct side){ 0 };
	vocabulary_open(&side->words, 1);
	*APPEND(&side->start) = 0;
}

size_t
side_add(struct side *side, struct span line)
{
	size_t before = side->token.n;
	struct span word;

	while (line_token(&line, &word))
		*APPEND(&side->token) = vocabulary_count(&side->words, word);
	*APPEND(&side->start) = side->token.n;
	return side->token.n - before;
}

void
side_read(struct side *side, const char *path)
{
	struct input in;
	struct span line;

	side_open(side);
	lines_open(&in, path);
	while (lines_next(&in, &line))
		side_add(side, line);
	input_close(&in);
}

void
side_close(struct side *side)
{
	free(side->token.v);
	free(side->start.v);
	vocabulary_close(&side->words);
}

size_t
side_sentences(const struct side *side)
{
	return side->start.n - 1;
}

size_t
side_length(const struct side *side, size_t sentence)
{
	return side->start.v[sentence + 1] - side->start.v[sentence];
}

const uint32_t *
side_sentence(const struct side *side, size_t sentence)
{
	return side->token.v + side->start.v[sentence];
}

struct span
side_word(const struct side *side, uint32_t number)
{
	return side->words.v[number].text;
}
