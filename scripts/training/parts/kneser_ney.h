/* An n-gram model of one text by interpolated modified Kneser-Ney smoothing.
 * Source: Chen and Goodman 1998, "An empirical study of smoothing techniques for language
 * modeling", TR-10-98, Harvard, section 3. Unlike them we take common discounts where the text is
 * too small to tell its own. */
#ifndef RASSEGNA_TRAINING_KNESER_NEY_H
#define RASSEGNA_TRAINING_KNESER_NEY_H

#include "backoff.h"

/* Over all n-grams of the trie, those of other texts too. count: [nodes], of no use afterwards. */
struct backoff kneser_ney(const struct trie *t, const struct corpus *c, size_t text,
			  uint32_t count[]);

#endif
