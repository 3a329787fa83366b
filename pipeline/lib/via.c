#include "via.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "status.h"

enum { CHUNK = 1 << 14 };

_Noreturn static void
run(const char *command, int in, int out)
{
	struct sigaction dfl = { .sa_handler = SIG_DFL };

	sigaction(SIGPIPE, &dfl, NULL);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

int
via_open(struct via *via, const char *command)
{
	int to[2], from[2];

	*via = (struct via){ .to = -1, .from = -1 };
	if (pipe2(to, O_CLOEXEC) < 0 || pipe2(from, O_CLOEXEC) < 0 || (via->pid = fork()) < 0)
		return ERR_IO;
	if (via->pid == 0)
		run(command, to[0], from[1]);
	close(to[0]);
	close(from[1]);
	via->to = to[1];
	via->from = from[0];
	return fcntl(via->to, F_SETFL, O_NONBLOCK) < 0 ? ERR_IO : 0;
}

static void
close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static int
make_room(struct via *via)
{
	char *p;

	if (via->off > 0) {
		memmove(via->buf, via->buf + via->off, via->n - via->off);
		via->n -= via->off;
		via->off = 0;
	}
	if (via->cap - via->n >= CHUNK)
		return 0;
	if ((p = realloc(via->buf, 2 * via->cap + CHUNK)) == NULL)
		return ERR_IO;
	via->buf = p;
	via->cap = 2 * via->cap + CHUNK;
	return 0;
}

static int
read_some(struct via *via)
{
	ssize_t got;

	if (make_room(via) < 0)
		return ERR_IO;
	got = read(via->from, via->buf + via->n, via->cap - via->n);
	if (got < 0)
		return errno == EINTR ? 0 : ERR_IO;
	if (got == 0)
		close_end(&via->from);
	via->n += (size_t)got;
	return 0;
}

/* What could be written; a translator that no longer reads takes all, its lines will be missed. */
static int
write_some(struct via *via, struct span *rest)
{
	ssize_t put = write(via->to, rest->s, rest->n);

	if (put < 0 && errno == EPIPE) {
		close_end(&via->to);
		rest->n = 0;
		return 0;
	}
	if (put < 0)
		return errno == EINTR || errno == EAGAIN ? 0 : ERR_IO;
	*rest = span_from(*rest, (size_t)put);
	return 0;
}

/* Wait until the translator takes or gives something, and do that. */
static int
pump(struct via *via, struct span *rest)
{
	struct pollfd fds[2] = { { .fd = via->from, .events = POLLIN },
				 { .fd = rest->n > 0 ? via->to : -1, .events = POLLOUT } };

	if (poll(fds, 2, -1) < 0)
		return errno == EINTR ? 0 : ERR_IO;
	if (fds[0].revents != 0 && read_some(via) < 0)
		return ERR_IO;
	return fds[1].revents != 0 ? write_some(via, rest) : 0;
}

static int
write_all(struct via *via, struct span rest)
{
	while (rest.n > 0 && via->to >= 0)
		if (pump(via, &rest) < 0)
			return ERR_IO;
	return 0;
}

int
via_write(struct via *via, struct span line)
{
	return write_all(via, line) < 0 ? ERR_IO : write_all(via, SPAN("\n"));
}

int
via_line(struct via *via, struct span *line)
{
	size_t left = via->n - via->off;
	char *start, *lf;

	if (left == 0)
		return 0;
	start = via->buf + via->off;
	lf = memchr(start, '\n', left);
	if ((lf == NULL && via->from >= 0))
		return 0;
	*line = (struct span){ start, lf != NULL ? (size_t)(lf - start) : left };
	via->off += line->n + (lf != NULL);
	return 1;
}

int
via_end(struct via *via)
{
	struct span nothing = SPAN("");

	close_end(&via->to);
	while (via->from >= 0)
		if (pump(via, &nothing) < 0)
			return ERR_IO;
	return 0;
}

int
via_close(struct via *via)
{
	int status = 0;

	close_end(&via->to);
	close_end(&via->from);
	while (waitpid(via->pid, &status, 0) < 0 && errno == EINTR)
		;
	free(via->buf);
	return status;
}
