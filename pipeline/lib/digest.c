#include "digest.h"

#include "buf.h"
#include "glossary.h"

static struct span
value_of(const struct sentence *s, struct span key)
{
	struct span value = SPAN("");

	comment_get(s, key, &value);
	return value;
}

/* "LEMMA | ENGLISH | COUNT | SENT_ID" */
static struct digest_term
parse_term(struct span value)
{
	struct span field[4] = { SPAN(""), SPAN(""), SPAN(""), SPAN("") };

	for (int i = 0; i < 4 && span_cut(&value, '|', &field[i]); i++)
		field[i] = span_trim(field[i]);
	return (struct digest_term){ field[0], field[1], field[2], SPAN(""), field[3] };
}

static void
gather_terms(struct arena *arena, const struct sentence *first, struct digest *d)
{
	struct span value;

	for (size_t i = 0; i < first->comments.n; i++)
		if (comment_value(first->comments.v[i], SPAN("term"), &value))
			*PUSH(arena, &d->terms) = parse_term(value);
}

static struct span
join(struct arena *arena, struct span a, struct span b)
{
	struct buf out = { .arena = arena };

	buf_put(&out, a);
	if (a.n > 0 && b.n > 0)
		buf_putc(&out, ' ');
	buf_put(&out, b);
	return buf_span(&out);
}

static void
add_sentence(struct arena *arena, const struct sentence *s, struct digest_sentences *to)
{
	*PUSH(arena, to) = (struct digest_sentence){
		.id = value_of(s, SPAN("sent_id")),
		.it = sentence_text(s),
		.en = value_of(s, SPAN("text_en")),
		.score = value_of(s, SPAN("score")),
		.rank = value_of(s, SPAN("rank")),
		.trimmed = value_of(s, SPAN("trimmed")),
		.untranslated = value_of(s, SPAN("untranslated")),
	};
}

void
digest_gather(struct arena *arena, const struct document *doc, struct digest *d)
{
	const struct sentence *first = &doc->sentences.v[0];
	struct span block = SPAN("paragraph");

	*d = (struct digest){
		.id = value_of(first, SPAN("newdoc id")),
		.source = value_of(first, SPAN("meta::source")),
		.date = value_of(first, SPAN("meta::date")),
		.author = value_of(first, SPAN("meta::author")),
		.translator = value_of(first, SPAN("meta::translator")),
	};
	gather_terms(arena, first, d);
	for (size_t i = 0; i < doc->sentences.n; i++) {
		const struct sentence *s = &doc->sentences.v[i];

		block = sentence_block(s, block);
		d->has_english |= value_of(s, SPAN("text_en")).n > 0;
		if (!span_eq(block, SPAN("title"))) {
			add_sentence(arena, s, &d->summary);
			continue;
		}
		add_sentence(arena, s, &d->title);
		d->title_it = join(arena, d->title_it, sentence_text(s));
		d->title_en = join(arena, d->title_en, value_of(s, SPAN("text_en")));
	}
}

struct surface {
	VEC(struct span) forms;
	VEC(struct span) lemmas;
};

/* The words as they are printed: a range in place of its own. */
static void
gather_surface(struct arena *arena, const struct sentence *s, struct surface *out)
{
	long covered = 0;

	*out = (struct surface){ 0 };
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		if (row->kind == ROW_EMPTY || (row->kind == ROW_WORD && row->last <= covered))
			continue;
		if (row->kind == ROW_RANGE)
			covered = row->last;
		*PUSH(arena, &out->forms) = row->col[C_FORM];
		*PUSH(arena, &out->lemmas) = row->col[C_LEMMA];
	}
}

static void
quote_sentence(struct arena *arena, const struct glossary *g, const struct sentence *s,
	       struct digest *d)
{
	struct surface words;
	struct glossary_match m;

	gather_surface(arena, s, &words);
	for (size_t i = 0; i < words.forms.n; i++) {
		struct span *sentence;

		if (!glossary_find(g, arena, words.forms.v, words.lemmas.v, words.forms.n, i, &m))
			continue;
		sentence = &d->terms.v[m.entry->line].sentence;
		if (sentence->n == 0)
			*sentence = sentence_text(s);
		i += m.len - 1;
	}
}

void
digest_quote(struct arena *arena, const struct document *doc, struct digest *d)
{
	const struct table abbreviations = { 0 };
	struct glossary_entries entries = { 0 };
	struct glossary glossary;

	for (size_t i = 0; i < d->terms.n; i++)
		*PUSH(arena, &entries) = (struct glossary_entry){ .italian = d->terms.v[i].lemma,
								  .english = d->terms.v[i].english,
								  .line = i };
	glossary_index(arena, &abbreviations, &entries, &glossary);
	for (size_t i = 0; i < doc->sentences.n; i++)
		quote_sentence(arena, &glossary, &doc->sentences.v[i], d);
}
