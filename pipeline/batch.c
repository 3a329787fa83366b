/* rassegna-batch - digests of a folder of articles, in files and a database, stopped and resumed at
 * will; see rassegna-batch(1). */
#include <err.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chain.h"
#include "cli.h"
#include "intake.h"
#include "lib/status.h"
#include "outcome.h"
#include "pool.h"
#include "signature.h"

static const char usage[] =
    "usage: rassegna-batch [OPTION...] -o OUT INPUT...\n"
    "  -o, --output OUT     the folder of the results\n"
    "      --to FORMAT      text (default), markdown, json, jsonl, tsv, csv, tbx, tmx or\n"
    "                       conllu; may be given several times\n"
    "      --db FILE        the database (OUT/rassegna.db)\n"
    "      --no-db          none: nothing is known of the run afterwards\n"
    "      --no-files       the database alone\n"
    "      --jobs N         so many chains of stages side by side (one for each core)\n"
    "      --retry-failed   try again what has failed before\n"
    "      --force          do all anew\n"
    "      --timeout SECONDS  the most for a document (60)\n"
    "      --max-memory N   at most N[K|M|G] bytes of memory for each stage\n"
    "      --max-bytes N    at most N[K|M|G] bytes for a document, unpacked (64M)\n"
    "      --format NAME    text, markdown, html, feed, nitf, newsml, ninjs, json, jsonl, warc,\n"
    "                       tar or zip: what the input is\n"
    "      --field NAME     the field of JSON that holds the text\n"
    "      --only-italian   what is in another language has failed\n"
    "      --files-from LIST  read the files that LIST names, a line each or NUL between them\n"
    "      --shard I/N      only that part of the input, from 1/N to N/N\n"
    "      --progress WHEN  auto (default), always or never\n"
    "      --log-format FORMAT  text (default) or json: how standard error is written\n"
    "  -n, --sentences N    a summary of at most N sentences (3)\n"
    "  -w, --words WORDS    of at most WORDS words\n"
    "  -c, --chars CHARS    of at most CHARS characters\n"
    "  -r, --ratio RATIO    of at most that part of the article's words\n"
    "  -t, --terms N        a glossary of at most N terms (10)\n"
    "      --method NAME    how sentences are scored: cover (default), leadcov, lead, textrank,\n"
    "                       lexrank, sumbasic\n"
    "      --query WORDS    sentences about these words count for more\n"
    "      --trim           a connective that makes a sentence hang in the air is cut off\n"
    "      --lang LANG      en, it or both (default); it: nothing is translated\n"
    "      --glossary FILE  a glossary that the translation obeys: TSV, OmegaT or TBX\n"
    "      --memory FILE    sentences translated before: TMX or TSV\n"
    "      --via COMMAND    translate by this command, a sentence a line\n"
    "      --stages DIR     run the stages that are in DIR, rassegna-tag and so on, in place of "
    "ours\n"
    "      --models DIR     where the compiled models are\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n";

enum { MAX_BYTES = 64 << 20, MOST_BYTES = 512 << 20, TIMEOUT = 60 };
static const size_t MOST_MEMORY = (size_t)1 << 40;

struct batch {
	struct arena arena; /* of the options */
	struct chain chain;
	struct pool *pool;
	struct pool_limits limits;
	struct pool_calls calls;
	struct outcome outcome;
	struct progress progress;
	struct intake intake;
	bool retry_failed, force;
};

/* ---- signals: the first one lets out what is under way, the second one ends at once */

static volatile sig_atomic_t stop_signal;

static void
take_signal(int sig)
{
	if (stop_signal != 0)
		_exit(128 + sig); /* the stages end with this process */
	stop_signal = sig;
}

static void
catch_signals(void)
{
	struct sigaction action = { .sa_handler = take_signal, .sa_flags = SA_RESTART };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	if (signal(SIGHUP, SIG_IGN) != SIG_IGN) /* nohup(1) */
		sigaction(SIGHUP, &action, NULL);
	signal(SIGCHLD, SIG_DFL); /* or its status would be lost */
	signal(SIGPIPE, SIG_IGN); /* a stage that died is found by its status */
}

