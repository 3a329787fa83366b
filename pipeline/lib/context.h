/* Does a sentence stand on its own, or does it need those around it?
 *
 * It hangs in the air if it points back: if the table of openings has its first words, a connective
 * ("Tuttavia") or a demonstrative ("Questa svolta"); and, as far as the tagger tells, if they have
 * a pronoun or demonstrative before any noun ("Quando gli fu detto"), a verb whose subject is left
 * out
 * ("Ha preso il treno", "È una legge"), or if it is an afterthought without a verb ("Una cifra
 * enorme, che ..."). A quotation that goes over several sentences is one passage, and so is a
 * sentence that is nothing but a quotation with the one that says whose it is. */
#ifndef RASSEGNA_CONTEXT_H
#define RASSEGNA_CONTEXT_H

#include "conllu.h"
#include "table.h"

/* openings: rows "words TAB class", of at most four words, the longest that matches counts:
 * "joins", connectives that could be left out; "hangs", what else points back; "free", what does
 * not. */
bool context_points_back(const struct table *openings, struct arena *arena,
			 const struct sentence *s);

/* How many tokens, as they are written, are the connective ("joins") at the very beginning; or 0.
 */
size_t context_connective(const struct table *openings, struct arena *arena,
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
