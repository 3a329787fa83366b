/* How rare a stem is in the news: inverse document frequency. */
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

#endif
