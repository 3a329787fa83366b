#include "html.h"

#include <string.h>
#include <strings.h>

#include "html_boxes.h"
#include "html_clean.h"
#include "html_hints.h"
#include "html_mark.h"
#include "html_meta.h"
#include "html_score.h"
#include "html_segment.h"
#include "justext.h"

enum {
	LITTLE = 250,   /* bytes of prose: less may be because names were believed */
	LARGE = 500000, /* nodes: no article, and memory for one try is enough */
	MORE = 200      /* bytes that another way must find besides to be better */
};

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

/* One way to find the article, and how much it finds. */
struct finding {
	struct html_text text;
	struct html_lines lines;
	size_t prose;
};

struct finder {
	struct html_tree *tree;
	const struct html_meta *meta;
	struct finding best;
};

static size_t
count_prose(const struct html_text *text)
{
	size_t n = 0;

	for (size_t i = 0; i < text->blocks.n; i++)
		if (text->blocks.v[i].class == HTML_KEPT && text->blocks.v[i].is_prose)
			n += text->blocks.v[i].text.n;
	return n;
}

static void
find_by_score(struct finder *f, enum html_marking marking, struct finding *out)
{
	struct html_sums *sums;
	struct html_roots roots;

	*out = (struct finding){ 0 };
	html_mark(f->tree, marking, f->meta->title_node);
	html_segment(f->tree, true, &out->text);
	html_judge(&out->text);
	sums = html_sums(f->tree, &out->text);
	html_boxes(f->tree, sums, f->meta->title_node, &out->text);
	sums = html_sums(f->tree, &out->text);
	html_score(f->tree, &out->text, sums, f->meta->title_node, &roots);
	html_clean(f->tree, sums, &roots, f->meta, &out->text, &out->lines);
	out->prose = count_prose(&out->text);
}

static struct justext_block
justext_block_of(const struct html_block *b)
{
	return (struct justext_block){ .text = b->text,
				       .link_chars = b->link_chars,
				       .heading = span_eq(b->type, SPAN("heading")) };
}

static void
find_by_blocks(struct finder *f, struct finding *out)
{
	struct justext_block *v;
	size_t n;

	*out = (struct finding){ 0 };
	html_mark(f->tree, MARK_TAGS, f->meta->title_node);
	html_segment(f->tree, true, &out->text);
	html_judge(&out->text);
	n = out->text.blocks.n;
	v = ARENA_NEW(f->tree->arena, struct justext_block, n);
	for (size_t i = 0; i < n; i++)
		v[i] = justext_block_of(&out->text.blocks.v[i]);
	justext(f->tree->arena, &justext_default, n, v);
	for (size_t i = 0; i < n; i++) {
		struct html_block *b = &out->text.blocks.v[i];

		if (b->class != HTML_KEPT || v[i].class == JUSTEXT_GOOD)
			continue;
		b->class = v[i].alone == JUSTEXT_SHORT ? HTML_SHORT : HTML_LINKS;
		b->rule = "justext";
	}
	out->prose = count_prose(&out->text);
}

static void
keep_better(struct finder *f, const struct finding *other, size_t times)
{
	if (other->prose > times * f->best.prose && other->prose > f->best.prose + MORE)
		f->best = *other;
}

/* Names are believed until they leave little; what is hidden is looked at when it is long. */
static void
find_article(struct finder *f)
{
	struct finding other;

	find_by_score(f, MARK_STRICT, &f->best);
	if (f->tree->nodes.n > LARGE)
		return;
	if (html_has_hidden_prose(f->tree)) {
		find_by_score(f, MARK_SHOWN, &other);
		keep_better(f, &other, 1);
	}
	if (f->best.prose >= LITTLE)
		return;
	find_by_score(f, MARK_TAGS, &other);
	keep_better(f, &other, 2);
	if (f->best.prose >= LITTLE)
		return;
	find_by_blocks(f, &other);
	keep_better(f, &other, 2);
}

/* --- out --- */

