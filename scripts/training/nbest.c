/* nbest - the n best translations of each document, taken as one sentence, for tune.
 * usage: nbest [-n N] [-f FIRST] [--models DIR] [FILE...] > LIST
 *   from tagged CoNLL-U; documents are numbered from FIRST (0) */
#include <stdio.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/map.h"
#include "lib/translator.h"

enum { PATHS = 10 }; /* looked at for each that is printed: many say the same words */

struct list {
	struct translator t;
	size_t limit, documents;
};

/* One source out of a document's sentences. */
static void
join_sentences(struct arena *arena, const struct document *doc, struct source *all)
{
	for (size_t i = 0; i < doc->sentences.n; i++) {
		struct source source;

		source_make(arena, &doc->sentences.v[i], &source);
		for (size_t j = 0; j < source.words.n; j++)
			*PUSH(arena, &all->words) = source.words.v[j];
	}
}

static struct span
path_text(struct arena *arena, const struct path *path)
{
	struct span *words;
	size_t n = path_words(arena, path, &words);
	struct buf text = { .arena = arena };

	for (size_t i = 0; i < n; i++) {
		buf_putc(&text, ' ');
		buf_put(&text, words[i]);
	}
	return buf_span(&text);
}

static void
put_path(const struct path *path, struct span text, size_t id)
{
	float value[NFEATURES];

	printf("%zu |||", id);
	put(text);
	put(SPAN(" |||"));
	path_values(path, value);
	for (int f = 0; f < NFEATURES; f++)
		if (value[f] != 0)
			printf(" %s=%.4f", feature_names[f], (double)value[f]);
	printf(" ||| %.4f\n", (double)path->score);
}

static void
put_list(void *self, struct arena *arena, struct document *doc)
{
	struct list *l = self;
	struct source source = { 0 };
	struct translation out;
	struct path *paths = ARENA_NEW(arena, struct path, PATHS * l->limit);
	struct map seen = { .arena = arena };
	size_t n;

	join_sentences(arena, doc, &source);
	translate_source(&l->t, arena, &source, &out);
	n = nbest(arena, out.best, out.nbest, PATHS * l->limit, paths);
	for (size_t i = 0; i < n && seen.n < l->limit; i++) {
		struct span text = path_text(arena, &paths[i]);

		if ((*map_at(&seen, text))++ == 0)
			put_path(&paths[i], text, l->documents);
	}
	l->documents++;
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { CLI_MODELS, CLI_LONG };
	static struct list l;
	int c;

	l.limit = 100;
	while ((c = getopt_long(argc, argv, "n:f:" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'n')
			l.limit = (size_t)cli_number(optarg, "the number of translations", 1);
		else if (c == 'f')
			l.documents = (size_t)cli_number(optarg, "the first number", 0);
		else
			cli_option(c, "usage: nbest [-n N] [-f FIRST] [--models DIR] [FILE...]\n");
	cli_translator(&l.t);
	l.t.limits.keep_others = true;
	read_documents(argv + optind, put_list, &l);
	translator_close(&l.t);
	finish(0);
}
