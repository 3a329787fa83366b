#include "container.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <stdlib.h>

#include "deflate.h"

enum { MAX = 50000 };

/* Work in a folder of its own, so that names are short. */
static char folder[] = "/tmp/container-XXXXXX";

static int
enter(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
leave(void **state)
{
	char command[64];

	free_arena(state);
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	return chdir("/") != 0 || system(command) != 0;
}

struct file {
	const char *name;
	struct span bytes;
};

/* An archive of files, in memory; what begins with '@' is a link, with '/' at the end a folder. */
static struct span
archive_of(enum format format, const struct file *files)
{
	static char out[1 << 20];
	struct archive *a = archive_write_new();
	size_t n = 0;

	if (format == FORMAT_ZIP)
		archive_write_set_format_zip(a);
	else
		archive_write_set_format_pax_restricted(a);
	archive_write_set_bytes_in_last_block(a, 1);
	assert_int_equal(archive_write_open_memory(a, out, sizeof(out), &n), ARCHIVE_OK);
	for (; files->name != NULL; files++) {
		struct archive_entry *e = archive_entry_new();
		bool link = files->name[0] == '@';

		archive_entry_set_pathname(e, files->name);
		archive_entry_set_filetype(e, link ? AE_IFLNK : AE_IFREG);
		if (link)
			archive_entry_set_symlink(e, "/etc/passwd");
		archive_entry_set_perm(e, 0600);
		archive_entry_set_size(e, (int64_t)files->bytes.n);
		assert_true(archive_write_header(a, e) >=
			    ARCHIVE_WARN); /* names that are no text */
		archive_write_data(a, files->bytes.s, files->bytes.n);
		archive_entry_free(e);
	}
	archive_write_close(a);
	archive_write_free(a);
	return arena_copy(&arena, (struct span){ out, n });
}

#define TAR(...) archive_of(FORMAT_TAR, (const struct file[]){ __VA_ARGS__, { 0 } })
#define ZIP(...) archive_of(FORMAT_ZIP, (const struct file[]){ __VA_ARGS__, { 0 } })

/* The items of an open container: "name=bytes", or "name!-22", parted by one blank. */
static struct span
items(struct container *c)
{
	struct arena names = { .oom = no_memory };
	struct buf out = { .arena = &arena };
	struct item item;
	int rc;

	while ((rc = container_next(c, &names, &item)) != 0) {
		if (out.n > 0)
			buf_putc(&out, ' ');
		buf_put(&out, item.name);
		if (rc < 0)
			buf_printf(&out, "!%d", rc);
		else
			buf_putc(&out, '=');
		buf_put(&out, rc > 0 ? item.bytes : SPAN(""));
		arena_reset(&names);
	}
	assert_int_equal(container_next(c, &names, &item), 0);
	container_close(c);
	arena_free(&names);
	return buf_span(&out);
}

static struct span
items_as(enum format format, const char *name, struct span bytes)
{
	struct container c;

	write_file(name, bytes);
	assert_int_equal(container_open(&c, name, MAX), 0);
	c.format = format;
	return items(&c);
}

static struct span
items_of(const char *name, struct span bytes)
{
	return items_as(FORMAT_UNKNOWN, name, bytes);
}

/* The same through standard input, as a pipe. */
static struct span
items_of_pipe(struct span bytes)
{
	int before = dup(STDIN_FILENO), ends[2];
	struct container c;
	struct span got;

	assert_int_equal(pipe(ends), 0);
	assert_true(fcntl(ends[1], F_SETPIPE_SZ, 1 << 20) >= (int)bytes.n);
	assert_int_equal(write(ends[1], bytes.s, bytes.n), bytes.n);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	assert_int_equal(container_open(&c, "-", MAX), 0);
	got = items(&c);
	dup2(before, STDIN_FILENO);
	close(before);
	return got;
}

static void
test_one_item(void **state)
{
	(void)state;
	assert_span(items_of("a.txt", SPAN("ciao")), "a.txt=ciao");
	assert_span(items_of("a.txt", SPAN("")), "a.txt=");
	assert_span(items_of("a.gz", gzip(SPAN("ciao"))), "a.gz=ciao");
	assert_span(items_of("a.gz", joined(gzip(SPAN("ci")), gzip(SPAN("ao")))), "a.gz=ciao");
	assert_span(items_of("a.txt", SPAN("\xEF\xBB\xBF x")), "a.txt=\xEF\xBB\xBF x");
	assert_span(items_of("a.html", SPAN("<p>ciao")), "a.html=<p>ciao");
	assert_span(items_of("citt\xE0\n", SPAN("x")), "citt\xC3\xA0_=x");
	assert_span(items_of("a.gz", (struct span){ gzip(SPAN("ciao")).s, 12 }), "a.gz!-4");
	assert_span(items_of("a.gz", gzip(gzip(SPAN("ciao")))), "a.gz!-26");
	assert_span(items_of_pipe(SPAN("ciao")), "<stdin>=ciao");
}

static void
test_no_file(void **state)
{
	struct container c;

	(void)state;
	assert_int_equal(container_open(&c, "nobody", MAX), ERR_IO);
	container_close(&c);
	assert_int_equal(container_open(&c, "/", MAX), 0);
	assert_span(items(&c), "/!-1"); /* a folder is for operands.h */
}

static void
test_lines(void **state)
{
	(void)state;
	assert_span(items_of("x.jsonl", SPAN("{\"a\":1}\n\n{\"b\":2}\n")),
		    "x.jsonl#1={\"a\":1} x.jsonl#3={\"b\":2}");
	assert_span(items_of("x", gzip(SPAN("\xEF\xBB\xBF\n{\"a\":1}\r\n{"))),
		    "x#2={\"a\":1}\r x#3={");
	assert_span(items_of("x.jsonl", SPAN("{\"a\":1}")), "x.jsonl#1={\"a\":1}");
	assert_span(items_of("x.json", SPAN("{\"a\":1}\n")), "x.json={\"a\":1}\n");
	assert_span(items_of("x.json", SPAN("{\"a\":1}\n{\"b\":2}")),
		    "x.json#1={\"a\":1} x.json#2={\"b\":2}");
	assert_span(items_of("x.json", SPAN("{\n\"a\":1}\n")), "x.json={\n\"a\":1}\n");
	assert_span(items_of("x.json", SPAN("[{\"a\":1}]\n")), "x.json=[{\"a\":1}]\n");
	assert_span(items_of("x.txt", SPAN("{Roma}\nx")), "x.txt={Roma}\nx");
	assert_span(items_of_pipe(SPAN("{\"a\":1}\n{\"b\":2}\n")),
		    "<stdin>#1={\"a\":1} <stdin>#2={\"b\":2}");
}

static void
test_forced(void **state)
{
	struct span lines = SPAN("{\"a\":1}\n{\"b\":2}\n");

	(void)state;
	assert_span(items_as(FORMAT_TEXT, "x", lines), "x={\"a\":1}\n{\"b\":2}\n");
	assert_span(items_as(FORMAT_JSON, "x", lines), "x#1={\"a\":1} x#2={\"b\":2}");
	assert_span(items_as(FORMAT_JSONL, "x", SPAN("uno\ndue\n")), "x#1=uno x#2=due");
	assert_span(items_as(FORMAT_HTML, "x.tar", TAR({ "a", SPAN("ciao") })), "x.tar/a=ciao");
	assert_span(items_as(FORMAT_JSONL, "x.tar", TAR({ "a", SPAN("uno\ndue") })),
		    "x.tar/a#1=uno x.tar/a#2=due");
	assert_span(items_as(FORMAT_TAR, "x", SPAN("ciao")), "x!-22");
	assert_span(items_as(FORMAT_ZIP, "x", SPAN("ciao")), "x!-22");
	assert_span(items_as(FORMAT_WARC, "x", SPAN("ciao")), "x#1!-23");
}

#define FILES                                                                                      \
	{ "a.txt", SPAN("uno") },                                                                  \
	{                                                                                          \
		"b/c.txt", SPAN("due")                                                             \
	}
#define MEMBERS(x) x "/a.txt=uno " x "/b/c.txt=due"

static void
test_archives(void **state)
{
	struct span tar = TAR(FILES), zip = ZIP(FILES);

	(void)state;
	assert_span(items_of("x.tar", tar), MEMBERS("x.tar"));
	assert_span(items_of("x.zip", zip), MEMBERS("x.zip"));
	assert_span(items_of("x.tgz", gzip(tar)), MEMBERS("x.tgz"));
	assert_span(items_of("x.gz", gzip(zip)), MEMBERS("x.gz"));
	assert_span(items_of("x", joined(tar, tar)), MEMBERS("x") " " MEMBERS("x"));
	assert_span(items_of_pipe(tar), "a.txt=uno b/c.txt=due");
	assert_span(items_of_pipe(gzip(tar)), "a.txt=uno b/c.txt=due");
	assert_span(items_of_pipe(zip), "a.txt=uno b/c.txt=due");
}

static void
test_names(void **state)
{
	const struct file files[] = { { "../../x", SPAN("1") },   { "/etc/y", SPAN("2") },
				      { "a/../../z", SPAN("3") }, { "@link", SPAN("") },
				      { "..", SPAN("4") },        { "r\xC3\xA8\n", SPAN("5") },
				      { "\xE8", SPAN("6") },      { NULL, SPAN("") } };
	const struct file backslash[] = { { "..\\..\\x", SPAN("1") }, { NULL, SPAN("") } };
	char name[300];

	(void)state;
	assert_span(items_of("t", archive_of(FORMAT_TAR, files)),
		    "t/x=1 t/etc/y=2 t/a/z=3 t=4 t/r\xC3\xA8_=5 t/\xC3\xA8=6");
	assert_span(items_of("z", archive_of(FORMAT_ZIP, files)),
		    "z/x=1 z/etc/y=2 z/a/z=3 z=4 z/r\xC3\xA8_=5 z/\xC3\xA8=6");
	assert_span(items_of("z", archive_of(FORMAT_ZIP, backslash)), "z/x=1");
	memset(name, 'x', sizeof(name));
	name[299] = '\0';
	assert_int_equal(items_of("t", TAR({ name, SPAN("1") })).n, 2 + 299 + 2);
	assert_int_not_equal(access("etc", F_OK), 0); /* nothing was written */
}

static void
test_nested(void **state)
{
	struct span tar = TAR(FILES), zip = ZIP(FILES), three;

	(void)state;
	assert_span(items_of("x.zip", ZIP({ "t.tgz", gzip(tar) }, { "z", SPAN("ciao") })),
		    MEMBERS("x.zip/t.tgz") " x.zip/z=ciao");
	assert_span(items_of("x.tar", TAR({ "z.zip", zip }, { "j", SPAN("{\"a\":1}\n{}") })),
		    MEMBERS("x.tar/z.zip") " x.tar/j#1={\"a\":1} x.tar/j#2={}");
	three = ZIP({ "m.tar", TAR({ "z.zip", zip }, { "a", SPAN("ciao") }) }, { "b", SPAN("x") });
	assert_span(items_of("x", three), "x/m.tar/z.zip!-26 x/m.tar/a=ciao x/b=x");
	assert_span(items_of("x", TAR({ "a.gz", gzip(SPAN("ciao")) })), "x/a.gz=ciao");
	assert_span(items_of("x", TAR({ "a", gzip(gzip(SPAN("ciao"))) }, { "b", SPAN("x") })),
		    "x/a!-26 x/b=x");
}

/* batch cuts containers and passes on what is in them: that is not cut again. */
static void
test_records_as_members(void **state)
{
	struct span warc = SPAN("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n");

	(void)state;
	assert_span(items_of_pipe(TAR({ "x.jsonl#3", SPAN("{\"a\":1}") })), "x.jsonl#3={\"a\":1}");
	assert_span(items_of_pipe(TAR({ "x.warc#7", warc })),
		    "x.warc#7=WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
}

static void
test_warc(void **state)
{
	struct span info =
	    SPAN("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
	struct span page = SPAN("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://x\r\n"
				"Content-Length: 4\r\n\r\nciao\r\n\r\n");
	struct container c;
	struct item item;

	(void)state;
	write_file("x.warc", joined(info, joined(page, SPAN("WARC/1.0\r\n"))));
	assert_int_equal(container_open(&c, "x.warc", MAX), 0);
	assert_int_equal(container_next(&c, &arena, &item), 1);
	assert_span(item.name, "x.warc#2");
	assert_true(span_starts(item.bytes, SPAN("WARC/1.0\r\nWARC-Type: resource")));
	assert_true(span_ends(item.bytes, SPAN("\r\n\r\nciao")));
	assert_int_equal(container_next(&c, &arena, &item), ERR_WARC);
	assert_span(item.name, "x.warc#3");
	assert_int_equal(container_next(&c, &arena, &item), 0);
	assert_int_equal(c.skipped, 1);
	container_close(&c);
}

static void
test_limit(void **state)
{
	struct span large = repeated(SPAN("x"), MAX + 1), fits = { large.s, MAX };
	struct span lines =
	    joined(SPAN("{\"a\":\""), joined(repeated(large, 4), SPAN("\"}\n{\"b\":1}\n")));

	(void)state;
	assert_int_equal(items_of("x", fits).n, 2 + MAX);
	assert_span(items_of("x", large), "x!-5");
	assert_span(items_of("x", gzip(repeated(large, 20))), "x!-5");
	assert_span(items_of("x", TAR({ "a", large }, { "b", SPAN("ciao") })), "x/a!-5 x/b=ciao");
	assert_span(items_of("x", ZIP({ "a", large }, { "b", SPAN("ciao") })), "x/a!-5 x/b=ciao");
	assert_span(items_of_pipe(ZIP({ "a", large }, { "b", SPAN("ciao") })), "a!-5 b=ciao");
	assert_span(items_of("x", TAR({ "a", gzip(large) }, { "b", SPAN("ciao") })),
		    "x/a!-5 x/b=ciao");
	assert_span(items_of("x.jsonl", lines), "x.jsonl#1!-5 x.jsonl#2={\"b\":1}");
	/* what holds documents may be larger */
	assert_span(items_of("x", TAR({ "a.zip", ZIP({ "b", SPAN("ciao") }, { "c", large }) },
				      { "d", SPAN("x") })),
		    "x/a.zip/b=ciao x/a.zip/c!-5 x/d=x");
}

/* Cut anywhere: what comes is right, and what is missing is named. */
static void
test_cut(void **state)
{
	static const enum format formats[] = { FORMAT_TAR, FORMAT_ZIP };
	struct file files[] = { { "a", SPAN("uno") }, { "b", SPAN("due") }, { NULL, SPAN("") } };

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		struct span all = archive_of(formats[f], files);

		for (size_t n = formats[f] == FORMAT_TAR ? 512 : 4; n < all.n; n += 3) {
			struct span got = items_of("x", (struct span){ all.s, n });
			bool first = memmem(got.s, got.n, "x/a=uno", 7) != NULL;
			bool second = memmem(got.s, got.n, "x/b=due", 7) != NULL;

			assert_true(got.n > 0 && (first || !second));
			if (!second)
				assert_non_null(memmem(got.s, got.n, "!-22", 4));
		}
	}
}

/* One byte of the second member changed: the others come all the same. */
static void
test_damage(void **state)
{
	struct file files[] = { { "a", SPAN("uno uno uno") },
				{ "b", SPAN("due due due") },
				{ "c", SPAN("tre tre tre") },
				{ NULL, SPAN("") } };
	struct span all = archive_of(FORMAT_ZIP, files), got;
	const char *b = memmem(all.s, all.n, "PK\3\4", 4), *c;

	(void)state;
	b = memmem(b + 1, all.n - 10, "PK\3\4", 4);
	c = memmem(b + 1, all.n - 50, "PK\3\4", 4);
	for (size_t i = (size_t)(b - all.s); i < (size_t)(c - all.s); i++) {
		char *s = arena_cstr(&arena, all);

		s[i] = (char)(s[i] ^ 0x55);
		got = items_of("x", (struct span){ s, all.n });
		assert_true(span_starts(got, SPAN("x/a=uno uno uno x/b")));
		assert_true(span_ends(got, SPAN(" x/c=tre tre tre")));
		if (memmem(got.s, got.n, "x/b=due due due", 15) == NULL)
			assert_non_null(memmem(got.s, got.n, "x/b!-22", 7));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_item), cmocka_unit_test(test_no_file),
		cmocka_unit_test(test_lines),    cmocka_unit_test(test_forced),
		cmocka_unit_test(test_archives), cmocka_unit_test(test_names),
		cmocka_unit_test(test_nested),   cmocka_unit_test(test_records_as_members),
		cmocka_unit_test(test_warc),     cmocka_unit_test(test_limit),
		cmocka_unit_test(test_cut),      cmocka_unit_test(test_damage),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
