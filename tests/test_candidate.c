#include "candidate.h"

#include <math.h>

#include "candidates.h"

#define LM                                                                                         \
	"# ngrams 1 6\n\t80 <unk> <s>\n\t16 </s> the bridge opens\n"                               \
	"# ngrams 2 2\nthe\t4\n\t2 bridge\nbridge\t4\n\t3 opens\n"

static struct candidate *
add(struct candidates *c, unsigned from, unsigned to, const char *english, enum origin origin)
{
	struct candidate *new = candidate_add(c, from, to, span_of(english), origin);

	candidate_done(c, new);
	return new;
}

/* The English of a list: "the bridge|a bridge". */
static struct span
list_of(const struct candidates *c, unsigned from, unsigned to)
{
	const struct candidate_list *l = candidates_of(c, from, to);
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < l->list.n; i++) {
		if (i > 0)
			buf_putc(&out, '|');
		for (size_t k = 0; k < l->list.v[i]->n; k++) {
			if (k > 0)
				buf_putc(&out, ' ');
			buf_put(&out, l->list.v[i]->words[k]);
		}
	}
	return buf_span(&out);
}

static void
test_init(void **state)
{
	struct candidates c = new_candidates(3);

	(void)state;
	assert_int_equal(c.n, 3);
	for (unsigned i = 0; i < 3; i++) {
		assert_int_equal(c.wall[i], 3); /* none */
		for (unsigned j = i + 1; j <= 3; j++)
			assert_int_equal(candidates_of(&c, i, j)->list.n, 0);
	}
}

static void
test_add(void **state)
{
	struct candidates c = new_candidates(14);
	struct candidate *new = candidate_add(&c, 2, 14, SPAN("the dam opens"), FROM_TABLE);

	(void)state;
	assert_int_equal(new->from, 2);
	assert_int_equal(new->to, 14);
	assert_int_equal(new->n, 3);
	assert_span(new->words[1], "dam");
	assert_int_equal(new->ids[0].word, ngram_word(&language.words, SPAN("the")));
	assert_int_equal(new->ids[1].word, 0);
	assert_true(new->value[F_WORDS] == 3 && new->value[F_PHRASES] == 1);
	assert_true(new->value[F_UNKNOWN] == 1); /* dam */
	assert_true(new->value[F_P_EF] == 0 && new->value[F_LM] == 0);
	assert_int_equal(new->origin, FROM_TABLE);
	for (int o = 0; o < ORIENTATIONS; o++)
		assert_true(new->before[o] < 0 && new->behind[o] < 0);
	assert_ptr_equal(candidates_of(&c, 2, 14)->list.v[0], new);
}

static void
test_no_words(void **state)
{
	struct candidates c = new_candidates(1);
	struct candidate *new = add(&c, 0, 1, "", FROM_RULE);

	(void)state;
	assert_int_equal(new->n, 0);
	assert_true(new->value[F_WORDS] == 0 && new->value[F_PHRASES] == 1);
	assert_float_equal(new->estimate, new->score, 0);
}

/* The estimate has the language model's opinion of the words without what stands before. */
static void
test_done(void **state)
{
	struct candidates c = new_candidates(2);
	struct candidate *new = candidate_add(&c, 0, 2, SPAN("the bridge opens"), FROM_TABLE);

	(void)state;
	new->value[F_P_EF] = -2;
	candidate_done(&c, new);
	/* 3 words, 1 phrase, -2 of p_ef */
	assert_float_equal(new->score, 3 * 0.5 - 0.25 - 2 * 0.125, 1e-6);
	/* words: 16, 2, 3; classes c3 c0 c0: 16, 2, 16 */
	assert_float_equal(new->estimate,
			   new->score - 2 * (16 + 2 + 3) / 8.0 - 0.5 * (16 + 2 + 16) / 8.0, 1e-6);
}

static void
test_sort(void **state)
{
	struct candidates c = new_candidates(2);

	(void)state;
	add(&c, 0, 1, "opens", FROM_TABLE);
	add(&c, 0, 1, "the opens", FROM_TABLE);
	add(&c, 0, 1, "the bridge", FROM_TABLE);
	add(&c, 0, 1, "bridge", FROM_TABLE); /* as good as opens, and before it in the alphabet */
	add(&c, 1, 2, "dam", FROM_COPY);
	candidates_sort(&c, 3);
	assert_span(list_of(&c, 0, 1), "bridge|opens|the bridge");
	assert_span(list_of(&c, 1, 2), "dam");
	candidates_sort(&c, 1);
	assert_span(list_of(&c, 0, 1), "bridge");
}

static void
test_sort_is_total(void **state)
{
	static const char *const english[] = { "bridge", "opens", "the", "bridge bridge",
					       "bridge the" };
	struct span first = SPAN("");

	(void)state;
	for (size_t turn = 0; turn < 5; turn++) {
		struct candidates c = new_candidates(1);

		for (size_t i = 0; i < 5; i++)
			add(&c, 0, 1, english[(i + turn) % 5], FROM_TABLE);
		candidates_sort(&c, 9);
		if (turn == 0)
			first = list_of(&c, 0, 1);
		assert_true(span_eq(list_of(&c, 0, 1), first));
	}
}

/* All spans of 5 words have a candidate; then [1, 3) is fixed. */
static void
test_clear(void **state)
{
	struct candidates c = new_candidates(5);

	(void)state;
	for (unsigned i = 0; i < 5; i++)
		for (unsigned j = i + 1; j <= 5; j++) {
			add(&c, i, j, "bridge", FROM_TABLE);
			add(&c, i, j, "the", FROM_GLOSSARY);
		}
	candidates_clear(&c, 1, 3, FROM_GLOSSARY);
	for (unsigned i = 0; i < 5; i++)
		for (unsigned j = i + 1; j <= 5; j++) {
			bool same = i == 1 && j == 3, apart = j <= 1 || i >= 3;

			assert_span(list_of(&c, i, j), same ? "the" : apart ? "bridge|the" : "");
		}
}

/* A span as long as can be, behind more words than a candidate has. */
static void
test_clear_far(void **state)
{
	struct candidates c = new_candidates(40);

	(void)state;
	for (unsigned i = 0; i < 40; i++)
		for (unsigned j = i + 1; j <= 40 && j - i <= CANDIDATE_LONGEST; j++)
			add(&c, i, j, "bridge", FROM_TABLE);
	candidates_clear(&c, 20, 32, FROM_TABLE);
	for (unsigned i = 0; i < 40; i++)
		for (unsigned j = i + 1; j <= 40 && j - i <= CANDIDATE_LONGEST; j++) {
			bool same = i == 20 && j == 32, apart = j <= 20 || i >= 32;

			assert_int_equal(candidates_of(&c, i, j)->list.n, same || apart);
		}
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	weight[F_LM] = 2;
	weight[F_CLASSES] = 0.5f;
	weight[F_WORDS] = 0.5f;
	weight[F_PHRASES] = -0.25f;
	weight[F_P_EF] = 0.125f;
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_init),     cmocka_unit_test(test_add),
		cmocka_unit_test(test_no_words), cmocka_unit_test(test_done),
		cmocka_unit_test(test_sort),     cmocka_unit_test(test_sort_is_total),
		cmocka_unit_test(test_clear),    cmocka_unit_test(test_clear_far),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
