#include "item.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "decode.h"
#include "utf8.h"

/* A line break would end the message that names the item; and decode takes bytes with controls for
 * no text. */
static struct span
without_controls(struct arena *arena, struct span bytes)
{
	char *s = arena_cstr(arena, bytes);

	for (size_t i = 0; i < bytes.n; i++)
		if ((unsigned char)s[i] < 0x20 || s[i] == 0x7F)
			s[i] = '_';
	return (struct span){ s, bytes.n };
}

struct span
item_text(struct arena *arena, struct span bytes)
{
	struct span text = decode_name(arena, without_controls(arena, bytes));

	return text.n == 0 && bytes.n > 0 ? SPAN("_") : text;
}

struct span
item_inside(struct arena *arena, struct span name)
{
	struct buf out = { .arena = arena };
	struct span part;

	while (span_cut(&name, '/', &part)) {
		if (part.n == 0 || span_eq(part, SPAN(".")) || span_eq(part, SPAN("..")))
			continue;
		if (out.n > 0)
			buf_putc(&out, '/');
		buf_put(&out, part);
	}
	return buf_span(&out);
}

struct span
item_member(struct arena *arena, struct span archive, struct span member)
{
	struct buf out = { .arena = arena };

	member = item_inside(arena, item_text(arena, member));
	buf_put(&out, archive);
	if (archive.n > 0 && member.n > 0)
		buf_putc(&out, '/');
	buf_put(&out, member);
	return buf_span(&out);
}

struct span
item_record(struct arena *arena, struct span name, size_t record)
{
	struct buf out = { .arena = arena };

	buf_put(&out, name);
	buf_printf(&out, "#%zu", record);
	return buf_span(&out);
}

/* The "#12" at the end of a name; empty if there is none. */
static struct span
record_of(struct span name)
{
	size_t i = name.n;

	while (i > 0 && name.s[i - 1] >= '0' && name.s[i - 1] <= '9')
		i--;
	if (i == name.n || i < 2 || name.s[i - 1] != '#')
		return SPAN("");
	return span_from(name, i - 1);
}

bool
item_is_record(struct span name)
{
	return record_of(name).n > 0;
}

/* One of them, and not from a name that is nothing else. */
static struct span
without_ending(struct span name, const struct span endings[])
{
	for (size_t i = 0; endings[i].n > 0; i++)
		if (span_ends(name, endings[i]) && name.n > endings[i].n &&
		    name.s[name.n - endings[i].n - 1] != '/') {
			name.n -= endings[i].n;
			return name;
		}
	return name;
}

static struct span
without_endings(struct span name)
{
	static const struct span packed[] = { SPAN(".gz"), { 0 } };
	static const struct span formats[] = { SPAN(".txt"),   SPAN(".text"),     SPAN(".html"),
					       SPAN(".htm"),   SPAN(".xhtml"),    SPAN(".json"),
					       SPAN(".jsonl"), SPAN(".xml"),      SPAN(".rss"),
					       SPAN(".atom"),  SPAN(".md"),       SPAN(".warc"),
					       SPAN(".tar"),   SPAN(".markdown"), SPAN(".ndjson"),
					       SPAN(".tgz"),   SPAN(".zip"),      { 0 } };

	return without_ending(without_ending(name, packed), formats);
}

struct span
item_id(struct arena *arena, struct span source)
{
	struct span record = record_of(source), text;
	struct buf out = { .arena = arena };
	size_t off = 0, from;

	text = (struct span){ source.s, source.n - record.n };
	text = span_eq(text, SPAN("<stdin>")) ? SPAN("stdin") : item_inside(arena, text);
	text = arena_concat(arena, without_endings(text), record);
	for (int32_t c; from = off, (c = utf8_next(text, &off)) >= 0;)
		if (u_isUWhiteSpace(c) || c == '#')
			buf_putc(&out, c == '#' ? '-' : '_');
		else
			buf_put(&out, (struct span){ text.s + from, off - from });
	return buf_span(&out);
}
