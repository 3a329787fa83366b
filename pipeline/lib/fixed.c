#include "fixed.h"

#include "buf.h"
#include "construction.h"
#include "english_text.h"
#include "inflect.h"
#include "lexicon.h"
#include "token.h"

struct words {
	struct arena *arena;
	size_t n;
	struct span *forms, *lemmas;
	struct row *rows; /* of tokens: a multiword token, or a sign, has its own form as lemma */
	struct row **row;
	bool *sure;
};

static void
make_words(struct words *w, struct arena *arena, const struct source *source)
{
	w->arena = arena;
	w->n = source->words.n;
	w->forms = ARENA_NEW(arena, struct span, w->n);
	w->lemmas = ARENA_NEW(arena, struct span, w->n);
	w->rows = ARENA_NEW(arena, struct row, w->n);
	w->row = ARENA_NEW(arena, struct row *, w->n);
	w->sure = ARENA_NEW(arena, bool, w->n);
	for (size_t i = 0; i < w->n; i++) {
		const struct source_word *word = &source->words.v[i];

		w->rows[i] = *word->row;
		w->row[i] = &w->rows[i];
		w->forms[i] = w->rows[i].col[C_FORM] = word->written;
		if (word->nrows != 1)
			w->rows[i].col[C_LEMMA] = token_key(arena, word->written);
		w->lemmas[i] = w->rows[i].col[C_LEMMA];
	}
}

static bool
is_taken(const struct words *w, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++)
		if (w->sure[i])
			return true;
	return false;
}

static void
take(struct words *w, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++)
		w->sure[i] = true;
}

/* An entry that matched by its lemma is put in the number or tense of the text: that of the head,
 * an Italian phrase's first word. One without English stays as it is written. */
static struct span
glossary_english(const struct fixed_sources *ask, const struct words *w, size_t at,
		 const struct glossary_match *match)
{
	struct span english = match->entry->english;
	struct buf copy = { .arena = w->arena };

	if (english.n > 0 && match->by_lemma && ask->english != NULL)
		english = inflect(ask->english, w->arena, w->row[at], english);
	if (english.n > 0)
		return english_cut(w->arena, english);
	for (size_t i = at; i < at + match->len; i++) {
		if (i > at)
			buf_putc(&copy, ' ');
		buf_put(&copy, w->forms[i]);
	}
	return buf_span(&copy);
}

static void
find_glossary(const struct fixed_sources *ask, struct words *w, struct fixed_list *out)
{
	struct glossary_match match;

	for (size_t at = 0; at < w->n;) {
		unsigned from = (unsigned)at, to;

		if (!glossary_find(ask->glossary, w->arena, w->forms, w->lemmas, w->n, at,
				   &match) ||
		    match.len > CANDIDATE_LONGEST) {
			at++;
			continue;
		}
		to = from + (unsigned)match.len;
		take(w, from, to);
		*PUSH(w->arena, out) =
		    (struct fixed){ .from = from,
				    .to = to,
				    .english = glossary_english(ask, w, at, &match),
				    .origin = FROM_GLOSSARY,
				    .sure = true };
		at = to;
	}
}

static bool
can_take(const struct words *w, unsigned at, const struct quantity *q)
{
	return q->n <= CANDIDATE_LONGEST && !is_taken(w, at, at + (unsigned)q->n);
}

