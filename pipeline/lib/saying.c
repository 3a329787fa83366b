#include "saying.h"

#include "inflect.h"
#include "kind.h"

/* ---- «...», ha detto Rossi; ha dichiarato che: said */

static bool
is_behind_quotation(const struct place *p)
{
	return (p->at >= 1 && source_says(p->source, p->at - 1, SPAN("\""))) ||
	       (p->at >= 2 && source_says(p->source, p->at - 1, SPAN(",")) &&
		source_says(p->source, p->at - 2, SPAN("\"")));
}

/* What newspapers call "said" in English. */
static bool
is_said(const struct place *p, size_t i)
{
	return is_of_kind(p->models->kinds, &p->source->words.v[i], SAID);
}

/* Other verbs that name the speaker have their gloss. */
static struct span
saying(const struct place *p, size_t i)
{
	const struct row *row = p->source->words.v[i].row;
	struct span gloss = SPAN("");

	if (is_said(p, i))
		return SPAN("say");
	misc_get(row->col[C_MISC], SPAN("Gloss"), &gloss);
	return gloss;
}

/* "ha detto Rossi", "ha detto ai cronisti Rossi" */
static bool
names_speaker(const struct place *p, size_t i)
{
	if (source_is(p->source, i, "ADP") && source_is(p->source, i + 1, "NOUN"))
		i += 2;
	return place_is_nominal(p, i);
}

static bool
is_reporting(const struct place *p, size_t verb)
{
	if (is_behind_quotation(p) && names_speaker(p, verb + 1))
		return true;
	return is_said(p, verb) && (source_says(p->source, verb + 1, SPAN("che")) ||
				    source_says(p->source, verb + 1, SPAN(":")) ||
				    source_is_of(p->source, verb, SPAN("affermare")));
}

/* Behind the words from i on that stand under a preposition, and adverbs: "ieri ai cronisti". */
static size_t
skip_circumstances(const struct place *p, size_t i)
{
	while (source_is(p->source, i, "ADP") || source_is(p->source, i, "ADV")) {
		bool governs = source_is(p->source, i++, "ADP");

		i += governs && source_is(p->source, i, "DET");
		while (governs &&
		       (source_is(p->source, i, "ADJ") || source_is(p->source, i, "NOUN") ||
			source_is(p->source, i, "PROPN")))
			i++;
	}
	return i;
}

/* "«...», ha detto ai cronisti.": the speaker is in the sentence before. */
static bool
leaves_speaker_out(const struct place *p, size_t verb)
{
	return is_behind_quotation(p) && is_said(p, verb) &&
	       row_has(p->source->words.v[p->at].row, SPAN("Person"), SPAN("3")) &&
	       source_is(p->source, skip_circumstances(p, verb + 1), "PUNCT");
}

static void
put_speaker(const struct place *p, struct construction *out)
{
	bool plural = row_has(p->source->words.v[p->at].row, SPAN("Number"), SPAN("Plur"));

	out->english = arena_concat(p->arena, plural ? SPAN("they ") : SPAN("he "), out->english);
}

/* "ha detto ai": told the */
static void
add_hearer(const struct place *p, size_t verb, struct construction *out)
{
	const struct source_word *to = &p->source->words.v[verb + 1];

	if (verb == p->at || !source_is_of(p->source, verb, SPAN("dire")) ||
	    !source_is_of(p->source, verb + 1, SPAN("a")))
		return;
	out->n++;
	out->english = english_past(p->models->english, p->arena, SPAN("tell"));
	if (to->nrows > 1)
		out->english = arena_concat(p->arena, out->english, SPAN(" the"));
}

static bool
is_perfect(const struct place *p)
{
	return source_says(p->source, p->at, SPAN("ha")) ||
	       source_says(p->source, p->at, SPAN("hanno"));
}

/* The phrase table has met "ha detto" with nobody named behind it, and puts "he" in; and the other
 * verbs where they assert, declare and sustain. */
