#include "input.h"

#include "deflate.h"

static void
expect_line(struct input *in, const char *want, size_t number)
{
	struct span line;

	assert_int_equal(input_line(in, &line), 1);
	assert_span(line, want);
	assert_int_equal(in->line, number);
}

static void
expect_end(struct input *in)
{
	struct span line;

	assert_int_equal(input_line(in, &line), 0);
	assert_int_equal(input_line(in, &line), 0);
	input_close(in);
}

static void
test_lines(void **state)
{
	struct input in;

	(void)state;
	input_over(&in, SPAN("uno\n\ndue\r\ntre"));
	expect_line(&in, "uno", 1);
	expect_line(&in, "", 2);
	expect_line(&in, "due\r", 3);
	expect_line(&in, "tre", 4); /* without an LF */
	expect_end(&in);
	input_over(&in, SPAN(""));
	expect_end(&in);
	input_over(&in, SPAN("\n"));
	expect_line(&in, "", 1);
	expect_end(&in);
}

static void
test_long_line(void **state)
{
	struct span x = repeated(SPAN("x"), 300001);
	struct input in;
	struct span line;

	(void)state;
	input_over(&in, joined(x, SPAN("\nfine\n")));
	assert_int_equal(input_line(&in, &line), 1);
	assert_true(span_eq(line, x));
	expect_line(&in, "fine", 2);
	expect_end(&in);
}

static void
test_bad_lines(void **state)
{
	struct input in;
	struct span line;

	(void)state;
	input_over(&in, SPAN("uno\n\xE8\nd\0ue\ntre\n"));
	expect_line(&in, "uno", 1);
	assert_int_equal(input_line(&in, &line), ERR_UTF8);
	assert_int_equal(in.line, 2);
	assert_int_equal(input_line(&in, &line), ERR_NUL);
	assert_int_equal(in.line, 3);
	expect_line(&in, "tre", 4); /* one can go on */
	expect_end(&in);
}

/* Lines are looked at many at a time: what is wrong is told of its own line all the same, also
 * where a character or a line comes in two reads. */
static void
test_bad_line_far_behind(void **state)
{
	struct span good = repeated(SPAN("perch\u00e9 no\n"), 20000);
	struct input in;
	struct span line;

	(void)state;
	input_over(&in, joined(good, joined(SPAN("a\xC3\n"), good)));
	for (size_t i = 1; i <= 20000; i++)
		expect_line(&in, "perch\u00e9 no", i);
	assert_int_equal(input_line(&in, &line), ERR_UTF8);
	assert_int_equal(in.line, 20001);
	for (size_t i = 20002; i <= 40001; i++)
		expect_line(&in, "perch\u00e9 no", i);
	expect_end(&in);
}

/* Bytes that were asked for unchecked do not make the next line a bad one. */
static void
test_unchecked_between(void **state)
{
	struct input in;
	struct span line;

	(void)state;
	input_over(&in, SPAN("uno\n\xE8\ndue\n\xE8\n"));
	expect_line(&in, "uno", 1);
	assert_int_equal(input_bytes(&in, &line), 1);
	expect_line(&in, "due", 3);
	assert_int_equal(input_line(&in, &line), ERR_UTF8);
	expect_end(&in);
}

static void
test_gzip(void **state)
{
	struct span two = joined(gzip(SPAN("uno\ndu")), gzip(SPAN("e\n")));
	struct input in;

	(void)state;
	input_over(&in, two);
	expect_line(&in, "uno", 1);
	expect_line(&in, "due", 2); /* across the members */
	expect_end(&in);
	input_over(&in, joined(two, repeated(SPAN("\0"), 512))); /* padded, as on a tape */
	expect_line(&in, "uno", 1);
	expect_line(&in, "due", 2);
	expect_end(&in);
	input_over(&in, gzip(SPAN("")));
	expect_end(&in);
}

