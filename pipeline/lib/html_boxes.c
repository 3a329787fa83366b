#include "html_boxes.h"

#include <string.h>
#include <strings.h>

enum {
	CARD = 500,  /* bytes of a box that leads to another article */
	LINK = 25,   /* bytes of its title */
	CARDS = 3,   /* side by side are a row */
	REPLIES = 3, /* links "Rispondi" are a thread */
	REPLY_LINE = 80,
	ARTICLE = 250 /* bytes of prose of a further article */
};

void
html_drop(const struct html_tree *tree, const struct html_sums *sums, uint32_t node,
	  enum html_class class, const char *rule, struct html_text *text)
{
	uint32_t end = tree->nodes.v[node].end;

	for (size_t i = sums[node].first; i < text->blocks.n; i++) {
		struct html_block *b = &text->blocks.v[i];

		if (b->first >= end)
			return;
		if (b->class != HTML_KEPT)
			continue;
		b->class = (unsigned char)class;
		b->rule = rule;
	}
}

static bool
holds(const struct html_tree *tree, uint32_t i, uint32_t node)
{
	return node > 0 && i <= node && node < tree->nodes.v[i].end;
}

/* --- cards --- */

bool
html_is_card(const struct html_tree *tree, const struct html_sums *sums,
	     const struct html_text *text, uint32_t node)
{
	const struct html_sums *s = &sums[node];
	uint32_t end = tree->nodes.v[node].end;

	if (s->first == UINT32_MAX || s->chars > CARD || s->link_chars * 8 < s->chars)
		return false;
	for (size_t i = s->first; i < text->blocks.n && i < s->first + 3; i++) {
		const struct html_block *b = &text->blocks.v[i];

		if (b->first >= end || b->is_prose)
			return false;
		if (b->text.n >= LINK && b->link_chars * 10 >= b->text.n * 8)
			return true;
	}
	return false;
}

static bool
is_frame(GumboTag tag)
{
	return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION ||
	       tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TR;
}

/* For each element the number of its children that are cards. */
static void
drop_cards(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
	   struct html_text *text)
{
	size_t n = tree->nodes.n;
	uint32_t *cards = ARENA_NEW(tree->arena, uint32_t, n);
	bool *is_card = ARENA_NEW(tree->arena, bool, n);

	for (uint32_t i = 1; i < n; i++) {
		is_card[i] = is_frame(tree->nodes.v[i].tag) && !holds(tree, i, title) &&
			     html_is_card(tree, sums, text, i);
		cards[tree->nodes.v[i].parent] += is_card[i];
	}
	for (uint32_t i = 1; i < n; i++)
		if (is_card[i] && cards[tree->nodes.v[i].parent] >= CARDS &&
		    tree->nodes.v[i].tag != GUMBO_TAG_LI)
			html_drop(tree, sums, i, HTML_RELATED, "card", text);
}

/* --- comments --- */

static bool
is_reply(const struct html_block *b)
{
	static const char *const words[] = { "rispondi", "reply", "segnala abuso" };

	if (b->class != HTML_KEPT || b->text.n > REPLY_LINE)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (b->text.n >= strlen(words[i]) &&
		    strncasecmp(b->text.s, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* The innermost element that holds two nodes, the first one before the other. */
static uint32_t
common(const struct html_tree *tree, uint32_t a, uint32_t b)
{
	while (a != 0 && b >= tree->nodes.v[a].end)
		a = tree->nodes.v[a].parent;
	return a;
}

static bool
is_page(const struct html_tree *tree, uint32_t node)
{
	return node == 0 || tree->nodes.v[node].tag == GUMBO_TAG_BODY;
}

/* The innermost element around a reply link that has the comment as well. */
static uint32_t
comment_of(const struct html_tree *tree, const struct html_sums *sums, uint32_t node)
{
	while (!is_page(tree, node) && sums[node].chars < REPLY_LINE + LINK)
		node = tree->nodes.v[node].parent;
	return node;
}

/* The thread is what all replies stand in; if that is too much, each comment for itself. */
static void
drop_thread(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
	    uint32_t thread, struct html_text *text)
{
	if (!is_page(tree, thread) && !holds(tree, thread, title)) {
		html_drop(tree, sums, thread, HTML_COMMENTS, "replies", text);
		return;
	}
	for (size_t i = 0; i < text->blocks.n; i++) {
		uint32_t box;

		if (!is_reply(&text->blocks.v[i]))
			continue;
		box = comment_of(tree, sums, text->blocks.v[i].node);
		if (!is_page(tree, box) && !holds(tree, box, title) &&
		    sums[box].prose < sums[0].prose / 2)
			html_drop(tree, sums, box, HTML_COMMENTS, "replies", text);
	}
}

static void
drop_comments(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
	      struct html_text *text)
{
	uint32_t thread = 0;
	size_t n = 0;

	for (size_t i = 0; i < text->blocks.n; i++) {
		const struct html_block *b = &text->blocks.v[i];

		if (!is_reply(b))
			continue;
		thread = n == 0 ? b->node : common(tree, thread, b->node);
		n++;
	}
	if (n >= REPLIES)
		drop_thread(tree, sums, title, thread, text);
}

/* --- further articles --- */

static bool
same_kind(const struct html_node *a, const struct html_node *b)
{
	return a->tag == b->tag && a->hints == b->hints &&
	       span_eq(html_attribute(a, "class"), html_attribute(b, "class"));
}

static bool
has_heading(const struct html_tree *tree, uint32_t node, GumboTag heading)
{
	for (uint32_t i = node; i < tree->nodes.v[node].end; i++)
		if (tree->nodes.v[i].tag == GUMBO_TAG_H1 || tree->nodes.v[i].tag == heading)
			return true;
	return false;
}

/* The element with title and text has others like it behind it, with title and text. */
static void
drop_others(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
	    struct html_text *text)
{
	const struct html_node *v = tree->nodes.v;
	uint32_t node = title;

	while (node != 0 && sums[node].prose < ARTICLE)
		node = v[node].parent;
	if (title == 0 || is_page(tree, node))
		return;
	for (uint32_t i = v[node].end; i < v[v[node].parent].end; i = v[i].end)
		if (!html_is_text(&v[i]) && same_kind(&v[node], &v[i]) &&
		    sums[i].prose >= ARTICLE && has_heading(tree, i, v[title].tag))
			html_drop(tree, sums, i, HTML_RELATED, "other article", text);
}

void
html_boxes(const struct html_tree *tree, const struct html_sums *sums, uint32_t title,
	   struct html_text *text)
{
	drop_cards(tree, sums, title, text);
	drop_comments(tree, sums, title, text);
	drop_others(tree, sums, title, text);
}
