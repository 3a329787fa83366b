#include "tagger.h"

#include <string.h>

#include "names.h"
#include "tagger_features.h"
#include "utf8.h"

struct tagging {
	const struct tagger *tagger;
	struct arena *arena;
	struct lexemes *lexemes;
	struct capitals capitals;
	struct words words;
	bool shouted; /* the sentence: see capitals.h */
};

static bool
is_closed_class(struct span upos)
{
	return span_eq(upos, SPAN("DET")) || span_eq(upos, SPAN("ADP")) ||
	       span_eq(upos, SPAN("PRON")) || span_eq(upos, SPAN("CCONJ")) ||
	       span_eq(upos, SPAN("SCONJ")) || span_eq(upos, SPAN("AUX"));
}

static struct analysis
name(struct span form)
{
	return (struct analysis){ SPAN("PROPN"), form, SPAN("_") };
}

/* --- by the lexicon alone ----------------------------------------------------------------------
 */

static bool
look_up(const struct tagging *t, struct span key, struct analysis *out)
{
	return analysis_find(&t->tagger->tags, key, 1, out) > 0;
}

static bool
look_up_suffix(const struct tagging *t, struct span key, struct analysis *out)
{
	return analysis_by_suffix(&t->tagger->tags, t->arena, SPAN(""), key, out);
}

static struct analysis
lower_word(const struct tagging *t, struct span key)
{
	struct analysis a;

	if (!look_up(t, key, &a) &&
	    analysis_by_prefix(&t->tagger->tags, t->arena, key, 1, &a) == 0 &&
	    !look_up_suffix(t, key, &a))
		a = (struct analysis){ SPAN("NOUN"), key, SPAN("_") };
	return a;
}

/* With a capital where it says nothing: a name if the document shows it to be one. */
static struct analysis
initial_word(const struct tagging *t, struct span form, struct span key)
{
	struct analysis a;
	bool known = look_up(t, key, &a);

	if (known && (is_closed_class(a.upos) || map_get(&t->capitals.common, key) > 0))
		return a;
	if (map_get(&t->capitals.names, form) > 0)
		return name(form);
	if (known || look_up(t, form, &a))
		return a;
	return look_up_suffix(t, key, &a) && !span_eq(a.upos, SPAN("NOUN")) ? a : name(form);
}

static struct analysis
capital_word(const struct tagging *t, struct span form, struct span key)
{
	struct analysis a;

	if (look_up(t, form, &a))
		return a;
	if (!utf8_is_acronym(form) && look_up(t, key, &a) && is_closed_class(a.upos))
		return a;
	return name(form);
}

static struct analysis
frequent(const struct tagging *t, const struct sentence *s, size_t row, const struct word *w)
{
	struct span form = w->lexeme->form, key = w->lexeme->key;

	if (!utf8_is_capital(form) || capitals_shouted(s))
		return lower_word(t, key);
	if (capitals_initial(s, row) && !utf8_is_acronym(form))
		return initial_word(t, form, key);
	return capital_word(t, form, key);
}

/* --- in context --------------------------------------------------------------------------------
 */

static void
score_alone(const struct perceptron *model, struct lexeme *lexeme)
{
	struct features f;

	features_alone(lexeme, &f);
	perceptron_add(model, f.hash, f.n, lexeme->score);
	lexeme->scored = true;
}

static size_t
choose_class(const struct perceptron *model, const struct word *w)
{
	int16_t score[PERCEPTRON_CLASSES];
	struct features f;

	if (!w->lexeme->scored)
		score_alone(model, w->lexeme);
	memcpy(score, w->lexeme->score, sizeof(score));
	f.n = 0;
	features_in_place(w, &f);
	perceptron_add(model, f.hash, f.n, score);
	return perceptron_best(model, score);
}

/* The analysis of a word, its class known. */
static struct analysis
of_class(const struct tagging *t, const struct lexeme *w, struct span class)
{
	struct span upos = class_upos(class);
	struct analysis a;

	for (size_t i = 0; i < w->readings; i++)
		if (span_eq(analysis_class(w->reading[i].upos, w->reading[i].feats), class))
			return w->reading[i];
	if (span_eq(upos, SPAN("PROPN")))
		return name(w->form);
	if (analysis_by_suffix(&t->tagger->tags, t->lexemes->arena, class, w->key, &a))
		return a;
	for (size_t i = 0; i < w->readings; i++)
		if (span_eq(w->reading[i].upos, upos))
			return w->reading[i];
	return (struct analysis){ upos, w->key, SPAN("_") };
}

