/* Where English has its adverbs: "ha firmato ieri un accordo" is read "ieri ha firmato un accordo",
 * since nothing stands between an English verb and its object. */
#ifndef RASSEGNA_ADVERB_H
#define RASSEGNA_ADVERB_H

#include "source.h"

/* The words of a day that begins at i: "ieri", "ieri mattina"; 0 if none does. */
size_t source_day(const struct source *source, size_t i);

/* Days behind a verb go before it where an object follows. */
void source_move_adverbs(struct source *source);

#endif
