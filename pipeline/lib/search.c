#include "search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "heap.h"

/* Hypotheses of one coverage and one end: any of them can be extended by the same spans. */
struct group {
	struct hypothesis **list;
	size_t n;
	float future; /* of what is not covered */
};

/* A group and a span: its cells are hypothesis x candidate. */
struct edge {
	const struct group *group;
	const struct candidate_list *candidates;
	float gain; /* future of the new coverage less that of the group's, and the jump */
};

struct cell {
	uint32_t edge, x, y; /* hypothesis, candidate */
};

struct stack {
	VEC(struct hypothesis *) list;
	VEC(struct edge) edges;
	struct hypothesis **slot; /* by what their futures depend on; open addressing */
	size_t slots;
};

struct search_state {
	const struct candidates *c;
	struct arena *arena;
	const struct search_limits *limits;
	float *future; /* [n + 1][DISTORTION_MAX + 1] the best estimate of words [i, i + length) */
	float *rest;   /* [n + 1] of words [i, n) */
	struct stack *stacks;
	VEC(struct cell) cells; /* of the stack that is filled */
	struct heap heap;       /* of them, by estimate */
};

static float *
future_of(const struct search_state *s, size_t i, size_t j)
{
	return &s->future[i * (DISTORTION_MAX + 1) + j - i];
}

static float
best_estimate(const struct search_state *s, size_t i, size_t j)
{
	const struct candidate_list *l = candidates_of(s->c, (unsigned)i, (unsigned)j);

	return l->list.n > 0 ? l->list.v[0]->estimate : -INFINITY;
}

/* Words [i, j) by their first phrase and what is left of them. */
static float
estimate_run(const struct search_state *s, size_t i, size_t j)
{
	float best = -INFINITY;

	for (size_t k = i + 1; k <= j && k - i <= CANDIDATE_LONGEST; k++)
		best = fmaxf(best, best_estimate(s, i, k) +
				       (j < s->c->n ? *future_of(s, k, j) : s->rest[k]));
	return best;
}

/* From the end: a gap is no longer than a jump back, and behind the last phrase is all the rest. */
static void
estimate_futures(struct search_state *s)
{
	size_t n = s->c->n;

	s->future = ARENA_NEW(s->arena, float, (n + 1) * (DISTORTION_MAX + 1));
	s->rest = ARENA_NEW(s->arena, float, n + 1);
	for (size_t i = n; i-- > 0;) {
		s->rest[i] = estimate_run(s, i, n);
		for (size_t j = i + 1; j < n && j - i <= DISTORTION_MAX; j++)
			*future_of(s, i, j) = estimate_run(s, i, j);
	}
}

/* The words from gap on that are not covered, run by run. */
static float
future_of_coverage(const struct search_state *s, unsigned gap, uint64_t ahead)
{
	unsigned i = gap, j = gap;
	float sum = 0;

	while (ahead != 0) {
		for (; !(ahead & 1); ahead >>= 1)
			j++;
		sum += *future_of(s, i, j);
		for (; ahead & 1; ahead >>= 1)
			j++;
		i = j;
	}
	return sum + s->rest[i];
}

static void
cover(unsigned *gap, uint64_t *ahead, unsigned from, unsigned to)
{
	*ahead |= ((1ull << (to - from)) - 1) << (from - *gap);
	while (*ahead & 1) {
		*ahead >>= 1;
		++*gap;
	}
}

static unsigned
distance(unsigned a, unsigned b)
{
	return a > b ? a - b : b - a;
}

static int
orientation(const struct hypothesis *h, const struct candidate *next)
{
	if (next->from == h->end)
		return ORIENT_MONOTONE;
	return h->candidate != NULL && next->to == h->candidate->from ? ORIENT_SWAP : ORIENT_APART;
}

static float
reordering(const struct search_state *s, const struct hypothesis *h, const struct candidate *next)
{
	int o = orientation(h, next);
	float sum = s->c->weight[F_BEFORE_MONOTONE + o] * next->before[o];

	if (h->candidate != NULL)
		sum += s->c->weight[F_BEHIND_MONOTONE + o] * h->candidate->behind[o];
	return sum;
}

static void
consider(struct search_state *s, const struct stack *stack, uint32_t edge, uint32_t x, uint32_t y)
{
	const struct edge *e = &stack->edges.v[edge];
	const struct hypothesis *h;
	const struct candidate *next;

	if (x >= e->group->n || y >= e->candidates->list.n)
		return;
	h = e->group->list[x];
	next = e->candidates->list.v[y];
	heap_push(s->arena, &s->heap,
		  (double)(h->total + next->estimate + e->gain + reordering(s, h, next)),
		  s->cells.n);
	*PUSH(s->arena, &s->cells) = (struct cell){ edge, x, y };
}

static uint64_t
mix(uint64_t h, uint64_t value)
{
	h = (h ^ value) * 0x9E3779B97F4A7C15;
	return h ^ h >> 29;
}

