/* A phrase: some rows of a sentence, a noun with what belongs to it or a name of several words;
 * how it is written, how a dictionary would have it, and in English. */
#ifndef RASSEGNA_PHRASE_H
#define RASSEGNA_PHRASE_H

#include "conllu.h"
#include "sense.h"

struct phrase {
	const struct sentence *s;
	size_t from, to; /* rows, both inside; ranges stand before their words */
};

bool row_is_content(const struct row *row);                /* a noun, an adjective or a name */
bool rows_agree(const struct row *a, const struct row *b); /* in number, as far as it is known */
/* Row i, or one that is nothing behind the last. */
const struct row *sentence_row(const struct sentence *s, size_t i);

/* Words that are adjectives or verbs to the tagger and stand as nouns: "i dispersi", "la nuova
 * sindaca"; also adjectives that the lexicon knows only as nouns. First the forms are gathered from
 * all sentences, then each sentence is given with such words as nouns: itself, or a copy in the
 * arena of the map. */
void phrase_find_nouns(const struct table *lexicon, const struct sentence *s, struct map *nouns);
const struct sentence *phrase_nouns(const struct table *lexicon, const struct map *nouns,
				    const struct sentence *s);
/* Is it of a pattern that names kinds of things: a noun with a relational adjective ("treno
 * regionale"), or with another noun after a bare "di" or "a" ("rete di amido")? */
bool phrase_is_fixed(const struct phrase *p);

/* The lemmas, blanks between them: what phrases are counted by. */
struct span phrase_key(struct arena *arena, const struct phrase *p);
/* As written, but only names keep their capitals. */
struct span phrase_surface(struct arena *arena, const struct phrase *p);
/* As a dictionary has it: as written, but a plural head is its lemma and its adjectives agree. */
struct span phrase_citation(struct arena *arena, const struct phrase *p);
/* Put together from its words, adjectives first: "raccolta dei rifiuti" is "waste collection",
 * "brevetto sulla lana" "patent on wool". Empty if the lexicon lacks one of them. */
struct span phrase_english(const struct senses *senses, const struct phrase *p);

#endif
