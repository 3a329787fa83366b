#include "search.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "candidates.h"

/* "the bridge opens" is what the model likes; "opens bridge the" it does not. */
#define LM                                                                                         \
	"# ngrams 1 9\n\t80 <unk> <s>\n\t24 </s> the a bridge dam opens green\n"                   \
	"# ngrams 2 7\n<s>\t4\n\t4 the\n\t8 a\nthe\t4\n\t4 bridge\n\t6 green\n"                    \
	"green\t4\n\t4 bridge\nbridge\t4\n\t4 opens\nopens\t4\n\t4 </s>\n"                         \
	"# ngrams 3 2\nthe green\t2\n\t1 bridge\nbridge opens\t0\n\t2 </s>\n"

static const struct search_limits wide = { .beam = 5000, .distortion = DISTORTION_MAX };

static struct candidate *
add(struct candidates *c, unsigned from, unsigned to, const char *english, float p)
{
	struct candidate *new = candidate_add(c, from, to, span_of(english), FROM_TABLE);

	new->value[F_P_EF] = p;
	for (int o = 0; o < ORIENTATIONS; o++)
		new->before[o] = new->behind[o] = 0;
	candidate_done(c, new);
	return new;
}

static struct span
words_of(const struct hypothesis *h)
{
	struct span before = SPAN("");
	struct buf out = { .arena = &arena };

	if (h->before == NULL)
		return before;
	before = words_of(h->before);
	buf_put(&out, before);
	for (size_t i = 0; i < h->candidate->n; i++) {
		if (out.n > 0)
			buf_putc(&out, ' ');
		buf_put(&out, h->candidate->words[i]);
	}
	return buf_span(&out);
}

static const struct hypothesis *
best_of(struct candidates *c, const struct search_limits *limits)
{
	struct hypothesis **best;

	candidates_sort(c, 20);
	assert_true(search(c, &arena, limits, &best) >= 1);
	return best[0];
}

/* The score of a path, anew and without any of what search keeps on its way. */
static float
score_of(const struct candidate *const path[], size_t n)
{
	struct language_state state = language_begin(&language);
	struct language_score said = { 0 };
	float score = 0;
	unsigned end = 0;

	for (size_t i = 0; i < n; i++) {
		const struct candidate *p = path[i], *before = i > 0 ? path[i - 1] : NULL;
		int o = p->from == end                            ? ORIENT_MONOTONE
			: before != NULL && p->to == before->from ? ORIENT_SWAP
								  : ORIENT_APART;

		score += feature_sum(weight, p->value);
		for (size_t k = 0; k < p->n; k++)
			language_add(&language, &state, p->ids[k], &said);
		score -= weight[F_DISTORTION] * fabsf((float)p->from - (float)end);
		score += weight[F_BEFORE_MONOTONE + o] * p->before[o];
		if (before != NULL)
			score += weight[F_BEHIND_MONOTONE + o] * before->behind[o];
		end = p->to;
	}
	language_add(&language, &state, language_end(&language), &said);
	return score + weight[F_LM] * said.words + weight[F_CLASSES] * said.classes;
}

static size_t
path_of(const struct hypothesis *h, const struct candidate *path[])
{
	size_t n = h->before != NULL ? path_of(h->before, path) : 0;

	if (h->before != NULL)
		path[n++] = h->candidate;
	return n;
}

/* What every complete hypothesis must be: each word once, no jump too far, the score its own. */
static void
check_hypothesis(const struct candidates *c, const struct hypothesis *h, unsigned distortion)
{
	const struct candidate *path[256];
	unsigned covered[256] = { 0 }, end = 0;
	size_t n = path_of(h, path);

	for (size_t i = 0; i < n; i++) {
		for (unsigned k = path[i]->from; k < path[i]->to; k++)
			covered[k]++;
		assert_true(abs((int)path[i]->from - (int)end) <= (int)distortion);
		end = path[i]->to;
	}
	for (size_t k = 0; k < c->n; k++)
		assert_int_equal(covered[k], 1);
	assert_int_equal(h->covered, c->n);
	assert_float_equal(h->score, score_of(path, n), 1e-3);
	assert_float_equal(h->score, h->total, 1e-3); /* nothing is left of the future */
}

/* il ponte apre, by hand. A unit is 1/8; weights are 1.
 * the bridge opens: <s> the 4, the bridge 4, bridge opens 4, </s> behind bridge opens 2 = 14
 * the phrase "the bridge" costs 8 more than its words' nothing: 22, so the words win. */
