/* Models of a few rows for the tests of the translator: language models out of literals, words
 * with their columns, candidates by hand. */
#ifndef RASSEGNA_TESTS_MODELS_H
#define RASSEGNA_TESTS_MODELS_H

#include "candidate.h"
#include "glossary.h"
#include "helper.h"

/* A language model of order 2 or more out of its orders, "# ngrams 1 ..." and so on; costs are
 * eighths of a nat. */
static inline struct ngram
lm_of(const char *orders)
{
	struct buf source = { .arena = &arena };
	struct ngram lm = { 0 };
	struct span compiled;
	size_t bad_line;

	buf_put(&source, SPAN("# rassegna-lm 1\n# unit 1/8\n"));
	buf_put(&source, span_of(orders));
	assert_int_equal(ngram_compile(&arena, buf_span(&source), &compiled, &bad_line), 0);
	assert_int_equal(ngram_use(&lm, compiled), 0);
	return lm;
}

/* The same with classes beside it: 3 for articles, which like a word of lower case behind them. */
static inline struct language
language_of(const char *orders)
{
	return (struct language){
		.words = lm_of(orders),
		.classes = lm_of("# ngrams 1 7\n\t80 <unk> <s>\n\t16 </s> c0 c1 c2 c3\n"
				 "# ngrams 2 2\nc3\t4\n\t2 c0\n<s>\t3\n\t4 c3\n"),
		.class_of = table_of("a\t3\nthe\t3\n"),
	};
}

/* A user's glossary out of its rows. */
static inline struct glossary *
glossary_of(const char *rows)
{
	static const struct table no_abbreviations;
	struct glossary_entries *entries = ARENA_NEW(&arena, struct glossary_entries, 1);
	struct glossary *g = ARENA_NEW(&arena, struct glossary, 1);
	size_t bad_line;

	assert_int_equal(glossary_read(&arena, span_of(rows), entries, &bad_line), 0);
	glossary_index(&arena, &no_abbreviations, entries, g);
	return g;
}

/* A word as "form/lemma/UPOS/FEATS/MISC"; what is left out is the form, and "_". */
static inline void
set_word(struct row *row)
{
	static const enum column columns[] = { C_FORM, C_LEMMA, C_UPOS, C_FEATS, C_MISC };
	struct span rest = row->col[C_FORM], field;

	row->col[C_LEMMA] = rest;
	for (int i = 0; i < 5 && span_cut(&rest, '/', &field); i++)
		row->col[columns[i]] = field;
}

/* A sentence out of such words, parted by one blank. A word "alla>a/a/ADP+la/il/DET" is a range
 * and the words that it stands for. */
static inline struct sentence *
tagged(const char *words)
{
	struct sentence *s = ARENA_NEW(&arena, struct sentence, 1);
	struct document doc = { 0 };
	struct span rest = span_of(words), word, part;
	long id = 0;

	if (*words == '\0')
		return s;
	add_sentence(&doc, words);
	for (size_t i = 0; span_cut(&rest, ' ', &word); i++) {
		struct row row = doc.sentences.v[0].rows.v[i];
		struct span form = SPAN("");

		if (word.n > 1 && span_has(word, '>'))
			span_cut(&word, '>', &form);
		if (form.n > 0) {
			struct row *range = PUSH(&arena, &s->rows);

			*range = row;
			range->kind = ROW_RANGE;
			range->last = id + 1;
			for (size_t k = 0; k < word.n; k++)
				range->last += word.s[k] == '+';
			range->col[C_FORM] = form;
		}
		if (form.n == 0)
			part = word, word = (struct span){ 0 };
		else
			span_cut(&word, '+', &part);
		do {
			struct row *new = PUSH(&arena, &s->rows);

			*new = row;
			new->last = ++id;
			new->col[C_FORM] = part;
			set_word(new);
		} while (word.s != NULL && span_cut(&word, '+', &part));
	}
	return s;
}

#endif
