/* A file that is written whole or not at all: under a temporary name beside it, then renamed.
 * What is no regular file (a device, a pipe) is written as it is. */
#ifndef RASSEGNA_OUTPUT_H
#define RASSEGNA_OUTPUT_H

struct output {
	int fd;
	char *path; /* where symbolic links lead */
	char *tmp;  /* NULL: written as it is */
};

/* Both 0, or ERR_IO with nothing left behind. */
int output_open(struct output *out, const char *path);
int output_keep(struct output *out);  /* close it and give it its name */
void output_drop(struct output *out); /* close it and remove it; what was there before stays */

#endif
