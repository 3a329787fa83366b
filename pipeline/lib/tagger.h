/* UPOS, LEMMA and FEATS of words: the most frequent analysis of each form, what suffixes say of
 * unknown ones, and for capitals what the whole document shows.
 *
 * Baseline after Manning and Schuetze 1999, section 10.6 (most frequent tag). Unlike it, a word
 * that begins a sentence is a name if the document has it with a capital elsewhere and never
 * without one ("Scale" in "Scale domina"). */
#ifndef RASSEGNA_TAGGER_H
#define RASSEGNA_TAGGER_H

#include "conllu.h"
#include "table.h"

/* tags: rows "form TAB UPOS TAB lemma TAB FEATS"; "-suffix TAB UPOS TAB -suffix of the lemma". */
void tag_document(const struct table *tags, struct arena *arena, struct document *doc);

#endif
