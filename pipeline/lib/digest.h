/* What a digest shows of a document, gathered from its comments. */
#ifndef RASSEGNA_DIGEST_H
#define RASSEGNA_DIGEST_H

#include "conllu.h"

struct digest_sentence {
	struct span id, it, en, score, rank;
};

struct digest_term {
	struct span lemma, english, count;
};

struct digest {
	struct span id, source, date, author;
	struct span title_it, title_en;
	struct span translator; /* "gloss", "via COMMAND", or empty: unknown */
	bool has_english;       /* something was translated */
	VEC(struct digest_sentence) summary;
	VEC(struct digest_term) terms;
};

void digest_gather(struct arena *arena, const struct document *doc, struct digest *digest);
bool digest_is_gloss(const struct digest *digest); /* word for word, no translation */

#endif
