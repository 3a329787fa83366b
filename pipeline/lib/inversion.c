#include "inversion.h"

#include <string.h>

#include "adverb.h"
#include "clause.h"
#include "lexicon.h"
#include "kind.h"

/* ... "sul lavoro dei minori" */
static size_t
skip_attributes(const struct source *source, size_t i)
{
	while (source_is(source, i, "ADP") &&
	       (source_is_of(source, i, SPAN("di")) || source_is_of(source, i, SPAN("su")))) {
		size_t end = clause_nouns(source, i + 1).end;

		if (end == 0)
			break;
		i = end;
	}
	return i;
}

/* Nouns that stand alone behind a verb are its predicate: "è stato nominato presidente". */
static bool
is_subject(const struct source *source, size_t i, const struct nouns *nouns)
{
	return nouns->end > 0 && (source_is(source, i, "DET") || source_is(source, i, "NUM") ||
				  source_is(source, i, "PROPN") ||
				  source_has(source, nouns->head, SPAN("Number"), SPAN("Plur")));
}

/* ---- the verb */

static bool
is_third_person(const struct source *source, size_t i)
{
	return source_has(source, i, SPAN("Person"), SPAN("3")) &&
	       source_has(source, i, SPAN("VerbForm"), SPAN("Fin")) &&
	       source->words.v[i].nrows == 1;
}

/* A verb that its subject may follow, as far as its last word. */
struct verb {
	size_t finite, last;
	bool si;     /* before it, not as part of a group that stays whole */
	bool object; /* a pronoun before it */
	bool active; /* its participle agrees with nothing */
	bool apart;  /* other words stand between it and its subject */
};

/* "è stata approvata", "sono possibili" */
static bool
find_passive(const struct table *kinds, const struct source *source, size_t i, struct verb *verb)
{
	size_t main = i + 1;

	if (!(source_is_of(source, i, SPAN("essere")) || source_is_of(source, i, SPAN("venire"))) ||
	    !is_third_person(source, i))
		return false;
	main += source_is_of(source, main, SPAN("essere")) &&
		source_has(source, main, SPAN("VerbForm"), SPAN("Part"));
	while (source_is(source, main, "ADV"))
		main++;
	if (is_of_kind(kinds, &source->words.v[main < source->words.n ? main : i], PREDICATE))
		main += source_has(source, main + 1, SPAN("VerbForm"), SPAN("Part")) ||
			source_is(source, main + 1, "ADJ"); /* "rimaste ferite" */
	*verb = (struct verb){ .finite = i, .last = main };
	return (source_has(source, main, SPAN("VerbForm"), SPAN("Part")) ||
		source_is(source, main, "ADJ")) &&
	       !is_of_kind(kinds, &source->words.v[main], PREDICATE);
}

/* "si è svolta", "si attendono" */
static bool
find_si(const struct source *source, size_t i, struct verb *verb)
{
	unsigned whole;

	if (!source_says(source, i, SPAN("si")) || !is_third_person(source, i + 1))
		return false;
	whole = source->words.v[i].whole;
	*verb = (struct verb){ .finite = i + 1,
			       .last = i + (whole > 0 ? whole : 2) - 1,
			       .si = whole == 0 };
	return whole > 0 || source_is(source, i + 1, "VERB");
}

/* The main verb of a finite form at i: that itself, or the participle behind "ha". */
static size_t
main_of(const struct source *source, size_t i)
{
	return i + (source_is(source, i, "AUX") && source_is_of(source, i, SPAN("avere")) &&
		    source_has(source, i + 1, SPAN("VerbForm"), SPAN("Part")));
}

/* "arriva", "hanno partecipato" */
static bool
find_intransitive(const struct table *kinds, const struct source *source, size_t i,
		  struct verb *verb)
{
	size_t main = main_of(source, i);

	*verb = (struct verb){ .finite = i, .last = main, .active = true };
	return is_third_person(source, i) && source_is(source, main, "VERB") &&
	       is_of_kind(kinds, &source->words.v[main], ALONE);
}

/* "come ha spiegato il questore" */
static bool
find_saying(const struct table *kinds, const struct source *source, size_t i, struct verb *verb)
{
	size_t main = main_of(source, i);

	*verb = (struct verb){ .finite = i, .last = main, .active = true };
	return i > 0 && source_says(source, i - 1, SPAN("come")) && is_third_person(source, i) &&
	       is_of_kind(kinds, &source->words.v[main], SAY);
}

