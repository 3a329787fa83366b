#include "format.h"

#include <string.h>
#include <strings.h>

#include "markdown.h"
#include "markup.h"

static const struct {
	struct span name;
	enum format format;
} names[] = {
	{ SPAN("text"), FORMAT_TEXT },   { SPAN("markdown"), FORMAT_MARKDOWN },
	{ SPAN("html"), FORMAT_HTML },   { SPAN("feed"), FORMAT_FEED },
	{ SPAN("nitf"), FORMAT_NITF },   { SPAN("newsml"), FORMAT_NEWSML },
	{ SPAN("ninjs"), FORMAT_NINJS }, { SPAN("json"), FORMAT_JSON },
	{ SPAN("jsonl"), FORMAT_JSONL }, { SPAN("warc"), FORMAT_WARC },
	{ SPAN("tar"), FORMAT_TAR },     { SPAN("zip"), FORMAT_ZIP },
};

enum format
format_named(struct span name)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (span_eq(name, names[i].name))
			return names[i].format;
	return FORMAT_UNKNOWN;
}

/* A header of tar ends in the sum of its bytes, the sum's own eight counted as blanks; old writers
 * summed signed ones. */
static bool
is_tar(struct span head)
{
	enum { BLOCK = 512, SUM = 148, SUM_LENGTH = 8 };
	long sum = 0, plus = 0, minus = 0;

	if (head.n < BLOCK)
		return false;
	for (size_t i = 0; i < BLOCK; i++) {
		char c = i >= SUM && i < SUM + SUM_LENGTH ? ' ' : head.s[i];

		plus += (unsigned char)c;
		minus += (signed char)c;
	}
	for (size_t i = SUM; i < SUM + SUM_LENGTH; i++)
		if (head.s[i] >= '0' && head.s[i] <= '7')
			sum = 8 * sum + (head.s[i] - '0');
	return sum > 0 && (sum == plus || sum == minus);
}

enum format
format_of_head(struct span head)
{
	if (span_starts(head, SPAN("WARC/1.")))
		return FORMAT_WARC;
	if (span_starts(head, SPAN("PK\3\4")) || span_starts(head, SPAN("PK\5\6")))
		return FORMAT_ZIP;
	return is_tar(head) ? FORMAT_TAR : FORMAT_UNKNOWN;
}

static struct span
without_mark(struct span a)
{
	return span_trim(span_starts(a, SPAN("\xEF\xBB\xBF")) ? span_from(a, 3) : a);
}

bool
format_is_object(struct span head)
{
	head = without_mark(head);
	if (!span_starts(head, SPAN("{")))
		return false;
	head = span_trim(span_from(head, 1));
	return head.n == 0 || head.s[0] == '"' || head.s[0] == '}';
}

static bool
has(struct span a, struct span what)
{
	return a.n > 0 && memmem(a.s, a.n, what.s, what.n) != NULL;
}

/* Of RDF, what its root declares says that it is RSS 1.0 or 0.9; Atom is 1.0 or 0.3. */
static bool
is_feed(const struct markup_root *root)
{
	if (span_eq(root->name, SPAN("rss")))
		return true;
	if (span_eq(root->name, SPAN("RDF")))
		return has(root->tag, SPAN("purl.org/rss/1.0")) ||
		       has(root->tag, SPAN("my.netscape.com/rdf"));
	return span_eq(root->name, SPAN("feed")) &&
	       (root->space.n == 0 || has(root->space, SPAN("w3.org/2005/Atom")) ||
		has(root->space, SPAN("purl.org/atom/ns")));
}

/* UNKNOWN: XML of another kind; TEXT: none at all. */
static enum format
format_of_root(const struct markup_root *root)
{
	static const struct span newsml[] = { SPAN("newsItem"),      SPAN("newsMessage"),
					      SPAN("packageItem"),   SPAN("conceptItem"),
					      SPAN("knowledgeItem"), SPAN("planningItem"),
					      SPAN("NewsML") };

	if (is_feed(root))
		return FORMAT_FEED;
	if (span_eq(root->name, SPAN("nitf")))
		return FORMAT_NITF;
	if (SPAN_AMONG(root->name, newsml))
		return FORMAT_NEWSML;
	if (markup_is_html_element(root->name))
		return FORMAT_HTML;
	return root->declared || root->space.n > 0 ? FORMAT_UNKNOWN : FORMAT_TEXT;
}

static bool
is_html_doctype(struct span name)
{
	return name.n == 4 && strncasecmp(name.s, "html", 4) == 0;
}

static bool
is_array(struct span text)
{
	if (!span_starts(text, SPAN("[")))
		return false;
	text = span_trim(span_from(text, 1));
	return span_starts(text, SPAN("{")) || span_starts(text, SPAN("]"));
}

static enum format
format_of_json(struct span json)
{
	static const struct span content[] = { SPAN("headline"), SPAN("headlines"), SPAN("body_*"),
					       SPAN("bodies") };

	if (markup_has_key(json, SPAN("uri")))
		for (size_t i = 0; i < sizeof(content) / sizeof(content[0]); i++)
			if (markup_has_key(json, content[i]))
				return FORMAT_NINJS;
	return FORMAT_JSON;
}

enum format
format_of(struct span text)
{
	struct markup_root root;
	enum format format;

	text = without_mark(text);
	if (format_is_object(text) || is_array(text))
		return format_of_json(text);
	if (markup_root(text, &root) && (format = format_of_root(&root)) != FORMAT_TEXT)
		return is_html_doctype(root.doctype) ? FORMAT_HTML : format;
	if (is_html_doctype(root.doctype) || markup_has_tags(text))
		return FORMAT_HTML;
	return markdown_sniff(text) ? FORMAT_MARKDOWN : FORMAT_TEXT;
}
