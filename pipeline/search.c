/* rassegna-search - find articles in the database of a batch; see rassegna-search(1). */
#include <ctype.h>
#include <err.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#include "lib/fold.h"
#include "lib/report.h"
#include "lib/status.h"
#include "lib/store_find.h"

static const char usage[] =
    "usage: rassegna-search [--db FILE] [--from DATE] [--to DATE] [-n N] [--lang LANG]\n"
    "                       [--format FORMAT] [--models DIR] QUERY...\n"
    "QUERY: words that must all stand there, \"words in a row\", -word or NOT word, OR\n"
    "      --db FILE        the database, or the folder it is in (rassegna.db)\n"
    "      --from DATE      articles of this day, month or year and later: 2025-06-11,\n"
    "      --to DATE        2025-06, 2025; and up to this one\n"
    "  -n, --number N       at most N articles (10)\n"
    "      --lang LANG      en, it or both (default): the language of the words\n"
    "      --format FORMAT  text (default) or jsonl\n"
    "      --models DIR     where the compiled models are\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n";

struct job {
	struct arena arena; /* of the search */
	struct store_search search;
	const char *db, *lang;
	bool italian, jsonl;
	size_t hits;
};

/* ---- what is found */

static void
put_indented(struct buf *out, struct span text)
{
	enum { INDENT = 5 };

	if (text.n == 0)
		return;
	fold_repeat(out, ' ', INDENT);
	fold_put(out, text, INDENT, INDENT);
}

static void
put_text(struct job *job, const struct store_hit *hit, struct buf *out)
{
	struct span title = hit->title.n > 0 ? hit->title : SPAN("Senza titolo");

	buf_printf(out, "%s%3zu. ", job->hits > 1 ? "\n" : "", job->hits);
	fold_put(out, title, 5, 5);
	put_indented(out, hit->title_en);
	fold_repeat(out, ' ', 5);
	buf_put(out, report_date(out->arena, hit->date));
	buf_put(out, hit->date.n > 0 ? SPAN(", ") : SPAN(""));
	buf_put(out, hit->source);
	buf_putc(out, '\n');
	put_indented(out, hit->it);
	put_indented(out, hit->en);
}

static void
set_text(json_t *o, const char *key, struct span value)
{
	if (value.n > 0)
		json_object_set_new_nocheck(o, key, json_stringn_nocheck(value.s, value.n));
}

static void
set_languages(json_t *o, const char *key, struct span it, struct span en)
{
	json_t *both = json_object();

	set_text(both, "it", it);
	set_text(both, "en", en);
	if (json_object_size(both) > 0)
		json_object_set_nocheck(o, key, both);
	json_decref(both);
}

static int
take_json(const char *s, size_t n, void *out)
{
	buf_put(out, (struct span){ s, n });
	return 0;
}

static void
put_json(const struct store_hit *hit, struct buf *out)
{
	json_t *o = json_object();

	set_text(o, "id", hit->id);
	set_text(o, "source", hit->source);
	set_text(o, "date", hit->date);
	json_object_set_new_nocheck(o, "score", json_real(hit->score));
	set_languages(o, "title", hit->title, hit->title_en);
	set_languages(o, "sentence", hit->it, hit->en);
	if (json_dump_callback(o, take_json, out, JSON_COMPACT | JSON_REAL_PRECISION(5)) < 0)
		out_of_memory();
	json_decref(o);
	buf_putc(out, '\n');
}

static void
show(void *self, const struct store_hit *hit)
{
	struct job *job = self;
	struct buf out = { .arena = &job->arena };

	job->hits++;
	if (job->jsonl)
		put_json(hit, &out);
	else
		put_text(job, hit, &out);
	put(buf_span(&out));
}

/* ---- options */

static bool
is_date(const char *s)
{
	static const char form[] = "dddd-dd-dd";
	size_t n = strlen(s);

	if (n != 4 && n != 7 && n != 10)
		return false;
	for (size_t i = 0; i < n; i++)
		if (form[i] == 'd' ? !isdigit((unsigned char)s[i]) : s[i] != form[i])
			return false;
	return true;
}

