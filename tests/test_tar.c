#include "tar.h"

#include <archive.h>
#include <archive_entry.h>

#include "buf.h"
#include "helper.h"

static void
put_member(struct buf *out, struct span name, struct span bytes)
{
	buf_put(out, tar_head(&arena, name, bytes.n));
	buf_put(out, bytes);
	buf_put(out, (struct span){ tar_zeros, tar_padding(bytes.n) });
}

static struct archive *
open_stream(const struct buf *stream)
{
	struct archive *a = archive_read_new();

	assert_int_equal(archive_read_support_format_tar(a), ARCHIVE_OK);
	assert_int_equal(archive_read_open_memory(a, stream->s, stream->n), ARCHIVE_OK);
	return a;
}

static void
check_member(struct archive *a, struct span name, struct span bytes)
{
	struct archive_entry *entry;
	char got[4096];

	assert_true(archive_read_next_header(a, &entry) >= ARCHIVE_WARN); /* no locale for è */
	assert_span(span_of(archive_entry_pathname(entry)), arena_cstr(&arena, name));
	assert_int_equal(archive_entry_filetype(entry), AE_IFREG);
	assert_int_equal(archive_entry_size(entry), bytes.n);
	assert_int_equal(archive_read_data(a, got, sizeof(got)), bytes.n);
	assert_memory_equal(got, bytes.s, bytes.n);
}

static const struct span names[] = {
	SPAN("a"),
	SPAN("a/b c.txt#12"),
	SPAN("caffè/è"),
	SPAN("a\nb"),
	SPAN("0123456789012345678901234567890123456789012345678901234567890123456789"
	     "012345678901234567890123456789"), /* 100: the last that fits */
	SPAN("0123456789012345678901234567890123456789012345678901234567890123456789"
	     "0123456789012345678901234567890"),
};

static void
test_names(void **state)
{
	struct buf stream = { .arena = &arena };
	struct archive *a;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		put_member(&stream, names[i], names[i]);
	buf_put(&stream, (struct span){ tar_zeros, TAR_END });
	a = open_stream(&stream);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		check_member(a, names[i], names[i]);
	archive_read_free(a);
}

/* The length of a pax record counts its own digits: where they become one more. */
static void
test_lengths(void **state)
{
	char name[1200];

	(void)state;
	memset(name, 'n', sizeof(name));
	for (size_t n = 80; n < sizeof(name); n++) {
		struct buf stream = { .arena = &arena };
		struct archive *a;

		put_member(&stream, (struct span){ name, n }, SPAN("x"));
		buf_put(&stream, (struct span){ tar_zeros, TAR_END });
		a = open_stream(&stream);
		check_member(a, (struct span){ name, n }, SPAN("x"));
		archive_read_free(a);
	}
}

static void
test_sizes(void **state)
{
	(void)state;
	assert_int_equal(tar_padding(0), 0);
	assert_int_equal(tar_padding(1), 511);
	assert_int_equal(tar_padding(512), 0);
	assert_int_equal(tar_padding(513), 511);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_lengths),
		cmocka_unit_test(test_sizes),
	};

	return RUN(tests);
}
