#include "memory.h"

#include "article.h"
#include "rows.h"
#include "status.h"
#include "token.h"
#include "utf8.h"
#include "xml.h"

static void
add(struct arena *arena, struct memory_pairs *out, struct memory_pair pair)
{
	if (pair.italian.n > 0 && pair.english.n > 0)
		*PUSH(arena, out) = pair;
}

static int
read_rows(struct arena *arena, struct span bytes, struct memory_pairs *out, size_t *bad_line)
{
	struct span column[ROWS_COLUMNS];
	struct rows rows;
	int rc = rows_open(&rows, arena, bytes);

	while (rc >= 0 && (rc = rows_next(&rows, column)) == 1)
		add(arena, out, (struct memory_pair){ column[0], column[1], rows.line });
	*bad_line = rows.line;
	return rc;
}

/* ---- TMX ---- */

struct unit {
	struct memory_pairs *out;
	struct span header_language, source_language; /* the file's, the unit's */
	struct span language;                         /* of the variant at hand */
	struct memory_pair pair;
	size_t tag; /* the depth of the inline tag that is passed over; 0: none */
	bool in_segment;
};

/* Codes of the document's layout; "it" isolates one, and is not the language. */
static bool
is_code(struct span name)
{
	return span_eq(name, SPAN("bpt")) || span_eq(name, SPAN("ept")) ||
	       span_eq(name, SPAN("ph")) || span_eq(name, SPAN("it")) || span_eq(name, SPAN("ut"));
}

static struct span
source_language(const struct xml *xml, struct span inherited)
{
	struct span language = xml_attribute(xml, "srclang");

	return language.n > 0 ? language : inherited;
}

static void
start_unit(const struct xml *xml, struct unit *u)
{
	u->pair = (struct memory_pair){ SPAN(""), SPAN(""), xml_line(xml) };
	u->source_language = source_language(xml, u->header_language);
}

static void
start_code(struct xml *xml, struct unit *u)
{
	if (u->tag > 0)
		return;
	u->tag = xml->depth;
	xml->collecting = false;
}

static void
tmx_start(struct xml *xml, struct span name)
{
	struct unit *u = xml->self;

	if (xml->depth == 1 && !span_eq(name, SPAN("tmx")))
		xml_refuse(xml, ERR_ROOT);
	else if (u->in_segment && is_code(name))
		start_code(xml, u);
	else if (span_eq(name, SPAN("header")))
		u->header_language = source_language(xml, SPAN(""));
	else if (span_eq(name, SPAN("tu")))
		start_unit(xml, u);
	else if (span_eq(name, SPAN("tuv")))
		u->language = xml_language(xml);
	else if (span_eq(name, SPAN("seg"))) {
		xml_collect(xml);
		u->in_segment = true;
	}
}

static void
end_segment(struct xml *xml, struct unit *u)
{
	struct span text = xml_collected(xml);
	struct span language = u->language.n > 0 ? u->language : u->source_language;

	u->in_segment = false;
	if (language_is(language, "it") && u->pair.italian.n == 0)
		u->pair.italian = text;
	if (language_is(language, "en") && u->pair.english.n == 0)
		u->pair.english = text;
}

static void
tmx_end(struct xml *xml, struct span name)
{
	struct unit *u = xml->self;

	if (u->tag > 0 && xml->depth == u->tag) {
		u->tag = 0;
		xml->collecting = true;
	} else if (u->tag > 0) {
		return; /* what is inside a code */
	} else if (span_eq(name, SPAN("seg"))) {
		end_segment(xml, u);
	} else if (span_eq(name, SPAN("tu"))) {
		add(xml->arena, u->out, u->pair);
	}
}

int
memory_read(struct arena *arena, struct span bytes, struct memory_pairs *out, size_t *bad_line)
{
	struct unit unit = { .out = out };
	struct xml xml = { .arena = arena, .self = &unit, .start = tmx_start, .end = tmx_end };

	*out = (struct memory_pairs){ 0 };
	if (!xml_sniff(bytes))
		return read_rows(arena, bytes, out, bad_line);
	return xml_read(&xml, bytes, bad_line);
}

/* ---- to find a sentence ---- */

static struct span
plain_blanks(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	size_t off = 0, from;

	for (int32_t c; from = off, (c = utf8_next(text, &off)) >= 0;)
		if (c == 0xA0 || c == 0x2007 || c == 0x202F)
			buf_putc(&out, ' ');
		else
			buf_put(&out, (struct span){ text.s + from, off - from });
	return buf_span(&out);
}

static struct span
key_of(struct arena *arena, struct span text)
{
	return text_squeeze(arena, plain_blanks(arena, token_plain(arena, text)));
}

void
memory_index(struct arena *arena, const struct memory_pairs *pairs, struct memory *memory)
{
	*memory = (struct memory){ .pairs = pairs, .by_italian = { .arena = arena } };
	for (size_t i = 0; i < pairs->n; i++)
		*map_at(&memory->by_italian, key_of(arena, pairs->v[i].italian)) = (uint32_t)i + 1;
}

const struct memory_pair *
memory_find(const struct memory *memory, struct arena *arena, struct span italian)
{
	uint32_t i = map_get(&memory->by_italian, key_of(arena, italian));

	return i != 0 ? &memory->pairs->v[i - 1] : NULL;
}