/* ---- items that come out of the chains */

struct own {
	struct span hash;
	VEC(struct document) documents;
	int rc; /* of a document that could not be read */
};

static void
take_document(void *self, struct flight *flight, struct span text)
{
	struct own *own = flight->own;
	struct document document;
	int rc = conllu_parse(&flight->arena, text, &document);

	(void)self;
	if (rc == 0)
		*PUSH(&flight->arena, &own->documents) = document;
	else
		own->rc = rc;
}

static void
take_again(void *self, struct flight *flight)
{
	struct own *own = flight->own;

	(void)self;
	own->documents.n = 0;
	own->rc = 0;
}

static bool
has_document(const struct flight *f, struct span suffix)
{
	const struct own *own = f->own;
	struct span source;

	for (size_t i = 0; i < own->documents.n; i++)
		if (comment_get(&own->documents.v[i].sentences.v[0], SPAN("meta::source"),
				&source) &&
		    source.n == f->key.n + suffix.n && span_ends(source, suffix))
			return true;
	return false;
}

/* What extract said of an item that gave documents is a warning, unless it says of one of several
 * ("#3: why") that did not come: then it has failed in part. */
static struct span
part_failed(struct batch *b, const struct flight *f)
{
	for (size_t i = 0; i < f->said.n; i++) {
		struct span rest = f->said.v[i], part;

		if (rest.s[0] == '#' && span_cut(&rest, ':', &part) && !has_document(f, part))
			return f->said.v[i];
		progress_said(&b->progress, "extract",
			      arena_concat((struct arena *)&f->arena, f->name, f->said.v[i]));
	}
	return SPAN("");
}

/* A record of a web archive that is no page is passed over in silence. */
static bool
is_passed_over(const struct flight *f)
{
	return f->failed && f->said.n == 0 && f->stage == STAGE_EXTRACT &&
	       span_starts(f->bytes, SPAN("WARC/"));
}

static void
judge(struct batch *b, struct flight *f, struct item_outcome *item)
{
	const struct own *own = f->own;

	if (f->failed && !is_passed_over(f)) {
		item->n = 0;
		item->stage = span_of(stage_name(f->stage));
		item->error = f->error;
	} else if (own->rc < 0) {
		item->n = 0;
		item->stage = span_of(stage_name(b->chain.commands[b->chain.n - 1].stage));
		item->error = span_of(status_str(own->rc));
	} else if ((item->error = part_failed(b, f)).n > 0) {
		item->stage = span_of(stage_name(STAGE_EXTRACT));
	}
}

static void
take_through(void *self, struct flight *flight)
{
	struct batch *b = self;
	struct own *own = flight->own;
	struct item_outcome item = { .name = flight->name,
				     .key = flight->key,
				     .hash = own->hash,
				     .seconds = flight->seconds,
				     .documents = own->documents.v,
				     .n = own->documents.n };

	judge(b, flight, &item);
	b->progress.bytes += flight->bytes.n;
	outcome_put(&b->outcome, &flight->arena, &item);
}

static void
take_message(void *self, int stage, struct span line)
{
	struct batch *b = self;

	progress_said(&b->progress, stage_name(stage), line);
}

static void
take_broken(void *self, int stage, struct span error)
{
	struct batch *b = self;

	progress_clear(&b->progress);
	errx(EX_TROUBLE, "rassegna-%s: %.*s", stage_name(stage), (int)error.n, error.s);
}

/* ---- items that go in */

static bool
turned(void *self)
{
	struct batch *b = self;

	outcome_tick(&b->outcome);
	intake_tick(&b->intake);
	return stop_signal == 0;
}

