#include "cli.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lib/status.h"
#include "lib/stemmer.h"
#include "lib/translator.h"

static bool unbuffered;
static const char *models_dir;

void
cli_option(int c, const char *usage)
{
	switch (c) {
	case 'u':
		unbuffered = true;
		return;
	case 'm':
		models_dir = optarg;
		return;
	case 'h':
		put(span_of(usage));
		finish(0);
	case 'V':
		printf("%s " RASSEGNA_VERSION "\n", program_invocation_short_name);
		finish(0);
	}
	fputs(usage, stderr);
	exit(EX_TROUBLE);
}

long
cli_number(const char *arg, const char *what, long least)
{
	long v = span_number(span_of(arg));

	if (v < least)
		errx(EX_TROUBLE, "%s: %s must be a whole number from %ld to 999999999", arg, what,
		     least);
	return v;
}

size_t
cli_bytes(const char *arg, const char *option, size_t most)
{
	static const char units[] = "KMG";
	struct span number = span_of(arg);
	const char *unit = number.n > 1 ? strchr(units, number.s[number.n - 1]) : NULL;
	long v;

	number.n -= unit != NULL;
	v = span_number(number);
	if (unit != NULL && v > 0)
		v <<= 10 * (unit - units + 1); /* of nine digits: it fits */
	if (v < 1 || (size_t)v > most)
		errx(EX_TROUBLE, "%s: %s must be from 1 to %zuM", arg, option, most >> 20);
	return (size_t)v;
}

double
cli_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

const struct report_format *
cli_format(const char *name)
{
	const struct report_format *format = report_format(name);

	if (format == NULL && strcmp(name, "conllu") != 0)
		errx(EX_TROUBLE,
		     "%s: the formats are text, markdown, json, jsonl, tsv, csv, tbx, tmx and "
		     "conllu",
		     name);
	return format;
}

enum lang
cli_lang(const char *name)
{
	if (strcmp(name, "it") == 0)
		return LANG_IT;
	if (strcmp(name, "en") == 0)
		return LANG_EN;
	if (strcmp(name, "both") != 0)
		errx(EX_TROUBLE, "%s: the languages are en, it and both", name);
	return LANG_BOTH;
}

bool
cli_standard_streams(void)
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

void
cli_beside(char path[PATH_MAX], const char *program)
{
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX - 1);

	if (n < 0)
		err(EX_TROUBLE, "/proc/self/exe");
	while (n > 0 && path[n - 1] != '/')
		n--;
	if (snprintf(path + n, PATH_MAX - (size_t)n, "rassegna-%s", program) >= PATH_MAX - n)
		errx(EX_TROUBLE, "rassegna-%s: name too long", program);
}

/* Where models are found next to this program: installed (../share/rassegna) or built (models). */
static bool
beside_program(char path[PATH_MAX], const char *where, const char *name)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n < 0)
		return false;
	self[n] = '\0';
	*strrchr(self, '/') = '\0';
	n = snprintf(path, PATH_MAX, "%s/%s/%s", self, where, name);
	return n < PATH_MAX && access(path, R_OK) == 0;
}

/* Where the model should be; false if it is in none of the places where it may be. */
static bool
model_path(char path[PATH_MAX], const char *file)
{
	const char *dir = models_dir != NULL ? models_dir : getenv("RASSEGNA_MODELS");

	if (dir == NULL)
		return beside_program(path, "../share/rassegna", file) ||
		       beside_program(path, "models", file);
	if (snprintf(path, PATH_MAX, "%s/%s", dir, file) >= PATH_MAX)
		errx(EX_TROUBLE, "%s: name too long", dir);
	return access(path, R_OK) == 0 || errno != ENOENT;
}

static void
find_model(char path[PATH_MAX], const char *file)
{
	if (model_path(path, file))
		return;
	if (models_dir != NULL || getenv("RASSEGNA_MODELS") != NULL)
		errx(EX_TROUBLE, "%s: no such model", path);
	errx(EX_TROUBLE, "model %s not found; name its folder by --models", file);
}

void
cli_models_folder(char path[PATH_MAX])
{
	find_model(path, "idf.table");
	*strrchr(path, '/') = '\0';
}

static void
check_model(const char *path, int rc)
{
	if (rc < 0)
		errx(EX_TROUBLE, "%s: %s", path, status_str(rc));
}

bool
cli_table_if_there(struct table *table, const char *name)
{
	char path[PATH_MAX], file[NAME_MAX];
	bool there;

	snprintf(file, sizeof(file), "%s.table", name);
	if ((there = model_path(path, file)))
		check_model(path, table_open(table, path));
	return there;
}

void
cli_table(struct table *table, const char *name)
{
	char path[PATH_MAX], file[NAME_MAX];

	snprintf(file, sizeof(file), "%s.table", name);
	find_model(path, file);
	check_model(path, table_open(table, path));
}

static void
open_ngrams(struct ngram *lm, const char *file)
{
	char path[PATH_MAX];

	find_model(path, file);
	check_model(path, ngram_open(lm, path));
}

void
cli_stemmer(struct stemmer *st)
{
	static struct table exceptions, stopwords;
	int rc;

	cli_table(&exceptions, "stem-exceptions");
	cli_table(&stopwords, "stopwords");
	if ((rc = stemmer_open(st, &exceptions, &stopwords)) < 0)
		errx(EX_TROUBLE, "libstemmer: %s", status_str(rc));
}

