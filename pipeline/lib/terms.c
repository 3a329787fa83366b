#include "terms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "map.h"
#include "phrase.h"
#include "utf8.h"

enum {
	WORDS_MAX = 4, /* of a term */
	NAMES_MAX = 2, /* of all terms: a glossary is there for the other words */
};

struct candidate {
	struct span key;  /* the lemmas */
	struct phrase at; /* the first */
	size_t count, content, order;
	size_t extended; /* how often it was only the beginning of a longer phrase */
	bool name, in_lexicon;
	double prominence; /* of the best sentence it stands in */
	double weight;
	struct span english;
};

struct search {
	const struct term_models *models;
	struct arena *arena;
	struct map index; /* key to candidate + 1 */
	VEC(struct candidate) candidates;
	double prominence; /* of the sentence at hand */
};

static size_t /* the candidate's index */
note(struct search *f, struct phrase at, bool name)
{
	struct span key = phrase_key(f->arena, &at);
	uint32_t *index = map_at(&f->index, key);
	struct candidate *c;

	if (*index == 0) {
		c = PUSH(f->arena, &f->candidates);
		*c = (struct candidate){ .key = key, .at = at, .name = name };
		*index = (uint32_t)f->candidates.n;
		for (size_t i = at.from; i <= at.to; i++)
			c->content += row_is_content(&at.s->rows.v[i]);
	}
	c = &f->candidates.v[*index - 1];
	c->count++;
	c->prominence = fmax(c->prominence, f->prominence);
	return *index - 1;
}

/* A run of names: "Alexandr Wang". Returns the row behind it. */
static size_t
note_name(struct search *f, const struct sentence *s, size_t i)
{
	size_t end = i;

	while (row_is(sentence_row(s, end), "PROPN"))
		end++;
	if (end - i <= WORDS_MAX)
		note(f, (struct phrase){ s, i, end - 1 }, true);
	return end;
}

/* The row behind "di", "per la", "dell'" before a noun, or i: ranges come before their words. */
static size_t
skip_preposition(const struct sentence *s, size_t i)
{
	size_t at = i;

	if (sentence_row(s, at)->kind == ROW_RANGE)
		at++;
	if (!row_is(sentence_row(s, at), "ADP"))
		return i;
	at++;
	if (row_is(sentence_row(s, at), "DET"))
		at++;
	return row_is(sentence_row(s, at), "NOUN") || row_is(sentence_row(s, at), "PROPN") ? at : i;
}

/* All phrases that begin with the noun at i: NOUN ADJ*, once followed by a preposition, an
 * article and the like again. */
static void
note_phrases(struct search *f, const struct sentence *s, size_t i)
{
	size_t words = 1, at = i + 1, shorter = note(f, (struct phrase){ s, i, i }, false);
	bool again = false;

	while (words < WORDS_MAX) {
		bool plain = row_is(sentence_row(s, at), "ADJ") ||
			     (row_is(sentence_row(s, at), "NOUN") && words == 1);
		size_t next = plain ? at : skip_preposition(s, at);

		if (!plain && (again || next == at || words + 2 > WORDS_MAX))
			return;
		again |= !plain;
		words += plain ? 1 : 2; /* a preposition counts, its article does not */
		f->candidates.v[shorter].extended++;
		shorter = note(f, (struct phrase){ s, i, next }, false);
		at = next + 1;
	}
}

static void
note_sentence(struct search *f, const struct sentence *s)
{
	for (size_t i = 0; i < s->rows.n;) {
		if (row_is(&s->rows.v[i], "PROPN")) {
			i = note_name(f, s, i);
			continue;
		}
		if (row_is(&s->rows.v[i], "NOUN"))
			note_phrases(f, s, i);
		i++;
	}
}

static struct span
entry(struct search *f, struct span key, const char *upos)
{
	return lexicon_first(lexicon_find(&f->models->lexicon, f->arena, key, span_of(upos)));
}

static void
find_english(struct search *f, struct candidate *c)
{
	struct span written = phrase_surface(f->arena, &c->at);
	const char *upos = c->name ? "PROPN" : "NOUN";

	c->english = entry(f, c->key, upos);
	if (c->english.n == 0)
		c->english = entry(f, written, upos);
	c->in_lexicon = c->english.n > 0;
	if (c->english.n == 0)
		c->english =
		    c->name ? written : phrase_english(&f->models->lexicon, f->arena, &c->at);
}

/* The mean over a phrase; of a name the rarest word, since the others are often common ones. */
static double
rarity(const struct search *f, const struct candidate *c)
{
	double sum = 0, most = 0;

	for (size_t i = c->at.from; i <= c->at.to; i++) {
		const struct row *row = &c->at.s->rows.v[i];
		struct span stem;
		double idf = 0;

		if (row_is_content(row) && misc_get(row->col[C_MISC], SPAN("Stem"), &stem))
			idf = idf_of(&f->models->idf, stem);
		sum += idf;
		most = fmax(most, idf);
	}
	return c->name ? most : sum / (double)c->content;
}

