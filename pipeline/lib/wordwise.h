/* An English rendering word for word: a gloss of the sentence, not a translation.
 *
 * Every word by the lexicon (entries of several words first), or by Gloss= where it has one, in
 * its number and tense; the adjective before its noun; names as they are; numbers with the
 * English point and comma. It stands in where there is no translation engine. */
#ifndef RASSEGNA_WORDWISE_H
#define RASSEGNA_WORDWISE_H

#include "conllu.h"
#include "english.h"

struct wordwise {
	struct table lexicon;
	struct english english;
};

struct span wordwise_sentence(const struct wordwise *w, struct arena *arena,
			      const struct sentence *s);

#endif
