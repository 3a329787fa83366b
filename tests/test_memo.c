#include "memo.h"

#include "helper.h"

static void
test_kept(void **state)
{
	struct memo memo = memo_in(&arena);
	int one = 1, two = 2;

	(void)state;
	assert_null(memo_get(&memo, SPAN("uno")));
	memo_put(&memo, SPAN("uno"), &one);
	memo_put(&memo, SPAN("due"), &two);
	assert_ptr_equal(memo_get(&memo, SPAN("uno")), &one);
	assert_ptr_equal(memo_get(&memo, SPAN("due")), &two);
	assert_null(memo_get(&memo, SPAN("tre")));
}

static void
test_full(void **state)
{
	struct memo memo = memo_in(&arena);
	char keys[MEMO_MOST][8];

	(void)state;
	for (int i = 0; i < MEMO_MOST; i++) {
		assert_false(memo_is_full(&memo));
		snprintf(keys[i], sizeof(keys[i]), "k%d", i);
		memo_put(&memo, span_of(keys[i]), keys[i]);
	}
	assert_true(memo_is_full(&memo));
	for (int i = 0; i < MEMO_MOST; i++)
		assert_ptr_equal(memo_get(&memo, span_of(keys[i])), keys[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_full),
	};

	return RUN(tests);
}
