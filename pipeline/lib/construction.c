#include "construction.h"

#include "buf.h"
#include "inflect.h"
#include "kind.h"
#include "lexicon.h"
#include "utf8.h"

enum { FAR = 12, AGE_MAX = 120 }; /* words between the two "sia"; years */

struct place {
	const struct construction_models *models;
	struct arena *arena;
	const struct source_word *words;
	size_t n, at;
};

static bool
says(const struct place *p, size_t i, struct span form)
{
	return i < p->n && span_eq(p->words[i].form, form);
}

static bool
is(const struct place *p, size_t i, const char *upos)
{
	return i < p->n && row_is(p->words[i].row, upos);
}

static bool
is_nominal(const struct place *p, size_t i)
{
	return is(p, i, "DET") || is(p, i, "NOUN") || is(p, i, "PROPN");
}

/* ---- sia ... sia, sia ... che: both ... and */

/* It joins what is named, and is no form of "essere". */
static bool
is_joining(const struct place *p, size_t i)
{
	return says(p, i, SPAN("sia")) && (is(p, i + 1, "ADP") || is_nominal(p, i + 1));
}

/* The "che" of a "sia" at i: it stands before a word of the same kind, and no verb is between; 0
 * if there is none. "Ritiene che sia il primo che" is "essere". */
static size_t
joined_by_che(const struct place *p, size_t i)
{
	if (!is_joining(p, i) || is(p, i, "AUX") || (i > 0 && says(p, i - 1, SPAN("che"))))
		return 0;
	for (size_t k = i + 2; k <= i + FAR && k < p->n; k++) {
		if (is(p, k, "PUNCT") || is(p, k, "VERB") || is(p, k, "AUX"))
			return 0;
		if (says(p, k, SPAN("che")) &&
		    (is(p, i + 1, "ADP") ? is(p, k + 1, "ADP") : is_nominal(p, k + 1)))
			return k;
		if (says(p, k, SPAN("che")))
			return 0;
	}
	return 0;
}

static bool
is_joining_che(const struct place *p)
{
	if (!says(p, p->at, SPAN("che")))
		return false;
	for (size_t i = p->at; i-- > 0 && i + FAR >= p->at;)
		if (says(p, i, SPAN("sia")))
			return joined_by_che(p, i) == p->at;
	return false;
}

static bool
is_clause_end(const struct place *p, size_t i)
{
	return says(p, i, SPAN(".")) || says(p, i, SPAN(";")) || says(p, i, SPAN(":"));
}

static bool
has_other(const struct place *p, bool before)
{
	for (size_t k = 1; k <= FAR; k++) {
		size_t i = before ? p->at - k : p->at + k;

		if ((before && p->at < k) || is_clause_end(p, i))
			return false;
		if (is_joining(p, i))
			return true;
	}
	return false;
}

static bool
find_both(const struct place *p, struct construction *out)
{
	*out = (struct construction){ .n = 1, .english = SPAN("and") };
	if (is_joining_che(p))
		return true;
	if (!is_joining(p, p->at))
		return false;
	if (has_other(p, true))
		return true;
	out->english = SPAN("both");
	return has_other(p, false) || joined_by_che(p, p->at) > 0;
}

/* ---- concorrenti come OpenAI: such as */

static bool
find_example(const struct place *p, struct construction *out)
{
	if (!says(p, p->at, SPAN("come")) || p->at == 0 ||
	    !(is(p, p->at - 1, "NOUN") || is(p, p->at - 1, "PROPN")) || !is(p, p->at + 1, "PROPN"))
		return false;
	*out = (struct construction){ .n = 1, .english = SPAN("such as|like"), .tied = true };
	return true;
}

/* ---- Mario Rossi, 34 anni, ...; una donna di 34 anni */

static bool
is_age(const struct place *p, size_t i)
{
	long age = i < p->n ? span_number(p->words[i].form) : 0;

	return age >= 1 && age <= AGE_MAX && says(p, i + 1, SPAN("anni"));
}

static bool
find_age(const struct place *p, struct construction *out)
{
	if (!is_age(p, p->at) || p->at < 2 || !says(p, p->at - 1, SPAN(",")) ||
	    !is(p, p->at - 2, "PROPN") ||
	    !(says(p, p->at + 2, SPAN(",")) || is_clause_end(p, p->at + 2)))
		return false;
	*out = (struct construction){ .n = 2, .english = p->words[p->at].form };
	return true;
}

/* One of a people: "un tunisino", which the lexicon gives a capital. */
static bool
is_of_people(const struct place *p, size_t i)
{
	const struct row *row = p->words[i].row;

	return p->models->lexicon != NULL && !utf8_is_capital(row->col[C_LEMMA]) &&
	       utf8_is_capital(lexicon_first(lexicon_find(p->models->lexicon, p->arena,
							  row->col[C_LEMMA], row->col[C_UPOS])));
}

static bool
is_person(const struct place *p, size_t i)
{
	return is(p, i, "NOUN") &&
	       (is_of_kind(p->models->kinds, &p->words[i], PERSON) ||
		is_of_kind(p->models->kinds, &p->words[i], EITHER) || is_of_people(p, i));
}

