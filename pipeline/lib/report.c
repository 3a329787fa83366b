#include "report.h"

#include <string.h>

static const struct report_format formats[] = {
	{ "text", false, NULL, text_document, NULL },
	{ "markdown", false, NULL, markdown_document, NULL },
	{ "json", false, NULL, json_document, json_end },
	{ "jsonl", false, NULL, jsonl_document, NULL },
	{ "tsv", true, NULL, tsv_document, NULL },
	{ "csv", true, csv_begin, csv_document, NULL },
	{ "tbx", true, tbx_begin, tbx_document, tbx_end },
	{ "tmx", false, tmx_begin, tmx_document, tmx_end },
};

const struct report_format *
report_format(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(name, formats[i].name) == 0)
			return &formats[i];
	return NULL;
}

static void
begin(const struct report_format *format, struct report *r)
{
	if (r->documents == 0 && format->begin != NULL)
		format->begin(r);
}

void
report_document(const struct report_format *format, struct report *r, const struct digest *digest)
{
	enum lang lang = r->lang;

	begin(format, r);
	if (!digest->has_english)
		r->lang = LANG_IT; /* where nothing was translated there is no English to show */
	format->document(r, digest);
	r->lang = lang;
	r->documents++;
	r->terms += digest->terms.n;
}

void
report_end(const struct report_format *format, struct report *r)
{
	begin(format, r);
	if (format->end != NULL)
		format->end(r);
}

struct span
report_date(struct arena *arena, struct span date)
{
	enum { DAY = 10, TIME = 16 }; /* bytes of 2025-06-11, and with T10:30 */
	struct buf out = { .arena = arena };

	if (date.n < TIME || date.s[DAY] != 'T')
		return date;
	buf_put(&out, (struct span){ date.s, DAY });
	buf_putc(&out, ' ');
	buf_put(&out, (struct span){ date.s + DAY + 1, TIME - DAY - 1 });
	return buf_span(&out);
}

struct span
report_title(const struct digest *d, enum lang lang)
{
	if (lang == LANG_EN)
		return d->title_en.n > 0 ? d->title_en : SPAN("Untitled");
	return d->title_it.n > 0 ? d->title_it : SPAN("Senza titolo");
}

/* "via /opt/bin/motore -q" is motore. */
static struct span
command_name(struct span via)
{
	struct span rest = span_from(via, SPAN("via ").n), name = SPAN(""), part;

	span_cut(&rest, ' ', &name);
	for (rest = name; span_cut(&rest, '/', &part);)
		if (part.n > 0)
			name = part;
	return name;
}

struct span
report_english_heading(const struct report *r, const struct digest *d)
{
	struct span name = d->translator, heading = SPAN("Summary (translation by ");

	if (name.n == 0)
		return SPAN("Summary");
	if (span_eq(name, SPAN("rassegna")) || span_starts(name, SPAN("via ")))
		heading = SPAN("Summary (machine translation by ");
	if (span_starts(name, SPAN("via ")))
		name = command_name(name);
	return arena_concat(r->out->arena, arena_concat(r->out->arena, heading, name), SPAN(")"));
}
