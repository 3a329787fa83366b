/* A parallel text with the links between its words, the weight and the kind of each sentence pair.
 */
#ifndef RASSEGNA_TRAINING_ALIGNED_TEXT_H
#define RASSEGNA_TRAINING_ALIGNED_TEXT_H

#include "side.h"

extern const char text_kinds[]; /* letters: p(rose), t(alk), m(anuals), d(ictionary) */

enum { FAR = 255 }; /* the place of a word in a link that is this far in a sentence, or farther */

struct aligned_text {
	struct side source, target;
	ARRAY(uint8_t) link;      /* i, j, i, j, ... of all sentences */
	ARRAY(size_t) link_start; /* [sentences + 1] */
	ARRAY(float) weight;      /* how often a sentence pair counts */
	ARRAY(uint8_t) kind;      /* place in text_kinds */
};

/* Read four files that go line by line: source and target, tokens parted by blanks; links, "i-j i-j
 * ...": word i of the source, word j of the target, from 0; "2.5 p", weight and kind. Files that
 * are no such ones end the program with a message. */
void aligned_text_read(struct aligned_text *text, char *const paths[4]);

#endif
