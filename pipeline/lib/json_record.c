#include "json_record.h"

#include <stdlib.h>
#include <string.h>

#include "body.h"
#include "date.h"
#include "status.h"
#include "utf8.h"

enum {
	OTHERS_MAX = 200,      /* bytes of a value that becomes a field of its own */
	LIST_DEPTH = 4,        /* of objects that hold a list of records */
	LINE_MAX_BYTES = 2000, /* of a list of names */
	FIELDS_MAX = 100,
};

/* ---- values ---- */

static struct span
string_of(struct arena *arena, const json_t *value)
{
	struct span text = { json_string_value(value), json_string_length(value) };

	if (!json_is_string(value) || utf8_nfc(arena, arena_copy(arena, text), &text) < 0)
		return SPAN("");
	return text;
}

static bool
is_date(const struct date *date)
{
	return date->year > 0;
}

static struct span
number_of(struct arena *arena, const json_t *value)
{
	char *number = json_dumps(value, JSON_ENCODE_ANY);
	struct span text;

	if (number == NULL)
		return SPAN("");
	text = arena_copy(arena, span_of(number));
	free(number);
	return text;
}

static const json_t *
first_member(const json_t *object, const char *const keys[])
{
	for (; *keys != NULL; keys++)
		if (json_object_get(object, *keys) != NULL)
			return json_object_get(object, *keys);
	return NULL;
}

/* What stands for an object of which one member has the text: WordPress, ninjs 2, schema.org. */
static const json_t *
unwrap(const json_t *value)
{
	static const char *const keys[] = { "value", "rendered", "text",     "html",
					    "name",  "content",  "headline", NULL };

	for (int i = 0; json_is_object(value) && i < LIST_DEPTH; i++)
		value = first_member(value, keys);
	return value;
}

/* A string or the like; of an array all of them, parted by sep. */
static struct span
line_of(struct arena *arena, const json_t *value, struct span sep)
{
	struct span line = SPAN(""), part;
	const json_t *element;
	size_t i;

	value = unwrap(value);
	if (json_is_number(value))
		return number_of(arena, value);
	if (!json_is_array(value))
		return body_line(arena, string_of(arena, value));
	json_array_foreach(value, i, element)
	{
		if (line.n > LINE_MAX_BYTES)
			break;
		part = body_line(arena, string_of(arena, unwrap(element)));
		if (line.n > 0 && part.n > 0)
			line = arena_concat(arena, line, sep);
		line = arena_concat(arena, line, part);
	}
	return line;
}

/* ---- keys ---- */

static bool
is_key(const char *pattern, const char *key)
{
	size_t n = strlen(pattern);

	return n > 0 && pattern[n - 1] == '*' ? strncmp(pattern, key, n - 1) == 0
					      : strcmp(pattern, key) == 0;
}

static bool
is_empty(const json_t *value)
{
	value = unwrap(value);
	return json_is_array(value)    ? json_array_size(value) == 0
	       : json_is_string(value) ? json_string_length(value) == 0
				       : !json_is_number(value);
}

static const json_t *
member(const json_t *record, const char *pattern)
{
	json_t *object = (json_t *)record, *value; /* only read */
	const char *key;

	if (!strchr(pattern, '*'))
		return json_object_get(record, pattern);
	json_object_foreach(object, key,
			    value) if (is_key(pattern, key) && !is_empty(value)) return value;
	return NULL;
}

/* The first of the keys with a value. */
static const json_t *
find(const json_t *record, const char *const keys[])
{
	const json_t *value = NULL;

	for (; *keys != NULL; keys++)
		if ((value = member(record, *keys)) != NULL && !is_empty(value))
			return value;
	return NULL;
}

static bool
is_among(const char *key, const char *const keys[])
{
	while (*keys != NULL && !is_key(*keys, key))
		keys++;
	return *keys != NULL;
}

/* "a.b.0.c"; a key with full stops in it comes first. */
static const json_t *
find_field(struct arena *arena, const json_t *value, struct span field)
{
	const json_t *whole = json_object_get(value, arena_cstr(arena, field));
	struct span key;

	if (whole != NULL)
		return whole;
	while (value != NULL && span_cut(&field, '.', &key))
		if (json_is_array(value))
			value = span_number(key) < 0
				    ? NULL
				    : json_array_get(value, (size_t)span_number(key));
		else
			value = json_object_get(value, arena_cstr(arena, key));
	return value;
}

static const json_t *
find_text(struct arena *arena, const json_t *record, const struct record_keys *keys,
	  struct span field)
{
	return field.n > 0 ? find_field(arena, record, field) : find(record, keys->text);
}

