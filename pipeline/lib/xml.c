#include "xml.h"

#include <expat.h>
#include <limits.h>
#include <string.h>
#include <strings.h>

#include "article.h"
#include "status.h"
#include "utf8.h"

static struct span
local_name(struct xml *xml, const char *name)
{
	const char *colon = strrchr(name, ':');

	xml->prefix = (struct span){ name, colon != NULL ? (size_t)(colon - name) : 0 };
	return span_of(colon != NULL ? colon + 1 : name);
}

/* ---- markup inside of an element, as HTML ---- */

static bool
in_markup(const struct xml *xml)
{
	return xml->markup > 0 && xml->depth > xml->markup;
}

static struct span
html_name(const struct xml *xml, struct span name)
{
	return xml->html_name != NULL ? xml->html_name(name) : name;
}

static void
put_tag(struct xml *xml, const char *open, struct span name)
{
	if (name.n == 0 || xml->depth - xml->markup > XML_MARKUP_DEPTH)
		return;
	buf_put(&xml->text, span_of(open));
	buf_put(&xml->text, name);
	buf_putc(&xml->text, '>');
}

static void
start_markup(struct xml *xml, struct span name)
{
	name = html_name(xml, name);
	if (xml->skipped > 0)
		return;
	if (name.s == NULL)
		xml->skipped = xml->depth;
	else
		put_tag(xml, "<", name);
}

static void
end_markup(struct xml *xml, struct span name)
{
	if (xml->skipped == 0 && !span_eq(name, SPAN("br"))) /* HTML takes </br> for another */
		put_tag(xml, "</", html_name(xml, name));
	if (xml->skipped == xml->depth)
		xml->skipped = 0;
}

/* ---- what expat calls ---- */

static void XMLCALL
on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
	struct xml *xml = data;
	struct span local = local_name(xml, name);

	xml->depth++;
	xml->attributes = attributes;
	if (xml->rc == 0 && in_markup(xml))
		start_markup(xml, local);
	else if (xml->rc == 0)
		xml->start(xml, local);
	xml->attributes = NULL;
}

static void XMLCALL
on_end(void *data, const XML_Char *name)
{
	struct xml *xml = data;
	struct span local = local_name(xml, name);

	if (xml->rc == 0 && in_markup(xml))
		end_markup(xml, local);
	else if (xml->rc == 0)
		xml->end(xml, local);
	xml->depth--;
}

static void XMLCALL
on_text(void *data, const XML_Char *s, int n)
{
	struct xml *xml = data;
	struct span text = { s, (size_t)n };

	if (!xml->collecting || xml->skipped > 0)
		return;
	if (xml->escaping)
		xml_escape(&xml->text, text);
	else
		buf_put(&xml->text, text);
}

static void XMLCALL
on_entity(void *data, const XML_Char *name, int is_parameter, const XML_Char *value, int n,
	  const XML_Char *base, const XML_Char *system, const XML_Char *public,
	  const XML_Char *notation)
{
	(void)name, (void)is_parameter, (void)value, (void)n;
	(void)base, (void)system, (void)public, (void)notation;
	xml_refuse(data, ERR_ENTITY);
}

void
xml_refuse(struct xml *xml, int rc)
{
	if (xml->rc == 0)
		xml->rc = rc;
	XML_StopParser(xml->parser, XML_FALSE);
}

static int
parse(struct xml *xml, struct span bytes, size_t *bad_line)
{
	XML_Parser parser = xml->parser;

	XML_SetUserData(parser, xml);
	XML_SetElementHandler(parser, on_start, on_end);
	XML_SetCharacterDataHandler(parser, on_text);
	XML_SetEntityDeclHandler(parser, on_entity);
	if (XML_Parse(parser, bytes.s, (int)bytes.n, XML_TRUE) == XML_STATUS_OK)
		return 0;
	if (xml->mended && xml->rc == 0 &&
	    XML_GetErrorCode(parser) == XML_ERROR_JUNK_AFTER_DOC_ELEMENT)
		return 0;
	*bad_line = XML_GetCurrentLineNumber(parser);
	if (XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY)
		xml->arena->oom();
	return xml->rc < 0 ? xml->rc : ERR_XML;
}

