#include "warc.h"

#include "deflate.h"

enum { MAX = 200000 };

#define PAGE "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"

static struct span
record(const char *type, const char *url, struct span body)
{
	struct buf out = { .arena = &arena };

	buf_printf(&out, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n", type, url);
	buf_printf(&out, "WARC-Date: 2025-05-02T08:00:00Z\r\nContent-Length: %zu\r\n\r\n", body.n);
	buf_put(&out, body);
	buf_put(&out, SPAN("\r\n\r\n"));
	return buf_span(&out);
}

static struct span
page(const char *text)
{
	return record("response", "https://example.org/a", joined(SPAN(PAGE), span_of(text)));
}

static struct span
info(void)
{
	return record("warcinfo", "", SPAN("software: nessuno\r\n"));
}

/* What comes of an archive: "1:text", "2:passed" by the records' numbers, "3!-23" for errors. */
static struct span
summary(struct span bytes)
{
	struct buf out = { .arena = &arena };
	struct warc_response page_of;
	struct span whole;
	struct input in;
	struct warc warc;
	int rc;

	input_over(&in, bytes);
	warc_open(&warc, &in, MAX);
	while ((rc = warc_next(&warc, &arena, &whole)) != 0) {
		buf_printf(&out, "%s%zu", out.n > 0 ? " " : "", warc.number);
		if (rc == 1)
			rc = warc_record(&arena, whole, MAX, &page_of);
		if (rc == 1)
			buf_putc(&out, ':');
		else
			buf_printf(&out, "!%d", rc);
		if (rc == 1)
			buf_put(&out, page_of.body);
	}
	buf_printf(&out, " -%zu", warc.skipped);
	assert_int_equal(warc_next(&warc, &arena, &whole), 0);
	input_close(&in);
	return buf_span(&out);
}

static void
test_record(void **state)
{
	struct warc_response r;
	struct span plain = record("resource", "http://x", SPAN("ciao"));

	(void)state;
	assert_int_equal(warc_record(&arena, page("ciao"), MAX, &r), 1);
	assert_span(r.url, "https://example.org/a");
	assert_span(r.date, "2025-05-02T08:00:00Z");
	assert_span(r.charset, "utf-8");
	assert_true(span_starts(r.body, SPAN("ciao")));
	assert_int_equal(warc_record(&arena, record("response", "<http://x>", SPAN(PAGE)), MAX, &r),
			 1);
	assert_span(r.url, "http://x");
	assert_int_equal(warc_record(&arena, plain, MAX, &r), 1);
	assert_int_equal(warc_record(&arena, info(), MAX, &r), 0);
	assert_int_equal(warc_record(&arena, SPAN("WARC/1.0\r\n"), MAX, &r), ERR_WARC);
	assert_int_equal(
	    warc_record(&arena, record("response", "http://x", SPAN("niente")), MAX, &r), ERR_HTTP);
}

static void
test_passed_over(void **state)
{
	struct buf out = { .arena = &arena };

	(void)state;
	buf_put(&out, info());
	buf_put(&out, record("request", "http://x", SPAN("GET / HTTP/1.1\r\n\r\n")));
	buf_put(&out, record("response", "http://x", SPAN("HTTP/1.1 404 No\r\n\r\nno")));
	buf_put(&out, record("response", "http://x", SPAN("HTTP/1.1 301 No\r\n\r\n")));
	buf_put(&out, record("response", "http://x",
			     SPAN("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG")));
	buf_put(&out, record("response", "dns:x", SPAN("1.2.3.4")));
	buf_put(&out, record("resource", "metadata://x/log", SPAN("testo")));
	buf_put(&out, record("revisit", "http://x", SPAN(PAGE)));
	buf_put(&out, page("ciao"));
	assert_span(summary(buf_span(&out)), "9:ciao -8");
	assert_span(summary(info()), " -1");
	assert_span(summary(SPAN("")), " -0");
}

/* As wget and Heritrix write it: a member of gzip for each record; or plain, or all in one. */
static void
test_gzip(void **state)
{
	struct span a = page("uno"), b = info(), c = page("due");

	(void)state;
	assert_span(summary(joined(a, joined(b, c))), "1:uno 3:due -1");
	assert_span(summary(gzip(joined(a, joined(b, c)))), "1:uno 3:due -1");
	assert_span(summary(joined(gzip(a), joined(gzip(b), gzip(c)))), "1:uno 3:due -1");
}

static struct span
changed(struct span a, const char *from, const char *to)
{
	char *s = arena_cstr(&arena, a), *at = memmem(s, a.n, from, strlen(from));

	assert_non_null(at);
	memcpy(at, to, strlen(to));
	return (struct span){ s, a.n };
}

static void
test_damage(void **state)
{
	struct span a = page("uno"), b = page("due"), c = page("tre");
	struct span long_one = changed(b, "Length: 6", "Length: 9");
	struct span short_one = changed(b, "Length: 6", "Length: 2");
	struct span no_length = changed(b, "Content-Length", "Content-Lungez");

	(void)state;
	assert_span(summary(joined(a, joined(long_one, c))), "1:uno 2!-23 3:tre -0");
	assert_span(summary(joined(a, joined(short_one, c))), "1:uno 2!-23 3:tre -0");
	assert_span(summary(joined(a, joined(no_length, c))), "1:uno 2!-23 3:tre -0");
	assert_span(summary(joined(a, joined(SPAN("immondizia\r\n"), c))), "1:uno 2!-23 3:tre -0");
	assert_span(summary((struct span){ a.s, a.n - 6 }), "1!-23 -0"); /* cut in the body */
	assert_span(summary((struct span){ a.s, 30 }), "1!-23 -0");      /* in the head */
	assert_span(summary((struct span){ a.s, a.n - 4 }), "1:uno -0"); /* no blank lines */
}

/* Each byte of the middle one changed, or the archive cut there: the others come all the same. */
static void
test_gzip_damage(void **state)
{
	struct span a = gzip(page("uno")), b = gzip(page("due")), c = gzip(page("tre")), got;
	struct span all = joined(a, joined(b, c));

	(void)state;
	for (size_t i = 0; i < b.n; i++) {
		char *s = arena_cstr(&arena, all);

		s[a.n + i] = (char)(s[a.n + i] ^ 0xFF);
		got = summary((struct span){ s, all.n });
		assert_true(span_starts(got, SPAN("1:uno ")));
		assert_non_null(memmem(got.s, got.n, ":tre", 4));
		if (memmem(got.s, got.n, ":due", 4) == NULL)
			assert_non_null(memmem(got.s, got.n, "!-", 2));
	}
	for (size_t i = 1; i < b.n; i++) {
		got = summary((struct span){ all.s, a.n + i });
		assert_true(span_starts(got, SPAN("1:uno ")));
		assert_non_null(memmem(got.s, got.n, "!-", 2));
		got = summary(joined((struct span){ all.s, a.n + i }, c));
		assert_true(span_starts(got, SPAN("1:uno ")));
		assert_non_null(memmem(got.s, got.n, ":tre", 4));
	}
}

static void
test_large(void **state)
{
	struct span film = repeated(SPAN("x"), 3 * MAX), head = SPAN(PAGE);
	struct span video =
	    record("response", "http://x",
		   joined(SPAN("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n"), film));
	struct span large = record("response", "http://x", joined(head, film));
	struct span bomb =
	    record("response", "http://x",
		   joined(SPAN("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"), gzip(film)));

	(void)state;
	assert_span(summary(joined(video, page("uno"))), "2:uno -1");
	assert_span(summary(joined(large, page("uno"))), "1!-5 2:uno -0");
	assert_span(summary(joined(bomb, page("uno"))), "1!-5 2:uno -0");
	assert_span(summary((struct span){ video.s, video.n - 1000 }), "1!-23 -1");
	assert_span(summary(gzip(joined(large, page("uno")))), "1!-5 2:uno -0");
}

/* A record's beginning, then an error for ever: of an archive in which the file stands. */
static ssize_t
pull_damage(void *self, void *bytes, size_t n)
{
	bool *begun = self;

	if (*begun || n < 8)
		return ERR_ARCHIVE;
	*begun = true;
	memcpy(bytes, "WARC/1.1", 8);
	return 8;
}

static void
test_damage_below(void **state)
{
	struct span record;
	struct input in;
	struct warc warc;
	bool begun = false;

	(void)state;
	input_from(&in, "damage", pull_damage, &begun);
	warc_open(&warc, &in, MAX);
	assert_int_equal(warc_next(&warc, &arena, &record), ERR_ARCHIVE);
	assert_int_equal(warc_next(&warc, &arena, &record), 0);
	input_close(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_record),       cmocka_unit_test(test_passed_over),
		cmocka_unit_test(test_gzip),         cmocka_unit_test(test_damage),
		cmocka_unit_test(test_gzip_damage),  cmocka_unit_test(test_large),
		cmocka_unit_test(test_damage_below),
	};

	return RUN(tests);
}
