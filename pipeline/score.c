/* rassegna-score - add "# score" and "# rank" to the sentences of CoNLL-U;
 * see rassegna-score(1). */
#include "cli.h"
#include "lib/bags.h"
#include "lib/cover.h"

static const char usage[] = "usage: rassegna-score [-u] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static void
write_score(struct arena *arena, struct sentence *s, double score, size_t rank)
{
	char number[32];

	snprintf(number, sizeof(number), "%.4f", score);
	comment_set(arena, s, SPAN("score"), arena_copy(arena, span_of(number)));
	comment_drop(s, SPAN("rank"));
	if (rank == 0)
		return;
	snprintf(number, sizeof(number), "%zu", rank);
	comment_add(arena, s, SPAN("rank"), arena_copy(arena, span_of(number)));
}

/* Relative to the best one's, so that scores stand in [0, 1]. */
static void
write_scores(struct arena *arena, struct document *doc, const struct bags *bags,
	     const size_t order[], const double score[])
{
	double most = bags->in.n > 0 && score[order[0]] > 0 ? score[order[0]] : 1;

	for (size_t i = 0; i < doc->sentences.n; i++)
		write_score(arena, &doc->sentences.v[i], 0, 0);
	for (size_t k = 0; k < bags->in.n; k++)
		write_score(arena, &doc->sentences.v[bags->sentence[order[k]]],
			    score[order[k]] / most, k + 1);
}

static void
score_document(void *idf, struct arena *arena, struct document *doc)
{
	struct bags bags;
	double *score;
	size_t *order;

	bags_make(idf, arena, doc, &bags);
	order = ARENA_NEW(arena, size_t, bags.in.n);
	score = ARENA_NEW(arena, double, bags.in.n);
	cover_rank(arena, &bags.in, order, score);
	write_scores(arena, doc, &bags, order, score);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	struct idf idf;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		cli_option(c, usage);
	cli_table(&idf.df, "idf");
	idf_count(&idf);
	filter_documents(argv + optind, score_document, &idf);
	table_close(&idf.df);
	finish(0);
}
