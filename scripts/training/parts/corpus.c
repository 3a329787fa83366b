#include "corpus.h"

#include <err.h>

#include "lib/status.h"
#include "lines.h"

static bool
next_sentence(struct input *in, struct span *line)
{
	while (lines_next(in, line))
		if (span_trim(*line).n > 0)
			return true;
	return false;
}

static void
end_sentence(const struct corpus *c, struct tokens *tokens)
{
	*APPEND(tokens) = c->end;
	if (c->parted)
		*APPEND(tokens) = 0;
}

/* The number of a word; 0 as unknown: a new one gets a new number. */
static uint32_t
number_of(struct vocabulary *words, struct span token, uint32_t unknown)
{
	uint32_t number;

	if (unknown == 0)
		return vocabulary_count(words, token);
	number = map_get(&words->numbers, token);
	return number != 0 ? number : unknown;
}

/* Returns how many sentences the text has. */
static size_t
read_text(struct corpus *c, const char *path, uint32_t unknown, struct tokens *out)
{
	struct span line, token;
	struct input in;
	size_t n = 0;

	lines_open(&in, path);
	for (; next_sentence(&in, &line); n++) {
		*APPEND(out) = c->begin;
		while (line_token(&line, &token))
			*APPEND(out) = number_of(&c->words, token, unknown);
		end_sentence(c, out);
	}
	input_close(&in);
	return n;
}

void
corpus_read(struct corpus *c, char *const paths[], size_t n)
{
	c->texts = n;
	c->start = array_new(n + 1, sizeof(*c->start));
	for (size_t i = 0; i < n; i++) {
		c->sentences += read_text(c, paths[i], 0, &c->tokens);
		if (c->tokens.n == c->start[i])
			errx(EX_DATA, "%s: %s", paths[i], status_str(ERR_EMPTY));
		c->start[i + 1] = c->tokens.n;
	}
}

void
corpus_read_known(struct corpus *c, const char *path, uint32_t unknown, struct tokens *out)
{
	read_text(c, path, unknown, out);
}

void
corpus_close(struct corpus *c)
{
	free(c->tokens.v);
	free(c->start);
	vocabulary_close(&c->words);
}

void
corpus_renumber(struct corpus *c, const uint32_t number[])
{
	vocabulary_renumber(&c->words, number);
	for (size_t i = 0; i < c->tokens.n; i++)
		c->tokens.v[i] = number[c->tokens.v[i]];
}
