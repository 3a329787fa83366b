/* Growing arrays, for the steps of training. Memory is given back when the program ends. */
#ifndef RASSEGNA_TRAINING_ARRAY_H
#define RASSEGNA_TRAINING_ARRAY_H

#include <stdlib.h>

#include "cli.h"

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

#endif