static uint64_t
future_hash(const struct hypothesis *h)
{
	uint64_t hash = mix(h->ahead, (uint64_t)h->gap << 32 | h->end);

	for (uint32_t i = 0; i < h->state.words.n; i++)
		hash = mix(hash, h->state.words.words[i]);
	for (uint32_t i = 0; i < h->state.classes.n; i++)
		hash = mix(hash, h->state.classes.words[i]);
	return hash;
}

static bool
same_orientation(const struct candidate *a, const struct candidate *b)
{
	for (int o = 0; o < ORIENTATIONS; o++)
		if (a->behind[o] != b->behind[o])
			return false;
	return true;
}

static bool
same_future(const struct hypothesis *a, const struct hypothesis *b)
{
	return a->gap == b->gap && a->end == b->end && a->ahead == b->ahead &&
	       memcmp(&a->state, &b->state, sizeof(a->state)) == 0 &&
	       a->candidate->from == b->candidate->from &&
	       same_orientation(a->candidate, b->candidate);
}

/* The better of two with one future stands; the other is remembered, if it is wanted. */
static struct hypothesis *
recombine(struct hypothesis *old, struct hypothesis *new, bool keep_others)
{
	struct hypothesis *winner = new->score > old->score ? new : old;
	struct hypothesis *loser = winner == new ? old : new;

	if (!keep_others)
		return winner;
	if (winner == new) {
		new->other = old;
	} else {
		loser->other = old->other;
		old->other = loser;
	}
	return winner;
}

static void
keep(struct search_state *s, struct stack *stack, struct hypothesis *h)
{
	size_t i = future_hash(h) & (stack->slots - 1);

	while (stack->slot[i] != NULL && !same_future(stack->slot[i], h))
		i = (i + 1) & (stack->slots - 1);
	stack->slot[i] =
	    stack->slot[i] == NULL ? h : recombine(stack->slot[i], h, s->limits->keep_others);
}

static void
say_words(const struct search_state *s, struct hypothesis *h)
{
	const struct candidate *c = h->candidate;

	for (size_t i = 0; i < c->n; i++)
		language_add(s->c->language, &h->state, c->ids[i], &h->said);
	if (h->covered == s->c->n)
		language_add(s->c->language, &h->state, language_end(s->c->language), &h->said);
}

static float
language_value(const struct search_state *s, const struct hypothesis *h)
{
	return s->c->weight[F_LM] * h->said.words + s->c->weight[F_CLASSES] * h->said.classes;
}

/* The cell's hypothesis, scored in full. */
static struct hypothesis *
extend(struct search_state *s, const struct stack *stack, const struct cell *cell)
{
	const struct edge *e = &stack->edges.v[cell->edge];
	const struct hypothesis *before = e->group->list[cell->x];
	const struct candidate *next = e->candidates->list.v[cell->y];
	struct hypothesis *h = ARENA_NEW(s->arena, struct hypothesis, 1);
	float jump = s->c->weight[F_DISTORTION] * (float)distance(next->from, before->end);

	*h = *before;
	h->before = before;
	h->candidate = next;
	h->other = NULL;
	h->end = next->to;
	h->covered += next->to - next->from;
	h->said = (struct language_score){ 0 };
	cover(&h->gap, &h->ahead, next->from, next->to);
	say_words(s, h);
	h->score += next->score + language_value(s, h) - jump + reordering(s, before, next);
	h->total = h->score + e->group->future + e->gain + jump;
	return h;
}

/* How many cells there are, as far as the beam is wide. */
static size_t
count_cells(const struct search_state *s, const struct stack *stack)
{
	size_t n = 0;

	for (size_t i = 0; i < stack->edges.n && n < s->limits->beam; i++)
		n += stack->edges.v[i].group->n * stack->edges.v[i].candidates->list.n;
	return n < s->limits->beam ? n : s->limits->beam;
}

/* Cube pruning: the best cells of all edges that lead here. */
static void
fill(struct search_state *s, struct stack *stack)
{
	size_t cells = count_cells(s, stack);

	s->heap.n = s->cells.n = 0;
	for (stack->slots = 1; stack->slots < 2 * cells;)
		stack->slots *= 2;
	stack->slot = ARENA_NEW(s->arena, struct hypothesis *, stack->slots);
	for (uint32_t e = 0; e < stack->edges.n; e++)
		consider(s, stack, e, 0, 0);
	for (size_t pops = 0; pops < cells && s->heap.n > 0; pops++) {
		struct cell cell = s->cells.v[heap_pop(&s->heap).id];

		keep(s, stack, extend(s, stack, &cell));
		consider(s, stack, cell.edge, cell.x, cell.y + 1);
		if (cell.y == 0)
			consider(s, stack, cell.edge, cell.x + 1, 0);
	}
	for (size_t i = 0; i < stack->slots; i++)
		if (stack->slot[i] != NULL)
			*PUSH(s->arena, &stack->list) = stack->slot[i];
}

