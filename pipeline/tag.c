/* rassegna-tag - fill UPOS, LEMMA and FEATS of CoNLL-U; see rassegna-tag(1). */
#include "cli.h"
#include "lib/tagger.h"

static const char usage[] = "usage: rassegna-tag [-u] [--models DIR] [FILE...]\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

static void
tag(void *tags, struct arena *arena, struct document *doc)
{
	tag_document(tags, arena, doc);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	struct table tags;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		cli_option(c, usage);
	cli_table(&tags, "tags");
	filter_documents(argv + optind, tag, &tags);
	table_close(&tags);
	finish(0);
}