/* Not terms: general nouns, alone or as the head of a phrase; phrases seen once by chance. */
static bool
is_term(const struct search *f, const struct candidate *c)
{
	const struct row *head = &c->at.s->rows.v[c->at.from];

	if (c->count == 0 || c->english.n == 0 || utf8_length(c->key) < 2)
		return false;
	if (!c->name && !c->in_lexicon && table_has(&f->models->general, head->col[C_LEMMA]))
		return false;
	if (!c->name && c->content == 1 && table_has(&f->models->general, c->key))
		return false;
	return c->content == 1 || c->name || c->in_lexicon ||
	       (c->count >= 2 && c->extended < c->count);
}

static void
weigh(struct search *f, struct candidate *c)
{
	static const double by_length[WORDS_MAX + 1] = { 0, 1, 1.6, 1.8, 1.8 };

	find_english(f, c);
	if (!is_term(f, c))
		return;
	c->weight = ((double)c->count - 0.5) * rarity(f, c) * by_length[c->content];
	c->weight *= c->prominence * (c->name ? 0.6 : 1);
}

static int
by_weight(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return (x->order > y->order) - (x->order < y->order);
}

/* Do the words of one term stand, whole, among those of the other? */
static bool
is_within(struct span small, struct span large)
{
	for (size_t off = 0; off + small.n <= large.n; off++) {
		struct span rest = span_from(large, off);
		bool starts = off == 0 || large.s[off - 1] == ' ';
		bool ends = rest.n == small.n || rest.s[small.n] == ' ';

		if (starts && ends && span_starts(rest, small))
			return true;
	}
	return false;
}

/* Is it a part of a term chosen already that leaves it too little, or does it only lengthen one? */
static bool
is_covered(const struct candidate *c, const struct candidate *chosen[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_within(c->key, chosen[i]->key) && c->count <= 2 * chosen[i]->count)
			return true;
		if (is_within(chosen[i]->key, c->key))
			return true;
	}
	return false;
}

/* The names of several words by each of their words: of those that share one, the most frequent. */
static void
index_full_names(struct search *f, struct map *full)
{
	for (size_t i = 0; i < f->candidates.n; i++) {
		const struct candidate *c = &f->candidates.v[i];
		struct span rest = c->key, word;

		while (c->name && c->content > 1 && span_cut(&rest, ' ', &word)) {
			uint32_t *best = map_at(full, word);

			if (*best == 0 || f->candidates.v[*best - 1].count < c->count)
				*best = (uint32_t)i + 1;
		}
	}
}

/* A name's short form is the long one that came before it: "Wang" counts for "Alexandr Wang". */
static void
merge_names(struct search *f)
{
	struct map full = { .arena = f->arena };

	index_full_names(f, &full);
	for (size_t i = 0; i < f->candidates.n; i++) {
		struct candidate *c = &f->candidates.v[i], *to;
		uint32_t index = c->name && c->content == 1 ? map_get(&full, c->key) : 0;

		if (index == 0 || index > i)
			continue;
		to = &f->candidates.v[index - 1];
		to->count += c->count;
		to->prominence = fmax(to->prominence, c->prominence);
		c->count = 0;
	}
}

static size_t
choose(struct search *f, size_t limit, struct term **out)
{
	const struct candidate **chosen = ARENA_NEW(f->arena, const struct candidate *, limit);
	size_t n = 0, names = 0;

	*out = ARENA_NEW(f->arena, struct term, limit);
	for (size_t i = 0; i < f->candidates.n && n < limit; i++) {
		const struct candidate *c = &f->candidates.v[i];

		if (c->weight <= 0)
			break;
		if ((c->name && names == NAMES_MAX) || is_covered(c, chosen, n))
			continue;
		names += c->name;
		(*out)[n] =
		    (struct term){ phrase_citation(f->arena, &c->at), c->english, c->count };
		chosen[n++] = c;
	}
	return n;
}

/* The title and the best sentences say what the article is about. */
static double
prominence(const struct sentence *s, struct span block)
{
	struct span rank;

	if (span_eq(block, SPAN("title")))
		return 1.5;
	if (!comment_get(s, SPAN("rank"), &rank) || span_number(rank) < 1)
		return 1;
	return 1 + 1.0 / (double)span_number(rank);
}

size_t
terms_find(const struct term_models *models, struct arena *arena, const struct document *doc,
	   size_t limit, struct term **out)
{
	struct search f = { .models = models, .arena = arena, .index = { .arena = arena } };
	struct span block = SPAN("paragraph");

	for (size_t i = 0; i < doc->sentences.n; i++) {
		block = sentence_block(&doc->sentences.v[i], block);
		f.prominence = prominence(&doc->sentences.v[i], block);
		note_sentence(&f, &doc->sentences.v[i]);
	}
	merge_names(&f);
	for (size_t i = 0; i < f.candidates.n; i++) {
		f.candidates.v[i].order = i;
		weigh(&f, &f.candidates.v[i]);
	}
	if (f.candidates.n > 0)
		qsort(f.candidates.v, f.candidates.n, sizeof(*f.candidates.v), by_weight);
	return choose(&f, limit < f.candidates.n ? limit : f.candidates.n, out);
}