static void
test_large_gzip(void **state)
{
	struct span plain = repeated(SPAN("riga di prova\n"), 100000), rest;
	struct input in;

	(void)state;
	input_over(&in, joined(gzip(plain), gzip(plain)));
	assert_int_equal(input_rest(&in, &rest), 0);
	assert_int_equal(rest.n, 2 * plain.n);
	assert_memory_equal(rest.s, plain.s, plain.n);
	assert_memory_equal(rest.s + plain.n, plain.s, plain.n);
	input_close(&in);
}

static void
test_bad_gzip(void **state)
{
	struct span whole = gzip(SPAN("uno\ndue\n")), rest;
	struct input in;

	(void)state;
	for (size_t n = 2; n < whole.n; n++) { /* cut anywhere, in header, data and trailer */
		input_over(&in, (struct span){ whole.s, n });
		assert_int_equal(input_rest(&in, &rest), ERR_GZIP);
		input_close(&in);
	}
	input_over(&in, joined(whole, SPAN("garbage")));
	assert_int_equal(input_rest(&in, &rest), ERR_GZIP);
	input_close(&in);
	((char *)(uintptr_t)whole.s)[whole.n - 8] ^= 1; /* the checksum */
	input_over(&in, whole);
	assert_int_equal(input_rest(&in, &rest), ERR_GZIP);
	input_close(&in);
}

static void
test_peek(void **state)
{
	struct input in;
	struct span head, rest;

	(void)state;
	input_over(&in, gzip(SPAN("uno\ndue\ntre\n")));
	assert_int_equal(input_peek(&in, 5, &head), 0);
	assert_true(span_starts(head, SPAN("uno\nd")));
	assert_true(head.n >= 5);
	expect_line(&in, "uno", 1);
	assert_int_equal(input_peek(&in, 1000, &head), 0);
	assert_true(span_starts(head, SPAN("due\ntre"))); /* shorter than was wanted */
	assert_int_equal(input_rest(&in, &rest), 0);
	assert_span(rest, "due\ntre\n");
	expect_end(&in);
}

static void
test_peek_behind_blanks(void **state)
{
	struct input in;
	struct span head;

	(void)state;
	input_over(&in, SPAN(" \n\t{\"a\""));
	assert_int_equal(input_peek(&in, 1, &head), 0);
	assert_true(span_starts(head, SPAN("{")));
	expect_line(&in, " ", 1); /* none is taken */
	input_close(&in);
	input_over(&in, SPAN(" \n"));
	assert_int_equal(input_peek(&in, 1, &head), 0);
	assert_int_equal(head.n, 0);
	input_close(&in);
}

/* A pipe gives what it has: a first byte alone, which may be that of gzip, then a pipe full. */
static void
test_one_byte_first(void **state)
{
	struct span noise = repeated(SPAN("abcdefgh\n"), 7282), bytes, head, rest, text;
	struct input in = { 0 };
	unsigned x = 1;
	int ends[2];

	(void)state;
	for (size_t i = 0; i < noise.n; i++) { /* what does not shrink */
		x = x * 1103515245 + 12345;
		((char *)(uintptr_t)noise.s)[i] = (char)(x >> 16);
	}
	text = joined(SPAN("x"), joined(noise, noise)); /* peek passes over white space */
	bytes = gzip(text);
	assert_true(bytes.n > 65537);
	assert_int_equal(pipe(ends), 0);
	in = (struct input){ .name = "pipe", .fd = ends[0], .limit = INPUT_MAX };
	assert_int_equal(write(ends[1], bytes.s, 1), 1);
	assert_int_equal(input_peek(&in, 1, &head), 0);
	assert_int_equal(write(ends[1], bytes.s + 1, 65536), 65536);
	assert_int_equal(input_peek(&in, 1000, &head), 0);
	assert_memory_equal(head.s, text.s, 1000);
	close(ends[1]);
	assert_int_equal(input_rest(&in, &rest), ERR_GZIP); /* the writer left early */
	input_close(&in);
}

static void
test_one_plain_byte(void **state)
{
	struct input in;

	(void)state;
	input_over(&in, SPAN("\x1F")); /* half of gzip's magic is no gzip */
	expect_line(&in, "\x1F", 1);
	expect_end(&in);
}