/* "restano gravi" */
static bool
find_predicate(const struct table *kinds, const struct source *source, size_t i, struct verb *verb)
{
	*verb = (struct verb){ .finite = i, .last = i + 1 };
	return source_is(source, i, "VERB") && is_third_person(source, i) &&
	       is_of_kind(kinds, &source->words.v[i], PREDICATE) && source_is(source, i + 1, "ADJ");
}

/* "sono in corso", "è ancora al vaglio" */
static bool
find_located(const struct source *source, size_t i, struct verb *verb)
{
	size_t place = i + 1 + source_is(source, i + 1, "ADV");

	*verb = (struct verb){ .finite = i, .last = place - 1 };
	return is_third_person(source, i) && source_is_of(source, i, SPAN("essere")) &&
	       source_is(source, place, "ADP");
}

static bool
is_object(const struct source *source, size_t i)
{
	static const struct span forms[] = { SPAN("lo"), SPAN("la"), SPAN("l'"), SPAN("li"),
					     SPAN("le") };

	return source_is(source, i, "PRON") && SPAN_AMONG(source->words.v[i].form, forms);
}

/* "lo annuncia", "l'ha già deciso" */
static bool
find_object(const struct table *kinds, const struct source *source, size_t i, struct verb *verb)
{
	size_t last = i + 1;

	if (!is_object(source, i) || !is_third_person(source, i + 1))
		return false;
	while (source_is(source, i + 1, "AUX") && source_is(source, last, "AUX"))
		last++;
	while (last > i + 1 && source_is(source, last, "ADV"))
		last++;
	if (!source_is(source, last, "VERB") ||
	    (is_of_kind(kinds, &source->words.v[last], PREDICATE) &&
	     !is_of_kind(kinds, &source->words.v[last], SAY)))
		return false;
	last += source_says(source, last + 1, SPAN("noto")); /* "reso noto" */
	*verb = (struct verb){ .finite = i + 1, .last = last, .object = true };
	return true;
}

static bool
find_verb(const struct table *kinds, const struct source *source, size_t i, struct verb *verb)
{
	i += source_says(source, i, SPAN("non"));
	return find_passive(kinds, source, i, verb) || find_si(source, i, verb) ||
	       find_located(source, i, verb) || find_intransitive(kinds, source, i, verb) ||
	       find_saying(kinds, source, i, verb) || find_predicate(kinds, source, i, verb) ||
	       find_object(kinds, source, i, verb);
}

static bool
is_question(const struct source *source)
{
	size_t n = source->words.n;

	return n > 0 && span_eq(source->words.v[n - 1].form, SPAN("?"));
}

/* "Non è stata segnalata alcuna attività": English denies once, at the subject. True if the other
 * is gone. */
static bool
deny_once(struct arena *arena, struct source *source, size_t subject, size_t verb)
{
	struct source_word *v = source->words.v;
	bool any =
	    source_is_of(source, subject, SPAN("alcuno")) &&
	    !source_has(source, subject, SPAN("Number"), SPAN("Plur")); /* "alcuni" are some */

	if (!span_eq(v[verb].form, SPAN("non")) ||
	    !(any || source_is_of(source, subject, SPAN("nessuno"))))
		return false;
	if (any && span_starts(v[subject].form, SPAN("alcun")))
		v[subject].form = arena_concat(arena, SPAN("nessun"),
					       span_from(v[subject].form, strlen("alcun")));
	memmove(v + verb, v + verb + 1, (source->words.n - verb - 1) * sizeof(*v));
	source->words.n--;
	return true;
}

/* "si vendono" is the passive of "vendere", and "si sono venduti" its perfect; "si incontrano" has
 * a meaning of its own. */
static bool
is_passive(struct arena *arena, const struct table *lexicon, const struct table *kinds,
	   const struct source *source, size_t verb)
{
	const struct source_word *w = &source->words.v[verb];

	return !source_is_of(source, verb, SPAN("avere")) &&
	       (is_of_kind(kinds, w, PASSIVE) ||
		lexicon_pronominal(lexicon, arena, w->row->col[C_LEMMA]).n == 0);
}

