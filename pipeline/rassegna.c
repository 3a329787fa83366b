/* rassegna - a digest in English of Italian news articles: spawns the stages, joins them by
 * pipes, watches how they end; see rassegna(1). */
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/output.h"

static const char usage[] =
    "usage: rassegna [OPTION...] [FILE...]    the digest of each article\n"
    "       rassegna STAGE [ARGUMENT...]      one stage: extract, tokenize, tag, stem, score,\n"
    "                                         gloss, select, translate, render\n"
    "  -n, --sentences N  a summary of at most N sentences (3)\n"
    "  -w, --words WORDS  of at most WORDS words\n"
    "  -c, --chars CHARS  of at most CHARS characters\n"
    "  -r, --ratio RATIO  of at most that part of the article's words\n"
    "  -t, --terms N      a glossary of at most N terms (10)\n"
    "      --method NAME  how sentences are scored: cover (default), leadcov, lead, textrank,\n"
    "                     lexrank, sumbasic\n"
    "      --query WORDS  sentences about these words count for more\n"
    "      --to FORMAT    text (default), markdown, json, jsonl, tsv, csv, tbx, tmx or\n"
    "                     conllu\n"
    "      --lang LANG    en, it or both (default); it: nothing is translated\n"
    "      --glossary FILE  a glossary that the translation obeys: TSV, OmegaT or TBX\n"
    "      --memory FILE  sentences translated before: TMX or TSV\n"
    "      --via COMMAND  translate by this command, a sentence a line\n"
    "  -o, --output FILE  write there, whole or not at all\n"
    "      --until STAGE  stop after this stage and show its stream\n"
    "      --dry-run      print the shell pipeline instead of running it\n"
    "      --models DIR   where the compiled models are\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

enum {
	STAGE_EXTRACT,
	STAGE_TOKENIZE,
	STAGE_TAG,
	STAGE_STEM,
	STAGE_SCORE,
	STAGE_GLOSS,
	STAGE_SELECT,
	STAGE_TRANSLATE,
	STAGE_RENDER,
	NSTAGES
};

static const struct {
	const char *name;
	bool models;
} stages[NSTAGES] = {
	{ "extract", true }, { "tokenize", true },  { "tag", true },
	{ "stem", true },    { "score", true },     { "gloss", true },
	{ "select", true },  { "translate", true }, { "render", false },
};

/* The command line of a stage, ended by NULL; and, once spawned, its process. */
struct command {
	char *path; /* argv[0] is the name alone, for messages */
	VEC(char *) argv;
	int stage;
	pid_t pid;
	int status; /* as of wait(2) */
};

struct chain {
	struct arena arena;
	struct command commands[NSTAGES];
	size_t n;
	char *lang, *output;
	int until;
	bool dry_run;
};

static void
add(struct chain *chain, int stage, const char *arg)
{
	struct command *c = &chain->commands[stage];

	*PUSH(&chain->arena, &c->argv) =
	    arg != NULL ? arena_cstr(&chain->arena, span_of(arg)) : NULL;
}

static void
add_option(struct chain *chain, int stage, const char *option, const char *value)
{
	add(chain, stage, option);
	add(chain, stage, value);
}

static int
find_stage(const char *name)
{
	for (int i = 0; i < NSTAGES; i++)
		if (strcmp(name, stages[i].name) == 0)
			return i;
	return -1;
}

/* The stages stand beside this program. */
static char *
stage_path(struct arena *arena, int stage)
{
	struct buf path = { .arena = arena };
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));

	if (n < 0 || n == sizeof(self))
		err(EX_TROUBLE, "/proc/self/exe");
	while (n > 0 && self[n - 1] != '/')
		n--;
	buf_put(&path, (struct span){ self, (size_t)n });
	buf_put(&path, SPAN("rassegna-"));
	buf_put(&path, span_of(stages[stage].name));
	return arena_cstr(arena, buf_span(&path));
}

static void
start_chain(struct chain *chain)
{
	*chain = (struct chain){ .arena = { .oom = out_of_memory }, .until = STAGE_RENDER };
	for (int i = 0; i < NSTAGES; i++) {
		chain->commands[i].stage = i;
		chain->commands[i].path = stage_path(&chain->arena, i);
		add(chain, i, strrchr(chain->commands[i].path, '/') + 1);
	}
}

