#include "newsml.h"

#include "body.h"
#include "date.h"
#include "status.h"
#include "xml.h"

enum part {
	NONE,
	HEADLINE, /* of the item */
	HL1,
	ITEM_TITLE,
	STANDFIRST,
	SUMMARY,
	BY, /* of the item */
	BYLINE,
	CREATOR,
	CREATED,
	VERSION,
	ISSUED,
	PARTS_OF_ONE_LINE, /* the above are */
	PLAIN = PARTS_OF_ONE_LINE,
	MARKUP,
};

struct item {
	struct span line[PARTS_OF_ONE_LINE];
	struct article article; /* its blocks */
};

struct newsml {
	article_fn *take;
	void *self;
	struct item item;
	size_t item_depth;   /* of the item at hand, or 0 */
	size_t passed_over;  /* the depth of an element that is, or 0 */
	size_t inline_depth; /* of inlineXML or DataContent, before its first child, or 0 */
	size_t at;           /* the depth of the part that is collected */
	enum part part;
};

/* ---- NITF as HTML ---- */

struct rename {
	struct span nitf, html;
};

#define PASSED_OVER ((struct span){ NULL, 0 })

static struct span
html_name_of(struct span name)
{
	static const struct rename names[] = {
		{ SPAN("hl1"), SPAN("h2") },
		{ SPAN("hl2"), SPAN("h2") },
		{ SPAN("bq"), SPAN("blockquote") },
		{ SPAN("block"), SPAN("div") },
		{ SPAN("media"), SPAN("figure") },
		{ SPAN("media-caption"), SPAN("figcaption") },
		{ SPAN("body.content"), SPAN("div") },
	};
	static const struct span dropped[] = {
		SPAN("media-metadata"), SPAN("media-reference"), SPAN("media-object"),
		SPAN("media-producer"), SPAN("datasource"),      SPAN("head"),
		SPAN("title"),          SPAN("script"),          SPAN("style"),
		SPAN("noscript"),       SPAN("body.head"),       SPAN("body.end"),
	};
	static const struct span kept[] = {
		SPAN("p"),          SPAN("br"),     SPAN("hr"),    SPAN("ul"),      SPAN("ol"),
		SPAN("li"),         SPAN("dl"),     SPAN("dt"),    SPAN("dd"),      SPAN("table"),
		SPAN("caption"),    SPAN("thead"),  SPAN("tbody"), SPAN("tfoot"),   SPAN("tr"),
		SPAN("td"),         SPAN("th"),     SPAN("pre"),   SPAN("a"),       SPAN("em"),
		SPAN("strong"),     SPAN("b"),      SPAN("i"),     SPAN("q"),       SPAN("h1"),
		SPAN("h2"),         SPAN("h3"),     SPAN("h4"),    SPAN("h5"),      SPAN("h6"),
		SPAN("blockquote"), SPAN("figure"), SPAN("div"),   SPAN("section"), SPAN("article"),
		SPAN("figcaption"), SPAN("sup"),    SPAN("sub"),
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (span_eq(name, names[i].nitf))
			return names[i].html;
	if (SPAN_AMONG(name, dropped))
		return PASSED_OVER;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (span_eq(name, kept[i]))
			return kept[i];
	return SPAN(""); /* person, org, location, span: text is all that they add */
}

/* ---- parts ---- */

struct name {
	struct span name;
	enum part part;
};

static const struct name names[] = {
	{ SPAN("headline"), HEADLINE },
	{ SPAN("HeadLine"), HEADLINE },
	{ SPAN("hl1"), HL1 },
	{ SPAN("hl2"), STANDFIRST },
	{ SPAN("SubHeadLine"), STANDFIRST },
	{ SPAN("abstract"), SUMMARY },
	{ SPAN("byline"), BYLINE },
	{ SPAN("by"), BY },
	{ SPAN("ByLine"), BY },
	{ SPAN("creator"), CREATOR },
	{ SPAN("contentCreated"), CREATED },
	{ SPAN("FirstCreated"), CREATED },
	{ SPAN("versionCreated"), VERSION },
	{ SPAN("ThisRevisionCreated"), VERSION },
	{ SPAN("inlineData"), PLAIN },
	{ SPAN("body.content"), MARKUP },
};

static enum part
part_of(const struct xml *xml, struct span name, bool *is_title)
{
	*is_title = span_eq(name, SPAN("title"));
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (span_eq(names[i].name, name))
			return names[i].part;
	if (span_eq(name, SPAN("description")) &&
	    span_ends(xml_attribute(xml, "role"), SPAN("summary")))
		return SUMMARY;
	return NONE;
}

static void
collect(struct xml *xml, struct newsml *n, enum part part)
{
	n->part = part;
	n->at = xml->depth;
	if (part == MARKUP)
		xml_collect_markup(xml, false);
	else if (part == PLAIN)
		xml_collect_markup(xml, true);
	else
		xml_collect(xml);
}

/* NITF's date.issue and story.date have it in an attribute. */
static void
take_norm(const struct xml *xml, struct newsml *n, struct span name)
{
	struct span *issued = &n->item.line[ISSUED];

	if (issued->n == 0 &&
	    (span_eq(name, SPAN("date.issue")) || span_eq(name, SPAN("story.date")) ||
	     span_eq(name, SPAN("date.release")) || span_eq(name, SPAN("pubdata"))))
		*issued = xml_attribute(xml, span_eq(name, SPAN("pubdata")) ? "date.publication"
									    : "norm");
}

/* "Di Anna Neri" */
static struct span
name_of_author(struct arena *arena, struct span byline)
{
	static const struct span starts[] = { SPAN("di "), SPAN("Di "), SPAN("DI "),
					      SPAN("by "), SPAN("By "), SPAN("BY ") };

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span_starts(byline, starts[i]))
			return text_squeeze(arena, span_from(byline, starts[i].n));
	return byline;
}

