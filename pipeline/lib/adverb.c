#include "adverb.h"

#include <string.h>

static bool
is_day(const struct source_word *w)
{
	return span_eq(w->form, SPAN("ieri")) || span_eq(w->form, SPAN("oggi")) ||
	       span_eq(w->form, SPAN("domani"));
}

static bool
begins_object(const struct source *source, size_t i)
{
	return source_is(source, i, "DET") || source_is(source, i, "NUM") ||
	       source_is(source, i, "NOUN") || source_is(source, i, "PROPN") ||
	       source_is(source, i, "ADJ");
}

/* Where the verb that ends before i begins, with its auxiliaries, pronouns and "non". */
static size_t
verb_start(const struct source *source, size_t i)
{
	size_t start = i - 1;

	while (start > 0 &&
	       (source_is(source, start - 1, "AUX") || source_is(source, start - 1, "PRON") ||
		span_eq(source->words.v[start - 1].form, SPAN("non"))))
		start--;
	return start;
}

void
source_move_adverbs(struct source *source)
{
	for (size_t i = 1; i < source->words.n; i++) {
		struct source_word *v = source->words.v, day = v[i];
		size_t start;

		if (!is_day(&day) || !source_is(source, i - 1, "VERB") ||
		    !begins_object(source, i + 1))
			continue;
		start = verb_start(source, i);
		memmove(v + start + 1, v + start, (i - start) * sizeof(*v));
		v[start] = day;
	}
}
