#include "bitext.h"

#include "lib/input.h"
#include "lib/status.h"

static uint32_t
side_number(struct side *side, struct span word)
{
	uint32_t number = map_get(&side->numbers, word);

	if (number == 0) {
		struct span own = arena_copy(&side->arena, word); /* the line goes, the key stays */

		*map_at(&side->numbers, own) = number = (uint32_t)side->word.n;
		*APPEND(&side->word) = own;
	}
	return number;
}

void
side_read(struct side *side, const char *path)
{
	struct input in;
	struct span line, word;
	int rc = input_open(&in, path);

	side->arena.oom = out_of_memory;
	side->numbers.arena = &side->arena;
	*APPEND(&side->word) = SPAN("");
	*APPEND(&side->start) = 0;
	while (rc >= 0 && (rc = input_line(&in, &line)) > 0) {
		while (line.s != NULL && span_cut(&line, ' ', &word))
			if (word.n > 0)
				*APPEND(&side->token) = side_number(side, word);
		*APPEND(&side->start) = side->token.n;
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
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