static void
add_models(struct chain *chain, const char *dir)
{
	for (int i = 0; i < NSTAGES; i++)
		if (stages[i].models)
			add_option(chain, i, "--models", dir);
}

enum {
	OPT_METHOD = 256,
	OPT_QUERY,
	OPT_TO,
	OPT_LANG,
	OPT_GLOSSARY,
	OPT_MEMORY,
	OPT_VIA,
	OPT_UNTIL,
	OPT_DRY_RUN
};

/* Options that a stage takes as they are. */
static const struct {
	int c, stage;
	const char *option;
} passed_on[] = {
	{ 'n', STAGE_SELECT, "-n" },
	{ 'w', STAGE_SELECT, "-w" },
	{ 'c', STAGE_SELECT, "-c" },
	{ 'r', STAGE_SELECT, "-r" },
	{ 't', STAGE_GLOSS, "-t" },
	{ OPT_METHOD, STAGE_SCORE, "--method" },
	{ OPT_QUERY, STAGE_SCORE, "--query" },
	{ OPT_TO, STAGE_RENDER, "--to" },
	{ OPT_LANG, STAGE_RENDER, "--lang" },
	{ OPT_GLOSSARY, STAGE_TRANSLATE, "--glossary" },
	{ OPT_MEMORY, STAGE_TRANSLATE, "--memory" },
	{ OPT_VIA, STAGE_TRANSLATE, "--via" },
};

static bool
pass_on(struct chain *chain, int c)
{
	for (size_t i = 0; i < sizeof(passed_on) / sizeof(passed_on[0]); i++)
		if (passed_on[i].c == c) {
			add_option(chain, passed_on[i].stage, passed_on[i].option, optarg);
			return true;
		}
	return false;
}

static void
take_option(struct chain *chain, int c)
{
	if (c == OPT_LANG)
		chain->lang = optarg;
	if (pass_on(chain, c))
		return;
	switch (c) {
	case 'm':
		add_models(chain, optarg);
		return;
	case 'o':
		chain->output = optarg;
		return;
	case OPT_UNTIL:
		if ((chain->until = find_stage(optarg)) < 0)
			errx(EX_TROUBLE, "%s: no such stage", optarg);
		return;
	case OPT_DRY_RUN:
		chain->dry_run = true;
		return;
	}
	cli_option(c, usage);
}

static void
parse(struct chain *chain, int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "sentences", required_argument, NULL, 'n' },
		{ "words", required_argument, NULL, 'w' },
		{ "chars", required_argument, NULL, 'c' },
		{ "ratio", required_argument, NULL, 'r' },
		{ "terms", required_argument, NULL, 't' },
		{ "method", required_argument, NULL, OPT_METHOD },
		{ "query", required_argument, NULL, OPT_QUERY },
		{ "to", required_argument, NULL, OPT_TO },
		{ "lang", required_argument, NULL, OPT_LANG },
		{ "glossary", required_argument, NULL, OPT_GLOSSARY },
		{ "memory", required_argument, NULL, OPT_MEMORY },
		{ "via", required_argument, NULL, OPT_VIA },
		{ "output", required_argument, NULL, 'o' },
		{ "until", required_argument, NULL, OPT_UNTIL },
		{ "dry-run", no_argument, NULL, OPT_DRY_RUN },
		CLI_MODELS,
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, "n:w:c:r:t:o:hV", longopts, NULL)) != -1)
		take_option(chain, c);
	if (optind < argc)
		add(chain, STAGE_EXTRACT, "--");
	for (; optind < argc; optind++)
		add(chain, STAGE_EXTRACT, argv[optind]);
}

/* The stages that run: up to --until; where no English is shown, none is made. */
static void
cut_chain(struct chain *chain)
{
	bool italian = chain->lang != NULL && strcmp(chain->lang, "it") == 0;

	for (int i = 0; i <= chain->until; i++) {
		if (i == STAGE_TRANSLATE && italian && chain->until == STAGE_RENDER)
			continue;
		add(chain, i, NULL);
		chain->commands[chain->n++] = chain->commands[i];
	}
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
put_pipeline(const struct chain *chain)
{
	for (size_t i = 0; i < chain->n; i++) {
		const struct command *c = &chain->commands[i];

		put(i > 0 ? SPAN(" | ") : SPAN(""));
		put_quoted(c->path);
		for (size_t j = 1; c->argv.v[j] != NULL; j++) {
			put(SPAN(" "));
			put_quoted(c->argv.v[j]);
		}
	}
	if (chain->output != NULL) {
		put(SPAN(" > "));
		put_quoted(chain->output);
	}
	put(SPAN("\n"));
}

_Noreturn static void
run(const struct command *c, int in, int out)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0)
		err(EX_TROUBLE, "%s", c->path);
	execv(c->path, c->argv.v);
	warn("%s", c->path);
	_exit(127);
}

