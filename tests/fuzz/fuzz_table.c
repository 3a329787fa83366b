/* A model's source, and bytes that say they are a compiled model: every row that compiles is found,
 * and a byte that has changed is seen. */
#include "fuzz.h"

#include "status.h"

static void
check_rows(const struct table *t)
{
	struct span line = { 0 }, rest, key, fields;

	while (table_next(t, &line)) {
		rest = line;
		CHECK(span_cut(&rest, '\t', &key));
		CHECK(table_find(t, key, &fields));
		while (table_again(t, key, &fields))
			;
	}
	table_find(t, SPAN("no such key"), &fields);
}

static void
compile(struct span rows)
{
	struct buf source = { .arena = &arena };
	struct table t = { 0 };
	struct span compiled;
	size_t bad_line;
	char *byte;

	buf_put(&source, SPAN("# rassegna-table 1\n"));
	buf_put(&source, rows);
	if (table_compile(&arena, buf_span(&source), &compiled, &bad_line) < 0)
		return;
	CHECK(table_use(&t, compiled) == 0);
	check_rows(&t);
	byte = (char *)(uintptr_t)compiled.s + rows.n % compiled.n;
	*byte ^= 1;
	CHECK(table_use(&t, compiled) == ERR_MODEL);
}

static void
work(struct span bytes)
{
	struct table t = { 0 };
	struct span copy = { arena_alloc(&arena, bytes.n, 1), bytes.n }; /* aligned */

	if (bytes.n > 0)
		memcpy((char *)(uintptr_t)copy.s, bytes.s, bytes.n);
	if (table_use(&t, copy) == 0)
		check_rows(&t);
	compile(bytes);
}

FUZZ(work)
