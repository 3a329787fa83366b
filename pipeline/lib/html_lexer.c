#include "html_lexer.h"

#include <string.h>
#include <strings.h>

const struct span html_attribute_names[ATTRIBUTES] = {
	[ATTR_CLASS] = SPAN("class"),
	[ATTR_ID] = SPAN("id"),
	[ATTR_ROLE] = SPAN("role"),
	[ATTR_HREF] = SPAN("href"),
	[ATTR_STYLE] = SPAN("style"),
	[ATTR_TYPE] = SPAN("type"),
	[ATTR_SIZE] = SPAN("size"),
	[ATTR_OTHERS] = SPAN("hidden"),
	SPAN("aria-hidden"),
	SPAN("aria-modal"),
	SPAN("aria-label"),
	SPAN("rel"),
	SPAN("itemprop"),
	SPAN("property"),
	SPAN("name"),
	SPAN("content"),
	SPAN("datetime"),
	SPAN("open"),
	SPAN("itemtype"),
};

bool
html_is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool
html_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
html_is_alnum(char c)
{
	return html_is_letter(c) || (c >= '0' && c <= '9');
}

/* The next c from p on, or the end. */
const char *
html_find(const char *p, const char *end, char c)
{
	const char *hit = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;

	return hit != NULL ? hit : end;
}

const char *
html_after(const char *p, const char *end)
{
	return p < end ? p + 1 : p;
}

bool
html_has(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - p) >= n && strncasecmp(p, word, n) == 0;
}

/* The end tag "</name" at p or behind it, or the end. */
const char *
html_find_end_tag(const char *p, const char *end, const char *name)
{
	size_t n = strlen(name);

	while (p = html_find(p, end, '<'), p < end) {
		if (end - p > (ptrdiff_t)n + 2 && p[1] == '/' && html_has(p + 2, end, name) &&
		    !html_is_alnum(p[2 + n]))
			return p;
		p++;
	}
	return end;
}

/* A script that opens a comment and a script in it lasts until both are closed: 13.2.5.15 to 31.
 * Pages of the nineties write scripts so. */
const char *
html_find_script_end(const char *p, const char *end)
{
	bool comment = false, nested = false;

	for (; p < end; p++) {
		if (!comment && (p = html_find(p, end, '<')) == end)
			break;
		if (*p == '-' && html_has(p, end, "-->"))
			comment = nested = false;
		if (*p != '<')
			continue;
		if (html_has(p, end, "<!--"))
			comment = true;
		else if (comment && html_has(p, end, "<script"))
			nested = true;
		else if (html_has(p, end, "</script") && !nested)
			return p;
		else if (html_has(p, end, "</script"))
			nested = false;
	}
	return end;
}

/* Can this style hide an element, or lay it over the page? */
static bool
is_telling(struct span style)
{
	return memmem(style.s, style.n, "none", 4) != NULL ||
	       memmem(style.s, style.n, "hidden", 6) != NULL ||
	       memmem(style.s, style.n, "fixed", 5) != NULL;
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && (html_is_blank(*p) || *p == '/'))
		p++;
	return p;
}

static int
attribute_index(struct span name)
{
	for (int i = 0; i < ATTRIBUTES; i++)
		if (html_attribute_names[i].n == name.n &&
		    strncasecmp(html_attribute_names[i].s, name.s, name.n) == 0)
			return i;
	return -1;
}

/* The value behind "=", without its quotes. A quote that is never closed ends with the tag. */
static const char *
read_value(const char *p, const char *end, struct span *value)
{
	const char *from = p, *close;

	if (p < end && (*p == '"' || *p == '\'') && (close = html_find(p + 1, end, *p)) < end) {
		*value = (struct span){ p + 1, (size_t)(close - p - 1) };
		return close + 1;
	}
	while (p < end && !html_is_blank(*p) && *p != '>')
		p++;
	*value = (struct span){ from, (size_t)(p - from) };
	return p;
}

static const char *
read_attribute(const char *p, const char *end, struct html_tag *tag)
{
	struct span name = { p, 0 }, value = SPAN("");
	int i;

	while (p < end && !html_is_blank(*p) && *p != '>' && *p != '/' &&
	       (*p != '=' || p == name.s))
		p++;
	name.n = (size_t)(p - name.s);
	while (p < end && html_is_blank(*p))
		p++;
	if (p < end && *p == '=') {
		for (p++; p < end && html_is_blank(*p);)
			p++;
		p = read_value(p, end, &value);
	}
	i = attribute_index(name);
	if (i == ATTR_STYLE && !is_telling(value))
		return p;
	if (i >= 0 && tag->value[i].s == NULL)
		tag->value[i] = value;
	return p;
}

/* From "<name" or "</name" to behind its ">"; NULL if there is none. */
const char *
html_read_tag(const char *p, const char *end, struct html_tag *tag)
{
	const char *from = p;

	while (p < end && !html_is_blank(*p) && *p != '>' && *p != '/')
		p++;
	tag->name = (struct span){ from, (size_t)(p - from) };
	tag->id =
	    tag->name.n < 64 ? gumbo_tagn_enum(from, (unsigned)tag->name.n) : GUMBO_TAG_UNKNOWN;
	if (tag->id == GUMBO_TAG_STRONG)
		tag->id = GUMBO_TAG_B;
	if (tag->name.n == 6 && strncasecmp(from, "dialog", 6) == 0)
		tag->id = GUMBO_TAG_FORM;
	while (p = skip_blanks(p, end), p < end && *p != '>')
		p = read_attribute(p, end, tag);
	return p < end ? p + 1 : NULL;
}

const char *
html_comment_end(const char *p, const char *end)
{
	const char *from = p + 4;

	if (html_has(from, end, ">"))
		return from + 1;
	if (html_has(from, end, "->"))
		return from + 2;
	for (p = from; (p = html_find(p, end, '>')) < end; p++)
		if (p - from >= 2 && (memcmp(p - 2, "--", 2) == 0 ||
				      (p - from >= 3 && memcmp(p - 3, "--!", 3) == 0)))
			return p + 1;
	return NULL;
}
