/* Plain text, also as it is copied or dumped from a web page, to an article: title, date, author,
 * and blocks; what is no part of the article goes.
 *
 * A text is taken for a dump when patterns know one of its lines for boilerplate, and three lines
 * or more, a tenth of all, are known or have few words; any other text loses no more than the known
 * lines and headings at its end. In a dump, lines that no pattern knows are told by their
 * neighbours: the most likely way through the text, line by line in the article or beside it, by
 * costs for what a line looks like (closed like a sentence, long, full of function words; few words
 * and no stop) and for every change (Viterbi 1967). That is the thought of jusText's context rules
 * and of a prior for a text's first and last lines, but weighed together, so that a list inside an
 * article stays and a menu behind it goes. Then what stands behind the end goes: behind
 * "Riproduzione riservata", in a box of links or comments that opens in the last third. */
#ifndef RASSEGNA_PLAINTEXT_H
#define RASSEGNA_PLAINTEXT_H

#include "article.h"
#include "boilerplate.h"

/* UTF-8 in normal form C to an article's blocks and fields; those that it has already stay as they
 * are. The text must live as long as the article. Cost and memory are linear in it. 0; no block
 * comes out of a text that holds no article. */
int plaintext_read(struct arena *arena, struct boilerplate *boilerplate, struct span input,
		   struct article *article);

#endif
