/* A text that grows in an arena. */
#ifndef RASSEGNA_BUF_H
#define RASSEGNA_BUF_H

#include "arena.h"

struct buf {
	struct arena *arena;
	char *s;
	size_t n, cap;
};

void buf_put(struct buf *b, struct span a);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct span buf_span(const struct buf *b); /* valid until the next put */

#endif
