#include "clause.h"

#include "adverb.h"

static size_t
skip_determiners(const struct source *source, size_t i)
{
	while (source_is(source, i, "DET") || source_is(source, i, "NUM") ||
	       source_is(source, i, "ADJ") ||
	       (source_is(source, i, "ADV") && source_is(source, i + 1, "NUM")))
		i++;
	return i;
}

static bool
is_noun(const struct source *source, size_t i)
{
	return source_is(source, i, "NOUN") || source_is(source, i, "PROPN");
}

/* "le nuove norme europee", "il ministro Rossi", "2024" */
struct nouns
clause_nouns(const struct source *source, size_t i)
{
	struct nouns nouns = { .head = skip_determiners(source, i) };

	if (is_noun(source, nouns.head))
		for (nouns.end = nouns.head + 1;
		     is_noun(source, nouns.end) || source_is(source, nouns.end, "ADJ"); nouns.end++)
			;
	else if (nouns.head > i && source_is(source, nouns.head - 1, "NUM"))
		nouns.end = nouns.head--;
	return nouns;
}

/* Behind "Ieri", "Nella notte a Milano": what may stand before verb and subject. */
size_t
clause_circumstances(const struct source *source, size_t i)
{
	for (;;) {
		size_t end = i;

		if (source_day(source, i) > 0)
			end = i + source_day(source, i);
		else if (source_is(source, i, "ADV") && !source_says(source, i, SPAN("non")))
			end = i + 1;
		else if (source_is(source, i, "ADP") && source_day(source, i + 1) > 0)
			end = i + 1 + source_day(source, i + 1); /* "di ieri" */
		else if (source_is(source, i, "ADP"))
			end = clause_nouns(source, i + 1).end;
		if (end <= i)
			return i;
		i = end;
		if (source_says(source, i, SPAN(",")))
			i++;
	}
}
