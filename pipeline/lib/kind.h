/* What a verb tells of the nouns around it: rows "lemma TAB kind" of models/verb-kinds.tsv. */
#ifndef RASSEGNA_VERB_KIND_H
#define RASSEGNA_VERB_KIND_H

#include "source.h"
#include "table.h"

#define ALONE SPAN("alone")         /* no object: the noun behind is the subject */
#define ESSERE SPAN("essere")       /* perfect with "essere", and no passive of that form */
#define PREDICATE SPAN("predicate") /* the noun behind may be a predicate */
#define SAY SPAN("say")             /* who speaks may follow */

bool verb_is(const struct table *kinds, const struct source_word *w, struct span kind);

#endif
