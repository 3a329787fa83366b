/* rassegna-render - write the digest of each document of CoNLL-U for people or programs;
 * see rassegna-render(1). */
#include <err.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lib/digest.h"
#include "lib/utf8.h"

static const char usage[] =
    "usage: rassegna-render [-u] [--to FORMAT] [--lang LANG] [FILE...]\n"
    "      --to FORMAT   text (default), markdown, json, jsonl or conllu\n"
    "      --lang LANG   en, it or both (default): the languages of title and summary\n"
    "  -u, --unbuffered  write every document at once\n"
    "  -h, --help        this text\n"
    "  -V, --version     the version\n";

enum { WIDTH = 78 };

enum lang { LANG_IT = 1, LANG_EN = 2, LANG_BOTH = 3 };

struct render {
	enum lang lang;
	size_t documents; /* rendered so far */
};

static struct span
english_heading(const struct digest *d)
{
	return digest_is_gloss(d) ? SPAN("Summary (gloss: word for word, no translation)")
				  : SPAN("Summary");
}

/* An article without a title has no other name that would be the same from a file and a pipe. */
static struct span
title_in(const struct digest *d, enum lang lang)
{
	if (lang == LANG_EN)
		return d->title_en.n > 0 ? d->title_en : SPAN("Untitled");
	return d->title_it.n > 0 ? d->title_it : SPAN("Senza titolo");
}

/* ---- text ---- */

static void
put_repeated(struct span a, size_t n)
{
	while (n-- > 0)
		put(a);
}

/* Words folded at WIDTH columns, all lines but the first indented. */
static void
put_folded(struct span text, size_t column, size_t indent)
{
	struct span word;

	for (bool first = true; span_cut(&text, ' ', &word); first = false) {
		size_t n = utf8_length(word);

		if (!first && column + 1 + n > WIDTH) {
			put(SPAN("\n"));
			put_repeated(SPAN(" "), indent);
			column = indent;
		} else if (!first) {
			put(SPAN(" "));
			column++;
		}
		put(word);
		column += n;
	}
	put(SPAN("\n"));
}

static void
put_numbered(size_t number, struct span text)
{
	char label[24];
	int n = snprintf(label, sizeof(label), "%3zu. ", number);

	put((struct span){ label, (size_t)n });
	put_folded(text, (size_t)n, (size_t)n);
}

static void
text_title(const struct render *r, const struct digest *d)
{
	if (r->lang & LANG_IT)
		put_folded(title_in(d, LANG_IT), 0, 0);
	if (r->lang & LANG_EN)
		put_folded(title_in(d, LANG_EN), 0, 0);
	if (d->date.n > 0 || d->author.n > 0) {
		put(d->date);
		put(d->date.n > 0 && d->author.n > 0 ? SPAN(", ") : SPAN(""));
		put(d->author);
		put(SPAN("\n"));
	}
}

static void
text_summary(const struct digest *d, struct span heading, enum lang lang)
{
	put(SPAN("\n"));
	put(heading);
	put(SPAN("\n"));
	for (size_t i = 0; i < d->summary.n; i++)
		put_numbered(i + 1, lang == LANG_EN ? d->summary.v[i].en : d->summary.v[i].it);
}

static void
text_terms(const struct digest *d)
{
	size_t lemma = 0, english = 0;

	if (d->terms.n > 0)
		put(SPAN("\nGlossary\n"));
	for (size_t i = 0; i < d->terms.n; i++) {
		size_t a = utf8_length(d->terms.v[i].lemma), b = utf8_length(d->terms.v[i].english);

		lemma = a > lemma ? a : lemma;
		english = b > english ? b : english;
	}
	for (size_t i = 0; i < d->terms.n; i++) {
		const struct digest_term *t = &d->terms.v[i];

		put(SPAN("  "));
		put(t->lemma);
		put_repeated(SPAN(" "), lemma - utf8_length(t->lemma) + 2);
		put(t->english);
		put_repeated(SPAN(" "), english - utf8_length(t->english) + 2);
		put(t->count);
		put(SPAN("\n"));
	}
}

static void
render_text(const struct render *r, const struct digest *d)
{
	if (r->documents > 0) {
		put(SPAN("\n"));
		put_repeated(SPAN("-"), WIDTH);
		put(SPAN("\n\n"));
	}
	text_title(r, d);
	if (r->lang & LANG_IT)
		text_summary(d, SPAN("Riassunto"), LANG_IT);
	if (r->lang & LANG_EN)
		text_summary(d, english_heading(d), LANG_EN);
	text_terms(d);
}

/* ---- Markdown ---- */

static void
put_escaped(struct span text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("\\`*_[]<>|#&~", text.s[i]) != NULL)
			put(SPAN("\\"));
		put((struct span){ &text.s[i], 1 });
	}
}

static void
markdown_line(struct span before, struct span text, struct span after)
{
	put(before);
	put_escaped(text);
	put(after);
}