static void
fail_item(void *self, struct arena *arena, struct span name, struct span error)
{
	struct batch *b = self;
	struct item_outcome item = {
		.name = name, .key = name, .stage = SPAN("extract"), .error = error
	};

	outcome_put(&b->outcome, arena, &item);
}

static bool
is_settled(struct batch *b, struct span name, struct span hash)
{
	enum store_state state;

	if (b->force)
		return false;
	state = outcome_state(&b->outcome, name, hash);
	if (state == STORE_DONE)
		b->progress.skipped++;
	else if (state == STORE_FAILED && !b->retry_failed)
		b->progress.failed++;
	else
		return false;
	return true;
}

static void
give_item(struct batch *b, const struct item *item, struct span hash)
{
	struct flight *flight = pool_flight(b->pool, item->name);
	struct own *own;

	if (flight == NULL)
		return;
	own = ARENA_NEW(&flight->arena, struct own, 1);
	own->hash = arena_copy(&flight->arena, hash);
	flight->own = own;
	flight->bytes = arena_copy(&flight->arena, item->bytes);
	pool_give(b->pool, flight);
}

static void
take_item(void *self, struct arena *arena, const struct item *item)
{
	struct batch *b = self;
	struct span hash = hash_of(arena, item->bytes);

	if (!is_settled(b, item->name, hash))
		give_item(b, item, hash);
}

static void
drain(struct batch *b)
{
	while (pool_busy(b->pool)) {
		pool_flush(b->pool);
		pool_turn(b->pool, 1000);
		turned(b);
	}
}

/* ---- options */

enum {
	OPT_TO = OPT_OWN,
	OPT_LANG,
	OPT_STAGES,
	OPT_DB,
	OPT_NO_DB,
	OPT_NO_FILES,
	OPT_JOBS,
	OPT_RETRY_FAILED,
	OPT_FORCE,
	OPT_TIMEOUT,
	OPT_MAX_MEMORY,
	OPT_MAX_BYTES,
	OPT_FORMAT,
	OPT_FIELD,
	OPT_ONLY_ITALIAN,
	OPT_FILES_FROM,
	OPT_SHARD,
	OPT_PROGRESS,
	OPT_LOG_FORMAT
};

static enum progress_when
find_when(const char *name)
{
	if (strcmp(name, "auto") == 0)
		return PROGRESS_AUTO;
	if (strcmp(name, "always") == 0)
		return PROGRESS_ALWAYS;
	if (strcmp(name, "never") != 0)
		errx(EX_TROUBLE, "%s: progress is shown auto, always or never", name);
	return PROGRESS_NEVER;
}

static bool
is_json_log(const char *name)
{
	if (strcmp(name, "json") != 0 && strcmp(name, "text") != 0)
		errx(EX_TROUBLE, "%s: the log is text or json", name);
	return strcmp(name, "json") == 0;
}

static void
set_shard(struct batch *b, const char *arg)
{
	struct span count = span_of(arg), part;
	long i, n;

	span_cut(&count, '/', &part);
	i = span_number(part);
	n = count.s != NULL ? span_number(count) : -1;
	if (i < 1 || n < 1 || i > n)
		errx(EX_TROUBLE, "%s: a shard is I/N, from 1/N to N/N", arg);
	b->intake.shard = (uint64_t)i;
	b->intake.shards = (uint64_t)n;
}

static double
seconds_of(const char *arg)
{
	char *end;
	double v = strtod(arg, &end);

	if (end == arg || *end != '\0' || !(v > 0 && v <= 1e9))
		errx(EX_TROUBLE, "%s: the timeout must be a number of seconds above 0", arg);
	return v;
}

static void
hand_to_extract(struct batch *b, const char *option, const char *value)
{
	chain_add(&b->chain, STAGE_EXTRACT, option);
	if (value != NULL)
		chain_add(&b->chain, STAGE_EXTRACT, value);
}

