/* What the fuzz targets share: an arena whose end is a longjmp, and inputs over the fuzzer's bytes.
 * A check that fails aborts, which the fuzzer reports with the bytes that led there. */
#ifndef RASSEGNA_FUZZ_H
#define RASSEGNA_FUZZ_H

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "arena.h"
#include "buf.h"
#include "input.h"
#include "table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static jmp_buf out_of_memory;

static void
no_memory(void)
{
	longjmp(out_of_memory, 1);
}

static struct arena arena = { .oom = no_memory };

#define CHECK(condition)                                                                           \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);    \
			abort();                                                                   \
		}                                                                                  \
	} while (0)

/* A target's work on one input, in the arena. */
#define FUZZ(work)                                                                                 \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)                               \
	{                                                                                          \
		if (setjmp(out_of_memory) == 0)                                                    \
			work((struct span){ (const char *)data, size });                           \
		arena_reset(&arena);                                                               \
		return 0;                                                                          \
	}

/* Opened through /proc, since input_open knows paths only. */
static inline void
open_bytes(struct input *in, struct span bytes)
{
	static int fd = -1;
	char path[32];

	if (fd < 0)
		fd = memfd_create("fuzz", MFD_CLOEXEC);
	CHECK(ftruncate(fd, 0) == 0 && pwrite(fd, bytes.s, bytes.n, 0) == (ssize_t)bytes.n);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	CHECK(input_open(in, path) == 0);
	in->name = "fuzz";
}

/* A table that lives as long as the program. */
static inline void
open_rows(struct table *table, const char *rows)
{
	static struct arena forever = { .oom = abort };
	struct buf source = { .arena = &forever };
	struct span compiled;
	size_t bad_line;

	buf_put(&source, SPAN("# rassegna-table 1\n"));
	buf_put(&source, span_of(rows));
	CHECK(table_compile(&forever, buf_span(&source), &compiled, &bad_line) == 0);
	CHECK(table_use(table, compiled) == 0);
}

#endif