static void
test_by_hand(void **state)
{
	struct candidates c = new_candidates(3);
	const struct hypothesis *h;

	(void)state;
	add(&c, 0, 1, "the", 0);
	add(&c, 0, 1, "a", 0);
	add(&c, 0, 2, "the bridge", -1);
	add(&c, 1, 2, "bridge", 0);
	add(&c, 1, 2, "dam", 0);
	add(&c, 2, 3, "opens", 0);
	h = best_of(&c, &wide);
	assert_span(words_of(h), "the bridge opens");
	assert_float_equal(h->score, -14 / 8.0, 1e-5);
	check_hypothesis(&c, h, DISTORTION_MAX);
}

/* ponte verde: the swap costs 3 + 0 words jumped, and is worth it. <s> the 4, the green 6, the
 * green bridge 1, bridge opens 4, </s> 2 = 17; in order <s> the 4, the bridge 4, bridge green
 * 4 + 24, green opens 4 + 24, </s> 4. */
static struct candidates
swap_candidates(void)
{
	struct candidates c = new_candidates(4);

	add(&c, 0, 1, "the", 0);
	add(&c, 1, 2, "bridge", 0);
	add(&c, 2, 3, "green", 0);
	add(&c, 3, 4, "opens", 0);
	return c;
}

static void
test_swap(void **state)
{
	struct candidates c = swap_candidates();
	const struct hypothesis *h = best_of(&c, &wide);
	float value[NFEATURES] = { 0 };

	(void)state;
	assert_span(words_of(h), "the green bridge opens");
	/* jumps: 1 over the bridge, 2 back, 1 over green */
	assert_float_equal(h->score, -17 / 8.0 - 4 * weight[F_DISTORTION], 1e-5);
	check_hypothesis(&c, h, DISTORTION_MAX);
	for (; h->before != NULL; h = h->before)
		hypothesis_values(h, value);
	assert_float_equal(value[F_LM], -17 / 8.0, 1e-5);
	assert_float_equal(value[F_DISTORTION], -4, 0);
}

/* A swap is told from a jump: of the phrase in front, and of the one behind it. */
static void
test_orientation(void **state)
{
	struct candidates c = swap_candidates();
	struct candidate *bridge = candidates_of(&c, 1, 2)->list.v[0];
	struct candidate *green = candidates_of(&c, 2, 3)->list.v[0];
	const struct hypothesis *h;
	float value[NFEATURES] = { 0 };

	(void)state;
	bridge->before[ORIENT_SWAP] = -0.25f; /* it is said behind green, which stands behind it */
	green->behind[ORIENT_SWAP] = -0.5f;
	green->before[ORIENT_APART] = -0.125f;
	h = best_of(&c, &wide);
	assert_span(words_of(h), "the green bridge opens");
	check_hypothesis(&c, h, DISTORTION_MAX);
	for (; h->before != NULL; h = h->before)
		hypothesis_values(h, value);
	assert_float_equal(value[F_BEFORE_SWAP], -0.25, 0);
	assert_float_equal(value[F_BEHIND_SWAP], -0.5, 0);
	assert_float_equal(value[F_BEFORE_APART], -0.125, 0);
	assert_float_equal(value[F_BEFORE_MONOTONE], 0, 0);
}

static void
test_distortion_limit(void **state)
{
	struct candidates c = swap_candidates();
	struct search_limits limits = wide;

	(void)state;
	limits.distortion = 0;
	assert_span(words_of(best_of(&c, &limits)), "the bridge green opens");
	limits.distortion = 1;
	assert_span(words_of(best_of(&c, &limits)), "the bridge green opens"); /* 2 back */
	limits.distortion = 2;
	assert_span(words_of(best_of(&c, &limits)), "the green bridge opens");
	check_hypothesis(&c, best_of(&c, &limits), 2);
}

static void
test_walls(void **state)
{
	struct candidates c = swap_candidates();

	(void)state;
	c.wall[0] = c.wall[1] = c.wall[2] = 2; /* green is a wall */
	assert_span(words_of(best_of(&c, &wide)), "the bridge green opens");
	c = swap_candidates();
	for (int i = 0; i < 4; i++)
		c.wall[i] = 3; /* what stands in front of it may still be mixed */
	assert_span(words_of(best_of(&c, &wide)), "the green bridge opens");
}

/* A phrase may reach over a wall that begins in it. */
static void
test_phrase_over_wall(void **state)
{
	struct candidates c = swap_candidates();

	(void)state;
	for (int i = 0; i < 3; i++)
		c.wall[i] = 2;
	add(&c, 1, 3, "green bridge", 0);
	assert_span(words_of(best_of(&c, &wide)), "the green bridge opens");
	assert_int_equal(best_of(&c, &wide)->before->candidate->to, 3);
}

