#include "inversion.h"

#include <string.h>

#include "adverb.h"
#include "lexicon.h"

static bool
has(const struct source *source, size_t i, struct span key, struct span value)
{
	return i < source->words.n && row_has(source->words.v[i].row, key, value);
}

static bool
is_lemma(const struct source *source, size_t i, struct span lemma)
{
	return i < source->words.n && span_eq(source->words.v[i].row->col[C_LEMMA], lemma);
}

static bool
is_participle(const struct source *source, size_t i)
{
	return has(source, i, SPAN("VerbForm"), SPAN("Part"));
}

static bool
says(const struct source *source, size_t i, struct span form)
{
	return i < source->words.n && span_eq(source->words.v[i].form, form);
}

/* ---- nouns with what belongs to them */

struct nouns {
	size_t head, end; /* end: 0 if there are none */
};

static size_t
skip_determiners(const struct source *source, size_t i)
{
	while (source_is(source, i, "DET") || source_is(source, i, "NUM") ||
	       source_is(source, i, "ADJ") ||
	       (source_is(source, i, "ADV") && source_is(source, i + 1, "NUM")))
		i++;
	return i;
}

static bool
is_noun(const struct source *source, size_t i)
{
	return source_is(source, i, "NOUN") || source_is(source, i, "PROPN");
}

/* "le nuove norme europee", "il ministro Rossi", "2024" */
static struct nouns
nouns_at(const struct source *source, size_t i)
{
	struct nouns nouns = { .head = skip_determiners(source, i) };

	if (is_noun(source, nouns.head))
		for (nouns.end = nouns.head + 1;
		     is_noun(source, nouns.end) || source_is(source, nouns.end, "ADJ"); nouns.end++)
			;
	else if (nouns.head > i && source_is(source, nouns.head - 1, "NUM"))
		nouns.end = nouns.head--;
	return nouns;
}

/* ... "sul lavoro dei minori" */
static size_t
skip_attributes(const struct source *source, size_t i)
{
	while (source_is(source, i, "ADP") &&
	       (is_lemma(source, i, SPAN("di")) || is_lemma(source, i, SPAN("su")))) {
		size_t end = nouns_at(source, i + 1).end;

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
				  has(source, nouns->head, SPAN("Number"), SPAN("Plur")));
}

/* ---- the verb */

/* What comes with a predicate: "è considerato un esperto". */
static bool
is_copula(const struct source *source, size_t i)
{
	static const struct span lemmas[] = {
		SPAN("essere"),   SPAN("diventare"), SPAN("divenire"),  SPAN("restare"),
		SPAN("rimanere"), SPAN("sembrare"),  SPAN("risultare"), SPAN("considerare"),
		SPAN("ritenere"), SPAN("definire"),  SPAN("chiamare"),  SPAN("giudicare"),
		SPAN("nominare"), SPAN("eleggere"),  SPAN("costare"),   SPAN("durare"),
		SPAN("dire"),     SPAN("presente"),
	};

	return i < source->words.n && SPAN_AMONG(source->words.v[i].row->col[C_LEMMA], lemmas);
}

/* Verbs without an object: what stands behind them is their subject. */
static bool
is_intransitive(const struct source *source, size_t i)
{
	static const struct span lemmas[] = {
		SPAN("arrivare"),  SPAN("avvenire"),  SPAN("calare"),   SPAN("cadere"),
		SPAN("crescere"),  SPAN("crollare"),  SPAN("emergere"), SPAN("scattare"),
		SPAN("esplodere"), SPAN("mancare"),   SPAN("morire"),   SPAN("nascere"),
		SPAN("partire"),   SPAN("ripartire"), SPAN("sorgere"),  SPAN("svanire"),
		SPAN("salire"),    SPAN("scadere"),   SPAN("scendere"), SPAN("scomparire"),
		SPAN("scoppiare"), SPAN("seguire"),   SPAN("spuntare"), SPAN("tornare"),
	};

	return i < source->words.n && SPAN_AMONG(source->words.v[i].row->col[C_LEMMA], lemmas);
}

static bool
is_third_person(const struct source *source, size_t i)
{
	return has(source, i, SPAN("Person"), SPAN("3")) &&
	       has(source, i, SPAN("VerbForm"), SPAN("Fin")) && source->words.v[i].nrows == 1;
}

/* A verb that its subject may follow, as far as its last word. */
struct verb {
	size_t finite, last;
	bool si; /* before it, not as part of a group that stays whole */
};

/* "è stata approvata", "sono possibili" */
static bool
find_passive(const struct source *source, size_t i, struct verb *verb)
{
	size_t main = i + 1;

	if (!(is_lemma(source, i, SPAN("essere")) || is_lemma(source, i, SPAN("venire"))) ||
	    !is_third_person(source, i))
		return false;
	main += is_lemma(source, main, SPAN("essere")) && is_participle(source, main);
	while (source_is(source, main, "ADV"))
		main++;
	*verb = (struct verb){ i, main, false };
	return (is_participle(source, main) || source_is(source, main, "ADJ")) &&
	       !is_copula(source, main);
}

