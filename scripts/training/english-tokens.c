/* english-tokens - lines of English to lines of tokens parted by one blank, or back; for training.
 * Needs nothing; see pipeline/lib/english_text.h for what a token is. */
#include "cli.h"
#include "lib/buf.h"
#include "lib/english_text.h"
#include "lib/input.h"

static const char usage[] = "usage: english-tokens [-u] [--join] [FILE...]\n"
			    "      --join        tokens to text\n"
			    "  -u, --unbuffered  write every line at once\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

typedef struct span line_fn(struct arena *arena, struct span line);

static struct span
join(struct arena *arena, struct span line)
{
	struct spans tokens = { 0 };
	struct span form;

	while (span_cut(&line, ' ', &form))
		if (form.n > 0)
			*PUSH(arena, &tokens) = form;
	return english_join(arena, tokens.v, tokens.n);
}

static void
filter_file(const char *path, line_fn *work, struct arena *arena)
{
	struct input in;
	struct span line;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1) {
		put(work(arena, line));
		put(SPAN("\n"));
		flush_if_unbuffered();
		arena_reset(arena);
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "join", no_argument, NULL, 'j' }, CLI_LONG };
	struct arena arena = { .oom = out_of_memory };
	line_fn *work = english_cut;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1) {
		if (c == 'j')
			work = join;
		else
			cli_option(c, usage);
	}
	if (optind == argc)
		filter_file("-", work, &arena);
	for (int i = optind; i < argc; i++)
		filter_file(argv[i], work, &arena);
	arena_free(&arena);
	finish(0);
}