static bool
find_aged(const struct place *p, struct construction *out)
{
	size_t i = p->at;

	if (!says(p, i, SPAN("di")) || !is_age(p, i + 1) || says(p, i + 3, SPAN("e")))
		return false;
	while (i > 0 && is(p, i - 1, "ADJ"))
		i--;
	*out = (struct construction){
		.n = 3,
		.english = arena_concat(p->arena, SPAN("aged "), p->words[p->at + 1].form),
	};
	return i > 0 && is_person(p, i - 1);
}

/* ---- ben tre ponti */

static bool
find_many(const struct place *p, struct construction *out)
{
	*out = (struct construction){ .n = 1, .english = SPAN("as many as"), .tied = true };
	return says(p, p->at, SPAN("ben")) && is(p, p->at + 1, "NUM");
}

/* ---- a dare l'allarme è stato un passante: raising the alarm was */

static bool
is_be_before_subject(const struct place *p, size_t i)
{
	if (!(is(p, i, "AUX") || is(p, i, "VERB")) ||
	    !span_eq(p->words[i].row->col[C_LEMMA], SPAN("essere")))
		return false;
	i += row_has(p->words[i].row, SPAN("VerbForm"), SPAN("Fin"));
	while (is(p, i, "AUX") || is(p, i, "ADV"))
		i++;
	return is_nominal(p, i);
}

/* The verb alone: its object follows in its own words. */
static bool
find_cleft(const struct place *p, struct construction *out)
{
	size_t verb = p->at + 1;
	struct span base;

	if (!(says(p, p->at, SPAN("a")) || says(p, p->at, SPAN("ad"))) ||
	    !(p->at == 0 || is_clause_end(p, p->at - 1)) || !is(p, verb, "VERB") ||
	    p->words[verb].nrows != 1 ||
	    !row_has(p->words[verb].row, SPAN("VerbForm"), SPAN("Inf")) ||
	    !misc_get(p->words[verb].row->col[C_MISC], SPAN("Gloss"), &base))
		return false;
	*out = (struct construction){
		.n = 2,
		.english = english_gerund(p->models->english, p->arena, base),
	};
	for (size_t i = verb + 1; i < p->n && i <= verb + FAR && !is(p, i, "PUNCT"); i++)
		if (is_be_before_subject(p, i))
			return true;
	return false;
}

/* ---- «...», ha detto Rossi; ha dichiarato che: said */

static bool
is_behind_quotation(const struct place *p)
{
	return (p->at >= 1 && says(p, p->at - 1, SPAN("\""))) ||
	       (p->at >= 2 && says(p, p->at - 1, SPAN(",")) && says(p, p->at - 2, SPAN("\"")));
}

/* What newspapers call "said" in English. */
static bool
is_said(struct span lemma)
{
	static const struct span said[] = { SPAN("dire"), SPAN("dichiarare"), SPAN("affermare"),
					    SPAN("sostenere"), SPAN("riferire") };

	return SPAN_AMONG(lemma, said);
}

/* Other verbs that name the speaker have their gloss. */
static struct span
saying(const struct place *p, size_t i)
{
	const struct row *row = p->words[i].row;
	struct span gloss = SPAN("");

	if (is_said(row->col[C_LEMMA]))
		return SPAN("say");
	misc_get(row->col[C_MISC], SPAN("Gloss"), &gloss);
	return gloss;
}

/* "ha detto Rossi", "ha detto ai cronisti Rossi" */
static bool
names_speaker(const struct place *p, size_t i)
{
	if (is(p, i, "ADP") && is(p, i + 1, "NOUN"))
		i += 2;
	return is_nominal(p, i);
}

static bool
is_reporting(const struct place *p, size_t verb)
{
	struct span lemma = p->words[verb].row->col[C_LEMMA];

	if (is_behind_quotation(p) && names_speaker(p, verb + 1))
		return true;
	return is_said(lemma) && (says(p, verb + 1, SPAN("che")) || says(p, verb + 1, SPAN(":")) ||
				  span_eq(lemma, SPAN("affermare")));
}

/* The phrase table has met "ha detto" with nobody named behind it, and puts "he" in; and the other
 * verbs where they assert, declare and sustain. */
static bool
find_saying(const struct place *p, struct construction *out)
{
	bool perfect = says(p, p->at, SPAN("ha")) || says(p, p->at, SPAN("hanno"));
	size_t verb = p->at + perfect;
	struct span say;

	if (!is(p, verb, "VERB") || p->words[verb].nrows != 1 || p->words[verb].pronominal ||
	    perfect != row_has(p->words[verb].row, SPAN("VerbForm"), SPAN("Part")) ||
	    !is_reporting(p, verb) || (say = saying(p, verb)).n == 0)
		return false;
	say = perfect ? english_past(p->models->english, p->arena, say)
		      : inflect(p->models->english, p->arena, p->words[verb].row, say);
	*out = (struct construction){ .n = perfect + 1, .english = say };
	return true;
}

/* ---- si prevede che: it is expected; piogge si prevedono: are expected */

