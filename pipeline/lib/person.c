#include "person.h"

#include "kind.h"
#include "lexicon.h"
#include "utf8.h"

enum { SURE = 3 }; /* sentences that have a translated name of several words */

static bool
is_name(const struct source *source, size_t i)
{
	return source_is(source, i, "PROPN");
}

/* English has its own names for them: "papa Giovanni", "San Paolo", "re Carlo". */
static bool
is_behind_title(struct arena *arena, const struct source *source, size_t i)
{
	static const struct span titles[] = {
		SPAN("papa"),     SPAN("san"),     SPAN("santo"),      SPAN("santa"),
		SPAN("sant'"),    SPAN("re"),      SPAN("regina"),     SPAN("principe"),
		SPAN("apostolo"), SPAN("profeta"), SPAN("imperatore"), SPAN("principessa"),
	};

	return i > 0 && SPAN_AMONG(utf8_lower(arena, source->words.v[i - 1].written), titles);
}

static bool
is_whole_name(const struct source *source, const struct candidate *x)
{
	for (unsigned i = x->from; i < x->to; i++)
		if (!is_name(source, i))
			return false;
	return x->to > x->from + 1 && x->seen >= SURE;
}

static bool
says(const struct candidate *x, struct span word)
{
	for (size_t i = 0; i < x->n; i++)
		if (span_eq(x->words[i], word))
			return true;
	return false;
}

/* Of the candidates of a span, those that say the name. */
static void
keep_those(const struct source *source, struct candidate_list *l, struct span name)
{
	size_t kept = 0;

	for (size_t k = 0; k < l->list.n; k++)
		if (says(l->list.v[k], name) || is_whole_name(source, l->list.v[k]))
			l->list.v[kept++] = l->list.v[k];
	l->list.n = kept;
}

static void
keep_name(struct candidates *c, const struct source *source, unsigned i)
{
	unsigned first = i + 1 < CANDIDATE_LONGEST ? 0 : i + 1 - CANDIDATE_LONGEST;
	struct span name = source->words.v[i].written;

	for (unsigned from = first; from <= i; from++)
		for (unsigned to = i + 1; to <= c->n && to - from <= CANDIDATE_LONGEST; to++)
			keep_those(source, candidates_of(c, from, to), name);
	if (candidates_of(c, i, i + 1)->list.n == 0)
		candidate_add_copy(c, i, name);
}

static bool
is_capital(const struct source *source, size_t i)
{
	return i < source->words.n && source->words.v[i].nrows == 1 &&
	       utf8_is_capital(source->words.v[i].written);
}

/* "Massimo Manzini", whatever the tagger takes "Massimo" for at the start of a sentence. Names that
 * the lexicon translates, Ginevra and Cesare, are people's only so. */
static bool
begins_person(const struct table *lexicon, const struct table *kinds, const struct source *source,
	      size_t i)
{
	bool full = is_capital(source, i) && is_capital(source, i + 1);
	struct span name = source->words.v[i].written, kind;

	if (lexicon_is_given_name(lexicon, name))
		return full || is_name(source, i);
	return full && table_find(kinds, name, &kind) && span_eq(kind, GIVEN);
}

/* The word before is of a person's name: so is this one. */
static bool
goes_on(const struct source *source, size_t i)
{
	struct span part;

	if (!is_name(source, i))
		return source_is(source, i, "NOUN") && is_capital(source, i);
	if (!is_name(source, i - 1)) /* the tagger saw no name begin there */
		return true;
	return misc_get(source->words.v[i].row->col[C_MISC], SPAN("Name"), &part) &&
	       span_eq(part, SPAN("Inside"));
}

void
keep_people(const struct table *lexicon, const struct table *kinds, struct candidates *c,
	    const struct source *source)
{
	bool before = false;

	for (unsigned i = 0; i < c->n; i++) {
		before =
		    !is_behind_title(c->arena, source, i) &&
		    ((before && goes_on(source, i)) || begins_person(lexicon, kinds, source, i));
		if (before)
			keep_name(c, source, i);
	}
}