int
xml_read(struct xml *xml, struct span bytes, size_t *bad_line)
{
	int rc;

	*bad_line = 1;
	if (bytes.n > INT_MAX)
		return ERR_SIZE;
	if (xml->mended)
		bytes = xml_mend(xml->arena, bytes);
	if ((xml->parser = XML_ParserCreate(xml->mended ? "UTF-8" : NULL)) == NULL)
		xml->arena->oom();
	xml->text = (struct buf){ .arena = xml->arena };
	rc = parse(xml, bytes, bad_line);
	XML_ParserFree(xml->parser);
	xml->parser = NULL;
	return rc;
}

struct span
xml_attribute(const struct xml *xml, const char *name)
{
	for (const char **a = xml->attributes; a != NULL && *a != NULL; a += 2)
		if (strcmp(a[0], name) == 0)
			return arena_copy(xml->arena, span_of(a[1])); /* expat reuses its own */
	return SPAN("");
}

void
xml_collect(struct xml *xml)
{
	xml->text.n = 0;
	xml->collecting = true;
	xml->escaping = false;
	xml->markup = 0;
}

struct span
xml_collected(struct xml *xml)
{
	xml->collecting = false;
	return text_squeeze(xml->arena, buf_span(&xml->text));
}

void
xml_collect_markup(struct xml *xml, bool is_html)
{
	xml_collect(xml);
	xml->escaping = !is_html;
	xml->markup = xml->depth;
}

void
xml_collect_siblings(struct xml *xml, struct span name)
{
	xml_collect_markup(xml, false);
	xml->markup = xml->depth - 1;
	start_markup(xml, name);
}

struct span
xml_markup(struct xml *xml)
{
	xml->collecting = false;
	xml->markup = xml->skipped = 0;
	return arena_copy(xml->arena, buf_span(&xml->text));
}

size_t
xml_line(const struct xml *xml)
{
	return XML_GetCurrentLineNumber(xml->parser);
}

/* What may stand before a document's first tag: marks, blanks, and the zeros of UTF-16. */
static bool
is_before_tag(char c)
{
	static const char marks[] = { '\xEF', '\xBB', '\xBF', '\xFE', '\xFF',
				      '\0',   ' ',    '\t',   '\r',   '\n' };

	return memchr(marks, c, sizeof(marks)) != NULL;
}

bool
xml_sniff(struct span bytes)
{
	size_t i = 0;
	char c;

	while (i < bytes.n && is_before_tag(bytes.s[i]))
		i++;
	if (i == bytes.n || bytes.s[i++] != '<')
		return false;
	while (i < bytes.n && bytes.s[i] == '\0')
		i++;
	c = i < bytes.n ? bytes.s[i] : ' ';
	return strchr("?!_:", c) != NULL || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct span
xml_language(const struct xml *xml)
{
	struct span language = xml_attribute(xml, "xml:lang");

	return language.n > 0 ? language : xml_attribute(xml, "lang");
}

bool
language_is(struct span tag, const char *language)
{
	size_t n = strlen(language);

	return tag.n >= n && strncasecmp(tag.s, language, n) == 0 &&
	       (tag.n == n || tag.s[n] == '-' || tag.s[n] == '_');
}

static bool
is_forbidden(int32_t c)
{
	return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

void
xml_escape(struct buf *out, struct span text)
{
	size_t off = 0, from;

	for (int32_t c; from = off, (c = utf8_next(text, &off)) >= 0;)
		if (c == '&')
			buf_put(out, SPAN("&amp;"));
		else if (c == '<')
			buf_put(out, SPAN("&lt;"));
		else if (c == '>')
			buf_put(out, SPAN("&gt;"));
		else if (c == '"')
			buf_put(out, SPAN("&quot;"));
		else if (!is_forbidden(c))
			buf_put(out, (struct span){ text.s + from, off - from });
}
