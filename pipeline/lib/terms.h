/* The key terms of a document: names and noun phrases of one to four content words, by how often
 * they stand in it and how rare their words are elsewhere, with an English equivalent.
 *
 *   weight = count * rarity * length factor * prominence
 *
 * rarity: the mean idf of a phrase's content words, the highest of a name's. A name's short form
 * ("Wang") counts for the long one. tf-idf after Salton and Buckley 1988; phrases by part-of-speech
 * patterns after Justeson and Katz 1995, "Technical terminology", section 3 (Italian order: noun
 * first). A phrase counts if it comes twice or the lexicon has it; a term inside a better one
 * counts only what is left of it. */
#ifndef RASSEGNA_TERMS_H
#define RASSEGNA_TERMS_H

#include "conllu.h"
#include "idf.h"

struct term_models {
	struct table lexicon;
	struct idf idf;
	struct table general; /* nouns that are no key terms: day, part, million */
};

struct term {
	struct span lemma, english;
	size_t count;
};

/* prominence: 1.5 in the title, 1 + 1 / rank in a ranked sentence, the best of all places.
 * *out: at most limit terms, best first; returns how many. A term without an equivalent is left
 * out. */
size_t terms_find(const struct term_models *models, struct arena *arena, const struct document *doc,
		  size_t limit, struct term **out);

#endif
