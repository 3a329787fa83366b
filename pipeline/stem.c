/* rassegna-stem - add Stem= to the MISC column of CoNLL-U; see rassegna-stem(1). */
#include "cli.h"
#include "lib/stemmer.h"

static const char usage[] = "usage: rassegna-stem [-u] [--lemma] [--models DIR] [FILE...]\n"
			    "  -l, --lemma       the stem of the lemma, where there is one\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct stem {
	struct stemmer stemmer;
	bool lemma;
};

/* What the stem is taken from. A stop word stays one whatever its lemma is. */
static struct span
word_of(const struct stem *st, const struct row *row)
{
	struct span lemma = row->col[C_LEMMA];

	return st->lemma && !span_eq(lemma, SPAN("_")) ? lemma : row->col[C_FORM];
}

static void
stem_row(const struct stem *st, struct arena *arena, struct row *row)
{
	struct span stem;

	if (row->kind != ROW_WORD)
		return;
	stem = stemmer_stem(&st->stemmer, arena, row->col[C_FORM]);
	if (stem.n > 0 && st->lemma)
		stem = stemmer_stem(&st->stemmer, arena, word_of(st, row));
	if (stem.n > 0)
		row->col[C_MISC] = misc_set(arena, row->col[C_MISC], SPAN("Stem"), stem);
}

static void
stem(void *st, struct arena *arena, struct document *doc)
{
	for (size_t i = 0; i < doc->sentences.n; i++)
		for (size_t j = 0; j < doc->sentences.v[i].rows.n; j++)
			stem_row(st, arena, &doc->sentences.v[i].rows.v[j]);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "lemma", no_argument, NULL, 'l' },
						  CLI_MODELS,
						  CLI_LONG };
	struct stem st = { 0 };
	int c;

	while ((c = getopt_long(argc, argv, "l" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'l')
			st.lemma = true;
		else
			cli_option(c, usage);
	cli_stemmer(&st.stemmer);
	filter_documents(argv + optind, stem, &st);
	stemmer_close(&st.stemmer);
	finish(0);
}
