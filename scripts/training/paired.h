/* What the models of align.c learn from: a text and its translation, line by line, as numbers.
 *
 * With Och and Ney 2003 (Computational Linguistics 29:1, "A systematic comparison of various
 * statistical alignment models") f_j are the words to be explained, e_i those that explain them;
 * i counts from 1, and e_0 is the empty word, which explains what no other does.
 * The including program ends with a message on bad files. */
#ifndef RASSEGNA_PAIRED_H
#define RASSEGNA_PAIRED_H

#include <err.h>
#include <stdint.h>

#include "cli.h"
#include "lib/map.h"
#include "lib/status.h"

/* The models' time grows with the cube of the length: a longer line is cut, both sides at the same
 * proportion, and its pieces are sentences of their own. */
enum { LONGEST = 100 };

struct side {
	struct map numbers; /* of words, from 1 */
	VEC(uint32_t) words;
};

struct pair {
	uint32_t line;       /* from 0 */
	uint32_t e, f;       /* first word: in side.words */
	uint32_t e_at, f_at; /* the same, counted from the start of the line */
	uint8_t n_e, n_f;    /* 1 .. LONGEST */
	size_t links;        /* see struct ttable */
};

struct bitext {
	struct side e, f;
	VEC(struct pair) pairs;
	uint32_t lines;
};

static uint32_t
word_number(struct arena *arena, struct map *numbers, struct span word)
{
	uint32_t number = map_get(numbers, word);

	if (number == 0) {
		number = numbers->n + 1;
		*map_at(numbers, arena_copy(arena, word)) = number;
	}
	return number;
}

/* Append the words of a line; returns how many. */
static size_t
add_words(struct arena *arena, struct side *side, const struct input *in, struct span line)
{
	struct span word;
	size_t n = 0;

	while (line.n > 0 && span_cut(&line, ' ', &word)) {
		if (word.n == 0 ||
		    (line.n == 0 && line.s != NULL)) /* the last: a blank at the end */
			errx(EX_DATA, "%s:%zu: a blank too many", in->name, in->line);
		*PUSH(arena, &side->words) = word_number(arena, &side->numbers, word);
		n++;
	}
	return n;
}

/* The line whose words were added last, n_e and n_f of them, in pieces; one with an empty side has
 * nothing to align. */
static void
add_pairs(struct arena *arena, struct bitext *text, size_t n_e, size_t n_f)
{
	size_t e = text->e.words.n - n_e, f = text->f.words.n - n_f;
	size_t pieces = ((n_e > n_f ? n_e : n_f) + LONGEST - 1) / LONGEST;

	for (size_t k = 0; k < pieces; k++) {
		size_t e_at = n_e * k / pieces, e_end = n_e * (k + 1) / pieces;
		size_t f_at = n_f * k / pieces, f_end = n_f * (k + 1) / pieces;

		if (e_at < e_end && f_at < f_end)
			*PUSH(arena, &text->pairs) = (struct pair){
				.line = text->lines,
				.e = e + e_at,
				.f = f + f_at,
				.e_at = e_at,
				.f_at = f_at,
				.n_e = e_end - e_at,
				.n_f = f_end - f_at,
			};
	}
}

static bool
next_line(struct input *in, struct span *line)
{
	int rc = input_line(in, line);

	if (rc < 0)
		die_at(in, rc);
	return rc == 1;
}

/* Read e and f; everything is in the arena. */
static void
bitext_read(struct arena *arena, struct bitext *text, const char *e_path, const char *f_path)
{
	struct input e_in, f_in;
	struct span e, f;
	bool more_e, more_f;
	int rc;

	*text = (struct bitext){ .e.numbers.arena = arena, .f.numbers.arena = arena };
	if ((rc = input_open(&e_in, e_path)) < 0)
		die_at(&e_in, rc);
	if ((rc = input_open(&f_in, f_path)) < 0)
		die_at(&f_in, rc);
	for (; more_e = next_line(&e_in, &e), more_f = next_line(&f_in, &f), more_e && more_f;
	     text->lines++) {
		size_t n_e = add_words(arena, &text->e, &e_in, e);

		add_pairs(arena, text, n_e, add_words(arena, &text->f, &f_in, f));
	}
	if (more_e || more_f)
		errx(EX_DATA, "%s:%zu: the other file, %s, has fewer lines",
		     more_e ? e_path : f_path, more_e ? e_in.line : f_in.line,
		     more_e ? f_path : e_path);
	input_close(&e_in);
	input_close(&f_in);
}

#endif
