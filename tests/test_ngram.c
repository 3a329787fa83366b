#include "helper.h"

#include <math.h>
#include <stdlib.h>

#include "ngram.h"

/* A model by hand. Behind every context p sums to 1: what backs off has been given the rest.
 * After "the bridge" comes "opens" with 0.6; after "the bridge opens" a sentence ends with 0.7. */
static const struct row_of_lm {
	const char *words;
	double p, backoff; /* 0: it is no context */
} rows[] = {
	{ "<unk>", 0.1, 0 },
	{ "<s>", 1e-9, 0.2 / 0.45 },
	{ "</s>", 0.2, 0 },
	{ "the", 0.3, 0.3 / 0.55 },
	{ "bridge", 0.25, 0.5 / 0.85 },
	{ "opens", 0.15, 0.6 / 0.8 },
	{ "<s> the", 0.6, 0.3 / 0.5 },
	{ "<s> bridge", 0.2, 0 },
	{ "the bridge", 0.5, 0.4 / 0.5 },
	{ "the </s>", 0.2, 0 },
	{ "bridge opens", 0.5, 0.5 / 0.6 },
	{ "opens </s>", 0.4, 0 },
	{ "<s> the bridge", 0.7, 0 },
	{ "the bridge opens", 0.6, 0.3 / 0.5 },
	{ "bridge opens </s>", 0.5, 0 },
	{ "the bridge opens </s>", 0.7, 0 },
};
enum { N_ROWS = sizeof(rows) / sizeof(*rows), UNITS = 64 };
static const char *const vocabulary[] = { "<unk>", "</s>", "the", "bridge", "opens" };
enum { N_WORDS = sizeof(vocabulary) / sizeof(*vocabulary) };

static long
cost_of(double p)
{
	return lround(-log(p) * UNITS);
}

static int
order_of(const char *words)
{
	int n = 1;

	for (; *words != '\0'; words++)
		n += *words == ' ';
	return n;
}

static struct span
context_of(const char *words)
{
	const char *last = strrchr(words, ' ');

	return last != NULL ? (struct span){ words, (size_t)(last - words) } : SPAN("");
}

static const struct row_of_lm *
find_row(struct span words)
{
	for (size_t i = 0; i < N_ROWS; i++)
		if (span_eq(words, span_of(rows[i].words)))
			return &rows[i];
	return NULL;
}

static void
put_order(struct buf *source, int order)
{
	struct span before = SPAN("");
	int n = 0;

	for (size_t i = 0; i < N_ROWS; i++)
		n += order_of(rows[i].words) == order;
	buf_printf(source, "# ngrams %d %d\n", order, n);
	for (size_t i = 0; i < N_ROWS; i++) {
		struct span context = context_of(rows[i].words);

		if (order_of(rows[i].words) != order)
			continue;
		if (order > 1 && !span_eq(context, before)) {
			buf_put(source, context);
			buf_printf(source, "\t%ld\n", cost_of(find_row(context)->backoff));
		}
		before = context;
		buf_printf(source, "\t%ld %s\n", cost_of(rows[i].p),
			   rows[i].words + context.n + (order > 1));
	}
}

static struct span
source_by_hand(void)
{
	struct buf source = { .arena = &arena };

	buf_printf(&source, "# rassegna-lm 1\n# licence: none needed\n# unit 1/%d\n", UNITS);
	for (int order = 1; order <= 4; order++)
		put_order(&source, order);
	return buf_span(&source);
}

static struct ngram
model_by_hand(void)
{
	struct ngram lm = { 0 };
	struct span compiled;
	size_t bad_line;

	assert_int_equal(ngram_compile(&arena, source_by_hand(), &compiled, &bad_line), 0);
	assert_int_equal(ngram_use(&lm, compiled), 0);
	return lm;
}

static struct ngram_state
after(const struct ngram *lm, const char *words, struct ngram_state state)
{
	struct span rest = span_of(words), word;

	while (rest.n > 0 && span_cut(&rest, ' ', &word))
		ngram_score(lm, &state, ngram_word(lm, word), &state);
	return state;
}

