#include "alignment.h"

#include <err.h>
#include <string.h>

void
linked_widen(struct linked *range, uint8_t at)
{
	if (range->first == NO_WORD || at < range->first)
		range->first = at;
	if (range->last == NO_WORD || at > range->last)
		range->last = at;
}

static void
take_links(struct alignment *a)
{
	memset(a->of_source, NO_WORD, sizeof(a->of_source));
	memset(a->of_target, NO_WORD, sizeof(a->of_target));
	for (size_t k = 0; k < a->links; k++) {
		uint8_t i = a->link[2 * k], j = a->link[2 * k + 1];

		if (i >= a->n || j >= a->m)
			errx(EX_DATA, "sentence %zu: link %u-%u is outside", a->number + 1, i, j);
		linked_widen(&a->of_target[j], i);
		linked_widen(&a->of_source[i], j);
	}
}

bool
alignment_take(struct alignment *a, const struct aligned_text *text, size_t number)
{
	size_t start = text->link_start.v[number];

	a->number = number;
	a->n = side_length(&text->source, number);
	a->m = side_length(&text->target, number);
	a->source = side_sentence(&text->source, number);
	a->target = side_sentence(&text->target, number);
	a->link = text->link.v + start;
	a->links = (text->link_start.v[number + 1] - start) / 2;
	a->weight = text->weight.v[number];
	if (a->n > MAX_LENGTH || a->m > MAX_LENGTH || a->weight <= 0)
		return false;
	take_links(a);
	return true;
}
