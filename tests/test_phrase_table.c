#include "phrase_table.h"

#include "models.h"

static struct language language;
static float weight[NFEATURES];

static struct candidates
find(const char *rows, const char *sentence)
{
	struct span rest = span_of(sentence), *words = ARENA_NEW(&arena, struct span, 32);
	struct table table = table_of(rows);
	struct candidates c;
	size_t n = 0;

	while (span_cut(&rest, ' ', &words[n]))
		n++;
	candidates_init(&c, &arena, &language, weight, n);
	phrase_table_find(&table, &c, words);
	return c;
}

static const struct candidate *
only(const struct candidates *c, unsigned from, unsigned to)
{
	assert_int_equal(candidates_of(c, from, to)->list.n, 1);
	return candidates_of(c, from, to)->list.v[0];
}

static void
test_values(void **state)
{
	struct candidates c =
	    find("il ponte\tthe bridge\t1tm\t8 16 0 4\t1 2 3 4 5 6\n", "il ponte apre");
	const struct candidate *p = only(&c, 0, 2);

	(void)state;
	assert_int_equal(p->n, 2);
	assert_span(p->words[0], "the");
	assert_int_equal(p->origin, FROM_TABLE);
	assert_true(p->value[F_P_EF] == -1 && p->value[F_P_FE] == -2);
	assert_true(p->value[F_LEX_EF] == 0 && p->value[F_LEX_FE] == -0.5f);
	for (int o = 0; o < ORIENTATIONS; o++) {
		assert_true(p->before[o] == -(float)(o + 1) / 8);
		assert_true(p->behind[o] == -(float)(o + 4) / 8);
	}
	assert_true(p->value[F_ONCE] == 1 && p->value[F_NO_PROSE] == 1);
	assert_true(p->value[F_TALK] == 0 && p->value[F_MANUALS] == 0); /* both: not only */
	assert_float_equal(p->score, 2, 1e-6);                          /* words weigh 1 */
	assert_true(p->estimate == p->score);                           /* the model nothing */
	assert_int_equal(candidates_of(&c, 0, 1)->list.n, 0);
}

static void
test_provenance(void **state)
{
	static const struct {
		const char *n;
		float once, no_prose, talk, manuals, dictionary;
	} cases[] = {
		{ "1p", 1, 0, 0, 0, 0 }, { "9ptm", 0, 0, 0, 0, 0 }, { "3t", 0, 1, 1, 0, 0 },
		{ "1m", 1, 1, 0, 1, 0 }, { "2d", 0, 1, 0, 0, 1 },   { "4md", 0, 1, 0, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf row = { .arena = &arena };
		struct candidates c;
		const float *v;

		buf_printf(&row, "a\tb\t%s\t1 1 1 1\t1 1 1 1 1 1\n", cases[i].n);
		c = find(arena_cstr(&arena, buf_span(&row)), "a");
		v = only(&c, 0, 1)->value;
		assert_true(v[F_ONCE] == cases[i].once && v[F_NO_PROSE] == cases[i].no_prose);
		assert_true(v[F_TALK] == cases[i].talk && v[F_MANUALS] == cases[i].manuals);
		assert_true(v[F_DICTIONARY] == cases[i].dictionary);
	}
}

/* All spans, each of its rows; none longer than PHRASE_LONGEST. */
static void
test_spans(void **state)
{
	struct candidates c = find("a\tA\t9p\t0 0 0 0\t0 0 0 0 0 0\n"
				   "a\tAn\t9p\t0 0 0 0\t0 0 0 0 0 0\n"
				   "a a\tB\t9p\t0 0 0 0\t0 0 0 0 0 0\n"
				   "a a a a a a a\tC\t9p\t0 0 0 0\t0 0 0 0 0 0\n"
				   "a a a a a a a a\tD\t9p\t0 0 0 0\t0 0 0 0 0 0\n",
				   "a a a a a a a a a");

	(void)state;
	for (unsigned i = 0; i < 9; i++)
		for (unsigned j = i + 1; j <= 9; j++) {
			size_t n = j - i == 1 ? 2 : j - i == 2 || j - i == 7 ? 1 : 0;

			assert_int_equal(candidates_of(&c, i, j)->list.n, n);
		}
}

static void
test_nothing(void **state)
{
	struct candidates c = find("", "il ponte");

	(void)state;
	assert_int_equal(candidates_of(&c, 0, 1)->list.n, 0);
	c = find("b\tB\t9p\t0 0 0 0\t0 0 0 0 0 0\n", "# il B");
	assert_int_equal(candidates_of(&c, 0, 3)->list.n, 0);
}

/* What a row lacks counts 0, what is no number too. */
static void
test_damaged_rows(void **state)
{
	static const char *const rows[] = {
		"a\n",
		"a\t\n",
		"a\tb\n",
		"a\tb\t\n",
		"a\tb\t1\n",
		"a\tb\tp\n",
		"a\tb\t1p\t\n",
		"a\tb\t1p\t8\n",
		"a\tb\t1p\t8 x 8 8\t\n",
		"a\tb\t1p\t8 8 8 8\t1 2\n",
		"a\tb\t1p\t-8 99999999999999999999 8 8\t1 2 3 4 5 6 7 8\n",
		"a\tb\t1p\t8 8 8 8\t1 2 3 4 5 6\tmore\n",
		"a\tb  c \t1p\t  8\t   \n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct candidates c = find(rows[i], "a");
		const struct candidate *p = only(&c, 0, 1);

		for (int f = F_P_EF; f <= F_LEX_FE; f++)
			assert_true(p->value[f] <= 0 && p->value[f] >= -1);
		for (int o = 0; o < ORIENTATIONS; o++)
			assert_true(p->before[o] <= 0 && p->behind[o] <= 0);
		assert_true(p->score == p->score); /* a number */
	}
}

static int
setup(void **state)
{
	(void)state;
	language = language_of("# ngrams 1 4\n\t80 <unk> <s>\n\t16 </s> the\n");
	weight[F_WORDS] = 1;
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),       cmocka_unit_test(test_provenance),
		cmocka_unit_test(test_spans),        cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_damaged_rows),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
