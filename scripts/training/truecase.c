/* truecase - count how words are written (--train), and write the first words of sentences and
 * headlines so; tokens parted by one blank in, the same out. Needs nothing but tokenised text;
 * see pipeline/lib/truecase.h. CASES is the source of a table, as rassegna-model(1) takes it. */
#include <err.h>

#include "case_counts.h"
#include "cli.h"
#include "lib/truecase.h"
#include "lines.h"
#include "table_source.h"

static const char usage[] = "usage: truecase --train [--least N] [FILE...] > CASES\n"
			    "       truecase [-u] CASES [FILE...]\n"
			    "      --train       count the cases of words\n"
			    "      --least N     leave out words that are seen less often\n"
			    "  -u, --unbuffered  write every line at once\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static void
count_line(void *self, struct arena *arena, struct span line)
{
	struct case_walk walk = { .initial = true, .start = true };
	struct spans tokens = line_tokens(arena, line);

	if (truecase_line(tokens.v, tokens.n) != LINE_PLAIN)
		return;
	for (size_t i = 0; i < tokens.n; i++)
		if (!truecase_initial(&walk, tokens.v[i]))
			case_count(self, tokens.v[i]);
}

static void
train(char *const paths[], uint32_t least)
{
	struct arena arena = { .oom = out_of_memory };
	struct map counts = { .arena = &arena };

	lines_each(paths, count_line, &counts);
	case_counts_put(&counts, least);
	arena_free(&arena);
}

static void
case_line(void *self, struct arena *arena, struct span line)
{
	struct spans tokens = line_tokens(arena, line);

	truecase(self, arena, tokens.v, tokens.n);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i > 0)
			put(SPAN(" "));
		put(tokens.v[i]);
	}
	put(SPAN("\n"));
}

static void
filter(char *const operands[])
{
	struct arena arena = { .oom = out_of_memory };
	struct table cases;

	if (operands[0] == NULL)
		errx(EX_TROUBLE, "name the file of cases");
	table_source_open(&cases, &arena, operands[0]);
	lines_each(operands + 1, case_line, &cases);
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "train", no_argument, NULL, 't' },
						  { "least", required_argument, NULL, 'l' },
						  CLI_LONG };
	bool training = false;
	uint32_t least = 1;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1) {
		if (c == 't')
			training = true;
		else if (c == 'l')
			least = (uint32_t)cli_number(optarg, "a count", 1);
		else
			cli_option(c, usage);
	}
	if (training)
		train(argv + optind, least);
	else
		filter(argv + optind);
	finish(0);
}
