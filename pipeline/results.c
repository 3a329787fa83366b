#include "results.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "lib/chosen.h"
#include "lib/item.h"
#include "lib/status.h"

static const char tmp[] = ".rassegna.tmp";

enum { NAME_BYTES = 255, HASH_BYTES = 17 }; /* of a part of a path; "~" and 16 digits */

struct result_format {
	const char *name;
	struct span ending;
};

static const struct result_format formats[] = {
	{ "text", SPAN(".txt") },    { "markdown", SPAN(".md") }, { "json", SPAN(".json") },
	{ "jsonl", SPAN(".jsonl") }, { "tsv", SPAN(".tsv") },     { "csv", SPAN(".csv") },
	{ "tbx", SPAN(".tbx") },     { "tmx", SPAN(".tmx") },     { "conllu", SPAN(".conllu") },
};

/* ---- OUT */

static int
make_folders(int dir, char *path) /* those before the last slash */
{
	for (char *slash = path; (slash = strchr(slash + 1, '/')) != NULL;) {
		int rc;

		*slash = '\0';
		rc = mkdirat(dir, path, 0777);
		*slash = '/';
		if (rc < 0 && errno != EEXIST)
			return ERR_IO;
	}
	return 0;
}

int
results_open(struct results *r, const char *out)
{
	char path[PATH_MAX];

	r->dir = -1;
	if (snprintf(path, sizeof(path), "%s/", out) >= (int)sizeof(path)) {
		errno = ENAMETOOLONG;
		return ERR_IO;
	}
	if (make_folders(AT_FDCWD, path) < 0 ||
	    (r->dir = open(out, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
		return ERR_IO;
	if (flock(r->dir, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
		return ERR_IO; /* elsewhere there may be no locks: then nobody minds */
	return 0;
}

void
results_close(struct results *r)
{
	if (r->dir < 0)
		return;
	unlinkat(r->dir, tmp, 0);
	close(r->dir);
	r->dir = -1;
}

void
results_add_format(struct results *r, const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		bool there = false;

		if (strcmp(formats[i].name, name) != 0)
			continue;
		for (size_t j = 0; j < r->n; j++)
			there |= r->formats[j] == &formats[i];
		if (!there)
			r->formats[r->n++] = &formats[i];
	}
}

struct span
results_formats(const struct results *r, struct arena *arena)
{
	struct buf out = { .arena = arena };

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		for (size_t j = 0; j < r->n; j++)
			if (r->formats[j] == &formats[i])
				buf_printf(&out, "%s%s", out.n > 0 ? "," : "", formats[i].name);
	return buf_span(&out);
}

/* ---- paths */

static struct span
cut_part(struct arena *arena, struct span part, size_t most)
{
	struct buf out = { .arena = arena };
	size_t n = most - HASH_BYTES;

	if (part.n <= most)
		return part;
	while (n > 0 && ((unsigned char)part.s[n] & 0xC0) == 0x80)
		n--;
	buf_put(&out, (struct span){ part.s, n });
	buf_printf(&out, "~%016llx", (unsigned long long)XXH3_64bits(part.s, part.n));
	return buf_span(&out);
}

/* Where a record's number begins: at the # of NAME#3. */
static size_t
record_at(struct span source)
{
	size_t n = source.n;

	if (!item_is_record(source))
		return source.n;
	while (source.s[n - 1] != '#')
		n--;
	return n - 1;
}

struct span
results_path(struct arena *arena, struct span source, struct span ending)
{
	struct buf out = { .arena = arena };
	struct span rest = arena_copy(arena, source), part;

	if (record_at(source) < source.n)
		((char *)rest.s)[record_at(source)] = '/';
	if (span_starts(rest, SPAN("<stdin>")))
		rest = arena_concat(arena, SPAN("stdin"), span_from(rest, 7));
	rest = item_inside(arena, rest);
	if (rest.n == 0)
		rest = SPAN("article");
	while (span_cut(&rest, '/', &part)) {
		bool last = rest.s == NULL;

		buf_put(&out, cut_part(arena, part, NAME_BYTES - (last ? ending.n : 0)));
		buf_put(&out, last ? ending : SPAN("/"));
	}
	return buf_span(&out);
}

bool
results_name_is_bad(int error)
{
	return error == ENAMETOOLONG || error == ENOTDIR || error == EISDIR || error == EEXIST ||
	       error == ELOOP || error == EILSEQ || error == EINVAL;
}

/* ---- files */

static int
write_all(int fd, struct span bytes)
{
	while (bytes.n > 0) {
		ssize_t put = write(fd, bytes.s, bytes.n);

		if (put < 0 && errno != EINTR)
			return ERR_IO;
		bytes = span_from(bytes, put > 0 ? (size_t)put : 0);
	}
	return 0;
}

static int
write_tmp(struct results *r, struct span bytes)
{
	int fd = openat(r->dir, tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666), rc, saved;

	if (fd < 0)
		return ERR_IO;
	rc = write_all(fd, bytes);
	saved = errno;
	if (close(fd) < 0 && rc == 0)
		return ERR_IO;
	errno = saved;
	return rc;
}

static int
put_file(struct results *r, char *path, struct span bytes)
{
	if (write_tmp(r, bytes) < 0)
		return ERR_IO;
	r->unsynced = true;
	if (renameat(r->dir, tmp, r->dir, path) == 0)
		return 0;
	if (errno != ENOENT || make_folders(r->dir, path) < 0)
		return ERR_IO;
	return renameat(r->dir, tmp, r->dir, path) < 0 ? ERR_IO : 0;
}

int
results_put(struct results *r, const char *name, struct span bytes)
{
	char path[NAME_BYTES + 1];

	snprintf(path, sizeof(path), "%s", name);
	return put_file(r, path, bytes);
}

int
results_sync(struct results *r)
{
	if (r->unsynced && syncfs(r->dir) < 0)
		return ERR_IO;
	r->unsynced = false;
	return 0;
}

/* ---- documents */

static void
print_row(struct buf *out, const struct row *row)
{
	for (int i = 0; i < C_NCOLS; i++) {
		buf_put(out, row->col[i]);
		buf_putc(out, i + 1 < C_NCOLS ? '\t' : '\n');
	}
}

static void
print_conllu(struct buf *out, const struct document *doc)
{
	for (size_t i = 0; i < doc->sentences.n; i++) {
		const struct sentence *s = &doc->sentences.v[i];

		for (size_t j = 0; j < s->comments.n; j++) {
			buf_put(out, s->comments.v[j]);
			buf_putc(out, '\n');
		}
		for (size_t j = 0; j < s->rows.n; j++)
			print_row(out, &s->rows.v[j]);
		buf_putc(out, '\n');
	}
}

static struct span
print(const struct results *r, const struct result_format *format, struct arena *arena,
      const struct document *doc, struct digest *digest)
{
	const struct report_format *report = report_format(format->name);
	struct buf out = { .arena = arena };
	struct report to = { .out = &out, .lang = r->lang };

	if (report == NULL) {
		print_conllu(&out, doc);
		return buf_span(&out);
	}
	if (report->quotes)
		digest_quote(arena, doc, digest);
	report_document(report, &to, digest);
	report_end(report, &to);
	return buf_span(&out);
}

int
results_write(struct results *r, struct arena *arena, struct span source, struct document *doc)
{
	struct digest digest;
	int rc = 0;

	chosen_cut(arena, doc);
	if (doc->sentences.n == 0)
		return 0;
	digest_gather(arena, doc, &digest);
	for (size_t i = 0; i < r->n && rc == 0; i++) {
		const struct result_format *f = r->formats[i];
		char *path = arena_cstr(arena, results_path(arena, source, f->ending));

		rc = put_file(r, path, print(r, f, arena, doc, &digest));
	}
	return rc;
}

void
results_remove(struct results *r, struct arena *arena, struct span source)
{
	for (size_t i = 0; i < r->n; i++)
		unlinkat(r->dir,
			 arena_cstr(arena, results_path(arena, source, r->formats[i]->ending)), 0);
}
