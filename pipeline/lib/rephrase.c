#include "rephrase.h"

#include <string.h>

#include "kind.h"
#include "neutral.h"

static const struct {
	struct span be, have;
} auxiliaries[] = {
	{ SPAN("è"), SPAN("ha") },
	{ SPAN("sono"), SPAN("hanno") },
	{ SPAN("era"), SPAN("aveva") },
	{ SPAN("erano"), SPAN("avevano") },
	{ SPAN("sia"), SPAN("abbia") },
	{ SPAN("siano"), SPAN("abbiano") },
	{ SPAN("fosse"), SPAN("avesse") },
	{ SPAN("fossero"), SPAN("avessero") },
	{ SPAN("sarà"), SPAN("avrà") },
	{ SPAN("saranno"), SPAN("avranno") },
	{ SPAN("sarebbe"), SPAN("avrebbe") },
	{ SPAN("sarebbero"), SPAN("avrebbero") },
};

static struct span
have_for(struct span be)
{
	for (size_t i = 0; i < sizeof(auxiliaries) / sizeof(*auxiliaries); i++)
		if (span_eq(be, auxiliaries[i].be))
			return auxiliaries[i].have;
	return SPAN("");
}

static bool
is_participle(const struct source_word *w)
{
	return w->nrows == 1 && row_is(w->row, "VERB") && w->form.n > 1 &&
	       strchr("oaie", w->form.s[w->form.n - 1]) != NULL &&
	       row_has(w->row, SPAN("VerbForm"), SPAN("Part"));
}

static bool
is_si(struct span form)
{
	return span_eq(form, SPAN("si")) || span_eq(form, SPAN("s'"));
}

/* "si oppone", "opporsi" */
static bool
is_pronominal(const struct source *source, size_t i)
{
	const struct source_word *w = &source->words.v[i];

	return row_is(w->row, "VERB") &&
	       (w->nrows == 1 ? i > 0 && is_si(w[-1].form)
			      : w->nrows == 2 && span_eq(w->row[1].col[C_LEMMA], SPAN("si")));
}

/* The participle of "si è", "si è subito", at i; 0 if there is none. */
static size_t
participle_of(const struct source *source, size_t i)
{
	const struct source_word *w = source->words.v;
	size_t participle = i + 2;

	if (i + 2 >= source->words.n || !is_si(w[i].form) || have_for(w[i + 1].form).n == 0)
		return 0;
	if (participle + 1 < source->words.n && row_is(w[participle].row, "ADV"))
		participle++;
	return is_participle(&w[participle]) ? participle : 0;
}

/* "si sono opposte" as the table has it, "si è opposto" or "si sono opposto". Words between the two
 * stay between them. */
static bool
find_known(struct arena *arena, const struct table *phrases, struct source_word *be,
	   const struct source_word *participle)
{
	static const struct span before[] = { SPAN("si è "), SPAN("si sono ") };
	struct span form = neutral_form(arena, participle);

	for (int plural = 0; plural < 2; plural++)
		if (table_has(phrases, arena_concat(arena, before[plural], form))) {
			be->form = plural ? SPAN("sono") : SPAN("è");
			return true;
		}
	return false;
}

/* The pronoun goes into the auxiliary at i + 1. */
static void
merge(struct arena *arena, struct source *source, size_t i)
{
	struct source_word *w = source->words.v + i;

	w[1].form = have_for(w[1].form);
	w[1].written =
	    arena_concat(arena, arena_concat(arena, w[0].written, SPAN(" ")), w[1].written);
	memmove(w, w + 1, (source->words.n - i - 1) * sizeof(*w));
	source->words.n--;
}

static void
rephrase_verb(struct arena *arena, const struct table *phrases, struct source *source, size_t i,
	      size_t participle)
{
	struct source_word *w = source->words.v;
	bool present = span_eq(w[i + 1].form, SPAN("è")) || span_eq(w[i + 1].form, SPAN("sono"));

	if (present && participle == i + 2 &&
	    find_known(arena, phrases, &w[i + 1], &w[participle])) {
		w[i].whole = 3;
		return;
	}
	w[participle].pronominal = true;
	merge(arena, source, i);
}

/* The participle of "è", "è già" at i, of a verb that has no passive; 0 if there is none. */
static size_t
intransitive_participle(const struct table *kinds, const struct source *source, size_t i)
{
	const struct source_word *w = source->words.v;
	size_t participle = i + 1;

	if (have_for(w[i].form).n == 0 || w[i].nrows != 1 ||
	    !row_has(w[i].row, SPAN("Person"), SPAN("3")) || (i > 0 && is_si(w[i - 1].form)))
		return 0;
	while (source_is(source, participle, "ADV"))
		participle++;
	return participle < source->words.n && is_participle(&w[participle]) &&
		       is_of_kind(kinds, &w[participle], ESSERE)
		   ? participle
		   : 0;
}

/* Does the table have "sono arrivate"? */
static bool
is_met(struct arena *arena, const struct table *phrases, const struct source_word *be,
       const struct source_word *participle)
{
	struct span both = arena_concat(arena, be->form, SPAN(" "));

	return table_has(phrases, arena_concat(arena, both, neutral_form(arena, participle)));
}

/* "è precipitato" is read "ha precipitato": "crashed". */
static void
rephrase_intransitive(struct arena *arena, const struct table *phrases, struct source *source,
		      size_t i, size_t participle)
{
	struct source_word *w = source->words.v;

	if (participle == i + 1 && is_met(arena, phrases, &w[i], &w[participle])) {
		w[i].whole = 2;
		return;
	}
	w[i].form = have_for(w[i].form);
}

void
rephrase(struct arena *arena, const struct table *phrases, const struct table *kinds,
	 struct source *source)
{
	for (size_t i = 0; i < source->words.n; i++) {
		size_t participle = participle_of(source, i);

		source->words.v[i].pronominal |= is_pronominal(source, i);
		if (participle > 0)
			rephrase_verb(arena, phrases, source, i, participle);
		else if ((participle = intransitive_participle(kinds, source, i)) > 0)
			rephrase_intransitive(arena, phrases, source, i, participle);
	}
}
