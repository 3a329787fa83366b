#include "inflect.h"

#include "buf.h"

static struct span
finite_verb(const struct english *en, struct arena *arena, const struct row *row, struct span base)
{
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return arena_concat(arena, SPAN("will "), base);
	if (row_has(row, SPAN("Mood"), SPAN("Cnd")))
		return arena_concat(arena, SPAN("would "), base);
	if (row_has(row, SPAN("Tense"), SPAN("Past")) || row_has(row, SPAN("Tense"), SPAN("Imp")))
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
	if (row_is(row, "NOUN") && row_has(row, SPAN("Number"), SPAN("Plur")))
		return english_plural(en, arena, base);
	if (row_is(row, "VERB") || row_is(row, "AUX"))
		return verb(en, arena, row, base);
	return base;
}

/* Longer ones first; the subject of "si" is the verb's own. */
static const struct {
	struct span italian, english;
} enclitics[] = {
	{ SPAN("glielo"), SPAN("it him") },
	{ SPAN("gliela"), SPAN("it him") },
	{ SPAN("glieli"), SPAN("them him") },
	{ SPAN("gliele"), SPAN("them him") },
	{ SPAN("gliene"), SPAN("of it") },
	{ SPAN("sene"), SPAN("") },
	{ SPAN("cene"), SPAN("us") },
	{ SPAN("selo"), SPAN("it") },
	{ SPAN("sela"), SPAN("it") },
	{ SPAN("gli"), SPAN("him") },
	{ SPAN("lo"), SPAN("it") },
	{ SPAN("la"), SPAN("it") },
	{ SPAN("li"), SPAN("them") },
	{ SPAN("le"), SPAN("them") },
	{ SPAN("mi"), SPAN("me") },
	{ SPAN("ti"), SPAN("you") },
	{ SPAN("ci"), SPAN("us") },
	{ SPAN("vi"), SPAN("you") },
	{ SPAN("ne"), SPAN("") },
	{ SPAN("si"), SPAN("") },
};

/* What is left when the pronoun is gone must be the verb form: vender-lo, vendendo-lo, visto-lo.
 * But "aperti", "arrestati" are participles without one. */
static bool
is_host(const struct row *row, struct span stem, struct span pronoun)
{
	if (row_has(row, SPAN("VerbForm"), SPAN("Part")))
		return !span_eq(pronoun, SPAN("ti")) &&
		       (span_ends(stem, SPAN("to")) || span_ends(stem, SPAN("ta")) ||
			span_ends(stem, SPAN("ti")) || span_ends(stem, SPAN("te")));
	return span_ends(stem, SPAN("ar")) || span_ends(stem, SPAN("er")) ||
	       span_ends(stem, SPAN("ir")) || span_ends(stem, SPAN("ur")) ||
	       span_ends(stem, SPAN("or")) || span_ends(stem, SPAN("ndo"));
}

struct span
inflect_enclitics(const struct row *row)
{
	struct span form = row->col[C_FORM];

	if (!row_is(row, "VERB") || row_has(row, SPAN("VerbForm"), SPAN("Fin")))
		return SPAN("");
	for (size_t i = 0; i < sizeof(enclitics) / sizeof(*enclitics); i++) {
		struct span pronoun = enclitics[i].italian;

		if (span_ends(form, pronoun) &&
		    is_host(row, (struct span){ form.s, form.n - pronoun.n }, pronoun))
			return enclitics[i].english;
	}
	return SPAN("");
}