/* "is expected" for "prevede", by its gloss; empty if it has none. */
static struct span
passive(const struct place *p, size_t i)
{
	const struct row *verb = p->words[i].row;
	struct span gloss, be;

	if (!misc_get(verb->col[C_MISC], SPAN("Gloss"), &gloss))
		return SPAN("");
	be = arena_concat(p->arena, inflect(p->models->english, p->arena, verb, SPAN("be")),
			  SPAN(" "));
	return arena_concat(p->arena, be, english_participle(p->models->english, p->arena, gloss));
}

static bool
find_passive(const struct place *p, struct construction *out)
{
	if (!p->words[p->at].passive)
		return false;
	*out = (struct construction){ .n = 2, .english = passive(p, p->at + 1) };
	return out->english.n > 0;
}

/* With the sign for a subject before it, which it is not. */
static bool
find_impersonal(const struct place *p, struct construction *out)
{
	size_t si = p->at + (p->words[p->at].nrows == 0);
	const struct row *verb;

	if (!says(p, si, SPAN("si")) || !is(p, si + 1, "VERB") || p->words[si + 1].nrows != 1 ||
	    !says(p, si + 2, SPAN("che")))
		return false;
	verb = p->words[si + 1].row;
	if (!row_has(verb, SPAN("Person"), SPAN("3")) ||
	    !row_has(verb, SPAN("Number"), SPAN("Sing")))
		return false;
	*out = (struct construction){ .n = si + 2 - p->at, .english = passive(p, si + 1) };
	if (out->english.n == 0)
		return false;
	out->english = arena_concat(p->arena, SPAN("it "), out->english);
	return true;
}

/* ---- via dei Mulini */

static bool
is_capital(const struct place *p, size_t i)
{
	return i < p->n && utf8_is_capital(p->words[i].written);
}

/* Only "della" and its like, which are two words: "per via di" is no street. */
static size_t
skip_article(const struct place *p, size_t i)
{
	return i < p->n && p->words[i].nrows == 2 && is(p, i, "ADP") &&
	       span_eq(p->words[i].row->col[C_LEMMA], SPAN("di"));
}

/* What the name of a street may begin with: "kept" or "kept article", empty for all else. */
static struct span
street_kind(const struct place *p)
{
	struct span fields, class;

	if (!table_find(p->models->quantities, p->words[p->at].form, &fields))
		return SPAN("");
	do {
		struct span rest = fields;

		if (span_cut(&rest, '\t', &class) && span_eq(class, SPAN("street")))
			return rest;
	} while (table_again(p->models->quantities, p->words[p->at].form, &fields));
	return SPAN("");
}

/* Behind "via" and the article of its name; 0 if no street is here. "Per via della" is "because
 * of", "nel corso del" is "during". */
static size_t
skip_kind(const struct place *p)
{
	struct span kind = street_kind(p);

	if (!span_starts(kind, SPAN("kept")) || (p->at > 0 && says(p, p->at - 1, SPAN("per"))))
		return 0;
	return p->at + 1 + (span_ends(kind, SPAN("article")) ? skip_article(p, p->at + 1) : 0);
}

static struct span
as_written(const struct place *p, size_t to)
{
	struct buf out = { .arena = p->arena };

	for (size_t i = p->at; i < to; i++) {
		if (i > p->at)
			buf_putc(&out, ' ');
		buf_put(&out, p->words[i].written);
	}
	return buf_span(&out);
}

/* With "in" before it, which the phrase table may leave out or carry away. */
static bool
find_street(const struct place *p, struct construction *out)
{
	struct place street = *p;
	size_t first, end;

	street.at += says(p, p->at, SPAN("in"));
	end = first = street.at < p->n ? skip_kind(&street) : 0;
	while (first > 0 && is_capital(p, end))
		end++;
	*out = (struct construction){ .n = end - p->at, .english = as_written(p, end) };
	return end > first;
}

/* ---- erano le 2.40: it was */

/* With the sign for a subject, which is not "they". */
static bool
find_clock(const struct place *p, struct construction *out)
{
	const struct source_word *verb = &p->words[p->at + 1];

	if (p->words[p->at].nrows > 0 || !says(p, p->at + 2, SPAN("le")) ||
	    !span_eq(verb->row->col[C_LEMMA], SPAN("essere")) || p->at + 3 >= p->n ||
	    !utf8_has_digit(p->words[p->at + 3].form))
		return false;
	*out = (struct construction){
		.n = 3,
		.english =
		    row_has(verb->row, SPAN("Tense"), SPAN("Imp")) ? SPAN("it was") : SPAN("it is"),
	};
	return true;
}

bool
construction_find(const struct construction_models *models, struct arena *arena,
		  const struct source *source, size_t at, struct construction *out)
{
	static bool (*const find[])(const struct place *, struct construction *) = {
		find_both,   find_example, find_age,        find_aged,   find_many,  find_cleft,
		find_saying, find_passive, find_impersonal, find_street, find_clock,
	};
	struct place p = { models, arena, source->words.v, source->words.n, at };

	for (size_t i = 0; i < sizeof(find) / sizeof(*find); i++)
		if (find[i](&p, out))
			return true;
	return false;
}
