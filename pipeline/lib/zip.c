#include "zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "status.h"

enum {
	END = 22,         /* bytes of the record at the end, less its comment */
	LOCATOR = 20,     /* of the one that says where Zip64's is */
	END64 = 56,       /* of that one */
	ENTRY = 46,       /* of the directory, less its names */
	LOCAL = 30,       /* before a member's data, less its names */
	WORD_MAX = 65535, /* bytes of a name, of extra fields, of a comment */
	CHUNK = 1 << 16,
};

struct zip {
	int fd;
	int64_t size;
	int64_t base;       /* what stands before the zip: a program that unpacks itself, say */
	int64_t entry, end; /* the next entry of the directory, and its end */
	int64_t packed;     /* of all members so far, together */
	char name[WORD_MAX + 1];
	unsigned char extra[WORD_MAX];
	struct {
		int64_t local, off, left; /* its header; its data, from off on */
		int64_t size, given;
		unsigned method, flags;
		uint32_t sum, wanted;
		bool begun, done;
		int rc;
	} now;
	z_stream z;
	unsigned char raw[CHUNK];
};

static uint32_t
le16(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8;
}

static uint32_t
le32(const unsigned char *p)
{
	return le16(p) | le16(p + 2) << 16;
}

static int64_t
le64(const unsigned char *p)
{
	return (int64_t)(le32(p) | (uint64_t)le32(p + 4) << 32);
}

