#include "html_score.h"

#include <string.h>
#include <strings.h>

#include "html_hints.h"

enum {
	LEAST = 25,        /* bytes of a paragraph that counts */
	LINE = 80,         /* bytes of a block that is prose whatever its end */
	LEVELS = 5,        /* ancestors that get points */
	SMALL_PRINT = 500, /* bytes: more is an article about a court */
	GAIN = 200         /* bytes of prose that make a larger element worth it */
};

static const double BEFORE_TITLE = .3; /* of the points that a paragraph has else */

static bool
ends_sentence(struct span text)
{
	static const struct span ends[] = { SPAN("."), SPAN("!"), SPAN("?"), SPAN("»"),
					    SPAN("”"), SPAN("…"), SPAN(":"), SPAN(".\"") };

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (span_ends(text, ends[i]))
			return true;
	return false;
}

static bool
is_prose(const struct html_block *b)
{
	if (span_eq(b->type, SPAN("heading")) || span_eq(b->type, SPAN("caption")))
		return false;
	if (b->text.n >= LINE)
		return b->link_chars * 3 < b->text.n;
	return b->text.n >= LEAST && b->link_chars == 0 && ends_sentence(b->text);
}

double
html_link_density(const struct html_sums *sums)
{
	return sums->chars > 0 ? (double)sums->link_chars / sums->chars : 0;
}

/* Does a list of words have one that the text has? */
static bool
has_any(struct span text, const char *const words[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (memmem(text.s, text.n, words[i], strlen(words[i])) != NULL)
			return true;
	return false;
}

/* Cookie dialogs and the small print are fluent prose: they must not be taken for the article. */
static bool
is_small_print(struct span text)
{
	static const char *const print[] = { "©",
					     "P. IVA",
					     "P.IVA",
					     "P.I. ",
					     "artita IVA",
					     "irettore responsabile",
					     "utti i diritti",
					     "estata giornalistica",
					     "Reg. Trib",
					     "egistrata presso",
					     "egistrazione del Tribunale",
					     "egistrazione Tribunale" };
	static const char *const consent[] = { "consens",     "accett",     "Accett",
					       "terze parti", "preferenze", "nformativa",
					       "navigazione" };

	if (has_any(text, (const char *const[]){ "cookie", "Cookie" }, 2))
		return has_any(text, consent, sizeof(consent) / sizeof(consent[0]));
	return text.n <= SMALL_PRINT && has_any(text, print, sizeof(print) / sizeof(print[0]));
}

void
html_judge(struct html_text *text)
{
	for (size_t i = 0; i < text->blocks.n; i++) {
		struct html_block *b = &text->blocks.v[i];

		b->is_prose = is_prose(b);
		b->is_small_print = is_small_print(b->text);
	}
}

static void
add_block(struct html_sums *s, const struct html_block *b, uint32_t number)
{
	s->chars += (uint32_t)b->text.n;
	s->link_chars += b->link_chars;
	s->prose += b->is_prose && !b->is_small_print ? (uint32_t)b->text.n : 0;
	if (number < s->first)
		s->first = number;
}

struct html_sums *
html_sums(const struct html_tree *tree, const struct html_text *text)
{
	size_t n = tree->nodes.n;
	struct html_sums *sums = ARENA_NEW(tree->arena, struct html_sums, n);

	for (size_t i = 0; i < n; i++)
		sums[i].first = UINT32_MAX;
	for (size_t i = 0; i < text->blocks.n; i++)
		if (text->blocks.v[i].class == HTML_KEPT)
			add_block(&sums[text->blocks.v[i].node], &text->blocks.v[i], (uint32_t)i);
	for (size_t i = n; i-- > 1;) {
		struct html_sums *parent = &sums[tree->nodes.v[i].parent];

		parent->chars += sums[i].chars;
		parent->link_chars += sums[i].link_chars;
		parent->prose += sums[i].prose;
		if (sums[i].first < parent->first)
			parent->first = sums[i].first;
	}
	return sums;
}

/* --- points --- */

static double
tag_points(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_DIV:
		return 5;
	case GUMBO_TAG_PRE:
	case GUMBO_TAG_TD:
	case GUMBO_TAG_BLOCKQUOTE:
		return 3;
	case GUMBO_TAG_ADDRESS:
	case GUMBO_TAG_OL:
	case GUMBO_TAG_UL:
	case GUMBO_TAG_DL:
	case GUMBO_TAG_DD:
	case GUMBO_TAG_DT:
	case GUMBO_TAG_LI:
		return -3;
	case GUMBO_TAG_H1:
	case GUMBO_TAG_H2:
	case GUMBO_TAG_H3:
	case GUMBO_TAG_H4:
	case GUMBO_TAG_H5:
	case GUMBO_TAG_H6:
	case GUMBO_TAG_TH:
		return -5;
	default:
		return 0;
	}
}

