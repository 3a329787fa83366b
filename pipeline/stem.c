/* rassegna-stem - add Stem= to the MISC column of CoNLL-U; see rassegna-stem(1). */
#include <err.h>

#include "cli.h"
#include "lib/status.h"
#include "lib/stemmer.h"

static const char usage[] = "usage: rassegna-stem [-u] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static void
stem_row(const struct stemmer *st, struct arena *arena, struct row *row)
{
	struct span stem;

	if (row->kind != ROW_WORD)
		return;
	stem = stemmer_stem(st, arena, row->col[C_FORM]);
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
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	struct table exceptions, stopwords;
	struct stemmer st;
	int c, rc;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		cli_option(c, usage);
	cli_table(&exceptions, "stem-exceptions");
	cli_table(&stopwords, "stopwords");
	if ((rc = stemmer_open(&st, &exceptions, &stopwords)) < 0)
		errx(EX_TROUBLE, "libstemmer: %s", status_str(rc));
	filter_documents(argv + optind, stem, &st);
	stemmer_close(&st);
	table_close(&exceptions);
	table_close(&stopwords);
	finish(0);
}
