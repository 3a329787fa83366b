#include "envelope.h"

#include <stdlib.h>

static int
by_slope(const void *a, const void *b)
{
	const struct ray *x = a, *y = b;

	if (x->slope != y->slope)
		return x->slope < y->slope ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->i < y->i ? 1 : -1;
}

double
envelope_meeting(const struct ray *a, const struct ray *b)
{
	return (a->start - b->start) / (b->slope - a->slope);
}

size_t
envelope(struct ray v[], size_t n)
{
	size_t kept = 0;

	qsort(v, n, sizeof(*v), by_slope);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && v[i].slope == v[i + 1].slope)
			continue; /* the next one is as steep and higher */
		while (kept > 1 && envelope_meeting(&v[kept - 2], &v[kept - 1]) >=
				       envelope_meeting(&v[kept - 1], &v[i]))
			kept--;
		v[kept++] = v[i];
	}
	return kept;
}
