#include "lines.h"

#include <err.h>

#include "cli.h"

void
lines_open(struct input *in, const char *path)
{
	int rc = input_open(in, path);

	if (rc < 0)
		die_at(in, rc);
}

bool
lines_next(struct input *in, struct span *line)
{
	int rc = input_line(in, line);

	if (rc < 0)
		die_at(in, rc);
	return rc > 0;
}

void
lines_bad(const struct input *in, const char *what, struct span at)
{
	errx(EX_DATA, "%s:%zu: %s: '%.*s'", in->name, in->line, what, (int)(at.n < 80 ? at.n : 80),
	     at.s);
}

bool
lines_next_two(struct input in[2], struct span line[2], const struct input **longer)
{
	bool first = lines_next(&in[0], &line[0]), second = lines_next(&in[1], &line[1]);

	*longer = first == second ? NULL : first ? &in[0] : &in[1];
	return first && second;
}

static void
each_line(const char *path, line_fn *work, void *self)
{
	struct arena arena = { .oom = out_of_memory };
	struct input in;
	struct span line;

	lines_open(&in, path);
	while (lines_next(&in, &line)) {
		work(self, &arena, line);
		flush_if_unbuffered();
		arena_reset(&arena);
	}
	input_close(&in);
	arena_free(&arena);
}

void
lines_each(char *const paths[], line_fn *work, void *self)
{
	if (*paths == NULL)
		each_line("-", work, self);
	for (; *paths != NULL; paths++)
		each_line(*paths, work, self);
}

bool
line_token(struct span *line, struct span *token)
{
	while (span_cut(line, ' ', token))
		if (token->n > 0)
			return true;
	return false;
}

struct spans
line_tokens(struct arena *arena, struct span line)
{
	struct spans tokens = { 0 };
	struct span token;

	while (line_token(&line, &token))
		*PUSH(arena, &tokens) = token;
	return tokens;
}
