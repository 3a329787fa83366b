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
	unsigned char *scan;          /* in raw: where the next may begin if this one is damaged */
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
input_from(struct input *in, const char *name, pull_fn *pull, void *self)
{
	*in = (struct input){
		.name = name, .fd = -1, .limit = INPUT_MAX, .pull = pull, .self = self
	};
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
read_some(struct input *in, void *p, size_t n)
{
	ssize_t got;

	if (in->pull != NULL)
		return in->pull(in->self, p, n);
	do
		got = read(in->fd, p, n);
	while (got < 0 && errno == EINTR);
	return got < 0 ? ERR_IO : got;
}

static int
make_room(struct input *in)
{
	size_t cap = in->cap ? 2 * in->cap : 2 * CHUNK;
	char *p;

	if (in->off > 0) {
		memmove(in->buf, in->buf + in->off, in->n - in->off);
		in->n -= in->off;
		in->checked -= in->checked < in->off ? in->checked : in->off;
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
	in->gz->scan = in->gz->raw + 1;
	in->n = in->checked = 0;
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
	in->gz->scan = in->gz->raw + (in->gz->z.next_in - in->gz->raw) + 1;
	return inflateReset(&in->gz->z) == Z_OK ? 0 : ERR_GZIP;
}

static int
fill_raw(struct input *in)
{
	struct gunzip *gz = in->gz;
	ssize_t got = read_some(in, gz->raw, CHUNK);

	if (got < 0)
		return (int)got;
	in->eof = got == 0;
	if (in->eof)
		return 0; /* what is in raw may be scanned yet */
	gz->z.next_in = gz->scan = gz->raw;
	gz->z.avail_in = (uInt)got;
	return 0;
}

static int
fill_gunzip(struct input *in)
{
	struct gunzip *gz = in->gz;
	int rc;

	if (gz->z.avail_in == 0) {
		if ((rc = fill_raw(in)) < 0)
			return rc;
		if (in->eof)
			return gz->between ? 0 : ERR_GZIP;
	}
	if (gz->between && ((rc = next_member(in)) < 0 || in->eof))
		return rc;
	gz->z.next_out = (unsigned char *)in->buf + in->n;
	gz->z.avail_out = CHUNK; /* which is there; a bomb gets no more than the limit and this */
	rc = inflate(&gz->z, Z_NO_FLUSH);
	in->n += CHUNK - gz->z.avail_out;
	gz->between = rc == Z_STREAM_END;
	return rc == Z_OK || rc == Z_STREAM_END || rc == Z_BUF_ERROR ? 0 : ERR_GZIP;
}

static int
fill_plain(struct input *in)
{
	ssize_t got = read_some(in, in->buf + in->n, CHUNK);

	if (got < 0)
		return (int)got;
	in->eof = got == 0;
	in->n += (size_t)got;
	return 0;
}

/* The input turned out to be gzip? Two bytes tell. */
static int
sniff(struct input *in)
{
	in->sniffed = in->n >= 2 || in->eof;
	if (in->n >= 2 && memcmp(in->buf, "\x1f\x8b", 2) == 0)
		return start_gunzip(in);
	return 0;
}

static int
fill(struct input *in)
{
	int rc = in->n - in->off > in->limit ? ERR_SIZE : make_room(in);

	if (rc == 0)
		rc = in->failed;
	if (rc < 0 || in->eof)
		return rc;
	rc = in->gz != NULL ? fill_gunzip(in) : fill_plain(in);
	if (rc == 0 && !in->sniffed)
		rc = sniff(in);
	in->failed = rc;
	return rc;
}

static bool
at_end(const struct input *in)
{
	return in->eof && in->failed == 0;
}

static struct span
not_given(const struct input *in)
{
	return in->n > in->off ? (struct span){ in->buf + in->off, in->n - in->off } : SPAN("");
}

/* Look at all that is there, not line by line: most lines are shorter than it takes to begin. */
static bool
is_text(struct input *in, struct span line)
{
	size_t from = (size_t)(line.s - in->buf), end = from + line.n;
	struct span ahead = { line.s, in->n - from };

	if (end > in->checked) {
		const char *nul = memchr(ahead.s, '\0', ahead.n);

		if (nul != NULL)
			ahead.n = (size_t)(nul - ahead.s);
		in->checked = from + utf8_skip_valid(ahead, 0);
	}
	return end <= in->checked;
}

static int
why_no_text(struct span a)
{
	if (span_has(a, '\0'))
		return ERR_NUL;
	return ERR_UTF8;
}

/* Look for the LF that ends the next line; lf stays NULL where the input ends before it. */
static int
find_lf(struct input *in, const char **lf)
{
	size_t seen = 0;
	int rc;

	for (*lf = NULL;;) {
		if (in->n - in->off > seen)
			*lf = memchr(in->buf + in->off + seen, '\n', in->n - in->off - seen);
		if (*lf != NULL || at_end(in))
			return 0;
		seen = in->n - in->off;
		if ((rc = fill(in)) < 0)
			return rc;
	}
}

int
input_bytes(struct input *in, struct span *line)
{
	const char *lf;
	int rc;

	if ((rc = find_lf(in, &lf)) < 0) {
		in->line++;
		return rc;
	}
	if (in->off == in->n)
		return 0;
	*line = (struct span){ in->buf + in->off, 0 };
	line->n = lf != NULL ? (size_t)(lf - line->s) : in->n - in->off;
	in->off += line->n + (lf != NULL);
	in->line++;
	return 1;
}

int
input_line(struct input *in, struct span *line)
{
	int got = input_bytes(in, line);

	if (got <= 0)
		return got;
	return is_text(in, *line) ? 1 : why_no_text(*line);
}

int
input_skip_line(struct input *in)
{
	struct span some;
	const char *lf;
	int rc;

	while ((rc = input_some(in, &some)) == 0 && some.n > 0)
		if ((lf = memchr(some.s, '\n', some.n)) != NULL) {
			in->off -= some.n - (size_t)(lf + 1 - some.s);
			return 1;
		}
	return rc;
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
	} while (head->n < want && !at_end(in) && (rc = fill(in)) == 0);
	return rc;
}

int
input_ahead(struct input *in, size_t want, struct span *head)
{
	int rc = 0;

	while (in->n - in->off < want && !at_end(in) && rc == 0)
		rc = fill(in);
	*head = not_given(in);
	return rc;
}

int
input_ahead_line(struct input *in, struct span *line)
{
	const char *lf;
	int rc = find_lf(in, &lf);

	*line = not_given(in);
	if (lf != NULL)
		line->n = (size_t)(lf + 1 - line->s);
	return rc;
}

int
input_some(struct input *in, struct span *some)
{
	int rc = 0;

	while (in->n == in->off && !at_end(in) && rc == 0)
		rc = fill(in);
	*some = not_given(in);
	in->off = in->n;
	return rc;
}

ssize_t
input_skip(struct input *in, size_t n)
{
	size_t left = n;
	struct span some;
	int rc;

	while (left > 0) {
		if ((rc = input_some(in, &some)) < 0)
			return rc;
		if (some.n == 0)
			break;
		if (some.n > left)
			in->off -= some.n - left;
		left -= some.n < left ? some.n : left;
	}
	return (ssize_t)(n - left);
}

int
input_rest(struct input *in, struct span *rest)
{
	int rc = 0;

	while (rc == 0 && !at_end(in))
		rc = fill(in);
	*rest = not_given(in);
	in->off = in->n;
	return rc;
}

/* Does a gzip header begin here: magic, deflate, no flag that does not exist? */
static bool
is_member(const unsigned char *p)
{
	return p[0] == 0x1F && p[1] == 0x8B && p[2] == Z_DEFLATED && (p[3] & 0xE0) == 0;
}

/* What is not yet scanned stands alone in raw, with more read behind it: 1, or 0 at the end. */
static int
refill_raw(struct input *in)
{
	struct gunzip *gz = in->gz;
	size_t left = (size_t)(gz->z.next_in + gz->z.avail_in - gz->scan);
	ssize_t got;

	memmove(gz->raw, gz->scan, left);
	if ((got = read_some(in, gz->raw + left, CHUNK - left)) < 0)
		return (int)got;
	gz->z.next_in = gz->scan = gz->raw;
	gz->z.avail_in = (uInt)(left + (size_t)got);
	return got > 0;
}

/* From the damaged member's start, where that is still there: it may have eaten others. */
static int
find_member(struct input *in)
{
	struct gunzip *gz = in->gz;
	int rc;

	for (;;) {
		unsigned char *end = gz->raw + (gz->z.next_in - gz->raw) + gz->z.avail_in;

		while (end - gz->scan >= 4 && !is_member(gz->scan))
			gz->scan++;
		if (end - gz->scan >= 4) {
			gz->z.avail_in = (uInt)(end - gz->scan);
			gz->z.next_in = gz->scan++;
			return 1;
		}
		if ((rc = refill_raw(in)) <= 0)
			return rc;
	}
}

int
input_resync(struct input *in)
{
	int rc = in->gz != NULL ? find_member(in) : 0;

	in->off = in->n = in->checked = 0;
	in->eof = rc <= 0;
	in->failed = rc < 0 ? rc : 0;
	if (rc <= 0)
		return rc;
	in->gz->between = false;
	return inflateReset(&in->gz->z) == Z_OK ? 1 : ERR_GZIP;
}
