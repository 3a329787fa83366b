#include "html_clean.h"

#include <string.h>
#include <strings.h>

#include "article.h"
#include "date.h"
#include "html_boxes.h"
#include "html_hints.h"
#include "html_phrase.h"
#include "utf8.h"

enum {
	LINE = 100,      /* bytes: the line with author and date is not longer */
	CARD = 500,      /* bytes of a box that leads to another article */
	STANDFIRST = 40, /* bytes that a standfirst has at least, unless it is called so */
	STANDFIRST_MOST = 700,
	NEAR = 24,  /* blocks between title and text that may hold a standfirst */
	ABOVE = 12, /* blocks above the text that may hold title, author and date */
	TITLE_MOST = 160,
	PARAGRAPH = 250, /* bytes: the text has begun */
	SHORT = 25       /* bytes: an element of so little is a button or a label */
};

struct cleaner {
	const struct html_tree *tree;
	const struct html_sums *sums;
	const struct html_roots *roots;
	const struct html_meta *meta;
	struct html_text *text;
	struct html_lines *lines;
	bool *is_root;       /* for each node */
	size_t last_prose;   /* the last block that is running text */
	size_t first, last;  /* the blocks of the roots: [first, last) */
	size_t title;        /* the block of the title, or SIZE_MAX */
	uint32_t prose;      /* bytes of it in the roots */
	bool has_text_after; /* is there enough behind the title? */
	bool keeps_links;    /* the article is a list of links */
};

static void
drop(struct html_block *b, enum html_class class, const char *rule)
{
	if (b->class != HTML_KEPT)
		return;
	b->class = (unsigned char)class;
	b->rule = rule;
}

static bool
is_type(const struct html_block *b, const char *type)
{
	return span_eq(b->type, span_of(type));
}

static GumboTag
tag_of(const struct cleaner *c, const struct html_block *b)
{
	return c->tree->nodes.v[b->node].tag;
}

/* --- elements --- */

static void
drop_element(struct cleaner *c, uint32_t node, enum html_class class, const char *rule)
{
	html_drop(c->tree, c->sums, node, class, rule, c->text);
}

static bool
is_root(const struct cleaner *c, uint32_t node)
{
	return node == 0 || c->is_root[node];
}

/* The largest element below the roots that begins with this block. */
static uint32_t
box_of(const struct cleaner *c, size_t block)
{
	uint32_t node = c->text->blocks.v[block].node;

	for (;;) {
		uint32_t parent = c->tree->nodes.v[node].parent;

		if (is_root(c, node) || is_root(c, parent) || c->sums[parent].first != block)
			return node;
		node = parent;
	}
}

static bool
holds_title(const struct cleaner *c, uint32_t node)
{
	uint32_t title = c->meta->title_node;

	return title > 0 && node <= title && title < c->tree->nodes.v[node].end;
}

/* --- boxes with a heading --- */

static bool
is_linked(const struct html_block *b)
{
	return b->link_chars * 2 > b->text.n;
}

/* What follows a heading that stands alone: up to the next paragraph of the article. */
static void
drop_followers(struct cleaner *c, size_t i, enum html_class class)
{
	for (i++; i < c->last; i++) {
		struct html_block *b = &c->text->blocks.v[i];
		bool stays = b->is_prose && !is_type(b, "item");

		if (b->class != HTML_KEPT)
			continue;
		if (class != HTML_COMMENTS && (stays || (is_type(b, "heading") && !is_linked(b))))
			return;
		drop(b, class, "after heading");
	}
}

static void
drop_box(struct cleaner *c, size_t i, enum html_class class)
{
	const struct html_block *b = &c->text->blocks.v[i];
	uint32_t box = box_of(c, i);
	bool alone = c->sums[box].chars <= b->text.n || is_root(c, box);

	if (!alone && !holds_title(c, box) && c->sums[box].prose <= c->prose / 2) {
		drop_element(c, box, class, "heading");
		return;
	}
	drop(&c->text->blocks.v[i], class, "heading");
	if (alone)
		drop_followers(c, i, class);
}

