#include "choice.h"

#include "context.h"
#include "map.h"
#include "trim.h"
#include "utf8.h"

/* What sentences take of the limits. */
struct size {
	size_t sentences, words, chars;
};

enum hanging { UNKNOWN, HANGS, STANDS };

struct choice {
	const struct document *doc;
	struct arena *arena;
	struct choice_rules rules;
	struct limits limits; /* the ratio made words */
	const size_t *by_rank;
	size_t n;
	size_t opening; /* the sentence that opens the article */
	struct size used;
	bool *chosen, *ranked;         /* by sentence */
	const struct passage *passage; /* by sentence; NULL: each is one of its own */
	enum hanging *hanging;         /* by sentence, found when it is asked for */
	struct map *stems;             /* the same */
	VEC(size_t) taken;
};

static struct passage
passage_of(const struct choice *c, size_t i)
{
	return c->passage != NULL ? c->passage[i] : (struct passage){ i, i, false };
}

static struct size
sentence_size(const struct choice *c, size_t i)
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

static struct size
size_of(const struct choice *c, struct passage p)
{
	struct size size = { 0 };

	for (size_t i = p.from; i <= p.to; i++)
		size = sum(size, sentence_size(c, i));
	return size;
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
take(struct choice *c, struct passage p)
{
	c->used = sum(c->used, size_of(c, p));
	for (size_t i = p.from; i <= p.to; i++) {
		c->chosen[i] = true;
		*PUSH(c->arena, &c->taken) = i;
	}
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

/* There is nothing before the opening to point back to. */
static bool
points_back(struct choice *c, struct passage p)
{
	return p.from > c->opening &&
	       context_points_back(c->rules.openings, c->arena, &c->doc->sentences.v[p.from]);
}

static bool
may_trim(const struct choice *c, struct passage p)
{
	struct sentence cut;

	return c->rules.trim && p.from == p.to &&
	       trim_sentence(c->rules.openings, c->arena, &c->doc->sentences.v[p.from], &cut);
}

/* A quotation of several sentences waits as well: it takes much of the limits for what it says. */
static bool
hangs(struct choice *c, struct passage p)
{
	if (c->passage == NULL)
		return false;
	if (c->hanging[p.from] == UNKNOWN)
		c->hanging[p.from] =
		    p.cut || p.to > p.from || (points_back(c, p) && !may_trim(c, p)) ? HANGS
										     : STANDS;
	return c->hanging[p.from] == HANGS;
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
	for (size_t k = 0; c->rules.openings != NULL && k < c->taken.n; k++)
		if (says_the_same(stems_of(c, i), stems_of(c, c->taken.v[k])))
			return true;
	return false;
}

static bool
has_context(struct choice *c, struct passage p)
{
	return !hangs(c, p) || (p.from > 0 && c->chosen[p.from - 1]);
}

static bool
may_take(struct choice *c, struct passage p)
{
	bool full = c->limits.sentences > 0 && c->used.sentences == c->limits.sentences;

	return !full && !c->chosen[p.from] && fits(c, size_of(c, p)) && !is_said(c, p.from);
}

/* All that stand on their own or behind a chosen one, until no more do. */
static void
take_those_with_context(struct choice *c)
{
	size_t before;

	do {
		before = c->taken.n;
		for (size_t k = 0; k < c->n; k++) {
			struct passage p = passage_of(c, c->by_rank[k]);

			if (may_take(c, p) && has_context(c, p))
				take(c, p);
		}
	} while (c->taken.n > before);
}

/* One that points back, and the one before it, if that may be chosen and both fit. */
static void
take_with_context(struct choice *c, struct passage p)
{
	struct passage before;

	if (p.cut || p.from == 0 || !c->ranked[p.from - 1])
		return;
	before = passage_of(c, p.from - 1);
	if (!fits(c, sum(size_of(c, before), size_of(c, p))))
		return;
	take(c, before);
	take(c, p);
}

static void
take_those_that_wait(struct choice *c)
{
	for (size_t k = 0; k < c->n; k++) {
		struct passage p = passage_of(c, c->by_rank[k]);

		if (!may_take(c, p))
			continue;
		if (has_context(c, p) || !(p.cut || points_back(c, p)))
			take(c, p);
		else
			take_with_context(c, p);
	}
}

/* Nothing fits: the best sentence that does not hang, else the best, whatever its length. */
static void
take_one(struct choice *c)
{
	for (size_t k = 0; k < c->n; k++)
		if (!hangs(c, passage_of(c, c->by_rank[k]))) {
			take(c, (struct passage){ c->by_rank[k], c->by_rank[k], false });
			return;
		}
	if (c->n > 0)
		take(c, (struct passage){ c->by_rank[0], c->by_rank[0], false });
}

/* What was taken although it points back, and without what it points to. */
static void
trim_taken(struct choice *c, struct document *doc)
{
	for (size_t k = 0; k < c->taken.n; k++) {
		size_t i = c->taken.v[k];
		struct passage p = passage_of(c, i);
		struct sentence *s = &doc->sentences.v[i];

		if (p.from == p.to && !p.cut && points_back(c, p) && !c->chosen[i - 1])
			trim_sentence(c->rules.openings, c->arena, s, s);
	}
}

static bool
has_finite_verb(const struct sentence *s)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (row_has(&s->rows.v[i], SPAN("VerbForm"), SPAN("Fin")))
			return true;
	return false;
}

/* The first sentence of the text, also one that may not be chosen: a question, a quotation. */
static size_t
find_opening(const struct choice *c)
{
	struct span block = SPAN("paragraph");
	size_t i = 0;

	for (; i < c->doc->sentences.n && !c->ranked[i]; i++) {
		const struct sentence *s = &c->doc->sentences.v[i];

		block = sentence_block(s, block);
		if (span_eq(block, SPAN("paragraph")) && has_finite_verb(s))
			break;
	}
	return i;
}

static void
ratio_to_words(struct choice *c)
{
	size_t words = 0, part;

	for (size_t k = 0; k < c->n; k++)
		words += sentence_size(c, c->by_rank[k]).words;
	part = (size_t)(c->limits.ratio * (double)words);
	if (c->limits.words == 0 || part < c->limits.words)
		c->limits.words = part > 0 ? part : 1;
}

void
choice_make(const struct limits *limits, const struct choice_rules *rules, struct arena *arena,
	    struct document *doc, const size_t by_rank[], size_t n, bool chosen[])
{
	size_t all = doc->sentences.n;
	struct choice c = { .doc = doc,
			    .arena = arena,
			    .rules = *rules,
			    .limits = *limits,
			    .by_rank = by_rank,
			    .n = n,
			    .chosen = chosen,
			    .ranked = ARENA_NEW(arena, bool, all),
			    .hanging = ARENA_NEW(arena, enum hanging, all),
			    .stems = ARENA_NEW(arena, struct map, all) };

	for (size_t k = 0; k < n; k++)
		c.ranked[by_rank[k]] = true;
	c.opening = find_opening(&c);
	if (limits->ratio > 0)
		ratio_to_words(&c);
	if (rules->openings != NULL)
		c.passage = context_passages(rules->openings, arena, doc);
	take_those_with_context(&c);
	take_those_that_wait(&c);
	if (c.taken.n == 0)
		take_one(&c);
	if (rules->openings != NULL && rules->trim)
		trim_taken(&c, doc);
}
