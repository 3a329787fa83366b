/* Fixed expressions of the press, which say something else than their words: "trarre in arresto" is
 * "arrest", "ai danni della" "against the". The table is made by hand; see models/README.md. */
#ifndef RASSEGNA_EXPRESSION_H
#define RASSEGNA_EXPRESSION_H

#include "english.h"
#include "glossary.h"
#include "source.h"

struct expressions {
	struct arena arena;
	struct glossary_entries entries;
	struct glossary index;
};

struct expression {
	unsigned from, to;   /* source words [from, to) */
	struct span english; /* alternatives parted by | */
};

struct expression_list {
	VEC(struct expression) list;
};

/* Of rows "Italian TAB English|English", which must outlive them; oom as in an arena. */
void expressions_open(struct expressions *x, const struct table *rows, void (*oom)(void));
void expressions_close(struct expressions *x);

/* Those of a sentence, from left to right, the longest first. They match as the entries of a user's
 * glossary do, and a last word "di" matches "della" too ("the" goes behind the English), a verb the
 * verb with "si". What makes the tense goes with the verb: "ha tratto in arresto" is "arrested",
 * "non ha tratto" "did not arrest", "di trarre" "to arrest" or "of arresting".
 * kinds: see kind.h */
void expressions_find(const struct expressions *x, const struct english *en,
		      const struct table *kinds, struct arena *arena, const struct source *source,
		      struct expression_list *out);

#endif
