#include "map.h"

#include "helper.h"

static void
test_count(void **state)
{
	struct map map = { .arena = &arena };

	(void)state;
	assert_int_equal(map_get(&map, SPAN("a")), 0);
	assert_int_equal(*map_at(&map, SPAN("a")), 0);
	++*map_at(&map, SPAN("a"));
	++*map_at(&map, SPAN("a"));
	++*map_at(&map, SPAN("a\0"));
	assert_int_equal(map_get(&map, SPAN("a")), 2);
	assert_int_equal(map_get(&map, SPAN("a\0")), 1);
	assert_int_equal(map_get(&map, SPAN("b")), 0);
	assert_int_equal(map.n, 2);
}

static void
test_empty_key(void **state)
{
	struct map map = { .arena = &arena };

	(void)state;
	*map_at(&map, (struct span){ NULL, 0 }) = 7;
	assert_int_equal(map_get(&map, SPAN("")), 7);
	assert_int_equal(map.n, 1);
}

static void
test_grow(void **state)
{
	struct map map = { .arena = &arena };
	char keys[5000][8];

	(void)state;
	for (uint32_t i = 0; i < 5000; i++) {
		snprintf(keys[i], sizeof(keys[i]), "k%u", i);
		*map_at(&map, span_of(keys[i])) = i + 1;
	}
	assert_int_equal(map.n, 5000);
	for (uint32_t i = 0; i < 5000; i++)
		assert_int_equal(map_get(&map, span_of(keys[i])), i + 1);
}

/* The values that the authors of FNV-1a publish. */
static void
test_hash(void **state)
{
	(void)state;
	assert_int_equal(span_hash(SPAN("")), 0x811c9dc5);
	assert_int_equal(span_hash(SPAN("a")), 0xe40c292c);
	assert_int_equal(span_hash(SPAN("foobar")), 0xbf9cf968);
	assert_int_equal(span_hash(SPAN("\xFF")), (0x811c9dc5u ^ 0xFFu) * 16777619u);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_empty_key),
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_hash),
	};

	return RUN(tests);
}
