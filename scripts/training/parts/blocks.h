/* Pairs of phrases in a sentence and its translation that are consistent with the links: no word of
 * one is linked to a word outside of the other, and at least one link is inside. Unlinked words at
 * the ends of the target may belong to it or not.
 * Source: Koehn, Och and Marcu 2003, "Statistical phrase-based translation", HLT-NAACL, section 3.
 * Orientations are those to any block beside it (see orientation.h). */
#ifndef RASSEGNA_TRAINING_BLOCKS_H
#define RASSEGNA_TRAINING_BLOCKS_H

#include "alignment.h"
#include "orientation.h"

struct block {
	uint8_t i, i_end, j, j_end; /* source words [i, i_end), target words [j, j_end) */
};

/* By the borders [source][target] between words. */
typedef bool blocks_corners[MAX_LENGTH + 1][MAX_LENGTH + 1];

struct blocks {
	ARRAY(struct block) list;
	blocks_corners begins, ends; /* a block begins here, ends here */
	blocks_corners swap_before;  /* one begins in the source, ends in the target */
	blocks_corners swap_behind;  /* the other way round */
};

/* Find those of up to longest words on either side; what was found before is forgotten. */
void blocks_find(struct blocks *b, const struct alignment *a, size_t longest);

/* MONOTONE, SWAP or APART: how a block stands to those before it, to those behind it in the source.
 */
int block_orientation_before(const struct blocks *b, const struct block *block);
int block_orientation_behind(const struct blocks *b, const struct block *block);

#endif
