#include "inflect.h"

#include <string.h>

#include "buf.h"

static bool
is_plural(const struct row *row)
{
	return row_has(row, SPAN("Number"), SPAN("Plur"));
}

static bool
is_past(const struct row *row)
{
	return row_has(row, SPAN("Tense"), SPAN("Past")) ||
	       row_has(row, SPAN("Tense"), SPAN("Imp"));
}

/* "be able" of several: "are able", "were able". */
static struct span
plural_of_be(struct arena *arena, const struct row *row, struct span base)
{
	return arena_concat(arena, is_past(row) ? SPAN("were") : SPAN("are"),
			    span_from(base, strlen("be")));
}

static struct span
finite_verb(const struct english *en, struct arena *arena, const struct row *row, struct span base)
{
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return arena_concat(arena, SPAN("will "), base);
	if (row_has(row, SPAN("Mood"), SPAN("Cnd")))
		return arena_concat(arena, SPAN("would "), base);
	if (is_plural(row) && (span_eq(base, SPAN("be")) || span_starts(base, SPAN("be "))))
		return plural_of_be(arena, row, base);
	if (is_past(row))
		return english_past(en, arena, base);
	if (row_has(row, SPAN("Number"), SPAN("Sing")) && row_has(row, SPAN("Person"), SPAN("3")))
		return english_third(arena, base);
	return base;
}

static struct span
verb(const struct english *en, struct arena *arena, const struct row *row, struct span base)
{
	if (row_has(row, SPAN("VerbForm"), SPAN("Part")))
		return english_participle(en, arena, base);
	if (row_has(row, SPAN("VerbForm"), SPAN("Ger")))
		return english_gerund(en, arena, base);
	if (row_has(row, SPAN("VerbForm"), SPAN("Fin")))
		return finite_verb(en, arena, row, base);
	return base;
}

struct span
inflect(const struct english *en, struct arena *arena, const struct row *row, struct span base)
{
	if (row_is(row, "NOUN") && is_plural(row))
		return english_plural(en, arena, base);
	if (row_is_verb(row))
		return verb(en, arena, row, base);
	return base;
}

struct span
inflect_denial(const struct row *row)
{
	if (!row_has(row, SPAN("VerbForm"), SPAN("Fin")))
		return SPAN("");
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return SPAN("will not ");
	if (row_has(row, SPAN("Mood"), SPAN("Cnd")))
		return SPAN("would not ");
	if (is_past(row))
		return SPAN("did not ");
	if (!row_has(row, SPAN("Tense"), SPAN("Pres")))
		return SPAN("");
	return row_has(row, SPAN("Person"), SPAN("3")) && row_has(row, SPAN("Number"), SPAN("Sing"))
		   ? SPAN("does not ")
		   : SPAN("do not ");
}

/* The subject of "si" is the verb's own, "ne" has no word of its own. */
static struct span
pronoun(struct span italian)
{
	static const struct {
		struct span italian, english;
	} pronouns[] = {
		{ SPAN("lo"), SPAN(" it") },   { SPAN("la"), SPAN(" it") },
		{ SPAN("li"), SPAN(" them") }, { SPAN("le"), SPAN(" them") },
		{ SPAN("gli"), SPAN(" him") }, { SPAN("glie"), SPAN(" him") },
		{ SPAN("mi"), SPAN(" me") },   { SPAN("me"), SPAN(" me") },
		{ SPAN("ti"), SPAN(" you") },  { SPAN("te"), SPAN(" you") },
		{ SPAN("ci"), SPAN(" us") },   { SPAN("ce"), SPAN(" us") },
		{ SPAN("vi"), SPAN(" you") },  { SPAN("ve"), SPAN(" you") },
	};

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(*pronouns); i++)
		if (span_eq(italian, pronouns[i].italian))
			return pronouns[i].english;
	return SPAN("");
}

struct span
inflect_enclitics(struct arena *arena, const struct row pronouns[], size_t n, struct span it)
{
	struct buf english = { .arena = arena };

	while (n-- > 0) { /* "dir glie lo": tell it him */
		struct span one = pronoun(pronouns[n].col[C_FORM]);

		buf_put(&english, span_eq(one, SPAN(" it")) ? it : one);
	}
	return buf_span(&english);
}