/* Another article below the first, as pages have it that scroll without an end. */
static bool
is_other_article(const struct cleaner *c, size_t i)
{
	const struct html_block *b = &c->text->blocks.v[i];
	uint32_t box = box_of(c, i);

	return tag_of(c, b) == GUMBO_TAG_H1 && c->meta->title_node != 0 &&
	       b->node != c->meta->title_node && i > c->title && !holds_title(c, box) &&
	       c->sums[box].chars > b->text.n && c->sums[box].prose * 10 < c->prose * 7;
}

static void
drop_boxes(struct cleaner *c)
{
	for (size_t i = c->first; i < c->last; i++) {
		const struct html_block *b = &c->text->blocks.v[i];
		enum html_class class;

		if (b->class != HTML_KEPT)
			continue;
		if (is_other_article(c, i)) {
			drop_element(c, box_of(c, i), HTML_RELATED, "other title");
			continue;
		}
		class = html_heading_class(c->tree->arena, b->text);
		if (class != HTML_KEPT)
			drop_box(c, i, class);
	}
}

/* --- boxes of links --- */

/* A list in the middle of the text, right below a heading of the text. */
static bool
is_introduced(const struct cleaner *c, uint32_t node)
{
	GumboTag tag = c->tree->nodes.v[node].tag;
	size_t i = c->sums[node].first;
	const struct html_block *before;

	if ((tag != GUMBO_TAG_UL && tag != GUMBO_TAG_OL) || i <= c->first || i >= c->last)
		return false;
	before = &c->text->blocks.v[i - 1];
	if (c->tree->nodes.v[before->node].parent != c->tree->nodes.v[node].parent)
		return false;
	if (before->class != HTML_KEPT || is_linked(before) ||
	    !(is_type(before, "heading") || span_ends(before->text, SPAN(":"))))
		return false;
	return c->last_prose > i &&
	       c->text->blocks.v[c->last_prose].first >= c->tree->nodes.v[node].end;
}

static bool
is_of_introduced(const struct cleaner *c, uint32_t node)
{
	return is_introduced(c, node) || is_introduced(c, c->tree->nodes.v[node].parent);
}

static bool
is_card(const struct cleaner *c, uint32_t node)
{
	return !holds_title(c, node) && html_is_card(c->tree, c->sums, c->text, node) &&
	       !is_of_introduced(c, node);
}

static bool
is_box(GumboTag tag)
{
	return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ARTICLE ||
	       tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL ||
	       tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_FIELDSET ||
	       tag == GUMBO_TAG_DETAILS || tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_TD ||
	       tag == GUMBO_TAG_TR;
}

typedef bool box_fn(const struct cleaner *c, uint32_t node);

/* Bytes of the outermost boxes of a kind; they are dropped if `class` is not HTML_KEPT. */
static uint32_t
take_boxes(struct cleaner *c, box_fn *is_kind, enum html_class class, const char *rule)
{
	const struct html_node *v = c->tree->nodes.v;
	uint32_t chars = 0;

	for (size_t r = 0; r < c->roots->v.n; r++) {
		uint32_t root = c->roots->v.v[r];

		for (uint32_t i = root + 1; i < v[root].end;) {
			if (v[i].class != HTML_KEPT || !is_box(v[i].tag) || !is_kind(c, i)) {
				i++;
				continue;
			}
			chars += c->sums[i].chars;
			if (class != HTML_KEPT)
				drop_element(c, i, class, rule);
			i = v[i].end;
		}
	}
	return chars;
}

static bool
is_link_list(const struct cleaner *c, uint32_t node)
{
	const struct html_sums *s = &c->sums[node];

	return s->chars > 0 && s->link_chars * 2 > s->chars && !holds_title(c, node) &&
	       !is_of_introduced(c, node);
}

/* A label, a button: a word or two that are no sentence. */
static bool
is_label(const struct cleaner *c, uint32_t node)
{
	const struct html_sums *s = &c->sums[node];
	const struct html_block *first;

	if (s->chars == 0 || s->chars >= SHORT || s->prose > 0 || holds_title(c, node) ||
	    c->tree->nodes.v[node].tag == GUMBO_TAG_TD ||
	    c->tree->nodes.v[node].tag == GUMBO_TAG_TR)
		return false;
	first = &c->text->blocks.v[s->first];
	return is_type(first, "paragraph") && first->text.n > 0 &&
	       !span_has(SPAN(".!?:"), first->text.s[first->text.n - 1]);
}

