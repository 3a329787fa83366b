/* What the unit tests of packed input share. */
#ifndef RASSEGNA_TESTS_DEFLATE_H
#define RASSEGNA_TESTS_DEFLATE_H

#include <zlib.h>

#include "helper.h"

/* Packed in one go; bits as zlib has them: 31 is gzip, 15 zlib's own, -15 nothing around it. */
static inline struct span
packed(struct span plain, int bits)
{
	z_stream z = { 0 };
	size_t room = plain.n + plain.n / 10 + 200;
	char *out = ARENA_NEW(&arena, char, room);

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, bits, 8, 0), Z_OK);
	z.next_in = (unsigned char *)(uintptr_t)plain.s;
	z.avail_in = (uInt)plain.n;
	z.next_out = (unsigned char *)out;
	z.avail_out = (uInt)room;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(deflateEnd(&z), Z_OK);
	return (struct span){ out, room - z.avail_out };
}

static inline struct span
gzip(struct span plain)
{
	return packed(plain, 16 + MAX_WBITS);
}

static inline struct span
joined(struct span a, struct span b)
{
	return arena_concat(&arena, a, b);
}

static inline struct span
repeated(struct span a, size_t n)
{
	struct buf out = { .arena = &arena };

	while (n-- > 0)
		buf_put(&out, a);
	return buf_span(&out);
}

#endif
