/* Real numbers as they are written in files and options. */
#ifndef RASSEGNA_TRAINING_REAL_H
#define RASSEGNA_TRAINING_REAL_H

#include "lib/input.h"

/* A number that fills the span, of less than 64 bytes; false if it is none. */
bool real_parse(struct span text, double *value);

/* The same of an option or of the line last given; what is none, is too small or too large, or is
 * not finite, ends the program with a message. */
double real_option(const char *arg, const char *what, double least, double most);
double real_read(const struct input *in, struct span text);

#endif
