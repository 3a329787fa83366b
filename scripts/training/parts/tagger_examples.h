/* What the tagger learns from: the sentences of treebanks, as it will see them. */
#ifndef RASSEGNA_TRAINING_TAGGER_EXAMPLES_H
#define RASSEGNA_TRAINING_TAGGER_EXAMPLES_H

#include "lib/tagger_features.h"

enum { TAGGER_CLASSES = 255 };

/* A sentence; gold[] is of the words without the edges. */
struct example {
	struct words words;
	uint8_t *gold;
};

struct tagger_examples {
	struct arena arena;
	VEC(struct example) list;
	size_t classes; /* numbered as they come */
	struct span class[TAGGER_CLASSES];
	struct atom tag[TAGGER_CLASSES]; /* the class as a feature */
};

/* Read FOLDER/1.conllu, 1.tsv, 2.conllu ...: parts of the treebanks and for each the lexicon that
 * has not seen it, as scripts/train-tags --splits writes them. Files that are missing or bad end
 * the program with a message. */
void tagger_examples_read(struct tagger_examples *x, const char *folder);

/* Work on the features of every word as the gold classes of those before it have them; words whose
 * form says all are left out. */
typedef void features_fn(void *self, const struct features *f);
void tagger_examples_each(struct tagger_examples *x, features_fn *work, void *self);

#endif