static void
test_open(void **state)
{
	struct input in;
	struct span line;

	(void)state;
	assert_int_equal(input_open(&in, "/nonexistent/file"), ERR_IO);
	input_close(&in);
	assert_int_equal(input_open(&in, "/"), 0);
	assert_int_equal(input_line(&in, &line), ERR_IO); /* a directory */
	input_close(&in);
	assert_int_equal(input_open(&in, "-"), 0);
	assert_string_equal(in.name, "<stdin>");
	input_close(&in);
}

/* Bytes that a function gives, one at a time, then an error. */
static ssize_t
give(void *self, void *p, size_t n)
{
	struct span *left = self;

	if (left->n == 0 || n == 0)
		return ERR_ARCHIVE;
	memcpy(p, left->s, 1);
	*left = span_from(*left, 1);
	return 1;
}

static void
test_pull(void **state)
{
	struct span bytes = SPAN("uno\ndue"), line, rest;
	struct input in;

	(void)state;
	input_from(&in, "pulled", give, &bytes);
	expect_line(&in, "uno", 1);
	assert_int_equal(input_ahead(&in, 100, &rest), ERR_ARCHIVE);
	assert_span(rest, "due"); /* what came before it is there */
	assert_int_equal(input_ahead(&in, 3, &rest), 0);
	assert_int_equal(input_line(&in, &line), ERR_ARCHIVE);
	assert_int_equal(input_rest(&in, &rest), ERR_ARCHIVE); /* and told again */
	input_close(&in);
}

static void
test_skip(void **state)
{
	struct span some = SPAN("");
	struct input in;

	(void)state;
	input_over(&in, joined(repeated(SPAN("x"), 200000), SPAN("y\nfine\nultima")));
	assert_int_equal(input_skip(&in, 150000), 150000);
	assert_int_equal(input_skip_line(&in), 1);
	expect_line(&in, "fine", 1);
	assert_int_equal(input_some(&in, &some), 0);
	assert_span(some, "ultima");
	assert_int_equal(input_skip_line(&in), 0);
	assert_int_equal(input_skip(&in, 1), 0);
	assert_int_equal(input_some(&in, &some), 0);
	assert_int_equal(some.n, 0);
	input_close(&in);
}

/* From damage to the next member, wherever it begins. */
static void
test_resync(void **state)
{
	struct span noise = repeated(SPAN("\x1F\x8B\x08\xFF"), 40000), some = SPAN("");
	struct input in;

	(void)state;
	input_over(&in, joined(gzip(SPAN("uno")), joined(noise, gzip(SPAN("due\n")))));
	assert_int_equal(input_ahead(&in, 100, &some), ERR_GZIP);
	assert_int_equal(input_resync(&in), 1);
	expect_line(&in, "due", 1);
	assert_int_equal(input_resync(&in), 0);
	expect_end(&in);
	input_over(&in, SPAN("uno"));
	assert_int_equal(input_resync(&in), 0); /* no gzip */
	input_close(&in);
}

/* A stream without end must not fill the memory. */
static void
test_too_large(void **state)
{
	struct input in;
	struct span rest;

	(void)state;
	assert_int_equal(input_open(&in, "/dev/zero"), 0);
	assert_int_equal(input_rest(&in, &rest), ERR_SIZE);
	input_close(&in);
	assert_int_equal(input_open(&in, "/dev/zero"), 0);
	assert_int_equal(input_line(&in, &rest), ERR_SIZE);
	input_close(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_bad_lines),
		cmocka_unit_test(test_bad_line_far_behind),
		cmocka_unit_test(test_unchecked_between),
		cmocka_unit_test(test_gzip),
		cmocka_unit_test(test_large_gzip),
		cmocka_unit_test(test_bad_gzip),
		cmocka_unit_test(test_peek),
		cmocka_unit_test(test_one_byte_first),
		cmocka_unit_test(test_peek_behind_blanks),
		cmocka_unit_test(test_one_plain_byte),
		cmocka_unit_test(test_open),
		cmocka_unit_test(test_pull),
		cmocka_unit_test(test_skip),
		cmocka_unit_test(test_resync),
		cmocka_unit_test(test_too_large),
	};

	return RUN(tests);
}
