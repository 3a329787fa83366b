#include "feed.h"

#include "body.h"
#include "date.h"
#include "status.h"
#include "xml.h"

enum part { NONE, TITLE, CONTENT, SUMMARY, DATE, AUTHOR, LINK, GUID };

struct feed {
	article_fn *take;
	void *self;
	size_t entry; /* the depth of the entry at hand, or 0 */
	size_t at;    /* the depth of the part that is collected */
	enum part part;
	int rank;                /* of the date that is collected, of 1 the best */
	bool is_text;            /* type="text": < is no tag */
	struct span feed_author; /* for entries without one: Atom */

	struct span title, content, summary, date, author, link, guid;
	int date_rank; /* of date, or 0 */
};

/* ---- an entry's end ---- */

/* "redazione@example.it (Redazione)" */
static struct span
author_name(struct span author)
{
	size_t open = 0;

	while (open < author.n && author.s[open] != '(')
		open++;
	if (open == author.n || !span_ends(author, SPAN(")")) ||
	    !span_has((struct span){ author.s, open }, '@'))
		return author;
	return span_trim((struct span){ author.s + open + 1, author.n - open - 2 });
}

static bool
is_url(struct span text)
{
	return span_starts(text, SPAN("http://")) || span_starts(text, SPAN("https://"));
}

/* "Il ponte regge, dice [...]" */
static struct span
without_dots(struct span excerpt)
{
	static const struct span ends[] = { SPAN("..."), SPAN("…"), SPAN("[...]"), SPAN("[…]"),
					    SPAN(" ") };
	size_t before;

	do {
		before = excerpt.n;
		for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
			if (span_ends(excerpt, ends[i]))
				excerpt.n -= ends[i].n;
	} while (excerpt.n < before);
	return excerpt;
}

/* An excerpt that the program of the site cut from the text is no standfirst. */
static bool
begins(struct span excerpt, const struct article *article)
{
	enum { ENOUGH = 60 };
	struct span first = article->blocks.v[0].text;

	excerpt = without_dots(excerpt);
	if (excerpt.n > ENOUGH)
		excerpt.n = ENOUGH;
	if (excerpt.n > first.n)
		excerpt.n = first.n;
	return span_starts(first, excerpt); /* by bytes: half a character does no harm */
}

static void
set_standfirst(struct arena *arena, struct article *article, struct span summary)
{
	struct span text = body_line(arena, summary);

	if (text.n > 0 && !begins(text, article))
		article_set(arena, article, SPAN("standfirst"), text);
}

static int
read_body(struct arena *arena, const struct feed *f, struct article *article)
{
	int rc = body_read(arena, f->content, article);

	if (rc < 0)
		return rc;
	if (article->blocks.n == 0)
		return body_read(arena, f->summary, article);
	set_standfirst(arena, article, f->summary);
	return 0;
}

static void
end_entry(struct xml *xml, struct feed *f)
{
	struct arena *arena = xml->arena;
	struct article article = { 0 };
	struct span author = f->author.n > 0 ? f->author : f->feed_author;

	article_set(arena, &article, SPAN("title"), f->title);
	article_set(arena, &article, SPAN("date"), f->date);
	article_set(arena, &article, SPAN("author"), author_name(author));
	article_set(arena, &article, SPAN("url"), f->link.n > 0 ? f->link : f->guid);
	if (read_body(arena, f, &article) < 0)
		article.blocks.n = 0;
	f->take(f->self, &article);
}

/* ---- parts ---- */

struct name {
	struct span name, prefix; /* the prefix "*": any but those of media and podcasts */
	enum part part;
	int rank; /* of a date */
};

static const struct name names[] = {
	{ SPAN("title"), SPAN("*"), TITLE, 0 },
	{ SPAN("encoded"), SPAN("content"), CONTENT, 0 },
	{ SPAN("content"), SPAN("*"), CONTENT, 0 },
	{ SPAN("body"), SPAN("xhtml"), CONTENT, 0 },
	{ SPAN("description"), SPAN("*"), SUMMARY, 0 },
	{ SPAN("summary"), SPAN("*"), SUMMARY, 0 },
	{ SPAN("pubDate"), SPAN("*"), DATE, 1 },
	{ SPAN("published"), SPAN("*"), DATE, 1 },
	{ SPAN("issued"), SPAN("*"), DATE, 2 },
	{ SPAN("date"), SPAN("*"), DATE, 3 },
	{ SPAN("created"), SPAN("*"), DATE, 4 },
	{ SPAN("updated"), SPAN("*"), DATE, 5 },
	{ SPAN("modified"), SPAN("*"), DATE, 6 },
	{ SPAN("author"), SPAN("*"), AUTHOR, 0 },
	{ SPAN("creator"), SPAN("*"), AUTHOR, 0 },
	{ SPAN("link"), SPAN("*"), LINK, 0 },
	{ SPAN("guid"), SPAN("*"), GUID, 0 },
	{ SPAN("id"), SPAN("*"), GUID, 0 },
};

static bool
is_of_feed(struct span prefix)
{
	return !span_eq(prefix, SPAN("media")) && !span_eq(prefix, SPAN("itunes")) &&
	       !span_eq(prefix, SPAN("googleplay")) && !span_eq(prefix, SPAN("slash"));
}

