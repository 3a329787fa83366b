#include "neighbours.h"

#include <string.h>

/* The units beside each unit, one by one: behind it, or before it. */
static uint32_t *
sort_neighbours(const struct units *u, size_t start[], bool behind)
{
	const struct tokens *text = &u->corpus.tokens;
	uint32_t *v = array_new(text->n, sizeof(*v));

	for (size_t i = 1; i < text->n; i++)
		if (text->v[i] != BOS)
			start[text->v[i - behind] + 1]++;
	for (size_t unit = 0; unit < u->n; unit++)
		start[unit + 1] += start[unit];
	for (size_t i = 1; i < text->n; i++)
		if (text->v[i] != BOS)
			v[start[text->v[i - behind]]++] = text->v[i - !behind];
	memmove(start + 1, start, u->n * sizeof(*start)); /* each was moved to its end */
	start[0] = 0;
	return v;
}

/* Count equal units among n, whose number in seen[] is 0 before and after; how many differ. */
static size_t
count_equal(const uint32_t v[], size_t n, uint32_t seen[], struct neighbour out[])
{
	size_t n_out = 0;

	for (size_t i = 0; i < n; i++)
		if (seen[v[i]]++ == 0)
			out[n_out++].unit = v[i];
	for (size_t i = 0; i < n_out; i++) {
		out[i].count = seen[out[i].unit];
		seen[out[i].unit] = 0;
	}
	return n_out;
}

static void
make_room(struct neighbours *l, size_t n)
{
	while (l->cap < l->n + n || l->v == NULL)
		l->v = array_grow(l->v, &l->cap, sizeof(*l->v));
}

struct neighbours
neighbours_of(const struct units *u, bool behind)
{
	struct neighbours l = { .start = array_new(u->n + 1, sizeof(*l.start)) };
	uint32_t *one_by_one = sort_neighbours(u, l.start, behind);
	uint32_t *seen = array_new(u->n, sizeof(*seen));

	for (size_t unit = 0; unit < u->n; unit++) {
		size_t from = l.start[unit], most = l.start[unit + 1] - from;

		make_room(&l, most);
		l.start[unit] = l.n;
		l.n += count_equal(one_by_one + from, most, seen, l.v + l.n);
	}
	l.start[u->n] = l.n;
	free(seen);
	free(one_by_one);
	return l;
}

void
neighbours_free(struct neighbours *l)
{
	free(l->start);
	free(l->v);
}