static double
score(const struct ngram *lm, struct ngram_state state, const char *word)
{
	return ngram_score(lm, &state, ngram_word(lm, span_of(word)), &state);
}

static void
test_words(void **state)
{
	struct ngram lm = model_by_hand();

	(void)state;
	assert_int_equal(lm.order, 4);
	assert_int_equal(lm.words, 6);
	assert_int_equal(lm.count[1], 6);
	assert_int_equal(ngram_word(&lm, SPAN("<unk>")), 0);
	assert_int_equal(ngram_word(&lm, SPAN("closes")), 0);
	assert_int_equal(ngram_word(&lm, SPAN("")), 0);
	assert_span(ngram_text(&lm, ngram_word(&lm, SPAN("bridge"))), "bridge");
	assert_span(ngram_text(&lm, lm.begin), "<s>");
	assert_span(ngram_text(&lm, lm.end), "</s>");
	assert_true(span_starts(lm.head, SPAN("# rassegna-lm 1\n# licence: none needed\n")));
}

/* Rounding to units may cost half a unit for each figure that goes in. */
#define assert_ln(got, p) assert_float_equal(got, log(p), 1.5 / UNITS)

static void
test_scores(void **state)
{
	struct ngram lm = model_by_hand();
	struct ngram_state none = { 0 }, begin = ngram_begin(&lm);

	(void)state;
	assert_ln(score(&lm, none, "the"), 0.3);
	assert_ln(score(&lm, begin, "the"), 0.6);
	assert_ln(score(&lm, begin, "opens"), 0.2 / 0.45 * 0.15);
	assert_ln(score(&lm, after(&lm, "the", begin), "bridge"), 0.7);
	assert_ln(score(&lm, after(&lm, "the bridge", begin), "opens"), 0.6);
	assert_ln(score(&lm, after(&lm, "the bridge opens", begin), "</s>"), 0.7);
	assert_ln(score(&lm, after(&lm, "bridge opens", none), "</s>"), 0.5);
	assert_ln(score(&lm, after(&lm, "the bridge", none), "the"), 0.8 * 0.5 / 0.85 * 0.3);
	assert_ln(score(&lm, after(&lm, "the bridge", none), "dam"), 0.8 * 0.5 / 0.85 * 0.1);
	assert_ln(score(&lm, after(&lm, "the dam", none), "opens"), 0.15);
}

/* Behind every context that the model has, and some that it has not. */
static void
test_sums(void **state)
{
	static const char *const contexts[] = {
		"",
		"the",
		"bridge",
		"opens",
		"the bridge",
		"bridge opens",
		"the bridge opens",
		"dam",
		"opens the",
		"the the bridge opens",
	};
	struct ngram lm = model_by_hand();

	(void)state;
	for (size_t i = 0; i < sizeof(contexts) / sizeof(*contexts); i++)
		for (int begun = 0; begun < 2; begun++) {
			struct ngram_state start = { 0 };
			double sum = 0;

			if (begun)
				start = ngram_begin(&lm);
			for (size_t w = 0; w < N_WORDS; w++)
				sum +=
				    exp(score(&lm, after(&lm, contexts[i], start), vocabulary[w]));
			assert_float_equal(sum, 1, 1.0 / UNITS);
		}
}

/* What back-off means, on the rows themselves: the cost of a word behind all words before it. */
static long
cost_by_rows(struct span words)
{
	const struct row_of_lm *row = find_row(words);
	const char *last = memrchr(words.s, ' ', words.n);
	struct span context = { words.s, last != NULL ? (size_t)(last - words.s) : 0 };

	if (row != NULL)
		return cost_of(row->p);
	assert_non_null(last);
	row = find_row(context);
	return (row != NULL && row->backoff > 0 ? cost_of(row->backoff) : 0) +
	       cost_by_rows(
		   span_from(words, (size_t)((char *)memchr(words.s, ' ', words.n) - words.s) + 1));
}

