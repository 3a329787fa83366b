#include "age.h"

#include "inflect.h"

enum { AGE_MAX = 120 }; /* years */

/* ---- Mario Rossi, 34 anni, ...; una donna di 34 anni */

static bool
is_age(const struct place *p, size_t i)
{
	long age = i < p->source->words.n ? span_number(p->source->words.v[i].form) : 0;

	return age >= 1 && age <= AGE_MAX && source_says(p->source, i + 1, SPAN("anni"));
}

bool
age_find_beside(const struct place *p, struct construction *out)
{
	if (!is_age(p, p->at) || p->at < 2 || !source_says(p->source, p->at - 1, SPAN(",")) ||
	    !source_is(p->source, p->at - 2, "PROPN") ||
	    !(source_says(p->source, p->at + 2, SPAN(",")) || place_ends_clause(p, p->at + 2)))
		return false;
	*out = (struct construction){ .n = 2, .english = p->source->words.v[p->at].form };
	return true;
}

bool
age_find_of(const struct place *p, struct construction *out)
{
	size_t i = p->at;

	if (!source_says(p->source, i, SPAN("di")) || !is_age(p, i + 1) ||
	    source_says(p->source, i + 3, SPAN("e")))
		return false;
	while (i > 0 && source_is(p->source, i - 1, "ADJ"))
		i--;
	*out = (struct construction){
		.n = 3,
		.english =
		    arena_concat(p->arena, SPAN("aged "), p->source->words.v[p->at + 1].form),
	};
	return i > 0 && place_is_person(p, i - 1);
}

/* ---- aveva 54 anni: was 54; not "ha 40 anni di esperienza" */

bool
age_find_verb(const struct place *p, struct construction *out)
{
	const struct source_word *have = &p->source->words.v[p->at];
	struct span be;

	if (!source_is(p->source, p->at, "VERB") || have->nrows != 1 ||
	    !source_is_of(p->source, p->at, SPAN("avere")) || !is_age(p, p->at + 1) ||
	    source_is(p->source, p->at + 3, "ADP"))
		return false;
	be = arena_concat(p->arena, inflect(p->models->english, p->arena, have->row, SPAN("be")),
			  SPAN(" "));
	*out = (struct construction){
		.n = 3,
		.english = arena_concat(p->arena, be, p->source->words.v[p->at + 1].form),
	};
	return true;
}
