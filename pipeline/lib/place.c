#include "place.h"

#include "kind.h"
#include "lexicon.h"
#include "utf8.h"

bool
place_says(const struct place *p, size_t i, struct span form)
{
	return i < p->n && span_eq(p->words[i].form, form);
}

bool
place_is(const struct place *p, size_t i, const char *upos)
{
	return i < p->n && row_is(p->words[i].row, upos);
}

bool
place_is_nominal(const struct place *p, size_t i)
{
	return place_is(p, i, "DET") || place_is(p, i, "NOUN") || place_is(p, i, "PROPN");
}

bool
place_ends_clause(const struct place *p, size_t i)
{
	return place_says(p, i, SPAN(".")) || place_says(p, i, SPAN(";")) ||
	       place_says(p, i, SPAN(":"));
}

/* One of a people: "un tunisino", which the lexicon gives a capital. */
static bool
is_of_people(const struct place *p, size_t i)
{
	const struct row *row = p->words[i].row;

	return p->models->lexicon != NULL && !utf8_is_capital(row->col[C_LEMMA]) &&
	       utf8_is_capital(lexicon_first(lexicon_find(p->models->lexicon, p->arena,
							  row->col[C_LEMMA], row->col[C_UPOS])));
}

bool
place_is_person(const struct place *p, size_t i)
{
	return place_is(p, i, "NOUN") &&
	       (is_of_kind(p->models->kinds, &p->words[i], PERSON) ||
		is_of_kind(p->models->kinds, &p->words[i], EITHER) || is_of_people(p, i));
}
