/* The order of the article: what an editor's first sentences say. The baseline that news is hard to
 * beat by (Nenkova 2005, "Automatic text summarization of newswire", AAAI). Score: 1 / place. */
#ifndef RASSEGNA_LEAD_H
#define RASSEGNA_LEAD_H

#include "rank.h"

rank_fn lead_rank;

#endif