static void
test_nothing_to_say(void **state)
{
	struct candidates c = new_candidates(1);
	const struct hypothesis *h;

	(void)state;
	add(&c, 0, 1, "", 0);
	h = best_of(&c, &wide);
	assert_span(words_of(h), "");
	check_hypothesis(&c, h, 0);
}

/* Nothing but one span of all words: most stacks stay empty. */
static void
test_one_span(void **state)
{
	struct candidates c = new_candidates(CANDIDATE_LONGEST);

	(void)state;
	add(&c, 0, CANDIDATE_LONGEST, "the bridge", 0);
	check_hypothesis(&c, best_of(&c, &wide), 0);
}

static void
test_no_source(void **state)
{
	struct candidates c = new_candidates(0);
	struct hypothesis **best;

	(void)state;
	assert_int_equal(search(&c, &arena, &wide, &best), 1);
	assert_null(best[0]->before);
}

/* All that can be said of a sentence: every segmentation, in every order. */
struct exhaustive {
	const struct candidates *c;
	const struct candidate *path[8];
	bool covered[8];
	unsigned distortion;
	float best;
	size_t complete;
};

static bool
is_free(const struct exhaustive *x, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++)
		if (x->covered[i])
			return false;
	return true;
}

static void
set_covered(struct exhaustive *x, unsigned from, unsigned to, bool covered)
{
	for (unsigned i = from; i < to; i++)
		x->covered[i] = covered;
}

static void
try_all(struct exhaustive *x, size_t depth, unsigned covered)
{
	if (covered == x->c->n) {
		x->best = fmaxf(x->best, score_of(x->path, depth));
		x->complete++;
		return;
	}
	for (unsigned i = 0; i < x->c->n; i++)
		for (unsigned j = i + 1; j <= x->c->n; j++) {
			const struct candidate_list *l = candidates_of(x->c, i, j);

			for (size_t k = 0; k < l->list.n && is_free(x, i, j); k++) {
				x->path[depth] = l->list.v[k];
				set_covered(x, i, j, true);
				try_all(x, depth + 1, covered + j - i);
				set_covered(x, i, j, false);
			}
		}
}

static void
add_random(struct candidates *c, unsigned from, unsigned to)
{
	static const char *const words[] = { "the", "a", "bridge", "dam", "opens", "green", "xyz" };
	struct buf english = { .arena = &arena };
	struct candidate *new;

	for (unsigned n = draw(4); n > 0; n--)
		buf_printf(&english, "%s%s", english.n > 0 ? " " : "", words[draw(7)]);
	new = candidate_add(c, from, to, buf_span(&english), FROM_TABLE);
	for (int f = F_P_EF; f <= F_LEX_FE; f++)
		new->value[f] = -(float)draw(32) / 8;
	for (int o = 0; o < ORIENTATIONS; o++) {
		new->before[o] = -(float)draw(16) / 8;
		new->behind[o] = -(float)draw(16) / 8;
	}
	candidate_done(c, new);
}

static struct candidates
random_candidates(size_t n)
{
	struct candidates c = new_candidates(n);

	for (unsigned i = 0; i < n; i++)
		for (unsigned j = i + 1; j <= n; j++)
			for (unsigned k = draw(3) + (j - i == 1); k > 0; k--)
				if (j - i < 3 || draw(3) == 0)
					add_random(&c, i, j);
	candidates_sort(&c, 20);
	return c;
}

static void
test_exhaustive(void **state)
{
	(void)state;
	weight[F_CLASSES] = 0.5f;
	for (seed = 1; seed <= 60; seed++) {
		uint32_t turn = seed;
		struct candidates c = random_candidates(1 + turn % 5);
		struct exhaustive x = { .c = &c, .best = -INFINITY };
		const struct hypothesis *h;
		struct search_limits others = wide;

		try_all(&x, 0, 0);
		h = best_of(&c, &wide);
		check_hypothesis(&c, h, DISTORTION_MAX);
		if (fabsf(h->score - x.best) > 1e-3f)
			fail_msg("seed %u: %f, of %zu the best %f", turn, (double)h->score,
				 x.complete, (double)x.best);
		others.keep_others = true; /* changes nothing of the best */
		assert_true(best_of(&c, &others)->score == h->score);
		seed = turn;
	}
	weight[F_CLASSES] = 0;
}

/* A word has none of its own where a longer span alone may stand, as candidates_clear leaves it:
 * what reaches into that span cannot be completed, and takes no room from what can. */
