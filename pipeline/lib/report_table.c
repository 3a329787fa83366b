/* The glossary as a table: TSV as OmegaT reads it, CSV as RFC 4180 quotes it. */
#include "report.h"

/* One column: what would cut it is a blank. A # in front would make the row a comment. */
static void
put_column(struct buf *out, struct span text)
{
	if (span_starts(text, SPAN("#")))
		buf_putc(out, ' ');
	for (size_t i = 0; i < text.n; i++)
		buf_putc(out, text.s[i] == '\t' || text.s[i] == '\r' ? ' ' : text.s[i]);
}

void
tsv_document(struct report *r, const struct digest *d)
{
	for (size_t i = 0; i < d->terms.n; i++) {
		const struct digest_term *t = &d->terms.v[i];

		put_column(r->out, t->lemma);
		buf_putc(r->out, '\t');
		put_column(r->out, t->english);
		buf_putc(r->out, '\t');
		put_column(r->out, t->count);
		if (t->sentence.n > 0) {
			buf_put(r->out, SPAN(": "));
			put_column(r->out, t->sentence);
		}
		buf_putc(r->out, '\n');
	}
}

static bool
needs_quotes(struct span text)
{
	return span_has(text, ',') || span_has(text, '"') || span_has(text, '\r');
}

static void
put_field(struct buf *out, struct span text, char after)
{
	bool quoted = needs_quotes(text);

	if (quoted)
		buf_putc(out, '"');
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, text.s[i]);
	}
	if (quoted)
		buf_putc(out, '"');
	buf_putc(out, after);
}

void
csv_begin(struct report *r)
{
	buf_put(r->out, SPAN("id,title,term,english,count,sentence\n"));
}

void
csv_document(struct report *r, const struct digest *d)
{
	for (size_t i = 0; i < d->terms.n; i++) {
		const struct digest_term *t = &d->terms.v[i];

		put_field(r->out, d->id, ',');
		put_field(r->out, r->lang == LANG_EN ? d->title_en : d->title_it, ',');
		put_field(r->out, t->lemma, ',');
		put_field(r->out, t->english, ',');
		put_field(r->out, t->count, ',');
		put_field(r->out, t->sentence, '\n');
	}
}