bool
record_has_text(struct arena *arena, const json_t *record, const struct record_keys *keys,
		struct span field)
{
	const json_t *text = find_text(arena, record, keys, field);

	return json_is_object(record) && text != NULL && !is_empty(text);
}

/* ---- the text ---- */

static void
read_string(struct arena *arena, const json_t *value, struct article *article)
{
	struct span text = string_of(arena, value);

	if (body_is_html(text))
		body_read(arena, text, article);
	else
		article->text = text;
}

static bool
is_of_type(const json_t *body, const char *key, const char *part)
{
	const char *value = json_string_value(json_object_get(body, key));

	return value != NULL && strstr(value, part) != NULL;
}

/* Of ninjs 2's bodies: HTML before plain text, the main one before others; -1 if it is none. */
static int
rank_of(const json_t *body)
{
	if (json_object_get(body, "contenttype") == NULL)
		return -1;
	return 2 * is_of_type(body, "role", "main") + is_of_type(body, "contenttype", "html");
}

static const json_t *
best_body(const json_t *bodies)
{
	const json_t *best = NULL, *body;
	int rank = -1;
	size_t i;

	json_array_foreach(bodies, i, body) if (rank_of(body) > rank)
	{
		best = body;
		rank = rank_of(body);
	}
	return best;
}

/* An array of paragraphs, each a string or an object that has it. */
static void
read_array(struct arena *arena, const json_t *array, struct article *article)
{
	const json_t *element;
	size_t i;

	json_array_foreach(array, i, element)
	    body_read(arena, string_of(arena, unwrap(element)), article);
}

static void
read_text(struct arena *arena, const json_t *value, struct article *article)
{
	const json_t *body = best_body(value);

	value = unwrap(body != NULL ? body : value);
	if (json_is_array(value))
		read_array(arena, value, article);
	else if (json_is_string(value))
		read_string(arena, value, article);
}

/* ---- a record ---- */

static struct span
date_of(struct arena *arena, const json_t *value)
{
	struct span text, iso;
	struct date date;

	value = unwrap(value);
	if (json_is_number(value) && json_number_value(value) >= 1e8 &&
	    (date = date_of_epoch(json_number_value(value)), is_date(&date)))
		return date_print(arena, &date);
	text = line_of(arena, value, SPAN(" "));
	iso = date_iso(arena, text);
	return iso.n > 0 ? iso : text;
}

static void
set_url(struct arena *arena, const json_t *value, struct article *article)
{
	struct span url = string_of(arena, unwrap(value));

	if (span_starts(url, SPAN("http://")) || span_starts(url, SPAN("https://")))
		article_set(arena, article, SPAN("url"), text_squeeze(arena, url));
}

static bool
is_used(const char *key, const struct record_keys *keys)
{
	return is_among(key, keys->text) || is_among(key, keys->title) ||
	       is_among(key, keys->standfirst) || is_among(key, keys->date) ||
	       is_among(key, keys->author) || is_among(key, keys->url) || strcmp(key, "id") == 0;
}

/* Where the text is a field's, its key is no field. */
static bool
is_on_way(const char *key, struct span field)
{
	struct span head;

	return field.n > 0 && (span_eq(field, span_of(key)) ||
			       (span_cut(&field, '.', &head) && span_eq(head, span_of(key))));
}

/* Of a record in the form of our own, with "text", all; of others, what is short. */
static void
keep_others(struct arena *arena, const json_t *record, const struct record_keys *keys,
	    struct span field, struct article *article)
{
	json_t *object = (json_t *)record, *value; /* only read */
	bool own = json_is_string(json_object_get(record, "text"));
	const char *key;

	json_object_foreach(object, key, value)
	{
		struct span name, text;

		if (article->fields.n >= FIELDS_MAX)
			break;
		if (is_used(key, keys) || is_on_way(key, field) ||
		    (!json_is_string(value) && !json_is_number(value)))
			continue;
		name = article_id(arena, span_of(key));
		text = line_of(arena, value, SPAN(" "));
		if (name.n > 0 && (own || text.n <= OTHERS_MAX))
			article_set(arena, article, name, text);
	}
}

static void
set_date(struct arena *arena, struct article *article)
{
	for (size_t i = 0; i < article->fields.n; i++)
		if (span_eq(article->fields.v[i].key, SPAN("date"))) {
			struct span iso = date_iso(arena, article->fields.v[i].value);

			if (iso.n > 0)
				article->fields.v[i].value = iso;
		}
}

/* One of our own: as article_of_json has it. */
static void
read_own(struct arena *arena, const json_t *record, struct article *article)
{
	article_of_json(arena, record, article);
	set_date(arena, article);
}

