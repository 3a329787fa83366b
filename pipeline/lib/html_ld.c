#include <jansson.h>
#include <string.h>

#include "article.h"
#include "html_meta.h"

enum { OBJECTS = 1000, AUTHORS = 8 };

struct ld_search {
	struct arena *arena;
	struct html_ld *out;
	int left; /* objects still to be looked at: pages may nest them without an end */
};

static struct span
text_of(struct arena *arena, const json_t *value)
{
	if (json_is_array(value))
		value = json_array_get(value, 0);
	if (!json_is_string(value))
		return SPAN("");
	return text_squeeze(arena,
			    (struct span){ json_string_value(value), json_string_length(value) });
}

static bool
is_kin(const char *type)
{
	struct span t = span_of(type);

	return span_ends(t, SPAN("Article")) || span_ends(t, SPAN("Posting")) ||
	       span_ends(t, SPAN("Report"));
}

static bool
is_article(const json_t *object)
{
	const json_t *type = json_object_get(object, "@type"), *one;
	size_t i;

	if (json_is_string(type))
		return is_kin(json_string_value(type));
	json_array_foreach(type, i, one) if (json_is_string(one) &&
					     is_kin(json_string_value(one))) return true;
	return false;
}

/* An author that is the paper or its publisher. */
static bool
is_desk(const json_t *value)
{
	const json_t *type = json_object_get(value, "@type");

	return json_is_string(type) &&
	       span_ends(span_of(json_string_value(type)), SPAN("Organization"));
}

/* "A. Neri", {"name": "A. Neri"}, or several of them. */
static void
put_names(struct arena *arena, const json_t *value, bool desks, struct buf *out)
{
	struct span name;

	if (json_is_array(value)) {
		for (size_t i = 0; i < json_array_size(value) && i < AUTHORS; i++)
			if (!json_is_array(json_array_get(value, i)))
				put_names(arena, json_array_get(value, i), desks, out);
		return;
	}
	if (is_desk(value) != desks)
		return;
	name = text_of(arena, json_is_object(value) ? json_object_get(value, "name") : value);
	if (name.n == 0 || memmem(name.s, name.n, "://", 3) != NULL)
		return;
	if (out->n > 0)
		buf_put(out, SPAN(", "));
	buf_put(out, name);
}

static struct span
names_of(struct arena *arena, const json_t *value, bool desks)
{
	struct buf out = { .arena = arena };

	put_names(arena, value, desks, &out);
	return text_squeeze(arena, buf_span(&out));
}

static void
fill(struct span *field, struct span value)
{
	if (field->n == 0)
		*field = value;
}

static struct span
body_of(struct arena *arena, const json_t *object)
{
	const json_t *body = json_object_get(object, "articleBody");

	if (!json_is_string(body))
		return SPAN("");
	return arena_copy(arena,
			  (struct span){ json_string_value(body), json_string_length(body) });
}

static void
take_article(struct ld_search *s, const json_t *object)
{
	struct span body = body_of(s->arena, object);
	const json_t *publisher = json_object_get(object, "publisher");

	fill(&s->out->title, text_of(s->arena, json_object_get(object, "headline")));
	fill(&s->out->date, text_of(s->arena, json_object_get(object, "datePublished")));
	fill(&s->out->author, names_of(s->arena, json_object_get(object, "author"), false));
	fill(&s->out->author, names_of(s->arena, json_object_get(object, "creator"), false));
	fill(&s->out->desk, names_of(s->arena, json_object_get(object, "author"), true));
	fill(&s->out->description,
	     text_of(s->arena, json_object_get(object, "alternativeHeadline")));
	fill(&s->out->description, text_of(s->arena, json_object_get(object, "description")));
	if (json_is_object(publisher))
		fill(&s->out->site, text_of(s->arena, json_object_get(publisher, "name")));
	if (body.n > s->out->body.n)
		s->out->body = body;
}

/* Depth first; jansson itself bounds the depth. */
static void
search(struct ld_search *s, const json_t *value)
{
	static const char *const inside[] = { "@graph", "mainEntity", "mainEntityOfPage", "hasPart",
					      "itemListElement" };
	const json_t *one;
	size_t i;

	if (s->left-- <= 0)
		return;
	json_array_foreach(value, i, one) search(s, one);
	if (!json_is_object(value))
		return;
	if (is_article(value))
		take_article(s, value);
	for (i = 0; i < sizeof(inside) / sizeof(inside[0]); i++)
		if (json_object_get(value, inside[i]) != NULL)
			search(s, json_object_get(value, inside[i]));
}

/* Pages put raw line breaks into strings, and comments or CDATA around it all. */
static struct span
cleaned(struct arena *arena, struct span script)
{
	char *s = arena_cstr(arena, script);
	size_t from = strcspn(s, "{["), to = script.n;

	for (size_t i = 0; i < script.n; i++)
		if ((unsigned char)s[i] < 0x20)
			s[i] = ' ';
	while (to > from && s[to - 1] != '}' && s[to - 1] != ']')
		to--;
	return (struct span){ s + from, to - from };
}

void
html_ld(struct arena *arena, size_t n, const struct span scripts[], struct html_ld *ld)
{
	struct ld_search s = { arena, ld, OBJECTS };

	*ld = (struct html_ld){ 0 };
	for (size_t i = 0; i < n; i++) {
		struct span text = cleaned(arena, scripts[i]);
		json_t *root = json_loadb(text.s, text.n, JSON_ALLOW_NUL, NULL);

		search(&s, root);
		json_decref(root);
	}
}
