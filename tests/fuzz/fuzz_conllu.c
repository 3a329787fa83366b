/* CoNLL-U as the stages read it: what is read can be looked up and changed, and written and read
 * again it is the same. */
#include "fuzz.h"

#include "conllu.h"

static void
put_sentence(struct buf *out, const struct sentence *s)
{
	for (size_t i = 0; i < s->comments.n; i++) {
		buf_put(out, s->comments.v[i]);
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < s->rows.n; i++)
		for (int c = 0; c < C_NCOLS; c++) {
			CHECK(s->rows.v[i].col[c].n > 0);
			buf_put(out, s->rows.v[i].col[c]);
			buf_putc(out, c + 1 < C_NCOLS ? '\t' : '\n');
		}
	buf_putc(out, '\n');
}

static struct span
read_all(struct span bytes)
{
	struct buf out = { .arena = &arena };
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };

	open_bytes(&in, bytes);
	while (conllu_read(&reader, &arena, &doc) == 1) {
		CHECK(doc.sentences.n > 0);
		for (size_t i = 0; i < doc.sentences.n; i++)
			put_sentence(&out, &doc.sentences.v[i]);
	}
	input_close(&in);
	return buf_span(&out);
}

static void
change_row(struct row *row)
{
	struct span misc, value;

	misc = misc_set(&arena, row->col[C_MISC], SPAN("Stem"), row->col[C_FORM]);
	CHECK(misc_get(misc, SPAN("Stem"), &value));
	CHECK(span_has(row->col[C_FORM], '|') || span_eq(value, row->col[C_FORM]));
	CHECK(span_eq(misc_set(&arena, misc, SPAN("Stem"), SPAN("a")),
		      misc_set(&arena, row->col[C_MISC], SPAN("Stem"), SPAN("a"))) ||
	      span_has(row->col[C_FORM], '|'));
}

static void
change_sentence(struct sentence *s)
{
	struct span value;

	comment_set(&arena, s, SPAN("score"), SPAN("0.5"));
	CHECK(comment_get(s, SPAN("score"), &value) && span_eq(value, SPAN("0.5")));
	comment_drop(s, SPAN("score"));
	CHECK(!comment_get(s, SPAN("score"), &value));
	sentence_block(s, sentence_text(s));
	for (size_t i = 0; i < s->rows.n; i++)
		change_row(&s->rows.v[i]);
}

static void
work(struct span bytes)
{
	struct span first = read_all(bytes);
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };

	CHECK(span_eq(first, read_all(first)));
	open_bytes(&in, bytes);
	while (conllu_read(&reader, &arena, &doc) == 1)
		for (size_t i = 0; i < doc.sentences.n; i++)
			change_sentence(&doc.sentences.v[i]);
	input_close(&in);
}

FUZZ(work)
