/* The sentences of a document as bags of terms: what the ranking methods work on.
 *
 * A term is a stem, or a number as it is written. A sentence may be chosen if it is whole: in a
 * paragraph, quotation or list, not in capitals, closed by a stop and with a verb, or long. Titles,
 * headings, captions, datelines, fragments and the writer's questions may not, nor what the
 * standfirst has without a finite verb ("Annullata la gara"): it is another headline. Where nothing
 * else is, all but titles may.
 */
#ifndef RASSEGNA_BAGS_H
#define RASSEGNA_BAGS_H

#include "conllu.h"
#include "idf.h"
#include "map.h"
#include "rank.h"

struct bags {
	struct rank_input in; /* of the sentences that may be chosen */
	size_t *sentence;     /* [in.n] their index in the document */
	struct span *terms;   /* [in.nterms] as text */
	double *idf, *weight; /* those of in, to be changed */
	struct rank_item *items;
	struct map numbers; /* of the terms, plus 1 */
};

/* The factor of an item is 1 + 10 e^-i for place i among those that may be chosen: news says the
 * most important thing first. Tuned on development data: anything from 6 to 20 is as good. */
void bags_make(const struct idf *idf, struct arena *arena, const struct document *doc,
	       struct bags *bags);

/* What the article says of itself before its text, "# meta::standfirst"; empty if it has none. */
struct span bags_standfirst(const struct document *doc);

/* As if so many sentences more had this term: another text that sums the document up has it. */
void bags_count(struct bags *bags, struct span term, double sentences);

/* A question: sentences with this term count for more, by the factor; their place no longer counts.
 */
void bags_ask(struct bags *bags, struct span term, double factor);

#endif
