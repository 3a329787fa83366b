#include "report.h"

#include "fold.h"
#include "utf8.h"

static void
put_numbered(struct buf *out, size_t number, struct span text)
{
	size_t before = out->n;

	buf_printf(out, "%3zu. ", number);
	fold_put(out, text, out->n - before, out->n - before);
}

static void
put_title(const struct report *r, const struct digest *d)
{
	if (r->lang & LANG_IT)
		fold_put(r->out, report_title(d, LANG_IT), 0, 0);
	if (r->lang & LANG_EN)
		fold_put(r->out, report_title(d, LANG_EN), 0, 0);
	if (d->date.n > 0 || d->author.n > 0) {
		buf_put(r->out, report_date(r->out->arena, d->date));
		buf_put(r->out, d->date.n > 0 && d->author.n > 0 ? SPAN(", ") : SPAN(""));
		buf_put(r->out, d->author);
		buf_putc(r->out, '\n');
	}
}

static void
put_summary(struct buf *out, const struct digest *d, struct span heading, enum lang lang)
{
	buf_putc(out, '\n');
	buf_put(out, heading);
	buf_putc(out, '\n');
	for (size_t i = 0; i < d->summary.n; i++)
		put_numbered(out, i + 1, lang == LANG_EN ? d->summary.v[i].en : d->summary.v[i].it);
}

static void
put_padded(struct buf *out, struct span text, size_t width)
{
	buf_put(out, text);
	fold_repeat(out, ' ', width - utf8_length(text) + 2);
}

static void
put_terms(struct buf *out, const struct digest *d)
{
	size_t lemma = 0, english = 0;

	if (d->terms.n > 0)
		buf_put(out, SPAN("\nGlossary\n"));
	for (size_t i = 0; i < d->terms.n; i++) {
		size_t a = utf8_length(d->terms.v[i].lemma), b = utf8_length(d->terms.v[i].english);

		lemma = a > lemma ? a : lemma;
		english = b > english ? b : english;
	}
	for (size_t i = 0; i < d->terms.n; i++) {
		buf_put(out, SPAN("  "));
		put_padded(out, d->terms.v[i].lemma, lemma);
		put_padded(out, d->terms.v[i].english, english);
		buf_put(out, d->terms.v[i].count);
		buf_putc(out, '\n');
	}
}

void
text_document(struct report *r, const struct digest *d)
{
	if (r->documents > 0) {
		buf_putc(r->out, '\n');
		fold_repeat(r->out, '-', FOLD_WIDTH);
		buf_put(r->out, SPAN("\n\n"));
	}
	put_title(r, d);
	if (r->lang & LANG_IT)
		put_summary(r->out, d, SPAN("Riassunto"), LANG_IT);
	if (r->lang & LANG_EN)
		put_summary(r->out, d, report_english_heading(r, d), LANG_EN);
	put_terms(r->out, d);
}
