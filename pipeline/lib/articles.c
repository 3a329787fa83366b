#include "articles.h"

#include <string.h>

#include "buf.h"
#include "decode.h"
#include "feed.h"
#include "html.h"
#include "json.h"
#include "markdown.h"
#include "newsml.h"
#include "ninjs.h"
#include "plaintext.h"
#include "repair.h"
#include "status.h"
#include "warc.h"

/* What the readers are given, and where they put articles. */
struct reading {
	struct arena *arena;
	const struct articles_options *options;
	struct articles *out;
};

static struct article *
new_article(struct reading *r)
{
	struct article *article = PUSH(r->arena, &r->out->list);

	article->explain = r->options->explain;
	return article;
}

/* For readers of what may hold several. */
static void
take(void *self, struct article *article)
{
	struct reading *r = self;

	article->explain = r->options->explain;
	*PUSH(r->arena, &r->out->list) = *article;
}

/* A record's "text" is read as a text is; blocks are taken as they are. */
static void
take_record(void *self, struct article *article)
{
	struct reading *r = self;

	article->explain = r->options->explain;
	if (article->blocks.n == 0 && article->text.n > 0)
		plaintext_read(r->arena, r->options->boilerplate, article->text, article);
	take(r, article);
}

/* The reader kept this block; now it goes. */
static void
explain_drop(struct reading *r, struct article *article, struct span text,
	     const struct boilerplate_hit *hit)
{
	struct buf rule = { .arena = r->arena };

	buf_printf(&rule, "pattern %zu", hit->row);
	for (size_t i = 0; i < article->verdicts.n; i++) {
		struct verdict *v = &article->verdicts.v[i];

		if (span_eq(v->text, text) && span_eq(v->rule, SPAN("kept"))) {
			v->class = hit->class;
			v->rule = buf_span(&rule);
			return;
		}
	}
}

/* Blocks that the model knows as page furniture. */
static void
drop_blocks(struct reading *r, struct article *article)
{
	struct boilerplate_hit hit;
	size_t n = 0;

	for (size_t i = 0; i < article->blocks.n; i++) {
		struct block block = article->blocks.v[i];

		if (!boilerplate_find(r->options->boilerplate, r->arena, block.text, &hit))
			article->blocks.v[n++] = block;
		else
			explain_drop(r, article, block.text, &hit);
	}
	article->blocks.n = n;
}

static int
read_format(struct reading *r, enum format format, struct span text)
{
	struct arena *a = r->arena;
	struct span field = r->options->field;
	size_t *line = &r->out->bad_line;

	switch (format) {
	case FORMAT_MARKDOWN:
		return markdown_read(a, text, new_article(r));
	case FORMAT_TEXT:
		return plaintext_read(a, r->options->boilerplate, text, new_article(r));
	case FORMAT_HTML:
		return html_blocks(a, text, new_article(r));
	case FORMAT_FEED:
		return feed_read(a, text, take, r, line);
	case FORMAT_NITF:
	case FORMAT_NEWSML:
		return newsml_read(a, text, take, r, line);
	case FORMAT_NINJS:
		return ninjs_read(a, text, field, take_record, r);
	case FORMAT_JSON:
		return json_read(a, text, field, take_record, r);
	default:
		return ERR_ROOT;
	}
}

/* Entities and escapes hide text that was encoded twice until they are parsed. */
static void
finish(struct reading *r, enum format format)
{
	for (size_t i = 0; i < r->out->list.n; i++) {
		struct article *article = &r->out->list.v[i];

		if (format != FORMAT_TEXT && format != FORMAT_MARKDOWN)
			repair_article(r->arena, article);
		if (format != FORMAT_TEXT && format != FORMAT_JSON)
			drop_blocks(r, article);
	}
}

/* A page out of a web archive, or the item itself: 1, or 0 if it is another record. */
static int
page_of(struct arena *arena, const struct articles_options *options, const struct item *item,
	struct warc_response *page)
{
	if (format_of_head(item->bytes) == FORMAT_WARC)
		return warc_record(arena, item->bytes, options->max_bytes, page);
	*page = (struct warc_response){ .body = item->bytes };
	return 1;
}

/* A record is told from others by its place, so what it calls its source itself becomes its origin.
 * Not so in a pipe, which may be a share of a larger one: there the place says nothing. */
static void
set_source(struct arena *arena, struct article *article, struct span source)
{
	for (size_t i = 0; i < article->fields.n && !span_starts(source, SPAN("<stdin>")); i++)
		if (span_eq(article->fields.v[i].key, SPAN("source")))
			article->fields.v[i].key = SPAN("origin");
	article_set(arena, article, SPAN("source"), source);
}

static void
name_article(struct arena *arena, struct article *article, struct span source,
	     const struct warc_response *page)
{
	set_source(arena, article, source);
	if (article->id.n == 0)
		article->id = item_id(arena, source);
	if (page->url.n > 0)
		article_set(arena, article, SPAN("url"), item_text(arena, page->url));
	if (page->date.n > 0)
		article_set(arena, article, SPAN("retrieved"), item_text(arena, page->date));
}

static void
name_articles(struct arena *arena, struct articles *articles, struct span name,
	      const struct warc_response *page)
{
	bool several = articles->list.n > 1;

	for (size_t i = 0; i < articles->list.n; i++)
		name_article(arena, &articles->list.v[i],
			     several ? item_record(arena, name, i + 1) : name, page);
}

int
articles_read(struct arena *arena, const struct articles_options *options, const struct item *item,
	      struct articles *out)
{
	struct reading r = { arena, options, out };
	enum format format = options->format;
	struct warc_response page;
	struct span text;
	int rc;

	*out = (struct articles){ 0 };
	rc = page_of(arena, options, item, &page);
	out->passed_over = rc == 0;
	if (rc <= 0)
		return rc;
	if ((rc = decode(arena, page.body, page.charset, &text, &out->replaced)) < 0)
		return rc;
	if (format == FORMAT_UNKNOWN)
		format = format_of(text);
	rc = read_format(&r, format, text);
	finish(&r, format);
	name_articles(arena, out, item->name, &page);
	return rc;
}
