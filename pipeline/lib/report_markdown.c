#include "report.h"

#include <string.h>

static void
put_line(struct buf *out, struct span before, struct span text, struct span after)
{
	buf_put(out, before);
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("\\`*_[]<>|#&~", text.s[i]) != NULL)
			buf_putc(out, '\\');
		buf_putc(out, text.s[i]);
	}
	buf_put(out, after);
}

static void
put_summary(struct buf *out, const struct digest *d, struct span heading, enum lang lang)
{
	put_line(out, SPAN("\n## "), heading, SPAN("\n\n"));
	for (size_t i = 0; i < d->summary.n; i++)
		put_line(out, SPAN("1. "),
			 lang == LANG_EN ? d->summary.v[i].en : d->summary.v[i].it, SPAN("\n"));
}

static void
put_terms(struct buf *out, const struct digest *d)
{
	if (d->terms.n > 0)
		buf_put(out, SPAN("\n## Glossary\n\n"
				  "| Italian | English | Count |\n| --- | --- | ---: |\n"));
	for (size_t i = 0; i < d->terms.n; i++) {
		put_line(out, SPAN("| "), d->terms.v[i].lemma, SPAN(" | "));
		put_line(out, SPAN(""), d->terms.v[i].english, SPAN(" | "));
		put_line(out, SPAN(""), d->terms.v[i].count, SPAN(" |\n"));
	}
}

void
markdown_document(struct report *r, const struct digest *d)
{
	if (r->documents > 0)
		buf_putc(r->out, '\n');
	put_line(r->out, SPAN("# "), report_title(d, r->lang), SPAN("\n"));
	if (r->lang == LANG_BOTH)
		put_line(r->out, SPAN("\n*"), report_title(d, LANG_EN), SPAN("*\n"));
	if (d->date.n > 0)
		put_line(r->out, SPAN("\n"), report_date(r->out->arena, d->date), SPAN("\n"));
	if (d->author.n > 0)
		put_line(r->out, SPAN("\n"), d->author, SPAN("\n"));
	if (r->lang & LANG_IT)
		put_summary(r->out, d, SPAN("Riassunto"), LANG_IT);
	if (r->lang & LANG_EN)
		put_summary(r->out, d, report_english_heading(r, d), LANG_EN);
	put_terms(r->out, d);
}
