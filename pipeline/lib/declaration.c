#include "declaration.h"

#include <string.h>
#include <strings.h>

static bool
is_label(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       strchr("-_:.+", c) != NULL;
}

/* Where a word stands, in whichever case; a.n if nowhere. */
static size_t
find(struct span a, size_t off, const char *word)
{
	size_t n = strlen(word);

	for (; off + n <= a.n; off++)
		if (strncasecmp(a.s + off, word, n) == 0)
			return off;
	return a.n;
}

static struct span
skip_any(struct span a, const char *set)
{
	while (a.n > 0 && a.s[0] != '\0' && strchr(set, a.s[0]) != NULL)
		a = span_from(a, 1);
	return a;
}

/* The label behind "charset" or "encoding": = "LABEL"; empty if no = is there. */
static struct span
value_after(struct span a, const char *key)
{
	size_t at = find(a, 0, key), n = 0;

	if (at == a.n)
		return SPAN("");
	a = skip_any(span_from(a, at + strlen(key)), " \t\r\n\f");
	if (!span_starts(a, SPAN("=")))
		return SPAN("");
	a = skip_any(span_from(a, 1), " \t\r\n\f\"'");
	while (n < a.n && a.s[n] != '\0' && is_label(a.s[n]))
		n++;
	return (struct span){ a.s, n };
}

struct span
content_charset(struct span content_type)
{
	return value_after(content_type, "charset");
}

static struct span
of_xml(struct span head)
{
	struct span trimmed = skip_any(head, " \t\r\n");
	size_t end = find(trimmed, 0, "?>");

	if (!span_starts(trimmed, SPAN("<?xml")) || end == trimmed.n)
		return SPAN("");
	return value_after((struct span){ trimmed.s, end }, "encoding");
}

static bool
is_meta(struct span rest)
{
	return rest.n > 5 && strncasecmp(rest.s, "<meta", 5) == 0 && !is_label(rest.s[5]);
}

static struct span
of_meta(struct span head)
{
	for (size_t at = 0; at < head.n; at++) {
		struct span label, rest;

		if (head.s[at] != '<')
			continue;
		rest = span_from(head, at);
		if (span_starts(rest, SPAN("<!--")))
			at += find(rest, 4, "-->");
		if (!is_meta(rest))
			continue;
		rest.n = find(rest, 0, ">");
		if ((label = value_after(rest, "charset")).n > 0)
			return label;
	}
	return SPAN("");
}

struct span
declaration(struct span bytes)
{
	struct span head = { bytes.s, bytes.n < DECLARATION_BYTES ? bytes.n : DECLARATION_BYTES };
	struct span label = of_xml(head);

	return label.n > 0 ? label : of_meta(head);
}
