/* The key terms of a document: nouns, noun phrases of up to four content words, and names that
 * English has another word for, with an English equivalent.
 *
 *   weight = frequency^0.85 * rarity^1.5 * phrase factor * (1 + 1.5 fit) * position
 *
 * frequency: the count, and in part that of other words of the same stem. rarity: the mean over a
 * phrase's content words, more for a phrase. fit: how well the word's subject is that of the
 * document, see sense.h. position: the best of title, first sentences and best sentences. After
 * tf-idf (Salton and Buckley 1988) and KEA (Witten and others 1999); phrases by part-of-speech
 * patterns after Justeson and Katz 1995, "Technical terminology", section 3 (Italian order: noun
 * first). A phrase counts if the lexicon or the subjects table has it, if it comes twice, or if
 * its pattern makes terms (phrase_is_fixed). A term inside a better one counts only what is left
 * of it. A name's short form ("Wang") counts for the long one, a noun with a capital for the noun.
 */
#ifndef RASSEGNA_TERMS_H
#define RASSEGNA_TERMS_H

#include "conllu.h"
#include "idf.h"
#include "sense.h"

struct term_models {
	struct table lexicon, subjects; /* see sense.h */
	struct table rarity;            /* see rarity_of */
	struct table general;           /* nouns that are no key terms: day, wall, million */
	struct table expressions;       /* see expression.h */
};

struct term {
	struct span lemma, english;
	size_t count;
	const struct sentence *first; /* that it stands in */
};

/* *out: at most limit terms, best first; returns how many. A term without an equivalent, or whose
 * equivalent is the word itself, is left out. */
size_t terms_find(const struct term_models *models, const struct senses *senses,
		  struct arena *arena, const struct document *doc, size_t limit, struct term **out);

#endif
