#include "candidate.h"

#include <math.h>
#include <stdlib.h>

const char *const origin_names[NORIGINS] = {
	[FROM_TABLE] = "table", [FROM_LEXICON] = "lexicon", [FROM_GLOSSARY] = "glossary",
	[FROM_RULE] = "rule",   [FROM_COPY] = "copy",
};

/* Orientations of phrases that the table has not: about those of its average row. */
static const float usual_orientation[ORIENTATIONS] = { -0.35f, -3.0f, -1.4f };

void
candidates_init(struct candidates *c, struct arena *arena, const struct language *language,
		const float weight[], size_t n)
{
	*c = (struct candidates){ .arena = arena, .language = language, .weight = weight, .n = n };
	c->span = ARENA_NEW(arena, struct candidate_list, n * CANDIDATE_LONGEST);
	c->wall = ARENA_NEW(arena, unsigned, n);
	c->tied = ARENA_NEW(arena, bool, n + 1);
	for (size_t i = 0; i < n; i++)
		c->wall[i] = (unsigned)n;
}

struct candidate_list *
candidates_of(const struct candidates *c, unsigned from, unsigned to)
{
	return &c->span[from * CANDIDATE_LONGEST + to - from - 1];
}

static size_t
count_words(struct span english)
{
	size_t n = english.n > 0;

	for (size_t i = 0; i < english.n; i++)
		n += english.s[i] == ' ';
	return n;
}

static void
set_words(const struct candidates *c, struct candidate *candidate, struct span english)
{
	struct span *words;
	struct language_word *ids;

	candidate->n = count_words(english);
	words = ARENA_NEW(c->arena, struct span, candidate->n);
	ids = ARENA_NEW(c->arena, struct language_word, candidate->n);
	for (size_t i = 0; i < candidate->n; i++) {
		span_cut(&english, ' ', &words[i]);
		ids[i] = language_word(c->language, words[i]);
		candidate->value[F_UNKNOWN] += ids[i].word == 0;
	}
	candidate->words = words;
	candidate->ids = ids;
}

struct candidate *
candidate_add(struct candidates *c, unsigned from, unsigned to, struct span english,
	      enum origin origin)
{
	struct candidate *new = ARENA_NEW(c->arena, struct candidate, 1);

	new->from = from;
	new->to = to;
	new->origin = origin;
	set_words(c, new, english);
	new->value[F_WORDS] = (float)new->n;
	new->value[F_PHRASES] = 1;
	for (int i = 0; i < ORIENTATIONS; i++)
		new->before[i] = new->behind[i] = usual_orientation[i];
	*PUSH(c->arena, &candidates_of(c, from, to)->list) = new;
	return new;
}

void
candidate_done(const struct candidates *c, struct candidate *candidate)
{
	struct language_state state = { 0 };
	struct language_score said = { 0 };

	for (size_t i = 0; i < candidate->n; i++)
		language_add(c->language, &state, candidate->ids[i], &said);
	candidate->score = feature_sum(c->weight, candidate->value);
	candidate->estimate =
	    candidate->score + c->weight[F_LM] * said.words + c->weight[F_CLASSES] * said.classes;
}

void
candidate_add_equivalent(struct candidates *c, unsigned from, unsigned to, struct span english,
			 int rank)
{
	struct candidate *new = candidate_add(c, from, to, english, FROM_LEXICON);

	new->value[F_LEXICON] = 1;
	new->value[F_LEXICON_RANK] = -logf((float)rank);
	candidate_done(c, new);
}

void
candidate_add_copy(struct candidates *c, unsigned i, struct span form)
{
	struct candidate *new = candidate_add(c, i, i + 1, form, FROM_COPY);

	new->value[F_COPY] = 1;
	candidate_done(c, new);
}

void
candidates_clear(const struct candidates *c, unsigned from, unsigned to, enum origin origin)
{
	unsigned first = from < CANDIDATE_LONGEST ? 0 : from - CANDIDATE_LONGEST + 1;

	for (unsigned i = first; i < to; i++)
		for (unsigned j = i + 1; j <= c->n && j - i <= CANDIDATE_LONGEST; j++) {
			struct candidate_list *l = candidates_of(c, i, j);
			size_t kept = 0;

			if (j <= from)
				continue;
			for (size_t k = 0; i == from && j == to && k < l->list.n; k++)
				if (l->list.v[k]->origin == origin)
					l->list.v[kept++] = l->list.v[k];
			l->list.n = kept;
		}
}

static int
by_estimate(const void *a, const void *b)
{
	const struct candidate *x = *(struct candidate *const *)a;
	const struct candidate *y = *(struct candidate *const *)b;
	size_t n = x->n < y->n ? x->n : y->n;

	if (x->estimate != y->estimate)
		return x->estimate > y->estimate ? -1 : 1;
	for (size_t i = 0; i < n; i++) {
		int order = span_cmp(x->words[i], y->words[i]);

		if (order != 0)
			return order;
	}
	return (x->n > y->n) - (x->n < y->n);
}

void
candidates_sort(const struct candidates *c, size_t best)
{
	for (size_t i = 0; i < c->n * CANDIDATE_LONGEST; i++) {
		struct candidate_list *l = &c->span[i];

		if (l->list.n > 1)
			qsort(l->list.v, l->list.n, sizeof(*l->list.v), by_estimate);
		if (l->list.n > best)
			l->list.n = best;
	}
}
