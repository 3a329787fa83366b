/* english-tokens - lines of English to lines of tokens parted by one blank, or back; for training.
 * Needs nothing; see pipeline/lib/english_text.h for what a token is. */
#include "cli.h"
#include "lib/english_text.h"
#include "lines.h"

static const char usage[] = "usage: english-tokens [-u] [--join] [FILE...]\n"
			    "      --join        tokens to text\n"
			    "  -u, --unbuffered  write every line at once\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static void
put_line(struct span line)
{
	put(line);
	put(SPAN("\n"));
}

static void
cut_line(void *self, struct arena *arena, struct span line)
{
	(void)self;
	put_line(english_cut(arena, line));
}

static void
join_line(void *self, struct arena *arena, struct span line)
{
	struct spans tokens = line_tokens(arena, line);

	(void)self;
	put_line(english_join(arena, tokens.v, tokens.n));
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "join", no_argument, NULL, 'j' }, CLI_LONG };
	line_fn *work = cut_line;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1) {
		if (c == 'j')
			work = join_line;
		else
			cli_option(c, usage);
	}
	lines_each(argv + optind, work, NULL);
	finish(0);
}
