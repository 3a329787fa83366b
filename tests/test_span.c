#include "helper.h"

static void
test_compare(void **state)
{
	(void)state;
	assert_true(span_eq(SPAN(""), (struct span){ NULL, 0 }));
	assert_true(span_eq(SPAN("a\0b"), SPAN("a\0b")));
	assert_false(span_eq(SPAN("a\0b"), SPAN("a\0c")));
	assert_true(span_cmp(SPAN("ab"), SPAN("b")) < 0);
	assert_true(span_cmp(SPAN("a"), SPAN("ab")) < 0);
	assert_true(span_cmp(SPAN("ab"), SPAN("a")) > 0);
	assert_int_equal(span_cmp(SPAN("ab"), SPAN("ab")), 0);
	assert_true(span_cmp(SPAN("\x7F"), SPAN("\x80")) < 0); /* bytes, not chars */
}

static void
test_ends(void **state)
{
	(void)state;
	assert_true(span_starts(SPAN("abc"), SPAN("ab")));
	assert_true(span_starts(SPAN("abc"), SPAN("")));
	assert_false(span_starts(SPAN("a"), SPAN("ab")));
	assert_true(span_ends(SPAN("abc"), SPAN("bc")));
	assert_false(span_ends(SPAN("c"), SPAN("bc")));
	assert_true(SPAN_AMONG(SPAN("b"), ((const struct span[]){ SPAN("a"), SPAN("b") })));
	assert_false(SPAN_AMONG(SPAN("c"), ((const struct span[]){ SPAN("a"), SPAN("b") })));
	assert_false(span_among(SPAN("a"), NULL, 0));
	assert_true(span_has(SPAN("a\tb"), '\t'));
	assert_false(span_has((struct span){ NULL, 0 }, 'a'));
	assert_span(span_from(SPAN("abc"), 3), "");
}

static void
test_trim(void **state)
{
	(void)state;
	assert_span(span_trim(SPAN(" \t a b\r\n")), "a b");
	assert_span(span_trim(SPAN(" \n ")), "");
	assert_span(span_trim(SPAN("\u00A0")), "\u00A0"); /* ASCII blanks only */
}

static void
test_cut(void **state)
{
	struct span rest = SPAN("a,,b"), empty = SPAN(""), head;

	(void)state;
	assert_true(span_cut(&rest, ',', &head));
	assert_span(head, "a");
	assert_true(span_cut(&rest, ',', &head));
	assert_span(head, "");
	assert_true(span_cut(&rest, ',', &head));
	assert_span(head, "b");
	assert_null(rest.s);
	assert_false(span_cut(&rest, ',', &head));

	assert_true(span_cut(&empty, ',', &head));
	assert_span(head, "");
	assert_false(span_cut(&empty, ',', &head));
}

static void
test_cut_at_the_end(void **state)
{
	struct span rest = SPAN("a,"), head;

	(void)state;
	assert_true(span_cut(&rest, ',', &head));
	assert_non_null(rest.s); /* an empty head is still to come */
	assert_true(span_cut(&rest, ',', &head));
	assert_span(head, "");
	assert_false(span_cut(&rest, ',', &head));
}

static void
test_number(void **state)
{
	(void)state;
	assert_int_equal(span_number(SPAN("0")), 0);
	assert_int_equal(span_number(SPAN("007")), 7);
	assert_int_equal(span_number(SPAN("999999999")), 999999999);
	assert_int_equal(span_number(SPAN("1000000000")), -1);
	assert_int_equal(span_number(SPAN("")), -1);
	assert_int_equal(span_number(SPAN("-1")), -1);
	assert_int_equal(span_number(SPAN("1 ")), -1);
	assert_int_equal(span_number(SPAN("1x")), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compare), cmocka_unit_test(test_ends),
		cmocka_unit_test(test_trim),    cmocka_unit_test(test_cut),
		cmocka_unit_test(test_number),  cmocka_unit_test(test_cut_at_the_end),
	};

	return RUN(tests);
}
