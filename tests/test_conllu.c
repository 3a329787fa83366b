#include "helper.h"

#define ROW(id, form) id "\t" form "\t_\t_\t_\t_\t_\t_\t_\t_\n"

static int
read_one(const char *text, struct document *doc, struct input *in, struct conllu *reader)
{
	input_over(in, span_of(text));
	*reader = (struct conllu){ .in = in };
	return conllu_read(reader, &arena, doc);
}

/* The error of a text that is bad from its first sentence on, and its line. */
static int
fault(const char *text, size_t *line)
{
	struct document doc;
	struct input in;
	struct conllu reader;
	int rc = read_one(text, &doc, &in, &reader);

	*line = in.line;
	input_close(&in);
	return rc;
}

static void
test_rows(void **state)
{
	static const enum row_kind kinds[] = { ROW_EMPTY, ROW_WORD, ROW_RANGE,
					       ROW_WORD,  ROW_WORD, ROW_EMPTY };
	static const long lasts[] = { 1, 1, 3, 2, 3, 1 };
	struct document doc;
	struct input in;
	struct conllu reader;

	(void)state;
	assert_int_equal(read_one("# text = Vado nella\n# altro\n" ROW("0.1", "io") ROW("1", "Vado")
				      ROW("2-3", "nella") ROW("2", "in") ROW("3", "la")
					  ROW("3.1", "casa") "\n",
				  &doc, &in, &reader),
			 1);
	assert_int_equal(doc.sentences.n, 1);
	assert_int_equal(doc.sentences.v[0].comments.n, 2);
	assert_span(doc.sentences.v[0].comments.v[1], "# altro");
	assert_int_equal(doc.sentences.v[0].rows.n, 6);
	for (size_t i = 0; i < 6; i++) {
		assert_int_equal(doc.sentences.v[0].rows.v[i].kind, kinds[i]);
		assert_int_equal(doc.sentences.v[0].rows.v[i].last, lasts[i]);
	}
	assert_span(column_of(&doc.sentences.v[0], C_FORM), "io Vado nella in la casa");
	assert_span(sentence_text(&doc.sentences.v[0]), "Vado nella");
	assert_int_equal(conllu_read(&reader, &arena, &doc), 0);
	assert_int_equal(conllu_read(&reader, &arena, &doc), 0);
	input_close(&in);
}

static void
test_bad_ids(void **state)
{
	static const char *const bad[] = {
		ROW("2", "a"),          ROW("0", "a"),     ROW("x", "a"),   ROW("01x", "a"),
		ROW("-1", "a"),         ROW("1.1", "a"),   ROW("1-1", "a"), ROW("2-3", "a"),
		ROW("1-", "a"),         ROW("1-2-3", "a"), ROW("0.0", "a"), ROW("0.1.1", "a"),
		ROW("1234567890", "a"),
	};
	size_t line;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct buf text = { .arena = &arena };

		buf_put(&text, SPAN("# text = a\n"));
		buf_put(&text, span_of(bad[i]));
		buf_put(&text, SPAN("\n"));
		assert_int_equal(fault(arena_cstr(&arena, buf_span(&text)), &line), ERR_ID);
		assert_int_equal(line, 2);
	}
	assert_int_equal(fault(ROW("1", "a") ROW("1", "b") "\n", &line), ERR_ID);
	assert_int_equal(line, 2);
	assert_int_equal(fault(ROW("1", "a") ROW("3", "b") "\n", &line), ERR_ID);
}

/* A range is of words that follow. */
static void
test_range_without_words(void **state)
{
	size_t line;

	(void)state;
	assert_true(fault(ROW("1-2", "ab") ROW("1", "a") "\n", &line) < 0);
}

static void
test_columns(void **state)
{
	size_t line;

	(void)state;
	assert_int_equal(fault("1\ta\t_\t_\t_\t_\t_\t_\t_\n\n", &line), ERR_COLUMNS);
	assert_int_equal(fault("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t_\n\n", &line), ERR_COLUMNS);
	assert_int_equal(fault("1\ta\t\t_\t_\t_\t_\t_\t_\t_\n\n", &line), ERR_COLUMNS);
	assert_int_equal(fault(ROW("1", "a") "due parole\n\n", &line), ERR_COLUMNS);
	assert_int_equal(line, 2);
}

static void
test_blank_lines(void **state)
{
	size_t line;

	(void)state;
	assert_int_equal(fault(ROW("1", "a"), &line), ERR_BLANK); /* none at the end */
	assert_int_equal(fault("\n" ROW("1", "a") "\n", &line), ERR_BLANK);
	assert_int_equal(fault("# text = a\n\n", &line), ERR_BLANK); /* no words */
	assert_int_equal(fault(ROW("0.1", "a") "\n", &line), ERR_BLANK);
	assert_int_equal(fault(ROW("1", "a") "# dopo\n\n", &line), ERR_COMMENT);
	assert_int_equal(line, 2);
}