/* "si è svolta", "si attendono" */
static bool
find_si(const struct source *source, size_t i, struct verb *verb)
{
	unsigned whole;

	if (!says(source, i, SPAN("si")) || !is_third_person(source, i + 1))
		return false;
	whole = source->words.v[i].whole;
	*verb = (struct verb){ i + 1, i + (whole > 0 ? whole : 2) - 1, whole == 0 };
	return whole > 0 || source_is(source, i + 1, "VERB");
}

/* "arriva" */
static bool
find_intransitive(const struct source *source, size_t i, struct verb *verb)
{
	*verb = (struct verb){ i, i, false };
	return source_is(source, i, "VERB") && is_third_person(source, i) &&
	       is_intransitive(source, i);
}

static bool
find_verb(const struct source *source, size_t i, struct verb *verb)
{
	i += says(source, i, SPAN("non"));
	return find_passive(source, i, verb) || find_si(source, i, verb) ||
	       find_intransitive(source, i, verb);
}

static bool
agree(const struct source *source, size_t a, size_t b, struct span feature)
{
	struct span x, y;

	return !misc_get(source->words.v[a].row->col[C_FEATS], feature, &x) ||
	       !misc_get(source->words.v[b].row->col[C_FEATS], feature, &y) || span_eq(x, y);
}

/* ---- where a clause begins */

/* Behind "Ieri", "Nella notte a Milano": what may stand before verb and subject. */
static size_t
skip_circumstances(const struct source *source, size_t i)
{
	for (;;) {
		size_t end = i;

		if (source_day(source, i) > 0)
			end = i + source_day(source, i);
		else if (source_is(source, i, "ADV") &&
			 !span_eq(source->words.v[i].form, SPAN("non")))
			end = i + 1;
		else if (source_is(source, i, "ADP"))
			end = nouns_at(source, i + 1).end;
		if (end <= i)
			return i;
		i = end;
		if (i < source->words.n && span_eq(source->words.v[i].form, SPAN(",")))
			i++;
	}
}

static bool
is_question(const struct source *source)
{
	size_t n = source->words.n;

	return n > 0 && span_eq(source->words.v[n - 1].form, SPAN("?"));
}

/* "Non è stata segnalata alcuna attività": English denies once, at the subject. */
static void
deny_once(struct arena *arena, struct source *source, size_t subject, size_t verb)
{
	struct source_word *v = source->words.v;
	bool any = is_lemma(source, subject, SPAN("alcuno"));

	if (!span_eq(v[verb].form, SPAN("non")) ||
	    !(any || is_lemma(source, subject, SPAN("nessuno"))))
		return;
	if (any && span_starts(v[subject].form, SPAN("alcun")))
		v[subject].form = arena_concat(arena, SPAN("nessun"),
					       span_from(v[subject].form, strlen("alcun")));
	memmove(v + verb, v + verb + 1, (source->words.n - verb - 1) * sizeof(*v));
	source->words.n--;
}

/* "si vendono" is the passive of "vendere", and "si sono venduti" its perfect; "si incontrano" has
 * a meaning of its own. */
static bool
is_passive(struct arena *arena, const struct table *lexicon, const struct source *source,
	   size_t verb)
{
	return !is_lemma(source, verb, SPAN("avere")) &&
	       lexicon_pronominal(lexicon, arena, source->words.v[verb].row->col[C_LEMMA]).n == 0;
}

/* May its subject follow the verb in Italian, and go before it in English? */
static bool
may_go_before(struct arena *arena, const struct table *lexicon, const struct source *source,
	      const struct verb *verb)
{
	if (verb->si)
		return is_passive(arena, lexicon, source, verb->last);
	return verb->last == verb->finite || !source->words.v[verb->last].pronominal ||
	       !is_passive(arena, lexicon, source, verb->last);
}

static void
invert(struct arena *arena, const struct table *lexicon, struct source *source, size_t from)
{
	struct nouns nouns;
	struct verb verb;
	size_t subject, end;

	if (!find_verb(source, from, &verb) || !may_go_before(arena, lexicon, source, &verb))
		return;
	subject = verb.last + 1;
	nouns = nouns_at(source, subject);
	if (!is_subject(source, subject, &nouns) ||
	    !agree(source, verb.finite, nouns.head, SPAN("Number")) ||
	    !agree(source, verb.last, nouns.head, SPAN("Gender")))
		return;
	if (verb.si)
		source->words.v[verb.finite - 1].passive = true;
	end = skip_attributes(source, nouns.end);
	source_swap(source, from, subject, end);
	deny_once(arena, source, from, from + end - subject);
}

void
source_invert(struct arena *arena, const struct table *lexicon, struct source *source)
{
	if (is_question(source))
		return;
	for (size_t i = 0; i < source->words.n; i++)
		if (source_begins_clause(source, i))
			invert(arena, lexicon, source, skip_circumstances(source, i));
}
