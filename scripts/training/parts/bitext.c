#include "bitext.h"

#include <err.h>

#include "lines.h"

/* The line whose words were added last, n_e and n_f of them, in pieces; one with an empty side has
 * nothing to align. */
static void
add_pairs(struct bitext *text, size_t n_e, size_t n_f)
{
	size_t e = text->e.token.n - n_e, f = text->f.token.n - n_f;
	size_t pieces = ((n_e > n_f ? n_e : n_f) + LONGEST - 1) / LONGEST;

	for (size_t k = 0; k < pieces; k++) {
		size_t e_at = n_e * k / pieces, e_end = n_e * (k + 1) / pieces;
		size_t f_at = n_f * k / pieces, f_end = n_f * (k + 1) / pieces;

		if (e_at < e_end && f_at < f_end)
			*APPEND(&text->pairs) = (struct sentence_pair){
				.line = side_sentences(&text->e) - 1,
				.e = e + e_at,
				.f = f + f_at,
				.e_at = e_at,
				.f_at = f_at,
				.n_e = e_end - e_at,
				.n_f = f_end - f_at,
			};
	}
}

static void
check_blanks(const struct input *in, struct span line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] == ' ' && (i == 0 || i + 1 == line.n || line.s[i + 1] == ' '))
			errx(EX_DATA, "%s:%zu: a blank too many", in->name, in->line);
}

static size_t
add_line(struct side *side, const struct input *in, struct span line)
{
	check_blanks(in, line);
	return side_add(side, line);
}

void
bitext_read(struct bitext *text, const char *e_path, const char *f_path)
{
	const struct input *longer;
	struct input in[2];
	struct span line[2];

	*text = (struct bitext){ 0 };
	side_open(&text->e);
	side_open(&text->f);
	lines_open(&in[0], e_path);
	lines_open(&in[1], f_path);
	while (lines_next_two(in, line, &longer)) {
		size_t n_e = add_line(&text->e, &in[0], line[0]);

		add_pairs(text, n_e, add_line(&text->f, &in[1], line[1]));
	}
	if (longer != NULL)
		errx(EX_DATA, "%s:%zu: the other file, %s, has fewer lines", longer->name,
		     longer->line, in[longer == in].name);
	input_close(&in[0]);
	input_close(&in[1]);
}

void
bitext_close(struct bitext *text)
{
	side_close(&text->e);
	side_close(&text->f);
	free(text->pairs.v);
}
