#include "http.h"

#include "deflate.h"

enum { MAX = 100000 };

/* The body of a response with these header lines, or what is wrong with it. */
static int
read_body(struct span headers, struct span body, struct span *out)
{
	struct http_response response;
	struct buf message = { .arena = &arena };
	int rc;

	buf_put(&message, SPAN("HTTP/1.1 200 OK\r\n"));
	buf_put(&message, headers);
	buf_put(&message, SPAN("\r\n"));
	buf_put(&message, body);
	assert_int_equal(http_parse(&arena, buf_span(&message), &response), 0);
	assert_int_equal(response.status, 200);
	rc = http_body(&arena, &response, MAX);
	*out = response.body;
	return rc;
}

static void
expect_body(struct span headers, struct span body, const char *want)
{
	struct span got;

	assert_int_equal(read_body(headers, body, &got), 0);
	assert_span(got, want);
}

static void
expect_error(struct span headers, struct span body, int want)
{
	struct span got;

	assert_int_equal(read_body(headers, body, &got), want);
}

#define CHUNKED SPAN("Transfer-Encoding: chunked\r\n")
#define GZIP SPAN("content-encoding: GZIP\r\n")
#define DEFLATE SPAN("Content-Encoding: deflate\r\n")

static void
test_head(void **state)
{
	struct http_response r;

	(void)state;
	assert_int_equal(http_parse(&arena,
				    SPAN("HTTP/1.0 404 Not Found\nContent-Type: Text/HTML; "
					 "boundary=x; CharSet=\"ISO-8859-1\"\n\nciao"),
				    &r),
			 0);
	assert_int_equal(r.status, 404);
	assert_span(r.type, "text/html");
	assert_span(r.charset, "ISO-8859-1");
	assert_span(r.body, "ciao");
	assert_int_equal(http_parse(&arena, SPAN("HTTP/1.1 200\r\n\r\n"), &r), 0);
	assert_span(r.type, "");
	assert_span(r.body, "");
	assert_int_equal(http_parse(&arena, SPAN("HTTP/1.1 200 OK"), &r), 0); /* no end */
	assert_span(r.body, "");
	assert_int_equal(http_parse(&arena, SPAN("<html>"), &r), ERR_HTTP);
	assert_int_equal(http_parse(&arena, SPAN("HTTP/1.1 abc\r\n\r\n"), &r), ERR_HTTP);
	assert_int_equal(http_parse(&arena, SPAN("HTTP/1.1"), &r), ERR_HTTP);
	assert_int_equal(http_parse(&arena, SPAN(""), &r), ERR_HTTP);
}

static void
test_fields(void **state)
{
	struct span head = SPAN("A: 1\r\nb:2\r\n B : 3 \r\nvuoto:\r\nniente\r\n");

	(void)state;
	assert_span(http_field(head, SPAN("a")), "1");
	assert_span(http_field(head, SPAN("B")), "2"); /* the first */
	assert_span(http_field(head, SPAN("Vuoto")), "");
	assert_span(http_field(head, SPAN("niente")), "");
	assert_int_equal(http_head_length(SPAN("a\r\n\r\nb")), 5);
	assert_int_equal(http_head_length(SPAN("a\n\nb")), 3);
	assert_int_equal(http_head_length(SPAN("a\r\nb")), 0);
	assert_int_equal(http_head_length(SPAN("")), 0);
}

static void
test_pages(void **state)
{
	(void)state;
	assert_true(http_is_page(SPAN("text/html")));
	assert_true(http_is_page(SPAN("application/rss+xml")));
	assert_true(http_is_page(SPAN("application/ld+json")));
	assert_true(http_is_page(SPAN("")));
	assert_false(http_is_page(SPAN("image/svg+xml")));
	assert_false(http_is_page(SPAN("text/css")));
	assert_false(http_is_page(SPAN("application/javascript")));
}

static void
test_chunks(void **state)
{
	(void)state;
	expect_body(CHUNKED, SPAN("4\r\nIl p\r\nA;x=y\r\nonte riapr\r\n1\r\ne\r\n0\r\n\r\n"),
		    "Il ponte riapre");
	expect_body(CHUNKED, SPAN("0\r\n\r\n"), "");
	expect_body(CHUNKED, SPAN("<p>non a pezzi"), "<p>non a pezzi");
	expect_body(CHUNKED, SPAN("Dadi\nnon a pezzi"), "Dadi\nnon a pezzi");
	expect_error(CHUNKED, SPAN("4\r\nIl p\r\nA\r\nont"), ERR_HTTP);
	expect_error(CHUNKED, SPAN("4\r\nIl p\r\nx\r\n"), ERR_HTTP);
	expect_error(CHUNKED, SPAN("4\r\nIl ponte\r\n0\r\n"), ERR_HTTP);
	expect_error(CHUNKED, SPAN("fffffffffff\r\nIl"), ERR_HTTP);
}

static void
test_packed(void **state)
{
	struct span text = SPAN("Il ponte riapre a maggio."), zip = gzip(text);

	(void)state;
	expect_body(GZIP, zip, text.s);
	expect_body(SPAN("Content-Encoding: x-gzip\r\n"), joined(zip, gzip(SPAN(" Ciao."))),
		    "Il ponte riapre a maggio. Ciao.");
	expect_body(DEFLATE, packed(text, MAX_WBITS), text.s);
	expect_body(DEFLATE, packed(text, -MAX_WBITS), text.s);
	expect_body(GZIP, text, text.s); /* it says so, and is not */
	expect_body(SPAN("Content-Encoding: br\r\n"), SPAN(" <html>"), " <html>");
	expect_error(SPAN("Content-Encoding: br\r\n"), SPAN("\x8B\x02"), ERR_HTTP);
	expect_error(GZIP, (struct span){ zip.s, zip.n - 9 }, ERR_HTTP);
	expect_error(DEFLATE, SPAN("\xFF\xFF\xFF"), ERR_HTTP);
}

static void
test_limit(void **state)
{
	struct span fits = repeated(SPAN("x"), MAX), bomb = repeated(SPAN("x"), MAX + 1), got;

	(void)state;
	assert_int_equal(read_body(GZIP, gzip(fits), &got), 0);
	assert_true(span_eq(got, fits));
	expect_error(GZIP, gzip(bomb), ERR_SIZE);
	expect_error(GZIP, gzip(repeated(bomb, 50)), ERR_SIZE);
	expect_error(DEFLATE, packed(bomb, -MAX_WBITS), ERR_SIZE);
	expect_error(SPAN(""), bomb, ERR_SIZE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_head),   cmocka_unit_test(test_fields),
		cmocka_unit_test(test_pages),  cmocka_unit_test(test_chunks),
		cmocka_unit_test(test_packed), cmocka_unit_test(test_limit),
	};

	return RUN(tests);
}
