#include "article.h"

#include <jansson.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "charset.h"
#include "status.h"
#include "utf8.h"

enum { FIELDS_MAX = 1000 }; /* of a record that is read; each is compared with those before it */

/* Controls from U+0080 on, &#146; or what was Windows-1252, are its characters. */
static size_t
put_c1(char *out, int32_t c)
{
	size_t n = 0;

	if ((c = charset_c1(c)) != 0xFFFD)
		U8_APPEND_UNSAFE(out, n, c);
	return n;
}

/* What cannot be seen: controls, marks of direction and of joining (soft hyphens, zero-width spaces
 * and joiners among them), selectors of a variant. */
static bool
is_dropped(int32_t c)
{
	if (c < 0xA0)
		return c == 0x7F || (c < ' ' && c != '\t' && c != '\n' && c != '\r');
	return u_charType(c) == U_FORMAT_CHAR || c == 0x34F || (c >= 0xFE00 && c <= 0xFE0F) ||
	       (c >= 0xE0100 && c <= 0xE01EF);
}

static bool
is_squeezed(int32_t c)
{
	return u_isUWhiteSpace(c) && c != 0xA0 && c != 0x202F && c != 0x2007;
}

/* The bytes of the next characters that are surely as they should be: no controls, nothing
 * invisible, no marks; of two and three bytes Latin 1 from U+00C0, dashes, quotes and ellipsis. */
static size_t
plain_bytes(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return s[0] > ' ' && s[0] != 0x7F;
	if (s[0] == 0xC3)
		return n > 1 ? 2 : 0;
	return n > 2 && s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xA6 ? 3 : 0;
}

/* Most texts are squeezed already: one look at each byte tells. */
static bool
is_squeezed_already(struct span text)
{
	const unsigned char *s = (const unsigned char *)text.s;
	size_t bytes;

	for (size_t i = 0; i < text.n; i += bytes) {
		bytes = plain_bytes(s + i, text.n - i);
		if (bytes == 0 && s[i] == ' ' && i > 0 && i + 1 < text.n && s[i + 1] != ' ')
			bytes = 1;
		if (bytes == 0)
			return false;
	}
	return true;
}

static struct span
squeeze(struct arena *arena, struct span text)
{
	char *out = ARENA_NEW(arena, char, 3 * text.n / 2 + 1); /* "€" for U+0080 */
	size_t n = 0, off = 0, from;

	for (int32_t c; from = off, (c = utf8_next(text, &off)) >= 0;) {
		if (c > ' ' && c < 0x7F) {
			out[n++] = (char)c;
			continue;
		}
		if (c >= 0x80 && c < 0xA0) {
			n += put_c1(out + n, c);
			continue;
		}
		if (is_dropped(c))
			continue;
		if (u_isUWhiteSpace(c) && (n == 0 || is_squeezed(c))) {
			if (n > 0 && out[n - 1] != ' ')
				out[n++] = ' ';
			continue;
		}
		memcpy(out + n, text.s + from, off - from);
		n += off - from;
	}
	while (off = n, u_isUWhiteSpace(utf8_prev((struct span){ out, n }, &off)))
		n = off;
	text = (struct span){ out, n };
	utf8_nfc(arena, text, &text); /* a mark may now follow another letter than before */
	return text;
}

struct span
text_squeeze(struct arena *arena, struct span text)
{
	return is_squeezed_already(text) ? arena_copy(arena, text) : squeeze(arena, text);
}

struct span
article_field(const struct article *article, struct span key)
{
	for (size_t i = 0; i < article->fields.n; i++)
		if (span_eq(article->fields.v[i].key, key))
			return article->fields.v[i].value;
	return SPAN("");
}

void
article_set(struct arena *arena, struct article *article, struct span key, struct span value)
{
	if (value.n > 0 && article_field(article, key).n == 0)
		*PUSH(arena, &article->fields) = (struct field){ key, value };
}

void
article_add(struct arena *arena, struct article *article, struct span type, struct span text)
{
	text = text_squeeze(arena, text);
	if (text.n > 0)
		*PUSH(arena, &article->blocks) = (struct block){ type, text };
}

void
article_explain(struct arena *arena, struct article *article, struct verdict verdict)
{
	if (article->explain)
		*PUSH(arena, &article->verdicts) = verdict;
}

