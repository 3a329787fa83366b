#include "referent.h"

#include "kind.h"
#include "lexicon.h"

static bool
is_noun(const struct source *source, size_t i)
{
	return source_is(source, i, "NOUN") || source_is(source, i, "PROPN");
}

static enum referent
person_of(const struct table *kinds, const struct source_word *w)
{
	if (!is_of_kind(kinds, w, EITHER) && row_has(w->row, SPAN("Gender"), SPAN("Fem")))
		return REFERENT_SHE;
	if (!is_of_kind(kinds, w, EITHER) && row_has(w->row, SPAN("Gender"), SPAN("Masc")))
		return REFERENT_HE;
	return REFERENT_PERSON;
}

/* "Maria Rossi", seen from either word; towns too may be their own equivalents, "Palermo" alone. */
static bool
is_full_name(const struct table *lexicon, const struct source *source, size_t i)
{
	const struct source_word *w = &source->words.v[i];

	return (lexicon_is_given_name(lexicon, w->written) && source_is(source, i + 1, "PROPN")) ||
	       (i > 0 && source_is(source, i - 1, "PROPN") &&
		lexicon_is_given_name(lexicon, w[-1].written));
}

/* Of a common noun what it is; of a name only that it is a person's. */
static enum referent
referent_of(const struct table *kinds, const struct table *lexicon, const struct source *source,
	    size_t i)
{
	const struct source_word *w = &source->words.v[i];

	if (source_is(source, i, "NOUN"))
		return is_of_kind(kinds, w, PERSON) ? person_of(kinds, w) : REFERENT_THING;
	return is_full_name(lexicon, source, i) ? REFERENT_PERSON : REFERENT_UNKNOWN;
}

/* "vigili del fuoco": the words of one noun phrase, seen from behind. */
static bool
is_of_phrase(const struct source *source, size_t i)
{
	return is_noun(source, i) || source_is(source, i, "ADJ") ||
	       (source_is(source, i, "ADP") && source_is_of(source, i, SPAN("di")));
}

/* Where the noun phrase whose noun is at i begins: at its determiner, if it has one. */
static size_t
phrase_start(const struct source *source, size_t i)
{
	while (i > 0 && (is_noun(source, i - 1) || source_is(source, i - 1, "ADJ") ||
			 source_is(source, i - 1, "NUM")))
		i--;
	return i > 0 && source_is(source, i - 1, "DET") ? i - 1 : i;
}

static bool
is_governed(const struct source *source, size_t i)
{
	size_t from = phrase_start(source, i);

	return from > 0 && source_is(source, from - 1, "ADP");
}

/* "un disoccupato di 42 anni, residente a Roma, che": the comma at i closes what a comma before it
 * has opened; the noun in front, if it is a person's and no preposition governs it. */
static enum referent
before_apposition(const struct table *kinds, const struct table *lexicon,
		  const struct source *source, size_t i)
{
	bool opened = false;

	while (i-- > 0 && !source_has(source, i, SPAN("VerbForm"), SPAN("Fin"))) {
		enum referent found;

		opened |= source_says(source, i, SPAN(","));
		if (!opened || !is_noun(source, i) || is_governed(source, i))
			continue;
		found = referent_of(kinds, lexicon, source, i);
		return found >= REFERENT_PERSON ? found : REFERENT_UNKNOWN;
	}
	return REFERENT_UNKNOWN;
}

/* What stands before a relative pronoun at i: its noun, and what that belongs to. */
static enum referent
antecedent(const struct table *kinds, const struct table *lexicon, const struct source *source,
	   size_t i)
{
	bool any = false, aside = i > 0 && source_says(source, i - 1, SPAN(","));
	enum referent found = REFERENT_UNKNOWN;
	size_t end = i -= aside;

	while (i-- > 0 && is_of_phrase(source, i)) {
		enum referent next;

		if (!is_noun(source, i))
			continue;
		next = referent_of(kinds, lexicon, source, i);
		if (!any || (found < REFERENT_PERSON && next >= REFERENT_PERSON &&
			     source_is(source, i + 1, "ADP")))
			found = next; /* "vigili", not "fuoco" */
		else if (found >= REFERENT_PERSON && next == REFERENT_THING)
			return REFERENT_UNKNOWN; /* "la casa del sindaco, che" */
		any = true;
	}
	return found == REFERENT_UNKNOWN && aside ? before_apposition(kinds, lexicon, source, end)
						  : found;
}

/* The first noun before `end` that no preposition governs. */
static enum referent
first_subject(const struct table *kinds, const struct table *lexicon, const struct source *source,
	      size_t end)
{
	for (size_t i = 0; i < end; i++)
		if (is_noun(source, i) && !is_governed(source, i))
			return source_agree(source, i, end, SPAN("Number"))
				   ? referent_of(kinds, lexicon, source, i)
				   : REFERENT_UNKNOWN;
	return REFERENT_UNKNOWN;
}

/* The verb of a sign for a subject at i says something. */
static bool
speaks(const struct table *kinds, const struct source *source, size_t i)
{
	size_t verb = i + 1;

	while (source_is(source, verb, "AUX") || source_is(source, verb, "ADV") ||
	       source_is(source, verb, "PRON"))
		verb++;
	return verb < source->words.n && is_of_kind(kinds, &source->words.v[verb], SAY);
}

/* "Aveva 54 anni": the sign at i stands for somebody. */
static bool
is_aged(const struct source *source, size_t i)
{
	return source_is_of(source, i + 1, SPAN("avere")) && source_is(source, i + 2, "NUM") &&
	       source_says(source, i + 3, SPAN("anni"));
}

/* "arrestarlo": him, of a verb that has somebody for its object. */
static enum referent
enclitic_referent(const struct table *kinds, const struct source_word *w)
{
	const struct row *last = &w->row[w->nrows - 1];

	if (w->nrows < 2 || !row_is_verb(w->row) || !is_of_kind(kinds, w, WHOM))
		return REFERENT_UNKNOWN;
	return span_eq(last->col[C_FORM], SPAN("lo"))   ? REFERENT_HE
	       : span_eq(last->col[C_FORM], SPAN("la")) ? REFERENT_SHE
							: REFERENT_UNKNOWN;
}

/* "È accusato di furto": the sign at i stands for somebody. */
static bool
is_done_to(const struct table *kinds, const struct source *source, size_t i)
{
	size_t verb = i + 1;

	if (!source_is_of(source, verb, SPAN("essere")))
		return false;
	while (source_is_of(source, verb, SPAN("essere")) || source_is(source, verb, "ADV"))
		verb++;
	return verb < source->words.n && is_of_kind(kinds, &source->words.v[verb], WHOM) &&
	       source_has(source, verb, SPAN("VerbForm"), SPAN("Part"));
}

void
source_find_referents(const struct table *kinds, const struct table *lexicon, struct source *source)
{
	for (size_t i = 0; i < source->words.n; i++) {
		struct source_word *w = &source->words.v[i];

		if (source_is(source, i, "PRON") && span_eq(w->form, SPAN("che")))
			w->referent = antecedent(kinds, lexicon, source, i);
		else if (w->nrows == 0)
			w->referent = first_subject(kinds, lexicon, source, i);
		else
			w->referent = enclitic_referent(kinds, w);
		if (w->nrows == 0 && w->referent < REFERENT_PERSON &&
		    (speaks(kinds, source, i) || is_aged(source, i) ||
		     is_done_to(kinds, source, i)))
			w->referent = REFERENT_PERSON;
	}
}
