#include "helper.h"

#include <stdalign.h>

static void
test_zeroed_and_aligned(void **state)
{
	(void)state;
	for (size_t n = 0; n < 100; n++) {
		char *bytes = ARENA_NEW(&arena, char, n);
		double *numbers = ARENA_NEW(&arena, double, n);

		assert_int_equal((uintptr_t)numbers % alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++) {
			assert_int_equal(bytes[i], 0);
			assert_true(numbers[i] == 0);
		}
		memset(bytes, 0xFF, n);
	}
	arena_reset(&arena);
}

/* What stood there before a reset must not shine through. */
static void
test_zeroed_after_reset(void **state)
{
	(void)state;
	memset(ARENA_NEW(&arena, char, 1000), 0xFF, 1000);
	arena_reset(&arena);
	for (size_t i = 0; i < 100; i++)
		assert_int_equal(*ARENA_NEW(&arena, char, 1), 0);
}

static void
test_reset_gives_back(void **state)
{
	char *first;

	(void)state;
	arena_free(&arena);
	first = ARENA_NEW(&arena, char, 100);
	arena_reset(&arena);
	assert_ptr_equal(ARENA_NEW(&arena, char, 100), first);
}

static void
test_larger_than_a_chunk(void **state)
{
	size_t n = 1 << 20;
	char *small = ARENA_NEW(&arena, char, 8), *large = ARENA_NEW(&arena, char, n);

	(void)state;
	memset(large, 'x', n);
	assert_int_equal(small[7], 0);
	arena_reset(&arena);
	arena_reset(&arena); /* a second one has nothing to do */
}

static jmp_buf out;

static void
jump(void)
{
	longjmp(out, 1);
}

static void
test_oom(void **state)
{
	struct arena small = { .oom = jump };
	volatile int calls = 0;

	(void)state;
	if (setjmp(out) == 0)
		arena_alloc(&small, SIZE_MAX / 4, 8); /* n * size overflows */
	else
		calls++;
	if (setjmp(out) == 0)
		arena_alloc(&small, SIZE_MAX / 2 + 1, 1);
	else
		calls++;
	assert_int_equal(calls, 2);
	arena_free(&small);
}

static void
test_copy(void **state)
{
	struct span copy = arena_copy(&arena, SPAN("a\0b"));

	(void)state;
	assert_true(span_eq(copy, SPAN("a\0b")));
	assert_int_equal(copy.s[3], 0);
	assert_string_equal(arena_cstr(&arena, SPAN("")), "");
	assert_string_equal(arena_cstr(&arena, (struct span){ NULL, 0 }), "");
}

static void
test_push(void **state)
{
	VEC(size_t) v = { 0 };

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		size_t *last = PUSH(&arena, &v);

		assert_int_equal(*last, 0);
		*last = i;
	}
	assert_int_equal(v.n, 1000);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(v.v[i], i);
}

static void
test_buf(void **state)
{
	struct buf b = { .arena = &arena };

	(void)state;
	assert_int_equal(buf_span(&b).n, 0);
	for (int i = 0; i < 500; i++) {
		buf_put(&b, SPAN("ab"));
		buf_putc(&b, '\0');
		buf_printf(&b, "%03d", i);
	}
	assert_int_equal(b.n, 3000);
	for (size_t i = 0; i < 500; i++) {
		char want[7];

		snprintf(want, sizeof(want), "ab%c%03zu", '\0', i);
		assert_memory_equal(b.s + 6 * i, want, 6);
	}
}

static void
test_buf_put_of_itself(void **state)
{
	struct buf b = { .arena = &arena };

	(void)state;
	buf_put(&b, SPAN("0123456789"));
	for (int i = 0; i < 5; i++)
		buf_put(&b, buf_span(&b)); /* the old text stands until the arena's reset */
	assert_int_equal(b.n, 320);
	assert_memory_equal(b.s + 310, "0123456789", 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeroed_and_aligned),
		cmocka_unit_test(test_zeroed_after_reset),
		cmocka_unit_test(test_reset_gives_back),
		cmocka_unit_test(test_larger_than_a_chunk),
		cmocka_unit_test(test_oom),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_push),
		cmocka_unit_test(test_buf),
		cmocka_unit_test(test_buf_put_of_itself),
	};

	return RUN(tests);
}
