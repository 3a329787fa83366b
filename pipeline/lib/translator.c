#include "translator.h"

#include <string.h>

#include "adverb.h"
#include "agreement.h"
#include "buf.h"
#include "compose.h"
#include "english_text.h"
#include "indefinite.h"
#include "inflect.h"
#include "inversion.h"
#include "lexicon.h"
#include "neutral.h"
#include "person.h"
#include "phrase_table.h"
#include "prefer.h"
#include "pronoun.h"
#include "referent.h"
#include "rephrase.h"
#include "subject.h"
#include "utf8.h"

const char *const part_names[NPARTS] = {
	[PART_LEXICON] = "lexicon",       [PART_EXPRESSIONS] = "expressions",
	[PART_RULES] = "rules",           [PART_WALLS] = "walls",
	[PART_SUBJECTS] = "subjects",     [PART_ORDER] = "order",
	[PART_REORDERING] = "reordering", [PART_COMPOSE] = "compose",
	[PART_CLASSES] = "classes",       [PART_GLOSS] = "gloss",
};

enum { KEPT = 20, EQUIVALENTS = 3, RARE = 2, SURE = 3 }; /* sentences */

static bool
is_name(const struct source_word *w)
{
	return row_is(w->row, "PROPN");
}

/* The form that the table has: a capital in mid-sentence may be the writer's ("il Governo"), and
 * the one in lower case may have been a name after all. */
static struct span
known_form(const struct translator *t, struct arena *arena, const struct source_word *w)
{
	struct span neutral = neutral_form(arena, w), lower;

	if (table_has(&t->phrases, neutral))
		return neutral;
	if (table_has(&t->phrases, w->form))
		return w->form;
	lower = utf8_lower(arena, w->form);
	if (!is_name(w) && table_has(&t->phrases, lower))
		return lower;
	return table_has(&t->phrases, w->written) ? w->written : w->form;
}

/* In how many sentences the table has seen the word so translated, at most. */
static unsigned
most_seen(const struct candidate_list *l)
{
	unsigned most = 0;

	for (size_t i = 0; i < l->list.n; i++)
		if (l->list.v[i]->origin == FROM_TABLE && l->list.v[i]->seen > most)
			most = l->list.v[i]->seen;
	return most;
}

static struct span
object_pronoun(enum referent referent)
{
	return referent == REFERENT_HE    ? SPAN(" him")
	       : referent == REFERENT_SHE ? SPAN(" her")
					  : SPAN(" it");
}

/* The equivalent in the form of the word; of a token of several words, if it is a verb with
 * pronouns ("vederla": "see it"), else empty. */
static struct span
inflect_token(const struct translator *t, struct arena *arena, const struct source_word *w,
	      struct span base)
{
	struct span english = inflect(&t->english, arena, w->row, base);

	if (w->nrows == 1)
		return english;
	if (!row_is_verb(w->row))
		return SPAN("");
	return arena_concat(
	    arena, english,
	    inflect_enclitics(arena, w->row + 1, w->nrows - 1, object_pronoun(w->referent)));
}

static struct span
equivalents(const struct translator *t, struct arena *arena, const struct source_word *w)
{
	struct span lemma = w->row->col[C_LEMMA], found = SPAN("");

	if (w->pronominal)
		found = lexicon_pronominal(&t->lexicon, arena, lemma);
	if (found.n == 0)
		found = lexicon_find(&t->lexicon, arena, lemma, w->row->col[C_UPOS]);
	/* the lemma may be a guess: "motonava" of "motonave" */
	return found.n > 0 ? found : lexicon_find(&t->lexicon, arena, w->form, w->row->col[C_UPOS]);
}

static void
add_lexicon(const struct translator *t, struct candidates *c, const struct source_word *w,
	    unsigned i)
{
	struct span rest = equivalents(t, c->arena, w), base;

	if (rest.n == 0)
		return;
	for (int rank = 1; rank <= EQUIVALENTS && span_cut(&rest, '|', &base); rank++) {
		struct span english = inflect_token(t, c->arena, w, base);

		if (base.n > 0 && english.n > 0)
			candidate_add_equivalent(c, i, i + 1, english, rank);
	}
}

