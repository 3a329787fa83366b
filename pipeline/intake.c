#include "intake.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "cli.h"
#include "lib/operands.h"
#include "lib/status.h"

/* ---- the size of the input, for the time that is left: a process of its own adds it up */

static void
add_up(char *const argv[], const char *list, int to)
{
	struct operands operands;
	const char *path;
	uint64_t total = 0;
	struct stat st;
	int rc = operands_open(&operands, argv, list, out_of_memory);

	while (rc >= 0 && (rc = operands_next(&operands, &path)) != 0) {
		if (rc > 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode))
			total += (uint64_t)st.st_size;
		rc = 0;
	}
	if (write(to, &total, sizeof(total)) != sizeof(total))
		_exit(EX_TROUBLE);
	_exit(0);
}

/* The lock of OUT, too. */
static void
close_others(int kept)
{
	close_range(STDERR_FILENO + 1, (unsigned)kept - 1, 0);
	close_range((unsigned)kept + 1, ~0U, 0);
}

static void
measure(struct intake *in, char *const argv[])
{
	pid_t parent = getpid();
	int ends[2];

	in->total = -1;
	if (in->progress->when == PROGRESS_NEVER ||
	    (in->list != NULL && strcmp(in->list, "-") == 0) ||
	    pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return;
	if (fork() == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(0);
		close_others(ends[1]);
		add_up(argv, in->list, ends[1]);
	}
	close(ends[1]);
	in->total = ends[0];
}

static void
take_total(struct intake *in)
{
	ssize_t n;

	if (in->total < 0)
		return;
	n = read(in->total, &in->progress->total, sizeof(in->progress->total));
	if (n < 0 && errno == EAGAIN)
		return;
	close(in->total);
	in->total = -1;
}

void
intake_tick(struct intake *in)
{
	uint64_t passed = in->progress->passed;

	take_total(in);
	if (in->in_file < in->file_size)
		in->progress->passed += in->in_file;
	progress_tick(in->progress);
	in->progress->passed = passed;
}

/* ---- items that go in */

static bool
in_shard(const struct intake *in, struct span name)
{
	return in->shards == 0 || XXH3_64bits(name.s, name.n) % in->shards == in->shard - 1;
}

static void
fail(struct intake *in, struct arena *arena, struct span name, struct span error)
{
	if (in_shard(in, name))
		in->failed(in->self, arena, name, error);
}

static void
fail_path(struct intake *in, struct arena *arena, const char *path, int rc)
{
	struct span error = span_of(status_str(rc)); /* errno goes */

	fail(in, arena, item_inside(arena, item_text(arena, span_of(path))), error);
}

static bool /* go on? */
take_items(struct intake *in, struct arena *arena, struct container *container)
{
	struct item item;
	int rc;

	while ((rc = container_next(container, arena, &item)) != 0) {
		item.name = item_inside(arena, item.name); /* as a member of a stream has it */
		if (rc < 0)
			fail(in, arena, item.name, span_of(status_str(rc)));
		else if (in_shard(in, item.name))
			in->item(in->self, arena, &item);
		in->in_file += rc > 0 ? item.bytes.n : 0;
		arena_reset(arena);
		if (!in->turned(in->self))
			return false;
	}
	return true;
}

static uint64_t
size_of(const char *path)
{
	struct stat st;

	if (strcmp(path, "-") == 0 || stat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return 0;
	return (uint64_t)st.st_size;
}

static bool
take_file(struct intake *in, struct arena *arena, const char *path)
{
	struct container container;
	bool on = true;
	int rc;

	in->in_file = 0;
	in->file_size = size_of(path);
	rc = container_open(&container, path, in->max_bytes);
	container.format = in->format;
	if (rc < 0)
		fail_path(in, arena, path, rc);
	else
		on = take_items(in, arena, &container);
	container_close(&container);
	in->progress->passed += in->file_size;
	in->in_file = in->file_size = 0;
	arena_reset(arena);
	return on;
}

static struct span
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return SPAN(".");
	return (struct span){ path, slash == path ? 1 : (size_t)(slash - path) };
}

/* The links of a folder are followed once, not for each of its files. */
static void
look_at_folder(struct intake *in, struct span folder)
{
	size_t n = strlen(in->out_real);

	if (in->folder != NULL && span_eq(span_of(in->folder), folder))
		return;
	free(in->folder);
	free(in->real);
	if ((in->folder = strndup(folder.s, folder.n)) == NULL)
		out_of_memory();
	in->real = realpath(in->folder, NULL);
	in->in_out = in->real != NULL && strncmp(in->real, in->out_real, n) == 0 &&
		     (in->real[n] == '/' || in->real[n] == '\0');
}

/* FILE, FILE-wal, FILE-shm */
static bool
is_database(const struct intake *in, const char *name)
{
	const char *db;

	if (in->db_real == NULL || in->real == NULL)
		return false;
	db = strrchr(in->db_real, '/') + 1;
	return span_eq(folder_of(in->db_real), span_of(in->real)) &&
	       strncmp(name, db, strlen(db)) == 0;
}

/* Is the file one that we write? */
static bool
is_result(struct intake *in, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (in->out_real == NULL || strcmp(path, "-") == 0)
		return false;
	look_at_folder(in, folder_of(path));
	return in->in_out || is_database(in, slash != NULL ? slash + 1 : path);
}

static void
prepare(struct intake *in)
{
	in->out_real = realpath(in->out, NULL);
	in->db_real = in->db != NULL ? realpath(in->db, NULL) : NULL;
	in->total = -1;
}

static void
clear(struct intake *in)
{
	free(in->out_real);
	free(in->db_real);
	free(in->folder);
	free(in->real);
	if (in->total >= 0)
		close(in->total);
	in->total = -1;
}

void
intake_run(struct intake *in, char *const argv[])
{
	struct arena arena = { .oom = out_of_memory };
	struct operands operands;
	const char *path;
	bool on = true;
	int rc = operands_open(&operands, argv, in->list, out_of_memory);

	if (rc < 0)
		errx(EX_TROUBLE, "%s: %s", in->list, status_str(rc));
	prepare(in);
	measure(in, argv);
	while (on && (rc = operands_next(&operands, &path)) != 0)
		if (rc < 0)
			fail_path(in, &arena, path, rc);
		else if (!is_result(in, path))
			on = take_file(in, &arena, path);
	operands_close(&operands);
	arena_free(&arena);
	clear(in);
}
