/* rassegna - a digest in English of Italian news articles: spawns the stages, joins them by
 * pipes, watches how they end; see rassegna(1). */
#include <err.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "chain.h"
#include "cli.h"
#include "lib/output.h"

static const char usage[] =
    "usage: rassegna [OPTION...] [FILE|FOLDER...]    the digest of each article\n"
    "       rassegna STAGE [ARGUMENT...]      one stage: extract, tokenize, tag, stem, score,\n"
    "                                         gloss, select, translate, render\n"
    "       rassegna batch|search|merge [ARGUMENT...]    folders of articles; databases of them\n"
    "  -n, --sentences N  a summary of at most N sentences (3)\n"
    "  -w, --words WORDS  of at most WORDS words\n"
    "  -c, --chars CHARS  of at most CHARS characters\n"
    "  -r, --ratio RATIO  of at most that part of the article's words\n"
    "  -t, --terms N      a glossary of at most N terms (10)\n"
    "      --method NAME  how sentences are scored: cover (default), leadcov, lead, textrank,\n"
    "                     lexrank, sumbasic\n"
    "      --query WORDS  sentences about these words count for more\n"
    "      --trim         a connective that makes a sentence hang in the air is cut off\n"
    "      --format NAME, --field NAME, --files-from LIST, --max-bytes N, --only-italian\n"
    "                     what is read and how: see rassegna-extract(1)\n"
    "      --to FORMAT    text (default), markdown, json, jsonl, tsv, csv, tbx, tmx or\n"
    "                     conllu\n"
    "      --lang LANG    en, it or both (default); it: nothing is translated\n"
    "      --glossary FILE  a glossary that the translation obeys: TSV, OmegaT or TBX\n"
    "      --memory FILE  sentences translated before: TMX or TSV\n"
    "      --via COMMAND  translate by this command, a sentence a line\n"
    "  -o, --output FILE  write there, whole or not at all\n"
    "      --until STAGE  stop after this stage and show its stream\n"
    "      --dry-run      print the shell pipeline instead of running it\n"
    "      --stages DIR   run the stages that are in DIR, rassegna-tag and so on, in place of "
    "ours\n"
    "      --models DIR   where the compiled models are\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

struct driver {
	struct arena arena;
	struct chain chain;
	char *lang, *output;
	int until;
	bool dry_run;
};

enum { OPT_TO = OPT_OWN, OPT_LANG, OPT_UNTIL, OPT_STAGES, OPT_DRY_RUN, OPT_INPUT };

/* Options of extract, as it has them; OPT_INPUT and on. */
static const char *const of_input[] = { "--format", "--field", "--files-from", "--max-bytes",
					"--only-italian" };

static void
start_chain(struct driver *d)
{
	*d = (struct driver){ .arena = { .oom = out_of_memory }, .until = STAGE_RENDER };
	chain_init(&d->chain, &d->arena);
}

static void
hand_to(struct driver *d, int stage, const char *option)
{
	chain_add(&d->chain, stage, option);
	if (optarg != NULL)
		chain_add(&d->chain, stage, optarg);
}

static void
take_option(struct driver *d, int c)
{
	if (chain_take(&d->chain, c))
		return;
	if (c >= OPT_INPUT) {
		hand_to(d, STAGE_EXTRACT, of_input[c - OPT_INPUT]);
		return;
	}
	switch (c) {
	case OPT_TO:
		hand_to(d, STAGE_RENDER, "--to");
		return;
	case OPT_LANG:
		d->lang = optarg;
		hand_to(d, STAGE_RENDER, "--lang");
		return;
	case 'm':
		chain_models(&d->chain, optarg);
		return;
	case OPT_STAGES:
		chain_stages(&d->chain, optarg);
		return;
	case 'o':
		d->output = optarg;
		return;
	case OPT_UNTIL:
		if ((d->until = stage_find(optarg)) < 0)
			errx(EX_TROUBLE, "%s: no such stage", optarg);
		return;
	case OPT_DRY_RUN:
		d->dry_run = true;
		return;
	}
	cli_option(c, usage);
}

static void
parse(struct driver *d, int argc, char *argv[])
{
	static const struct option longopts[] = {
		CHAIN_LONG,
		{ "to", required_argument, NULL, OPT_TO },
		{ "lang", required_argument, NULL, OPT_LANG },
		{ "output", required_argument, NULL, 'o' },
		{ "until", required_argument, NULL, OPT_UNTIL },
		{ "dry-run", no_argument, NULL, OPT_DRY_RUN },
		{ "stages", required_argument, NULL, OPT_STAGES },
		{ "format", required_argument, NULL, OPT_INPUT },
		{ "field", required_argument, NULL, OPT_INPUT + 1 },
		{ "files-from", required_argument, NULL, OPT_INPUT + 2 },
		{ "max-bytes", required_argument, NULL, OPT_INPUT + 3 },
		{ "only-italian", no_argument, NULL, OPT_INPUT + 4 },
		CLI_MODELS,
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, CHAIN_SHORT "o:hV", longopts, NULL)) != -1)
		take_option(d, c);
	if (optind < argc)
		chain_add(&d->chain, STAGE_EXTRACT, "--");
	for (; optind < argc; optind++)
		chain_add(&d->chain, STAGE_EXTRACT, argv[optind]);
}

