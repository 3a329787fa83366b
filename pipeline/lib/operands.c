#include "operands.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "status.h"

struct names {
	struct span *v;
	size_t n, cap;
};

struct folder {
	struct folder *outer;
	struct arena arena;
	struct span path; /* ends with / */
	struct names names;
	size_t next;
};

int
operands_open(struct operands *o, char *const argv[], const char *list, void (*oom)(void))
{
	static char dash[] = "-", *const standard_input[] = { dash, NULL };
	int rc;

	*o = (struct operands){ .argv = argv, .in = { .fd = -1 }, .oom = oom };
	if (list == NULL && *argv == NULL)
		o->argv = standard_input;
	if (list == NULL)
		return 0;
	rc = input_open(&o->in, list);
	o->in.limit = SIZE_MAX / 4; /* a list of millions is no document */
	if (rc < 0 || (rc = input_rest(&o->in, &o->list)) < 0)
		return rc;
	o->separator = span_has(o->list, '\0') ? '\0' : '\n';
	return 0;
}

static void
leave_folder(struct operands *o)
{
	struct folder *outer = o->folder->outer;

	arena_free(&o->folder->arena);
	free(o->folder);
	o->folder = outer;
}

void
operands_close(struct operands *o)
{
	while (o->folder != NULL)
		leave_folder(o);
	free(o->path);
	input_close(&o->in);
}

static int
set_path(struct operands *o, struct span folder, struct span name)
{
	free(o->path);
	if ((o->path = malloc(folder.n + name.n + 1)) == NULL) {
		o->oom();
		abort(); /* oom must not return */
	}
	if (folder.n > 0)
		memcpy(o->path, folder.s, folder.n);
	if (name.n > 0)
		memcpy(o->path + folder.n, name.s, name.n);
	o->path[folder.n + name.n] = '\0';
	return 1;
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static mode_t
mode_of(DIR *dir, const struct dirent *entry)
{
	struct stat st;

	if (entry->d_type != DT_UNKNOWN)
		return DTTOIF(entry->d_type);
	return fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_mode : 0;
}

/* A folder's name gets its / before sorting: "a.txt" stands before what is in "a". */
static int
read_names(struct folder *f, DIR *dir)
{
	const struct dirent *entry;

	while (errno = 0, (entry = readdir(dir)) != NULL) {
		mode_t mode = mode_of(dir, entry);
		struct span name = span_of(entry->d_name);

		if (is_dots(entry->d_name) || (!S_ISREG(mode) && !S_ISDIR(mode)))
			continue;
		*PUSH(&f->arena, &f->names) = S_ISDIR(mode)
						  ? arena_concat(&f->arena, name, SPAN("/"))
						  : arena_copy(&f->arena, name);
	}
	return errno == 0 ? 0 : ERR_IO;
}

static int
by_bytes(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
}

static struct folder *
new_folder(struct operands *o)
{
	struct folder *f = calloc(1, sizeof(*f));

	if (f == NULL) {
		o->oom();
		abort();
	}
	f->arena.oom = o->oom;
	f->outer = o->folder;
	o->folder = f;
	return f;
}

/* Into the folder o->path; of one that cannot be read to its end, what was read comes. */
static int
enter_folder(struct operands *o)
{
	DIR *dir = opendir(o->path);
	struct span path = span_of(o->path);
	struct folder *f;
	int rc, error;

	if (dir == NULL)
		return ERR_IO;
	f = new_folder(o);
	f->path = span_ends(path, SPAN("/")) ? arena_copy(&f->arena, path)
					     : arena_concat(&f->arena, path, SPAN("/"));
	rc = read_names(f, dir);
	error = errno;
	closedir(dir);
	if (f->names.n > 0)
		qsort(f->names.v, f->names.n, sizeof(*f->names.v), by_bytes);
	errno = error;
	return rc;
}

/* The next path in o->path: 1, or 0. */
static int
next_path(struct operands *o)
{
	struct span name;

	while (o->folder != NULL && o->folder->next == o->folder->names.n)
		leave_folder(o);
	if (o->folder != NULL)
		return set_path(o, o->folder->path, o->folder->names.v[o->folder->next++]);
	if (*o->argv != NULL)
		return set_path(o, SPAN(""), span_of(*o->argv++));
	while (span_cut(&o->list, o->separator, &name))
		if (name.n > 0)
			return set_path(o, SPAN(""), name);
	return 0;
}

static bool
is_folder(struct operands *o)
{
	struct stat st;

	return strcmp(o->path, "-") != 0 && stat(o->path, &st) == 0 && S_ISDIR(st.st_mode);
}

int
operands_next(struct operands *o, const char **path)
{
	while (next_path(o) == 1) {
		bool folder = is_folder(o);
		int rc = folder ? enter_folder(o) : 1;

		*path = o->path;
		if (rc != 0)
			return rc;
	}
	return 0;
}