static void
test_good_before_bad(void **state)
{
	struct document doc;
	struct input in;
	struct conllu reader;

	(void)state;
	assert_int_equal(
	    read_one(ROW("1", "a") "\n" ROW("1", "b") "\n" ROW("7", "c") "\n", &doc, &in, &reader),
	    1);
	assert_int_equal(doc.sentences.n, 2);
	assert_int_equal(conllu_read(&reader, &arena, &doc), ERR_ID);
	assert_int_equal(in.line, 5);
	assert_int_equal(conllu_read(&reader, &arena, &doc), ERR_ID); /* it stays */
	input_close(&in);
}

static void
test_documents(void **state)
{
	static const size_t sentences[] = { 1, 2, 1 };
	struct document doc;
	struct input in;
	struct conllu reader;
	int rc;

	(void)state;
	rc = read_one(ROW("1", "a") "\n# newdoc id = x\n" ROW("1", "b") "\n# newdocument\n" ROW(
			  "1", "c") "\n# newdoc\n" ROW("1", "d") "\n",
		      &doc, &in, &reader);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(rc, 1);
		assert_int_equal(doc.sentences.n, sentences[i]);
		rc = conllu_read(&reader, &arena, &doc);
	}
	assert_int_equal(rc, 0);
	input_close(&in);
}

static void
test_comments(void **state)
{
	struct sentence s = { 0 };
	struct span value;

	(void)state;
	comment_add(&arena, &s, SPAN("text"), SPAN("Uno = due"));
	comment_add(&arena, &s, SPAN("term"), SPAN("a"));
	comment_add(&arena, &s, SPAN("term"), SPAN("b"));
	assert_true(comment_get(&s, SPAN("text"), &value));
	assert_span(value, "Uno = due");
	assert_true(comment_get(&s, SPAN("term"), &value));
	assert_span(value, "a"); /* the first */
	assert_false(comment_get(&s, SPAN("tex"), &value));
	assert_false(comment_get(&s, SPAN("text_en"), &value));
	comment_set(&arena, &s, SPAN("text"), SPAN("Tre"));
	comment_set(&arena, &s, SPAN("text_en"), SPAN("Three"));
	assert_span(s.comments.v[0], "# text = Tre"); /* in its place */
	assert_span(s.comments.v[3], "# text_en = Three");
	comment_drop(&s, SPAN("term"));
	assert_int_equal(s.comments.n, 2);
	assert_span(s.comments.v[1], "# text_en = Three");
}

static void
test_comment_value(void **state)
{
	struct span value;

	(void)state;
	assert_true(comment_value(SPAN("# a =   b "), SPAN("a"), &value));
	assert_span(value, "b");
	assert_true(comment_value(SPAN("# a ="), SPAN("a"), &value));
	assert_span(value, "");
	assert_false(comment_value(SPAN("# a"), SPAN("a"), &value));
	assert_false(comment_value(SPAN("# a b = c"), SPAN("a"), &value));
	assert_true(comment_value(SPAN("# newdoc id = x"), SPAN("newdoc id"), &value));
}

static void
test_misc(void **state)
{
	struct span misc = SPAN("SpaceAfter=No|Ref|Stem=a=b"), value;

	(void)state;
	assert_true(misc_get(misc, SPAN("Stem"), &value));
	assert_span(value, "a=b");
	assert_false(misc_get(misc, SPAN("Ref"), &value));
	assert_false(misc_get(misc, SPAN("Space"), &value));
	assert_false(misc_get(misc, SPAN("After"), &value));
	assert_false(misc_get(SPAN("_"), SPAN("Stem"), &value));
	assert_span(misc_set(&arena, SPAN("_"), SPAN("Stem"), SPAN("x")), "Stem=x");
	assert_span(misc_set(&arena, misc, SPAN("Gloss"), SPAN("x")),
		    "SpaceAfter=No|Ref|Stem=a=b|Gloss=x");
	misc = misc_set(&arena, misc, SPAN("SpaceAfter"), SPAN("Yes"));
	assert_true(misc_get(misc, SPAN("SpaceAfter"), &value));
	assert_span(value, "Yes");
	assert_true(misc_get(misc, SPAN("Stem"), &value));
}

static void
test_block(void **state)
{
	struct sentence title = { 0 }, next = { 0 }, par = { 0 };
	struct span block;

	(void)state;
	*PUSH(&arena, &title.comments) = SPAN("# newpar");
	*PUSH(&arena, &title.comments) = SPAN("# block = title");
	*PUSH(&arena, &par.comments) = SPAN("# newpar");
	block = sentence_block(&title, SPAN("paragraph"));
	assert_span(block, "title");
	block = sentence_block(&next, block);
	assert_span(block, "title"); /* the block goes on */
	assert_span(sentence_block(&par, block), "paragraph");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),          cmocka_unit_test(test_bad_ids),
		cmocka_unit_test(test_columns),       cmocka_unit_test(test_range_without_words),
		cmocka_unit_test(test_blank_lines),   cmocka_unit_test(test_good_before_bad),
		cmocka_unit_test(test_documents),     cmocka_unit_test(test_comments),
		cmocka_unit_test(test_comment_value), cmocka_unit_test(test_misc),
		cmocka_unit_test(test_block),
	};

	return RUN(tests);
}
