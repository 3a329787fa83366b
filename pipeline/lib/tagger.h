/* UPOS, LEMMA and FEATS of words, in context: an averaged perceptron chooses a class for each word,
 * left to right, from the word, its affixes and capitals, its neighbours, the classes chosen before
 * and what the lexicon knows; lemma and features are those of the lexicon for form and class, or of
 * the longest suffix known for the class. Collins 2002, "Discriminative training methods for hidden
 * Markov models", EMNLP; greedy, where the paper searches, and with classes of the lexicon.
 *
 * By the lexicon alone: the most frequent analysis of each form, what suffixes say of unknown ones,
 * and for capitals what the whole document shows. Baseline after Manning and Schuetze 1999, section
 * 10.6 (most frequent tag). Unlike it, a word that begins a sentence is a name if the document has
 * it with a capital elsewhere and never without one ("Scale" in "Scale domina"). */
#ifndef RASSEGNA_TAGGER_H
#define RASSEGNA_TAGGER_H

#include "conllu.h"
#include "lexeme.h"

struct tagger {
	struct table tags;       /* see analysis.h */
	struct perceptron model; /* all-zero: by the lexicon alone */
	struct lexemes *lexemes; /* of the documents before, or NULL; must outlive what is tagged */
};

/* Fills UPOS, LEMMA, FEATS and marks names in MISC; see names.h. */
void tag_document(const struct tagger *tagger, struct arena *arena, struct document *doc);

#endif