static size_t
line_at(const struct html_tree *tree, const struct html_block *b, const char **at, size_t line)
{
	const char *place = NULL;

	for (uint32_t i = b->first; place == NULL && i < tree->nodes.v[b->first].end; i++)
		if (html_is_text(&tree->nodes.v[i]))
			place = html_place(tree, &tree->nodes.v[i]);
	if (place == NULL)
		return line;
	for (; *at < place; ++*at)
		line += **at == '\n';
	return line;
}

static void
explain(struct arena *arena, const struct html_tree *tree, const struct html_text *text,
	struct article *article)
{
	const char *at = tree->page.s;
	size_t line = 1;

	for (size_t i = 0; i < text->blocks.n && article->explain; i++) {
		const struct html_block *b = &text->blocks.v[i];
		bool kept = b->class == HTML_KEPT;

		line = line_at(tree, b, &at, line);
		article_explain(
		    arena, article,
		    (struct verdict){ line, kept ? b->type : span_of(html_class_name(b->class)),
				      span_of(kept ? "kept" : b->rule),
				      text_squeeze(arena, b->text) });
	}
}

static void
add_blocks(struct arena *arena, const struct html_text *text, struct article *article)
{
	for (size_t i = 0; i < text->blocks.n; i++)
		if (text->blocks.v[i].class == HTML_KEPT)
			article_add(arena, article, text->blocks.v[i].type, text->blocks.v[i].text);
}

/* JSON-LD's text: paragraphs where it has line breaks, maybe with tags. */
static int
add_stated(struct arena *arena, struct span body, struct article *article)
{
	struct buf html = { .arena = arena };
	struct span line;

	while (span_cut(&body, '\n', &line)) {
		buf_put(&html, SPAN("<p>"));
		buf_put(&html, line);
	}
	return html_fragment(arena, buf_span(&html), article);
}

static void
set_field(struct arena *arena, struct article *article, struct span key, struct span value)
{
	article_set(arena, article, key, text_squeeze(arena, value)); /* cut out of longer texts */
}

/* What the page says of itself comes first, then what stands above the text, then what is called
 * author or date anywhere. */
static void
set_fields(struct arena *arena, const struct html_meta *meta, const struct html_lines *lines,
	   struct article *article)
{
	set_field(arena, article, SPAN("title"), lines->title);
	set_field(arena, article, SPAN("title"), meta->title);
	set_field(arena, article, SPAN("date"), meta->date);
	if (span_starts(meta->seen_date, lines->date)) /* <time> is more exact */
		set_field(arena, article, SPAN("date"), meta->seen_date);
	set_field(arena, article, SPAN("date"), lines->date);
	set_field(arena, article, SPAN("date"), meta->seen_date);
	set_field(arena, article, SPAN("date"), lines->other_date);
	set_field(arena, article, SPAN("author"), meta->author);
	set_field(arena, article, SPAN("author"), lines->author);
	set_field(arena, article, SPAN("author"), meta->seen_author);
	set_field(arena, article, SPAN("author"), meta->desk);
	set_field(arena, article, SPAN("standfirst"), lines->standfirst);
	set_field(arena, article, SPAN("url"), meta->url);
}

int
html_blocks(struct arena *arena, struct span page, struct article *article)
{
	struct html_tree tree;
	struct html_meta meta;
	struct finder f = { .tree = &tree, .meta = &meta };
	int rc = html_tree_parse(arena, page, &tree);

	if (rc < 0)
		return rc;
	html_hints(&tree);
	html_mark(&tree, MARK_STRICT, 0);
	html_meta(&tree, &meta);
	find_article(&f);
	set_fields(arena, &meta, &f.best.lines, article);
	explain(arena, &tree, &f.best.text, article);
	if (f.best.prose < LITTLE && meta.body.n > 2 * f.best.prose + MORE)
		return add_stated(arena, meta.body, article);
	add_blocks(arena, &f.best.text, article);
	return 0;
}

int
html_fragment(struct arena *arena, struct span html, struct article *article)
{
	struct html_tree tree;
	struct html_text text;
	int rc = html_tree_parse(arena, html, &tree);

	if (rc < 0)
		return rc;
	html_hints(&tree);
	html_mark(&tree, MARK_CODE, 0);
	html_segment(&tree, article->explain, &text);
	explain(arena, &tree, &text, article);
	add_blocks(arena, &text, article);
	return 0;
}
