#include "adverb.h"

size_t
source_day(const struct source *source, size_t i)
{
	static const struct span days[] = { SPAN("ieri"), SPAN("oggi"), SPAN("domani") };
	static const struct span parts[] = { SPAN("mattina"), SPAN("mattino"), SPAN("pomeriggio"),
					     SPAN("sera"), SPAN("notte") };
	const struct source_word *w = source->words.v + i;

	if (i >= source->words.n || !SPAN_AMONG(w->form, days))
		return 0;
	return 1 + (i + 1 < source->words.n && SPAN_AMONG(w[1].form, parts));
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
		size_t n = source_day(source, i);

		if (n > 0 && source_is(source, i - 1, "VERB") && begins_object(source, i + n))
			source_swap(source, verb_start(source, i), i, i + n);
	}
}
