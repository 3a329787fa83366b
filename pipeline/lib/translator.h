/* Italian sentences to English: phrase-based statistical translation (Koehn, Och and Marcu 2003)
 * with a lexicon, rules and a user's glossary where the phrase table does not know.
 *
 * A word that the table lacks goes by the lexicon, in the English form that its features ask for;
 * names and what is still unknown are left as they are. */
#ifndef RASSEGNA_TRANSLATOR_H
#define RASSEGNA_TRANSLATOR_H

#include "english.h"
#include "fixed.h"
#include "nbest.h"
#include "source.h"

/* What can be switched off, to see what it is worth. */
enum part {
	PART_LEXICON,
	PART_RULES,
	PART_EXPRESSIONS,
	PART_WALLS,
	PART_SUBJECTS,
	PART_ORDER,
	PART_REORDERING,
	PART_COMPOSE,
	PART_CLASSES,
	PART_GLOSS,
	NPARTS
};
extern const char *const part_names[NPARTS];

struct translator {
	struct table
	    phrases; /* rows "source TAB target TAB n TAB four costs TAB six": see models */
	struct table lexicon;
	struct table kinds; /* rows "lemma TAB kind" */
	struct expressions expressions;
	struct english english;
	struct quantities *quantities;
	const struct glossary *glossary; /* the user's; or NULL */
	struct language language;
	float weight[NFEATURES];
	struct search_limits limits;
	bool without[NPARTS];
};

struct translation {
	struct source source;
	struct hypothesis **best; /* complete ones, best first */
	size_t nbest;
	struct path path;   /* the best */
	struct span *words; /* English tokens */
	size_t nwords;
	struct span text;
};

void translator_leave_out(struct translator *t, enum part part);
void translator_close(struct translator *t);

void translate(const struct translator *t, struct arena *arena, const struct sentence *s,
	       struct translation *out);
/* The same from a source that is made already. */
void translate_source(const struct translator *t, struct arena *arena, const struct source *source,
		      struct translation *out);

#endif
