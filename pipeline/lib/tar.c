#include "tar.h"

#include <stdio.h>
#include <string.h>

#include "buf.h"

const char tar_zeros[TAR_END];

enum { NAME_SIZE = 100, SIZE_AT = 124, SUM_AT = 148, TYPE_AT = 156, MAGIC_AT = 257 };

size_t
tar_padding(size_t size)
{
	return -size % TAR_BLOCK;
}

static bool
fits_plain_head(struct span name)
{
	if (name.n > NAME_SIZE)
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (name.s[i] < ' ' || name.s[i] > '~')
			return false;
	return true;
}

/* Numbers are octal and end with a NUL; the sum counts its own field as blanks. */
static void
put_block(struct buf *out, struct span name, size_t size, char type)
{
	static const char owner[] = "0000644\0000000000\0000000000", ustar[] = "ustar\00000";
	char b[TAR_BLOCK] = { 0 };
	unsigned sum = 0;

	for (size_t i = 0; i < name.n; i++)
		b[i] = name.s[i];
	memcpy(b + NAME_SIZE, owner, sizeof(owner));
	snprintf(b + SIZE_AT, 12, "%011zo", size);
	snprintf(b + SIZE_AT + 12, 12, "%011o", 0U);
	memset(b + SUM_AT, ' ', 8);
	b[TYPE_AT] = type;
	memcpy(b + MAGIC_AT, ustar, sizeof(ustar));
	for (size_t i = 0; i < sizeof(b); i++)
		sum += (unsigned char)b[i];
	snprintf(b + SUM_AT, 8, "%06o", sum);
	buf_put(out, (struct span){ b, sizeof(b) });
}

static size_t
digits(size_t n)
{
	return n < 10 ? 1 : 1 + digits(n / 10);
}

/* "LENGTH path=NAME\n": the length counts itself. */
static struct span
path_record(struct arena *arena, struct span name)
{
	struct buf out = { .arena = arena };
	size_t rest = sizeof(" path=\n") - 1 + name.n, n = rest + digits(rest);

	buf_printf(&out, "%zu path=", rest + digits(n));
	buf_put(&out, name);
	buf_putc(&out, '\n');
	return buf_span(&out);
}

struct span
tar_head(struct arena *arena, struct span name, size_t size)
{
	struct buf out = { .arena = arena };

	if (!fits_plain_head(name)) {
		struct span record = path_record(arena, name);

		put_block(&out, SPAN("pax"), record.n, 'x');
		buf_put(&out, record);
		buf_put(&out, (struct span){ tar_zeros, tar_padding(record.n) });
		name = SPAN("long");
	}
	put_block(&out, name, size, '0');
	return buf_span(&out);
}
