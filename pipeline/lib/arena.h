/* An arena: memory that is given piece by piece and taken back all at once, at a document's end.
 * main owns it, the library borrows it. It grows by chunks, each at least twice the one before. */
#ifndef RASSEGNA_ARENA_H
#define RASSEGNA_ARENA_H

#include <stddef.h>

#include "span.h"

struct chunk;

struct arena {
	char *cur, *end;
	struct chunk *chunk; /* the newest, which is the largest */
	void (*oom)(void);   /* called instead of returning NULL; must not return */
};

/* n zeroed objects; they live until arena_reset. */
#define ARENA_NEW(arena, type, n) ((type *)arena_alloc(arena, n, sizeof(type)))
void *arena_alloc(struct arena *arena, size_t n, size_t size);
struct span arena_copy(struct arena *arena, struct span a);
struct span arena_concat(struct arena *arena, struct span a, struct span b);
char *arena_cstr(struct arena *arena, struct span a); /* with a NUL at the end */

void arena_reset(struct arena *arena); /* keeps the newest chunk for the next document */
void arena_free(struct arena *arena);

/* A growing array in an arena: struct { T *v; size_t n, cap; }. PUSH gives the new last element,
 * zeroed. Growing copies: pointers into v do not outlive the next PUSH. */
#define VEC(type)                                                                                  \
	struct {                                                                                   \
		type *v;                                                                           \
		size_t n, cap;                                                                     \
	}
#define PUSH(arena, vec)                                                                           \
	((void)((vec)->n < (vec)->cap ||                                                           \
		((vec)->v = arena_grow(arena, (vec)->v, &(vec)->cap, sizeof(*(vec)->v)))),         \
	 &(vec)->v[(vec)->n++])
void *arena_grow(struct arena *arena, const void *old, size_t *cap, size_t size);

#endif
