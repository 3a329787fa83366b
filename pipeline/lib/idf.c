#include "idf.h"

#include <math.h>

static double
number_at(const struct table *table, struct span key)
{
	struct span fields;
	long n;

	if (!table_find(table, key, &fields))
		return 0;
	n = span_number(fields);
	return n > 0 ? (double)n : 0;
}

void
idf_count(struct idf *idf)
{
	idf->documents = number_at(&idf->df, SPAN("*"));
}

double
idf_of(const struct idf *idf, struct span stem)
{
	double value = log((idf->documents + 1) / (number_at(&idf->df, stem) + 1));

	return value > 0.01 ? value : 0.01;
}

double
rarity_of(const struct table *table, struct span stem)
{
	double hundredths = number_at(table, stem);

	return (hundredths > 0 ? hundredths : number_at(table, SPAN("*"))) / 100;
}