/* English tells news in the past: "ha ribaltato" is "overturned". i: of the participle. */
static void
add_past(const struct translator *t, struct candidates *c, const struct source *source, unsigned i)
{
	const struct source_word *w = &source->words.v[i];
	struct span rest, base;

	if (i == 0 || !row_has(w->row, SPAN("VerbForm"), SPAN("Part")) ||
	    !(span_eq(w[-1].form, SPAN("ha")) || span_eq(w[-1].form, SPAN("hanno"))))
		return;
	rest = equivalents(t, c->arena, w);
	for (int rank = 1; rank <= EQUIVALENTS && span_cut(&rest, '|', &base); rank++) {
		struct span english = base.n > 0 ? english_past(&t->english, c->arena, base) : base;

		if (english.n > 0)
			candidate_add_equivalent(c, i - 1, i + 1, english, rank);
	}
}

/* What English often does without: articles, reflexive and adverbial pronouns, a dropped subject.
 * The feature that counts it; 0 for all other words. */
static enum feature
dropped_as(const struct source_word *w)
{
	static const struct {
		struct span form;
		enum feature feature;
	} forms[] = {
		{ SPAN("il"), F_NO_ARTICLE }, { SPAN("lo"), F_NO_ARTICLE },
		{ SPAN("la"), F_NO_ARTICLE }, { SPAN("l'"), F_NO_ARTICLE },
		{ SPAN("i"), F_NO_ARTICLE },  { SPAN("gli"), F_NO_ARTICLE },
		{ SPAN("le"), F_NO_ARTICLE }, { SPAN("si"), F_DROPPED },
		{ SPAN("s'"), F_DROPPED },    { SPAN("ne"), F_DROPPED },
		{ SPAN("ci"), F_DROPPED },    { SPAN("vi"), F_DROPPED },
	};

	for (size_t i = 0; w->sign.n == 0 && i < sizeof(forms) / sizeof(*forms); i++)
		if (span_eq(w->form, forms[i].form))
			return forms[i].feature;
	return w->nrows == 0 ? F_DROPPED : 0;
}

static void
add_nothing(struct candidates *c, unsigned i, enum feature feature)
{
	struct candidate *new = candidate_add(c, i, i + 1, SPAN(""), FROM_RULE);

	new->value[feature] = 1;
	candidate_done(c, new);
}

static bool
is_beside_name(const struct source *source, unsigned i)
{
	return (i > 0 && is_name(&source->words.v[i - 1])) ||
	       (i + 1 < source->words.n && is_name(&source->words.v[i + 1]));
}

/* What a few sentences made of a name says little: one has Malta as Hospitaller. Beside another
 * name it is part of somebody's ("Alberico Santandini"), and stays. */
static void
add_name(const struct translator *t, struct candidates *c, const struct source *source, unsigned i)
{
	const struct source_word *w = &source->words.v[i];
	struct candidate_list *l = candidates_of(c, i, i + 1);

	if (most_seen(l) >= SURE)
		return;
	l->list.n = 0;
	if (!t->without[PART_LEXICON] && !is_beside_name(source, i))
		add_lexicon(t, c, w, i);
	if (l->list.n == 0)
		candidate_add_copy(c, i, w->form);
}

/* The table has met few women. */
static void
add_she(struct candidates *c, const struct source_word *w, unsigned i)
{
	struct candidate *new;

	if (w->referent != REFERENT_SHE || !row_has(w->row, SPAN("Number"), SPAN("Sing")))
		return;
	new = candidate_add(c, i, i + 1, SPAN("she"), FROM_RULE);
	new->value[F_RULE] = 1;
	candidate_done(c, new);
}

