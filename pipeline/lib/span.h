/* A span: bytes owned by someone else; no NUL at the end, maybe NULs inside. */
#ifndef RASSEGNA_SPAN_H
#define RASSEGNA_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
	const char *s;
	size_t n;
};

#define SPAN(literal) ((struct span){ "" literal, sizeof(literal) - 1 })

int span_cmp(struct span a, struct span b); /* by bytes, as memcmp; a prefix comes first */
bool span_ends(struct span a, struct span suffix);
bool span_has(struct span a, char c);
struct span span_trim(struct span a); /* without ASCII blanks at both ends */

/* Is it one of n, an array's? */
bool span_among(struct span a, const struct span list[], size_t n);
#define SPAN_AMONG(a, list) span_among(a, list, sizeof(list) / sizeof(*(list)))

/* Cut *rest at the first sep: *head gets what stands before it, *rest what stands after.
 * Returns false when the last head has been given (rest->s is NULL): "a,,b" gives three heads,
 * "" one that is empty. */
bool span_cut(struct span *rest, char sep, struct span *head);

/* A decimal number that fills the span: its value, or -1 (too long, or not a number). */
long span_number(struct span a);

/* ---- in the header, since every word of a stream passes through them several times */

static inline struct span
span_of(const char *cstr)
{
	return (struct span){ cstr, strlen(cstr) };
}

static inline bool
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool
span_starts(struct span a, struct span prefix)
{
	return a.n >= prefix.n && span_eq((struct span){ a.s, prefix.n }, prefix);
}

/* The bytes from off on; off is at most a.n. */
static inline struct span
span_from(struct span a, size_t off)
{
	return (struct span){ off ? a.s + off : a.s, a.n - off };
}

#endif
