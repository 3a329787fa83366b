/* word-classes - put words into classes by what stands before and behind them, or write text as
 * its classes (--map), for estimate-lm to make a class n-gram model of. Tokens are parted by
 * blanks, one sentence a line.
 *
 * CLASSES is the source of a table, as rassegna-model(1) takes it: "word TAB number of its class",
 * sorted by the bytes of the word. Classes 0, 1 and 2 are those of shapes: a word without a row is
 * in 2 if it has a digit, else in 1 if it begins with a capital, else in 0. The others are
 * numbered by their most frequent words.
 *
 * By the exchange algorithm (parts/exchange.h). About 12 bytes a running word. */
#include <err.h>

#include "cli.h"
#include "exchange.h"
#include "lines.h"
#include "table_source.h"

static const char usage[] =
    "usage: word-classes [OPTION]... TEXT... > CLASSES\n"
    "       word-classes [-u] --map CLASSES [FILE...]\n"
    "  -k, --classes K       so many classes, those of shapes included; 256 if not given\n"
    "  -i, --iterations I    at most; 20 if not given\n"
    "  -m, --min-count N     words seen less often go by their shape; 5 if not given\n"
    "  -v, --verbose         tell the perplexity of each iteration on standard error\n"
    "      --map             write the class of each token: c0, c1, ...\n"
    "  -u, --unbuffered      write every line at once\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

enum { MOST_CLASSES = 1 << 12 };

struct options {
	long classes, iterations, min_count;
	bool verbose, map;
};

static void
cluster(struct class_bigrams *m, const struct units *u, const struct options *o)
{
	size_t words = u->corpus.words.n, moved = 1;
	struct exchange x;

	exchange_open(&x, m, u);
	if (o->verbose)
		fprintf(stderr, "%zu words, %zu of them by shape; perplexity %.3f\n",
			words - FIRST_WORD, words - u->n, class_bigrams_perplexity(m, u));
	for (long i = 1; i <= o->iterations && moved > 0; i++) {
		moved = exchange_round(&x);
		if (o->verbose)
			fprintf(stderr, "iteration %ld: %zu moved, perplexity %.3f\n", i, moved,
				class_bigrams_perplexity(m, u));
	}
	exchange_close(&x);
}

/* Classes by their most frequent words; those of shapes stay what they are. */
static void
number_classes(struct class_bigrams *m, size_t units)
{
	uint32_t *number = array_new(m->k, sizeof(*number)), next = SHAPES;

	for (uint32_t unit = FIRST_WORD; unit < units; unit++) {
		uint32_t *class = &m->class_of[unit];

		if (*class >= SHAPES && number[*class] == 0)
			number[*class] = next++;
		if (*class >= SHAPES)
			*class = number[*class];
	}
	free(number);
}

static int
by_text(const void *a, const void *b)
{
	return span_cmp(((const struct word *)a)->text, ((const struct word *)b)->text);
}

static void
write_classes(const struct class_bigrams *m, struct units *u)
{
	struct word *words = u->corpus.words.v + FIRST_WORD;
	size_t n = u->n - FIRST_WORD;

	for (uint32_t i = 0; i < n; i++)
		words[i].was = i + FIRST_WORD;
	qsort(words, n, sizeof(*words), by_text);
	put(SPAN(
	    "# rassegna-table 1\n"
	    "# word TAB class. Words without a row: 2 with a digit, 1 with a capital, else 0\n"));
	for (size_t i = 0; i < n; i++) {
		if (m->class_of[words[i].was] < SHAPES)
			continue;
		put(words[i].text);
		printf("\t%u\n", m->class_of[words[i].was]);
	}
}

static void
train(char *const paths[], size_t n, const struct options *o)
{
	struct class_bigrams m;
	struct units u;

	units_read(&u, paths, n, o->min_count);
	class_bigrams_open(&m, &u, (size_t)o->classes);
	cluster(&m, &u, o);
	number_classes(&m, u.n);
	write_classes(&m, &u);
	class_bigrams_close(&m);
	units_close(&u);
}

static void
put_class(const struct table *classes, struct span token)
{
	struct span class;

	if (table_find(classes, token, &class)) {
		put(SPAN("c"));
		put(class);
	} else {
		printf("c%u", shape_of(token));
	}
}

static void
map_line(void *self, struct arena *arena, struct span line)
{
	struct span token;
	bool first = true;

	(void)arena;
	while (line_token(&line, &token)) {
		if (!first)
			put(SPAN(" "));
		put_class(self, token);
		first = false;
	}
	put(SPAN("\n"));
}

static void
map(char *const operands[])
{
	struct arena arena = { .oom = out_of_memory };
	struct table classes;

	table_source_open(&classes, &arena, operands[0]);
	lines_each(operands + 1, map_line, &classes);
	arena_free(&arena);
}

static void
read_option(struct options *o, int c)
{
	switch (c) {
	case 'k':
		o->classes = cli_number(optarg, "the number of classes", SHAPES + 1);
		if (o->classes > MOST_CLASSES)
			errx(EX_TROUBLE, "%s: there are at most %d classes", optarg, MOST_CLASSES);
		break;
	case 'i':
		o->iterations = cli_number(optarg, "the number of iterations", 0);
		break;
	case 'm':
		o->min_count = cli_number(optarg, "the count", 1);
		break;
	case 'v':
		o->verbose = true;
		break;
	case 'M':
		o->map = true;
		break;
	default:
		cli_option(c, usage);
	}
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "classes", required_argument, NULL, 'k' },
		{ "iterations", required_argument, NULL, 'i' },
		{ "min-count", required_argument, NULL, 'm' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "map", no_argument, NULL, 'M' },
		CLI_LONG,
	};
	struct options o = { .classes = 256, .iterations = 20, .min_count = 5 };
	int c;

	while ((c = getopt_long(argc, argv, "k:i:m:v" CLI_SHORT, longopts, NULL)) != -1)
		read_option(&o, c);
	if (optind == argc)
		cli_option('?', usage);
	if (o.map)
		map(argv + optind);
	else
		train(argv + optind, (size_t)(argc - optind), &o);
	finish(0);
}
