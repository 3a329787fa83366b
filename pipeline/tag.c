/* rassegna-tag - fill UPOS, LEMMA and FEATS of CoNLL-U; see rassegna-tag(1). */
#include <err.h>

#include "cli.h"
#include "lib/status.h"
#include "lib/tagger.h"

static const char usage[] = "usage: rassegna-tag [-u] [--lexicon-only] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered    write every document at once\n"
			    "      --lexicon-only  take the most frequent analysis of each form\n"
			    "      --models DIR    where the compiled models are\n"
			    "  -h, --help          this text\n"
			    "  -V, --version       the version\n";

/* Without a model the stage works by the lexicon alone. */
static void
open_model(struct perceptron *model, struct table *table)
{
	int rc;

	if (cli_table_if_there(table, "tagger") && (rc = perceptron_open(model, table)) < 0)
		errx(EX_TROUBLE, "tagger.table: %s", status_str(rc));
}

static void
tag(void *tagger, struct arena *arena, struct document *doc)
{
	tag_document(tagger, arena, doc);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "lexicon-only", no_argument, NULL, 'l' },
						  CLI_MODELS,
						  CLI_LONG };
	struct table model = { 0 };
	struct tagger tagger = { 0 };
	bool lexicon_only = false;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'l')
			lexicon_only = true;
		else
			cli_option(c, usage);
	cli_table(&tagger.tags, "tags");
	if (!lexicon_only)
		open_model(&tagger.model, &model);
	filter_documents(argv + optind, tag, &tagger);
	perceptron_close(&tagger.model);
	table_close(&model);
	table_close(&tagger.tags);
	finish(0);
}
