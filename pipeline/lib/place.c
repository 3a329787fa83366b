#include "place.h"

#include "kind.h"
#include "lexicon.h"
#include "utf8.h"

bool
place_is_nominal(const struct place *p, size_t i)
{
	return source_is(p->source, i, "DET") || source_is(p->source, i, "NOUN") ||
	       source_is(p->source, i, "PROPN");
}

bool
place_ends_clause(const struct place *p, size_t i)
{
	return source_says(p->source, i, SPAN(".")) || source_says(p->source, i, SPAN(";")) ||
	       source_says(p->source, i, SPAN(":"));
}

/* One of a people: "un tunisino", which the lexicon gives a capital. */
static bool
is_of_people(const struct place *p, size_t i)
{
	const struct row *row = p->source->words.v[i].row;

	return p->models->lexicon != NULL && !utf8_is_capital(row->col[C_LEMMA]) &&
	       utf8_is_capital(lexicon_first(lexicon_find(p->models->lexicon, p->arena,
							  row->col[C_LEMMA], row->col[C_UPOS])));
}

bool
place_is_person(const struct place *p, size_t i)
{
	return source_is(p->source, i, "NOUN") &&
	       (is_of_kind(p->models->kinds, &p->source->words.v[i], PERSON) ||
		is_of_kind(p->models->kinds, &p->source->words.v[i], EITHER) || is_of_people(p, i));
}