/* May its subject follow the verb in Italian, and go before it in English? */
static bool
may_go_before(struct arena *arena, const struct table *lexicon, const struct table *kinds,
	      const struct source *source, const struct verb *verb)
{
	if (verb->si)
		return is_passive(arena, lexicon, kinds, source, verb->last);
	return verb->last == verb->finite || !source->words.v[verb->last].pronominal ||
	       !is_passive(arena, lexicon, kinds, source, verb->last);
}

/* Are the nouns from i on what the verb says something of? */
static bool
agrees(const struct table *kinds, const struct source *source, const struct verb *verb, size_t i,
       const struct nouns *nouns)
{
	if (!is_subject(source, i, nouns) ||
	    is_of_kind(kinds, &source->words.v[nouns->head], TIME) ||
	    !source_agree(source, verb->finite, nouns->head, SPAN("Number")))
		return false;
	if (verb->apart)
		return source_is(source, i, "DET") &&
		       source_is(source, skip_attributes(source, nouns->end), "PUNCT");
	return verb->object || verb->active ||
	       source_agree(source, verb->last, nouns->head, SPAN("Gender"));
}

/* "in manette un uomo è finito": where he ended up goes behind. from: behind that; end: behind the
 * verb */
static void
move_goal(const struct table *kinds, struct source *source, size_t clause, size_t from, size_t end)
{
	if (source_is(source, clause, "ADP") && !source_says(source, from - 1, SPAN(",")) &&
	    is_of_kind(kinds, &source->words.v[end - 1], GOAL))
		source_swap(source, clause, from, end);
}

static bool
has_finite_verb(const struct source *source)
{
	for (size_t i = 0; i < source->words.n; i++)
		if (source_has(source, i, SPAN("VerbForm"), SPAN("Fin")))
			return true;
	return false;
}

/* "Ferito gravemente il conducente": headlines do without a verb. */
static void
invert_headline(struct source *source)
{
	size_t subject = 1;
	struct nouns nouns;

	while (source_is(source, subject, "ADV"))
		subject++;
	nouns = clause_nouns(source, subject);
	if (source_has(source, 0, SPAN("VerbForm"), SPAN("Part")) && nouns.end > 0 &&
	    (source_is(source, subject, "DET") || source_is(source, subject, "NUM")) &&
	    source_agree(source, 0, nouns.head, SPAN("Number")))
		source_swap(source, 0, subject, skip_attributes(source, nouns.end));
}

/* Where its subject begins, at *subject, and what nouns it has: right behind it, or at the end,
 * behind "a 91 anni" or "in corso". */
static bool
find_subject(const struct table *kinds, const struct source *source, struct verb *verb,
	     size_t *subject, struct nouns *nouns)
{
	size_t near = verb->last + 1, end;

	if (verb->object)
		near += source_day(source, near);
	end = clause_circumstances(source, near);
	for (int k = 0; k < 2; k++) {
		size_t also = source_says(source, near, SPAN("anche"));

		*nouns = clause_nouns(source, near + also);
		*subject = near;
		if (agrees(kinds, source, verb, near + also, nouns))
			return true;
		verb->apart = true;
		near = end;
	}
	return false;
}

/* A clause begins at `clause`. */
static void
invert(struct arena *arena, const struct table *lexicon, const struct table *kinds,
       struct source *source, size_t clause)
{
	size_t from = clause_circumstances(source, clause), subject, end;
	struct nouns nouns;
	struct verb verb;

	if (!find_verb(kinds, source, from, &verb) ||
	    !may_go_before(arena, lexicon, kinds, source, &verb) ||
	    !find_subject(kinds, source, &verb, &subject, &nouns))
		return;
	if (verb.si)
		source->words.v[verb.finite - 1].passive = true;
	end = skip_attributes(source, nouns.end);
	source_swap(source, from, subject, end);
	end -= deny_once(arena, source, from, from + end - subject);
	if (from > clause && !verb.apart)
		move_goal(kinds, source, clause, from, end);
}

void
source_invert(struct arena *arena, const struct table *lexicon, const struct table *kinds,
	      struct source *source)
{
	if (is_question(source))
		return;
	if (!has_finite_verb(source))
		invert_headline(source);
	for (size_t i = 0; i < source->words.n; i++)
		if (source_begins_clause(source, i))
			invert(arena, lexicon, kinds, source, i);
}
