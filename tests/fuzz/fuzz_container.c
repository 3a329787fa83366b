/* A file as extract and batch open it, then the same bytes through a pipe: whatever is in it, items
 * have names that lead nowhere, sizes within the limit, and come to an end. */
#include "fuzz.h"

#include "container.h"
#include "status.h"
#include "utf8.h"

enum { MAX = 1 << 14 };

static void
check_name(struct span name)
{
	struct span part;

	CHECK(name.n > 0);
	CHECK(utf8_valid(name));
	for (size_t i = 0; i < name.n; i++)
		CHECK((unsigned char)name.s[i] >= ' ');
	while (span_cut(&name, '/', &part))
		CHECK(!span_eq(part, SPAN("..")));
}

static void
check_items(const char *path, size_t size)
{
	struct container container;
	struct item item;
	size_t n = 0;
	int rc;

	CHECK(container_open(&container, path, MAX) == 0);
	while ((rc = container_next(&container, &arena, &item)) != 0) {
		check_name(item.name);
		CHECK(rc < 0 || item.bytes.n <= MAX);
		CHECK(rc == 1 || rc == ERR_SIZE || rc == ERR_NESTED || rc == ERR_GZIP ||
		      rc == ERR_ARCHIVE || rc == ERR_WARC);
		CHECK(n++ <= 2000 * size + 10); /* packed, a byte can stand for so many lines */
	}
	container_close(&container);
}

static void
work(struct span bytes)
{
	static int fd = -1;
	char path[32];
	int ends[2];

	if (fd < 0)
		fd = memfd_create("fuzz", MFD_CLOEXEC);
	CHECK(ftruncate(fd, 0) == 0 && pwrite(fd, bytes.s, bytes.n, 0) == (ssize_t)bytes.n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	check_items(path, bytes.n);
	if (bytes.n > 60000) /* more than a pipe holds */
		return;
	CHECK(pipe(ends) == 0 && write(ends[1], bytes.s, bytes.n) == (ssize_t)bytes.n);
	close(ends[1]);
	CHECK(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
	close(ends[0]);
	check_items("-", bytes.n);
}

FUZZ(work)
