#include "boilerplate.h"

#include "helper.h"

static struct boilerplate *
opened(const char *rows)
{
	struct table table = table_of(rows);
	struct boilerplate *b;

	assert_int_equal(boilerplate_open(&b, &table), 0);
	return b;
}

static void
test_scopes(void **state)
{
	struct boilerplate *b = opened("c\tline\taccetta( tutti)?\nc\thead\tleggi anche\n"
				       "c\tany\tdiritti d'autore\n");

	(void)state;
	assert_true(boilerplate_match(b, &arena, SPAN("ACCETTA TUTTI")));
	assert_false(boilerplate_match(b, &arena, SPAN("Accetta tutti i biscotti")));
	assert_true(boilerplate_match(b, &arena, SPAN("• Leggi anche: il ponte")));
	assert_false(boilerplate_match(b, &arena, SPAN("Chi legge, leggi anche il ponte")));
	assert_true(boilerplate_match(b, &arena, SPAN("Sono qui i diritti d’autore.")));
	assert_false(boilerplate_match(b, &arena, SPAN("")));
	boilerplate_close(b);
}

static void
test_long_line(void **state)
{
	struct boilerplate *b = opened("c\tany\tcookie\n");
	struct buf line = { .arena = &arena };

	(void)state;
	buf_put(&line, SPAN("cookie"));
	while (line.n <= 200)
		buf_put(&line, SPAN(" parola"));
	assert_false(boilerplate_match(b, &arena, buf_span(&line)));
	boilerplate_close(b);
}

static void
test_bad_rows(void **state)
{
	static const char *const bad[] = { "c\n", "c\tline\n", "c\tsomewhere\tx\n",
					   "c\tline\t(x\n" };

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct table table = table_of(bad[i]);
		struct boilerplate *b;

		assert_int_equal(boilerplate_open(&b, &table), ERR_MODEL);
		boilerplate_close(b);
	}
	boilerplate_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scopes),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_bad_rows),
	};

	return RUN(tests);
}
