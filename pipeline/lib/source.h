/* The words of an Italian sentence as a translator reads them; how the phrase table has them, see
 * neutral.h.
 *
 * A token is a word (dell', not di + l'). Quotes and apostrophes are plain, accents restored,
 * numbers have the English point and comma. A word that begins a sentence or a quotation, or stands
 * in a line of capitals, is in lower case unless its tag says that it is a name. */
#ifndef RASSEGNA_SOURCE_H
#define RASSEGNA_SOURCE_H

#include "conllu.h"

enum referent {
	REFERENT_UNKNOWN,
	REFERENT_THING,
	REFERENT_PERSON, /* and above */
	REFERENT_HE,
	REFERENT_SHE,
};

struct source_word {
	struct span form;      /* in running text: no capital of a sentence, plain quotes */
	struct span written;   /* as the text has it */
	struct span sign;      /* of a pronoun that has moved: "<lo>"; else empty. See pronoun.h */
	const struct row *row; /* the word, or the first of a multiword token */
	size_t nrows;          /* words of the token */
	bool pronominal; /* a verb with "si": the lexicon may have "opporsi"; see rephrase.h */
	bool passive;    /* "si", behind what has become its subject; see inversion.h */
	bool needed;     /* a sign for a subject that English names; see subject.h */
	enum referent referent; /* of a pronoun or a sign; see referent.h */
	unsigned whole;         /* so many words from here on become English together; 0: any */
};

struct source {
	VEC(struct source_word) words;
};

void source_make(struct arena *arena, const struct sentence *s, struct source *source);

/* Is word i there, and tagged so? */
bool source_is(const struct source *source, size_t i, const char *upos);

/* ... has it this form, lemma or feature? */
bool source_says(const struct source *source, size_t i, struct span form);
bool source_is_of(const struct source *source, size_t i, struct span lemma);
bool source_has(const struct source *source, size_t i, struct span feature, struct span value);

/* Do two words have the same value of a feature, as far as they have one? */
bool source_agree(const struct source *source, size_t a, size_t b, struct span feature);

/* The words [from, mid) go behind [mid, to). */
void source_swap(struct source *source, size_t from, size_t mid, size_t to);

/* Does a clause begin with word i: the sentence, a quotation, or what follows a conjunction such as
 * "che"? */
bool source_begins_clause(const struct source *source, size_t i);

/* Behind an adjective, with its adverbs, at i: the end of it, or i if there is none. */
size_t source_skip_adjective(const struct source *source, size_t i);

/* Put adjectives before their nouns and names, so that the rest is nearly monotone (reordering
 * before translation: Collins, Koehn and Kucerova 2005; Nießen and Ney 2001). Only words of one
 * fixed span change places, or words of none. fixed: [words] the span, 0 for none; or NULL. */
void source_reorder(struct source *source, const unsigned fixed[]);

#endif