static struct span
date_of(const char *arg)
{
	if (!is_date(arg))
		errx(EX_TROUBLE, "%s: a date is 2025-06-11, 2025-06 or 2025", arg);
	return span_of(arg);
}

static void
take_lang(struct job *job, const char *arg)
{
	job->italian = strcmp(arg, "en") != 0;
	job->search.english = strcmp(arg, "it") != 0;
	if (job->italian && job->search.english && strcmp(arg, "both") != 0)
		errx(EX_TROUBLE, "%s: the languages are en, it and both", arg);
}

static void
take_format(struct job *job, const char *arg)
{
	job->jsonl = strcmp(arg, "jsonl") == 0;
	if (!job->jsonl && strcmp(arg, "text") != 0)
		errx(EX_TROUBLE, "%s: the formats are text and jsonl", arg);
}

enum { OPT_DB = 256, OPT_FROM, OPT_TO, OPT_LANG, OPT_FORMAT };

static void
take_option(struct job *job, int c)
{
	switch (c) {
	case OPT_DB:
		job->db = optarg;
		return;
	case OPT_FROM:
		job->search.from = date_of(optarg);
		return;
	case OPT_TO:
		job->search.to = date_of(optarg);
		return;
	case OPT_LANG:
		take_lang(job, optarg);
		return;
	case OPT_FORMAT:
		take_format(job, optarg);
		return;
	case 'n':
		job->search.most = (size_t)cli_number(optarg, "the number of articles", 1);
		return;
	}
	cli_option(c, usage);
}

static void
parse_options(struct job *job, int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "db", required_argument, NULL, OPT_DB },
		{ "from", required_argument, NULL, OPT_FROM },
		{ "to", required_argument, NULL, OPT_TO },
		{ "number", required_argument, NULL, 'n' },
		{ "lang", required_argument, NULL, OPT_LANG },
		{ "format", required_argument, NULL, OPT_FORMAT },
		CLI_MODELS,
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	int c;

	while ((c = getopt_long(argc, argv, "n:hV", longopts, NULL)) != -1)
		take_option(job, c);
	if (optind == argc) {
		fputs(usage, stderr);
		exit(EX_TROUBLE);
	}
}

/* ---- the search */

static struct span
join(struct arena *arena, char *const words[])
{
	struct buf out = { .arena = arena };

	for (; *words != NULL; words++) {
		buf_put(&out, span_of(*words));
		buf_putc(&out, ' ');
	}
	return buf_span(&out);
}

static void
parse_query(struct job *job, char *const words[], struct query *query)
{
	static struct table abbreviations;
	struct stems stems = { .abbreviations = &abbreviations };
	int rc;

	cli_table(&abbreviations, "abbreviations");
	cli_stemmer(&stems.stemmer);
	rc =
	    query_parse(&job->arena, job->italian ? &stems : NULL, join(&job->arena, words), query);
	if (rc < 0)
		errx(EX_TROUBLE, "query: %s", status_str(rc));
	stemmer_close(&stems.stemmer);
	job->search.query = query;
}

/* A folder stands for the database that a batch makes in it. */
static const char *
database(struct arena *arena, const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		path = arena_cstr(arena, arena_concat(arena, span_of(path), SPAN("/rassegna.db")));
	if (access(path, R_OK) < 0)
		err(EX_TROUBLE, "%s", path);
	return path;
}

static void
find(struct job *job)
{
	const char *path = database(&job->arena, job->db);
	struct store *store;

	if (store_open_reader(&store, path) < 0 ||
	    store_find(store, &job->arena, &job->search, show, job) < 0)
		errx(EX_TROUBLE, "%s: %s", path, store_error(store));
	store_close(store);
}

int
main(int argc, char *argv[])
{
	struct job job = { .arena = { .oom = out_of_memory },
			   .db = "rassegna.db",
			   .search = { .english = true, .most = 10 },
			   .italian = true };
	struct query query;

	parse_options(&job, argc, argv);
	parse_query(&job, argv + optind, &query);
	find(&job);
	if (job.hits == 0 && !job.jsonl)
		warnx("nothing found");
	arena_free(&job.arena);
	finish(0);
}
