/* English word forms, regular and irregular. */
#ifndef RASSEGNA_ENGLISH_H
#define RASSEGNA_ENGLISH_H

#include "table.h"

struct english {
	struct table verbs; /* rows "base TAB past TAB participle" */
	struct table nouns; /* rows "singular TAB plural" */
};

/* Of several words ("take part", "prime minister") a verb's first and a noun's last is changed. */
struct span english_plural(const struct english *en, struct arena *arena, struct span noun);
struct span english_third(struct arena *arena, struct span verb); /* person singular */
struct span english_past(const struct english *en, struct arena *arena, struct span verb);
struct span english_participle(const struct english *en, struct arena *arena, struct span verb);
/* The noun of which it is the plural, or itself. */
struct span english_singular(const struct english *en, struct arena *arena, struct span noun);
/* The past of the verb of which it is the participle; empty if it is none. */
struct span english_past_of(const struct english *en, struct arena *arena, struct span participle);
/* Is the text the verb, or its third person, past or participle? */
bool english_is_form(const struct english *en, struct arena *arena, struct span verb,
		     struct span text);
struct span english_gerund(const struct english *en, struct arena *arena, struct span verb);

#endif
