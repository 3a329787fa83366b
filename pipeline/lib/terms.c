#include "terms.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "map.h"
#include "phrase.h"
#include "token.h"
#include "utf8.h"

enum {
	WORDS_MAX = 4, /* of a term */
	NAMES_MAX = 2, /* of all terms: a glossary is there for the other words */
};

/* Chosen on the headlines and abstracts of 414 articles and on corpus/, by hand: the figures are
 * flat about them. */
static const double COUNT_POWER = 0.85, RARITY_POWER = 1.5;
static const double FIT = 1.5;     /* what a word of the document's subject gains */
static const double FAMILY = 0.3;  /* of a word of the same stem, as a share of the word itself */
static const double PHRASE = 1.25; /* a phrase says more than a word, */
static const double PHRASE_RARER = 1.5;  /* and is rarer than its words; */
static const double KNOWN_PHRASE = 1.2;  /* one that the lexicon has, or */
static const double CHANCE_PHRASE = 0.8; /* one that comes but once */
static const double NAME = 0.7;

struct candidate {
	struct span key;              /* the lemmas */
	struct phrase at;             /* the first */
	const struct sentence *first; /* the sentence it first stands in */
	size_t count, content, order;
	size_t nested; /* how often it was only a part of a longer phrase */
	bool name, in_lexicon;
	bool institution; /* a name that is a common noun in English: "heritage authority" */
	double position;  /* of its best sentence */
	double fit;       /* see sense.h */
	double weight;
	struct span english, citation;
};

struct search {
	const struct term_models *models;
	struct arena *arena;
	struct map index; /* key to candidate + 1 */
	VEC(struct candidate) candidates;
	double position; /* of the sentence at hand */
	const struct senses *senses;
	struct map nouns; /* see phrase_nouns */
	struct map stems; /* how often each comes: restauro, restauratore, restaurare */
};

static size_t /* the candidate's index */
note(struct search *f, struct phrase at, bool name)
{
	struct span key = phrase_key(f->arena, &at);
	uint32_t *index = map_at(&f->index, key);
	struct candidate *c;

	if (*index == 0) {
		c = PUSH(f->arena, &f->candidates);
		*c = (struct candidate){ .key = key, .at = at, .first = at.s, .name = name };
		*index = (uint32_t)f->candidates.n;
		for (size_t i = at.from; i <= at.to; i++)
			c->content += row_is_content(&at.s->rows.v[i]);
	}
	c = &f->candidates.v[*index - 1];
	c->count++;
	c->position = fmax(c->position, f->position);
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
		bool plain = (row_is(sentence_row(s, at), "ADJ") &&
			      rows_agree(sentence_row(s, at - 1), sentence_row(s, at))) ||
			     (row_is(sentence_row(s, at), "NOUN") && words == 1);
		size_t next = plain ? at : skip_preposition(s, at);

		if (!plain && (again || next == at || words + 2 > WORDS_MAX))
			return;
		again |= !plain;
		words += plain ? 1 : 2; /* a preposition counts, its article does not */
		f->candidates.v[shorter].nested++;
		shorter = note(f, (struct phrase){ s, i, next }, false);
		at = next + 1;
	}
}

/* "primo turno", "truffa aggravata": phrases only where the lexicon has them. */
static void
note_pair(struct search *f, const struct sentence *s, size_t i)
{
	const struct row *a = &s->rows.v[i], *b = sentence_row(s, i + 1);

	if ((row_is(a, "ADJ") && row_is(b, "NOUN")) || (row_is(a, "NOUN") && row_is(b, "VERB")))
		note(f, (struct phrase){ s, i, i + 1 }, false);
}

static void
note_sentence(struct search *f, const struct sentence *s)
{
	s = phrase_nouns(&f->models->lexicon, &f->nouns, s);
	for (size_t i = 0; i < s->rows.n;) {
		if (row_is(&s->rows.v[i], "PROPN")) {
			i = note_name(f, s, i);
			continue;
		}
		note_pair(f, s, i);
		if (row_is(&s->rows.v[i], "NOUN"))
			note_phrases(f, s, i);
		i++;
	}
}

/* The mean over the nouns of a phrase, a name ("Soprintendenza") in lower case. */
static double
mean_fit(const struct search *f, const struct candidate *c)
{
	double sum = 0;

	for (size_t i = c->at.from; i <= c->at.to; i++) {
		const struct row *row = &c->at.s->rows.v[i];

		if (row_is(row, "NOUN"))
			sum += sense_find(f->senses, row->col[C_LEMMA], SPAN("NOUN")).fit;
		else if (c->institution)
			sum += sense_find(f->senses, utf8_lower(f->arena, row->col[C_FORM]),
					  SPAN("NOUN"))
				   .fit;
	}
	return sum / (double)c->content;
}

