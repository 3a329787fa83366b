#include "chosen.h"

#include "helper.h"

static void
add(struct document *doc, const char *id, const char *comment)
{
	struct sentence s = { 0 };

	if (comment != NULL)
		*PUSH(&arena, &s.comments) = span_of(comment);
	comment_add(&arena, &s, SPAN("sent_id"), span_of(id));
	*PUSH(&arena, &doc->sentences) = s;
}

static struct document
make(void)
{
	struct document doc = { 0 };

	add(&doc, "1", "# newdoc id = a");
	add(&doc, "2", "# newpar");
	comment_add(&arena, &doc.sentences.v[1], SPAN("block"), SPAN("quote"));
	add(&doc, "3", NULL);
	return doc;
}

static void
test_mark(void **state)
{
	struct document doc = make();
	const bool first[3] = { true, false, false }, last[3] = { false, false, true };

	(void)state;
	chosen_mark(&arena, &doc, first);
	assert_true(sentence_chosen(&doc.sentences.v[0]));
	assert_false(sentence_chosen(&doc.sentences.v[1]));
	chosen_mark(&arena, &doc, last); /* the old marks go */
	assert_false(sentence_chosen(&doc.sentences.v[0]));
	assert_true(sentence_chosen(&doc.sentences.v[2]));
	assert_int_equal(doc.sentences.v[1].comments.n, 4);
}

static void
test_cut(void **state)
{
	struct document doc = make();
	const bool last[3] = { false, false, true };
	const char *const want[] = { "# newdoc id = a", "# newpar", "# block = quote",
				     "# sent_id = 3" };

	(void)state;
	chosen_cut(&arena, &doc);
	assert_int_equal(doc.sentences.n, 3);
	chosen_mark(&arena, &doc, last);
	chosen_cut(&arena, &doc);
	assert_int_equal(doc.sentences.n, 1);
	assert_int_equal(doc.sentences.v[0].comments.n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_span(doc.sentences.v[0].comments.v[i], want[i]);
}

static void
test_none(void **state)
{
	struct document doc = make();
	const bool none[3] = { false };

	(void)state;
	chosen_mark(&arena, &doc, none);
	chosen_cut(&arena, &doc);
	assert_int_equal(doc.sentences.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mark),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_none),
	};

	return RUN(tests);
}
