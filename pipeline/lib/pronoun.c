#include "pronoun.h"

#include "kind.h"

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

static bool
is_verb(const struct source *source, size_t i)
{
	return i < source->words.n && row_is_verb(source->words.v[i].row) &&
	       source->words.v[i].nrows == 1;
}

/* "Mi alzo", "ci siamo visti": the object is the subject. */
static bool
is_reflexive(const struct source *source, size_t i, size_t verb)
{
	bool participant = source_has(source, verb, SPAN("Person"), SPAN("1")) ||
			   source_has(source, verb, SPAN("Person"), SPAN("2"));

	return participant && source_has(source, verb, SPAN("VerbForm"), SPAN("Fin")) &&
	       !source_has(source, i, SPAN("Person"), SPAN("3")) &&
	       source_agree(source, i, verb, SPAN("Person")) &&
	       source_agree(source, i, verb, SPAN("Number"));
}

/* Behind the verb that begins at i with its auxiliaries. */
static size_t
verb_end(const struct table *kinds, const struct source *source, size_t i)
{
	size_t end = i + 1, next = end;

	while (next < source->words.n &&
	       (source_is(source, next, "ADV") || is_verb(source, next))) {
		bool goes_on = source_has(source, next, SPAN("VerbForm"), SPAN("Part")) ||
			       (source_has(source, next, SPAN("VerbForm"), SPAN("Inf")) &&
				is_of_kind(kinds, &source->words.v[next - 1], INFINITIVE));

		if (is_verb(source, next) && !goes_on)
			break;
		if (is_verb(source, next))
			end = next + 1;
		next++;
	}
	return end;
}

/* Behind the verb of the object pronoun at i; 0 if none is there. "Ci sono", "mi sono alzato" have
 * none, nor has "mi piace", since who likes is the subject in English. */
static size_t
place(const struct table *kinds, const struct source *source, size_t i)
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
	end = verb_end(kinds, source, verb);
	return is_of_kind(kinds, &source->words.v[end - 1], PLEASES) ? 0 : end;
}

/* "<lo>"; of "l'hanno vista" "<la>". end: behind the verb */
static struct span
sign(struct arena *arena, const struct source *source, size_t i, size_t end)
{
	struct span form = source->words.v[i].form;

	if (span_eq(form, SPAN("l'")))
		form = source_has(source, end - 1, SPAN("Gender"), SPAN("Fem")) ? SPAN("la")
										: SPAN("lo");
	return arena_concat(arena, arena_concat(arena, SPAN("<"), form), SPAN(">"));
}

/* "lo hanno arrestato": whom they arrest is somebody. */
static enum referent
object_referent(const struct table *kinds, const struct source *source, struct span sign,
		size_t end)
{
	if (!is_of_kind(kinds, &source->words.v[end - 1], WHOM))
		return REFERENT_UNKNOWN;
	if (span_eq(sign, SPAN("<lo>")))
		return REFERENT_HE;
	return span_eq(sign, SPAN("<la>")) ? REFERENT_SHE : REFERENT_UNKNOWN;
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
move_pronouns(struct arena *arena, const struct table *kinds, struct source *source,
	      struct fixed_list *fixed)
{
	for (size_t i = 0; i < source->words.n; i++) {
		size_t end = place(kinds, source, i), n = count_objects(source, i);

		if (end == 0 || is_fixed(fixed, i))
			continue;
		for (size_t k = i; k < i + n; k++) {
			struct source_word *w = &source->words.v[k];

			w->sign = sign(arena, source, k, end);
			w->referent = object_referent(kinds, source, w->sign, end);
		}
		end = skip_fixed(fixed, end);
		fixed_swap(source, fixed, (unsigned)i, (unsigned)(i + n), (unsigned)end);
		i = end - 1;
	}
}
