/* A translation memory: sentences that were translated before, with their English.
 *
 * Read from a file of any of these kinds, told apart by its content:
 *   - TMX 1.1 to 1.4: of each unit its first Italian and its first English segment. Of inline tags
 *     bpt, ept, ph, it and ut the content goes with the tag; that of hi, a highlight, stays. A
 *     segment without a language is in that of the unit's or the header's srclang;
 *   - rows "Italian TAB English"; see rows.h. */
#ifndef RASSEGNA_MEMORY_H
#define RASSEGNA_MEMORY_H

#include "map.h"

struct memory_pair {
	struct span italian, english; /* in normal form C, blanks squeezed, neither is empty */
	size_t line;                  /* where it stands in the file */
};

struct memory_pairs {
	struct memory_pair *v;
	size_t n, cap;
};

/* The pairs of a file's bytes, in the arena and in their order; what has only one side is left out.
 * 0, or at *bad_line ERR_PAIR, ERR_UTF8, ERR_NUL (rows), ERR_XML, ERR_ENTITY, ERR_ROOT (XML, but no
 * TMX), ERR_SIZE, ERR_ICU. */
int memory_read(struct arena *arena, struct span bytes, struct memory_pairs *out, size_t *bad_line);

struct memory {
	const struct memory_pairs *pairs;
	struct map by_italian; /* 1 + the index of a pair */
};

/* The index lives in the arena, the pairs must live as long. Of pairs with one Italian text the
 * last one counts: memories are appended to. */
void memory_index(struct arena *arena, const struct memory_pairs *pairs, struct memory *memory);

/* The pair with this Italian text, or NULL: the same but for runs of blanks (no-break ones count as
 * blanks) and for ' or U+2019 as apostrophe. The arena is for what is made on the way. */
const struct memory_pair *memory_find(const struct memory *memory, struct arena *arena,
				      struct span italian);

#endif
