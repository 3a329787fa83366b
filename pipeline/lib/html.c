#include "html.h"

#include <gumbo.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <strings.h>

#include "buf.h"
#include "status.h"
#include "utf8.h"

bool
html_sniff(struct span head)
{
	static const char *const starts[] = { "<!doctype html", "<html", "<head",
					      "<body",          "<?xml", "<!--",
					      "<article",       "<div",  "<p>",
					      "<meta",          "<title" };

	head = span_trim(head);
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (head.n >= strlen(starts[i]) &&
		    strncasecmp(head.s, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

struct walk {
	struct arena *arena;
	struct article *article;
	struct buf text;        /* of the block at hand */
	struct span type;       /* heading, item, ...: of this block */
	VEC(struct span) types; /* of the elements that the walk is inside of */
	size_t links;           /* <a> that the walk is inside of */
	size_t link_bytes;      /* of its text, those inside links */
	bool in_article;        /* the root is an <article> or <main>: its header belongs to it */
	bool after_br;          /* a <br> and nothing since: a second one ends the block */
};

static bool
tag_in(const GumboNode *node, const GumboTag *tags, size_t n)
{
	if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
		return false;
	for (size_t i = 0; i < n; i++)
		if (node->v.element.tag == tags[i])
			return true;
	return false;
}

#define TAG_IN(node, ...)                                                                          \
	tag_in(node, (const GumboTag[]){ __VA_ARGS__ },                                            \
	       sizeof((const GumboTag[]){ __VA_ARGS__ }) / sizeof(GumboTag))

static struct span
attribute(const GumboNode *node, const char *name)
{
	const GumboAttribute *a;

	if (node->type != GUMBO_NODE_ELEMENT)
		return SPAN("");
	a = gumbo_get_attribute(&node->v.element.attributes, name);
	return a != NULL ? span_of(a->value) : SPAN("");
}

static bool
is_hidden(const GumboNode *node)
{
	static const char *const roles[] = { "navigation", "dialog",      "alertdialog",
					     "banner",     "contentinfo", "complementary",
					     "search",     "menu",        "button" };
	struct span role = attribute(node, "role");

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		if (span_eq(role, span_of(roles[i])))
			return true;
	return gumbo_get_attribute(&node->v.element.attributes, "hidden") != NULL ||
	       span_eq(attribute(node, "aria-hidden"), SPAN("true"));
}

static bool
has_word(struct span name, const char *const words[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcasestr(name.s, words[i]) != NULL) /* gumbo's values end with a NUL */
			return true;
	return false;
}

/* Do class or id call it page furniture, and not the text as well? After Readability's "unlikely
 * candidates", with the words of Italian pages. */
static bool
is_furniture(const GumboNode *node)
{
	static const char *const furniture[] = { "comment",    "cookie",   "newsletter", "related",
						 "correlat",   "share",    "social",     "sidebar",
						 "breadcrumb", "banner",   "footer",     "menu",
						 "navbar",     "promo",    "sponsor",    "paywall",
						 "disqus",     "popup",    "modal",      "consent",
						 "gdpr",       "condivid", "leggi-anche" };
	static const char *const text[] = { "article", "articolo", "body", "content",
					    "main",    "story",    "testo" };
	struct span names[] = { attribute(node, "class"), attribute(node, "id") };
	bool hit = false;

	if (TAG_IN(node, GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN,
		   GUMBO_TAG_A))
		return false;
	for (int i = 0; i < 2; i++) {
		if (has_word(names[i], text, sizeof(text) / sizeof(text[0])))
			return false;
		hit |= has_word(names[i], furniture, sizeof(furniture) / sizeof(furniture[0]));
	}
	return hit;
}

static bool
is_skipped(const struct walk *w, const GumboNode *node)
{
	if (TAG_IN(node, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
		   GUMBO_TAG_HEAD, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FORM, GUMBO_TAG_FOOTER,
		   GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,
		   GUMBO_TAG_SVG, GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO, GUMBO_TAG_AUDIO))
		return true;
	if (TAG_IN(node, GUMBO_TAG_HEADER) && !w->in_article)
		return true;
	return node->type == GUMBO_NODE_ELEMENT && (is_hidden(node) || is_furniture(node));
}

static bool
is_block(const GumboNode *node)
{
	return TAG_IN(node, GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_UL, GUMBO_TAG_OL,
		      GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5,
		      GUMBO_TAG_H6, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION,
		      GUMBO_TAG_FIGURE, GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_SECTION,
		      GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER, GUMBO_TAG_BODY,
		      GUMBO_TAG_PRE, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_ADDRESS,
		      GUMBO_TAG_CENTER, GUMBO_TAG_HR, GUMBO_TAG_TD, GUMBO_TAG_TH);
}

/* The type of the blocks inside this element; empty: as outside. */
static struct span
block_type(const GumboNode *node)
{
	if (TAG_IN(node, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5,
		   GUMBO_TAG_H6))
		return SPAN("heading");
	if (TAG_IN(node, GUMBO_TAG_LI, GUMBO_TAG_DD, GUMBO_TAG_DT, GUMBO_TAG_TD, GUMBO_TAG_TH))
		return SPAN("item");
	if (TAG_IN(node, GUMBO_TAG_BLOCKQUOTE))
		return SPAN("quote");
	if (TAG_IN(node, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION))
		return SPAN("caption");
	return SPAN("");
}

static void
end_block(struct walk *w)
{
	struct span text = text_squeeze(w->arena, buf_span(&w->text));
	bool links = 2 * w->link_bytes > text.n && !span_eq(w->type, SPAN("heading"));

	if (text.n > 0 && !links && !span_eq(text, article_field(w->article, SPAN("title"))))
		article_add(w->arena, w->article, w->type, text);
	w->text = (struct buf){ .arena = w->arena };
	w->link_bytes = 0;
	w->after_br = false;
}

static void
line_break(struct walk *w)
{
	if (w->after_br)
		end_block(w);
	else
		buf_putc(&w->text, ' ');
	w->after_br = !w->after_br;
}

static struct span
current_type(const struct walk *w)
{
	return w->types.n > 0 ? w->types.v[w->types.n - 1] : SPAN("paragraph");
}

static void
add_text(struct walk *w, const GumboNode *node)
{
	struct span text = span_of(node->v.text.text);

	if (span_trim(text).n == 0) {
		buf_putc(&w->text, ' ');
		return;
	}
	if (span_trim(buf_span(&w->text)).n == 0)
		w->type = current_type(w);
	buf_put(&w->text, text);
	w->after_br = false;
	if (w->links > 0)
		w->link_bytes += span_trim(text).n;
}

static const GumboVector *
children(const GumboNode *node)
{
	static const GumboVector none;

	if (node->type == GUMBO_NODE_DOCUMENT)
		return &node->v.document.children;
	return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : &none;
}

/* The node after this one in document order; into its children only if inside. Without recursion:
 * pages nest as deep as they like. leave is called for every element that is left. */
static const GumboNode *
next_node(const GumboNode *node, const GumboNode *root, bool inside,
	  void (*leave)(void *self, const GumboNode *node), void *self)
{
	if (inside && children(node)->length > 0)
		return children(node)->data[0];
	while (node != root) {
		const GumboVector *siblings = children(node->parent);

		if (leave != NULL)
			leave(self, node);
		if (node->index_within_parent + 1 < siblings->length)
			return siblings->data[node->index_within_parent + 1];
		node = node->parent;
	}
	return NULL;
}

static void
enter_node(struct walk *w, const GumboNode *node)
{
	struct span type = block_type(node);

	if (is_block(node))
		end_block(w);
	if (type.n > 0)
		*PUSH(w->arena, &w->types) = type;
	w->links += TAG_IN(node, GUMBO_TAG_A);
	if (TAG_IN(node, GUMBO_TAG_BR))
		line_break(w);
	if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
	    node->type == GUMBO_NODE_CDATA)
		add_text(w, node);
}

static void
leave_node(void *self, const GumboNode *node)
{
	struct walk *w = self;

	if (is_block(node))
		end_block(w);
	w->types.n -= block_type(node).n > 0;
	w->links -= TAG_IN(node, GUMBO_TAG_A);
}

static void
walk_text(struct walk *w, const GumboNode *root)
{
	const GumboNode *node = root;

	while (node != NULL) {
		bool skipped = node != root && is_skipped(w, node);

		enter_node(w, node);
		node = next_node(node, root, !skipped, leave_node, w);
	}
	end_block(w);
}

/* Bytes of text inside paragraphs: how much of an article an element is. */
static size_t
paragraph_bytes(const GumboNode *root)
{
	size_t n = 0;

	for (const GumboNode *node = root; node != NULL;
	     node = next_node(node, root, true, NULL, NULL))
		if (node->type == GUMBO_NODE_TEXT && TAG_IN(node->parent, GUMBO_TAG_P))
			n += strlen(node->v.text.text);
	return n;
}

/* The element of this tag with the most text in paragraphs, or NULL. Elements inside another of
 * the tag are part of it. */
static const GumboNode *
largest(const GumboNode *root, GumboTag tag)
{
	const GumboNode *best = NULL, *node = root;
	size_t most = 0;

	while (node != NULL) {
		bool hit = TAG_IN(node, tag);
		size_t n = hit ? paragraph_bytes(node) : 0;

		if (n > most) {
			most = n;
			best = node;
		}
		node = next_node(node, root, !hit, NULL, NULL);
	}
	return best;
}

static struct span
element_text(struct arena *arena, const GumboNode *root)
{
	struct buf text = { .arena = arena };

	for (const GumboNode *node = root; node != NULL;
	     node = next_node(node, root, true, NULL, NULL))
		if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
			buf_put(&text, span_of(node->v.text.text));
	return text_squeeze(arena, buf_span(&text));
}

static const GumboNode *
first_of(const GumboNode *root, GumboTag tag)
{
	for (const GumboNode *node = root; node != NULL;
	     node = next_node(node, root, true, NULL, NULL))
		if (TAG_IN(node, tag))
			return node;
	return NULL;
}

static struct span
meta(struct arena *arena, const GumboNode *root, const char *key)
{
	for (const GumboNode *node = root; node != NULL;
	     node = next_node(node, root, true, NULL, NULL))
		if (TAG_IN(node, GUMBO_TAG_META) &&
		    (span_eq(attribute(node, "property"), span_of(key)) ||
		     span_eq(attribute(node, "name"), span_of(key))))
			return text_squeeze(arena, attribute(node, "content"));
	return SPAN("");
}

/* The article's <h1>, else og:title, else <title>. */
static struct span
find_title(struct arena *arena, const GumboNode *top, const GumboNode *root)
{
	const GumboNode *h1 = first_of(root, GUMBO_TAG_H1), *title = first_of(top, GUMBO_TAG_TITLE);
	struct span text = SPAN("");

	if (h1 != NULL)
		text = element_text(arena, h1);
	if (text.n == 0)
		text = meta(arena, top, "og:title");
	if (text.n == 0 && title != NULL)
		text = element_text(arena, title);
	return text;
}

static struct span
find_date(struct arena *arena, const GumboNode *top)
{
	struct span date = meta(arena, top, "article:published_time");

	if (date.n > 10 && date.s[10] == 'T')
		date.n = 10;
	return date;
}

static void *
gumbo_alloc(void *arena, size_t n)
{
	return arena_alloc(arena, n, 1);
}

static void
gumbo_free(void *arena, void *p)
{
	(void)arena;
	(void)
	    p; /* all at once, with the arena: gumbo_destroy_output recurses as deep as the page */
}

static sigjmp_buf gave_up;

static void
on_abort(int sig)
{
	(void)sig;
	siglongjmp(gave_up, 1);
}

/* gumbo 0.10 asserts what some broken pages do not keep (its issues 330 and others). One page must
 * not end the run: abort(3) lets a handler leave, and gumbo's memory goes with the arena. */
static const GumboNode *
parse(struct arena *arena, struct span page)
{
	GumboOptions options = kGumboDefaultOptions;
	struct sigaction guard = { .sa_handler = on_abort }, before;
	const GumboNode *volatile root = NULL;

	options.allocator = gumbo_alloc;
	options.deallocator = gumbo_free;
	options.userdata = arena;
	options.max_errors = 0;
	sigaction(SIGABRT, &guard, &before);
	if (sigsetjmp(gave_up, 1) == 0)
		root = gumbo_parse_with_options(&options, page.s, page.n)->root;
	sigaction(SIGABRT, &before, NULL);
	return root;
}

int
html_blocks(struct arena *arena, struct span page, struct article *article)
{
	struct walk w = { .arena = arena, .article = article, .text = { .arena = arena } };
	const GumboNode *top, *root;

	if (page.n > INT32_MAX / 4)
		return ERR_SIZE;
	if ((top = parse(arena, page)) == NULL)
		return ERR_HTML;
	if ((root = largest(top, GUMBO_TAG_ARTICLE)) == NULL)
		root = largest(top, GUMBO_TAG_MAIN);
	w.in_article = root != NULL;
	if (root == NULL)
		root = top;
	article_set(arena, article, SPAN("title"), find_title(arena, top, root));
	article_set(arena, article, SPAN("date"), find_date(arena, top));
	article_set(arena, article, SPAN("author"), meta(arena, top, "author"));
	walk_text(&w, root);
	return 0;
}
