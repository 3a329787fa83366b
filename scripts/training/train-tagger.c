/* train-tagger - learn the perceptron of rassegna-tag from treebanks.
 *
 * needs: FOLDER/1.conllu, 1.tsv, 2.conllu ... as scripts/train-tags --splits writes them; about
 * half a minute and 400 MB makes: the rows of models/tagger.tsv on standard output
 *
 * Averaged perceptron (parts/averaged_perceptron.h), greedy: the features of a word see the classes
 * that were predicted for the words before it, not the gold ones, so that it learns to live with
 * its mistakes. Only features that the gold data have at least MIN_COUNT times are learned. Each
 * time that a word is seen, a quarter of its features is hidden (Srivastava et al. 2014,
 * "Dropout"): the treebanks are small, and without it the words at hand outvote what carries over
 * to other texts (0.9 points of UPOS when one treebank is left out). */
#include <err.h>
#include <unistd.h>

#include "cli.h"
#include "tagger_rows.h"
#include "xorshift.h"

enum {
	MIN_COUNT = 2,
	HIDDEN = 25, /* per cent of the features */
	LEARNERS = 4 /* with other orders and hidings; the model is their mean */
};

static const char usage[] = "usage: train-tagger [-i ROUNDS] [-p LEAST] FOLDER\n"
			    "  -i  rounds over the data (8)\n"
			    "  -p  least weight that is kept, of 127 (6)\n";

struct learner {
	struct tagger_examples examples;
	struct averaged_perceptron perceptron;
	uint64_t seed;
};

static uint64_t
draw(struct learner *l)
{
	return xorshift(&l->seed) >> 16;
}

static void
count_features(void *perceptron, const struct features *f)
{
	for (size_t i = 0; i < f->n; i++)
		averaged_count(perceptron, f->hash[i]);
}

static size_t
shown_features(struct learner *l, const struct features *f, struct averaged_feature *out[])
{
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		struct averaged_feature *e = averaged_find(&l->perceptron, f->hash[i]);

		if (draw(l) % 100 >= HIDDEN && e->hash != 0 && e->count >= MIN_COUNT)
			out[n++] = e;
	}
	return n;
}

static size_t
learn_word(struct learner *l, const struct word *w, size_t gold)
{
	struct averaged_feature *v[FEATURES];
	struct features f;
	size_t n, got;

	features_alone(w->lexeme, &f);
	features_in_place(w, &f);
	n = shown_features(l, &f, v);
	got = averaged_predict(v, n, l->examples.classes);
	averaged_learn(&l->perceptron, v, n, gold, got);
	return got;
}

static size_t
learn_sentence(struct learner *l, const struct example *x)
{
	size_t wrong = 0;

	for (size_t i = 0; i < x->words.n; i++) {
		struct word *w = &x->words.v[WORD_EDGES + i];
		size_t got = w->lexeme->fixed ? x->gold[i] : learn_word(l, w, x->gold[i]);

		wrong += got != x->gold[i];
		w->tag = l->examples.tag[got];
	}
	return wrong;
}

static void
shuffle(struct learner *l)
{
	struct example *v = l->examples.list.v;

	for (size_t i = l->examples.list.n; i > 1; i--) {
		struct example x = v[i - 1];
		size_t j = draw(l) % i;

		v[i - 1] = v[j];
		v[j] = x;
	}
}

static void
learn(struct learner *l, long rounds)
{
	for (long round = 1; round <= rounds; round++) {
		size_t wrong = 0;

		shuffle(l);
		for (size_t i = 0; i < l->examples.list.n; i++)
			wrong += learn_sentence(l, &l->examples.list.v[i]);
		fprintf(stderr, "round %ld: %zu wrong\n", round, wrong);
	}
	averaged_put_aside(&l->perceptron);
}

static void
train(const char *folder, long rounds, long least)
{
	static struct learner l = { .perceptron.step = 1, .seed = 88172645463325252 };

	tagger_examples_read(&l.examples, folder);
	if (l.examples.classes > PERCEPTRON_CLASSES)
		errx(EX_DATA, "%zu classes", l.examples.classes);
	tagger_examples_each(&l.examples, count_features, &l.perceptron);
	for (int k = 0; k < LEARNERS; k++)
		learn(&l, rounds);
	tagger_rows_write(&l.perceptron, &l.examples, LEARNERS, least);
}

int
main(int argc, char *argv[])
{
	long rounds = 8, least = 6;
	int c;

	while ((c = getopt(argc, argv, "i:p:")) != -1)
		if (c == 'i')
			rounds = cli_number(optarg, "-i", 1);
		else if (c == 'p')
			least = cli_number(optarg, "-p", 1);
		else
			cli_option('?', usage);
	if (argc - optind != 1)
		cli_option('?', usage);
	train(argv[optind], rounds, least);
	finish(0);
}
