/* The words of texts, numbered as they come and counted; then by an order of the caller's. */
#ifndef RASSEGNA_TRAINING_VOCABULARY_H
#define RASSEGNA_TRAINING_VOCABULARY_H

#include <stdint.h>

#include "lib/map.h"

struct word {
	struct span text;
	uint32_t count;
	uint32_t was; /* its number before vocabulary_sort */
};

struct vocabulary {
	struct arena arena;
	struct map numbers; /* of words; marks that a text has too may be there as other words */
	struct word *v;     /* by number; the first ones are marks, which no text has */
	size_t n, cap;
};

/* With so many marks, at least one: 0 is no word. Their texts are empty. */
void vocabulary_open(struct vocabulary *words, size_t marks);
void vocabulary_close(struct vocabulary *words);

/* The number of a word, a new one if it is new; it is counted. */
uint32_t vocabulary_count(struct vocabulary *words, struct span text);

/* Sort the words behind the marks. Gives the new number of each old one, [n], to be freed; the
 * caller may change them, and hands them on to vocabulary_renumber. */
typedef int word_order(const void *a, const void *b); /* struct word, as for qsort */
uint32_t *vocabulary_sort(struct vocabulary *words, size_t marks, word_order *order);
void vocabulary_renumber(struct vocabulary *words, const uint32_t number[]);
word_order vocabulary_by_count; /* the frequent ones first, then by bytes */

#endif
