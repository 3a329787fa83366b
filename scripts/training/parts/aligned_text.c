#include "aligned_text.h"

#include <err.h>
#include <string.h>

#include "lib/status.h"
#include "lines.h"
#include "link.h"
#include "real.h"

const char text_kinds[] = "ptmd";

static uint8_t
place(long i)
{
	return i < FAR ? (uint8_t)i : FAR;
}

static void
read_links(struct aligned_text *text, const char *path)
{
	struct input in;
	struct span line, link;
	long i, j;

	*APPEND(&text->link_start) = 0;
	lines_open(&in, path);
	while (lines_next(&in, &line)) {
		while (line_token(&line, &link)) {
			if (!link_parse(link, &i, &j))
				die_at(&in, ERR_ROW);
			*APPEND(&text->link) = place(i);
			*APPEND(&text->link) = place(j);
		}
		*APPEND(&text->link_start) = text->link.n;
	}
	input_close(&in);
}

static void
read_weights(struct aligned_text *text, const char *path)
{
	struct input in;
	struct span line, number;

	lines_open(&in, path);
	while (lines_next(&in, &line)) {
		const char *kind = NULL;
		double weight = 0;

		if (span_cut(&line, ' ', &number) && real_parse(number, &weight) && line.n > 0)
			kind = strchr(text_kinds, line.s[0]);
		if (kind == NULL)
			die_at(&in, ERR_ROW);
		*APPEND(&text->weight) = (float)weight;
		*APPEND(&text->kind) = (uint8_t)(kind - text_kinds);
	}
	input_close(&in);
}

void
aligned_text_read(struct aligned_text *text, char *const paths[4])
{
	size_t n;

	*text = (struct aligned_text){ 0 };
	side_read(&text->source, paths[0]);
	side_read(&text->target, paths[1]);
	read_links(text, paths[2]);
	read_weights(text, paths[3]);
	n = side_sentences(&text->source);
	if (side_sentences(&text->target) != n || text->link_start.n != n + 1 ||
	    text->weight.n != n)
		errx(EX_DATA, "%s, %s, %s, %s: %zu, %zu, %zu and %zu lines", paths[0], paths[1],
		     paths[2], paths[3], n, side_sentences(&text->target), text->link_start.n - 1,
		     text->weight.n);
}