/* A JSON string or number as text in NFC; other values give false. */
static bool
scalar(struct arena *arena, const json_t *value, struct span *out)
{
	char *number;

	if (json_is_string(value))
		return utf8_nfc(arena,
				arena_copy(arena, (struct span){ json_string_value(value),
								 json_string_length(value) }),
				out) == 0;
	if (!json_is_number(value) || (number = json_dumps(value, JSON_ENCODE_ANY)) == NULL)
		return false;
	*out = arena_copy(arena, span_of(number));
	free(number);
	return true;
}

/* Blanks may not stand in an id, nor in the key of a comment. */
struct span
article_id(struct arena *arena, struct span id)
{
	char *s = arena_cstr(arena, text_squeeze(arena, id));

	for (char *p = s; *p != '\0'; p++)
		if (*p == ' ')
			*p = '_';
	return span_of(s);
}

static void
parse_blocks(struct arena *arena, const json_t *blocks, struct article *article)
{
	const json_t *block;
	size_t i;

	json_array_foreach(blocks, i, block)
	{
		struct span type = SPAN("paragraph"), text;

		scalar(arena, json_object_get(block, "type"), &type);
		if (scalar(arena, json_object_get(block, "text"), &text))
			article_add(arena, article, article_id(arena, type), text);
	}
}

/* What is no text may stand in a key and goes: "i\x7fd" is no field that prints as the id. */
static bool
has_place(struct span key)
{
	return span_eq(key, SPAN("id")) || span_eq(key, SPAN("text")) ||
	       span_eq(key, SPAN("blocks"));
}

static void
set_field(struct arena *arena, struct span key, struct span value, struct article *article)
{
	if (article->fields.n < FIELDS_MAX && !has_place(key))
		article_set(arena, article, key, text_squeeze(arena, value));
}

static void
parse_member(struct arena *arena, const char *key, const json_t *value, struct article *article)
{
	struct span text;

	if (strcmp(key, "blocks") == 0)
		parse_blocks(arena, value, article);
	else if (!scalar(arena, value, &text))
		return;
	else if (strcmp(key, "id") == 0)
		article->id = article_id(arena, text);
	else if (strcmp(key, "text") == 0)
		article->text = text;
	else
		set_field(arena, article_id(arena, span_of(key)), text, article);
}

int
article_of_json(struct arena *arena, const json_t *root, struct article *article)
{
	json_t *object = (json_t *)root, *value; /* only read */
	const char *key;

	*article = (struct article){ 0 };
	if (!json_is_object(root) || (!json_is_array(json_object_get(root, "blocks")) &&
				      !json_is_string(json_object_get(root, "text"))))
		return ERR_JSON;
	json_object_foreach(object, key, value) parse_member(arena, key, value, article);
	return 0;
}

int
article_parse(struct arena *arena, struct span line, struct article *article)
{
	json_t *root = json_loadb(line.s, line.n, 0, NULL);
	int rc = article_of_json(arena, root, article);

	json_decref(root);
	return rc;
}

static json_t *
json_text(struct span a)
{
	return json_stringn_nocheck(a.s, a.n);
}

static json_t *
json_block(const struct block *block)
{
	json_t *o = json_object();

	json_object_set_new_nocheck(o, "type", json_text(block->type));
	json_object_set_new_nocheck(o, "text", json_text(block->text));
	return o;
}

/* The keys that have a place come first; setting one again later does not move it. */
static void
set_known(json_t *root, const struct article *article)
{
	static const struct span known[] = { SPAN("source"), SPAN("title"), SPAN("date"),
					     SPAN("author"), SPAN("lang") };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		struct span value = article_field(article, known[i]);

		if (value.n > 0)
			json_object_set_new_nocheck(root, known[i].s, json_text(value));
	}
}

struct span
article_print(struct arena *arena, const struct article *article)
{
	json_t *root = json_object(), *blocks = json_array();
	struct span line;
	char *dump;

	json_object_set_new_nocheck(root, "id", json_text(article->id));
	set_known(root, article);
	for (size_t i = 0; i < article->fields.n; i++)
		json_object_setn_new_nocheck(root, article->fields.v[i].key.s,
					     article->fields.v[i].key.n,
					     json_text(article->fields.v[i].value));
	for (size_t i = 0; i < article->blocks.n; i++)
		json_array_append_new(blocks, json_block(&article->blocks.v[i]));
	json_object_set_new_nocheck(root, "blocks", blocks);
	dump = json_dumps(root, JSON_COMPACT);
	json_decref(root);
	if (dump == NULL)
		arena->oom();
	line = arena_copy(arena, span_of(dump));
	free(dump);
	return line;
}
