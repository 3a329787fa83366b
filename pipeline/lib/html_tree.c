#include "html_tree.h"

#include <setjmp.h>
#include <signal.h>
#include <string.h>

#include "article.h"
#include "status.h"

enum { PROSE = 25 /* bytes of a text that may be part of a sentence: Readability's */ };

static const char *const class_names[HTML_CLASSES] = {
	[HTML_KEPT] = "kept",
	[HTML_CODE] = "code",
	[HTML_HIDDEN] = "hidden",
	[HTML_NAV] = "nav",
	[HTML_HEADER] = "header",
	[HTML_FOOTER] = "footer",
	[HTML_SIDEBAR] = "sidebar",
	[HTML_RELATED] = "related",
	[HTML_COOKIE] = "cookie",
	[HTML_COMMENTS] = "comments",
	[HTML_SHARE] = "share",
	[HTML_ADS] = "ads",
	[HTML_NEWSLETTER] = "newsletter",
	[HTML_PAYWALL] = "paywall",
	[HTML_FORM] = "form",
	[HTML_AUTHOR] = "author",
	[HTML_DATE] = "date",
	[HTML_TAGS] = "tags",
	[HTML_GALLERY] = "gallery",
	[HTML_DIALOG] = "dialog",
	[HTML_LINKS] = "links",
	[HTML_SHORT] = "short",
	[HTML_TITLE] = "title",
	[HTML_OUTSIDE] = "outside",
};

const char *html_class_name(enum html_class class)
{
	return class_names[class];
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
parse(struct arena *arena, struct span markup)
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
		root = gumbo_parse_with_options(&options, markup.s, markup.n)->root;
	sigaction(SIGABRT, &before, NULL);
	return root;
}

static const GumboVector *
children(const GumboNode *node)
{
	static const GumboVector none;

	return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : &none;
}

/* --- text --- */

static bool
is_text(const GumboNode *node)
{
	return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE;
}

bool
html_is_text(const struct html_node *node)
{
	return node->tag == GUMBO_TAG_LAST;
}

/* The first run whose mark stands at off or behind it. */
static size_t
run_at(const struct html_outline *outline, size_t off)
{
	size_t low = 0, high = outline->runs.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (outline->runs.v[mid].off < off)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static size_t
first_run(const struct html_tree *tree, const GumboNode *text)
{
	return run_at(&tree->outline,
		      (size_t)(text->v.text.original_text.data - tree->outline.markup.s));
}

static size_t
text_bytes(const struct html_tree *tree, const struct html_node *text)
{
	const struct html_outline *outline = &tree->outline;
	size_t n = 0, run = text->run;

	for (const char *p = text->gumbo->v.text.text; *p != '\0'; p++)
		n +=
		    *p == OUTLINE_MARK && run < outline->runs.n ? outline->runs.v[run++].text.n : 1;
	return n;
}

void
html_put_text(const struct html_tree *tree, const struct html_node *text, struct buf *out)
{
	const struct html_outline *outline = &tree->outline;
	struct span rest = span_of(text->gumbo->v.text.text), piece;
	size_t run = text->run;

	while (span_cut(&rest, OUTLINE_MARK, &piece)) {
		buf_put(out, piece);
		if (rest.s != NULL && run < outline->runs.n)
			buf_put(out, outline->runs.v[run++].text);
	}
}

struct span
html_text(const struct html_tree *tree, uint32_t node)
{
	struct buf out = { .arena = tree->arena };

	for (uint32_t i = node; i < tree->nodes.v[node].end; i++)
		if (html_is_text(&tree->nodes.v[i]))
			html_put_text(tree, &tree->nodes.v[i], &out);
		else if (i > node)
			buf_putc(&out, ' ');
	return text_squeeze(tree->arena, buf_span(&out));
}

const char *
html_place(const struct html_tree *tree, const struct html_node *text)
{
	if (text->gumbo->v.text.text[0] != OUTLINE_MARK || text->run >= tree->outline.runs.n)
		return NULL;
	return tree->outline.runs.v[text->run].text.s;
}

/* --- attributes --- */

static const GumboAttribute *
find_attribute(const struct html_node *node, const char *name)
{
	if (html_is_text(node))
		return NULL;
	return gumbo_get_attribute(&node->gumbo->v.element.attributes, name);
}

struct span
html_attribute(const struct html_node *node, const char *name)
{
	const GumboAttribute *a = find_attribute(node, name);

	return a != NULL ? span_of(a->value) : SPAN("");
}

bool
html_has_attribute(const struct html_node *node, const char *name)
{
	return find_attribute(node, name) != NULL;
}

/* --- the array --- */

static uint32_t
add_node(struct html_tree *tree, const GumboNode *gumbo, uint32_t parent)
{
	struct html_node *node = PUSH(tree->arena, &tree->nodes);
	uint32_t here = (uint32_t)tree->nodes.n - 1;

	*node = (struct html_node){
		.gumbo = gumbo, .tag = GUMBO_TAG_LAST, .parent = parent, .end = here + 1
	};
	if (is_text(gumbo)) {
		node->run = (uint32_t)first_run(tree, gumbo);
		node->chars = (uint32_t)text_bytes(tree, node);
	} else {
		node->tag = gumbo->v.element.tag;
	}
	node->in_link = node->tag == GUMBO_TAG_A || tree->nodes.v[parent].in_link;
	return here;
}

/* Without recursion; parent is the array's number of the node's parent. */
static void
flatten(struct html_tree *tree, const GumboNode *root)
{
	const GumboNode *node = root;
	uint32_t parent = 0;

	while (node != NULL) {
		if (is_text(node) || node->type == GUMBO_NODE_ELEMENT) {
			uint32_t here = add_node(tree, node, parent);

			if (children(node)->length > 0) {
				parent = here;
				node = children(node)->data[0];
				continue;
			}
		}
		while (node != root &&
		       node->index_within_parent + 1 >= children(node->parent)->length) {
			tree->nodes.v[parent].end = (uint32_t)tree->nodes.n;
			parent = tree->nodes.v[parent].parent;
			node = node->parent;
		}
		node = node == root ? NULL
				    : children(node->parent)->data[node->index_within_parent + 1];
	}
}

/* From the back every node comes before its parent: its own sums are complete. */
static void
sum_up(struct html_tree *tree)
{
	struct html_node *v = tree->nodes.v;

	for (size_t i = tree->nodes.n; i-- > 1;) {
		struct html_node *parent = &v[v[i].parent];

		if (v[i].in_link)
			v[i].link_chars = v[i].chars;
		if (html_is_text(&v[i]) && !v[i].in_link && v[i].chars >= PROSE)
			v[i].prose = v[i].chars;
		parent->chars += v[i].chars;
		parent->link_chars += v[i].link_chars;
		parent->prose += v[i].prose;
	}
}

int
html_tree_parse(struct arena *arena, struct span page, struct html_tree *tree)
{
	const GumboNode *root;

	*tree = (struct html_tree){ .arena = arena, .page = page };
	if (page.n > INT32_MAX / 4)
		return ERR_SIZE;
	html_outline(arena, page, &tree->outline);
	root = parse(arena, buf_span(&tree->outline.markup));
	if (root == NULL)
		return ERR_HTML;
	flatten(tree, root);
	sum_up(tree);
	return 0;
}