static void
markdown_summary(const struct digest *d, struct span heading, enum lang lang)
{
	markdown_line(SPAN("\n## "), heading, SPAN("\n\n"));
	for (size_t i = 0; i < d->summary.n; i++)
		markdown_line(SPAN("1. "),
			      lang == LANG_EN ? d->summary.v[i].en : d->summary.v[i].it,
			      SPAN("\n"));
}

static void
markdown_terms(const struct digest *d)
{
	if (d->terms.n > 0)
		put(SPAN("\n## Glossary\n\n| Italian | English | Count |\n| --- | --- | ---: |\n"));
	for (size_t i = 0; i < d->terms.n; i++) {
		markdown_line(SPAN("| "), d->terms.v[i].lemma, SPAN(" | "));
		markdown_line(SPAN(""), d->terms.v[i].english, SPAN(" | "));
		markdown_line(SPAN(""), d->terms.v[i].count, SPAN(" |\n"));
	}
}

static void
render_markdown(const struct render *r, const struct digest *d)
{
	if (r->documents > 0)
		put(SPAN("\n"));
	markdown_line(SPAN("# "), title_in(d, r->lang), SPAN("\n"));
	if (r->lang == LANG_BOTH)
		markdown_line(SPAN("\n*"), title_in(d, LANG_EN), SPAN("*\n"));
	if (d->date.n > 0)
		markdown_line(SPAN("\n"), d->date, SPAN("\n"));
	if (d->author.n > 0)
		markdown_line(SPAN("\n"), d->author, SPAN("\n"));
	if (r->lang & LANG_IT)
		markdown_summary(d, SPAN("Riassunto"), LANG_IT);
	if (r->lang & LANG_EN)
		markdown_summary(d, english_heading(d), LANG_EN);
	markdown_terms(d);
}

/* ---- JSON ---- */

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
json_summary(const struct render *r, const struct digest *d)
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
		json_array_append_new(list, o);
	}
	return list;
}

static json_t *
json_terms(const struct digest *d)
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
json_digest(const struct render *r, const struct digest *d)
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
	json_object_set_new_nocheck(o, "summary", json_summary(r, d));
	json_object_set_new_nocheck(o, "glossary", json_terms(d));
	return o;
}

static void
put_json(const struct render *r, const struct digest *d, size_t flags)
{
	json_t *o = json_digest(r, d);
	char *text = json_dumps(o, flags | JSON_REAL_PRECISION(4));

	if (text == NULL)
		out_of_memory();
	put(span_of(text));
	free(text);
	json_decref(o);
}

static void
render_jsonl(const struct render *r, const struct digest *d)
{
	put_json(r, d, JSON_COMPACT);
	put(SPAN("\n"));
}

static void
render_json(const struct render *r, const struct digest *d)
{
	put(r->documents > 0 ? SPAN(",\n") : SPAN("[\n"));
	put_json(r, d, JSON_INDENT(2));
}

static void
end_json(const struct render *r)
{
	put(r->documents > 0 ? SPAN("\n]\n") : SPAN("[]\n"));
}

/* ---- the formats ---- */

struct format {
	const char *name;
	void (*render)(const struct render *r, const struct digest *d); /* NULL: CoNLL-U as it is */
	void (*end)(const struct render *r);                            /* NULL: nothing */
};

static const struct format formats[] = {
	{ "text", render_text, NULL },     { "markdown", render_markdown, NULL },
	{ "json", render_json, end_json }, { "jsonl", render_jsonl, NULL },
	{ "conllu", NULL, NULL },
};

struct job {
	const struct format *format;
	struct render render;
};

static const struct format *
find_format(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(name, formats[i].name) == 0)
			return &formats[i];
	errx(EX_TROUBLE, "%s: the formats are text, markdown, json, jsonl and conllu", name);
}

static enum lang
find_lang(const char *name)
{
	if (strcmp(name, "it") == 0)
		return LANG_IT;
	if (strcmp(name, "en") == 0)
		return LANG_EN;
	if (strcmp(name, "both") != 0)
		errx(EX_TROUBLE, "%s: the languages are en, it and both", name);
	return LANG_BOTH;
}

/* Where nothing was translated there is no English to show. */
static void
render(void *self, struct arena *arena, struct document *doc)
{
	struct job *job = self;
	struct render r = job->render;
	struct digest digest;

	if (job->format->render == NULL) {
		put_document(doc);
		return;
	}
	digest_gather(arena, doc, &digest);
	if (!digest.has_english)
		r.lang = LANG_IT;
	job->format->render(&r, &digest);
	job->render.documents++;
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "to", required_argument, NULL, 't' },
		{ "lang", required_argument, NULL, 'l' },
		CLI_LONG,
	};
	struct job job = { &formats[0], { LANG_BOTH, 0 } };
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 't')
			job.format = find_format(optarg);
		else if (c == 'l')
			job.render.lang = find_lang(optarg);
		else
			cli_option(c, usage);
	read_documents(argv + optind, render, &job);
	if (job.format->end != NULL)
		job.format->end(&job.render);
	finish(0);
}
