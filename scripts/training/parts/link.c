#include "link.h"

bool
link_parse(struct span text, long *i, long *j)
{
	struct span before;

	if (!span_cut(&text, '-', &before) || text.s == NULL)
		return false;
	*i = span_number(before);
	*j = span_number(text);
	return *i >= 0 && *j >= 0;
}
