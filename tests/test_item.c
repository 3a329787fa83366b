#include "item.h"

#include "helper.h"

static void
test_text(void **state)
{
	(void)state;
	assert_span(item_text(&arena, SPAN("citt\xC3\xA0.txt")), "citt\xC3\xA0.txt");
	assert_span(item_text(&arena, SPAN("citt\xE0.txt")), "citt\xC3\xA0.txt"); /* Latin-1 */
	assert_span(item_text(&arena, SPAN("citta\xCC\x80")), "citt\xC3\xA0");    /* to NFC */
	assert_span(item_text(&arena, SPAN("a\nb\tc\x7F")), "a_b_c_");
	assert_span(item_text(&arena, SPAN("")), "");
	assert_span(item_text(&arena, SPAN("\1\2\3")), "___");
	assert_span(item_text(&arena, SPAN("\xFF\xFE")), "_"); /* a byte-order mark alone */
}

static void
test_inside(void **state)
{
	(void)state;
	assert_span(item_inside(&arena, SPAN("../a//b/./c")), "a/b/c");
	assert_span(item_inside(&arena, SPAN("/etc/passwd")), "etc/passwd");
	assert_span(item_inside(&arena, SPAN("a/../../../b")), "a/b");
	assert_span(item_inside(&arena, SPAN("..")), "");
	assert_span(item_inside(&arena, SPAN("...")), "...");
	assert_span(item_inside(&arena, SPAN("")), "");
}

static void
test_member(void **state)
{
	(void)state;
	assert_span(item_member(&arena, SPAN("./x.tar"), SPAN("../a.txt")), "./x.tar/a.txt");
	assert_span(item_member(&arena, SPAN(""), SPAN("/a.txt")), "a.txt");
	assert_span(item_member(&arena, SPAN("x.tar"), SPAN("..")), "x.tar");
	assert_span(item_record(&arena, SPAN("x.jsonl"), 12), "x.jsonl#12");
}

static void
test_is_record(void **state)
{
	(void)state;
	assert_true(item_is_record(SPAN("x.jsonl#3")));
	assert_true(item_is_record(SPAN("a/x#123")));
	assert_false(item_is_record(SPAN("x.jsonl")));
	assert_false(item_is_record(SPAN("x#")));
	assert_false(item_is_record(SPAN("#3")));
	assert_false(item_is_record(SPAN("x#3.txt")));
	assert_false(item_is_record(SPAN("")));
}

static void
test_id(void **state)
{
	static const struct {
		struct span source;
		const char *id;
	} cases[] = {
		{ SPAN("./news/a b.txt.gz"), "news/a_b" },
		{ SPAN("../../a.html"), "a" },
		{ SPAN("/home/x/a.htm"), "home/x/a" },
		{ SPAN("x.jsonl#3"), "x-3" },
		{ SPAN("x.jsonl.gz#12"), "x-12" },
		{ SPAN("crawl.warc.gz#4#2"), "crawl.warc.gz-4-2" },
		{ SPAN("press.tar.gz/2025/a.xml"), "press.tar.gz/2025/a" },
		{ SPAN("<stdin>"), "stdin" },
		{ SPAN("<stdin>#7"), "stdin-7" },
		{ SPAN("a/.txt"), "a/.txt" },
		{ SPAN(".html"), ".html" },
		{ SPAN("a#b.md"), "a-b" },
		{ SPAN("a\xC2\xA0z.json"), "a_z" },
		{ SPAN("note.txt.txt"), "note.txt" },
		{ SPAN("index"), "index" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_span(item_id(&arena, cases[i].source), cases[i].id);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),   cmocka_unit_test(test_inside),
		cmocka_unit_test(test_member), cmocka_unit_test(test_is_record),
		cmocka_unit_test(test_id),
	};

	return RUN(tests);
}
