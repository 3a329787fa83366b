/* Text files by line and by token, a sentence a line, tokens parted by blanks. What cannot be read,
 * or is no valid UTF-8, ends the program with a message. */
#ifndef RASSEGNA_TRAINING_LINES_H
#define RASSEGNA_TRAINING_LINES_H

#include "lib/arena.h"
#include "lib/english_text.h"
#include "lib/input.h"

/* Open with lines_open, close with input_close. The line is good until the next call; false at the
 * end. */
void lines_open(struct input *in, const char *path);
bool lines_next(struct input *in, struct span *line);

/* End the program: what is wrong with the line last given, and where in it. */
_Noreturn void lines_bad(const struct input *in, const char *what, struct span at);

/* The next line of each of two files that go line by line. False when one has ended: *longer is
 * then the other one if it has not, else NULL. */
bool lines_next_two(struct input in[2], struct span line[2], const struct input **longer);

/* Work on each line of each file, stdin if there is none. The arena is reset after each line. */
typedef void line_fn(void *self, struct arena *arena, struct span line);
void lines_each(char *const paths[], line_fn *work, void *self);

/* Cut the next token off; false at the end. All tokens of a line, in the arena. */
bool line_token(struct span *line, struct span *token);
struct spans line_tokens(struct arena *arena, struct span line);

#endif
