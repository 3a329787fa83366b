#include "blocks.h"

/* No target word of [j, j_end) is linked outside [i, i_end). */
static bool
is_consistent(const struct alignment *a, size_t i, size_t i_end, size_t j, size_t j_end)
{
	for (; j < j_end; j++)
		if (a->of_target[j].first != NO_WORD &&
		    (a->of_target[j].first < i || a->of_target[j].last >= i_end))
			return false;
	return true;
}

static void
add_block(struct blocks *b, size_t i, size_t i_end, size_t j, size_t j_end)
{
	*APPEND(&b->list) =
	    (struct block){ (uint8_t)i, (uint8_t)i_end, (uint8_t)j, (uint8_t)j_end };
	b->begins[i][j] = b->ends[i_end][j_end] = true;
	b->swap_before[i][j_end] = b->swap_behind[i_end][j] = true;
}

/* The block of these words and all that have unlinked target words more at their ends. */
static void
add_blocks(struct blocks *b, const struct alignment *a, size_t longest, size_t i, size_t i_end,
	   struct linked target)
{
	size_t j = target.first, j_end = target.last + 1u;

	if (j_end - j > longest || !is_consistent(a, i, i_end, j, j_end))
		return;
	for (size_t from = j;; from--) {
		for (size_t to = j_end; to - from <= longest; to++) {
			add_block(b, i, i_end, from, to);
			if (to == a->m || a->of_target[to].first != NO_WORD)
				break;
		}
		if (from == 0 || a->of_target[from - 1].first != NO_WORD ||
		    j_end - from + 1 > longest)
			return;
	}
}

/* Those of source words from i on. */
static void
find_from(struct blocks *b, const struct alignment *a, size_t longest, size_t i)
{
	struct linked target = { NO_WORD, NO_WORD };

	for (size_t end = i + 1; end <= a->n && end - i <= longest; end++) {
		struct linked last = a->of_source[end - 1];

		if (last.first != NO_WORD) {
			linked_widen(&target, last.first);
			linked_widen(&target, last.last);
		}
		if (target.first != NO_WORD)
			add_blocks(b, a, longest, i, end, target);
	}
}

static void
clear(struct blocks *b, const struct alignment *a)
{
	b->list.n = 0;
	for (size_t i = 0; i <= a->n; i++)
		for (size_t j = 0; j <= a->m; j++)
			b->begins[i][j] = b->ends[i][j] = b->swap_before[i][j] =
			    b->swap_behind[i][j] = false;
	b->ends[0][0] = b->begins[a->n][a->m] = true;
}

void
blocks_find(struct blocks *b, const struct alignment *a, size_t longest)
{
	clear(b, a);
	for (size_t i = 0; i < a->n; i++)
		find_from(b, a, longest, i);
}

int
block_orientation_before(const struct blocks *b, const struct block *block)
{
	if (b->ends[block->i][block->j])
		return MONOTONE;
	return b->swap_before[block->i_end][block->j] ? SWAP : APART;
}

int
block_orientation_behind(const struct blocks *b, const struct block *block)
{
	if (b->begins[block->i_end][block->j_end])
		return MONOTONE;
	return b->swap_behind[block->i][block->j_end] ? SWAP : APART;
}