/* Look a candidate up as a dictionary has it. */
static void
find_english(struct search *f, struct candidate *c)
{
	struct sense sense;

	c->citation = c->key;
	if (c->at.from < c->at.to || c->name)
		c->citation = phrase_citation(f->arena, &c->at);
	sense = sense_find(f->senses, c->citation, c->name ? SPAN("PROPN") : SPAN("NOUN"));
	c->english = sense.english;
	c->fit = sense.fit;
	c->in_lexicon = c->english.n > 0;
	c->institution = c->name && c->in_lexicon && !utf8_is_capital(c->english);
}

/* The mean over a phrase; of a name the rarest word, since the others are often common ones. */
static double
rarity(const struct search *f, const struct candidate *c)
{
	double sum = 0, most = 0;

	for (size_t i = c->at.from; i <= c->at.to; i++) {
		const struct row *row = &c->at.s->rows.v[i];
		struct span stem;
		double r = RARITY_LEAST; /* stop words have no stem */

		if (!row_is_content(row))
			continue;
		if (misc_get(row->col[C_MISC], SPAN("Stem"), &stem))
			r = rarity_of(&f->models->rarity, stem);
		sum += r;
		most = fmax(most, r);
	}
	return c->name ? most : sum / (double)c->content;
}

/* Abbreviations, ages, "quarant'anni", peoples: "prof.", "trentenne", "svedese". */
static bool
is_odd(const struct candidate *c)
{
	struct span word = c->key;
	bool people = utf8_is_capital(c->english) && c->english.n > 1 &&
		      !span_has(c->english, ' ') && !utf8_is_capital(span_from(c->english, 1));

	return span_has(word, '.') || span_ends(word, SPAN("anni")) ||
	       (word.n > 1 && span_has(span_from(word, 1), '\'') && !span_has(word, ' ')) ||
	       span_ends(word, SPAN("enne")) || (people && !utf8_is_capital(word));
}

/* Not terms: general nouns, alone or as the head of a phrase; phrases seen once by chance; names
 * that are the same in English. */
static bool
is_term(const struct search *f, const struct candidate *c)
{
	const struct row *head = &c->at.s->rows.v[c->at.from];

	if (utf8_length(c->key) < 2 || span_eq(c->english, c->citation))
		return false;
	if (c->name)
		return c->in_lexicon;
	if (c->content == 1 && (!c->in_lexicon || is_odd(c)))
		return false;
	if (!c->in_lexicon && table_has(&f->models->general, head->col[C_LEMMA]))
		return false;
	if (table_has(&f->models->general, c->key))
		return false;
	if (!c->in_lexicon && (!row_is(head, "NOUN") || row_is(&c->at.s->rows.v[c->at.to], "VERB")))
		return false;
	if (c->content == 1 || c->in_lexicon)
		return true;
	for (size_t i = c->at.from; i <= c->at.to; i++)
		if (row_is(&c->at.s->rows.v[i], "PROPN"))
			return false;
	return phrase_is_fixed(&c->at) || (c->count >= 2 && c->nested < c->count);
}

/* How often it comes, and in part how often other words of its family do: "restauratore" and
 * "restaurare" speak for "restauro". */
static double
frequency(const struct search *f, const struct candidate *c)
{
	const struct row *head = &c->at.s->rows.v[c->at.from];
	double count = (double)c->count;
	struct span stem;

	if (c->content > 1 || c->name || !misc_get(head->col[C_MISC], SPAN("Stem"), &stem))
		return count;
	return count + FAMILY * ((double)map_get(&f->stems, stem) - count);
}

static double
phrase_factor(const struct candidate *c)
{
	if (c->content == 1)
		return 1;
	if (c->in_lexicon)
		return PHRASE * KNOWN_PHRASE;
	return c->count == 1 ? PHRASE * CHANCE_PHRASE : PHRASE;
}

