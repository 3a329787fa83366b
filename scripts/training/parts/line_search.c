#include "line_search.h"

#include "rescore.h"

static int
by_place(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	return (x->x > y->x) - (x->x < y->x);
}

/* The hypotheses of a list that are the first choice somewhere; how many. */
static size_t
find_choices(struct line_search *s, const struct nbest_list *list, const double w[],
	     const double direction[])
{
	size_t features = s->lists->features;

	s->rays.n = 0;
	for (size_t i = 0; i < list->n; i++)
		*APPEND(&s->rays) = (struct ray){ rescore(list, i, features, w),
						  rescore(list, i, features, direction), i };
	return envelope(s->rays.v, s->rays.n);
}

/* Add a list's turns; its choice at x = - infinity goes to the tally. */
static void
add_turns(struct line_search *s, const struct nbest_list *list, const double w[],
	  const double direction[], struct tally *t)
{
	size_t n = find_choices(s, list, w, direction);
	const struct ray *v = s->rays.v;

	tally_add(t, &list->matches[v[0].i], &list->reference);
	for (size_t i = 1; i < n; i++)
		*APPEND(&s->turns) =
		    (struct turn){ envelope_meeting(&v[i - 1], &v[i]), &list->matches[v[i - 1].i],
				   &list->matches[v[i].i] };
}

double
line_search(struct line_search *s, const double w[], const double direction[], double *metric_there)
{
	struct tally t = { 0 };
	double best = 0;

	s->turns.n = 0;
	for (size_t i = 0; i < s->lists->n; i++)
		add_turns(s, &s->lists->v[i], w, direction, &t);
	if (s->turns.n > 0)
		qsort(s->turns.v, s->turns.n, sizeof(*s->turns.v), by_place);
	for (size_t i = 0; i + 1 < s->turns.n; i++) {
		double width = s->turns.v[i + 1].x - s->turns.v[i].x, there;

		tally_replace(&t, s->turns.v[i].from, s->turns.v[i].to);
		if (width > 1e-6 && (there = metric(&t, s->chrf_share)) > *metric_there + 1e-6) {
			*metric_there = there;
			best = s->turns.v[i].x + width / 2;
		}
	}
	return best;
}

void
line_search_free(struct line_search *s)
{
	free(s->rays.v);
	free(s->turns.v);
}