/* The stages that run: up to --until; where no English is shown, none is made. */
static void
cut_chain(struct driver *d)
{
	bool italian = d->lang != NULL && strcmp(d->lang, "it") == 0, runs[NSTAGES];

	for (int i = 0; i < NSTAGES; i++)
		runs[i] =
		    i <= d->until && !(i == STAGE_TRANSLATE && italian && d->until == STAGE_RENDER);
	chain_cut(&d->chain, runs);
}

/* A word as the shell reads it back. */
static void
put_quoted(const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    "_-./:=@%+,";

	if (*word != '\0' && word[strspn(word, plain)] == '\0') {
		put(span_of(word));
		return;
	}
	put(SPAN("'"));
	for (; *word != '\0'; word++)
		put(*word == '\'' ? SPAN("'\\''") : (struct span){ word, 1 });
	put(SPAN("'"));
}

static void
put_pipeline(const struct driver *d)
{
	for (size_t i = 0; i < d->chain.n; i++) {
		const struct command *c = &d->chain.commands[i];

		put(i > 0 ? SPAN(" | ") : SPAN(""));
		put_quoted(c->path);
		for (size_t j = 1; c->argv.v[j] != NULL; j++) {
			put(SPAN(" "));
			put_quoted(c->argv.v[j]);
		}
	}
	if (d->output != NULL) {
		put(SPAN(" > "));
		put_quoted(d->output);
	}
	put(SPAN("\n"));
}

static void
await(struct chain *chain)
{
	for (size_t i = 0; i < chain->n; i++)
		while (waitpid(chain->commands[i].pid, &chain->commands[i].status, 0) < 0)
			if (errno != EINTR)
				err(EX_TROUBLE, "wait");
}

static void
report(const struct command *c)
{
	const char *name = stage_name(c->stage);

	if (WIFSIGNALED(c->status))
		warnx("rassegna-%s: killed by signal %d (%s)", name, WTERMSIG(c->status),
		      strsignal(WTERMSIG(c->status)));
	else
		warnx("rassegna-%s: exited with status %d", name, WEXITSTATUS(c->status));
}

/* The status of the run. A stage that lost its reader is no news where the reader has failed. */
static int
judge(const struct chain *chain)
{
	int worst = 0;

	for (size_t i = 0; i < chain->n; i++) {
		const struct command *c = &chain->commands[i];

		if (c->status == 0 || died_of_pipe(c))
			continue;
		if (has_failed(c))
			report(c);
		if (!WIFEXITED(c->status) || WEXITSTATUS(c->status) != EX_DATA)
			worst = EX_TROUBLE;
		else if (worst == 0)
			worst = EX_DATA;
	}
	for (size_t i = 0; worst == 0 && i + 1 < chain->n; i++)
		if (died_of_pipe(&chain->commands[i]) && !died_of_pipe(&chain->commands[i + 1])) {
			report(&chain->commands[i]);
			worst = EX_TROUBLE;
		}
	return worst;
}

static bool
was_harmed(const struct chain *chain) /* a stage has died: the output may be short */
{
	for (size_t i = 0; i < chain->n; i++)
		if (has_failed(&chain->commands[i]) || died_of_pipe(&chain->commands[i]))
			return true;
	return false;
}

/* The run's output; stdout unless -o names a file, which is kept if no stage has died. */
static int
open_output(const struct driver *d, struct output *out)
{
	if (d->output == NULL)
		return STDOUT_FILENO;
	if (output_open(out, d->output) < 0)
		err(EX_TROUBLE, "%s", d->output);
	return out->fd;
}

static void
close_output(const struct driver *d, struct output *out)
{
	if (d->output == NULL)
		return;
	if (was_harmed(&d->chain))
		output_drop(out);
	else if (output_keep(out) < 0)
		err(EX_TROUBLE, "%s", d->output);
}

static void
run_chain(struct driver *d, struct output *out)
{
	struct spawning how = { .in = STDIN_FILENO, .out = open_output(d, out) };

	if (chain_spawn(&d->chain, &how) < 0)
		err(EX_TROUBLE, "no process for a stage");
	await(&d->chain);
}

/* A program of our own beside this one, with the arguments behind its name. */
_Noreturn static void
become(const char *name, char *argv[])
{
	static char path[PATH_MAX];

	cli_beside(path, name);
	argv[0] = strrchr(path, '/') + 1;
	execv(path, argv);
	err(EX_TROUBLE, "%s", path);
}

static bool
is_program(const char *name)
{
	return stage_find(name) >= 0 || strcmp(name, "batch") == 0 || strcmp(name, "search") == 0 ||
	       strcmp(name, "merge") == 0;
}

int
main(int argc, char *argv[])
{
	struct driver d;
	struct output out;
	int status;
	bool has_stdout = cli_standard_streams();

	if (argc > 1 && is_program(argv[1]))
		become(argv[1], argv + 1);
	start_chain(&d);
	parse(&d, argc, argv);
	cut_chain(&d);
	if (!has_stdout && d.output == NULL)
		errx(EX_TROUBLE, "<stdout>: %s", strerror(EBADF));
	if (d.dry_run) {
		put_pipeline(&d);
		finish(0);
	}
	run_chain(&d, &out);
	status = judge(&d.chain);
	close_output(&d, &out);
	if (status == 0 && died_of_pipe(&d.chain.commands[d.chain.n - 1])) {
		signal(SIGPIPE, SIG_DFL); /* our reader left: leave as the stages did */
		raise(SIGPIPE);
	}
	arena_free(&d.arena);
	return status;
}
