#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "status.h"

static void
release(struct output *out)
{
	int saved = errno;

	if (out->fd >= 0)
		close(out->fd);
	if (out->tmp != NULL)
		unlink(out->tmp);
	free(out->path);
	free(out->tmp);
	*out = (struct output){ .fd = -1 };
	errno = saved;
}

int
output_open(struct output *out, const char *path)
{
	struct stat st;
	bool exists = stat(path, &st) == 0;

	*out = (struct output){ .fd = -1 };
	out->path = exists ? realpath(path, NULL) : strdup(path);
	if (out->path == NULL)
		return ERR_IO;
	if ((!exists || S_ISREG(st.st_mode)) &&
	    asprintf(&out->tmp, "%s.%ld.tmp", out->path, (long)getpid()) < 0)
		out->tmp = NULL;
	out->fd = open(out->tmp != NULL ? out->tmp : out->path,
		       O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (out->fd >= 0)
		return 0;
	release(out);
	return ERR_IO;
}

int
output_keep(struct output *out)
{
	int fd = out->fd;
	bool failed;

	out->fd = -1;
	failed = close(fd) < 0 || (out->tmp != NULL && rename(out->tmp, out->path) < 0);
	if (!failed) {
		free(out->tmp);
		out->tmp = NULL;
	}
	release(out);
	return failed ? ERR_IO : 0;
}

void
output_drop(struct output *out)
{
	release(out);
}