/* All texts of five words: a state that forgets what cannot matter scores as all words before. */
static void
test_states(void **state)
{
	struct ngram lm = model_by_hand();
	int texts = 1;

	(void)state;
	for (int i = 0; i < 5; i++)
		texts *= N_WORDS;
	for (int i = 0; i < texts; i++) {
		struct ngram_state s = ngram_begin(&lm);
		struct buf words = { .arena = &arena };

		buf_put(&words, SPAN("<s>"));
		for (int n = 0, code = i; n < 5; n++, code /= N_WORDS) {
			const char *word = vocabulary[code % N_WORDS];
			float got = ngram_score(&lm, &s, ngram_word(&lm, span_of(word)), &s);

			buf_printf(&words, " %s", word);
			assert_float_equal(got * UNITS, -cost_by_rows(buf_span(&words)), 1e-3);
		}
	}
}

static void
test_state_forgets(void **state)
{
	struct ngram lm = model_by_hand();
	struct ngram_state none = { 0 }, begin = ngram_begin(&lm), a, b;

	(void)state;
	assert_int_equal(begin.n, 1);
	assert_int_equal(after(&lm, "dam", begin).n, 0);
	assert_int_equal(after(&lm, "the", begin).n, 2);
	assert_int_equal(after(&lm, "the bridge", begin).n,
			 2); /* nothing goes on behind <s> the bridge */
	assert_int_equal(after(&lm, "the bridge opens", begin).n, 3);
	a = after(&lm, "the dam opens the bridge", begin);
	b = after(&lm, "the bridge", none);
	assert_memory_equal(&a, &b, sizeof(a));
	assert_int_equal(a.words[0], ngram_word(&lm, SPAN("bridge")));
}

static int
compile(const char *rest, size_t *bad_line)
{
	struct buf source = { .arena = &arena };
	struct span out;

	buf_put(&source, SPAN("# rassegna-lm 1\n# unit 1/8\n"));
	buf_put(&source, span_of(rest));
	return ngram_compile(&arena, buf_span(&source), &out, bad_line);
}

#define UNIGRAMS "# ngrams 1 5\n\t9 <unk> <s>\n\t8 </s> a #\n"

