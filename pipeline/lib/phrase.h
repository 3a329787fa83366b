/* A phrase: some rows of a sentence, a noun with what belongs to it or a name of several words;
 * how it is written, how a dictionary would have it, and in English. */
#ifndef RASSEGNA_PHRASE_H
#define RASSEGNA_PHRASE_H

#include "conllu.h"
#include "table.h"

struct phrase {
	const struct sentence *s;
	size_t from, to; /* rows, both inside; ranges stand before their words */
};

bool row_is(const struct row *row, const char *upos); /* a word of this UPOS */
bool row_is_content(const struct row *row);           /* a noun, an adjective or a name */
/* Row i, or one that is nothing behind the last. */
const struct row *sentence_row(const struct sentence *s, size_t i);

/* The lemmas, blanks between them: what phrases are counted by. */
struct span phrase_key(struct arena *arena, const struct phrase *p);
/* As written, but only names keep their capitals. */
struct span phrase_surface(struct arena *arena, const struct phrase *p);
/* As a dictionary has it: as written, but a plural head is its lemma and its adjectives agree. */
struct span phrase_citation(struct arena *arena, const struct phrase *p);
/* Put together from its words, adjectives first: "raccolta dei rifiuti" is "waste collection",
 * "brevetto sulla lana" "patent on wool". Empty if the lexicon lacks one of them. */
struct span phrase_english(const struct table *lexicon, struct arena *arena,
			   const struct phrase *p);

#endif
