#include "nbest.h"

#include <string.h>

#include "heap.h"

/* Paths found, and those of them that are not yet given: the best on top. */
struct queue {
	VEC(struct path) paths;
	struct heap heap;
};

static void
push(struct queue *q, struct arena *arena, struct path path)
{
	heap_push(arena, &q->heap, path.score, q->paths.n);
	*PUSH(arena, &q->paths) = path;
}

/* The first `same` steps of a path, then h and all that stands before it. */
static struct path
make_path(struct arena *arena, const struct path *old, size_t same, const struct hypothesis *h)
{
	struct path new = { .changed = same };
	size_t n = same;

	for (const struct hypothesis *b = h; b->before != NULL; b = b->before)
		n++;
	new.step = ARENA_NEW(arena, const struct hypothesis *, n);
	if (same > 0)
		memcpy(new.step, old->step, same * sizeof(*new.step));
	for (new.n = same; h->before != NULL; h = h->before)
		new.step[new.n++] = h;
	return new;
}

/* All paths that leave this one at a step that is its own, for a recombined hypothesis. */
static void
push_changes(struct queue *q, struct arena *arena, const struct path *path)
{
	for (size_t i = path->changed; i < path->n; i++)
		for (const struct hypothesis *o = path->step[i]->other; o != NULL; o = o->other) {
			struct path new = make_path(arena, path, i, o);

			new.changed = i + 1;
			new.score = path->score - path->step[i]->score + o->score;
			push(q, arena, new);
		}
}

size_t
nbest(struct arena *arena, struct hypothesis *const best[], size_t count, size_t limit,
      struct path out[])
{
	struct queue q = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		struct path path = make_path(arena, NULL, 0, best[i]);

		path.score = best[i]->score;
		push(&q, arena, path);
	}
	while (n < limit && q.heap.n > 0) {
		out[n] = q.paths.v[heap_pop(&q.heap).id];
		push_changes(&q, arena, &out[n]);
		n++;
	}
	return n;
}

size_t
path_words(struct arena *arena, const struct path *path, struct span **words)
{
	VEC(struct span) v = { 0 };

	for (size_t i = path->n; i-- > 0;)
		for (size_t k = 0; k < path->step[i]->candidate->n; k++)
			*PUSH(arena, &v) = path->step[i]->candidate->words[k];
	*words = v.v;
	return v.n;
}

void
path_values(const struct path *path, float value[NFEATURES])
{
	memset(value, 0, NFEATURES * sizeof(*value));
	for (size_t i = 0; i < path->n; i++) {
		const struct hypothesis *h = path->step[i];

		for (int f = 0; f < NFEATURES; f++)
			value[f] += h->candidate->value[f];
		hypothesis_values(h, value);
	}
}
