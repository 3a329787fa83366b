/* rassegna-gloss - add the key terms of each document, and English equivalents of its words, to
 * CoNLL-U; see rassegna-gloss(1). */
#include "cli.h"
#include "lib/buf.h"
#include "lib/lexicon.h"
#include "lib/terms.h"

static const char usage[] = "usage: rassegna-gloss [-u] [-t N] [--models DIR] [FILE...]\n"
			    "  -t, --terms N     at most N key terms (10)\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct gloss {
	struct term_models models;
	size_t limit;
};

static void
add_term(struct arena *arena, struct sentence *first, const struct term *term)
{
	struct buf value = { .arena = arena };

	buf_put(&value, term->lemma);
	buf_put(&value, SPAN(" | "));
	buf_put(&value, term->english);
	buf_printf(&value, " | %zu", term->count);
	comment_add(arena, first, SPAN("term"), buf_span(&value));
}

/* Gloss= of a word: the base form of its first equivalent. */
static void
gloss_row(const struct gloss *g, struct arena *arena, struct row *row)
{
	struct span english;

	if (row->kind != ROW_WORD)
		return;
	english = lexicon_first(
	    lexicon_find(&g->models.lexicon, arena, row->col[C_LEMMA], row->col[C_UPOS]));
	if (english.n > 0)
		row->col[C_MISC] = misc_set(arena, row->col[C_MISC], SPAN("Gloss"), english);
}

static void
gloss(void *self, struct arena *arena, struct document *doc)
{
	const struct gloss *g = self;
	struct term *terms;
	size_t n = terms_find(&g->models, arena, doc, g->limit, &terms);

	comment_drop(&doc->sentences.v[0], SPAN("term"));
	for (size_t i = 0; i < n; i++)
		add_term(arena, &doc->sentences.v[0], &terms[i]);
	for (size_t i = 0; i < doc->sentences.n; i++)
		for (size_t j = 0; j < doc->sentences.v[i].rows.n; j++)
			gloss_row(g, arena, &doc->sentences.v[i].rows.v[j]);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "terms", required_argument, NULL, 't' },
		CLI_MODELS,
		CLI_LONG,
	};
	struct gloss g = { .limit = 10 };
	int c;

	while ((c = getopt_long(argc, argv, "t:" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 't')
			g.limit = (size_t)cli_number(optarg, "the number of terms", 0);
		else
			cli_option(c, usage);
	cli_table(&g.models.lexicon, "lexicon");
	cli_table(&g.models.idf.df, "idf");
	cli_table(&g.models.general, "general-nouns");
	idf_count(&g.models.idf);
	filter_documents(argv + optind, gloss, &g);
	table_close(&g.models.lexicon);
	table_close(&g.models.idf.df);
	table_close(&g.models.general);
	finish(0);
}