/* The words of the longest sure one; 0 if there is none. */
static size_t
sure_length(const struct words *w, unsigned at, const struct quantity found[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (found[i].sure && can_take(w, at, &found[i]))
			return found[i].n;
	return 0;
}

static void
find_quantities(const struct fixed_sources *ask, struct words *w, struct fixed_list *out)
{
	struct quantity found[QUANTITY_MAX];

	for (unsigned at = 0; at < w->n; at++) {
		size_t n = quantity_find(ask->quantities, w->arena, w->forms, w->n, at, found,
					 QUANTITY_MAX);
		size_t sure = sure_length(w, at, found, n);

		for (size_t i = 0; i < n; i++) {
			const struct quantity *q = &found[i];

			if ((sure > 0 && (!q->sure || q->n != sure)) || !can_take(w, at, q))
				continue;
			*PUSH(w->arena, out) = (struct fixed){ .from = at,
							       .to = at + (unsigned)q->n,
							       .english = q->english,
							       .origin = FROM_RULE,
							       .sure = q->sure };
		}
		take(w, at, at + (unsigned)sure);
	}
}

/* Each of the alternatives parted by |, and nothing else. */
static void
offer(struct words *w, struct fixed f, struct fixed_list *out)
{
	struct span rest = f.english, english;

	f.sure = true;
	while (span_cut(&rest, '|', &english)) {
		f.english = english_cut(w->arena, english);
		*PUSH(w->arena, out) = f;
	}
	take(w, f.from, f.to);
}

static void
find_constructions(const struct fixed_sources *ask, const struct source *source, struct words *w,
		   struct fixed_list *out)
{
	const struct construction_models models = { ask->english, ask->quantities->table,
						    ask->kinds, ask->lexicon };
	struct construction c;

	for (unsigned at = 0; at < w->n; at++) {
		unsigned to;

		if (!construction_find(&models, w->arena, source, at, &c))
			continue;
		to = at + (unsigned)c.n;
		if (c.n <= CANDIDATE_LONGEST && !is_taken(w, at, to))
			offer(w, (struct fixed){ at, to, c.english, FROM_RULE, true, c.tied }, out);
	}
}

static void
find_expressions(const struct fixed_sources *ask, const struct source *source, struct words *w,
		 struct fixed_list *out)
{
	struct expression_list found = { 0 };

	expressions_find(ask->expressions, ask->english, ask->kinds, w->arena, source, &found);
	for (size_t i = 0; i < found.list.n; i++) {
		const struct expression *e = &found.list.v[i];

		if (e->to - e->from <= CANDIDATE_LONGEST && !is_taken(w, e->from, e->to))
			offer(
			    w,
			    (struct fixed){ e->from, e->to, e->english, FROM_LEXICON, true, false },
			    out);
	}
}

/* "Capo Verde", "Stati Uniti": the equivalents of several words. */
static void
find_lexicon(const struct fixed_sources *ask, struct words *w, struct fixed_list *out)
{
	struct span equivalents, english;

	for (unsigned at = 0; at < w->n; at++) {
		size_t n =
		    lexicon_phrase(ask->lexicon, w->arena, w->row + at, w->n - at, &equivalents);
		unsigned to = at + (unsigned)n;

		if (n == 0 || is_taken(w, at, to))
			continue;
		while (span_cut(&equivalents, '|', &english)) {
			if (english.n == 0)
				continue;
			english = inflect(ask->english, w->arena, w->row[at], english);
			*PUSH(w->arena, out) =
			    (struct fixed){ .from = at,
					    .to = to,
					    .english = english_cut(w->arena, english),
					    .origin = FROM_LEXICON };
		}
	}
}

void
fixed_find(const struct fixed_sources *ask, struct arena *arena, const struct source *source,
	   struct fixed_list *out)
{
	struct words w = { 0 };

	make_words(&w, arena, source);
	if (ask->glossary != NULL)
		find_glossary(ask, &w, out);
	if (ask->quantities != NULL) {
		find_constructions(ask, source, &w, out);
		find_quantities(ask, &w, out);
	}
	if (ask->expressions != NULL)
		find_expressions(ask, source, &w, out);
	if (ask->lexicon != NULL)
		find_lexicon(ask, &w, out);
}

/* A glossary's or an expression's, which begins with a noun or an adjective and its noun. */
static bool
is_noun(const struct source *source, const struct fixed *f)
{
	size_t noun = f->from + source_is(source, f->from, "ADJ");

	return f->sure && (f->origin == FROM_GLOSSARY || f->origin == FROM_LEXICON) &&
	       f->to > f->from + 1 &&
	       (source_is(source, noun, "NOUN") || source_is(source, noun, "PROPN")) &&
	       source_agree(source, noun, f->to, SPAN("Number")) &&
	       source_agree(source, noun, f->to, SPAN("Gender"));
}

/* Where a word is that was at i; words that change places keep together. */
static unsigned
moved(unsigned i, unsigned from, unsigned mid, unsigned to)
{
	if (i < from || i >= to)
		return i;
	return i < mid ? i + (to - mid) : i - (mid - from);
}

void
fixed_swap(struct source *source, struct fixed_list *fixed, unsigned from, unsigned mid,
	   unsigned to)
{
	size_t kept = 0;

	source_swap(source, from, mid, to);
	for (size_t i = 0; i < fixed->n; i++) {
		struct fixed f = fixed->v[i];
		unsigned n = f.to - f.from, last = moved(f.to - 1, from, mid, to);

		f.from = moved(f.from, from, mid, to);
		f.to = last + 1;
		if (f.from < f.to && f.to - f.from == n) /* else of words that are parted now */
			fixed->v[kept++] = f;
	}
	fixed->n = kept;
}

/* "paragonabile al migliore": what the adjective governs follows it in English too. */
static bool
governs(const struct source *source, size_t end)
{
	return source_is(source, end, "ADP") &&
	       (source_is_of(source, end, SPAN("a")) || source_is_of(source, end, SPAN("con")) ||
		source_is_of(source, end, SPAN("da")));
}

void
fixed_move_adjectives(struct source *source, struct fixed_list *fixed)
{
	for (size_t i = 0; i < fixed->n; i++) {
		struct fixed f = fixed->v[i];
		size_t end = source_skip_adjective(source, f.to);

		if (end == f.to || source_is(source, end, "CCONJ") || governs(source, end) ||
		    !is_noun(source, &f))
			continue;
		fixed_swap(source, fixed, f.from, f.to, (unsigned)end);
	}
}
