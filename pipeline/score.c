/* rassegna-score - add "# score" and "# rank" to the sentences of CoNLL-U;
 * see rassegna-score(1). */
#include <err.h>
#include <string.h>

#include "cli.h"
#include "lib/article.h"
#include "lib/bags.h"
#include "lib/buf.h"
#include "lib/cover.h"
#include "lib/lead.h"
#include "lib/lexrank.h"
#include "lib/stemmer.h"
#include "lib/sumbasic.h"
#include "lib/textrank.h"
#include "lib/token.h"
#include "lib/utf8.h"

static const char usage[] =
    "usage: rassegna-score [-u] [--method METHOD] [--query WORDS] [--explain] [--models DIR] "
    "[FILE...]\n"
    "      --method METHOD  cover (default), leadcov, lead, textrank, lexrank or sumbasic\n"
    "      --query WORDS    sentences about these words count for more\n"
    "      --explain        add the terms that count in each sentence: # why\n"
    "  -u, --unbuffered     write every document at once\n"
    "      --models DIR     where the compiled models are\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n";

/* STANDFIRST: a word of it weighs as if that many sentences more of the article had it. Tuned on
 * corpus/: from 3 to 8 it is the same. */
enum { WHY_TERMS = 5, QUERY_FACTOR = 10, STANDFIRST = 3 };

static const struct method {
	const char *name;
	rank_fn *rank;
} methods[] = {
	{ "cover", cover_rank },       { "leadcov", leadcov_rank }, { "lead", lead_rank },
	{ "textrank", textrank_rank }, { "lexrank", lexrank_rank }, { "sumbasic", sumbasic_rank },
};

struct score {
	const struct method *method;
	const char *query;
	bool explain;
	struct idf idf;
	struct stemmer stemmer; /* for the query and the standfirst */
};

static void
write_score(struct arena *arena, struct sentence *s, double score, size_t rank)
{
	char number[32];

	snprintf(number, sizeof(number), "%.4f", score);
	comment_set(arena, s, SPAN("score"), arena_copy(arena, span_of(number)));
	comment_drop(s, SPAN("rank"));
	comment_drop(s, SPAN("why"));
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

/* The heaviest terms of an item, best first; ties to the earlier one. Returns how many. */
static size_t
heaviest(const struct bags *bags, const struct rank_item *item, uint32_t out[WHY_TERMS])
{
	size_t n = 0;

	for (size_t i = 0; i < item->nterms; i++) {
		double weight = bags->weight[item->terms[i]];
		size_t at = n;

		while (at > 0 && weight > bags->weight[out[at - 1]])
			at--;
		if (at == WHY_TERMS)
			continue;
		n += n < WHY_TERMS;
		memmove(&out[at + 1], &out[at], (n - 1 - at) * sizeof(*out));
		out[at] = item->terms[i];
	}
	return n;
}

/* "# why = scal 61.2, invest 23.0; place 1; words 17" */
static void
write_why(struct arena *arena, struct document *doc, const struct bags *bags)
{
	for (size_t i = 0; i < bags->in.n; i++) {
		struct buf why = { .arena = arena };
		uint32_t terms[WHY_TERMS];
		size_t n = heaviest(bags, &bags->items[i], terms);

		for (size_t k = 0; k < n; k++) {
			buf_put(&why, bags->terms[terms[k]]);
			buf_printf(&why, " %.1f%s", bags->weight[terms[k]],
				   k + 1 < n ? ", " : "; ");
		}
		buf_printf(&why, "place %zu; words %.0f", i + 1, bags->items[i].words);
		comment_add(arena, &doc->sentences.v[bags->sentence[i]], SPAN("why"),
			    buf_span(&why));
	}
}

struct text_terms {
	VEC(struct span) list;
};

/* Each once. */
static void
gather_terms(const struct score *sc, struct arena *arena, struct span text, struct text_terms *out)
{
	const struct table no_abbreviations = { 0 };
	struct map seen = { .arena = arena };
	struct tokens tokens = { 0 };

	*out = (struct text_terms){ 0 };
	token_scan(arena, &no_abbreviations, text_squeeze(arena, text), &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		struct span form = tokens.v[i].form;
		struct span term = stemmer_stem(&sc->stemmer, arena, form);

		term = term.n > 0 ? term : form;
		if ((*map_at(&seen, term))++ == 0)
			*PUSH(arena, &out->list) = term;
	}
}

static void
ask(const struct score *sc, struct arena *arena, struct bags *bags)
{
	struct text_terms terms;

	gather_terms(sc, arena, span_of(sc->query), &terms);
	for (size_t i = 0; i < terms.list.n; i++)
		bags_ask(bags, terms.list.v[i], QUERY_FACTOR);
}

static void
heed_standfirst(const struct score *sc, struct arena *arena, struct span standfirst,
		struct bags *bags)
{
	struct text_terms terms;

	gather_terms(sc, arena, standfirst, &terms);
	for (size_t i = 0; i < terms.list.n; i++)
		bags_count(bags, terms.list.v[i], STANDFIRST);
}

static void
score_document(void *self, struct arena *arena, struct document *doc)
{
	const struct score *sc = self;
	struct bags bags;
	double *score;
	size_t *order;

	bags_make(&sc->idf, arena, doc, &bags);
	heed_standfirst(sc, arena, bags_standfirst(doc), &bags);
	if (sc->query != NULL)
		ask(sc, arena, &bags);
	order = ARENA_NEW(arena, size_t, bags.in.n);
	score = ARENA_NEW(arena, double, bags.in.n);
	sc->method->rank(arena, &bags.in, order, score);
	write_scores(arena, doc, &bags, order, score);
	if (sc->explain)
		write_why(arena, doc, &bags);
}

static const struct method *
find_method(const char *name)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (strcmp(name, methods[i].name) == 0)
			return &methods[i];
	errx(EX_TROUBLE, "%s: no such method", name);
}

static const char *
check_query(const char *query)
{
	if (!utf8_valid(span_of(query)))
		errx(EX_TROUBLE, "--query: invalid UTF-8");
	return query;
}

static void
open_models(struct score *sc)
{
	cli_table(&sc->idf.df, "idf");
	idf_count(&sc->idf);
	cli_stemmer(&sc->stemmer);
}

static void
close_models(struct score *sc)
{
	table_close(&sc->idf.df);
	stemmer_close(&sc->stemmer);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "method", required_argument, NULL, 'M' },
		{ "query", required_argument, NULL, 'q' },
		{ "explain", no_argument, NULL, 'e' },
		CLI_MODELS,
		CLI_LONG,
	};
	struct score sc = { .method = &methods[0] };
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'M')
			sc.method = find_method(optarg);
		else if (c == 'q')
			sc.query = check_query(optarg);
		else if (c == 'e')
			sc.explain = true;
		else
			cli_option(c, usage);
	open_models(&sc);
	filter_documents(argv + optind, score_document, &sc);
	close_models(&sc);
	finish(0);
}