static int
compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* By coverage and end; within these the best first, and then by their words. */
static int
by_group(const void *a, const void *b)
{
	const struct hypothesis *x = *(struct hypothesis *const *)a;
	const struct hypothesis *y = *(struct hypothesis *const *)b;
	int order = compare(x->gap, y->gap);

	if (order == 0)
		order = compare(x->ahead, y->ahead);
	if (order == 0)
		order = compare(x->end, y->end);
	if (order == 0 && x->total != y->total)
		return x->total > y->total ? -1 : 1;
	if (order == 0)
		order = memcmp(&x->state, &y->state, sizeof(x->state));
	return order;
}

static bool
same_group(const struct hypothesis *a, const struct hypothesis *b)
{
	return a->gap == b->gap && a->ahead == b->ahead && a->end == b->end;
}

/* One span of a group: where it leads, and what that is worth. */
static void
add_edge(struct search_state *s, const struct group *g, unsigned from, unsigned to)
{
	const struct hypothesis *h = g->list[0];
	const struct candidate_list *l = candidates_of(s->c, from, to);
	unsigned gap = h->gap;
	uint64_t ahead = h->ahead;
	float jump = s->c->weight[F_DISTORTION] * (float)distance(from, h->end), future;

	if (l->list.n == 0)
		return;
	cover(&gap, &ahead, from, to);
	future = future_of_coverage(s, gap, ahead);
	if (future == -INFINITY) /* it cuts a span whose words have no candidates of their own */
		return;
	*PUSH(s->arena, &s->stacks[h->covered + to - from].edges) =
	    (struct edge){ g, l, future - g->future - jump };
}

/* A gap must not be left farther behind than a jump can go back, nor behind a wall. */
static void
add_edges(struct search_state *s, const struct group *g)
{
	const struct hypothesis *h = g->list[0];
	unsigned n = (unsigned)s->c->n, limit = s->limits->distortion;

	for (unsigned from = h->gap; from < n && from <= h->gap + limit; from++) {
		if (distance(from, h->end) > limit ||
		    (from != h->end && (s->c->tied[from] || s->c->tied[h->end])))
			continue;
		for (unsigned to = from + 1; to <= n && to - from <= CANDIDATE_LONGEST; to++) {
			if ((h->ahead >> (to - 1 - h->gap) & 1) ||
			    (from > h->gap && (to - h->gap > limit || to > s->c->wall[h->gap])))
				break;
			add_edge(s, g, from, to);
		}
	}
}

static void
expand(struct search_state *s, struct stack *stack)
{
	struct hypothesis **v = stack->list.v;

	if (stack->list.n > 0) /* qsort takes no NULL */
		qsort(v, stack->list.n, sizeof(*v), by_group);
	for (size_t i = 0, j; i < stack->list.n; i = j) {
		struct group *g = ARENA_NEW(s->arena, struct group, 1);

		for (j = i + 1; j < stack->list.n && same_group(v[i], v[j]);)
			j++;
		*g = (struct group){ v + i, j - i, future_of_coverage(s, v[i]->gap, v[i]->ahead) };
		add_edges(s, g);
	}
}

static int
by_score(const void *a, const void *b)
{
	const struct hypothesis *x = *(struct hypothesis *const *)a;
	const struct hypothesis *y = *(struct hypothesis *const *)b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return by_group(a, b);
}

size_t
search(const struct candidates *c, struct arena *arena, const struct search_limits *limits,
       struct hypothesis ***best)
{
	struct search_state s = { .c = c, .arena = arena, .limits = limits };
	struct hypothesis *empty = ARENA_NEW(arena, struct hypothesis, 1);
	struct stack *last;

	s.stacks = ARENA_NEW(arena, struct stack, c->n + 1);
	estimate_futures(&s);
	empty->state = language_begin(c->language);
	empty->total = s.rest[0];
	*PUSH(arena, &s.stacks[0].list) = empty;
	for (size_t i = 0; i < c->n; i++) {
		expand(&s, &s.stacks[i]);
		fill(&s, &s.stacks[i + 1]);
	}
	last = &s.stacks[c->n];
	qsort(last->list.v, last->list.n, sizeof(*last->list.v), by_score);
	*best = last->list.v;
	return last->list.n;
}

void
hypothesis_values(const struct hypothesis *h, float value[NFEATURES])
{
	int o = orientation(h->before, h->candidate);

	value[F_LM] += h->said.words;
	value[F_CLASSES] += h->said.classes;
	value[F_DISTORTION] -= (float)distance(h->candidate->from, h->before->end);
	value[F_BEFORE_MONOTONE + o] += h->candidate->before[o];
	if (h->before->candidate != NULL)
		value[F_BEHIND_MONOTONE + o] += h->before->candidate->behind[o];
}
