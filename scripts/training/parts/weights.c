#include "weights.h"

#include <err.h>

#include "cli.h"
#include "lines.h"
#include "real.h"

static void
read_weight(struct weights *w, const struct input *in, struct span line)
{
	struct weight_line *l = PUSH(w->arena, &w->lines);
	struct span name;

	l->is_comment = line.n == 0 || line.s[0] == '#';
	l->text = arena_copy(w->arena, line);
	if (l->is_comment)
		return;
	line = l->text;
	span_cut(&line, '\t', &name);
	if (line.s == NULL)
		lines_bad(in, "no name, tab and value", name);
	if (*map_at(&w->index, name) != 0)
		lines_bad(in, "weight given twice", name);
	*PUSH(w->arena, &w->value) = real_read(in, line);
	*map_at(&w->index, name) = (uint32_t)w->value.n;
	l->text = name;
}

void
weights_read(struct weights *w, struct arena *arena, const char *path)
{
	struct input in;
	struct span line;

	*w = (struct weights){ .arena = arena, .index.arena = arena };
	lines_open(&in, path);
	while (lines_next(&in, &line))
		read_weight(w, &in, line);
	if (w->value.n == 0)
		errx(EX_DATA, "%s: no weights", path);
	input_close(&in);
}

void
weights_write(const struct weights *w, double scale)
{
	size_t place = 0;

	for (size_t i = 0; i < w->lines.n; i++) {
		put(w->lines.v[i].text);
		if (!w->lines.v[i].is_comment)
			printf("\t%.6g", scale * w->value.v[place++]);
		put(SPAN("\n"));
	}
}
