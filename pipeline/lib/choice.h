/* Choose sentences by rank within limits, so that they read as one text.
 *
 * What is chosen are passages (context.h): a sentence, or those of a quotation that goes over
 * several. Best first, each that still fits, except one that says again what a chosen one says, and
 * one that hangs in the air: that waits until the sentence before it is chosen. What then is left
 * of the limits is filled with those that waited, each with the sentence before it if both fit. If
 * nothing fits the best sentence is chosen: a summary is never empty while there is a sentence. */
#ifndef RASSEGNA_CHOICE_H
#define RASSEGNA_CHOICE_H

#include "conllu.h"
#include "table.h"

struct limits {
	size_t sentences, words, chars; /* 0: none; characters are code points */
	double ratio; /* of the words of the sentences that may be chosen; 0: none */
};

/* How sentences that need others are told: openings as in context.h, NULL: take the ranks as they
 * are. trim: one that only needs its connective cut off (trim.h) stands on its own. */
struct choice_rules {
	const struct table *openings;
	bool trim;
};

/* by_rank[n]: index of the sentence of rank 1, 2, ...
 * chosen[] out: set for the chosen, others untouched. With trim, those chosen without the sentence
 * before them are cut in doc. */
void choice_make(const struct limits *limits, const struct choice_rules *rules, struct arena *arena,
		 struct document *doc, const size_t by_rank[], size_t n, bool chosen[]);

#endif
