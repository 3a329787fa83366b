#include "nbest_lists.h"

#include <err.h>
#include <string.h>

#include "cli.h"
#include "lines.h"
#include "real.h"

/* A file of lists, and its line that waits. */
struct nbest_file {
	struct input in;
	size_t id; /* NO_LINE at the end */
	struct span tokens, features;
};
static const size_t NO_LINE = SIZE_MAX;

/* What all lists are read by. */
struct reader {
	struct nbest_lists *lists;
	struct arena *arena, scratch; /* scratch: of one sentence */
	struct nbest_file *files;     /* [n] */
	size_t n;
	struct spans references;
	const struct weights *weights;
	bool has_chars;
};

static struct span
cut_field(struct span *rest)
{
	const char *bars = rest->n > 0 ? memmem(rest->s, rest->n, "|||", 3) : NULL;
	struct span field = { rest->s, bars != NULL ? (size_t)(bars - rest->s) : rest->n };

	*rest = span_from(*rest, bars != NULL ? field.n + 3 : field.n);
	return span_trim(field);
}

static void
next_hypothesis(struct nbest_file *s, size_t references)
{
	size_t before = s->id;
	struct span line, field;
	long id;

	if (!lines_next(&s->in, &line)) {
		s->id = NO_LINE;
		return;
	}
	field = cut_field(&line);
	if ((id = span_number(field)) < 0 || (size_t)id >= references)
		lines_bad(&s->in, "not the number of a reference", field);
	if ((size_t)id < before)
		lines_bad(&s->in, "number out of order", field);
	s->id = (size_t)id;
	s->tokens = cut_field(&line);
	s->features = cut_field(&line);
}

static void
read_feature(const struct nbest_file *s, const struct weights *w, struct span field, float row[])
{
	const char *equals = field.n > 0 ? memrchr(field.s, '=', field.n) : NULL;
	uint32_t place;

	if (field.n == 0)
		return; /* two blanks */
	if (equals == NULL)
		lines_bad(&s->in, "no feature", field);
	place = map_get(&w->index, (struct span){ field.s, (size_t)(equals - field.s) });
	if (place == 0)
		lines_bad(&s->in, "feature without a weight", field);
	row[place - 1] = (float)real_read(&s->in, span_from(field, (size_t)(equals + 1 - field.s)));
}

/* The features of a hypothesis, with its tokens behind them: what tells it from others. */
static struct span
read_row(struct reader *r, const struct nbest_file *s)
{
	size_t size = r->lists->features * sizeof(float);
	char *row = arena_alloc(&r->scratch, 1, size + s->tokens.n);
	struct span rest = s->features, field;

	while (line_token(&rest, &field))
		read_feature(s, r->weights, field, (float *)row);
	if (s->tokens.n > 0)
		memcpy(row + size, s->tokens.s, s->tokens.n);
	return (struct span){ row, size + s->tokens.n };
}

/* The rows that all files have of one sentence, each once. */
static struct spans
read_rows(struct reader *r, size_t id)
{
	struct spans rows = { 0 };
	struct map seen = { .arena = &r->scratch };

	for (size_t i = 0; i < r->n; i++)
		for (; r->files[i].id == id; next_hypothesis(&r->files[i], r->references.n)) {
			struct span row = read_row(r, &r->files[i]);
			uint32_t *times = map_at(&seen, row);

			r->lists->duplicates += *times;
			if (*times == 0)
				*PUSH(&r->scratch, &rows) = row;
			*times = 1;
		}
	return rows;
}

static struct nbest_list
make_list(struct reader *r, size_t id, const struct spans *rows)
{
	struct reference reference = reference_open(&r->scratch, r->references.v[id], r->has_chars);
	size_t features = r->lists->features, size = features * sizeof(float);
	struct matches *matches = ARENA_NEW(r->arena, struct matches, rows->n);
	float *values = ARENA_NEW(r->arena, float, rows->n *features);

	for (size_t i = 0; i < rows->n; i++) {
		memcpy(values + i * features, rows->v[i].s, size);
		matches[i] = reference_match(&reference, &r->scratch, span_from(rows->v[i], size));
	}
	return (struct nbest_list){ rows->n, matches, values, reference.length };
}

static void
read_list(struct reader *r, size_t id)
{
	struct spans rows = read_rows(r, id);

	if (rows.n > 0)
		*PUSH(r->arena, r->lists) = make_list(r, id, &rows);
	r->lists->hypotheses += rows.n;
	arena_reset(&r->scratch);
}

static void
read_references(struct reader *r, const char *path)
{
	struct input in;
	struct span line;

	lines_open(&in, path);
	while (lines_next(&in, &line))
		*PUSH(r->arena, &r->references) = arena_copy(r->arena, line);
	input_close(&in);
}

static void
open_files(struct reader *r, char *const paths[])
{
	r->files = ARENA_NEW(r->arena, struct nbest_file, r->n);
	for (size_t i = 0; i < r->n; i++) {
		lines_open(&r->files[i].in, paths[i]);
		next_hypothesis(&r->files[i], r->references.n);
	}
}

void
nbest_lists_read(struct nbest_lists *lists, struct arena *arena, char *const paths[], size_t n,
		 const char *reference, const struct weights *w, bool has_chars)
{
	struct reader r = { .lists = lists,
			    .arena = arena,
			    .scratch.oom = arena->oom,
			    .n = n,
			    .weights = w,
			    .has_chars = has_chars };

	*lists = (struct nbest_lists){ .features = w->value.n };
	read_references(&r, reference);
	open_files(&r, paths);
	for (size_t id = 0; id < r.references.n; id++)
		read_list(&r, id);
	for (size_t i = 0; i < n; i++)
		input_close(&r.files[i].in);
	if (lists->n == 0)
		errx(EX_DATA, "no hypotheses");
	arena_free(&r.scratch);
}
