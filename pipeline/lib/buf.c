#include "buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
grow(struct buf *b, size_t more)
{
	size_t cap = 2 * b->cap + more + 64;
	char *p = ARENA_NEW(b->arena, char, cap);

	if (b->n > 0)
		memcpy(p, b->s, b->n);
	b->s = p;
	b->cap = cap;
}

static inline char *
room(struct buf *b, size_t more)
{
	if (b->cap - b->n < more)
		grow(b, more);
	return b->s + b->n;
}

void
buf_put(struct buf *b, struct span a)
{
	if (a.n == 0)
		return;
	memcpy(room(b, a.n), a.s, a.n);
	b->n += a.n;
}

void
buf_putc(struct buf *b, char c)
{
	*room(b, 1) = c;
	b->n++;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	char line[256]; /* for numbers and short literals; texts go through buf_put */
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	if (n > 0)
		buf_put(b, (struct span){ line, (size_t)n < sizeof(line) ? (size_t)n
									 : sizeof(line) - 1 });
}

struct span
buf_span(const struct buf *b)
{
	return (struct span){ b->s, b->n };
}