/* Containers are opened here: extract hears only what their items are. */
static void
set_format(struct batch *b, const char *name)
{
	b->intake.format = format_named(span_of(name));
	if (b->intake.format == FORMAT_UNKNOWN)
		errx(EX_TROUBLE, "%s: no format that --format knows", name);
	if (b->intake.format <= FORMAT_JSONL)
		hand_to_extract(b, "--format", b->intake.format == FORMAT_JSONL ? "json" : name);
}

static void
add_format(struct batch *b, const char *name)
{
	cli_format(name); /* or die */
	results_add_format(&b->outcome.results, name);
}

static bool
take_limit(struct batch *b, int c)
{
	switch (c) {
	case OPT_JOBS:
		b->limits.jobs = (size_t)cli_number(optarg, "the number of jobs", 1);
		return true;
	case OPT_TIMEOUT:
		b->limits.timeout = seconds_of(optarg);
		return true;
	case OPT_MAX_MEMORY:
		b->limits.memory = cli_bytes(optarg, "--max-memory", MOST_MEMORY);
		return true;
	case OPT_MAX_BYTES:
		b->intake.max_bytes = cli_bytes(optarg, "--max-bytes", MOST_BYTES);
		hand_to_extract(b, "--max-bytes", optarg);
		return true;
	}
	return false;
}

static bool
take_input_option(struct batch *b, int c)
{
	switch (c) {
	case OPT_FORMAT:
		set_format(b, optarg);
		return true;
	case OPT_FIELD:
		hand_to_extract(b, "--field", optarg);
		return true;
	case OPT_ONLY_ITALIAN:
		hand_to_extract(b, "--only-italian", NULL);
		return true;
	case OPT_FILES_FROM:
		b->intake.list = optarg;
		return true;
	case OPT_SHARD:
		set_shard(b, optarg);
		return true;
	case OPT_RETRY_FAILED:
		b->retry_failed = true;
		return true;
	case OPT_FORCE:
		b->force = true;
		return true;
	}
	return false;
}

static void
take_option(struct batch *b, int c)
{
	if (chain_take(&b->chain, c) || take_limit(b, c) || take_input_option(b, c))
		return;
	switch (c) {
	case 'o':
		b->outcome.out = optarg;
		return;
	case 'm':
		chain_models(&b->chain, optarg);
		break; /* and for this program, too */
	case OPT_STAGES:
		chain_stages(&b->chain, optarg);
		return;
	case OPT_TO:
		add_format(b, optarg);
		return;
	case OPT_LANG:
		b->outcome.results.lang = cli_lang(optarg);
		return;
	case OPT_DB:
		b->outcome.db = optarg;
		return;
	case OPT_NO_DB:
		b->outcome.no_db = true;
		return;
	case OPT_NO_FILES:
		b->outcome.no_files = true;
		return;
	case OPT_PROGRESS:
		b->progress.when = find_when(optarg);
		return;
	case OPT_LOG_FORMAT:
		b->progress.json = is_json_log(optarg);
		return;
	}
	cli_option(c, usage);
}

