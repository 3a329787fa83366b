/* What translators' tools read: the glossary as TBX-Basic (ISO 30042:2019, style DCA), the
 * sentences and their English as TMX 1.4. */
#include "report.h"

#include "xml.h"

static void
put_element(struct buf *out, const char *before, struct span text, const char *after)
{
	buf_put(out, span_of(before));
	xml_escape(out, text);
	buf_put(out, span_of(after));
}

void
tbx_begin(struct report *r)
{
	buf_put(r->out, SPAN("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"it\""
			     " xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
			     "<tbxHeader><fileDesc><sourceDesc>"
			     "<p>Key terms of Italian news articles, found by rassegna</p>"
			     "</sourceDesc></fileDesc></tbxHeader>\n"
			     "<text><body>\n"));
}

static void
put_context(struct buf *out, struct span sentence, struct span source)
{
	if (sentence.n == 0)
		return;
	put_element(out, "<descripGrp><descrip type=\"context\">", sentence, "</descrip>");
	if (source.n > 0)
		put_element(out, "<admin type=\"source\">", source, "</admin>");
	buf_put(out, SPAN("</descripGrp>\n"));
}

static void
put_concept(struct buf *out, const struct digest *d, const struct digest_term *t, size_t number)
{
	buf_printf(out, "<conceptEntry id=\"c%zu\">\n<langSec xml:lang=\"it\"><termSec>\n", number);
	put_element(out, "<term>", t->lemma, "</term>\n");
	put_context(out, t->sentence, d->id);
	put_element(out, "<note>", t->count, "</note>\n");
	buf_put(out, SPAN("</termSec></langSec>\n<langSec xml:lang=\"en\"><termSec>\n"));
	put_element(out, "<term>", t->english, "</term>\n");
	buf_put(out, SPAN("</termSec></langSec>\n</conceptEntry>\n"));
}

void
tbx_document(struct report *r, const struct digest *d)
{
	for (size_t i = 0; i < d->terms.n; i++)
		put_concept(r->out, d, &d->terms.v[i], r->terms + i + 1);
}

void
tbx_end(struct report *r)
{
	buf_put(r->out, SPAN("</body></text>\n</tbx>\n"));
}

void
tmx_begin(struct report *r)
{
	buf_put(r->out,
		SPAN("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<tmx version=\"1.4\">\n"
		     "<header creationtool=\"rassegna\" creationtoolversion=\"" RASSEGNA_VERSION
		     "\" segtype=\"sentence\" o-tmf=\"CoNLL-U\" adminlang=\"en\""
		     " srclang=\"it\" datatype=\"plaintext\"/>\n"
		     "<body>\n"));
}

/* With the name of the translator, so that a machine's work can be told from a person's. */
static void
put_unit(struct buf *out, const struct digest *d, const struct digest_sentence *s)
{
	if (s->it.n == 0 || s->en.n == 0)
		return;
	if (s->id.n > 0)
		put_element(out, "<tu tuid=\"", s->id, "\">\n");
	else
		buf_put(out, SPAN("<tu>\n"));
	if (d->translator.n > 0)
		put_element(out, "<prop type=\"x-translator\">", d->translator, "</prop>\n");
	put_element(out, "<tuv xml:lang=\"it\"><seg>", s->it, "</seg></tuv>\n");
	put_element(out, "<tuv xml:lang=\"en\"><seg>", s->en, "</seg></tuv>\n</tu>\n");
}

void
tmx_document(struct report *r, const struct digest *d)
{
	for (size_t i = 0; i < d->title.n; i++)
		put_unit(r->out, d, &d->title.v[i]);
	for (size_t i = 0; i < d->summary.n; i++)
		put_unit(r->out, d, &d->summary.v[i]);
}

void
tmx_end(struct report *r)
{
	buf_put(r->out, SPAN("</body>\n</tmx>\n"));
}
