#include "prefer.h"

#include "english_text.h"
#include "inflect.h"
#include "lexicon.h"

enum { WORTH = 12 }; /* glosses of other words is one that the subject has chosen, or a verb */

/* The English of a word by its gloss, in the form that the text asks for; a name that is the same
 * in both languages says nothing: São Paulo is not "San Paolo". */
struct gloss {
	struct span english; /* empty: there is none */
	unsigned weight;
};

static struct gloss
glossed(const struct english *en, struct arena *arena, const struct source_word *w)
{
	struct span misc = w->row->col[C_MISC], gloss, subject;

	if (w->nrows != 1 || !misc_get(misc, SPAN("Gloss"), &gloss) ||
	    (row_is(w->row, "PROPN") && span_eq(gloss, w->written)))
		return (struct gloss){ 0 };
	return (struct gloss){ english_cut(arena, inflect(en, arena, w->row, gloss)),
			       misc_get(misc, SPAN("Subject"), &subject) ? WORTH : 1 };
}

static bool
says_at(const struct candidate *c, size_t at, struct span english)
{
	struct span word;

	while (english.s != NULL && span_cut(&english, ' ', &word))
		if (at == c->n || !span_eq(word, c->words[at++]))
			return false;
	return true;
}

/* The words stand in the candidate one behind the other. */
static bool
says(const struct candidate *c, struct span english)
{
	for (size_t i = 0; i < c->n; i++)
		if (says_at(c, i, english))
			return true;
	return false;
}

static bool
is_said(const struct candidates *c, unsigned i, struct span english)
{
	const struct candidate_list *l = candidates_of(c, i, i + 1);

	for (size_t k = 0; k < l->list.n; k++)
		if (says(l->list.v[k], english))
			return true;
	return false;
}

static void
count_glosses(const struct candidates *c, const struct gloss gloss[],
	      const struct candidate_list *l)
{
	for (size_t k = 0; k < l->list.n; k++) {
		struct candidate *x = l->list.v[k];

		for (unsigned i = x->from; i < x->to; i++)
			if (gloss[i].english.n > 0 && says(x, gloss[i].english))
				x->value[F_GLOSS] += (float)gloss[i].weight;
		if (x->value[F_GLOSS] > 0)
			candidate_done(c, x);
	}
}

void
prefer_glosses(const struct english *en, struct candidates *c, const struct source *source)
{
	struct gloss *gloss = ARENA_NEW(c->arena, struct gloss, c->n);

	for (size_t i = 0; i < c->n; i++) {
		gloss[i] = glossed(en, c->arena, &source->words.v[i]);
		if (gloss[i].weight == WORTH && !is_said(c, (unsigned)i, gloss[i].english))
			candidate_add_equivalent(c, (unsigned)i, (unsigned)i + 1, gloss[i].english,
						 1);
	}
	for (size_t i = 0; i < c->n * CANDIDATE_LONGEST; i++)
		count_glosses(c, gloss, &c->span[i]);
}

/* Is the candidate among these equivalents, in the form of the word or its own? */
static bool
is_equivalent(const struct english *en, struct arena *arena, const struct row *row,
	      struct span equivalents, const struct candidate *x)
{
	struct span one;

	while (span_cut(&equivalents, '|', &one))
		if (one.n > 0 && (says(x, one) || says(x, inflect(en, arena, row, one))))
			return true;
	return false;
}

/* ---- verbs and nouns of one form */

/* "rivolte" of "rivolgere" is "turned"; "riots" are of "rivolta". */
static bool
is_of_noun(const struct english *en, const struct table *lexicon, struct arena *arena,
	   const struct source_word *w, const struct candidate *x)
{
	static const struct span endings[] = { SPAN("a"), SPAN("o"), SPAN("e") };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span stem = { w->form.s, w->form.n - 1 };
		struct span noun = arena_concat(arena, stem, endings[i]), one;
		struct span rest = lexicon_exact(lexicon, noun, SPAN("NOUN"));

		while (rest.n > 0 && span_cut(&rest, '|', &one))
			if (one.n > 0 && (says(x, one) || says(x, english_plural(en, arena, one))))
				return true;
	}
	return false;
}

static bool
has_noun(const struct english *en, const struct table *lexicon, const struct candidates *c,
	 const struct source_word *w, const struct candidate_list *l)
{
	for (size_t k = 0; k < l->list.n; k++)
		if (is_of_noun(en, lexicon, c->arena, w, l->list.v[k]))
			return true;
	return false;
}

/* Is the candidate a form of one of these verbs? */
static bool
is_form(const struct english *en, struct arena *arena, struct span verbs, const struct candidate *x)
{
	struct span one;

	while (span_cut(&verbs, '|', &one))
		if (one.n > 0 && x->n == 1 && english_is_form(en, arena, one, x->words[0]))
			return true;
	return false;
}

/* "costa" of the coast is not "costs". */
static bool
is_of_verb(const struct english *en, const struct table *lexicon, struct arena *arena,
	   const struct source_word *w, const struct candidate *x)
{
	static const struct span endings[] = { SPAN("are"), SPAN("ere"), SPAN("ire") };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span stem = { w->form.s, w->form.n - 1 };
		struct span verb = arena_concat(arena, stem, endings[i]);

		if (is_form(en, arena, lexicon_exact(lexicon, verb, SPAN("VERB")), x))
			return true;
	}
	return false;
}

/* Of a word's candidates those that are none of its equivalents are doubted: all, or what is of the
 * verb of the same form. If nobody says an equivalent, the first is offered. */
static void
prefer_own(const struct english *en, const struct table *lexicon, struct candidates *c,
	   const struct source_word *w, unsigned i, struct span own, bool all)
{
	const struct candidate_list *l = candidates_of(c, i, i + 1);
	bool said = false;

	for (size_t k = 0; k < l->list.n; k++) {
		struct candidate *x = l->list.v[k];

		if (is_equivalent(en, c->arena, w->row, own, x)) {
			said = true;
		} else if (all || is_of_verb(en, lexicon, c->arena, w, x)) {
			x->value[F_GLOSS] -= WORTH;
			candidate_done(c, x);
		}
	}
	if (!said)
		candidate_add_equivalent(c, i, i + 1,
					 inflect(en, c->arena, w->row, lexicon_first(own)), 1);
}

/* Where the table has met the noun of a verb's form, all that it has is of the noun, "uprisings"
 * as well as "riots". */
static void
prefer_class_of(const struct english *en, const struct table *lexicon, struct candidates *c,
		const struct source_word *w, unsigned i)
{
	struct span own = lexicon_exact(lexicon, w->row->col[C_LEMMA], w->row->col[C_UPOS]);
	bool verb = row_is(w->row, "VERB");

	if (own.n == 0 || w->nrows != 1 || w->form.n < 4 || !(verb || row_is(w->row, "NOUN")))
		return;
	if (!verb || has_noun(en, lexicon, c, w, candidates_of(c, i, i + 1)))
		prefer_own(en, lexicon, c, w, i, own, verb);
}

void
prefer_class(const struct english *en, const struct table *lexicon, struct candidates *c,
	     const struct source *source)
{
	for (unsigned i = 0; i < c->n; i++)
		prefer_class_of(en, lexicon, c, &source->words.v[i], i);
}
