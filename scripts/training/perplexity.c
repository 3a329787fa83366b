/* perplexity - how well a language model predicts tokenised text, one sentence a line. */
#include <err.h>
#include <math.h>

#include "cli.h"
#include "lib/ngram.h"
#include "lib/status.h"
#include "lines.h"

static const char usage[] =
    "usage: perplexity MODEL [TEXT]    of a compiled model; the text is tokenised, or stdin\n"
    "  -h, --help     this text\n"
    "  -V, --version  the version\n";

struct sums {
	size_t sentences, words, unknown;
	double all, known; /* nats, ends of sentences among the known ones */
};

static void
score_sentence(const struct ngram *lm, struct span line, struct sums *sums)
{
	struct ngram_state state = ngram_begin(lm);
	struct span token;
	double p;

	while (line_token(&line, &token)) {
		uint32_t word = ngram_word(lm, token);

		p = ngram_score(lm, &state, word, &state);
		sums->words++;
		sums->unknown += word == 0;
		sums->all += p;
		sums->known += word != 0 ? p : 0;
	}
	p = ngram_score(lm, &state, lm->end, &state);
	sums->sentences++;
	sums->all += p;
	sums->known += p;
}

static void
read_text(const struct ngram *lm, const char *path, struct sums *sums)
{
	struct span line;
	struct input in;

	lines_open(&in, path);
	while (lines_next(&in, &line))
		if (span_trim(line).n > 0)
			score_sentence(lm, line, sums);
	input_close(&in);
}

static void
print_sums(const struct sums *s)
{
	double all = (double)(s->words + s->sentences), known = all - (double)s->unknown;

	printf("sentences %zu, words %zu, unknown %zu (%.2f %%)\n", s->sentences, s->words,
	       s->unknown, s->words > 0 ? 100.0 * (double)s->unknown / (double)s->words : 0);
	printf("perplexity %.2f, of known words %.2f\n", all > 0 ? exp(-s->all / all) : 0,
	       known > 0 ? exp(-s->known / known) : 0);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "help", no_argument, NULL, 'h' },
						  { "version", no_argument, NULL, 'V' },
						  { 0 } };
	struct sums sums = { 0 };
	struct ngram lm;
	int c, rc;

	while ((c = getopt_long(argc, argv, "hV", longopts, NULL)) != -1)
		cli_option(c, usage);
	if (argc - optind < 1 || argc - optind > 2)
		cli_option('?', usage);
	if ((rc = ngram_open(&lm, argv[optind])) < 0)
		errx(EX_TROUBLE, "%s: %s", argv[optind], status_str(rc));
	read_text(&lm, argc - optind > 1 ? argv[optind + 1] : "-", &sums);
	print_sums(&sums);
	ngram_close(&lm);
	finish(0);
}