static double
first_points(const struct html_node *node)
{
	double points = tag_points(node->tag);
	unsigned text = 1U << HTML_PAYWALL; /* what is called so and left in; see html_mark.c */

	if ((node->hints & HINT_FURNITURE & ~text) != 0)
		points -= 25;
	if ((node->hints & HINT_ARTICLE) != 0)
		points += 15;
	if ((node->hints & HINT_BODY) != 0)
		points += 25;
	return points;
}

static size_t
count_commas(struct span text)
{
	size_t n = 0;

	for (const char *p = text.s, *end = p + text.n;
	     p < end && (p = memchr(p, ',', (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

static double
block_points(const struct html_block *b)
{
	size_t hundreds = b->text.n / 100;

	if (b->class != HTML_KEPT || b->text.n < LEAST || b->link_chars * 2 > b->text.n ||
	    span_eq(b->type, SPAN("caption")) || b->is_small_print)
		return 0;
	return 1 + (double)count_commas(b->text) + (double)(hundreds < 3 ? hundreds : 3);
}

/* Is the block all of its element, as <p> is, or may it be one of several, as in <td>? */
static bool
is_paragraph(GumboTag tag)
{
	return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE ||
	       tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT || tag_points(tag) == -5;
}

struct scores {
	const struct html_tree *tree;
	const struct html_sums *sums;
	double *points;
	bool *candidate;
	uint32_t best;
	uint32_t title; /* the heading that is it, or 0 */
};

static void
give_points(struct scores *s, uint32_t node, double points)
{
	for (int level = 0; level < LEVELS && node != 0; level++) {
		if (!s->candidate[node]) {
			s->candidate[node] = true;
			s->points[node] = first_points(&s->tree->nodes.v[node]);
		}
		s->points[node] += points / (level == 0 ? 1 : level == 1 ? 2 : 3 * level);
		node = s->tree->nodes.v[node].parent;
	}
}

static void
give_all_points(struct scores *s, const struct html_text *text)
{
	for (size_t i = 0; i < text->blocks.n; i++) {
		const struct html_block *b = &text->blocks.v[i];
		double points = block_points(b);
		uint32_t node = b->node;

		if (points == 0)
			continue;
		if (b->first < s->title)
			points *= BEFORE_TITLE;
		if (is_paragraph(s->tree->nodes.v[node].tag))
			node = s->tree->nodes.v[node].parent;
		give_points(s, node, points);
	}
}

static void
find_best(struct scores *s)
{
	for (uint32_t i = 1; i < s->tree->nodes.n; i++) {
		if (!s->candidate[i])
			continue;
		s->points[i] *= 1 - html_link_density(&s->sums[i]);
		if (s->best == 0 || s->points[i] > s->points[s->best])
			s->best = i;
	}
}

/* --- up and down --- */

static uint32_t
parent_of(const struct scores *s, uint32_t node)
{
	return s->tree->nodes.v[node].parent;
}

static bool
is_whole_page(const struct scores *s, uint32_t node)
{
	return node == 0 || s->tree->nodes.v[node].tag == GUMBO_TAG_BODY;
}

/* Is what the parent has besides mostly prose, and not little? */
static bool
is_worth(const struct scores *s, uint32_t parent, uint32_t node)
{
	const struct html_sums *a = &s->sums[parent], *b = &s->sums[node];
	uint32_t chars = a->chars - b->chars, prose = a->prose - b->prose,
		 links = a->link_chars - b->link_chars;

	return prose >= GAIN && prose >= b->prose / 10 && prose >= chars / 10 * 7 &&
	       links < chars / 6;
}

static bool
is_table_part(GumboTag tag)
{
	return tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TABLE;
}

static bool
holds_title(const struct scores *s, uint32_t node)
{
	return s->title != 0 && node <= s->title && s->title < s->tree->nodes.v[node].end;
}

/* Up through elements that hold nothing else, or more of the article; not
 * beyond the one that has the title as well. */
static uint32_t
climb(const struct scores *s, uint32_t node)
{
	for (uint32_t best = node;; node = parent_of(s, node)) {
		uint32_t parent = parent_of(s, node);
		bool grows;

		if (is_whole_page(s, node) || is_whole_page(s, parent) || holds_title(s, node))
			return best;
		grows = s->sums[parent].chars > s->sums[node].chars;
		if (!grows && (node != best || is_table_part(s->tree->nodes.v[parent].tag)))
			continue;
		if (!grows || is_worth(s, parent, best) || s->points[parent] > s->points[best])
			best = parent;
		else if (s->sums[parent].chars > 2 * s->sums[best].chars)
			return best;
	}
}

/* The innermost element that is called the article's text, around the best one or inside. */
static uint32_t
prefer_named(const struct scores *s, uint32_t best)
{
	uint32_t found = best, end = s->tree->nodes.v[best].end;

	for (uint32_t i = best + 1; i < end; i++)
		if ((s->tree->nodes.v[i].hints & HINT_BODY) != 0 &&
		    s->sums[i].prose >= s->sums[best].prose / 10 * 7 && s->sums[i].prose > 0)
			found = i;
	return found;
}

/* --- siblings --- */

static bool
joins(const struct scores *s, uint32_t i, double threshold)
{
	const struct html_sums *sums = &s->sums[i];
	const struct html_node *node = &s->tree->nodes.v[i];

	if (sums->chars == 0 || node->class != HTML_KEPT)
		return false;
	if (s->candidate[i] && s->points[i] >= threshold && html_link_density(sums) < .33)
		return true;
	if (node->tag == s->tree->nodes.v[s->best].tag && sums->prose >= GAIN / 2 &&
	    sums->prose >= sums->chars / 10 * 7)
		return true;
	return node->tag == GUMBO_TAG_P && sums->prose > 0 && html_link_density(sums) < .25;
}

static void
join_siblings(const struct scores *s, struct html_roots *roots)
{
	uint32_t best = s->best;
	const struct html_node *v = s->tree->nodes.v;
	double threshold = s->points[best] * .2 > 10 ? s->points[best] * .2 : 10;
	uint32_t parent = v[best].parent;

	for (uint32_t i = parent + 1; i < v[parent].end; i = v[i].end)
		if (i == best ||
		    (!html_is_text(&v[i]) && v[i].end > s->title && joins(s, i, threshold)))
			*PUSH(s->tree->arena, &roots->v) = i;
}

/* What stands between two of the roots is in the article, unless it is links. */
static void
fill_gaps(const struct scores *s, struct html_roots *roots)
{
	const struct html_node *v = s->tree->nodes.v;
	uint32_t first = roots->v.v[0], last = roots->v.v[roots->v.n - 1];

	roots->v.n = 0;
	for (uint32_t i = first; i <= last; i = v[i].end)
		if (html_link_density(&s->sums[i]) < .33)
			*PUSH(s->tree->arena, &roots->v) = i;
}

/* When no paragraph is long enough to speak. */
static uint32_t
longest_article(const struct scores *s)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < s->tree->nodes.n; i++)
		if ((s->tree->nodes.v[i].tag == GUMBO_TAG_ARTICLE ||
		     s->tree->nodes.v[i].tag == GUMBO_TAG_MAIN) &&
		    s->sums[i].chars > (best != 0 ? s->sums[best].chars : 0))
			best = i;
	return best;
}

void
html_score(const struct html_tree *tree, const struct html_text *text, const struct html_sums *sums,
	   uint32_t title, struct html_roots *roots)
{
	struct scores s = { .tree = tree,
			    .sums = sums,
			    .points = ARENA_NEW(tree->arena, double, tree->nodes.n),
			    .candidate = ARENA_NEW(tree->arena, bool, tree->nodes.n),
			    .title = title };
	uint32_t best;

	*roots = (struct html_roots){ 0 };
	give_all_points(&s, text);
	find_best(&s);
	roots->found = s.best != 0;
	best = s.best != 0 ? prefer_named(&s, climb(&s, s.best)) : longest_article(&s);
	if (!roots->found || is_whole_page(&s, best)) {
		*PUSH(tree->arena, &roots->v) = best;
		return;
	}
	s.best = best;
	join_siblings(&s, roots);
	if (roots->v.n > 1)
		fill_gaps(&s, roots);
}