static const struct name *
find_name(const struct xml *xml, struct span name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (span_eq(names[i].name, name) &&
		    (span_eq(names[i].prefix, SPAN("*")) ? is_of_feed(xml->prefix)
							 : span_eq(names[i].prefix, xml->prefix)))
			return &names[i];
	return NULL;
}

/* Atom: <link rel="alternate" href="..."/> */
static void
take_href(const struct xml *xml, struct feed *f)
{
	struct span href = xml_attribute(xml, "href"), rel = xml_attribute(xml, "rel");

	if (href.n > 0 && f->link.n == 0 && (rel.n == 0 || span_eq(rel, SPAN("alternate"))))
		f->link = text_squeeze(xml->arena, href);
}

static void
collect(struct xml *xml, struct feed *f, const struct name *name)
{
	struct span type = xml_attribute(xml, "type");

	f->at = xml->depth;
	f->part = name->part;
	f->rank = name->rank;
	f->is_text = span_eq(type, SPAN("text")) || span_eq(type, SPAN("text/plain"));
	if (f->part == LINK)
		take_href(xml, f);
	if (f->part == TITLE || f->part == CONTENT || f->part == SUMMARY)
		xml_collect_markup(xml, !span_eq(type, SPAN("xhtml")));
	else
		xml_collect(xml);
}

/* Text of type="text" as body.h would read it: what looks like a tag is none. */
static struct span
markup_of(struct xml *xml, const struct feed *f)
{
	struct span text = xml_markup(xml);
	struct buf escaped = { .arena = xml->arena };

	if (!f->is_text || !body_is_html(text))
		return text;
	xml_escape(&escaped, text);
	return buf_span(&escaped);
}

static void
set_once(struct span *value, struct span text)
{
	if (value->n == 0)
		*value = text;
}

static void
set_date(struct arena *arena, struct feed *f, struct span text)
{
	struct span date = date_iso(arena, text);

	if (date.n == 0 || (f->date_rank > 0 && f->date_rank <= f->rank))
		return;
	f->date = date;
	f->date_rank = f->rank;
}

static void
add_author(struct arena *arena, struct span *author, struct span name)
{
	enum { ENOUGH = 500 };

	if (name.n == 0 || author->n > ENOUGH)
		return;
	if (author->n > 0)
		*author = arena_concat(arena, *author, SPAN(", "));
	*author = arena_concat(arena, *author, name);
}

static void
end_part(struct xml *xml, struct feed *f)
{
	switch (f->part) {
	case TITLE:
		set_once(&f->title, body_line(xml->arena, markup_of(xml, f)));
		break;
	case CONTENT:
		set_once(&f->content, markup_of(xml, f));
		break;
	case SUMMARY:
		set_once(&f->summary, markup_of(xml, f));
		break;
	case DATE:
		set_date(xml->arena, f, xml_collected(xml));
		break;
	case AUTHOR:
		add_author(xml->arena, f->entry > 0 ? &f->author : &f->feed_author,
			   xml_collected(xml));
		break;
	case LINK:
		set_once(&f->link, xml_collected(xml));
		break;
	case GUID:
		set_once(&f->guid, xml_collected(xml));
		f->guid = is_url(f->guid) ? f->guid : SPAN("");
		break;
	case NONE:
		break;
	}
	f->part = NONE;
}

/* ---- elements ---- */

static bool
is_root(struct span name)
{
	return span_eq(name, SPAN("rss")) || span_eq(name, SPAN("RDF")) ||
	       span_eq(name, SPAN("feed")) || span_eq(name, SPAN("entry"));
}

static void
start_entry(const struct xml *xml, struct feed *f)
{
	*f = (struct feed){
		.take = f->take, .self = f->self, .feed_author = f->feed_author, .entry = xml->depth
	};
}

/* Atom's author has a name, and an address and a page that are not wanted. */
static void
start_in_author(struct xml *xml, struct span name)
{
	if (span_eq(name, SPAN("name")))
		xml_collect(xml);
	else
		xml->collecting = false;
}

static void
start(struct xml *xml, struct span name)
{
	struct feed *f = xml->self;
	const struct name *part;
	size_t parent = f->entry > 0 ? f->entry : 1; /* the feed itself */

	if (xml->depth == 1 && !is_root(name))
		xml_refuse(xml, ERR_ROOT);
	else if (f->part == AUTHOR)
		start_in_author(xml, name);
	else if (f->part == NONE && f->entry == 0 &&
		 (span_eq(name, SPAN("item")) || span_eq(name, SPAN("entry"))))
		start_entry(xml, f);
	else if (f->part == NONE && xml->depth == parent + 1 &&
		 (part = find_name(xml, name)) != NULL && (f->entry > 0 || part->part == AUTHOR))
		collect(xml, f, part);
}

static void
end(struct xml *xml, struct span name)
{
	struct feed *f = xml->self;

	if (f->part == AUTHOR && xml->depth == f->at + 1 && span_eq(name, SPAN("name")))
		xml->collecting = false; /* the text stays */
	else if (f->part != NONE && xml->depth == f->at)
		end_part(xml, f);
	else if (f->entry > 0 && xml->depth == f->entry) {
		end_entry(xml, f);
		f->entry = 0;
	}
}

int
feed_read(struct arena *arena, struct span bytes, article_fn *take, void *self, size_t *bad_line)
{
	struct feed f = { .take = take, .self = self };
	struct xml xml = { .arena = arena, .self = &f, .start = start, .end = end, .mended = true };

	return xml_read(&xml, bytes, bad_line);
}
