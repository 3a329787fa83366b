#include "html_mark.h"

#include "html_hints.h"

enum {
	LONG_PROSE = 600, /* bytes: nobody hides so much but what is to be paid for */
	LINE = 300,       /* bytes: more is no date, nor a list of tags */
	PARAGRAPH = 120,  /* bytes: a paragraph that its own name does not make furniture */
	TIME = 14,        /* bytes: "Ore 22:40" */
	TIMES = 4         /* so many make a live blog */
};

struct marker {
	struct html_tree *tree;
	enum html_marking marking;
	uint32_t title;
	uint32_t prose; /* of the page */
	size_t times;   /* short elements that are called dates */
	bool *inside;   /* is this node in an article or main? */
};

/* Text that is shown to those who pay is long, without links, and no dialog. */
static bool
is_hidden_prose(const struct html_node *node)
{
	return node->prose >= LONG_PROSE && node->link_chars * 4 < node->chars &&
	       (node->hints & (1U << HTML_DIALOG | 1U << HTML_COOKIE | 1U << HTML_COMMENTS |
			       1U << HTML_RELATED | 1U << HTML_NAV)) == 0;
}

bool
html_has_hidden_prose(const struct html_tree *tree)
{
	for (size_t i = 1; i < tree->nodes.n; i++) {
		const struct html_node *node = &tree->nodes.v[i];

		if (node->hidden && is_hidden_prose(node))
			return true;
	}
	return false;
}

static bool
holds(const struct marker *m, uint32_t i, uint32_t node)
{
	return node > 0 && i <= node && node < m->tree->nodes.v[i].end;
}

/* Are these told by a paragraph of their own? */
static bool is_told(enum html_class class)
{
	return class == HTML_COOKIE || class == HTML_NEWSLETTER || class == HTML_PAYWALL ||
	       class == HTML_ADS || class == HTML_AUTHOR || class == HTML_FOOTER ||
	       class == HTML_CODE || class == HTML_HIDDEN;
}

/* Names of a paragraph or a heading itself say little. */
static bool
is_own_name(const struct html_node *node)
{
	return (node->tag == GUMBO_TAG_P && node->prose >= PARAGRAPH) ||
	       (node->tag >= GUMBO_TAG_H2 && node->tag <= GUMBO_TAG_H6);
}

/* May what holds this much be furniture of this class? */
static bool
is_possible(const struct marker *m, uint32_t i, enum html_class class)
{
	const struct html_node *node = &m->tree->nodes.v[i];

	if (holds(m, i, m->title))
		return false;
	if (is_own_name(node) && !is_told(class))
		return false;
	if (class == HTML_HEADER && m->inside[i])
		return false;
	if (node->prose < PARAGRAPH && class != HTML_DATE && class != HTML_TAGS)
		return true;
	switch (class) {
	case HTML_DATE:
		return node->chars < LINE && (m->times < TIMES || node->chars > TIME);
	case HTML_TAGS:
		return node->chars < LINE;
	case HTML_HEADER:
		return node->prose < m->prose / 3;
	case HTML_COMMENTS:
		return node->prose < m->prose / 10 * 9;
	case HTML_COOKIE:
	case HTML_DIALOG:
	case HTML_RELATED:
		return node->prose < m->prose / 4 * 3;
	case HTML_GALLERY:
		return node->prose < m->prose / 4;
	case HTML_PAYWALL: /* schema.org has the text itself called so */
		return node->prose < m->prose / 3 && node->prose < LONG_PROSE;
	case HTML_AUTHOR:
		return node->prose < m->prose / 3;
	default:
		return node->prose < m->prose / 2;
	}
}

static bool
is_code(const struct html_node *node)
{
	return node->tag == GUMBO_TAG_HEAD || node->tag == GUMBO_TAG_TITLE ||
	       (node->hints & 1U << HTML_CODE) != 0;
}

static void
mark(struct html_node *node, enum html_class class, const char *rule)
{
	node->class = (unsigned char)class;
	node->rule = rule;
}

static void
mark_by_hints(const struct marker *m, uint32_t i)
{
	struct html_node *node = &m->tree->nodes.v[i];
	uint32_t found = node->hints & HINT_FURNITURE;

	if (m->marking == MARK_CODE || (m->marking == MARK_TAGS && !node->by_element))
		return;
	if (node->tag == GUMBO_TAG_HEADER)
		found |= 1U << HTML_HEADER;
	for (int class = HTML_CODE; class < HTML_CLASSES && found >> class != 0; class ++)
		if ((found >> class & 1) != 0 && is_possible(m, i, (enum html_class) class)) {
			mark(node, (enum html_class) class, node->by_element ? "element" : "name");
			return;
		}
}

static void
mark_element(const struct marker *m, uint32_t i)
{
	struct html_node *node = &m->tree->nodes.v[i];

	if (is_code(node))
		mark(node, HTML_CODE, "element");
	else if (m->marking == MARK_CODE)
		return;
	else if (node->hidden && !(m->marking == MARK_SHOWN && is_hidden_prose(node)))
		mark(node, HTML_HIDDEN, "attribute");
	else if (node->fixed && is_possible(m, i, HTML_DIALOG))
		mark(node, HTML_DIALOG, "fixed");
	else
		mark_by_hints(m, i);
}

static size_t
count_times(const struct html_tree *tree)
{
	size_t n = 0;

	for (size_t i = 1; i < tree->nodes.n; i++)
		n += !html_is_text(&tree->nodes.v[i]) && tree->nodes.v[i].chars <= TIME &&
		     (tree->nodes.v[i].hints & 1U << HTML_DATE) != 0;
	return n;
}

static bool
is_article(const struct html_node *node)
{
	return node->tag == GUMBO_TAG_ARTICLE || node->tag == GUMBO_TAG_MAIN ||
	       (node->hints & HINT_BODY) != 0;
}

void
html_mark(struct html_tree *tree, enum html_marking marking, uint32_t title)
{
	struct marker m = { .tree = tree,
			    .marking = marking,
			    .title = title,
			    .prose = tree->nodes.v[0].prose,
			    .times = count_times(tree),
			    .inside = ARENA_NEW(tree->arena, bool, tree->nodes.n) };

	for (uint32_t i = 0; i < tree->nodes.n; i++) {
		struct html_node *node = &tree->nodes.v[i], *parent = &tree->nodes.v[node->parent];

		mark(node, (enum html_class)parent->class, parent->rule);
		if (i == 0)
			mark(node, HTML_KEPT, NULL);
		m.inside[i] = m.inside[node->parent] || is_article(parent);
		if (node->class == HTML_KEPT && !html_is_text(node))
			mark_element(&m, i);
	}
}
