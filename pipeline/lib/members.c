#include "members.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "status.h"
#include "zip.h"

struct members {
	struct zip *zip; /* of a zip in a regular file; else libarchive reads */
	struct archive *archive;
	struct archive_entry *entry;
	bool kept; /* it was read ahead of its turn, see members_next */
	bool over;
	struct input *in;
	int failed; /* the error of the input */
	locale_t utf8;
};

static la_ssize_t
read_input(struct archive *a, void *self, const void **bytes)
{
	struct members *m = self;
	struct span some;
	int rc = input_some(m->in, &some);

	*bytes = some.s;
	if (rc == 0)
		return (la_ssize_t)some.n;
	m->failed = rc;
	archive_set_error(a, EIO, "input");
	return ARCHIVE_FATAL;
}

/* A regular file of which all that was read is in the buffer, not packed. */
static bool
is_file(const struct input *in, int64_t *size)
{
	struct stat st;

	if (in->gz != NULL || in->pull != NULL || fstat(in->fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    lseek(in->fd, 0, SEEK_CUR) != (off_t)in->n)
		return false;
	*size = st.st_size;
	return true;
}

static int
open_archive(struct members *m, enum format format)
{
	if ((m->archive = archive_read_new()) == NULL)
		return ERR_IO;
	if (format == FORMAT_ZIP) {
		archive_read_support_format_zip_streamable(m->archive);
	} else {
		archive_read_support_format_tar(m->archive);
		/* one tar behind another, as cat and gzip's members make them */
		archive_read_set_format_option(m->archive, "tar", "read_concatenated_archives",
					       "1");
	}
	archive_read_set_callback_data(m->archive, m);
	archive_read_set_read_callback(m->archive, read_input);
	if (archive_read_open1(m->archive) == ARCHIVE_OK)
		return 0;
	return m->failed < 0 ? m->failed : ERR_ARCHIVE;
}

int
members_open(struct members **out, struct input *in, enum format format)
{
	struct members *m = *out = calloc(1, sizeof(*m));
	int64_t size;

	if (m == NULL)
		return ERR_IO;
	m->in = in;
	m->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	if (format == FORMAT_ZIP && is_file(in, &size)) {
		if (zip_open(&m->zip, in->fd, size) == 0)
			return 0;
		zip_close(m->zip); /* cut short: from front to end, as far as it goes */
		m->zip = NULL;
	}
	return open_archive(m, format);
}

void
members_close(struct members *m)
{
	if (m == NULL)
		return;
	zip_close(m->zip);
	if (m->archive != NULL)
		archive_read_free(m->archive);
	if (m->utf8 != (locale_t)0)
		freelocale(m->utf8);
	free(m);
}

/* libarchive gives UTF-8 names of zip only where the locale has them: for this thread, here. */
static int
next_header(struct members *m)
{
	locale_t before = m->utf8 != (locale_t)0 ? uselocale(m->utf8) : (locale_t)0;
	int rc = archive_read_next_header(m->archive, &m->entry);

	if (before != (locale_t)0)
		uselocale(before);
	return rc;
}

static bool
is_regular(struct archive_entry *entry)
{
	return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == NULL;
}

static bool
is_damage(int rc)
{
	return rc == ARCHIVE_RETRY || rc == ARCHIVE_FAILED || rc == ARCHIVE_FATAL;
}

/* To the next regular file: true. libarchive finds the next good header of a tar by itself, block
 * by block (ARCHIVE_RETRY). */
static bool
find_member(struct members *m, bool *damaged)
{
	while (!m->over) {
		int rc = next_header(m);

		*damaged |= is_damage(rc);
		m->over = rc == ARCHIVE_EOF || rc == ARCHIVE_FATAL;
		if ((rc == ARCHIVE_OK || rc == ARCHIVE_WARN) && is_regular(m->entry))
			return true;
	}
	return false;
}

static void
set_member(struct archive_entry *entry, struct member *member)
{
	const char *name = archive_entry_pathname(entry);

	member->name = name != NULL ? span_of(name) : SPAN("");
	member->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
}

static int
next_of_zip(struct members *m, struct member *member)
{
	struct zip_member found;
	int rc = m->over ? 0 : zip_next(m->zip, &found);

	m->over = rc <= 0;
	if (rc > 0)
		*member = (struct member){ found.name, found.size };
	return rc;
}

/* Damage is told once, and the member behind it kept for the next call. */
int
members_next(struct members *m, struct member *member)
{
	bool damaged = false, found;

	*member = (struct member){ .name = SPAN(""), .size = -1 };
	if (m->zip != NULL)
		return next_of_zip(m, member);
	found = m->kept || find_member(m, &damaged);
	m->kept = damaged && found;
	if (damaged)
		return m->failed < 0 ? m->failed : ERR_ARCHIVE;
	if (found)
		set_member(m->entry, member);
	return found;
}

ssize_t
members_pull(void *self, void *p, size_t n)
{
	struct members *m = self;
	la_ssize_t got;

	if (m->zip != NULL)
		return zip_pull(m->zip, p, n);
	if ((got = archive_read_data(m->archive, p, n)) >= 0)
		return got;
	return m->failed < 0 ? m->failed : ERR_ARCHIVE;
}