void
record_read(struct arena *arena, const json_t *record, const struct record_keys *keys,
	    struct span field, struct article *article)
{
	const json_t *text = find_text(arena, record, keys, field), *summary;

	*article = (struct article){ 0 };
	if (field.n == 0 && json_is_array(json_object_get(record, "blocks"))) {
		read_own(arena, record, article);
		return;
	}
	article->id = article_id(arena, line_of(arena, json_object_get(record, "id"), SPAN("-")));
	article_set(arena, article, SPAN("title"),
		    line_of(arena, find(record, keys->title), SPAN(" ")));
	article_set(arena, article, SPAN("date"), date_of(arena, find(record, keys->date)));
	article_set(arena, article, SPAN("author"),
		    line_of(arena, find(record, keys->author), SPAN(", ")));
	if ((summary = find(record, keys->standfirst)) != text)
		article_set(arena, article, SPAN("standfirst"), line_of(arena, summary, SPAN(" ")));
	set_url(arena, find(record, keys->url), article);
	if (keys->keeps_others)
		keep_others(arena, record, keys, field, article);
	read_text(arena, text, article);
}

/* ---- lists of records ---- */

struct list {
	struct arena *arena;
	const struct record_keys *keys;
	struct span field;
	article_fn *take;
	void *self;
};

static void
take_record(const struct list *list, const json_t *record)
{
	struct article article;

	record_read(list->arena, record, list->keys, list->field, &article);
	list->take(list->self, &article);
}

static bool
is_record(const struct list *list, const json_t *value)
{
	return record_has_text(list->arena, value, list->keys, list->field) ||
	       json_is_array(json_object_get(value, "blocks"));
}

/* The array of objects that an object holds, itself or in an object of it; NULL if none. Breadth is
 * bounded by the names that such arrays have. */
static const json_t *
find_list(const json_t *value)
{
	static const char *const names[] = { "articles", "articoli", "items",    "entries",
					     "posts",    "news",     "results",  "documents",
					     "docs",     "data",     "response", "hits",
					     "channel",  "feed",     "stories",  NULL };

	for (int i = 0; i < LIST_DEPTH && json_is_object(value); i++)
		value = first_member(value, names);
	return json_is_array(value) && json_is_object(json_array_get(value, 0)) ? value : NULL;
}

static void
take_all(const struct list *list, const json_t *array)
{
	const json_t *element;
	size_t i;

	json_array_foreach(array, i, element) if (json_is_object(element))
	    take_record(list, element);
}

/* ---- a document ---- */

/* The unit of "\\uD83D"; -1 if no such escape stands there. */
static long
unit_at(struct span json, size_t off)
{
	char digits[5] = { 0 };

	if (json.n - off < 6 || json.s[off] != '\\' || json.s[off + 1] != 'u')
		return -1;
	memcpy(digits, json.s + off + 2, 4);
	if (strspn(digits, "0123456789abcdefABCDEF") != 4)
		return -1;
	return strtol(digits, NULL, 16);
}

/* Half a pair of surrogates, where a program cut a text, is refused by jansson: U+FFFD for it. */
static struct span
mend_pairs(struct arena *arena, struct span json)
{
	static const char replacement[] = { 'F', 'F', 'F', 'D' };
	char *out;
	size_t step;

	if (memmem(json.s, json.n, "\\u", 2) == NULL)
		return json;
	out = arena_cstr(arena, json);
	for (size_t i = 0; i < json.n; i += step) {
		long unit = unit_at(json, i), next;

		step = unit >= 0 ? 6 : json.s[i] == '\\' ? 2 : 1;
		if (unit < 0xD800 || unit > 0xDFFF)
			continue;
		next = unit < 0xDC00 ? unit_at(json, i + 6) : -1;
		if (next >= 0xDC00 && next <= 0xDFFF)
			step = 12;
		else
			memcpy(out + i + 2, replacement, sizeof(replacement));
	}
	return (struct span){ out, json.n };
}

int
records_read(struct arena *arena, struct span json, const struct record_keys *keys,
	     struct span field, article_fn *take, void *self)
{
	const struct list list = { arena, keys, field, take, self };
	struct span mended = mend_pairs(arena, json);
	json_t *root = json_loadb(mended.s, mended.n, JSON_ALLOW_NUL, NULL);
	const json_t *array = json_is_array(root) ? root : find_list(root);
	int rc = root == NULL ? ERR_JSON : 0;

	if (json_is_object(root) && (is_record(&list, root) || array == NULL))
		take_record(&list, root);
	else if (array != NULL)
		take_all(&list, array);
	json_decref(root);
	return rc;
}
