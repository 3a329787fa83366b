/* Which sentences of a document are the digest's: those that do not say "# chosen = no". select
 * writes only them, or with --all the others too, marked so; what stands in the digest is the same.
 */
#ifndef RASSEGNA_CHOSEN_H
#define RASSEGNA_CHOSEN_H

#include "conllu.h"

bool sentence_chosen(const struct sentence *s);

/* Mark those that are not kept; marks of another run are taken away. */
void chosen_mark(struct arena *arena, struct document *doc, const bool kept[]);

/* Leave out those that are not kept. Comments of the whole document stand on its first sentence,
 * those of a block on the block's: a kept sentence takes over those of what went before it. */
void chosen_keep(struct arena *arena, struct document *doc, const bool kept[]);

/* Leave out those that are marked: what select would have written without --all. Nothing is done to
 * a document without marks. */
void chosen_cut(struct arena *arena, struct document *doc);

#endif
