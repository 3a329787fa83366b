#include "subject.h"

#include <string.h>

#include "clause.h"
#include "kind.h"

/* Words that may stand between the beginning of a clause and its verb. */
static bool
is_proclitic(const struct source_word *w)
{
	static const struct span words[] = {
		SPAN("non"),    SPAN("lo"),    SPAN("la"), SPAN("li"),     SPAN("le"),
		SPAN("gli"),    SPAN("mi"),    SPAN("ti"), SPAN("ci"),     SPAN("vi"),
		SPAN("ne"),     SPAN("l'"),    SPAN("si"), SPAN("s'"),     SPAN("me"),
		SPAN("te"),     SPAN("ce"),    SPAN("ve"), SPAN("glielo"), SPAN("gliela"),
		SPAN("glieli"), SPAN("gliele")
	};

	if (!row_is(w->row, "PRON") && !row_is(w->row, "ADV"))
		return false;
	return SPAN_AMONG(w->form, words);
}

/* "<3s>" for a finite verb in the third person singular; empty for all other words. */
static struct span
dropped_subject(struct arena *arena, const struct row *row)
{
	struct span person, number, form;

	if ((!row_is(row, "VERB") && !row_is(row, "AUX")) ||
	    !misc_get(row->col[C_FEATS], SPAN("VerbForm"), &form) || !span_eq(form, SPAN("Fin")) ||
	    !misc_get(row->col[C_FEATS], SPAN("Person"), &person) ||
	    !misc_get(row->col[C_FEATS], SPAN("Number"), &number) || person.n != 1)
		return SPAN("");
	return arena_concat(arena, arena_concat(arena, SPAN("<"), person),
			    span_eq(number, SPAN("Plur")) ? SPAN("p>") : SPAN("s>"));
}

/* ---- does the subject follow? */

/* Behind what belongs to a finite verb: "è già stato detto". */
static size_t
verb_end(const struct source *source, size_t verb)
{
	size_t end = verb + 1, next = end;

	while (source_is(source, next, "ADV") ||
	       source_has(source, next, SPAN("VerbForm"), SPAN("Part")))
		if (!source_is(source, next++, "ADV"))
			end = next;
	return end;
}

/* "ha detto Rossi", "ha detto ai cronisti il sindaco", but "ha detto a Roma" */
static bool
names_speaker(const struct source *source, size_t i)
{
	if (clause_nouns(source, i).end > 0)
		return true;
	for (; i < source->words.n && !source_is(source, i, "PUNCT"); i++)
		if (!source_is(source, i, "ADP") &&
		    (source_is(source, i + 1, "PROPN") || source_is(source, i + 1, "DET")))
			return true;
	return false;
}

/* "Ha detto Rossi", "Manca il pane", "Lo ha deciso il giudice" */
static bool
may_follow(const struct table *kinds, const struct source *source, size_t at, size_t verb)
{
	size_t end = verb_end(source, verb);
	const struct source_word *main = &source->words.v[end - 1];

	if (is_of_kind(kinds, main, SAY))
		return names_speaker(source, end);
	if (is_of_kind(kinds, main, PREDICATE) && source_is(source, end, "ADJ"))
		end++;
	if (is_of_kind(kinds, main, ALONE) || is_of_kind(kinds, main, ESSERE))
		return clause_nouns(source, clause_circumstances(source, end)).end > 0;
	if (clause_nouns(source, end).end == 0)
		return false;
	return at < verb || end > verb + 2 || is_of_kind(kinds, main, PREDICATE) ||
	       (end > verb + 1 && span_eq(source->words.v[verb].row->col[C_LEMMA], SPAN("essere")));
}

/* Would English be wrong without it? The verb has proclitics from at on. */
static bool
is_needed(const struct table *kinds, const struct source *source, size_t at, size_t verb)
{
	static const struct span circumstances[] = { SPAN("come"), SPAN("dove"), SPAN("quando"),
						     SPAN("quanto") };

	if (source_has(source, verb, SPAN("Mood"), SPAN("Imp")))
		return false;
	if (source_has(source, verb, SPAN("Person"), SPAN("2")) && at == 0)
		return false;
	if (!source_has(source, verb, SPAN("Person"), SPAN("3")))
		return true;
	if (at > 0 && SPAN_AMONG(source->words.v[at - 1].form, circumstances) &&
	    clause_nouns(source, verb_end(source, verb)).end > 0)
		return false; /* "come prevede la legge" */
	for (size_t i = at; i < verb; i++)
		if (source_says(source, i, SPAN("si")) || source_says(source, i, SPAN("s'")))
			return false;
	at += source_says(source, at, SPAN("non"));
	return !may_follow(kinds, source, at, verb);
}

static size_t
skip_proclitics(const struct source *source, size_t i)
{
	while (i < source->words.n && is_proclitic(&source->words.v[i]))
		i++;
	return i;
}

