#include "pronoun.h"

static bool
is_object(const struct source_word *w)
{
	static const struct span forms[] = {
		SPAN("lo"),     SPAN("la"),     SPAN("l'"),     SPAN("li"),     SPAN("le"),
		SPAN("gli"),    SPAN("mi"),     SPAN("ti"),     SPAN("ci"),     SPAN("vi"),
		SPAN("m'"),     SPAN("t'"),     SPAN("me"),     SPAN("te"),     SPAN("ce"),
		SPAN("ve"),     SPAN("glielo"), SPAN("gliela"), SPAN("gliel'"), SPAN("glieli"),
		SPAN("gliele"),
	};

	return w->nrows == 1 && row_is(w->row, "PRON") && SPAN_AMONG(w->form, forms);
}

/* "Mi piace": who it is that likes is the subject in English. */
static bool
is_impersonal(const struct source *source, size_t verb)
{
	static const struct span lemmas[] = { SPAN("bastare"),    SPAN("capitare"),
					      SPAN("dispiacere"), SPAN("interessare"),
					      SPAN("mancare"),    SPAN("parere"),
					      SPAN("piacere"),    SPAN("sembrare"),
					      SPAN("succedere") };

	return SPAN_AMONG(source->words.v[verb].row->col[C_LEMMA], lemmas);
}

static bool
is_verb(const struct source *source, size_t i)
{
	return (source_is(source, i, "VERB") || source_is(source, i, "AUX")) &&
	       source->words.v[i].nrows == 1;
}

/* "Mi alzo", "ci siamo visti": the object is the subject. */
static bool
is_reflexive(const struct source *source, size_t i, size_t verb)
{
	return source_has(source, verb, SPAN("VerbForm"), SPAN("Fin")) &&
	       !source_has(source, i, SPAN("Person"), SPAN("3")) &&
	       source_agree(source, i, verb, SPAN("Person")) &&
	       source_agree(source, i, verb, SPAN("Number")) &&
	       source_has(source, verb, SPAN("Person"), SPAN("1")) +
		       source_has(source, verb, SPAN("Person"), SPAN("2")) >
		   0;
}

/* "lo fa cadere", "lo vuole vedere" */
static bool
takes_infinitive(const struct source *source, size_t i)
{
	static const struct span lemmas[] = { SPAN("fare"),   SPAN("lasciare"), SPAN("potere"),
					      SPAN("dovere"), SPAN("volere"),   SPAN("sapere"),
					      SPAN("vedere"), SPAN("sentire") };

	return SPAN_AMONG(source->words.v[i].row->col[C_LEMMA], lemmas) &&
	       source_has(source, i + 1, SPAN("VerbForm"), SPAN("Inf"));
}

/* Behind the verb that begins at i with its auxiliaries. */
static size_t
verb_end(const struct source *source, size_t i)
{
	size_t end = i + 1, next = end;

	while (next < source->words.n &&
	       (source_is(source, next, "ADV") || is_verb(source, next))) {
		bool goes_on = source_has(source, next, SPAN("VerbForm"), SPAN("Part")) ||
			       (source_has(source, next, SPAN("VerbForm"), SPAN("Inf")) &&
				takes_infinitive(source, next - 1));

		if (is_verb(source, next) && !goes_on)
			break;
		if (is_verb(source, next))
			end = next + 1;
		next++;
	}
	return end;
}

size_t
pronoun_place(const struct source *source, size_t i)
{
	size_t verb = i + 1, end;

	if (!is_object(&source->words.v[i]))
		return 0;
	while (verb < source->words.n && is_object(&source->words.v[verb]))
		verb++;
	if (!is_verb(source, verb) || is_reflexive(source, i, verb) ||
	    source_has(source, verb, SPAN("VerbForm"), SPAN("Part")))
		return 0;
	if ((source_says(source, i, SPAN("ci")) || source_says(source, i, SPAN("vi"))) &&
	    source_is_of(source, verb, SPAN("essere")))
		return 0;
	end = verb_end(source, verb);
	return is_impersonal(source, end - 1) ? 0 : end;
}

struct span
pronoun_sign(struct arena *arena, const struct source *source, size_t i)
{
	struct span form = source->words.v[i].form;
	size_t end = pronoun_place(source, i);

	if (span_eq(form, SPAN("l'")))
		form = end > 0 && source_has(source, end - 1, SPAN("Gender"), SPAN("Fem"))
			   ? SPAN("la")
			   : SPAN("lo");
	return arena_concat(arena, arena_concat(arena, SPAN("<"), form), SPAN(">"));
}

static size_t
count_objects(const struct source *source, size_t i)
{
	size_t n = 0;

	while (i + n < source->words.n && is_object(&source->words.v[i + n]))
		n++;
	return n;
}

static bool
is_fixed(const struct fixed_list *fixed, size_t i)
{
	for (size_t k = 0; k < fixed->n; k++)
		if (fixed->v[k].from <= i && i < fixed->v[k].to)
			return true;
	return false;
}

/* Behind what is fixed and goes on behind the verb: "trarre in arresto". */
static size_t
skip_fixed(const struct fixed_list *fixed, size_t end)
{
	for (size_t k = 0; k < fixed->n; k++)
		if (fixed->v[k].sure && fixed->v[k].from < end && end < fixed->v[k].to)
			return fixed->v[k].to;
	return end;
}

void
move_pronouns(struct arena *arena, struct source *source, struct fixed_list *fixed)
{
	for (size_t i = 0; i < source->words.n; i++) {
		size_t end = pronoun_place(source, i), n = count_objects(source, i);

		if (end == 0 || is_fixed(fixed, i))
			continue;
		for (size_t k = n; k-- > 0;) /* each asks for the verb behind it */
			source->words.v[i + k].sign = pronoun_sign(arena, source, i + k);
		end = skip_fixed(fixed, end);
		fixed_swap(source, fixed, (unsigned)i, (unsigned)(i + n), (unsigned)end);
		i = end - 1;
	}
}
