/* estimate-lm - an n-gram language model out of tokenised text, one sentence a line; writes the
 * source of a model as lib/ngram.h describes it.
 *
 * Each TEXT gives a model by modified Kneser-Ney smoothing (parts/kneser_ney.h); they are mixed
 * into one by the weights that make --dev most likely (parts/mixture.h); entropy pruning brings it
 * to
 * --size n-grams (parts/prune.h). About 50 bytes a running word, and 6 more for each text. */
#include <err.h>
#include <math.h>

#include "cli.h"
#include "lm_source.h"
#include "mixture.h"
#include "prune.h"
#include "real.h"

static const char usage[] =
    "usage: estimate-lm [OPTION]... TEXT... > MODEL.lm\n"
    "  -o, --order N         of n-grams, 1 to 5; 5 if not given\n"
    "  -s, --size N          at most N n-grams of two words or more, the best by entropy\n"
    "  -p, --prune THETA     those that the entropy changes by less than THETA are left out\n"
    "  -c, --cutoff A,B,...  n-grams of 1, 2, ... words seen no more often are left out\n"
    "  -k, --min-count N     words seen less often in all texts are <unk>\n"
    "  -d, --dev FILE        tokenised text that decides the weights of the texts\n"
    "  -H, --head FILE       comments (licence, origin) for the head of the model\n"
    "  -U, --unit N          costs are in N-ths of a nat; 8 if not given\n"
    "  -v, --verbose         tell sizes, weights and perplexities on standard error\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

struct options {
	unsigned order;
	long size, min_count, unit;
	double theta;
	long cutoff[NGRAM_MAX];
	const char *dev, *head;
	bool verbose;
};

static void
report_weights(const struct corpus *c, const double weight[], char *const paths[])
{
	for (size_t i = 0; i < c->texts; i++)
		fprintf(stderr, "weight %.4f: %s, %zu tokens\n", weight[i], paths[i],
			c->start[i + 1] - c->start[i]);
}

static void
report_sizes(const struct trie *t, const struct backoff *m, const char *what)
{
	fprintf(stderr, "%s:", what);
	for (unsigned k = 1; k <= t->order; k++)
		fprintf(stderr, " %zu", backoff_size(t, m, k));
	fprintf(stderr, " n-grams\n");
}

static double
perplexity(const float p[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += log(p[i]);
	return exp(-sum / (double)n);
}

static void
report_perplexity(const struct trie *t, const struct backoff *m, const struct tokens *dev,
		  const char *what)
{
	float *p = array_new(dev->n, sizeof(*p));
	size_t n = backoff_score(t, m, dev, p);

	if (n > 0)
		fprintf(stderr, "%s: perplexity %.2f\n", what, perplexity(p, n));
	free(p);
}

/* Mix, prune, write. */
static void
estimate(const struct corpus *c, const struct tokens *dev, char *const paths[],
	 const struct options *o)
{
	double *weight = array_new(c->texts, sizeof(*weight));
	struct backoff m;
	struct trie t;

	trie_build(&t, c, o->order);
	m = mixture_estimate(&t, c, dev, weight);
	prune_rare(&t, c, o->cutoff, &m);
	backoff_normalise(&t, &m);
	if (o->verbose) {
		report_weights(c, weight, paths);
		report_sizes(&t, &m, "before pruning");
		report_perplexity(&t, &m, dev, "before pruning");
	}
	if (o->size > 0 || o->theta > 0) {
		prune_by_entropy(&t, c, weight, (size_t)o->size, o->theta, &m);
		backoff_normalise(&t, &m);
	}
	if (o->verbose) {
		report_sizes(&t, &m, "written");
		report_perplexity(&t, &m, dev, "written, before rounding");
	}
	lm_source_write(&t, &m, &c->words, o->unit, o->head);
	backoff_free(&m);
	trie_free(&t);
	free(weight);
}

static void
estimate_files(char *const paths[], size_t n, const struct options *o)
{
	struct tokens dev = { 0 };
	struct corpus c;

	lm_corpus_read(&c, paths, n, o->min_count);
	if (o->dev != NULL)
		corpus_read_known(&c, o->dev, UNK, &dev);
	estimate(&c, &dev, paths, o);
	corpus_close(&c);
	free(dev.v);
}

static void
read_cutoffs(const char *arg, long cutoff[])
{
	struct span rest = span_of(arg), number;

	for (int i = 0; span_cut(&rest, ',', &number); i++)
		if (i == NGRAM_MAX || (cutoff[i] = span_number(number)) < 0)
			errx(EX_TROUBLE, "%s: cut-offs are at most five whole numbers", arg);
}

static double
read_theta(const char *arg)
{
	double theta;

	if (!real_parse(span_of(arg), &theta) || !(theta >= 0))
		errx(EX_TROUBLE, "%s: a threshold is a number, 0 or more", arg);
	return theta;
}

static void
read_option(struct options *o, int c)
{
	switch (c) {
	case 'o':
		o->order = (unsigned)cli_number(optarg, "the order", 1);
		if (o->order > NGRAM_MAX)
			errx(EX_TROUBLE, "%s: the order is at most %d", optarg, NGRAM_MAX);
		break;
	case 's':
		o->size = cli_number(optarg, "the size", 1);
		break;
	case 'p':
		o->theta = read_theta(optarg);
		break;
	case 'c':
		read_cutoffs(optarg, o->cutoff);
		break;
	case 'k':
		o->min_count = cli_number(optarg, "the count", 1);
		break;
	case 'd':
		o->dev = optarg;
		break;
	case 'H':
		o->head = optarg;
		break;
	case 'U':
		o->unit = cli_number(optarg, "the unit", 1);
		if (o->unit > 64)
			errx(EX_TROUBLE, "%s: the unit is at most 64", optarg);
		break;
	case 'v':
		o->verbose = true;
		break;
	default:
		cli_option(c, usage);
	}
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "order", required_argument, NULL, 'o' },
		{ "size", required_argument, NULL, 's' },
		{ "prune", required_argument, NULL, 'p' },
		{ "cutoff", required_argument, NULL, 'c' },
		{ "min-count", required_argument, NULL, 'k' },
		{ "dev", required_argument, NULL, 'd' },
		{ "head", required_argument, NULL, 'H' },
		{ "unit", required_argument, NULL, 'U' },
		{ "verbose", no_argument, NULL, 'v' },
		CLI_LONG,
	};
	struct options o = { .order = NGRAM_MAX, .min_count = 1, .unit = 8 };
	int c;

	while ((c = getopt_long(argc, argv, "o:s:p:c:k:d:H:U:v" CLI_SHORT, longopts, NULL)) != -1)
		read_option(&o, c);
	if (optind == argc)
		cli_option('?', usage);
	estimate_files(argv + optind, (size_t)(argc - optind), &o);
	finish(0);
}
