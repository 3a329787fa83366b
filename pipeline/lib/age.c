#include "age.h"

#include "inflect.h"

enum { AGE_MAX = 120 }; /* years */

/* ---- Mario Rossi, 34 anni, ...; una donna di 34 anni */

static bool
is_age(const struct place *p, size_t i)
{
	long age = i < p->n ? span_number(p->words[i].form) : 0;

	return age >= 1 && age <= AGE_MAX && place_says(p, i + 1, SPAN("anni"));
}

bool
age_find_beside(const struct place *p, struct construction *out)
{
	if (!is_age(p, p->at) || p->at < 2 || !place_says(p, p->at - 1, SPAN(",")) ||
	    !place_is(p, p->at - 2, "PROPN") ||
	    !(place_says(p, p->at + 2, SPAN(",")) || place_ends_clause(p, p->at + 2)))
		return false;
	*out = (struct construction){ .n = 2, .english = p->words[p->at].form };
	return true;
}

bool
age_find_of(const struct place *p, struct construction *out)
{
	size_t i = p->at;

	if (!place_says(p, i, SPAN("di")) || !is_age(p, i + 1) || place_says(p, i + 3, SPAN("e")))
		return false;
	while (i > 0 && place_is(p, i - 1, "ADJ"))
		i--;
	*out = (struct construction){
		.n = 3,
		.english = arena_concat(p->arena, SPAN("aged "), p->words[p->at + 1].form),
	};
	return i > 0 && place_is_person(p, i - 1);
}

/* ---- aveva 54 anni: was 54; not "ha 40 anni di esperienza" */

bool
age_find_verb(const struct place *p, struct construction *out)
{
	const struct source_word *have = &p->words[p->at];
	struct span be;

	if (!place_is(p, p->at, "VERB") || have->nrows != 1 ||
	    !span_eq(have->row->col[C_LEMMA], SPAN("avere")) || !is_age(p, p->at + 1) ||
	    place_is(p, p->at + 3, "ADP"))
		return false;
	be = arena_concat(p->arena, inflect(p->models->english, p->arena, have->row, SPAN("be")),
			  SPAN(" "));
	*out = (struct construction){
		.n = 3,
		.english = arena_concat(p->arena, be, p->words[p->at + 1].form),
	};
	return true;
}
