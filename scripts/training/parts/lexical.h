/* Lexical weights: how well the words of a phrase pair translate each other, one by one.
 * Source: Koehn, Och and Marcu 2003, "Statistical phrase-based translation", HLT-NAACL, section 4.
 */
#ifndef RASSEGNA_TRAINING_LEXICAL_H
#define RASSEGNA_TRAINING_LEXICAL_H

#include "blocks.h"
#include "pair_index.h"

enum lexical_given { GIVEN_SOURCE, GIVEN_TARGET };

struct lexical {
	struct pair_index index; /* word of the source, of the target; 0 where one has no link */
	ARRAY(float) count;      /* of these pairs, weighted */
	float *count_of[2];      /* of the words of the source, of the target */
};

void lexical_open(struct lexical *l, size_t source_words, size_t target_words);
void lexical_count_links(struct lexical *l, const struct alignment *a);

/* The product over a block's words of one side of the mean probability of their links, given the
 * other side. */
float lexical_weight(const struct lexical *l, enum lexical_given given, const struct alignment *a,
		     const struct block *block);

#endif