static void
add_word(const struct translator *t, struct candidates *c, const struct source *source, unsigned i)
{
	const struct source_word *w = &source->words.v[i];
	const struct candidate_list *l = candidates_of(c, i, i + 1);

	if (dropped_as(w) > 0)
		add_nothing(c, i, dropped_as(w));
	if (w->nrows == 0) {
		add_she(c, w, i);
		return;
	}
	if (is_name(w)) {
		add_name(t, c, source, i);
		return;
	}
	if (!t->without[PART_LEXICON] &&
	    (most_seen(l) < RARE || w->pronominal || needs_auxiliary(w->row))) {
		add_lexicon(t, c, w, i);
		add_past(t, c, source, i);
	}
	if (l->list.n == 0)
		candidate_add_copy(c, i, w->form);
}

static void
add_fixed(struct candidates *c, const struct fixed *f)
{
	struct candidate *new = candidate_add(c, f->from, f->to, f->english, f->origin);

	new->value[f->origin == FROM_LEXICON ? F_LEXICON : F_RULE] = 1;
	candidate_done(c, new);
	if (f->sure)
		candidates_clear(c, f->from, f->to, f->origin);
	c->tied[f->from] |= f->tied;
	c->tied[f->to] |= f->tied;
}

/* What stands in brackets or quotation marks, or before a colon, is not mixed with the rest. */
static bool
is_wall(struct span form)
{
	static const struct span walls[] = { SPAN("("), SPAN(")"), SPAN("["),  SPAN("]"),
					     SPAN(":"), SPAN(";"), SPAN("\""), SPAN("..."),
					     SPAN("–"), SPAN("—"), SPAN("."),  SPAN("?"),
					     SPAN("!"), SPAN(",") };

	return SPAN_AMONG(form, walls);
}

static void
set_walls(struct candidates *c, const struct source *source)
{
	unsigned wall = (unsigned)c->n;

	for (unsigned i = wall; i-- > 0;) {
		if (is_wall(source->words.v[i].form))
			wall = i;
		c->wall[i] = wall;
	}
}

/* Names of several words stay together, and what joins two: "Scale AI", "Ormenati di Biella". */
static void
tie_names(struct candidates *c, const struct source *source)
{
	const struct source_word *w = source->words.v;

	for (size_t i = 1; i < c->n; i++)
		c->tied[i] = is_name(&w[i]) &&
			     (is_name(&w[i - 1]) ||
			      (i > 1 && is_name(&w[i - 2]) && span_eq(w[i - 1].form, SPAN("di"))));
}

static void
find_fixed(const struct translator *t, struct arena *arena, const struct source *source,
	   struct fixed_list *fixed)
{
	struct fixed_sources ask = {
		.glossary = t->glossary,
		.quantities = t->without[PART_RULES] ? NULL : t->quantities,
		.expressions = t->without[PART_EXPRESSIONS] ? NULL : &t->expressions,
		.lexicon = t->without[PART_LEXICON] ? NULL : &t->lexicon,
		.kinds = &t->kinds,
		.english = &t->english,
	};

	fixed_find(&ask, arena, source, fixed);
}

/* Which span a word is fixed in, from 1; 0: none. Words inside one may move among themselves. */
static unsigned *
fixed_words(struct arena *arena, size_t n, const struct fixed_list *fixed)
{
	unsigned *span = ARENA_NEW(arena, unsigned, n);

	for (size_t k = 0; k < fixed->n; k++)
		for (unsigned i = fixed->v[k].from; i < fixed->v[k].to; i++)
			span[i] = fixed->v[k].from + 1;
	return span;
}

/* Clears what covers a part of the words from i on that belong together, and not all of them; if
 * all of them still have a candidate: a glossary may have taken one of the words. */
static void
keep_whole(const struct candidates *c, unsigned i, unsigned n)
{
	if (candidates_of(c, i, i + n)->list.n == 0)
		return;
	for (unsigned from = 0; from < c->n; from++)
		for (unsigned to = from + 1; to <= c->n && to - from <= CANDIDATE_LONGEST; to++)
			if ((from > i && from < i + n) || (to > i && to < i + n))
				candidates_of(c, from, to)->list.n = 0;
}