/* A second headline in another role, or language, is none of this; a second hl2 is more of it. */
enum { LINE_MAX_BYTES = 2000 }; /* what comes behind is no byline any more */

static void
set_line(struct arena *arena, struct span *line, enum part part, struct span text)
{
	if (line->n == 0)
		*line = text;
	else if (text.n > 0 && line->n < LINE_MAX_BYTES && (part == STANDFIRST || part == BYLINE))
		*line = arena_concat(
		    arena, arena_concat(arena, *line, part == BYLINE ? SPAN(", ") : SPAN(" ")),
		    text);
}

static void
end_part(struct xml *xml, struct newsml *n)
{
	enum part part = n->part;
	struct span text;
	int rc = 0;

	n->part = NONE;
	if (part < PARTS_OF_ONE_LINE) {
		set_line(xml->arena, &n->item.line[part], part, xml_collected(xml));
		return;
	}
	text = xml_markup(xml);
	if (part == MARKUP)
		rc = body_html(xml->arena, text, &n->item.article);
	else
		rc = body_read(xml->arena, text, &n->item.article);
	if (rc < 0)
		xml_refuse(xml, rc);
}

/* ---- items ---- */

static bool
is_item(struct span name)
{
	return span_eq(name, SPAN("newsItem")) || span_eq(name, SPAN("NewsItem")) ||
	       span_eq(name, SPAN("nitf"));
}

static bool
is_other_item(struct span name)
{
	return span_eq(name, SPAN("packageItem")) || span_eq(name, SPAN("conceptItem")) ||
	       span_eq(name, SPAN("knowledgeItem")) || span_eq(name, SPAN("planningItem")) ||
	       span_eq(name, SPAN("catalogItem"));
}

static bool
is_root(struct span name)
{
	return is_item(name) || is_other_item(name) || span_eq(name, SPAN("newsMessage")) ||
	       span_eq(name, SPAN("NewsML"));
}

static void
set_first(struct arena *arena, struct article *article, struct span key, const struct item *item,
	  const enum part parts[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct span line = item->line[parts[i]];

		if (parts[i] >= CREATED)
			line = date_iso(arena, line);
		article_set(arena, article, key, line);
	}
}