static void
test_bad_source(void **state)
{
	static const struct {
		const char *rest;
		int rc;
		size_t line;
	} cases[] = {
		{ UNIGRAMS, 0, 5 },
		{ UNIGRAMS "# ngrams 2 2\n#\t-3\n\t4 a\n\t5 #\n", 0, 9 },
		{ "", ERR_NGRAM, 3 },
		{ "# ngrams 2 1\n", ERR_NGRAM, 3 },
		{ "# ngrams 1 0\n", ERR_NGRAM, 4 },
		{ "# ngrams 1 99999\n", ERR_NGRAM, 3 },
		{ "# ngrams 1 3\n\t9 <s> </s> <unk>\n", ERR_NGRAM, 4 }, /* <unk> is first */
		{ "# ngrams 1 3\n\t9 <unk> <s> a\n", ERR_NGRAM, 5 },    /* no </s> */
		{ "# ngrams 1 3\n\t9 <unk> <s> </s> a\n", ERR_NGRAM, 4 },
		{ "# ngrams 1 4\n\t9 <unk> <s> </s>\n", ERR_NGRAM, 5 },
		{ "# ngrams 1 4\n\t9 <unk> <s> </s> <s>\n", ERR_NGRAM, 4 },
		{ "# ngrams 1 4\n\t9 <unk> <s> </s> a\n\n", ERR_NGRAM, 5 },
		{ "# ngrams 1 4\n\t2048 <unk> <s> </s> a\n", ERR_NGRAM, 4 },
		{ "# ngrams 1 4\n\t9\n", ERR_NGRAM, 4 },
		{ UNIGRAMS "# ngrams 2 1\n\t4 a\n", ERR_NGRAM, 7 },       /* no context */
		{ UNIGRAMS "# ngrams 2 1\na\n\t4 a\n", ERR_NGRAM, 7 },    /* no back-off */
		{ UNIGRAMS "# ngrams 2 1\nb\t1\n\t4 a\n", ERR_NGRAM, 7 }, /* unknown words */
		{ UNIGRAMS "# ngrams 2 1\na\t1\n\t4 b\n", ERR_NGRAM, 8 },
		{ UNIGRAMS "# ngrams 2 1\na\t1024\n\t4 a\n", ERR_NGRAM, 7 },
		{ UNIGRAMS "# ngrams 2 2\na\t1\n\t4 a\n\t4 a\n", ERR_NGRAM, 9 }, /* twice */
		{ UNIGRAMS "# ngrams 2 2\na\t1\n\t4 a\na\t1\n", ERR_NGRAM, 9 },
		/* a a # without a #; # a a without # a */
		{ UNIGRAMS "# ngrams 2 1\na\t1\n\t4 a\n# ngrams 3 1\na a\t1\n\t4 #\n", ERR_NGRAM,
		  11 },
		{ UNIGRAMS "# ngrams 2 1\na\t1\n\t4 a\n# ngrams 3 1\n# a\t1\n\t4 a\n", ERR_NGRAM,
		  10 },
		{ UNIGRAMS "# ngrams 2 0\n# ngrams 3 0\n# ngrams 4 0\n# ngrams 5 0\n# ngrams 6 0\n",
		  ERR_NGRAM, 10 },
		{ "# ngrams 1 3\n\t9 <unk> <s> \xE8\n", ERR_UTF8, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t line;

		assert_int_equal(compile(cases[i].rest, &line), cases[i].rc);
		if (cases[i].rc < 0)
			assert_int_equal(line, cases[i].line);
	}
}

static void
test_header(void **state)
{
	struct span out;
	size_t line;

	(void)state;
	assert_int_equal(ngram_compile(&arena, SPAN("# rassegna-lm 2\n"), &out, &line), ERR_HEADER);
	assert_int_equal(ngram_compile(&arena, SPAN(""), &out, &line), ERR_HEADER);
	assert_int_equal(ngram_compile(&arena, SPAN("# rassegna-lm 1\n# unit 1/65\n"), &out, &line),
			 ERR_NGRAM);
	assert_int_equal(ngram_compile(&arena, SPAN("# rassegna-lm 1\n" UNIGRAMS), &out, &line),
			 ERR_NGRAM); /* no unit */
}

static struct span
compiled(void)
{
	struct span out;
	size_t line;

	assert_int_equal(ngram_compile(&arena, source_by_hand(), &out, &line), 0);
	return out;
}

/* Every byte that changes is found: magic, version, sizes, checksum, words, entries. */
static void
test_damage(void **state)
{
	struct span bytes = compiled();
	char *s = (char *)(uintptr_t)bytes.s;
	struct ngram lm;

	(void)state;
	for (size_t i = 0; i < bytes.n; i++) {
		s[i] ^= 0x10;
		assert_int_equal(ngram_use(&lm, bytes), ERR_MODEL);
		s[i] ^= 0x10;
	}
	for (size_t n = 0; n < bytes.n; n++)
		assert_int_equal(ngram_use(&lm, (struct span){ s, n }), ERR_MODEL);
	assert_int_equal(ngram_use(&lm, bytes), 0);
}

static void
test_open(void **state)
{
	char path[] = "/tmp/test-ngram-XXXXXX";
	struct span bytes = compiled();
	struct ngram lm;

	(void)state;
	close(mkstemp(path));
	write_file(path, bytes);
	assert_int_equal(ngram_open(&lm, path), 0);
	assert_ln(score(&lm, ngram_begin(&lm), "the"), 0.6);
	ngram_close(&lm);
	ngram_close(&lm); /* all zero */
	write_file(path, (struct span){ bytes.s, bytes.n - 1 });
	assert_int_equal(ngram_open(&lm, path), ERR_MODEL);
	write_file(path, SPAN(""));
	assert_int_equal(ngram_open(&lm, path), ERR_MODEL);
	unlink(path);
	assert_int_equal(ngram_open(&lm, path), ERR_IO);
	assert_true(ngram_open(&lm, "/") < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),         cmocka_unit_test(test_scores),
		cmocka_unit_test(test_sums),          cmocka_unit_test(test_states),
		cmocka_unit_test(test_state_forgets), cmocka_unit_test(test_bad_source),
		cmocka_unit_test(test_header),        cmocka_unit_test(test_damage),
		cmocka_unit_test(test_open),
	};

	return RUN(tests);
}