static void
collect(const struct translator *t, struct candidates *c, const struct source *source,
	const struct fixed_list *fixed)
{
	struct span *forms = ARENA_NEW(c->arena, struct span, c->n);

	for (size_t i = 0; i < c->n; i++)
		forms[i] = known_form(t, c->arena, &source->words.v[i]);
	tie_names(c, source);
	phrase_table_find(&t->phrases, c, forms);
	for (size_t i = 0; i < c->n; i++)
		add_word(t, c, source, (unsigned)i);
	if (!t->without[PART_COMPOSE])
		compose(&t->english, &t->lexicon, &t->kinds, c, source);
	if (!t->without[PART_GLOSS])
		prefer_glosses(&t->english, c, source);
	if (!t->without[PART_LEXICON]) {
		keep_people(&t->lexicon, &t->kinds, c, source);
		prefer_class(&t->english, &t->lexicon, c, source);
	}
	for (size_t i = 0; i < fixed->n; i++)
		if (fixed->v[i].sure)
			candidates_clear(c, fixed->v[i].from, fixed->v[i].to, NORIGINS);
	for (size_t i = 0; i < fixed->n; i++)
		add_fixed(c, &fixed->v[i]);
	for (unsigned i = 0; i < c->n; i++)
		if (source->words.v[i].whole > 0)
			keep_whole(c, i, source->words.v[i].whole);
	count_disagreement(c, source);
	if (!t->without[PART_WALLS])
		set_walls(c, source);
	candidates_sort(c, KEPT);
}

/* Signs are put in and words are moved: the caller's stay where they are. */
static struct source
copy_source(struct arena *arena, const struct source *source)
{
	struct source copy = { 0 };

	for (size_t i = 0; i < source->words.n; i++)
		*PUSH(arena, &copy.words) = source->words.v[i];
	return copy;
}

void
translate_source(const struct translator *t, struct arena *arena, const struct source *source,
		 struct translation *out)
{
	struct candidates c;
	struct fixed_list fixed = { 0 };

	*out = (struct translation){ .source = copy_source(arena, source) };
	if (source->words.n == 0)
		return;
	rephrase(arena, &t->phrases, &t->kinds, &out->source);
	if (!t->without[PART_ORDER]) {
		source_move_adverbs(&out->source);
		source_invert(arena, &t->lexicon, &t->kinds, &out->source);
	}
	if (!t->without[PART_SUBJECTS])
		source_add_subjects(arena, &t->kinds, &out->source);
	if (!t->without[PART_LEXICON])
		source_find_referents(&t->kinds, &t->lexicon, &out->source);
	find_fixed(t, arena, &out->source, &fixed);
	if (!t->without[PART_ORDER]) {
		fixed_move_adjectives(&out->source, &fixed);
		move_pronouns(arena, &t->kinds, &out->source, &fixed);
		source_reorder(&out->source, fixed_words(arena, out->source.words.n, &fixed));
	}
	candidates_init(&c, arena, &t->language, t->weight, out->source.words.n);
	collect(t, &c, &out->source, &fixed);
	out->nbest = search(&c, arena, &t->limits, &out->best);
	nbest(arena, out->best, 1, 1, &out->path);
	out->nwords = path_words(arena, &out->path, &out->words);
	set_indefinite(out->words, out->nwords);
	out->text = english_join(arena, out->words, out->nwords);
}

void
translate(const struct translator *t, struct arena *arena, const struct sentence *s,
	  struct translation *out)
{
	struct source source;

	source_make(arena, s, &source);
	translate_source(t, arena, &source, out);
}

void
translator_leave_out(struct translator *t, enum part part)
{
	t->without[part] = true;
	if (part == PART_CLASSES)
		t->weight[F_CLASSES] = 0;
	for (int i = F_BEFORE_MONOTONE; part == PART_REORDERING && i <= F_BEHIND_APART; i++)
		t->weight[i] = 0;
}

void
translator_close(struct translator *t)
{
	table_close(&t->phrases);
	table_close(&t->lexicon);
	table_close(&t->kinds);
	expressions_close(&t->expressions);
	table_close(&t->english.verbs);
	table_close(&t->english.nouns);
	language_close(&t->language);
}
