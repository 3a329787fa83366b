#include "helper.h"

#include <stdlib.h>

static int
compile(const char *source, struct span *out, size_t *bad_line)
{
	return table_compile(&arena, span_of(source), out, bad_line);
}

static void
test_find(void **state)
{
	struct table t = table_of("# what: a comment\nuno\t1\tone\ndue\nè\tis\n\ntre\t\n");
	struct span fields;

	(void)state;
	assert_true(table_find(&t, SPAN("uno"), &fields));
	assert_span(fields, "1\tone");
	assert_true(table_find(&t, SPAN("due"), &fields)); /* a key alone */
	assert_span(fields, "");
	assert_true(table_find(&t, SPAN("tre"), &fields));
	assert_span(fields, "");
	assert_true(table_find(&t, SPAN("è"), &fields));
	assert_span(fields, "is");
	assert_false(table_find(&t, SPAN("un"), &fields));
	assert_false(table_find(&t, SPAN("1"), &fields));
	assert_false(table_find(&t, SPAN(""), &fields));
	assert_false(table_find(&t, SPAN("# what: a comment"), &fields));
	assert_true(table_has(&t, SPAN("due")));
	assert_false(table_has(&t, SPAN("quattro")));
}

static void
test_empty(void **state)
{
	struct table closed = { 0 }, none = table_of("");
	struct span fields, line = { 0 };

	(void)state;
	assert_false(table_find(&closed, SPAN("a"), &fields));
	assert_false(table_find(&none, SPAN("a"), &fields));
	assert_false(table_next(&none, &line));
}

static void
test_again(void **state)
{
	struct table t = table_of("a\t1\nb\t1\nb\t2\nb\t3\nba\t4\n");
	struct span fields;

	(void)state;
	assert_true(table_find(&t, SPAN("b"), &fields));
	assert_span(fields, "1");
	assert_true(table_again(&t, SPAN("b"), &fields));
	assert_true(table_again(&t, SPAN("b"), &fields));
	assert_span(fields, "3");
	assert_false(table_again(&t, SPAN("b"), &fields));
	assert_true(table_find(&t, SPAN("ba"), &fields));
	assert_false(table_again(&t, SPAN("ba"), &fields)); /* the text's last row */
}

static void
test_next(void **state)
{
	static const char *const want[] = { "a\t1", "b", "c\t3" };
	struct table t = table_of("# x\na\t1\n\nb\n# y\nc\t3");
	struct span line = { 0 };

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_true(table_next(&t, &line));
		assert_span(line, want[i]);
	}
	assert_false(table_next(&t, &line));
}

static void
test_many(void **state)
{
	struct buf rows = { .arena = &arena };
	struct table t;
	struct span fields;

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_printf(&rows, "chiave%d\t%d\n", i, i * 7);
	t = table_of(arena_cstr(&arena, buf_span(&rows)));
	for (int i = 0; i < 20000; i++) {
		char key[32];

		snprintf(key, sizeof(key), "chiave%d", i);
		assert_true(table_find(&t, span_of(key), &fields));
		assert_int_equal(span_number(fields), i * 7);
	}
	assert_false(table_has(&t, SPAN("chiave20000")));
}

static void
test_bad_source(void **state)
{
	struct span out;
	size_t line;

	(void)state;
	assert_int_equal(compile("uno\t1\n", &out, &line), ERR_HEADER);
	assert_int_equal(compile("", &out, &line), ERR_HEADER);
	assert_int_equal(compile("# rassegna-table 2\na\t1\n", &out, &line), ERR_HEADER);
	assert_int_equal(compile("# rassegna-table 1\na\t1\nb\t1\na\t2\n", &out, &line), ERR_ROW);
	assert_int_equal(line, 4); /* a key that stood further above */
	assert_int_equal(compile("# rassegna-table 1\n\ta\n", &out, &line), ERR_ROW);
	assert_int_equal(line, 2);
	assert_int_equal(compile("# rassegna-table 1\na\t\xE8\n", &out, &line), ERR_UTF8);
}

static struct span
compiled(void)
{
	struct span out;
	size_t line;

	assert_int_equal(compile("# rassegna-table 1\nuno\t1\ndue\t2\n", &out, &line), 0);
	return out;
}

/* Every byte that changes is found: magic, version, sizes, checksum, text, slots. */
static void
test_damage(void **state)
{
	struct span bytes = compiled();
	char *s = (char *)(uintptr_t)bytes.s;
	struct table t;

	(void)state;
	assert_int_equal(table_use(&t, bytes), 0);
	for (size_t i = 0; i < bytes.n; i++) {
		s[i] ^= 0x10;
		assert_int_equal(table_use(&t, bytes), ERR_MODEL);
		s[i] ^= 0x10;
	}
	for (size_t n = 0; n < bytes.n; n++)
		assert_int_equal(table_use(&t, (struct span){ s, n }), ERR_MODEL);
}

static void
test_open(void **state)
{
	char path[] = "/tmp/test-table-XXXXXX";
	struct span bytes = compiled(), fields;
	struct table t;

	(void)state;
	close(mkstemp(path));
	write_file(path, bytes);
	assert_int_equal(table_open(&t, path), 0);
	assert_true(table_find(&t, SPAN("due"), &fields));
	assert_span(fields, "2");
	table_close(&t);
	table_close(&t); /* all zero */
	write_file(path, (struct span){ bytes.s, bytes.n - 1 });
	assert_int_equal(table_open(&t, path), ERR_MODEL);
	write_file(path, SPAN(""));
	assert_int_equal(table_open(&t, path), ERR_MODEL);
	unlink(path);
	assert_int_equal(table_open(&t, path), ERR_IO);
	assert_true(table_open(&t, "/") < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),   cmocka_unit_test(test_empty),
		cmocka_unit_test(test_again),  cmocka_unit_test(test_next),
		cmocka_unit_test(test_many),   cmocka_unit_test(test_bad_source),
		cmocka_unit_test(test_damage), cmocka_unit_test(test_open),
	};

	return RUN(tests);
}