void
cli_translator(struct translator *t)
{
	static struct table quantities_table, expressions_table;
	static struct quantities quantities; /* must stay where it is */
	struct table weights;

	*t = (struct translator){ .limits = { .beam = 100, .distortion = 6 } };
	cli_table(&t->phrases, "phrases");
	cli_table(&t->lexicon, "lexicon");
	cli_table(&t->kinds, "word-kinds");
	cli_table(&t->english.verbs, "english-verbs");
	cli_table(&t->english.nouns, "english-nouns");
	open_ngrams(&t->language.words, "english.lm");
	open_ngrams(&t->language.classes, "classes.lm");
	cli_table(&t->language.class_of, "classes");
	cli_table(&quantities_table, "quantities");
	quantities_open(&quantities, &quantities_table, out_of_memory);
	t->quantities = &quantities;
	cli_table(&expressions_table, "expressions");
	expressions_open(&t->expressions, &expressions_table, out_of_memory);
	cli_table(&weights, "weights");
	if (feature_weights(&weights, t->weight) < 0)
		errx(EX_TROUBLE, "weights.table: a row is no feature and number");
	table_close(&weights);
}

/* A reader that left is no error of ours: leave as quietly, even where SIGPIPE is ignored. */
_Noreturn static void
write_failed(void)
{
	if (errno == EPIPE) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	err(EX_TROUBLE, "<stdout>");
}

void
buffer_output(void)
{
	static char buffer[1 << 16]; /* as much as a pipe holds; stdio would take a page */

	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
}

void
put(struct span a)
{
	if (a.n > 0 && fwrite_unlocked(a.s, 1, a.n, stdout) != a.n) /* there are no threads */
		write_failed();
}

/* What is put together before it is put: many small writes cost more than a stage's work. */
struct page {
	char s[1 << 14];
	size_t n;
};

static void
page_flush(struct page *page)
{
	put((struct span){ page->s, page->n });
	page->n = 0;
}

static void
page_put(struct page *page, struct span a)
{
	if (a.n > sizeof(page->s) - page->n)
		page_flush(page);
	if (a.n > sizeof(page->s)) {
		put(a);
		return;
	}
	memcpy(page->s + page->n, a.s, a.n);
	page->n += a.n;
}

/* Columns that stand side by side, as they were read: how many from i on, and their bytes with the
 * TABs between. */
static int
run_of_columns(const struct row *row, int i, struct span *run)
{
	int end = i + 1;

	*run = row->col[i];
	while (end < C_NCOLS && row->col[end].s == run->s + run->n + 1 && run->s[run->n] == '\t')
		run->n += 1 + row->col[end++].n;
	return end - i;
}

static void
put_row(struct page *page, const struct row *row)
{
	struct span run;

	for (int i = 0; i < C_NCOLS;) {
		i += run_of_columns(row, i, &run);
		page_put(page, run);
		page_put(page, i < C_NCOLS ? SPAN("\t") : SPAN("\n"));
	}
}

static void
put_sentence(struct page *page, const struct sentence *s)
{
	for (size_t i = 0; i < s->comments.n; i++) {
		page_put(page, s->comments.v[i]);
		page_put(page, SPAN("\n"));
	}
	for (size_t i = 0; i < s->rows.n; i++)
		put_row(page, &s->rows.v[i]);
	page_put(page, SPAN("\n"));
}

void
put_document(const struct document *doc)
{
	struct page page;

	page.n = 0;
	for (size_t i = 0; i < doc->sentences.n; i++)
		put_sentence(&page, &doc->sentences.v[i]);
	page_flush(&page);
}

void
flush_if_unbuffered(void)
{
	if (unbuffered && fflush(stdout) == EOF)
		write_failed();
}

void
finish(int status)
{
	if (fclose(stdout) == EOF)
		write_failed();
	exit(status);
}

void
warn_at(const struct input *in, int rc)
{
	if (in->line > 0 && rc != ERR_IO)
		warnx("%s:%zu: %s", in->name, in->line, status_str(rc));
	else
		warnx("%s: %s", in->name, status_str(rc));
}

void
die_at(const struct input *in, int rc)
{
	warn_at(in, rc);
	if (fflush(stdout) == EOF) /* what was good comes out */
		write_failed();
	exit(rc == ERR_IO || rc == ERR_ICU ? EX_TROUBLE : EX_DATA);
}

void
out_of_memory(void)
{
	errx(EX_TROUBLE, "out of memory");
}

static void
each_document(const char *path, work_fn *work, void *self, struct arena *arena, bool write)
{
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = conllu_read(&reader, arena, &doc)) == 1) {
		work(self, arena, &doc);
		if (write)
			put_document(&doc);
		flush_if_unbuffered();
		arena_reset(arena);
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
each_operand(char *const operands[], work_fn *work, void *self, bool write)
{
	struct arena arena = { .oom = out_of_memory };

	buffer_output();
	if (*operands == NULL)
		each_document("-", work, self, &arena, write);
	for (; *operands != NULL; operands++)
		each_document(*operands, work, self, &arena, write);
	arena_free(&arena);
}

void
filter_documents(char *const operands[], work_fn *work, void *self)
{
	each_operand(operands, work, self, true);
}

void
read_documents(char *const operands[], work_fn *work, void *self)
{
	each_operand(operands, work, self, false);
}
