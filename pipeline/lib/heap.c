#include "heap.h"

static bool
above(const struct heap_entry *a, const struct heap_entry *b)
{
	return a->value > b->value || (a->value == b->value && a->id < b->id);
}

static void
sift_down(struct heap *heap, size_t i)
{
	struct heap_entry moved = heap->v[i];

	for (size_t child; (child = 2 * i + 1) < heap->n; i = child) {
		if (child + 1 < heap->n && above(&heap->v[child + 1], &heap->v[child]))
			child++;
		if (above(&moved, &heap->v[child]))
			break;
		heap->v[i] = heap->v[child];
	}
	heap->v[i] = moved;
}

void
heap_build(struct heap *heap)
{
	for (size_t i = heap->n; i-- > 0;)
		sift_down(heap, i);
}

void
heap_push(struct arena *arena, struct heap *heap, double value, size_t id)
{
	struct heap_entry pushed = { value, id };
	size_t i = heap->n;

	(void)PUSH(arena, heap);
	for (; i > 0 && above(&pushed, &heap->v[(i - 1) / 2]); i = (i - 1) / 2)
		heap->v[i] = heap->v[(i - 1) / 2];
	heap->v[i] = pushed;
}

void
heap_lower_top(struct heap *heap, double value)
{
	heap->v[0].value = value;
	sift_down(heap, 0);
}

struct heap_entry
heap_pop(struct heap *heap)
{
	struct heap_entry top = heap->v[0];

	heap->v[0] = heap->v[--heap->n];
	if (heap->n > 0)
		sift_down(heap, 0);
	return top;
}