/* Is more of the article in links than outside of them? */
static bool
is_list_of_links(const struct cleaner *c)
{
	size_t links = 0, n = 0;

	for (size_t i = c->first; i < c->last; i++) {
		const struct html_block *b = &c->text->blocks.v[i];

		if (b->class == HTML_KEPT && is_linked(b) && b->text.n >= SHORT) {
			links += b->text.n;
			n++;
		}
	}
	return n > 2 && links > c->prose;
}

static void
drop_links(struct cleaner *c)
{
	c->keeps_links = is_list_of_links(c);
	if (c->keeps_links)
		return;
	if (take_boxes(c, is_card, HTML_KEPT, NULL) < c->prose / 10 * 4)
		take_boxes(c, is_card, HTML_RELATED, "card");
	take_boxes(c, is_link_list, HTML_LINKS, "link density");
}

/* --- blocks --- */

static size_t
first_prose(const struct cleaner *c)
{
	for (size_t i = c->first; i < c->last; i++)
		if (c->text->blocks.v[i].class == HTML_KEPT && c->text->blocks.v[i].is_prose)
			return i;
	return c->last;
}

static bool
same_folded(struct span a, struct span b)
{
	return a.n == b.n && a.n > 0 && strncasecmp(a.s, b.s, a.n) == 0;
}

/* Is the block, or an element around it, called so? */
static bool
is_called(const struct cleaner *c, const struct html_block *b, uint32_t hint)
{
	uint32_t node = b->first;

	for (int i = 0; i < 4 && node > 0; i++, node = c->tree->nodes.v[node].parent)
		if ((c->tree->nodes.v[node].hints & hint) != 0)
			return true;
	return false;
}

/* In old pages the title is the longest line in bold face, or the heading, above the text. */
static void
take_title(struct cleaner *c)
{
	size_t prose = first_prose(c), from = prose > ABOVE ? prose - ABOVE : 0;
	struct html_block *best = NULL;

	for (size_t i = from; i < prose && prose < c->last; i++) {
		struct html_block *b = &c->text->blocks.v[i];
		bool stands_out = is_type(b, "heading") || is_called(c, b, HINT_TITLE) ||
				  b->bold_chars * 10 >= b->text.n * 9;

		if (stands_out && b->text.n >= SHORT - 10 && b->text.n <= TITLE_MOST &&
		    !is_linked(b) && (b->class == HTML_KEPT || b->class == HTML_OUTSIDE) &&
		    (best == NULL || b->text.n > best->text.n))
			best = b;
	}
	if (best == NULL)
		return;
	c->lines->title = best->text;
	c->title = (size_t)(best - c->text->blocks.v);
	best->class = HTML_TITLE;
	best->rule = "title";
}

/* "di Anna Neri", "Anna Neri, inviata": the author and little more. */
static bool
is_byline(const struct cleaner *c, const struct html_block *b)
{
	struct span author = c->meta->author;

	return author.n > 0 && b->text.n <= author.n + 30 &&
	       memmem(b->text.s, b->text.n, author.s, author.n) != NULL;
}

static bool
is_signed(const struct cleaner *c, const struct html_block *b)
{
	return b->text.n <= 2 * LINE && !is_type(b, "heading") && !is_type(b, "item") &&
	       !span_ends(b->text, SPAN(".")) && html_byline(b->text).n > 0 &&
	       (b->text.n <= LINE || date_iso(c->tree->arena, b->text).n > 0);
}

static bool
is_dateline(const struct cleaner *c, const struct html_block *b)
{
	return b->text.n <= LINE && !is_type(b, "item") && !span_ends(b->text, SPAN(".")) &&
	       date_iso(c->tree->arena, b->text).n > 0;
}

/* A heading that is a link may stand above its paragraph, as in lists of films or places. */
static bool
heads_prose(const struct cleaner *c, size_t i)
{
	if (!is_type(&c->text->blocks.v[i], "heading"))
		return false;
	while (++i < c->last)
		if (c->text->blocks.v[i].class == HTML_KEPT)
			return c->text->blocks.v[i].is_prose;
	return false;
}