static void
parse(struct batch *b, int argc, char *argv[])
{
	static const struct option longopts[] = {
		CHAIN_LONG,
		{ "output", required_argument, NULL, 'o' },
		{ "to", required_argument, NULL, OPT_TO },
		{ "lang", required_argument, NULL, OPT_LANG },
		{ "db", required_argument, NULL, OPT_DB },
		{ "no-db", no_argument, NULL, OPT_NO_DB },
		{ "no-files", no_argument, NULL, OPT_NO_FILES },
		{ "jobs", required_argument, NULL, OPT_JOBS },
		{ "retry-failed", no_argument, NULL, OPT_RETRY_FAILED },
		{ "force", no_argument, NULL, OPT_FORCE },
		{ "timeout", required_argument, NULL, OPT_TIMEOUT },
		{ "max-memory", required_argument, NULL, OPT_MAX_MEMORY },
		{ "max-bytes", required_argument, NULL, OPT_MAX_BYTES },
		{ "format", required_argument, NULL, OPT_FORMAT },
		{ "field", required_argument, NULL, OPT_FIELD },
		{ "only-italian", no_argument, NULL, OPT_ONLY_ITALIAN },
		{ "files-from", required_argument, NULL, OPT_FILES_FROM },
		{ "shard", required_argument, NULL, OPT_SHARD },
		{ "progress", required_argument, NULL, OPT_PROGRESS },
		{ "log-format", required_argument, NULL, OPT_LOG_FORMAT },
		{ "stages", required_argument, NULL, OPT_STAGES },
		CLI_MODELS,
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, CHAIN_SHORT "o:hV", longopts, NULL)) != -1)
		take_option(b, c);
	if (b->outcome.out == NULL)
		errx(EX_TROUBLE, "no folder for the results: -o OUT");
	if (optind == argc && b->intake.list == NULL)
		errx(EX_TROUBLE, "no input: name files or folders, or - for standard input");
	if (b->outcome.no_db && (b->outcome.no_files || b->outcome.db != NULL))
		errx(EX_TROUBLE, "--no-db goes with neither --no-files nor --db");
}

/* ---- the run */

static void
set_defaults(struct batch *b)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	b->arena.oom = out_of_memory;
	b->outcome.progress = b->intake.progress = &b->progress;
	b->intake.self = b;
	b->intake.item = take_item;
	b->intake.failed = fail_item;
	b->intake.turned = turned;
	b->outcome.results.lang = LANG_BOTH;
	b->intake.max_bytes = MAX_BYTES;
	b->limits = (struct pool_limits){ cores > 0 ? (size_t)cores : 1, TIMEOUT, 0 };
	chain_init(&b->chain, &b->arena);
}

/* The stages that run; each gives every document out at once, ids stay as they are. */
static void
cut_chain(struct batch *b)
{
	bool runs[NSTAGES];

	for (int i = 0; i < NSTAGES; i++) {
		runs[i] = i != STAGE_RENDER &&
			  !(i == STAGE_TRANSLATE && b->outcome.results.lang == LANG_IT);
		chain_add(&b->chain, i, "-u");
	}
	chain_add(&b->chain, STAGE_TOKENIZE, "--same-ids");
	if (!b->outcome.no_db)
		chain_add(&b->chain, STAGE_SELECT, "--all");
	chain_cut(&b->chain, runs);
}

static void
prepare(struct batch *b)
{
	if (b->outcome.no_files)
		b->outcome.results.n = 0;
	else if (b->outcome.results.n == 0)
		add_format(b, "text");
	b->outcome.options =
	    options_signature(&b->arena, results_formats(&b->outcome.results, &b->arena),
			      b->outcome.results.lang, &b->chain);
	if (!b->outcome.no_db)
		b->outcome.models = models_signature(&b->arena);
	cut_chain(b);
	outcome_open(&b->outcome);
	b->intake.out = b->outcome.out;
	b->intake.db = b->outcome.db;
	b->calls = (struct pool_calls){
		{ b, take_document, take_through, take_message }, take_again, turned, take_broken
	};
	b->pool = pool_open(&b->chain, &b->limits, &b->calls);
}

static int
status_of(const struct batch *b)
{
	if (stop_signal != 0)
		return 128 + stop_signal;
	return b->progress.failed > 0 ? EX_DATA : 0;
}

static void
clear(struct batch *b)
{
	pool_close(b->pool);
	arena_free(&b->arena);
}

int
main(int argc, char *argv[])
{
	static struct batch b;

	cli_standard_streams();
	set_defaults(&b);
	parse(&b, argc, argv);
	prepare(&b);
	catch_signals();
	progress_start(&b.progress);
	intake_run(&b.intake, argv + optind);
	drain(&b);
	outcome_close(&b.outcome);
	progress_end(&b.progress, stop_signal != 0 ? "interrupted" : "finished");
	clear(&b);
	finish(status_of(&b));
}
