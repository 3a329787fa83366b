#include "markup.h"

#include <string.h>
#include <strings.h>

enum { LOOK = 1 << 16 }; /* bytes that tell */

static bool
is_any(struct span a, const char *const list[])
{
	for (size_t i = 0; list[i] != NULL; i++)
		if (a.n == strlen(list[i]) && strncasecmp(a.s, list[i], a.n) == 0)
			return true;
	return false;
}

static bool
starts_nocase(struct span a, struct span prefix)
{
	return a.n >= prefix.n && strncasecmp(a.s, prefix.s, prefix.n) == 0;
}

/* Behind the first end, or at the end of the text. */
static struct span
behind(struct span text, struct span end)
{
	const char *at = text.n > 0 ? memmem(text.s, text.n, end.s, end.n) : NULL;

	return at != NULL ? span_from(text, (size_t)(at - text.s) + end.n)
			  : span_from(text, text.n);
}

static struct span
before(struct span text, char c)
{
	struct span head;

	return span_cut(&text, c, &head) ? head : text;
}

static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == '.' || (unsigned char)c >= 0x80;
}

static struct span
name_at(struct span text)
{
	size_t n = 0;

	while (n < text.n && (is_name_byte(text.s[n]) || (n > 0 && text.s[n] == ':')))
		n++;
	return (struct span){ text.s, n };
}

/* Behind <!DOCTYPE name "..." [ ... ]>. */
static struct span
doctype(struct span text, struct span *name)
{
	text = span_trim(span_from(text, sizeof("<!doctype") - 1));
	*name = name_at(text);
	return span_has(before(text, '>'), '[') ? behind(behind(text, SPAN("]")), SPAN(">"))
						: behind(text, SPAN(">"));
}

static struct span
attribute(struct span tag, struct span name)
{
	struct span rest = tag, value;

	while ((rest = behind(rest, name)).n > 2) {
		struct span head = { tag.s, (size_t)(rest.s - tag.s) - name.n };
		char quote;

		value = span_trim(rest);
		if (!span_starts(value, SPAN("=")) || span_trim(head).n == head.n)
			continue;
		value = span_trim(span_from(value, 1));
		quote = value.n > 0 ? value.s[0] : '\0';
		if (quote != '"' && quote != '\'')
			continue;
		return before(span_from(value, 1), quote);
	}
	return SPAN("");
}

static struct span
namespace_of(struct span tag, struct span prefix)
{
	char name[64] = "xmlns";
	size_t n = sizeof("xmlns") - 1;

	if (prefix.n + n + 1 >= sizeof(name))
		return SPAN("");
	if (prefix.n > 0) {
		name[n++] = ':';
		memcpy(name + n, prefix.s, prefix.n);
	}
	return attribute(tag, (struct span){ name, n + prefix.n });
}

static bool
read_root(struct span text, struct markup_root *root)
{
	struct span name = name_at(span_from(text, 1)), prefix = SPAN(""), rest;

	if (name.n == 0 || name.n + 1 >= text.n || strchr(" \t\r\n/>", text.s[name.n + 1]) == NULL)
		return false;
	rest = behind(text, SPAN(">"));
	root->tag = (struct span){ text.s, text.n - rest.n };
	if (span_has(name, ':'))
		span_cut(&name, ':', &prefix);
	root->name = name;
	root->space = namespace_of(root->tag, prefix);
	return true;
}

bool
markup_root(struct span text, struct markup_root *root)
{
	*root = (struct markup_root){ 0 };
	for (text = span_trim(text); span_starts(text, SPAN("<")); text = span_trim(text))
		if (span_starts(text, SPAN("<?"))) {
			root->declared |= span_starts(text, SPAN("<?xml"));
			text = behind(text, SPAN(">"));
		} else if (span_starts(text, SPAN("<!--"))) {
			text = behind(text, SPAN("-->"));
		} else if (starts_nocase(text, SPAN("<!doctype"))) {
			text = doctype(text, &root->doctype);
		} else {
			return read_root(text, root);
		}
	return false;
}

