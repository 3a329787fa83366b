/* tune - the weights of the log-linear model, from lists of the n best translations.
 *
 * needs: the weights that made the lists (TSV: name, value), the lists of this round and the
 *        rounds before (parts/nbest_lists.h), and the references in the tokens of the lists, one
 *        sentence a line
 * makes: new weights on stdout, names and comments where they were, the sum of the absolute
 *        values as before (1 where all were 0)
 *
 * By minimum error rate training (parts/mert.h). The metric is corpus BLEU, or a mix of it and
 * chrF2 (parts/metric.h). */
#include <math.h>

#include "cli.h"
#include "mert.h"
#include "real.h"

static const char usage[] =
    "usage: tune [-v] --weights OLD.tsv --reference FILE [option...] NBEST... > NEW.tsv\n"
    "      --weights FILE    the weights to start from\n"
    "      --reference FILE  the references, tokenised, one a line\n"
    "      --chrf A          tune (1 - A) BLEU + A chrF2 (0)\n"
    "      --starts N        places to climb from (3)\n"
    "  -v, --verbose         tell each climb's score on stderr\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

static double
absolute_sum(const struct weights *w)
{
	double sum = 0;

	for (size_t i = 0; i < w->value.n; i++)
		sum += fabs(w->value.v[i]);
	return sum;
}

static void
report_lists(const struct nbest_lists *lists)
{
	fprintf(stderr, "%zu sentences, %zu hypotheses, %zu duplicates dropped\n", lists->n,
		lists->hypotheses, lists->duplicates);
}

static void
report_climb(long start, const struct tally *t, double chrf_share)
{
	fprintf(stderr, "start %ld: BLEU %.2f", start, 100 * bleu(t));
	if (chrf_share > 0)
		fprintf(stderr, " chrF2 %.2f", 100 * chrf(t));
	fprintf(stderr, " length ratio %.3f\n", t->total[0] / fmax(1, t->reference[0]));
}

static void
tune(const char *weights, const char *reference, char *const paths[], size_t n,
     const struct mert_options *o)
{
	struct arena arena = { .oom = out_of_memory };
	struct weights w;
	struct nbest_lists lists;
	double before, after;

	weights_read(&w, &arena, weights);
	nbest_lists_read(&lists, &arena, paths, n, reference, &w, o->chrf_share > 0);
	if (o->report != NULL)
		report_lists(&lists);
	before = absolute_sum(&w);
	mert(&lists, o, w.value.v);
	after = absolute_sum(&w);
	weights_write(&w, after > 0 ? (before > 0 ? before : 1) / after : 1);
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "weights", required_argument, NULL, 'w' },
		{ "reference", required_argument, NULL, 'r' },
		{ "chrf", required_argument, NULL, 'a' },
		{ "starts", required_argument, NULL, 's' },
		{ "verbose", no_argument, NULL, 'v' },
		CLI_LONG,
	};
	const char *weights = NULL, *reference = NULL;
	struct mert_options o = { .starts = 3 };
	int c;

	while ((c = getopt_long(argc, argv, "vhV", longopts, NULL)) != -1)
		if (c == 'w')
			weights = optarg;
		else if (c == 'r')
			reference = optarg;
		else if (c == 'a')
			o.chrf_share = real_option(optarg, "--chrf", 0, 1);
		else if (c == 's')
			o.starts = cli_number(optarg, "the number of starts", 1);
		else if (c == 'v')
			o.report = report_climb;
		else
			cli_option(c, usage);
	if (weights == NULL || reference == NULL || optind == argc)
		cli_option('?', usage);
	tune(weights, reference, argv + optind, (size_t)(argc - optind), &o);
	finish(0);
}
