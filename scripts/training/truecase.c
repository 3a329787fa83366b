/* truecase - count how words are written (--train), and write the first words of sentences and
 * headlines so; tokens parted by one blank in, the same out. Needs nothing but tokenised text;
 * see pipeline/lib/truecase.h. CASES is the source of a table, as rassegna-model(1) takes it. */
#include <err.h>
#include <stdlib.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/input.h"
#include "lib/map.h"
#include "lib/status.h"
#include "lib/truecase.h"
#include "lib/utf8.h"

static const char usage[] = "usage: truecase --train [--least N] [FILE...] > CASES\n"
			    "       truecase [-u] CASES [FILE...]\n"
			    "      --train       count the cases of words\n"
			    "      --least N     leave out words that are seen less often\n"
			    "  -u, --unbuffered  write every line at once\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct tokens {
	struct span *v;
	size_t n, cap;
};

struct form {
	struct span lower, form;
	uint32_t count;
};

typedef void line_fn(void *self, struct arena *arena, struct tokens *tokens);

static struct tokens
tokens_of(struct arena *arena, struct span line)
{
	struct tokens tokens = { 0 };
	struct span form;

	while (span_cut(&line, ' ', &form))
		if (form.n > 0)
			*PUSH(arena, &tokens) = form;
	return tokens;
}

static void
each_line(const char *path, line_fn *work, void *self)
{
	struct arena arena = { .oom = out_of_memory };
	struct input in;
	struct span line;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1) {
		struct tokens tokens = tokens_of(&arena, line);

		work(self, &arena, &tokens);
		arena_reset(&arena);
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
	arena_free(&arena);
}

static void
each_file(char *const paths[], line_fn *work, void *self)
{
	if (*paths == NULL)
		each_line("-", work, self);
	for (; *paths != NULL; paths++)
		each_line(*paths, work, self);
}

/* Addresses are no words. */
static bool
is_counted(struct span form)
{
	struct span first = { form.s, 1 };

	while (first.n < form.n && (form.s[first.n] & 0xC0) == 0x80)
		first.n++;
	return utf8_has_letter(first) && !span_has(form, '@') && !span_has(form, '/') &&
	       !span_has(form, '\t');
}

static void
count_form(struct map *counts, struct span form)
{
	if (map_get(counts, form) == 0)
		form = arena_copy(counts->arena, form);
	++*map_at(counts, form);
}

static void
count_line(void *self, struct arena *arena, struct tokens *tokens)
{
	struct case_walk walk = { .initial = true, .start = true };

	(void)arena;
	if (truecase_line(tokens->v, tokens->n) != LINE_PLAIN)
		return;
	for (size_t i = 0; i < tokens->n; i++)
		if (!truecase_initial(&walk, tokens->v[i]) && is_counted(tokens->v[i]))
			count_form(self, tokens->v[i]);
}

static int
by_lower(const void *a, const void *b)
{
	const struct form *x = a, *y = b;
	int c = span_cmp(x->lower, y->lower);

	return c != 0 ? c : span_cmp(x->form, y->form);
}

static struct form *
sorted_forms(const struct map *counts)
{
	struct form *forms = ARENA_NEW(counts->arena, struct form, counts->n);
	size_t n = 0;

	for (size_t i = 0; i < counts->cap; i++) {
		const struct map_entry *e = &counts->v[i];

		if (e->key.s != NULL)
			forms[n++] =
			    (struct form){ utf8_lower(counts->arena, e->key), e->key, e->value };
	}
	if (n > 0)
		qsort(forms, n, sizeof(*forms), by_lower);
	return forms;
}

static void
put_case(const struct form *best, uint32_t all)
{
	put(best->lower);
	put(SPAN("\t"));
	put(best->form);
	printf("\t%u\t%u\n", best->count, all);
}

static void
put_cases(const struct form *forms, size_t n, uint32_t least)
{
	put(SPAN("# rassegna-table 1\n"));
	for (size_t from = 0, end; from < n; from = end) {
		const struct form *best = &forms[from];
		uint32_t all = 0;

		for (end = from; end < n && span_eq(forms[end].lower, best->lower); end++) {
			all += forms[end].count;
			if (forms[end].count >= best->count)
				best = &forms[end]; /* of equals the last: lower case */
		}
		if (all >= least)
			put_case(best, all);
	}
}

static void
train(char *const paths[], uint32_t least)
{
	struct arena arena = { .oom = out_of_memory };
	struct map counts = { .arena = &arena };

	each_file(paths, count_line, &counts);
	put_cases(sorted_forms(&counts), counts.n, least);
	arena_free(&arena);
}

static void
case_line(void *self, struct arena *arena, struct tokens *tokens)
{
	truecase(self, arena, tokens->v, tokens->n);
	for (size_t i = 0; i < tokens->n; i++) {
		if (i > 0)
			put(SPAN(" "));
		put(tokens->v[i]);
	}
	put(SPAN("\n"));
	flush_if_unbuffered();
}

static void
open_cases(struct table *cases, struct arena *arena, const char *path)
{
	struct span source, compiled;
	struct input in;
	int rc = input_open(&in, path);

	if (rc >= 0)
		rc = input_rest(&in, &source);
	if (rc >= 0)
		rc = table_compile(arena, source, &compiled, &in.line);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
	if ((rc = table_use(cases, compiled)) < 0)
		errx(EX_TROUBLE, "%s: %s", path, status_str(rc));
}

static void
filter(char *const operands[])
{
	struct arena arena = { .oom = out_of_memory };
	struct table cases;

	if (operands[0] == NULL)
		errx(EX_TROUBLE, "name the file of cases");
	open_cases(&cases, &arena, operands[0]);
	each_file(operands + 1, case_line, &cases);
	arena_free(&arena);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "train", no_argument, NULL, 't' },
						  { "least", required_argument, NULL, 'l' },
						  CLI_LONG };
	bool training = false;
	uint32_t least = 1;
	int c;

	while ((c = getopt_long(argc, argv, CLI_SHORT, longopts, NULL)) != -1) {
		if (c == 't')
			training = true;
		else if (c == 'l')
			least = (uint32_t)cli_number(optarg, "a count", 1);
		else
			cli_option(c, usage);
	}
	if (training)
		train(argv + optind, least);
	else
		filter(argv + optind);
	finish(0);
}
