/* What the steps of training share: growing arrays, words as numbers, sentences as arrays of them.
 * Memory is never given back: each step is one program that ends. */
#ifndef RASSEGNA_BITEXT_H
#define RASSEGNA_BITEXT_H

#include <err.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lib/input.h"
#include "lib/map.h"
#include "lib/status.h"

/* A growing array; unlike VEC it is moved by realloc: it may fill most of the memory. */
#define ARRAY(type)                                                                                \
	struct {                                                                                   \
		type *v;                                                                           \
		size_t n, cap;                                                                     \
	}
#define APPEND(array)                                                                              \
	((void)((array)->n < (array)->cap ||                                                       \
		((array)->v = array_grow((array)->v, &(array)->cap, sizeof(*(array)->v)))),        \
	 &(array)->v[(array)->n++])

static inline void *
array_grow(void *v, size_t *cap, size_t size)
{
	*cap = *cap > 0 ? *cap * 2 : 1024;
	v = realloc(v, *cap * size);
	if (v == NULL)
		out_of_memory();
	return v;
}

static inline void *
array_new(size_t n, size_t size)
{
	void *v = calloc(n > 0 ? n : 1, size);

	if (v == NULL)
		out_of_memory();
	return v;
}

/* One side of a parallel text. */
struct side {
	struct arena arena;
	struct map numbers;      /* of the words, from 1 */
	ARRAY(struct span) word; /* by number; [0] is the empty word */
	ARRAY(uint32_t) token;   /* all sentences, one behind the other */
	ARRAY(size_t) start;     /* [sentences + 1] */
};

static inline uint32_t
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

static inline void
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

static inline size_t
side_sentences(const struct side *side)
{
	return side->start.n - 1;
}

static inline size_t
side_length(const struct side *side, size_t sentence)
{
	return side->start.v[sentence + 1] - side->start.v[sentence];
}

#endif
