/* What the rules of quantity.h share: one place in a sentence, the words from there on as the table
 * knows them, and the renderings found. Of no use to others. */
#ifndef RASSEGNA_READER_H
#define RASSEGNA_READER_H

#include "quantity.h"

enum { READER_AHEAD = 24 }; /* keys remembered; the longest expression is shorter */

struct reader {
	struct quantities *q;
	struct arena *arena;
	const struct span *words;
	size_t n, at;
	struct span key[READER_AHEAD]; /* of words[at + i]; s is NULL where it was not asked for */
	bool prefixed; /* an article or preposition has been read: alle, il, negli */
	struct quantity *out;
	size_t found, max;
};

struct core { /* what a rule has read: n words, 0 where it does not hold */
	size_t n;
	struct span english;
	bool sure;
};

/* The key of word i, empty behind the sentence; of len words, parted by blanks; is it this? */
struct span reader_key(struct reader *r, size_t i);
struct span reader_keys(struct reader *r, size_t i, size_t len);
bool reader_is(struct reader *r, size_t i, struct span word);
bool reader_has_figure(const struct reader *r, size_t i); /* it begins with one */

/* The fields of the table's row of this key and class, left alone if there is none. */
bool reader_row(const struct reader *r, struct span key, struct span class, struct span *fields);
bool reader_has_row(const struct reader *r, struct span key, struct span class);
struct span reader_field(struct span *fields); /* cut off the first one; empty at the end */

/* "a b"; b alone where a is empty or "-". */
struct span reader_join(struct reader *r, struct span a, struct span b);

/* One more rendering of n words from here; not twice, nor beyond max. */
void reader_offer(struct reader *r, size_t n, bool sure, struct span english);

#endif
