#include "digest.h"

#include "buf.h"

static struct span
value_of(const struct sentence *s, struct span key)
{
	struct span value = SPAN("");

	comment_get(s, key, &value);
	return value;
}

/* "LEMMA | ENGLISH | COUNT" */
static struct digest_term
parse_term(struct span value)
{
	struct span field[3] = { SPAN(""), SPAN(""), SPAN("") };

	for (int i = 0; i < 3 && span_cut(&value, '|', &field[i]); i++)
		field[i] = span_trim(field[i]);
	return (struct digest_term){ field[0], field[1], field[2] };
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
add_sentence(struct arena *arena, const struct sentence *s, struct digest *d)
{
	*PUSH(arena, &d->summary) = (struct digest_sentence){
		.id = value_of(s, SPAN("sent_id")),
		.it = sentence_text(s),
		.en = value_of(s, SPAN("text_en")),
		.score = value_of(s, SPAN("score")),
		.rank = value_of(s, SPAN("rank")),
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
			add_sentence(arena, s, d);
			continue;
		}
		d->title_it = join(arena, d->title_it, sentence_text(s));
		d->title_en = join(arena, d->title_en, value_of(s, SPAN("text_en")));
	}
}

bool
digest_is_gloss(const struct digest *digest)
{
	return span_eq(digest->translator, SPAN("gloss"));
}