/* The same. Most forms are of one class nearly always. */
static struct analysis
of_class_again(const struct tagging *t, struct lexeme *w, struct span class)
{
	if (w->class.s != class.s) {
		w->analysis = of_class(t, w, class);
		w->class = class;
	}
	return w->analysis;
}

/* "REGIONALI" in a line of capitals, if the document has "regionali" elsewhere. */
static bool
is_common(const struct tagging *t, const struct lexeme *w)
{
	return w->readings > 0 && map_get(&t->capitals.common, w->key) > 0;
}

static struct analysis
in_context(const struct tagging *t, const struct sentence *s, size_t row, struct word *w)
{
	const struct perceptron *model = &t->tagger->model;
	size_t class;

	if (capitals_quoted(s, row)) {
		w->tag = atom_of(SPAN("PROPN"));
		return capital_word(t, w->lexeme->form, w->lexeme->key);
	}
	class = choose_class(model, w);
	if (t->shouted && span_eq(model->class[class], SPAN("PROPN")) && is_common(t, w->lexeme)) {
		w->tag = w->lexeme->atom[A_BEST];
		return w->lexeme->reading[0];
	}
	w->tag = (struct atom){ model->class[class], model -> class_hash[class] };
	return of_class_again(t, w->lexeme, model->class[class]);
}

static struct analysis
analyse(const struct tagging *t, const struct sentence *s, size_t row, struct word *w)
{
	if (w->lexeme->fixed) {
		w->tag = atom_of(w->lexeme->reading[0].upos);
		return w->lexeme->reading[0];
	}
	if (t->tagger->model.n > 0)
		return in_context(t, s, row, w);
	return frequent(t, s, row, w);
}

/* --- afterwards --------------------------------------------------------------------------------
 */

/* Behind row i and its adverbs; NULL if the sentence ends. */
static const struct row *
next_row(const struct sentence *s, size_t i)
{
	for (i++; i < s->rows.n; i++)
		if (s->rows.v[i].kind == ROW_WORD && !row_is(&s->rows.v[i], "ADV"))
			return &s->rows.v[i];
	return NULL;
}

/* "sono andato" is of the first person, "sono andati" of the third, which the lexicon has. */
static void
settle_person(struct sentence *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		struct row *row = &s->rows.v[i];
		const struct row *next = next_row(s, i);

		if (next != NULL && row_is(row, "AUX") &&
		    (span_eq(row->col[C_FORM], SPAN("sono")) ||
		     span_eq(row->col[C_FORM], SPAN("Sono"))) &&
		    row_has(next, SPAN("VerbForm"), SPAN("Part")) &&
		    row_has(next, SPAN("Number"), SPAN("Sing")))
			row->col[C_FEATS] =
			    SPAN("Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin");
	}
}

static void
tag_sentence(struct tagging *t, struct sentence *s)
{
	struct word *w;

	t->shouted = capitals_shouted(s);
	words_of(t->lexemes, &t->capitals, t->arena, s, &t->words);
	w = t->words.v + WORD_EDGES;
	for (size_t i = 0; i < s->rows.n; i++) {
		struct row *row = &s->rows.v[i];
		struct analysis a;

		if (row->kind != ROW_WORD)
			continue;
		a = analyse(t, s, i, w++);
		row->col[C_UPOS] = a.upos;
		row->col[C_LEMMA] = a.lemma;
		row->col[C_FEATS] = a.feats.n > 0 ? a.feats : SPAN("_");
	}
	settle_person(s);
}

void
tag_document(const struct tagger *tagger, struct arena *arena, struct document *doc)
{
	struct lexemes own = lexemes_in(arena, &tagger->tags);
	struct tagging t = { .tagger = tagger,
			     .arena = arena,
			     .lexemes = tagger->lexemes != NULL ? tagger->lexemes : &own,
			     .capitals = { { .arena = arena }, { .arena = arena } } };

	for (size_t i = 0; i < doc->sentences.n; i++)
		capitals_note(&t.capitals, &doc->sentences.v[i]);
	for (size_t i = 0; i < doc->sentences.n; i++) {
		tag_sentence(&t, &doc->sentences.v[i]);
		names_mark(arena, &tagger->tags, &t.capitals, &doc->sentences.v[i]);
	}
}