bool
saying_find(const struct place *p, struct construction *out)
{
	bool perfect = is_perfect(p), alone;
	size_t verb = p->at + perfect;
	struct span say;

	if (!source_is(p->source, verb, "VERB") || p->source->words.v[verb].nrows != 1 ||
	    p->source->words.v[verb].pronominal ||
	    perfect != row_has(p->source->words.v[verb].row, SPAN("VerbForm"), SPAN("Part")))
		return false;
	alone = leaves_speaker_out(p, verb);
	if (!(alone || is_reporting(p, verb)) || (say = saying(p, verb)).n == 0)
		return false;
	say = perfect ? english_past(p->models->english, p->arena, say)
		      : inflect(p->models->english, p->arena, p->source->words.v[verb].row, say);
	*out = (struct construction){ perfect + 1, say, is_behind_quotation(p) };
	if (alone) {
		add_hearer(p, verb, out);
		put_speaker(p, out);
	}
	return true;
}

/* ---- ha detto il sindaco ai cronisti: to the */

bool
saying_find_hearer(const struct place *p, struct construction *out)
{
	const struct source_word *to = &p->source->words.v[p->at];

	if (!source_is(p->source, p->at, "ADP") || !source_is_of(p->source, p->at, SPAN("a")) ||
	    !(source_is(p->source, p->at + 1, "NOUN") && place_is_person(p, p->at + 1)))
		return false;
	*out = (struct construction){
		.n = 1,
		.english = to->nrows > 1 ? SPAN("to the") : SPAN("to"),
	};
	for (size_t i = p->at; i-- > 0 && !source_is(p->source, i, "PUNCT");)
		if (source_is(p->source, i, "VERB"))
			return is_said(p, i);
	return false;
}

/* ---- avrebbe perso il controllo: has reportedly */

static bool
is_participle(const struct place *p, size_t i)
{
	return source_is(p->source, i, "VERB") &&
	       row_has(p->source->words.v[i].row, SPAN("VerbForm"), SPAN("Part")) &&
	       p->source->words.v[i].nrows == 1;
}

/* "se avesse piovuto, avrebbe perso", "ha detto che avrebbe perso": what might be, or was to be. */
static bool
is_condition(const struct place *p)
{
	for (size_t i = 0; i < p->source->words.n; i++)
		if (source_says(p->source, i, SPAN("se")) ||
		    (i < p->at &&
		     (source_is(p->source, i, "SCONJ") || source_says(p->source, i, SPAN("?")))))
			return true;
	return false;
}

/* "have reportedly", "were reportedly"; empty if the words at hand are neither. n: they are so
 * many. */
static struct span
reportedly(const struct place *p, size_t *n)
{
	const struct row *row = p->source->words.v[p->at].row;
	bool plural = row_has(row, SPAN("Number"), SPAN("Plur"));
	size_t next = p->at + 1;

	*n = 1;
	if (source_is_of(p->source, p->at, SPAN("avere")) && is_participle(p, next))
		return plural ? SPAN("have reportedly") : SPAN("has reportedly");
	if (!source_is_of(p->source, p->at, SPAN("essere")))
		return SPAN("");
	if (is_participle(p, next) &&
	    is_of_kind(p->models->kinds, &p->source->words.v[next], ESSERE))
		return plural ? SPAN("have reportedly") : SPAN("has reportedly");
	if (next >= p->source->words.n || !source_is_of(p->source, next, SPAN("essere")) ||
	    !is_participle(p, next + 1))
		return SPAN("");
	*n = 2;
	return plural ? SPAN("were reportedly") : SPAN("was reportedly");
}

bool
saying_find_hearsay(const struct place *p, struct construction *out)
{
	const struct source_word *w = &p->source->words.v[p->at];

	if (!source_is(p->source, p->at, "AUX") || w->nrows != 1 ||
	    !row_has(w->row, SPAN("Mood"), SPAN("Cnd")) ||
	    !row_has(w->row, SPAN("Person"), SPAN("3")) || is_condition(p))
		return false;
	out->english = reportedly(p, &out->n);
	return out->english.n > 0;
}
