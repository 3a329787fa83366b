/* What speaks for some candidates and against others, besides what their phrases are worth: counted
 * in F_GLOSS. */
#ifndef RASSEGNA_PREFER_H
#define RASSEGNA_PREFER_H

#include "candidate.h"
#include "english.h"
#include "source.h"

/* What gloss has chosen for the article as a whole speaks for the phrases that say so; what the
 * subject has chosen speaks louder, and is offered where no phrase has it. */
void prefer_glosses(const struct english *en, struct candidates *c, const struct source *source);

/* A verb is not what a noun of the same form is: "rivolte" of "rivolgere" is "turned" and not
 * "riots", "dura" of "durare" not "hard"; nor is a noun what the verb is: "costa" not "costs".
 * lexicon: see lexicon.h */
void prefer_class(const struct english *en, const struct table *lexicon, struct candidates *c,
		  const struct source *source);

#endif
