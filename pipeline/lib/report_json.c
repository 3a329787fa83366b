#include "report.h"

#include <jansson.h>
#include <stdlib.h>

static void
set_text(json_t *o, const char *key, struct span value)
{
	if (value.n > 0)
		json_object_set_new_nocheck(o, key, json_stringn_nocheck(value.s, value.n));
}

static void
set_languages(json_t *o, enum lang lang, struct span it, struct span en)
{
	if (lang & LANG_IT)
		set_text(o, "it", it);
	if (lang & LANG_EN)
		set_text(o, "en", en);
}

static json_t *
summary_of(const struct report *r, const struct digest *d)
{
	json_t *list = json_array();

	for (size_t i = 0; i < d->summary.n; i++) {
		const struct digest_sentence *s = &d->summary.v[i];
		json_t *o = json_object();

		set_text(o, "sent_id", s->id);
		if (span_number(s->rank) > 0)
			json_object_set_new_nocheck(o, "rank", json_integer(span_number(s->rank)));
		if (s->score.n >
		    0) /* strtod stops at the line's end: the comment is in the arena */
			json_object_set_new_nocheck(o, "score",
						    json_real(strtod(s->score.s, NULL)));
		set_languages(o, r->lang, s->it, s->en);
		set_text(o, "trimmed", s->trimmed);
		if (r->lang & LANG_EN)
			set_text(o, "untranslated", s->untranslated);
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *
terms_of(const struct digest *d)
{
	json_t *list = json_array();

	for (size_t i = 0; i < d->terms.n; i++) {
		json_t *o = json_object();

		set_text(o, "term", d->terms.v[i].lemma);
		set_text(o, "english", d->terms.v[i].english);
		json_object_set_new_nocheck(o, "count",
					    json_integer(span_number(d->terms.v[i].count)));
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *
object_of(const struct report *r, const struct digest *d)
{
	json_t *o = json_object(), *title = json_object();

	set_text(o, "id", d->id);
	set_text(o, "source", d->source);
	set_text(o, "date", d->date);
	set_text(o, "author", d->author);
	set_languages(title, r->lang, d->title_it, d->title_en);
	json_object_set_new_nocheck(o, "title", title);
	if (r->lang & LANG_EN)
		set_text(o, "translator", d->translator);
	json_object_set_new_nocheck(o, "summary", summary_of(r, d));
	json_object_set_new_nocheck(o, "glossary", terms_of(d));
	return o;
}

static int
take(const char *s, size_t n, void *out)
{
	buf_put(out, (struct span){ s, n });
	return 0;
}

static void
put_object(const struct report *r, const struct digest *d, size_t flags)
{
	json_t *o = object_of(r, d);

	if (json_dump_callback(o, take, r->out, flags | JSON_REAL_PRECISION(4)) < 0)
		r->out->arena->oom();
	json_decref(o);
}

void
jsonl_document(struct report *r, const struct digest *d)
{
	put_object(r, d, JSON_COMPACT);
	buf_putc(r->out, '\n');
}

void
json_document(struct report *r, const struct digest *d)
{
	buf_put(r->out, r->documents > 0 ? SPAN(",\n") : SPAN("[\n"));
	put_object(r, d, JSON_INDENT(2));
}

void
json_end(struct report *r)
{
	buf_put(r->out, r->documents > 0 ? SPAN("\n]\n") : SPAN("[]\n"));
}
