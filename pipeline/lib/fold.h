/* Text for terminals: folded at blanks. */
#ifndef RASSEGNA_FOLD_H
#define RASSEGNA_FOLD_H

#include "buf.h"

enum { FOLD_WIDTH = 78 }; /* columns */

void fold_repeat(struct buf *out, char c, size_t n);

/* Words folded at FOLD_WIDTH, the first at the column where the line now is, all lines but the
 * first indented; ends the line. */
void fold_put(struct buf *out, struct span text, size_t column, size_t indent);

#endif
