#include "body.h"

#include <string.h>

#include "buf.h"
#include "html.h"

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* <p>, </p>, <br/>: a name and, before any other <, the end of the tag. */
static bool
is_tag(struct span rest)
{
	size_t i = 1 + (rest.n > 1 && rest.s[1] == '/');

	if (span_starts(rest, SPAN("<!--")))
		return true;
	if (i >= rest.n || !is_letter(rest.s[i]))
		return false;
	while (i < rest.n && i < 1000 && rest.s[i] != '<' && rest.s[i] != '>')
		i++;
	return i < rest.n && rest.s[i] == '>';
}

/* &egrave; &#8217; */
static bool
is_reference(struct span rest)
{
	size_t i = 1;

	while (i < rest.n && i < 12 &&
	       (is_letter(rest.s[i]) || rest.s[i] == '#' || (rest.s[i] >= '0' && rest.s[i] <= '9')))
		i++;
	return i > 2 && i < rest.n && rest.s[i] == ';';
}

bool
body_is_html(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if ((text.s[i] == '<' && is_tag(span_from(text, i))) ||
		    (text.s[i] == '&' && is_reference(span_from(text, i))))
			return true;
	return false;
}

static bool
has_empty_line(struct span text)
{
	struct span line;

	text = span_trim(text);
	while (text.n > 0 && span_cut(&text, '\n', &line))
		if (span_trim(line).n == 0)
			return true;
	return false;
}

void
body_paragraphs(struct arena *arena, struct span text, struct article *article)
{
	bool parted = has_empty_line(text);
	struct buf paragraph = { .arena = arena };
	struct span line;

	while (span_cut(&text, '\n', &line)) {
		buf_put(&paragraph, line);
		buf_putc(&paragraph, ' ');
		if (parted && span_trim(line).n > 0)
			continue;
		article_add(arena, article, SPAN("paragraph"), buf_span(&paragraph));
		paragraph.n = 0;
	}
	article_add(arena, article, SPAN("paragraph"), buf_span(&paragraph));
}

static void
take_over(struct arena *arena, const struct article *from, struct article *article)
{
	for (size_t i = 0; i < from->fields.n; i++)
		article_set(arena, article, arena_copy(arena, from->fields.v[i].key),
			    arena_copy(arena, from->fields.v[i].value));
	for (size_t i = 0; i < from->blocks.n; i++)
		article_add(arena, article, arena_copy(arena, from->blocks.v[i].type),
			    from->blocks.v[i].text);
}

int
body_html(struct arena *arena, struct span html, struct article *article)
{
	struct arena scratch = { .oom = arena->oom };
	struct article found = { 0 };
	int rc = html_fragment(&scratch, html, &found);

	if (rc >= 0)
		take_over(arena, &found, article);
	arena_free(&scratch);
	return rc;
}

int
body_read(struct arena *arena, struct span text, struct article *article)
{
	if (body_is_html(text))
		return body_html(arena, text, article);
	body_paragraphs(arena, text, article);
	return 0;
}

struct span
body_line(struct arena *arena, struct span text)
{
	struct article article = { 0 };
	struct buf line = { .arena = arena };

	if (!body_is_html(text) || body_html(arena, text, &article) < 0)
		return text_squeeze(arena, text);
	for (size_t i = 0; i < article.blocks.n; i++) {
		if (i > 0)
			buf_putc(&line, ' ');
		buf_put(&line, article.blocks.v[i].text);
	}
	return text_squeeze(arena, buf_span(&line));
}
