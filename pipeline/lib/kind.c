#include "kind.h"

bool
is_of_kind(const struct table *kinds, const struct source_word *w, struct span kind)
{
	struct span lemma = w->row->col[C_LEMMA], found;

	if (!table_find(kinds, lemma, &found))
		return false;
	do
		if (span_eq(found, kind))
			return true;
	while (table_again(kinds, lemma, &found));
	return false;
}
