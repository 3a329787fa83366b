/* rassegna-model - compile a model's source, or show what a compiled one holds;
 * see rassegna-model(1). */
#include <err.h>
#include <stdio.h>
#include <unistd.h>

#include "cli.h"
#include "lib/ngram.h"
#include "lib/output.h"
#include "lib/status.h"

enum { LARGEST = 1 << 30 }; /* bytes of a source */

static const char usage[] =
    "usage: rassegna-model SOURCE MODEL    compile a table or language model, plain or gzip\n"
    "       rassegna-model --show MODEL    print the table of a model, licence and source first;\n"
    "                                      of a language model, these and its size\n"
    "  -s, --show     print instead of compiling\n"
    "  -h, --help     this text\n"
    "  -V, --version  the version\n";

static void
write_model(const char *path, struct span bytes)
{
	struct output out;
	FILE *f;

	if (output_open(&out, path) < 0 || (f = fdopen(dup(out.fd), "w")) == NULL)
		err(EX_TROUBLE, "%s", path);
	if (fwrite(bytes.s, 1, bytes.n, f) != bytes.n || fclose(f) == EOF) {
		output_drop(&out);
		err(EX_TROUBLE, "%s", path);
	}
	if (output_keep(&out) < 0)
		err(EX_TROUBLE, "%s", path);
}

static int /* what the source is, its first line says */
compile_text(struct arena *arena, struct span text, struct span *bytes, size_t *bad_line)
{
	if (span_starts(text, SPAN("# rassegna-lm ")))
		return ngram_compile(arena, text, bytes, bad_line);
	return table_compile(arena, text, bytes, bad_line);
}

static void
compile(const char *source, const char *path)
{
	struct arena arena = { .oom = out_of_memory };
	struct span text, bytes;
	struct input in;
	int rc;

	rc = input_open(&in, source);
	in.limit = LARGEST;
	if (rc < 0 || (rc = input_rest(&in, &text)) < 0 ||
	    (rc = compile_text(&arena, text, &bytes, &in.line)) < 0)
		die_at(&in, rc);
	write_model(path, bytes);
	input_close(&in);
	arena_free(&arena);
}

static bool
show_ngrams(const char *path)
{
	struct ngram lm;

	if (ngram_open(&lm, path) < 0 || ngram_check(&lm) < 0)
		return false;
	put(lm.head);
	for (unsigned k = 1; k <= lm.order; k++)
		printf("# ngrams %u %u\n", k, lm.count[k - 1]);
	ngram_close(&lm);
	return true;
}

static void
show(const char *path)
{
	struct table table;
	int rc = table_open(&table, path);

	if (rc == ERR_MODEL && show_ngrams(path))
		return;
	if (rc < 0 || (rc = table_check(&table)) < 0)
		errx(EX_TROUBLE, "%s: %s", path, status_str(rc));
	while (span_ends(table.text, SPAN("\n\n"))) /* the filling */
		table.text.n--;
	put(table.text);
	table_close(&table);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "show", no_argument, NULL, 's' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	bool showing = false;
	int c;

	while ((c = getopt_long(argc, argv, "shV", longopts, NULL)) != -1)
		if (c == 's')
			showing = true;
		else
			cli_option(c, usage);
	if (argc - optind != (showing ? 1 : 2))
		cli_option('?', usage);
	if (showing)
		show(argv[optind]);
	else
		compile(argv[optind], argv[optind + 1]);
	finish(0);
}