bool
markup_is_html_element(struct span name)
{
	static const char *const elements[] = {
		"html",       "head",       "body",     "title",  "meta",    "link",    "base",
		"script",     "style",      "div",      "p",      "span",    "article", "section",
		"main",       "header",     "footer",   "nav",    "aside",   "h1",      "h2",
		"h3",         "h4",         "h5",       "h6",     "ul",      "ol",      "li",
		"dl",         "dt",         "dd",       "table",  "caption", "thead",   "tbody",
		"tr",         "td",         "th",       "br",     "hr",      "a",       "b",
		"i",          "u",          "em",       "strong", "small",   "sub",     "sup",
		"font",       "tt",         "center",   "img",    "picture", "video",   "figure",
		"pre",        "code",       "form",     "input",  "iframe",  "time",    "q",
		"blockquote", "cite",       "button",   "label",  "s",       "mark",    "noscript",
		"svg",        "figcaption", "frameset", "frame",  "abbr",    "address", "object",
		"map",        NULL
	};

	return is_any(name, elements) || starts_nocase(name, SPAN("amp-"));
}

static struct span
first_part(struct span text)
{
	return (struct span){ text.s, text.n < LOOK ? text.n : LOOK };
}

/* A tag's weight as a sign: one of a page most, of a word inside a sentence least. */
static int
weight_of(struct span name, bool closing)
{
	static const char *const page[] = { "html", "head", "body", NULL };
	static const char *const block[] = { "p",  "br", "div", "h1", "h2",    "h3",      "ul",
					     "ol", "li", "tr",  "td", "table", "article", NULL };

	if (is_any(name, page))
		return 3;
	if (is_any(name, block))
		return 2;
	return markup_is_html_element(name) ? 1 + closing : 0;
}

bool
markup_has_tags(struct span text)
{
	enum { ENOUGH = 5 };
	int weight = 0;

	text = first_part(text);
	while (weight < ENOUGH && (text = behind(text, SPAN("<"))).n > 0) {
		bool closing = span_starts(text, SPAN("/"));
		struct span name = name_at(span_from(text, closing));

		if (name.n + closing < text.n &&
		    strchr(" \t\r\n/>", text.s[name.n + closing]) != NULL)
			weight += weight_of(name, closing);
	}
	return weight >= ENOUGH;
}

/* Behind the string that begins here; key gets what stands between the quotes. */
static struct span
string_at(struct span json, struct span *key)
{
	size_t i = 1;

	while (i < json.n && json.s[i] != '"')
		i += json.s[i] == '\\' ? 2 : 1;
	if (i > json.n)
		i = json.n;
	*key = (struct span){ json.s + 1, i - 1 };
	return span_from(json, i < json.n ? i + 1 : i);
}

static bool
is_key(struct span key, struct span wanted)
{
	if (span_ends(wanted, SPAN("*")))
		return span_starts(key, (struct span){ wanted.s, wanted.n - 1 });
	return span_eq(key, wanted);
}

bool
markup_has_key(struct span json, struct span wanted)
{
	const char *start = json.n > 0 ? memchr(json.s, '{', json.n) : NULL;
	struct span key;
	size_t depth = 0;

	if (start != NULL)
		json = span_from(json, (size_t)(start - json.s));
	while (json.n > 0) {
		char c = json.s[0];

		if (c == '"') {
			json = string_at(json, &key);
			if (depth == 1 && is_key(key, wanted) &&
			    span_starts(span_trim(json), SPAN(":")))
				return true;
			continue;
		}
		depth += c == '{' || c == '[';
		depth -= (c == '}' || c == ']') && depth > 0;
		if (depth == 0)
			return false;
		json = span_from(json, 1);
	}
	return false;
}