static void
test_dead_end(void **state)
{
	struct search_limits limits = wide;

	(void)state;
	for (uint32_t turn = 1; turn < 40; turn++)
		for (limits.beam = 1; limits.beam < 100; limits.beam *= 3) {
			struct candidates c;
			float score;

			seed = turn;
			c = random_candidates(7);
			add_random(&c, 2, 5);
			candidates_clear(&c, 2, 5, FROM_TABLE);
			score = best_of(&c, &limits)->score;
			add(&c, 1, 4, "the bridge", 5);
			add(&c, 2, 3, "bridge", 5);
			check_hypothesis(&c, best_of(&c, &limits), DISTORTION_MAX);
			assert_float_equal(best_of(&c, &limits)->score, score, 1e-4);
		}
}

/* More room never makes the best worse than exhaustive search says, nor a limit better. */
static void
test_limits(void **state)
{
	(void)state;
	for (uint32_t turn = 100; turn < 130; turn++) {
		struct search_limits limits = wide;
		struct candidates c;
		float best;

		seed = turn;
		c = random_candidates(7);
		best = best_of(&c, &wide)->score;
		for (limits.distortion = 0; limits.distortion < 7; limits.distortion++)
			for (limits.beam = 1; limits.beam <= 64; limits.beam *= 4) {
				const struct hypothesis *h = best_of(&c, &limits);

				check_hypothesis(&c, h, limits.distortion);
				assert_true(h->score <= best + 1e-3f);
			}
	}
}

/* Two ways to say the same words with the same phrases' ends have one future. */
static void
test_others(void **state)
{
	struct search_limits limits = wide;
	struct candidates c = new_candidates(2);
	const struct hypothesis *h;

	(void)state;
	add(&c, 0, 1, "bridge", 0);
	add(&c, 0, 1, "bridge", -1);
	add(&c, 0, 1, "dam", 0); /* another state */
	add(&c, 1, 2, "opens", 0);
	assert_null(best_of(&c, &limits)->other);
	assert_null(best_of(&c, &limits)->before->other);
	limits.keep_others = true;
	h = best_of(&c, &limits);
	assert_span(words_of(h), "bridge opens");
	assert_non_null(h->before->other);
	assert_span(words_of(h->before->other), "bridge");
	assert_float_equal(h->before->other->score, h->before->score - 1, 1e-5);
	assert_null(h->before->other->other);
}

static void
test_best_first(void **state)
{
	(void)state;
	for (seed = 7; seed < 40; seed += 3) {
		uint32_t turn = seed;
		struct candidates c = random_candidates(6);
		struct hypothesis **best;
		size_t n = search(&c, &arena, &wide, &best);

		for (size_t i = 0; i < n; i++) {
			check_hypothesis(&c, best[i], DISTORTION_MAX);
			assert_true(i == 0 || best[i]->score <= best[i - 1]->score);
		}
		seed = turn;
	}
}

/* Long sentences take time by their length, not by more. */
static void
test_long(void **state)
{
	static const struct search_limits usual = { .beam = 100, .distortion = 6 };
	struct candidates c;
	clock_t begin = clock();

	(void)state;
	seed = 5;
	c = new_candidates(200);
	for (unsigned i = 0; i < 200; i++)
		for (unsigned j = i + 1; j <= 200 && j - i <= 7; j++)
			for (int k = 0; k < 5; k++)
				add_random(&c, i, j);
	check_hypothesis(&c, best_of(&c, &usual), 6);
	c = new_candidates(4000);
	for (unsigned i = 0; i < 4000; i++)
		add_random(&c, i, i + 1);
	assert_int_equal(best_of(&c, &usual)->covered, 4000);
	assert_true(clock() - begin < 40 * CLOCKS_PER_SEC); /* a second, were it not sanitized */
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	for (int i = 0; i < NFEATURES; i++)
		weight[i] = 0;
	weight[F_LM] = 1;
	weight[F_DISTORTION] = 0.0625f;
	for (int f = F_P_EF; f <= F_LEX_FE; f++)
		weight[f] = 1;
	for (int f = F_BEFORE_MONOTONE; f <= F_BEHIND_APART; f++)
		weight[f] = 1;
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_hand),        cmocka_unit_test(test_swap),
		cmocka_unit_test(test_orientation),    cmocka_unit_test(test_distortion_limit),
		cmocka_unit_test(test_walls),          cmocka_unit_test(test_phrase_over_wall),
		cmocka_unit_test(test_nothing_to_say), cmocka_unit_test(test_one_span),
		cmocka_unit_test(test_no_source),      cmocka_unit_test(test_dead_end),
		cmocka_unit_test(test_exhaustive),     cmocka_unit_test(test_limits),
		cmocka_unit_test(test_others),         cmocka_unit_test(test_best_first),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
