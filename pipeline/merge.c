/* rassegna-merge - join the databases of several batches into one; see rassegna-merge(1). */
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/output.h"
#include "lib/store_merge.h"

static const char usage[] = "usage: rassegna-merge OUT... -o DB\n"
			    "OUT: the folder of a batch (with rassegna.db) or its database\n"
			    "  -o, --output DB   write the database there, whole or not at all\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static struct arena arena = { .oom = out_of_memory };

static const char *
with(const char *path, struct span suffix)
{
	return arena_cstr(&arena, arena_concat(&arena, span_of(path), suffix));
}

/* A folder stands for the database that a batch makes in it. */
static const char *
database(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		path = with(path, SPAN("/rassegna.db"));
	if (access(path, R_OK) < 0)
		err(EX_TROUBLE, "%s", path);
	return path;
}

/* A log would be taken for the new database's, and spoil it. */
static void
check_not_in_use(const char *path)
{
	const char *log = with(path, SPAN("-wal"));

	if (access(log, F_OK) == 0)
		errx(EX_TROUBLE, "%s: the database there is in use (%s)", path, log);
}

static void
fail(struct output *out, const char *path, struct store *store)
{
	const char *words = with(store_error(store), SPAN(""));

	store_close(store);
	output_drop(out);
	errx(EX_TROUBLE, "%s: %s", path, words);
}

static void
merge(char *const operands[], struct output *out, const char *output)
{
	struct store *store;

	if (store_open(&store, out->tmp, NULL, out_of_memory) < 0)
		fail(out, output, store);
	for (; *operands != NULL; operands++) {
		const char *path = database(*operands);

		if (store_merge(store, path) < 0)
			fail(out, path, store);
	}
	if (store_optimize(store) < 0)
		fail(out, output, store);
	store_close(store);
}

static const char *
parse_options(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "output", required_argument, NULL, 'o' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	const char *output = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "o:hV", longopts, NULL)) != -1)
		if (c == 'o')
			output = optarg;
		else
			cli_option(c, usage);
	if (output == NULL || optind == argc) {
		fputs(usage, stderr);
		exit(EX_TROUBLE);
	}
	return output;
}

int
main(int argc, char *argv[])
{
	const char *output = parse_options(argc, argv);
	struct output out;

	for (char **operand = argv + optind; *operand != NULL; operand++)
		database(*operand); /* before anything is written */
	check_not_in_use(output);
	if (output_open(&out, output) < 0)
		err(EX_TROUBLE, "%s", output);
	if (out.tmp == NULL) {
		output_drop(&out);
		errx(EX_TROUBLE, "%s: not a regular file", output);
	}
	merge(argv + optind, &out, output);
	if (fsync(out.fd) < 0 || output_keep(&out) < 0)
		err(EX_TROUBLE, "%s", output);
	arena_free(&arena);
	finish(0);
}
