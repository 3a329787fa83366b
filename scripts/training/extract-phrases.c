/* extract-phrases - the phrase table of an aligned parallel text.
 *
 * usage: extract-phrases [-m WORDS] [-k BEST] [-s NATS] SOURCE TARGET LINKS WEIGHTS > ROWS
 *   SOURCE, TARGET  a sentence a line, tokens parted by blanks
 *   LINKS           "i-j i-j ...": word i of the source, word j of the target, from 0
 *   WEIGHTS         "2.5 p": how often each pair of sentences counts, and a letter for its kind
 *                   of text: p(rose), t(alk), m(anuals), d(ictionary)
 *   -m  the longest phrase (5 words); -k  the best targets kept of each source (20)
 *   -s  the association that a pair must exceed beyond that of two words that stand once each,
 *       together (nats; -0.01 keeps those, 0.01 drops them)
 *
 * Phrases are the blocks that are consistent with the links (parts/blocks.h), less those that lose
 * a negation (parts/negation.h); for the rows and their costs see parts/phrase_rows.h. */
#include <math.h>
#include <unistd.h>

#include "cli.h"
#include "lexical.h"
#include "negation.h"
#include "phrase_rows.h"

enum { MAX_PHRASE = 8 };

struct extraction {
	struct aligned_text text;
	struct lexical lexical;
	struct phrase_pairs pairs;
	size_t longest;
};

static bool
keeps_negation(const struct extraction *x, const struct alignment *a, const struct block *b)
{
	struct phrase_words italian = { &x->text.source, a->source + b->i, b->i_end - b->i };
	struct phrase_words english = { &x->text.target, a->target + b->j, b->j_end - b->j };

	return negation_kept(italian, english);
}

static void
count_pair(struct extraction *x, const struct alignment *a, const struct blocks *blocks,
	   const struct block *b, struct phrase_pair *pair)
{
	float forward = lexical_weight(&x->lexical, GIVEN_SOURCE, a, b);
	float backward = lexical_weight(&x->lexical, GIVEN_TARGET, a, b);

	pair->count += a->weight;
	pair->sentences += pair->last != a->number + 1;
	pair->last = (uint32_t)a->number + 1;
	pair->kinds |= 1u << x->text.kind.v[a->number];
	pair->forward = fmaxf(pair->forward, forward);
	pair->backward = fmaxf(pair->backward, backward);
	pair->orientation[block_orientation_before(blocks, b)] += a->weight;
	pair->orientation[DIRECTIONS + block_orientation_behind(blocks, b)] += a->weight;
}

static void
count_block(struct extraction *x, const struct alignment *a, const struct blocks *blocks,
	    const struct block *b)
{
	struct phrases *sources = &x->pairs.sources, *targets = &x->pairs.targets;
	size_t at = x->text.source.start.v[a->number] + b->i;
	size_t target_at = x->text.target.start.v[a->number] + b->j;
	uint32_t source = phrase_number(sources, at, b->i_end - b->i);
	uint32_t target = phrase_number(targets, target_at, b->j_end - b->j);

	count_pair(x, a, blocks, b, phrase_pair_at(&x->pairs, source, target));
	sources->list.v[source].count += a->weight;
	targets->list.v[target].count += a->weight;
}

static void
count_links(struct extraction *x)
{
	struct alignment a;

	lexical_open(&x->lexical, x->text.source.words.n, x->text.target.words.n);
	for (size_t k = 0; k < side_sentences(&x->text.source); k++)
		if (alignment_take(&a, &x->text, k))
			lexical_count_links(&x->lexical, &a);
}

static void
count_blocks(struct extraction *x)
{
	static struct blocks blocks;
	struct alignment a;

	for (size_t k = 0; k < side_sentences(&x->text.source); k++) {
		if (!alignment_take(&a, &x->text, k))
			continue;
		blocks_find(&blocks, &a, x->longest);
		for (size_t i = 0; i < blocks.list.n; i++)
			if (keeps_negation(x, &a, &blocks.list.v[i]))
				count_block(x, &a, &blocks, &blocks.list.v[i]);
	}
}

static void
extract(struct extraction *x, char *const paths[4])
{
	aligned_text_read(&x->text, paths);
	x->pairs.sources.side = &x->text.source;
	x->pairs.targets.side = &x->text.target;
	count_links(x);
	count_blocks(x);
	phrases_count_sentences(&x->pairs.sources, x->longest);
	phrases_count_sentences(&x->pairs.targets, x->longest);
}

static const char usage[] = "usage: extract-phrases [-m WORDS] [-k BEST] [-s NATS] "
			    "SOURCE TARGET LINKS WEIGHTS\n";

int
main(int argc, char *argv[])
{
	static struct extraction x = { .longest = 5 };
	double significance = -0.01;
	size_t best = 20;
	int c;

	while ((c = getopt(argc, argv, "m:k:s:hV")) != -1)
		if (c == 'm')
			x.longest = (size_t)cli_number(optarg, "the longest phrase", 1);
		else if (c == 'k')
			best = (size_t)cli_number(optarg, "the number of targets", 1);
		else if (c == 's')
			significance = strtod(optarg, NULL);
		else
			cli_option(c, usage);
	if (argc - optind != 4 || x.longest > MAX_PHRASE)
		cli_option('?', usage);
	extract(&x, argv + optind);
	phrase_rows_write(&x.pairs, best, significance);
	finish(0);
}
