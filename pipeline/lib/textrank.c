#include "textrank.h"

#include <math.h>

#include "similarity.h"

static const double damping = 0.85;

struct lengths {
	size_t *group;  /* [n] of an item */
	size_t *length; /* [n] of a group, those below ngroups */
	size_t ngroups;
};

static size_t
longest(const struct rank_input *in)
{
	size_t most = 0;

	for (size_t i = 0; i < in->n; i++)
		if (in->items[i].nterms > most)
			most = in->items[i].nterms;
	return most;
}

/* Items of one length are one group. */
static struct lengths
group_lengths(struct arena *arena, const struct rank_input *in)
{
	size_t *known = ARENA_NEW(arena, size_t, longest(in) + 1); /* group + 1, 0 for none */
	struct lengths l = { ARENA_NEW(arena, size_t, in->n), ARENA_NEW(arena, size_t, in->n), 0 };

	for (size_t i = 0; i < in->n; i++) {
		size_t length = in->items[i].nterms;

		if (known[length] == 0) {
			l.length[l.ngroups] = length;
			known[length] = ++l.ngroups;
		}
		l.group[i] = known[length] - 1;
	}
	return l;
}

/* 1 / (ln a + ln b); what has no terms shares none, so that its scale is never asked for. */
static double
scale_of(size_t a, size_t b)
{
	return a > 0 && b > 0 && (a > 1 || b > 1) ? 1 / (log((double)a) + log((double)b)) : 0;
}

void
textrank_rank(struct arena *arena, const struct rank_input *in, size_t order[], double score[])
{
	struct lengths l = group_lengths(arena, in);
	struct similarity s = similarity_new(arena, in, l.group, l.ngroups);

	for (size_t a = 0; a < l.ngroups; a++)
		for (size_t b = 0; b < l.ngroups; b++)
			s.scale[a * l.ngroups + b] = scale_of(l.length[a], l.length[b]);
	similarity_rank(arena, &s, damping, order, score);
}
