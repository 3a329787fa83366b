/* What a digest shows of a document, gathered from its comments. */
#ifndef RASSEGNA_DIGEST_H
#define RASSEGNA_DIGEST_H

#include "conllu.h"

struct digest_sentence {
	struct span id, it, en, score, rank;
	struct span trimmed;      /* a connective that select cut off; or empty */
	struct span untranslated; /* Italian words in the English, parted by blanks; or empty */
};

struct digest_sentences {
	struct digest_sentence *v;
	size_t n, cap;
};

struct digest_term {
	struct span lemma, english, count;
	struct span sentence; /* by digest_quote; or empty */
	struct span sent_id;  /* the one it first stands in */
};

struct digest {
	struct span id, source, date, author;
	struct span title_it, title_en; /* whole, of one sentence or more */
	struct span translator;         /* "rassegna", "via COMMAND", or empty: unknown */
	bool has_english;               /* something was translated */
	struct digest_sentences title, summary;
	VEC(struct digest_term) terms;
};

void digest_gather(struct arena *arena, const struct document *doc, struct digest *digest);

/* Give every term the first sentence in which it stands, as a whole and not inside a longer term:
 * by its words' forms or lemmas, as glossary_find has it. None where that sentence was not chosen.
 */
void digest_quote(struct arena *arena, const struct document *doc, struct digest *digest);

#endif
