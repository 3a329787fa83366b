#include "operands.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "helper.h"

/* A folder of its own to work in. */
static int
enter(void **state)
{
	static char path[] = "/tmp/operands-XXXXXX";

	*state = path;
	assert_non_null(mkdtemp(path));
	assert_int_equal(chdir(path), 0);
	assert_int_equal(mkdir("news", 0700), 0);
	assert_int_equal(mkdir("news/a", 0700), 0);
	assert_int_equal(mkdir("news/b", 0700), 0);
	assert_int_equal(mkdir("news/.old", 0700), 0);
	write_file("news/a.txt", SPAN("x"));
	write_file("news/a/1", SPAN("x"));
	write_file("news/a/\xC3\xA8", SPAN("x"));
	write_file("news/.old/2", SPAN("x"));
	assert_int_equal(symlink("..", "news/a/loop"), 0);
	assert_int_equal(symlink("a.txt", "news/link"), 0);
	assert_int_equal(mkfifo("news/pipe", 0600), 0);
	return 0;
}

static int
leave(void **state)
{
	char command[64];

	free_arena(state);
	snprintf(command, sizeof(command), "rm -r '%s'", (const char *)*state);
	return chdir("/") != 0 || system(command) != 0;
}

/* The paths that come, parted by one blank. */
static struct span
paths(char *const argv[], const char *list)
{
	struct buf out = { .arena = &arena };
	struct operands operands;
	const char *path;
	int rc;

	assert_int_equal(operands_open(&operands, argv, list, no_memory), 0);
	while ((rc = operands_next(&operands, &path)) != 0) {
		if (out.n > 0)
			buf_putc(&out, ' ');
		buf_put(&out, rc < 0 ? SPAN("bad:") : SPAN(""));
		buf_put(&out, span_of(path));
	}
	assert_int_equal(operands_next(&operands, &path), 0);
	operands_close(&operands);
	return buf_span(&out);
}

#define PATHS(...) paths((char *[]){ __VA_ARGS__, NULL }, NULL)

static void
test_files(void **state)
{
	(void)state;
	assert_span(paths((char *[]){ NULL }, NULL), "-");
	assert_span(PATHS("b", "-", "a", "nobody"), "b - a nobody");
	assert_span(PATHS("news/link", "news/pipe"), "news/link news/pipe");
}

/* By the bytes of the whole path: '.' before '/' before letters; no links, no pipes. */
static void
test_folders(void **state)
{
	(void)state;
	assert_span(PATHS("news"), "news/.old/2 news/a.txt news/a/1 news/a/\xC3\xA8");
	assert_span(PATHS("news/"), "news/.old/2 news/a.txt news/a/1 news/a/\xC3\xA8");
	assert_span(PATHS("./news/a", "x"), "./news/a/1 ./news/a/\xC3\xA8 x");
	assert_span(PATHS("news/a/loop"), "news/a/loop/.old/2 news/a/loop/a.txt news/a/loop/a/1 "
					  "news/a/loop/a/\xC3\xA8"); /* an operand may be a link */
	assert_span(PATHS("news/b"), "");
}

static void
test_lists(void **state)
{
	char *const none[] = { NULL };

	(void)state;
	write_file("lines", SPAN("uno\n\nil due.txt\nnews/a\ntre"));
	assert_span(paths(none, "lines"), "uno il due.txt news/a/1 news/a/\xC3\xA8 tre");
	assert_span(paths((char *[]){ "zero", NULL }, "lines"),
		    "zero uno il due.txt news/a/1 news/a/\xC3\xA8 tre");
	write_file("nuls", SPAN("u\nno\0due\0\0tre\0"));
	assert_span(paths(none, "nuls"), "u\nno due tre");
	write_file("nothing", SPAN(""));
	assert_span(paths(none, "nothing"), "");
}

static void
test_no_list(void **state)
{
	struct operands operands;
	char *const none[] = { NULL };

	(void)state;
	assert_int_equal(operands_open(&operands, none, "nobody", no_memory), ERR_IO);
	operands_close(&operands);
	assert_int_equal(operands_open(&operands, none, "news", no_memory), ERR_IO);
	operands_close(&operands);
}

static void
test_many(void **state)
{
	struct operands operands;
	char path[64], last[64] = "";
	const char *next;
	size_t n = 0;

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(path, sizeof(path), "news/b/%d", i * 7919 % 10007);
		write_file(path, SPAN("x"));
	}
	assert_int_equal(operands_open(&operands, (char *[]){ "news/b", NULL }, NULL, no_memory),
			 0);
	for (; operands_next(&operands, &next) == 1; n++) {
		assert_true(strcmp(last, next) < 0);
		snprintf(last, sizeof(last), "%s", next);
	}
	assert_int_equal(n, 300);
	operands_close(&operands);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files), cmocka_unit_test(test_folders),
		cmocka_unit_test(test_lists), cmocka_unit_test(test_no_list),
		cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
