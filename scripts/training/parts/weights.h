/* The weights of the log-linear model, as TSV: name, value; comments and their places are kept. */
#ifndef RASSEGNA_TRAINING_WEIGHTS_H
#define RASSEGNA_TRAINING_WEIGHTS_H

#include "lib/map.h"

struct weight_line {
	struct span text; /* the name of a weight, or a comment */
	bool is_comment;
};

struct weights {
	struct arena *arena;
	VEC(struct weight_line) lines;
	struct map index; /* name: 1 + place in value */
	VEC(double) value;
};

/* Everything is in the arena. What is no such file ends the program with a message. */
void weights_read(struct weights *w, struct arena *arena, const char *path);

/* Write them to stdout as they were, each value times scale. */
void weights_write(const struct weights *w, double scale);

#endif