static void
clean_block(struct cleaner *c, size_t i, bool before_text, bool in_head)
{
	struct html_block *b = &c->text->blocks.v[i];
	enum html_class opening = HTML_KEPT;

	if (b->class != HTML_KEPT)
		return;
	if (is_type(b, "heading") && b->text.n >= STANDFIRST && is_called(c, b, HINT_STANDFIRST))
		b->type = SPAN("paragraph"); /* a standfirst is a sentence */
	if (same_folded(b->text, c->meta->title) || b->node == c->meta->title_node)
		drop(b, HTML_TITLE, "title");
	else if (c->title != SIZE_MAX && i < c->title && (before_text || c->has_text_after))
		drop(b, HTML_HEADER, "before title");
	else if (is_byline(c, b) || (in_head && is_signed(c, b)))
		drop(b, HTML_AUTHOR, "author");
	else if ((in_head || (i > c->last_prose && is_type(b, "paragraph"))) && is_dateline(c, b))
		drop(b, HTML_DATE, "date");
	else if (in_head && memmem(b->text.s, b->text.n, "://", 3) != NULL && b->text.n < LINE)
		drop(b, HTML_HEADER, "address");
	else if (c->roots->found && b->text.n < SHORT && !utf8_has_letter(b->text) &&
		 is_type(b, "paragraph"))
		drop(b, HTML_SHORT, "no letters");
	if (b->link_chars > 0 && b->text.n < CARD)
		opening = html_opening_class(b->text);
	if (opening != HTML_KEPT && (b->link_chars * 4 > b->text.n || b->text.n < LINE))
		drop(b, opening, "opening");
	else if (is_linked(b) && !c->keeps_links && !heads_prose(c, i) &&
		 !(is_type(b, "item") && is_introduced(c, c->tree->nodes.v[b->node].parent)))
		drop(b, HTML_LINKS, "link density");
}

static bool
has_text_after(const struct cleaner *c)
{
	size_t n = 0;

	for (size_t i = c->first; i < c->last && c->title != SIZE_MAX; i++)
		if (i > c->title && c->text->blocks.v[i].class == HTML_KEPT &&
		    c->text->blocks.v[i].is_prose)
			n += c->text->blocks.v[i].text.n;
	return n >= PARAGRAPH;
}

static void
clean_blocks(struct cleaner *c)
{
	size_t prose = first_prose(c), head = prose;

	while (head < c->last && head < prose + 4 && c->text->blocks.v[head].text.n < PARAGRAPH)
		head++;
	c->has_text_after = has_text_after(c);
	for (size_t i = c->first; i < c->last; i++)
		clean_block(c, i, i < prose, i < head);
}

/* --- outside --- */

/* Blocks ascend as the roots do. */
static void
drop_outside(struct cleaner *c)
{
	size_t root = 0;

	c->first = c->last = c->text->blocks.n;
	for (size_t i = 0; i < c->text->blocks.n; i++) {
		struct html_block *b = &c->text->blocks.v[i];

		while (root < c->roots->v.n &&
		       c->tree->nodes.v[c->roots->v.v[root]].end <= b->first)
			root++;
		if (root == c->roots->v.n || b->first < c->roots->v.v[root]) {
			drop(b, HTML_OUTSIDE, "container");
			continue;
		}
		if (c->first == c->text->blocks.n)
			c->first = i;
		c->last = i + 1;
	}
}

static void
find_title_block(struct cleaner *c)
{
	uint32_t title = c->meta->title_node;

	c->title = SIZE_MAX;
	for (size_t i = 0; title > 0 && i < c->text->blocks.n; i++)
		if (c->text->blocks.v[i].first > title &&
		    c->text->blocks.v[i].first < c->tree->nodes.v[title].end) {
			c->title = i;
			return;
		}
}

static bool
may_be_standfirst(const struct cleaner *c, const struct html_block *b)
{
	if (is_linked(b) || b->text.n > STANDFIRST_MOST || is_type(b, "caption") ||
	    is_byline(c, b) || is_signed(c, b) || is_dateline(c, b) ||
	    same_folded(b->text, c->meta->title))
		return false;
	return b->text.n >= STANDFIRST ||
	       (is_called(c, b, HINT_STANDFIRST) && b->text.n >= SHORT / 2);
}

