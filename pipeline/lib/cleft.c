#include "cleft.h"

#include "inflect.h"

enum { FAR = 12 }; /* words between what was done and who did it */

static bool
is_a(const struct place *p, size_t i)
{
	return source_says(p->source, i, SPAN("a")) || source_says(p->source, i, SPAN("ad"));
}

/* ---- a dare l'allarme è stato un passante: raising the alarm was */

static bool
is_be_before_subject(const struct place *p, size_t i)
{
	if (!(source_is(p->source, i, "AUX") || source_is(p->source, i, "VERB")) ||
	    !source_is_of(p->source, i, SPAN("essere")))
		return false;
	i += row_has(p->source->words.v[i].row, SPAN("VerbForm"), SPAN("Fin"));
	while (source_is(p->source, i, "AUX") || source_is(p->source, i, "ADV"))
		i++;
	return place_is_nominal(p, i);
}

/* The verb alone: its object follows in its own words. */
bool
cleft_find_deed(const struct place *p, struct construction *out)
{
	size_t verb = p->at + 1;
	struct span base;

	if (!is_a(p, p->at) || !(p->at == 0 || place_ends_clause(p, p->at - 1)) ||
	    !source_is(p->source, verb, "VERB") || p->source->words.v[verb].nrows != 1 ||
	    !row_has(p->source->words.v[verb].row, SPAN("VerbForm"), SPAN("Inf")) ||
	    !misc_get(p->source->words.v[verb].row->col[C_MISC], SPAN("Gloss"), &base))
		return false;
	*out = (struct construction){
		.n = 2,
		.english = english_gerund(p->models->english, p->arena, base),
	};
	for (size_t i = verb + 1;
	     i < p->source->words.n && i <= verb + FAR && !source_is(p->source, i, "PUNCT"); i++)
		if (is_be_before_subject(p, i))
			return true;
	return false;
}

/* ---- è stato il figlio a trovarlo: it was the son who */

/* Behind "è stato" and its like at i, where persons follow; else 0. */
static size_t
skip_be(const struct place *p, size_t i)
{
	size_t end = i + 1;

	if (i >= p->source->words.n || p->source->words.v[i].nrows == 0 ||
	    !source_is_of(p->source, i, SPAN("essere")) ||
	    !row_has(p->source->words.v[i].row, SPAN("Person"), SPAN("3")))
		return 0;
	if (end < p->source->words.n && source_is_of(p->source, end, SPAN("essere")))
		end++;
	return place_is_nominal(p, end) ? end : 0;
}

/* The "a" of "a trovare" behind the nouns from i on; 0 if other words come first. */
static size_t
find_deed(const struct place *p, size_t i)
{
	for (; i + 1 < p->source->words.n && !is_a(p, i); i++)
		if (!place_is_nominal(p, i) && !source_is(p->source, i, "ADJ") &&
		    !source_is(p->source, i, "NUM") && !source_is(p->source, i, "ADP") &&
		    !source_is(p->source, i, "ADV"))
			return 0;
	return i + 1 < p->source->words.n && source_is(p->source, i + 1, "VERB") &&
		       row_has(p->source->words.v[i + 1].row, SPAN("VerbForm"), SPAN("Inf"))
		   ? i
		   : 0;
}

/* With the sign for a subject, which is "it". */
bool
cleft_find_doer(const struct place *p, struct construction *out)
{
	size_t be = p->at + 1, who = skip_be(p, be);
	bool past = who == be + 2 ||
		    (who > 0 && !row_has(p->source->words.v[be].row, SPAN("Tense"), SPAN("Pres")));

	if (p->source->words.v[p->at].nrows > 0 || who == 0 || find_deed(p, who) == 0)
		return false;
	*out = (struct construction){ who - p->at, past ? SPAN("it was") : SPAN("it is"), true };
	return true;
}

/* Its "a trovare". */
bool
cleft_find_doing(const struct place *p, struct construction *out)
{
	size_t verb = p->at + 1;
	struct span base;

	if (!is_a(p, p->at) || verb >= p->source->words.n || p->source->words.v[verb].nrows != 1 ||
	    !misc_get(p->source->words.v[verb].row->col[C_MISC], SPAN("Gloss"), &base))
		return false;
	for (size_t i = 0; i < p->at; i++) {
		struct place sign = *p;

		sign.at = i;
		if (!cleft_find_doer(&sign, out) || find_deed(p, i + out->n) != p->at)
			continue;
		base = span_eq(out->english, SPAN("it was"))
			   ? english_past(p->models->english, p->arena, base)
			   : inflect(p->models->english, p->arena, p->source->words.v[i + 1].row,
				     base);
		*out = (struct construction){ 2, arena_concat(p->arena, SPAN("who "), base), true };
		return true;
	}
	return false;
}