/* All n bytes at off, or an error. */
static int
read_at(const struct zip *zip, int64_t off, void *p, size_t n)
{
	size_t done = 0;

	if (off < 0 || off > zip->size - (int64_t)n)
		return ERR_ARCHIVE;
	while (done < n) {
		ssize_t got = pread(zip->fd, (char *)p + done, n - done, off + (int64_t)done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got < 0 ? ERR_IO : ERR_ARCHIVE;
		done += (size_t)got;
	}
	return 0;
}

/* The offset of the record at the end, behind which only a comment may stand; or an error. */
static int64_t
find_end(struct zip *zip)
{
	int64_t from = zip->size > CHUNK ? zip->size - CHUNK : 0, n = zip->size - from;
	int rc = read_at(zip, from, zip->raw, (size_t)n);

	for (int64_t i = n - END; rc == 0 && i >= 0; i--)
		if (memcmp(zip->raw + i, "PK\5\6", 4) == 0 &&
		    i + END + (int64_t)le16(zip->raw + i + 20) <= n)
			return from + i;
	return rc < 0 ? rc : ERR_ARCHIVE;
}

/* Where the directory is, by the record of Zip64 if there is one: off and n. */
static int
find_directory(struct zip *zip, int64_t end, int64_t *off, int64_t *n)
{
	unsigned char record[END64];
	int rc = read_at(zip, end, record, END);

	if (rc < 0)
		return rc;
	*n = le32(record + 12);
	*off = le32(record + 16);
	zip->end = end;
	if (read_at(zip, end - LOCATOR, record, LOCATOR) < 0 || memcmp(record, "PK\6\7", 4) != 0)
		return 0;
	zip->end = le64(record + 8);
	if ((rc = read_at(zip, zip->end, record, END64)) < 0 || memcmp(record, "PK\6\6", 4) != 0)
		return rc < 0 ? rc : ERR_ARCHIVE;
	*n = le64(record + 40);
	*off = le64(record + 48);
	return 0;
}

static int
open_directory(struct zip *zip)
{
	int64_t end = find_end(zip), off, n;
	int rc;

	if (end < 0)
		return (int)end;
	if ((rc = find_directory(zip, end, &off, &n)) < 0)
		return rc;
	if (off < 0 || n < 0 || n > zip->end || off > zip->end - n)
		return ERR_ARCHIVE;
	zip->base = zip->end - n - off;
	zip->entry = zip->base + off;
	return 0;
}

int
zip_open(struct zip **out, int fd, int64_t size)
{
	struct zip *zip = *out = calloc(1, sizeof(*zip));

	if (zip == NULL || inflateInit2(&zip->z, -MAX_WBITS) != Z_OK)
		return ERR_IO;
	zip->fd = fd;
	zip->size = size;
	return open_directory(zip);
}

void
zip_close(struct zip *zip)
{
	if (zip == NULL)
		return;
	inflateEnd(&zip->z);
	free(zip);
}

/* Sizes and the offset, where they are too large for the entry. */
static void
read_zip64(struct zip *zip, size_t n)
{
	int64_t *fields[] = { &zip->now.size, &zip->now.left, &zip->now.local };
	const unsigned char *p = zip->extra, *end = p + n;

	while (end - p >= 4 && le16(p) != 1)
		p += 4 + le16(p + 2) < (size_t)(end - p) ? 4 + le16(p + 2) : (size_t)(end - p);
	p += end - p >= 4 ? 4 : 0;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (*fields[i] == UINT32_MAX && end - p >= 8) {
			*fields[i] = le64(p);
			p += 8;
		}
}

/* The mode stands in the upper half where Unix made it; else what ends in / is a folder. */
static bool
is_regular(const unsigned char *entry, struct span name)
{
	unsigned mode = le32(entry + 38) >> 16;

	if (name.n == 0 || name.s[name.n - 1] == '/')
		return false;
	return entry[5] != 3 || (mode & S_IFMT) == 0 || S_ISREG(mode);
}

/* As programs on DOS wrote them. */
static struct span
with_slashes(char *name, size_t n)
{
	if (memchr(name, '/', n) == NULL)
		for (size_t i = 0; i < n; i++)
			if (name[i] == '\\')
				name[i] = '/';
	return (struct span){ name, n };
}

static int
read_entry(struct zip *zip, unsigned char *entry, struct span *name)
{
	size_t name_n, extra_n;
	int rc = read_at(zip, zip->entry, entry, ENTRY);

	if (rc < 0 || memcmp(entry, "PK\1\2", 4) != 0)
		return rc < 0 ? rc : ERR_ARCHIVE;
	name_n = le16(entry + 28);
	extra_n = le16(entry + 30);
	if ((rc = read_at(zip, zip->entry + ENTRY, zip->name, name_n)) < 0 ||
	    (rc = read_at(zip, zip->entry + ENTRY + (int64_t)name_n, zip->extra, extra_n)) < 0)
		return rc;
	memset(&zip->now, 0, sizeof(zip->now));
	zip->now.flags = le16(entry + 8);
	zip->now.method = le16(entry + 10);
	zip->now.wanted = le32(entry + 16);
	zip->now.left = le32(entry + 20);
	zip->now.size = le32(entry + 24);
	zip->now.local = le32(entry + 42);
	read_zip64(zip, extra_n);
	zip->entry += ENTRY + (int64_t)(name_n + extra_n + le16(entry + 32));
	*name = with_slashes(zip->name, name_n);
	return 0;
}

int
zip_next(struct zip *zip, struct zip_member *member)
{
	unsigned char entry[ENTRY];
	int rc;

	while (zip->entry < zip->end) {
		if ((rc = read_entry(zip, entry, &member->name)) < 0)
			return rc;
		member->size = zip->now.size;
		if (is_regular(entry, member->name))
			return 1;
	}
	return 0;
}

/* Bit 0 of the flags: encrypted. */
static int
begin(struct zip *zip)
{
	unsigned char local[LOCAL];
	int rc = read_at(zip, zip->base + zip->now.local, local, LOCAL);

	zip->now.begun = true;
	if (rc < 0)
		return rc;
	if (memcmp(local, "PK\3\4", 4) != 0 || (zip->now.flags & 1) != 0 || zip->now.left < 0 ||
	    (zip->now.method != 0 && zip->now.method != Z_DEFLATED))
		return ERR_ARCHIVE;
	zip->now.off = zip->base + zip->now.local + LOCAL + le16(local + 26) + le16(local + 28);
	if (zip->now.left > zip->size - zip->packed)
		return ERR_ARCHIVE;
	zip->packed += zip->now.left;
	zip->z.avail_in = 0;
	return inflateReset(&zip->z) == Z_OK ? 0 : ERR_ARCHIVE;
}

/* The next of its packed bytes to p. */
static ssize_t
read_packed(struct zip *zip, void *p, size_t n)
{
	int rc;

	if ((int64_t)n > zip->now.left)
		n = (size_t)zip->now.left;
	if ((rc = read_at(zip, zip->now.off, p, n)) < 0)
		return rc;
	zip->now.off += (int64_t)n;
	zip->now.left -= (int64_t)n;
	return (ssize_t)n;
}

static ssize_t
inflated(struct zip *zip, void *p, size_t n)
{
	ssize_t got;
	int rc = Z_OK;

	zip->z.next_out = p;
	zip->z.avail_out = (uInt)n;
	while (zip->z.avail_out == n && rc == Z_OK) {
		if (zip->z.avail_in == 0) {
			if ((got = read_packed(zip, zip->raw, sizeof(zip->raw))) < 0)
				return got;
			zip->z.next_in = zip->raw;
			zip->z.avail_in = (uInt)got;
		}
		rc = inflate(&zip->z, Z_NO_FLUSH);
	}
	zip->now.done = rc == Z_STREAM_END;
	return rc == Z_OK || rc == Z_STREAM_END ? (ssize_t)(n - zip->z.avail_out) : ERR_ARCHIVE;
}

ssize_t
zip_pull(void *self, void *p, size_t n)
{
	struct zip *zip = self;
	ssize_t got = 0;

	if (!zip->now.begun)
		zip->now.rc = begin(zip);
	if (zip->now.rc < 0)
		return zip->now.rc;
	if (n > CHUNK)
		n = CHUNK;
	if (!zip->now.done)
		got = zip->now.method == 0 ? read_packed(zip, p, n) : inflated(zip, p, n);
	if (got > 0) {
		zip->now.sum = (uint32_t)crc32(zip->now.sum, p, (uInt)got);
		zip->now.given += got;
	}
	if (got == 0 && (zip->now.given != zip->now.size || zip->now.sum != zip->now.wanted))
		got = ERR_ARCHIVE;
	if (got < 0)
		zip->now.rc = (int)got;
	return got;
}
