/* What the unit tests share: an arena, texts as inputs, tables and documents out of literals. */
#ifndef RASSEGNA_TESTS_HELPER_H
#define RASSEGNA_TESTS_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "buf.h"
#include "conllu.h"
#include "status.h"
#include "table.h"

static void
no_memory(void)
{
	fail_msg("out of memory");
}

static struct arena arena = { .oom = no_memory };

static int
free_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

#define RUN(tests) cmocka_run_group_tests(tests, NULL, free_arena)

#define assert_span(got, want) assert_span_at(got, want, __FILE__, __LINE__)
static inline void
assert_span_at(struct span got, const char *want, const char *file, int line)
{
	if (span_eq(got, span_of(want)))
		return;
	print_error("got  \"%.*s\"\nwant \"%s\"\n", (int)got.n, got.s, want);
	_fail(file, line);
}

/* An input over bytes in memory; input_open knows paths only. */
static inline void
input_over(struct input *in, struct span bytes)
{
	char path[32];
	int fd = memfd_create("test", MFD_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.s, bytes.n), bytes.n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	assert_int_equal(input_open(in, path), 0);
	in->name = "test";
	close(fd);
}

/* A table out of its rows. */
static inline struct table
table_of(const char *rows)
{
	struct buf source = { .arena = &arena };
	struct table table = { 0 };
	struct span compiled;
	size_t bad_line;

	buf_put(&source, SPAN("# rassegna-table 1\n"));
	buf_put(&source, span_of(rows));
	assert_int_equal(table_compile(&arena, buf_span(&source), &compiled, &bad_line), 0);
	assert_int_equal(table_use(&table, compiled), 0);
	return table;
}

/* models/NAME.tsv, for those that are written by hand. */
static inline struct table
real_table(const char *name)
{
	const char *slash = strrchr(__FILE__, '/');
	struct buf path = { .arena = &arena };
	struct table table = { 0 };
	struct span source, compiled;
	struct input in;
	size_t bad_line;

	buf_printf(&path, "%.*s../models/%s.tsv", slash != NULL ? (int)(slash - __FILE__) + 1 : 0,
		   __FILE__, name);
	assert_int_equal(input_open(&in, arena_cstr(&arena, buf_span(&path))), 0);
	assert_int_equal(input_rest(&in, &source), 0);
	assert_int_equal(table_compile(&arena, source, &compiled, &bad_line), 0);
	assert_int_equal(table_use(&table, compiled), 0);
	input_close(&in);
	return table;
}

/* A sentence out of its forms, parted by one blank; the other columns are "_". */
static inline void
add_sentence(struct document *doc, const char *forms)
{
	struct sentence *s = PUSH(&arena, &doc->sentences);
	struct span rest = span_of(forms), form;

	for (long id = 1; span_cut(&rest, ' ', &form); id++) {
		struct row *row = PUSH(&arena, &s->rows);
		struct buf number = { .arena = &arena };

		buf_printf(&number, "%ld", id);
		*row = (struct row){ .kind = ROW_WORD, .last = id };
		for (int i = 0; i < C_NCOLS; i++)
			row->col[i] = SPAN("_");
		row->col[C_ID] = buf_span(&number);
		row->col[C_FORM] = form;
	}
}

/* One column of a sentence, its rows parted by a blank. */
static inline struct span
column_of(const struct sentence *s, enum column column)
{
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < s->rows.n; i++) {
		if (i > 0)
			buf_putc(&out, ' ');
		buf_put(&out, s->rows.v[i].col[column]);
	}
	return buf_span(&out);
}

static inline void
write_file(const char *path, struct span bytes)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.s, 1, bytes.n, f), bytes.n);
	assert_int_equal(fclose(f), 0);
}

#endif