/* Before the verb whose proclitics begin at `at`. sure: a clause begins there. */
static void
insert_subject(struct arena *arena, const struct table *kinds, struct source *source, size_t at,
	       bool sure)
{
	size_t verb = skip_proclitics(source, at), n = source->words.n;
	struct source_word w;
	struct span marker;

	if (verb == n || source->words.v[verb].nrows == 0 ||
	    (marker = dropped_subject(arena, source->words.v[verb].row)).n == 0)
		return;
	w = (struct source_word){ .form = marker,
				  .written = marker,
				  .row = source->words.v[verb].row,
				  .needed = sure && is_needed(kinds, source, at, verb) };
	*PUSH(arena, &source->words) = w;
	memmove(source->words.v + at + 1, source->words.v + at,
		(n - at) * sizeof(*source->words.v));
	source->words.v[at] = w;
}

/* Zorla «non ha visto nulla» */
static bool
goes_on(const struct source *source, size_t i)
{
	return i > 1 && source_says(source, i - 1, SPAN("\"")) &&
	       (source_is(source, i - 2, "NOUN") || source_is(source, i - 2, "PROPN"));
}

/* "ha detto ai cronisti che non sapeva": they are no subject, whatever the tag of "che". */
static bool
is_told(const struct table *kinds, const struct source *source, size_t i)
{
	size_t verb = skip_proclitics(source, i);

	return i > 3 && verb < source->words.n && source_says(source, i - 1, SPAN("che")) &&
	       source_is(source, i - 2, "NOUN") && source_is(source, i - 3, "ADP") &&
	       is_of_kind(kinds, &source->words.v[i - 4], SAY) &&
	       !source_agree(source, i - 2, verb, SPAN("Number"));
}

/* Behind "un elettricista che" the electrician is the subject, whatever the tag of "che". */
static bool
is_relative(const struct table *kinds, const struct source *source, size_t i)
{
	return i > 1 && source_says(source, i - 1, SPAN("che")) &&
	       source_is(source, i - 2, "NOUN") &&
	       is_of_kind(kinds, &source->words.v[i - 2], PERSON);
}

/* "E ha detto", "dove vive" */
static bool
begins_clause(const struct table *kinds, const struct source *source, size_t i)
{
	static const struct span words[] = { SPAN("dove"), SPAN("quando"), SPAN("mentre") };

	return (source_begins_clause(source, i) && !goes_on(source, i) &&
		!is_relative(kinds, source, i)) ||
	       is_told(kinds, source, i) || (i == 1 && source_is(source, 0, "CCONJ")) ||
	       (i > 0 && SPAN_AMONG(source->words.v[i - 1].form, words));
}

/* "Nora - una ventenne - è stata": a dash may close what another has opened. */
static bool
is_behind_dash(const struct source *source, size_t i)
{
	static const struct span dashes[] = { SPAN("-"), SPAN("–"), SPAN("—") };

	return i > 0 && SPAN_AMONG(source->words.v[i - 1].form, dashes);
}

/* "Dopo, andiamo": behind a comma too nobody else can be the subject. */
static bool
is_participant(const struct source *source, size_t i)
{
	size_t verb = skip_proclitics(source, clause_circumstances(source, i));

	return i > 0 && source_says(source, i - 1, SPAN(",")) &&
	       (source_has(source, verb, SPAN("Person"), SPAN("1")) ||
		source_has(source, verb, SPAN("Person"), SPAN("2")));
}

/* "Prima di fuggire", "Approfittando del buio,", "Una volta dentro,": what opens a sentence without
 * a finite verb, and ends before i, with a comma or its infinitive. */
static bool
is_behind_opening(const struct source *source, size_t i)
{
	bool infinite = false;

	if (i < 2 || source_says(source, 0, SPAN("a")) || source_says(source, 0, SPAN("ad")) ||
	    !(source_says(source, i - 1, SPAN(",")) ||
	      source_has(source, i - 1, SPAN("VerbForm"), SPAN("Inf"))))
		return false;
	for (size_t k = 0; k < i; k++) {
		infinite |= source_has(source, k, SPAN("VerbForm"), SPAN("Inf")) ||
			    source_has(source, k, SPAN("VerbForm"), SPAN("Ger"));
		if (source_has(source, k, SPAN("VerbForm"), SPAN("Fin")) ||
		    (k + 1 < i && source_says(source, k, SPAN(","))))
			return false;
	}
	return source_has(source, 0, SPAN("VerbForm"), SPAN("Ger")) ||
	       (infinite && (source_is(source, 0, "ADP") || source_is(source, 0, "ADV"))) ||
	       (source_says(source, 0, SPAN("una")) && source_says(source, 1, SPAN("volta")));
}

void
source_add_subjects(struct arena *arena, const struct table *kinds, struct source *source)
{
	for (size_t i = source->words.n; i-- > 0;)
		if (begins_clause(kinds, source, i) || is_participant(source, i) ||
		    is_behind_opening(source, i))
			insert_subject(arena, kinds, source, clause_circumstances(source, i),
				       !is_behind_dash(source, i));
}