/* Each stage reads what the one before writes; the last writes to out. */
static void
spawn(struct chain *chain, int out)
{
	int in = STDIN_FILENO;

	for (size_t i = 0; i < chain->n; i++) {
		struct command *c = &chain->commands[i];
		bool last = i + 1 == chain->n;
		int ends[2] = { -1, out };

		if (!last && pipe2(ends, O_CLOEXEC) < 0)
			err(EX_TROUBLE, "pipe");
		if ((c->pid = fork()) < 0)
			err(EX_TROUBLE, "fork");
		if (c->pid == 0)
			run(c, in, ends[1]);
		if (in != STDIN_FILENO)
			close(in);
		if (!last)
			close(ends[1]);
		in = ends[0];
	}
}

static void
await(struct chain *chain)
{
	for (size_t i = 0; i < chain->n; i++)
		while (waitpid(chain->commands[i].pid, &chain->commands[i].status, 0) < 0)
			if (errno != EINTR)
				err(EX_TROUBLE, "wait");
}

static bool
died_of_pipe(const struct command *c)
{
	return WIFSIGNALED(c->status) && WTERMSIG(c->status) == SIGPIPE;
}

/* extract leaves out what it cannot read and says so by status 1: the run went on. */
static bool
has_failed(const struct command *c)
{
	bool left_out =
	    c->stage == STAGE_EXTRACT && WIFEXITED(c->status) && WEXITSTATUS(c->status) == EX_DATA;

	return c->status != 0 && !left_out && !died_of_pipe(c);
}

static void
report(const struct command *c)
{
	const char *name = stages[c->stage].name;

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
open_output(const struct chain *chain, struct output *out)
{
	if (chain->output == NULL)
		return STDOUT_FILENO;
	if (output_open(out, chain->output) < 0)
		err(EX_TROUBLE, "%s", chain->output);
	return out->fd;
}

static void
close_output(const struct chain *chain, struct output *out)
{
	if (chain->output == NULL)
		return;
	if (was_harmed(chain))
		output_drop(out);
	else if (output_keep(out) < 0)
		err(EX_TROUBLE, "%s", chain->output);
}

_Noreturn static void
run_stage(int stage, char *argv[])
{
	struct arena arena = { .oom = out_of_memory };
	char *path = stage_path(&arena, stage);

	argv[0] = strrchr(path, '/') + 1;
	execv(path, argv);
	err(EX_TROUBLE, "%s", path);
}

/* Closed standard streams would be taken by the pipes: /dev/null stands in for them. False if
 * there is no standard output to write to. */
static bool
open_standard_streams(void)
{
	bool has_stdout = fcntl(STDOUT_FILENO, F_GETFD) >= 0;
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
	return has_stdout;
}

int
main(int argc, char *argv[])
{
	struct chain chain;
	struct output out;
	int status;
	bool has_stdout = open_standard_streams();

	if (argc > 1 && find_stage(argv[1]) >= 0)
		run_stage(find_stage(argv[1]), argv + 1);
	start_chain(&chain);
	parse(&chain, argc, argv);
	cut_chain(&chain);
	if (!has_stdout && chain.output == NULL)
		errx(EX_TROUBLE, "<stdout>: %s", strerror(EBADF));
	if (chain.dry_run) {
		put_pipeline(&chain);
		finish(0);
	}
	spawn(&chain, open_output(&chain, &out));
	await(&chain);
	status = judge(&chain);
	close_output(&chain, &out);
	if (status == 0 && died_of_pipe(&chain.commands[chain.n - 1])) {
		signal(SIGPIPE, SIG_DFL); /* our reader left: leave as the stages did */
		raise(SIGPIPE);
	}
	arena_free(&chain.arena);
	return status;
}
