/* Does a sentence stand on its own, or does it need those around it?
 *
 * It hangs in the air if its opening points back: a pronoun ("Lo ha detto"), a demonstrative
 * ("Questa svolta"), a connective ("Tuttavia"), as the table of openings has it. A quotation that
 * goes over several sentences is one passage, and so is a sentence that is nothing but a quotation
 * with the one that says whose it is. */
#ifndef RASSEGNA_CONTEXT_H
#define RASSEGNA_CONTEXT_H

#include "conllu.h"
#include "table.h"

/* openings: rows "words TAB hangs|free", the longest that matches counts. */
bool context_points_back(const struct table *openings, struct arena *arena,
			 const struct sentence *s);

/* Sentences from..to of a document that are read together or not at all. */
struct passage {
	size_t from, to;
	bool cut; /* a quotation is opened or closed in it and not both */
};

/* The passage of each sentence, [sentences] in the arena. */
struct passage *context_passages(const struct table *openings, struct arena *arena,
				 const struct document *doc);

#endif
