/* align - align the words of two texts, translations of each other line by line
 *
 * needs: SOURCE and TARGET with equally many lines, words separated by single blanks; 1 GB and two
 * minutes for 5 million words a side
 * prints: for every line "i-j i-j ...", word i of SOURCE, from 0, with word j of TARGET. */
#include <err.h>
#include <math.h>
#include <unistd.h>

#include "hmm.h"
#include "model1.h"

static const char usage[] =
    "usage: align [-rv] [-i N] SOURCE TARGET\n"
    "  -r    explain SOURCE by TARGET: a word of SOURCE has one link at most, not one of TARGET\n"
    "  -i N  iterations of each model (5)\n"
    "  -v    the perplexity of each iteration on stderr\n"
    "  -h    this text\n";

/* A word is left unaligned unless a link is at least so probable. */
static const float LEAST = 0.2;

static bool verbose;

static double
hmm_count(struct hmm *h, struct ttable *t, const struct sentence_pair *pair)
{
	const uint32_t *link = &t->link[pair->links];
	double log_p = hmm_run(h, t, pair);

	for (size_t j = 0; j < pair->n_f; j++, link += pair->n_e + 1)
		for (size_t i = 0; i <= pair->n_e; i++)
			t->cell[link[i]].n += h->post[j][i];
	return log_p;
}

/* One iteration over the text: of model 1 if h is NULL. */
static void
iterate(struct hmm *h, struct ttable *t, const struct bitext *text)
{
	double log_p = 0;

	for (size_t k = 0; k < text->pairs.n; k++)
		log_p += h != NULL ? hmm_count(h, t, &text->pairs.v[k])
				   : model1_count(t, &text->pairs.v[k]);
	ttable_estimate(t);
	if (h != NULL)
		hmm_estimate(h);
	if (verbose)
		warnx("%s: perplexity %.2f", h != NULL ? "HMM" : "model 1",
		      exp(-log_p / text->f.token.n));
}

static size_t
best_place(const float post[], size_t n_e)
{
	size_t best = 1;

	for (size_t i = 2; i <= n_e; i++)
		if (post[i] > post[best])
			best = i;
	return best;
}

/* Each f_j by itself with its most probable e_i: as good as the most probable whole (Viterbi), and
 * LEAST can be chosen. */
static void
put_links(const struct hmm *h, const struct sentence_pair *pair, bool reverse, bool *first)
{
	for (size_t j = 0; j < pair->n_f; j++) {
		size_t i = best_place(h->post[j], pair->n_e);
		size_t e = pair->e_at + i - 1, f = pair->f_at + j;

		if (h->post[j][i] < LEAST)
			continue;
		printf("%s%zu-%zu", *first ? "" : " ", reverse ? f : e, reverse ? e : f);
		*first = false;
	}
}

static void
put_text(struct hmm *h, const struct ttable *t, const struct bitext *text, bool reverse)
{
	size_t k = 0;

	for (uint32_t line = 0; line < side_sentences(&text->e); line++) {
		bool first = true;

		for (; k < text->pairs.n && text->pairs.v[k].line == line; k++) {
			hmm_run(h, t, &text->pairs.v[k]);
			put_links(h, &text->pairs.v[k], reverse, &first);
		}
		put(SPAN("\n"));
	}
}

static void
align(const char *e_path, const char *f_path, long iterations, bool reverse)
{
	static struct hmm h;
	struct bitext text;
	struct ttable t;

	bitext_read(&text, e_path, f_path);
	ttable_open(&t, &text);
	hmm_init(&h);
	for (long k = 0; k < iterations; k++)
		iterate(NULL, &t, &text);
	for (long k = 0; k < iterations; k++)
		iterate(&h, &t, &text);
	put_text(&h, &t, &text, reverse);
	ttable_close(&t);
	bitext_close(&text);
}

int
main(int argc, char *argv[])
{
	long iterations = 5;
	bool reverse = false;
	int c;

	while ((c = getopt(argc, argv, "rvi:h")) != -1)
		if (c == 'r')
			reverse = true;
		else if (c == 'v')
			verbose = true;
		else if (c == 'i')
			iterations = cli_number(optarg, "iterations", 1);
		else
			cli_option(c, usage);
	if (argc - optind != 2)
		cli_option('?', usage);
	align(argv[optind + reverse], argv[optind + !reverse], iterations, reverse);
	finish(0);
}
