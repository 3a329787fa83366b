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

struct tag {
	struct tagger tagger;
	struct arena arena; /* of lexemes */
	struct lexemes lexemes;
};

static void
forget_lexemes(struct tag *t)
{
	arena_reset(&t->arena);
	t->lexemes = lexemes_in(&t->arena, &t->tagger.tags);
}

static void
tag(void *self, struct arena *arena, struct document *doc)
{
	struct tag *t = self;

	if (lexemes_are_full(&t->lexemes))
		forget_lexemes(t);
	tag_document(&t->tagger, arena, doc);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "lexicon-only", no_argument, NULL, 'l' },
						  CLI_MODELS,
						  CLI_LONG };
	struct table model = { 0 };
	struct tag t = { .tagger.lexemes = &t.lexemes, .arena.oom = out_of_memory };
	struct tagger *tagger = &t.tagger;
	bool lexicon_only = false;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'l')
			lexicon_only = true;
		else
			cli_option(c, usage);
	cli_table(&tagger->tags, "tags");
	if (!lexicon_only)
		open_model(&tagger->model, &model);
	forget_lexemes(&t);
	filter_documents(argv + optind, tag, &t);
	perceptron_close(&tagger->model);
	table_close(&model);
	table_close(&tagger->tags);
	arena_free(&t.arena);
	finish(0);
}
