#include "via.h"

#include <signal.h>
#include <sys/wait.h>

#include "helper.h"

static struct via
opened(const char *command)
{
	struct via via;

	assert_int_equal(via_open(&via, command), 0);
	return via;
}

static void
expect(struct via *via, const char *want)
{
	struct span line;

	assert_int_equal(via_line(via, &line), 1);
	assert_span(line, want);
}

static void
expect_end(struct via *via, int status)
{
	struct span line;

	assert_int_equal(via_line(via, &line), 0);
	assert_int_equal(via_close(via), status);
}

static void
round_trip(const char *command)
{
	struct via via = opened(command);

	assert_int_equal(via_write(&via, SPAN("beta")), 0);
	assert_int_equal(via_write(&via, SPAN("")), 0);
	assert_int_equal(via_write(&via, SPAN("alfa")), 0);
	assert_int_equal(via_end(&via), 0);
	if (strcmp(command, "sort") == 0) {
		expect(&via, "");
		expect(&via, "alfa");
		expect(&via, "beta");
	} else {
		expect(&via, "beta");
		expect(&via, "");
		expect(&via, "alfa");
	}
	expect_end(&via, 0);
}

static void
test_round_trips(void **state)
{
	(void)state;
	round_trip("sed -u s/x/y/"); /* line by line */
	round_trip("cat");           /* in blocks */
	round_trip("sort");          /* when its input ends */
}

/* Line by line means that an answer can be had before the next line is written. */
static void
test_answer_in_between(void **state)
{
	struct via via = opened("sed -u s/a/b/");
	struct span line;
	int got = 0;

	(void)state;
	assert_int_equal(via_write(&via, SPAN("a")), 0);
	for (int i = 0; i < 1000 && got == 0; i++) {
		usleep(1000);
		assert_int_equal(via_write(&via, SPAN("a")), 0); /* reads on the way */
		got = via_line(&via, &line);
	}
	assert_int_equal(got, 1);
	assert_span(line, "b");
	via_end(&via);
	assert_int_equal(via_close(&via), 0);
}

/* More than two pipes hold, one line and many: neither side may wait for the other. */
static void
test_megabyte(void **state)
{
	struct buf big = { .arena = &arena };
	struct via via = opened("cat");
	struct span line;
	size_t n = 0;

	(void)state;
	while (big.n < 1 << 20)
		buf_put(&big, SPAN("Una riga piuttosto lunga. "));
	assert_int_equal(via_write(&via, buf_span(&big)), 0);
	for (int i = 0; i < 50000; i++)
		assert_int_equal(via_write(&via, SPAN("una riga di prova")), 0);
	assert_int_equal(via_end(&via), 0);
	assert_int_equal(via_line(&via, &line), 1);
	assert_true(span_eq(line, buf_span(&big)));
	while (via_line(&via, &line)) {
		assert_span(line, "una riga di prova");
		n++;
	}
	assert_int_equal(n, 50000);
	assert_int_equal(via_close(&via), 0);
}

static void
test_last_line_without_lf(void **state)
{
	struct via via = opened("printf 'a\\nb'");

	(void)state;
	assert_int_equal(via_end(&via), 0);
	expect(&via, "a");
	expect(&via, "b");
	expect_end(&via, 0);
}

static void
write_many(struct via *via)
{
	for (int i = 0; i < 20000; i++)
		assert_int_equal(via_write(via, SPAN("una riga di prova")), 0);
	assert_int_equal(via_end(via), 0);
}

static void
test_dying(void **state)
{
	struct via via = opened("exit 3");
	int status;

	(void)state;
	write_many(&via);
	assert_int_equal(WEXITSTATUS(via_close(&via)), 3);
	via = opened("kill -9 $$");
	write_many(&via);
	status = via_close(&via);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
	via = opened("exec /nonexistent/translator 2>&-");
	write_many(&via);
	assert_int_equal(WEXITSTATUS(via_close(&via)), 127);
}

/* It closes its output and reads on, or the other way round. */
static void
test_half_closed(void **state)
{
	struct via via = opened("exec >&-; cat > /dev/null");

	(void)state;
	write_many(&via);
	expect_end(&via, 0);
	via = opened("exec <&-; sleep 0.1; echo fine");
	write_many(&via);
	expect(&via, "fine");
	expect_end(&via, 0);
}

/* SIGPIPE is ignored here, but the translator's own pipes must break as ever. */
static void
test_sigpipe_is_default(void **state)
{
	struct via via = opened("yes | head -n 1");

	(void)state;
	assert_int_equal(via_end(&via), 0);
	expect(&via, "y");
	expect_end(&via, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trips),
		cmocka_unit_test(test_answer_in_between),
		cmocka_unit_test(test_megabyte),
		cmocka_unit_test(test_last_line_without_lf),
		cmocka_unit_test(test_dying),
		cmocka_unit_test(test_half_closed),
		cmocka_unit_test(test_sigpipe_is_default),
	};

	signal(SIGPIPE, SIG_IGN);
	alarm(100); /* what waits for ever fails */
	return RUN(tests);
}
