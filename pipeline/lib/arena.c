#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 1 << 16, KEEP_AT_MOST = 1 << 26 };

struct chunk {
	struct chunk *older;
	size_t size; /* bytes after this header */
	alignas(max_align_t) char data[];
};

static void
new_chunk(struct arena *arena, size_t need)
{
	size_t size = arena->chunk != NULL ? 2 * arena->chunk->size : FIRST_CHUNK;
	struct chunk *c;

	if (size < need)
		size = need;
	c = size > SIZE_MAX / 2 ? NULL : malloc(sizeof(*c) + size);
	if (c == NULL) {
		arena->oom();
		abort(); /* oom must not return */
	}
	c->older = arena->chunk;
	c->size = size;
	arena->chunk = c;
	arena->cur = c->data;
	arena->end = c->data + size;
}

static void * /* as it comes, not zeroed */
take(struct arena *arena, size_t n, size_t size)
{
	size_t pad = -(uintptr_t)arena->cur & (alignof(max_align_t) - 1);
	size_t need = size != 0 && n > SIZE_MAX / 2 / size ? SIZE_MAX : n * size;
	void *p;

	if (arena->chunk == NULL || need > (size_t)(arena->end - arena->cur) ||
	    pad > (size_t)(arena->end - arena->cur) - need) {
		new_chunk(arena, need);
		pad = 0;
	}
	p = arena->cur + pad;
	arena->cur += pad + need;
	return p;
}

void *
arena_alloc(struct arena *arena, size_t n, size_t size)
{
	void *p = take(arena, n, size);

	return n * size > 0 ? memset(p, 0, n * size) : p;
}

struct span
arena_copy(struct arena *arena, struct span a)
{
	return (struct span){ arena_cstr(arena, a), a.n };
}

struct span
arena_concat(struct arena *arena, struct span a, struct span b)
{
	char *p = ARENA_NEW(arena, char, a.n + b.n + 1);

	if (a.n > 0)
		memcpy(p, a.s, a.n);
	if (b.n > 0)
		memcpy(p + a.n, b.s, b.n);
	return (struct span){ p, a.n + b.n };
}

char *
arena_cstr(struct arena *arena, struct span a)
{
	char *p = take(arena, a.n + 1, 1);

	if (a.n > 0)
		memcpy(p, a.s, a.n);
	p[a.n] = '\0';
	return p;
}

void *
arena_grow(struct arena *arena, const void *old, size_t *cap, size_t size)
{
	size_t more = *cap != 0 ? 2 * *cap : 8;
	char *p = take(arena, more, size);

	if (*cap != 0)
		memcpy(p, old, *cap * size);
	memset(p + *cap * size, 0, (more - *cap) * size);
	*cap = more;
	return p;
}

static void
free_chunks(struct chunk *c)
{
	while (c != NULL) {
		struct chunk *older = c->older;

		free(c);
		c = older;
	}
}

void
arena_reset(struct arena *arena)
{
	struct chunk *c = arena->chunk;

	if (c == NULL)
		return;
	if (c->size > KEEP_AT_MOST) {
		arena_free(arena);
		return;
	}
	free_chunks(c->older);
	c->older = NULL;
	arena->cur = c->data;
}

void
arena_free(struct arena *arena)
{
	free_chunks(arena->chunk);
	arena->chunk = NULL;
	arena->cur = arena->end = NULL;
}