static void
weigh(struct search *f, struct candidate *c)
{
	double rare;

	if (c->count == 0)
		return;
	find_english(f, c);
	if (!is_term(f, c))
		return;
	if (c->fit == 0)
		c->fit = mean_fit(f, c);
	rare = rarity(f, c) + (c->content > 1 ? PHRASE_RARER : 0);
	c->weight = pow(frequency(f, c), COUNT_POWER) * pow(rare, RARITY_POWER);
	c->weight *= phrase_factor(c) * (1 + FIT * c->fit) * c->position;
	if (c->name && !c->institution)
		c->weight *= NAME;
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
		if (is_within(chosen[i]->key, c->key) && !(c->in_lexicon))
			return true;
		if (span_eq(c->english, chosen[i]->english))
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

static void
merge(struct candidate *from, struct candidate *to)
{
	to->count += from->count;
	to->position = fmax(to->position, from->position);
	if (from < to)
		to->first = from->first;
	from->count = 0;
}

/* A capital makes a name of a noun: "Posidonia" counts for "posidonia" where that stands too. */
static void
merge_capitals(struct search *f)
{
	for (size_t i = 0; i < f->candidates.n; i++) {
		struct candidate *c = &f->candidates.v[i];
		uint32_t noun = c->name && c->content == 1
				    ? map_get(&f->index, utf8_lower(f->arena, c->key))
				    : 0;

		if (noun != 0 && noun - 1 != i && !f->candidates.v[noun - 1].name)
			merge(c, &f->candidates.v[noun - 1]);
	}
}

/* A name's short form is the long one that came before it: "Wang" counts for "Alexandr Wang". */
static void
merge_names(struct search *f)
{
	struct map full = { .arena = f->arena };

	index_full_names(f, &full);
	for (size_t i = 0; i < f->candidates.n; i++) {
		struct candidate *c = &f->candidates.v[i];
		uint32_t index = c->name && c->content == 1 ? map_get(&full, c->key) : 0;

		if (index == 0 || index > i)
			continue;
		merge(c, &f->candidates.v[index - 1]);
	}
}

/* What the translation says, where it is an expression. */
static struct span
english_of(const struct search *f, const struct candidate *c)
{
	struct span expression;

	if (table_find(&f->models->expressions, token_key(f->arena, c->citation), &expression))
		return lexicon_first(expression);
	return c->english.n > 0 ? c->english : phrase_english(f->senses, &c->at);
}

static size_t
choose(struct search *f, size_t limit, struct term **out)
{
	const struct candidate **chosen = ARENA_NEW(f->arena, const struct candidate *, limit);
	size_t n = 0, names = 0;

	*out = ARENA_NEW(f->arena, struct term, limit);
	for (size_t i = 0; i < f->candidates.n && n < limit; i++) {
		struct candidate *c = &f->candidates.v[i];

		if (c->weight <= 0)
			break;
		c->english = english_of(f, c);
		if (c->english.n == 0)
			continue;
		if ((c->name && names == NAMES_MAX) || is_covered(c, chosen, n))
			continue;
		names += c->name;
		(*out)[n] = (struct term){ c->citation, c->english, c->count, c->first };
		chosen[n++] = c;
	}
	return n;
}

/* What an article is about comes first, in its title and its first sentences (Witten and others
 * 1999, "KEA", section 3.1: the distance of the first occurrence), and in its best sentences. */
static double
position(const struct sentence *s, struct span block, size_t number)
{
	double value = 0.2 + 1 / (1 + (double)number / 4);
	struct span rank;

	if (span_eq(block, SPAN("title")))
		return 1.5;
	if (comment_get(s, SPAN("rank"), &rank) && span_number(rank) > 0)
		value += 0.1 / (double)span_number(rank);
	return value;
}

static void
count_stems(struct search *f, const struct sentence *s)
{
	struct span stem;

	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.v[i].kind == ROW_WORD &&
		    misc_get(s->rows.v[i].col[C_MISC], SPAN("Stem"), &stem))
			++*map_at(&f->stems, stem);
}

static void
gather(struct search *f, const struct document *doc)
{
	struct span block = SPAN("paragraph");

	for (size_t i = 0; i < doc->sentences.n; i++) {
		phrase_find_nouns(&f->models->lexicon, &doc->sentences.v[i], &f->nouns);
		count_stems(f, &doc->sentences.v[i]);
	}
	for (size_t i = 0; i < doc->sentences.n; i++) {
		block = sentence_block(&doc->sentences.v[i], block);
		f->position = position(&doc->sentences.v[i], block, i);
		note_sentence(f, &doc->sentences.v[i]);
	}
}

size_t
terms_find(const struct term_models *models, const struct senses *senses, struct arena *arena,
	   const struct document *doc, size_t limit, struct term **out)
{
	struct search f = {
		.models = models,
		.arena = arena,
		.senses = senses,
		.index = { .arena = arena },
		.nouns = { .arena = arena },
		.stems = { .arena = arena },
	};

	gather(&f, doc);
	merge_capitals(&f);
	merge_names(&f);
	for (size_t i = 0; i < f.candidates.n; i++) {
		f.candidates.v[i].order = i;
		weigh(&f, &f.candidates.v[i]);
	}
	if (f.candidates.n > 0)
		qsort(f.candidates.v, f.candidates.n, sizeof(*f.candidates.v), by_weight);
	return choose(&f, limit < f.candidates.n ? limit : f.candidates.n, out);
}
