#include "nbest.h"

#include <math.h>
#include <stdlib.h>

#include "candidates.h"

#define LM                                                                                         \
	"# ngrams 1 6\n\t80 <unk> <s>\n\t24 </s> the bridge opens\n"                               \
	"# ngrams 2 3\n<s>\t4\n\t4 the\nthe\t4\n\t4 bridge\nbridge\t4\n\t4 opens\n"

enum { LIMIT = 400 };

static const struct search_limits keeping = { .beam = 3000, .distortion = 20, .keep_others = true };
static void
add_random(struct candidates *c, unsigned from, unsigned to)
{
	static const char *const english[] = {
		"the",        "bridge",     "opens",        "xyz",      "",
		"the bridge", "the bridge", "bridge opens", "opens the"
	};
	struct candidate *new = candidate_add(c, from, to, span_of(english[draw(9)]), FROM_TABLE);

	new->value[F_P_EF] = -(float)draw(64) / 8;
	for (int o = 0; o < ORIENTATIONS; o++) {
		new->before[o] = -(float)draw(3) / 8;
		new->behind[o] = -(float)draw(2) / 8;
	}
	candidate_done(c, new);
}

static struct candidates
random_candidates(size_t n)
{
	struct candidates c = new_candidates(n);

	for (unsigned i = 0; i < n; i++)
		for (unsigned j = i + 1; j <= n && j - i <= 2; j++)
			for (unsigned k = 1 + draw(3); k > 0; k--)
				add_random(&c, i, j);
	candidates_sort(&c, 20);
	return c;
}

static bool
same_path(const struct path *a, const struct path *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->step[i]->candidate != b->step[i]->candidate)
			return false;
	return true;
}

/* It is scored as the sum of its weighted values, and covers every word once. */
static void
check_path(const struct candidates *c, const struct path *path)
{
	float value[NFEATURES];
	unsigned covered = 0;

	path_values(path, value);
	assert_float_equal(path->score, feature_sum(weight, value), 1e-3);
	for (size_t i = 0; i < path->n; i++)
		for (unsigned k = path->step[i]->candidate->from; k < path->step[i]->candidate->to;
		     k++) {
			assert_false(covered >> k & 1);
			covered |= 1u << k;
		}
	assert_int_equal(covered, (1u << c->n) - 1);
	assert_float_equal(value[F_PHRASES], (float)path->n, 0);
}

static void
test_lists(void **state)
{
	static struct path out[LIMIT];

	(void)state;
	for (uint32_t turn = 1; turn < 30; turn++) {
		struct candidates c;
		struct hypothesis **best;
		size_t n, found;

		seed = turn;
		c = random_candidates(1 + turn % 6);
		n = search(&c, &arena, &keeping, &best);
		found = nbest(&arena, best, n, LIMIT, out);
		assert_true(found >= 1 && found <= LIMIT);
		assert_float_equal(out[0].score, best[0]->score, 0);
		for (size_t i = 0; i < found; i++) {
			check_path(&c, &out[i]);
			assert_true(i == 0 || out[i].score <= out[i - 1].score + 1e-4f);
			for (size_t k = 0; k < i; k++)
				assert_false(same_path(&out[i], &out[k]));
		}
	}
}

/* With room for all, the list is all paths that there are, in the order of their scores. */
static size_t
count_paths(const struct candidates *c, unsigned covered)
{
	size_t n = 0;

	if (covered == (1u << c->n) - 1)
		return 1;
	for (unsigned i = 0; i < c->n; i++)
		for (unsigned j = i + 1; j <= c->n; j++) {
			unsigned span = ((1u << (j - i)) - 1) << i;

			if ((covered & span) == 0)
				n +=
				    candidates_of(c, i, j)->list.n * count_paths(c, covered | span);
		}
	return n;
}

static void
test_all_paths(void **state)
{
	static struct path out[20000];

	(void)state;
	for (uint32_t turn = 1; turn < 12; turn++) {
		struct candidates c;
		struct hypothesis **best;
		size_t n;

		seed = turn;
		c = random_candidates(1 + turn % 4);
		n = search(&c, &arena, &keeping, &best);
		assert_int_equal(nbest(&arena, best, n, 20000, out), count_paths(&c, 0));
	}
}

static void
test_limit(void **state)
{
	struct path out[3];
	struct candidates c;
	struct hypothesis **best;
	size_t n;

	(void)state;
	seed = 3;
	c = random_candidates(4);
	n = search(&c, &arena, &keeping, &best);
	assert_int_equal(nbest(&arena, best, n, 3, out), 3);
	assert_int_equal(nbest(&arena, best, n, 0, out), 0);
	assert_int_equal(nbest(&arena, best, 0, 3, out), 0);
}

static void
test_words(void **state)
{
	struct candidates c = new_candidates(3);
	struct hypothesis **best;
	struct path path;
	struct span *words;

	(void)state;
	candidate_done(&c, candidate_add(&c, 0, 1, SPAN(""), FROM_RULE));
	candidate_done(&c, candidate_add(&c, 1, 2, SPAN("the bridge"), FROM_TABLE));
	candidate_done(&c, candidate_add(&c, 2, 3, SPAN("opens"), FROM_TABLE));
	search(&c, &arena, &keeping, &best);
	assert_int_equal(nbest(&arena, best, 1, 1, &path), 1);
	assert_int_equal(path.n, 3);
	assert_int_equal(path_words(&arena, &path, &words), 3);
	assert_span(words[0], "the");
	assert_span(words[1], "bridge");
	assert_span(words[2], "opens");
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	weight[F_LM] = 1;
	weight[F_CLASSES] = 0.5f;
	weight[F_WORDS] = 0.25f;
	weight[F_DISTORTION] = 0.125f;
	weight[F_P_EF] = 1;
	weight[F_UNKNOWN] = -0.5f;
	for (int f = F_BEFORE_MONOTONE; f <= F_BEHIND_APART; f++)
		weight[f] = 0.5f;
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_all_paths),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
