#include "phrase.h"

#include "buf.h"
#include "lexicon.h"
#include "token.h"

bool
row_is(const struct row *row, const char *upos)
{
	return row->kind == ROW_WORD && span_eq(row->col[C_UPOS], span_of(upos));
}

bool
row_is_content(const struct row *row)
{
	return row_is(row, "NOUN") || row_is(row, "ADJ") || row_is(row, "PROPN");
}

const struct row *
sentence_row(const struct sentence *s, size_t i)
{
	static const struct row none = { .kind = ROW_EMPTY };

	return i < s->rows.n ? &s->rows.v[i] : &none;
}

struct span
phrase_key(struct arena *arena, const struct phrase *p)
{
	struct buf key = { .arena = arena };

	for (size_t i = p->from; i <= p->to; i++) {
		const struct row *row = &p->s->rows.v[i];

		if (row->kind != ROW_WORD)
			continue;
		if (key.n > 0)
			buf_putc(&key, ' ');
		buf_put(&key, row_is(row, "ADP") || row_is(row, "DET")
				  ? token_key(arena, row->col[C_FORM])
				  : row->col[C_LEMMA]);
	}
	return buf_span(&key);
}

struct span
phrase_surface(struct arena *arena, const struct phrase *p)
{
	struct buf out = { .arena = arena };
	struct span spaces;

	for (size_t i = p->from; i <= p->to; i++) {
		const struct row *row = &p->s->rows.v[i];

		buf_put(&out, row_is(row, "PROPN") ? row->col[C_FORM]
						   : token_key(arena, row->col[C_FORM]));
		if (i < p->to && !misc_get(row->col[C_MISC], SPAN("SpaceAfter"), &spaces))
			buf_putc(&out, ' ');
		if (row->kind == ROW_RANGE) /* its words come next: pass over them */
			while (i + 1 <= p->to && sentence_row(p->s, i + 1)->last <= row->last)
				i++;
	}
	return buf_span(&out);
}

/* "condannato" beside a feminine noun is "condannata". */
static void
put_adjective(struct buf *out, struct span lemma, bool feminine)
{
	buf_putc(out, ' ');
	if (!feminine || !span_ends(lemma, SPAN("o"))) {
		buf_put(out, lemma);
		return;
	}
	buf_put(out, (struct span){ lemma.s, lemma.n - 1 });
	buf_putc(out, 'a');
}

static bool
has_feat(const struct row *row, struct span key, struct span value)
{
	struct span v;

	return misc_get(row->col[C_FEATS], key, &v) && span_eq(v, value);
}

struct span
phrase_citation(struct arena *arena, const struct phrase *p)
{
	const struct row *head = &p->s->rows.v[p->from];
	bool feminine = has_feat(head, SPAN("Gender"), SPAN("Fem"));
	struct buf out = { .arena = arena };
	struct phrase rest = { p->s, p->from + 1, p->to };

	if (row_is(head, "PROPN"))
		return phrase_surface(arena, p);
	if (p->from < p->to && !has_feat(head, SPAN("Number"), SPAN("Plur")))
		return phrase_surface(arena, p);
	buf_put(&out, head->col[C_LEMMA]);
	for (; rest.from <= rest.to && row_is(&p->s->rows.v[rest.from], "ADJ"); rest.from++)
		put_adjective(&out, p->s->rows.v[rest.from].col[C_LEMMA], feminine);
	if (rest.from <= rest.to) {
		buf_putc(&out, ' ');
		buf_put(&out, phrase_surface(arena, &rest));
	}
	return buf_span(&out);
}

static struct span
english_word(const struct table *lexicon, struct arena *arena, const struct row *row)
{
	struct span word =
	    lexicon_first(lexicon_find(lexicon, arena, row->col[C_LEMMA], row->col[C_UPOS]));

	return word.n == 0 && row_is(row, "PROPN") ? row->col[C_FORM] : word;
}

/* NOUN ADJ ADJ as "adjective adjective noun". */
static struct span
english_group(const struct table *lexicon, struct arena *arena, const struct phrase *p)
{
	struct buf out = { .arena = arena };

	for (size_t i = p->to + 1; i-- > p->from;) {
		struct span word;

		if (!row_is_content(&p->s->rows.v[i]))
			continue;
		word = english_word(lexicon, arena, &p->s->rows.v[i]);
		if (word.n == 0)
			return word;
		if (out.n > 0)
			buf_putc(&out, ' ');
		buf_put(&out, word);
	}
	return buf_span(&out);
}

static struct span
join_words(struct arena *arena, struct span a, struct span b)
{
	return arena_concat(arena, a, arena_concat(arena, SPAN(" "), b));
}

struct span
phrase_english(const struct table *lexicon, struct arena *arena, const struct phrase *p)
{
	struct span left, right, word;
	size_t adp = p->from;

	while (adp <= p->to && !row_is(&p->s->rows.v[adp], "ADP"))
		adp++;
	if (adp > p->to)
		return english_group(lexicon, arena, p);
	left = english_group(lexicon, arena, &(struct phrase){ p->s, p->from, adp - 1 });
	right = english_group(lexicon, arena, &(struct phrase){ p->s, adp + 1, p->to });
	if (left.n == 0 || right.n == 0)
		return SPAN("");
	word = english_word(lexicon, arena, &p->s->rows.v[adp]);
	if (span_eq(word, SPAN("of")))
		return join_words(arena, right, left);
	return join_words(arena, left, join_words(arena, word, right));
}
