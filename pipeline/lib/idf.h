/* How rare a stem is: in the news, by inverse document frequency, and in Italian at large. */
#ifndef RASSEGNA_IDF_H
#define RASSEGNA_IDF_H

#include "table.h"

struct idf {
	struct table df; /* rows "stem TAB documents that have it"; "*" has their number */
	double documents;
};

void idf_count(struct idf *idf); /* read the number of documents from the table */

/* ln((N + 1) / (df + 1)), at least 0.01; natural logarithm, no unit. */
double idf_of(const struct idf *idf, struct span stem);

enum { RARITY_LEAST = 6 }; /* about that of "mode" */

/* How rare a stem is in Italian at large: the mean over several genres of -ln of its share of
 * their words, so that a word of one genre alone counts as rare; 13 is a word not seen. table:
 * rows "stem TAB 100 times that"; "*" is for the stems that have no row. */
double rarity_of(const struct table *table, struct span stem);

#endif
