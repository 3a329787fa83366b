#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "status.h"
#include "utf8.h"

enum { CHUNK = 1 << 16 };

struct gunzip {
	z_stream z;
	bool between;                 /* members: the last one has ended */
	unsigned char raw[CHUNK + 1]; /* a byte may have come alone, before the magic was whole */
};

int
input_open(struct input *in, const char *path)
{
	bool is_stdin = strcmp(path, "-") == 0;

	*in = (struct input){ .name = is_stdin ? "<stdin>" : path, .limit = INPUT_MAX };
	in->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	return in->fd < 0 ? ERR_IO : 0;
}

void
input_close(struct input *in)
{
	if (in->gz != NULL) {
		inflateEnd(&in->gz->z);
		free(in->gz);
	}
	free(in->buf);
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	*in = (struct input){ .fd = -1 };
}

static ssize_t
read_some(int fd, void *p, size_t n)
{
	ssize_t got;

	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

static int
make_room(struct input *in)
{
	size_t cap = in->cap ? 2 * in->cap : 2 * CHUNK;
	char *p;

	if (in->off > 0) {
		memmove(in->buf, in->buf + in->off, in->n - in->off);
		in->n -= in->off;
		in->off = 0;
	}
	if (in->cap - in->n >= CHUNK)
		return 0;
	if ((p = realloc(in->buf, cap)) == NULL)
		return ERR_IO;
	in->buf = p;
	in->cap = cap;
	return 0;
}

/* The input turned out to be gzip: what was read of it goes to the inflater. */
static int
start_gunzip(struct input *in)
{
	if ((in->gz = calloc(1, sizeof(*in->gz))) == NULL)
		return ERR_IO;
	memcpy(in->gz->raw, in->buf, in->n);
	in->gz->z.next_in = in->gz->raw;
	in->gz->z.avail_in = (uInt)in->n;
	in->n = 0;
	in->eof = false;
	return inflateInit2(&in->gz->z, 16 + MAX_WBITS) == Z_OK ? 0 : ERR_IO;
}

/* Zeros after the last member are padding, as gzip(1) has it; anything else must be a member. */
static int
next_member(struct input *in)
{
	if (*in->gz->z.next_in == 0) {
		in->eof = true;
		return 0;
	}
	in->gz->between = false;
	return inflateReset(&in->gz->z) == Z_OK ? 0 : ERR_GZIP;
}

static int
fill_gunzip(struct input *in)
{
	struct gunzip *gz = in->gz;
	ssize_t got;
	int rc;

	if (gz->z.avail_in == 0) {
		if ((got = read_some(in->fd, gz->raw, CHUNK)) < 0)
			return ERR_IO;
		in->eof = got == 0;
		gz->z.next_in = gz->raw;
		gz->z.avail_in = (uInt)got;
		if (in->eof)
			return gz->between ? 0 : ERR_GZIP;
	}
	if (gz->between && ((rc = next_member(in)) < 0 || in->eof))
		return rc;
	gz->z.next_out = (unsigned char *)in->buf + in->n;
	gz->z.avail_out = (uInt)(in->cap - in->n);
	rc = inflate(&gz->z, Z_NO_FLUSH);
	in->n = in->cap - gz->z.avail_out;
	gz->between = rc == Z_STREAM_END;
	return rc == Z_OK || rc == Z_STREAM_END || rc == Z_BUF_ERROR ? 0 : ERR_GZIP;
}

static int
fill_plain(struct input *in)
{
	ssize_t got = read_some(in->fd, in->buf + in->n, CHUNK);

	if (got < 0)
		return ERR_IO;
	in->eof = got == 0;
	in->n += (size_t)got;
	return 0;
}

static int
fill(struct input *in)
{
	int rc = in->n - in->off > in->limit ? ERR_SIZE : make_room(in);

	if (rc < 0 || in->eof)
		return rc;
	if (in->gz != NULL)
		return fill_gunzip(in);
	rc = fill_plain(in);
	if (rc < 0 || in->sniffed || (in->n < 2 && !in->eof))
		return rc;
	in->sniffed = true;
	if (in->n >= 2 && memcmp(in->buf, "\x1f\x8b", 2) == 0)
		return start_gunzip(in);
	return 0;
}

static struct span
not_given(const struct input *in)
{
	return in->n > in->off ? (struct span){ in->buf + in->off, in->n - in->off } : SPAN("");
}

static int
check_text(struct span a)
{
	if (span_has(a, '\0'))
		return ERR_NUL;
	return utf8_valid(a) ? 0 : ERR_UTF8;
}

int
input_line(struct input *in, struct span *line)
{
	size_t seen = 0;
	char *lf = NULL;
	int rc;

	for (;;) {
		if (in->n - in->off > seen)
			lf = memchr(in->buf + in->off + seen, '\n', in->n - in->off - seen);
		if (lf != NULL || in->eof)
			break;
		seen = in->n - in->off;
		if ((rc = fill(in)) < 0) {
			in->line++;
			return rc;
		}
	}
	if (in->off == in->n)
		return 0;
	*line = (struct span){ in->buf + in->off, 0 };
	line->n = lf != NULL ? (size_t)(lf - line->s) : in->n - in->off;
	in->off += line->n + (lf != NULL);
	in->line++;
	return (rc = check_text(*line)) < 0 ? rc : 1;
}

int
input_peek(struct input *in, size_t want, struct span *head)
{
	int rc = 0;

	do {
		*head = not_given(in);
		if (in->line == 0 && span_starts(*head, SPAN("\xEF\xBB\xBF")))
			in->off += 3; /* of UTF-8: it says nothing else */
		*head = span_trim(not_given(in));
	} while (head->n < want && !in->eof && (rc = fill(in)) == 0);
	return rc;
}

int
input_rest(struct input *in, struct span *rest)
{
	int rc = 0;

	while (rc == 0 && !in->eof)
		rc = fill(in);
	*rest = not_given(in);
	in->off = in->n;
	return rc;
}