#define SET_FIRST(key, ...)                                                                        \
	set_first(arena, article, SPAN(key), &n->item, (const enum part[]){ __VA_ARGS__ },         \
		  sizeof((const enum part[]){ __VA_ARGS__ }) / sizeof(enum part))

static void
end_item(struct arena *arena, struct newsml *n)
{
	struct article *article = &n->item.article;
	struct article blocks = *article;

	n->item_depth = 0;
	if (article->blocks.n == 0)
		return;
	article->fields.n = 0; /* what HTML found, behind what the item says */
	for (enum part part = BY; part <= BYLINE; part++)
		n->item.line[part] = name_of_author(arena, n->item.line[part]);
	SET_FIRST("title", HEADLINE, HL1, ITEM_TITLE);
	SET_FIRST("date", CREATED, VERSION, ISSUED);
	SET_FIRST("author", BY, BYLINE, CREATOR);
	SET_FIRST("standfirst", STANDFIRST, SUMMARY);
	for (size_t i = 0; i < blocks.fields.n; i++)
		article_set(arena, article, blocks.fields.v[i].key, blocks.fields.v[i].value);
	n->take(n->self, article);
}

/* ---- elements ---- */

/* The first child of inlineXML: NITF is read by its elements, XHTML is all text. */
static void
start_inline(struct xml *xml, struct newsml *n, struct span name)
{
	size_t parent = n->inline_depth;

	n->inline_depth = 0;
	if (span_eq(name, SPAN("nitf")))
		return;
	n->part = MARKUP;
	n->at = parent;
	xml_collect_siblings(xml, name);
}

static void
start_in_item(struct xml *xml, struct newsml *n, struct span name)
{
	bool is_title;
	enum part part = part_of(xml, name, &is_title);

	if (is_title)
		part = xml->depth == n->item_depth + 2 && n->item_depth > 0 ? ITEM_TITLE : NONE;
	if (part != NONE)
		collect(xml, n, part);
}

/* What an author is, "corrispondente", is not the name. */
static void
start_in_part(struct xml *xml, const struct newsml *n, struct span name)
{
	if (n->part == BYLINE && span_eq(name, SPAN("byttl")))
		xml->collecting = false;
}

static void
start(struct xml *xml, struct span name)
{
	struct newsml *n = xml->self;

	if (xml->depth == 1 && !is_root(name))
		xml_refuse(xml, ERR_ROOT);
	else if (n->passed_over > 0 || n->part != NONE)
		start_in_part(xml, n, name);
	else if (n->item_depth == 0 && is_other_item(name))
		n->passed_over = xml->depth;
	else if (n->item_depth == 0 && is_item(name)) {
		n->item = (struct item){ 0 };
		n->item_depth = xml->depth;
	} else if (n->item_depth > 0 && n->inline_depth > 0) {
		start_inline(xml, n, name);
	} else if (span_eq(name, SPAN("inlineXML")) || span_eq(name, SPAN("DataContent"))) {
		n->inline_depth = xml->depth;
		xml_collect(xml);
	} else if (n->item_depth > 0) {
		take_norm(xml, n, name);
		start_in_item(xml, n, name);
	}
}

static void
end(struct xml *xml, struct span name)
{
	struct newsml *n = xml->self;

	if (n->passed_over > 0 && xml->depth == n->passed_over)
		n->passed_over = 0;
	else if (n->part != NONE && xml->depth == n->at)
		end_part(xml, n);
	else if (n->part == BYLINE && span_eq(name, SPAN("byttl")))
		xml->collecting = true;
	else if (n->inline_depth > 0 && xml->depth == n->inline_depth) {
		n->inline_depth = 0; /* no elements: text */
		n->part = PLAIN;
		end_part(xml, n);
	} else if (n->item_depth > 0 && xml->depth == n->item_depth) {
		end_item(xml->arena, n);
	}
}

int
newsml_read(struct arena *arena, struct span bytes, article_fn *take, void *self, size_t *bad_line)
{
	struct newsml n = { .take = take, .self = self };
	struct xml xml = { .arena = arena,
			   .self = &n,
			   .start = start,
			   .end = end,
			   .mended = true,
			   .html_name = html_name_of };

	return xml_read(&xml, bytes, bad_line);
}
