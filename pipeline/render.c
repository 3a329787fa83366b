/* rassegna-render - write the digest of each document of CoNLL-U for people or programs;
 * see rassegna-render(1). */
#include <err.h>
#include <string.h>

#include "cli.h"
#include "lib/chosen.h"
#include "lib/report.h"

static const char usage[] =
    "usage: rassegna-render [-u] [--to FORMAT] [--lang LANG] [FILE...]\n"
    "      --to FORMAT   text (default), markdown, json, jsonl, tsv, csv, tbx, tmx or\n"
    "                    conllu\n"
    "      --lang LANG   en, it or both (default): the languages of title and summary\n"
    "  -u, --unbuffered  write every document at once\n"
    "  -h, --help        this text\n"
    "  -V, --version     the version\n";

struct job {
	const struct report_format *format; /* NULL: CoNLL-U as it is */
	struct report report;
};

static void
render(void *self, struct arena *arena, struct document *doc)
{
	struct job *job = self;
	struct buf out = { .arena = arena };
	struct digest digest;

	chosen_cut(arena, doc);
	if (job->format == NULL) {
		put_document(doc);
		return;
	}
	digest_gather(arena, doc, &digest);
	if (job->format->quotes)
		digest_quote(arena, doc, &digest);
	job->report.out = &out;
	report_document(job->format, &job->report, &digest);
	put(buf_span(&out));
}

static void
end(struct job *job)
{
	struct arena arena = { .oom = out_of_memory };
	struct buf out = { .arena = &arena };

	if (job->format == NULL)
		return;
	job->report.out = &out;
	report_end(job->format, &job->report);
	put(buf_span(&out));
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "to", required_argument, NULL, 't' },
		{ "lang", required_argument, NULL, 'l' },
		CLI_LONG,
	};
	struct job job = { cli_format("text"), { .lang = LANG_BOTH } };
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1)
		if (c == 't')
			job.format = cli_format(optarg);
		else if (c == 'l')
			job.report.lang = cli_lang(optarg);
		else
			cli_option(c, usage);
	read_documents(argv + optind, render, &job);
	end(&job);
	finish(0);
}
