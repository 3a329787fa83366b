#include "choice.h"

#include "context.h"
#include "map.h"
#include "utf8.h"

/* What sentences take of the limits. */
struct size {
	size_t sentences, words, chars;
};

enum hanging { UNKNOWN, HANGS, STANDS };

struct choice {
	const struct document *doc;
	struct arena *arena;
	const struct table *openings;
	struct limits limits; /* the ratio made words */
	const size_t *by_rank;
	size_t n, first; /* first: in the document, of those that may be chosen */
	struct size used;
	bool *chosen, *ranked; /* by sentence */
	enum hanging *hanging; /* by sentence, found when it is asked for */
	struct map *stems;     /* the same */
	VEC(size_t) taken;
};

static struct size
size_of(const struct choice *c, size_t i)
{
	struct span text = sentence_text(&c->doc->sentences.v[i]), rest = text, word;
	struct size size = { 1, 0, utf8_length(text) };

	while (span_cut(&rest, ' ', &word))
		size.words += word.n > 0;
	return size;
}

static struct size
sum(struct size a, struct size b)
{
	return (struct size){ a.sentences + b.sentences, a.words + b.words, a.chars + b.chars };
}

static bool
fits(const struct choice *c, struct size more)
{
	struct size all = sum(c->used, more);

	return (c->limits.sentences == 0 || all.sentences <= c->limits.sentences) &&
	       (c->limits.words == 0 || all.words <= c->limits.words) &&
	       (c->limits.chars == 0 || all.chars <= c->limits.chars);
}

static void
take(struct choice *c, size_t i)
{
	c->used = sum(c->used, size_of(c, i));
	c->chosen[i] = true;
	*PUSH(c->arena, &c->taken) = i;
}

static const struct map *
stems_of(struct choice *c, size_t sentence)
{
	const struct sentence *s = &c->doc->sentences.v[sentence];
	struct map *stems = &c->stems[sentence];
	struct span stem;

	if (stems->arena != NULL)
		return stems;
	stems->arena = c->arena;
	for (size_t i = 0; i < s->rows.n; i++)
		if (misc_get(s->rows.v[i].col[C_MISC], SPAN("Stem"), &stem))
			*map_at(stems, stem) = 1;
	return stems;
}

/* The first one opens the article: there is nothing before it to point back to. */
static bool
hangs(struct choice *c, size_t i)
{
	const struct sentence *s = &c->doc->sentences.v[i];

	if (c->openings == NULL)
		return false;
	if (c->hanging[i] == UNKNOWN) {
		bool back = i != c->first && context_points_back(c->openings, c->arena, s);

		c->hanging[i] = back || context_cuts_quote(s) ? HANGS : STANDS;
	}
	return c->hanging[i] == HANGS;
}

/* Do nine in ten stems of the shorter one stand in the other? */
static bool
says_the_same(const struct map *a, const struct map *b)
{
	size_t shared = 0, least = a->n < b->n ? a->n : b->n;

	for (size_t i = 0; i < a->cap; i++)
		shared += a->v[i].key.s != NULL && map_get(b, a->v[i].key) > 0;
	return least >= 4 && 10 * shared >= 9 * least;
}

static bool
is_said(struct choice *c, size_t i)
{
	for (size_t k = 0; c->openings != NULL && k < c->taken.n; k++)
		if (says_the_same(stems_of(c, i), stems_of(c, c->taken.v[k])))
			return true;
	return false;
}

static bool
has_context(struct choice *c, size_t i)
{
	return !hangs(c, i) || (i > 0 && c->chosen[i - 1]);
}

static bool
may_take(struct choice *c, size_t i)
{
	bool full = c->limits.sentences > 0 && c->used.sentences == c->limits.sentences;

	return !full && !c->chosen[i] && fits(c, size_of(c, i)) && !is_said(c, i);
}

/* All that stand on their own or behind a chosen one, until no more do. */
static void
take_those_with_context(struct choice *c)
{
	size_t before;

	do {
		before = c->taken.n;
		for (size_t k = 0; k < c->n; k++)
			if ((c->taken.n == 0 || may_take(c, c->by_rank[k])) &&
			    has_context(c, c->by_rank[k]))
				take(c, c->by_rank[k]);
	} while (before > 0 && c->taken.n > before);
}

/* Those that wait, with the sentence before them where that may be chosen and both fit. */
static void
take_those_that_wait(struct choice *c)
{
	for (size_t k = 0; k < c->n; k++) {
		size_t i = c->by_rank[k];

		if (!may_take(c, i))
			continue;
		if (hangs(c, i) && i > 0 && !c->chosen[i - 1] && c->ranked[i - 1] &&
		    fits(c, sum(size_of(c, i - 1), size_of(c, i))))
			take(c, i - 1);
		take(c, i);
	}
}

static void
ratio_to_words(struct choice *c)
{
	size_t words = 0, part;

	for (size_t k = 0; k < c->n; k++)
		words += size_of(c, c->by_rank[k]).words;
	part = (size_t)(c->limits.ratio * (double)words);
	if (c->limits.words == 0 || part < c->limits.words)
		c->limits.words = part > 0 ? part : 1;
}

void
choice_make(const struct limits *limits, const struct table *openings, struct arena *arena,
	    const struct document *doc, const size_t by_rank[], size_t n, bool chosen[])
{
	size_t all = doc->sentences.n;
	struct choice c = { .doc = doc,
			    .arena = arena,
			    .openings = openings,
			    .limits = *limits,
			    .by_rank = by_rank,
			    .n = n,
			    .first = all,
			    .chosen = chosen,
			    .ranked = ARENA_NEW(arena, bool, all),
			    .hanging = ARENA_NEW(arena, enum hanging, all),
			    .stems = ARENA_NEW(arena, struct map, all) };

	for (size_t k = 0; k < n; k++) {
		c.ranked[by_rank[k]] = true;
		c.first = by_rank[k] < c.first ? by_rank[k] : c.first;
	}
	if (limits->ratio > 0)
		ratio_to_words(&c);
	take_those_with_context(&c);
	take_those_that_wait(&c);
}