/* What stands between the title and the text, and reads like a sentence. */
static void
take_standfirst(struct cleaner *c)
{
	size_t end = c->first < c->title + NEAR ? c->first : c->title + NEAR;

	if (c->title == SIZE_MAX || c->title >= c->first)
		return;
	for (size_t i = c->title + 1; i < end; i++) {
		struct html_block *b = &c->text->blocks.v[i];

		if (b->class != HTML_OUTSIDE || !may_be_standfirst(c, b) ||
		    html_opening_class(b->text) != HTML_KEPT)
			continue;
		b->class = HTML_KEPT;
		b->rule = NULL;
		b->type = SPAN("paragraph"); /* <h2> is for its size */
	}
}

/* "di Anna Neri", or "Anna Neri 30/06/2022". */
static struct span
name_in(const struct cleaner *c, const struct html_block *b)
{
	struct span name = html_byline(b->text);

	if (name.n == 0 && date_iso(c->tree->arena, b->text).n > 0)
		name = html_leading_name(b->text);
	return name;
}

/* Author and date of the lines between title and text. */
static void
take_head(struct cleaner *c)
{
	size_t prose = first_prose(c), from = prose > ABOVE ? prose - ABOVE : 0;

	if (c->title != SIZE_MAX && c->title < prose && c->title > from)
		from = c->title;
	for (size_t i = from; i < prose; i++) {
		const struct html_block *b = &c->text->blocks.v[i];

		if (b->text.n > LINE || b->class == HTML_KEPT || b->class == HTML_TITLE)
			continue;
		if (c->lines->author.n == 0)
			c->lines->author = name_in(c, b);
		if (c->lines->date.n == 0)
			c->lines->date = date_iso(c->tree->arena, b->text);
	}
	for (size_t i = prose; i < c->last && c->lines->author.n == 0;
	     i++) /* below the standfirst */
		if (c->text->blocks.v[i].class == HTML_AUTHOR)
			c->lines->author = name_in(c, &c->text->blocks.v[i]);
	for (size_t i = 0; i < c->text->blocks.n && c->lines->other_date.n == 0; i++)
		if (i < c->last + ABOVE && c->text->blocks.v[i].text.n <= LINE &&
		    (i < prose || i > c->last_prose))
			c->lines->other_date = date_iso(c->tree->arena, c->text->blocks.v[i].text);
}

/* For the field: what is called so, or stands between title and text; else the description, but
 * for how the text begins. */
static struct span
standfirst_of(const struct cleaner *c)
{
	struct span description = c->meta->description;
	size_t prose = first_prose(c);

	for (size_t i = 0; i < c->text->blocks.n && i <= prose; i++) {
		const struct html_block *b = &c->text->blocks.v[i];

		if (b->class == HTML_KEPT &&
		    (i < c->first || (is_called(c, b, HINT_STANDFIRST) && may_be_standfirst(c, b))))
			return b->text;
	}
	while (span_ends(description, SPAN(".")) || span_ends(description, SPAN("…")))
		description.n -= span_ends(description, SPAN(".")) ? 1 : 3;
	if (description.n < STANDFIRST || prose == c->last ||
	    memmem(c->text->blocks.v[prose].text.s, c->text->blocks.v[prose].text.n, description.s,
		   description.n < 60 ? description.n : 60) != NULL)
		return SPAN("");
	return c->meta->description;
}

void
html_clean(const struct html_tree *tree, const struct html_sums *sums,
	   const struct html_roots *roots, const struct html_meta *meta, struct html_text *text,
	   struct html_lines *lines)
{
	struct cleaner c = { .tree = tree,
			     .sums = sums,
			     .roots = roots,
			     .meta = meta,
			     .text = text,
			     .lines = lines };

	*lines = (struct html_lines){ 0 };
	c.is_root = ARENA_NEW(tree->arena, bool, tree->nodes.n);
	for (size_t i = 0; i < roots->v.n; i++) {
		c.prose += sums[roots->v.v[i]].prose;
		c.is_root[roots->v.v[i]] = true;
	}
	drop_outside(&c);
	for (size_t i = c.first; i < c.last; i++)
		if (text->blocks.v[i].is_prose && text->blocks.v[i].class == HTML_KEPT)
			c.last_prose = i;
	find_title_block(&c);
	drop_boxes(&c);
	drop_links(&c);
	if (roots->found)
		take_boxes(&c, is_label, HTML_SHORT, "label");
	if (meta->title_is_guess)
		take_title(&c);
	clean_blocks(&c);
	take_standfirst(&c);
	take_head(&c);
	lines->standfirst = standfirst_of(&c);
}
