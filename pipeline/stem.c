/* rassegna-stem - add Stem= to the MISC column of CoNLL-U; see rassegna-stem(1). */
#include "cli.h"
#include "lib/memo.h"
#include "lib/stemmer.h"

static const char usage[] = "usage: rassegna-stem [-u] [--lemma] [--models DIR] [FILE...]\n"
			    "  -l, --lemma       the stem of the lemma, where there is one\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct stem {
	struct stemmer stemmer;
	bool lemma;
	struct arena arena; /* of seen */
	struct memo seen;
};

/* Of a word or a lemma. */
static struct span
stem_of(struct stem *st, struct span word)
{
	const struct span *seen = memo_get(&st->seen, word);
	struct span *made;

	if (seen != NULL)
		return *seen;
	made = ARENA_NEW(&st->arena, struct span, 1);
	word = arena_copy(&st->arena, word);
	*made = stemmer_stem(&st->stemmer, &st->arena, word);
	memo_put(&st->seen, word, made);
	return *made;
}

/* What the stem is taken from. A stop word stays one whatever its lemma is. */
static struct span
word_of(const struct stem *st, const struct row *row)
{
	struct span lemma = row->col[C_LEMMA];

	return st->lemma && !span_eq(lemma, SPAN("_")) ? lemma : row->col[C_FORM];
}

static void
stem_row(struct stem *st, struct arena *arena, struct row *row)
{
	struct span stem;

	if (row->kind != ROW_WORD)
		return;
	stem = stem_of(st, row->col[C_FORM]);
	if (stem.n > 0 && st->lemma)
		stem = stem_of(st, word_of(st, row));
	if (stem.n > 0)
		row->col[C_MISC] = misc_set(arena, row->col[C_MISC], SPAN("Stem"), stem);
}

static void
forget(struct stem *st)
{
	arena_reset(&st->arena);
	st->seen = memo_in(&st->arena);
}

static void
stem(void *self, struct arena *arena, struct document *doc)
{
	struct stem *st = self;

	if (memo_is_full(&st->seen))
		forget(st);
	for (size_t i = 0; i < doc->sentences.n; i++)
		for (size_t j = 0; j < doc->sentences.v[i].rows.n; j++)
			stem_row(st, arena, &doc->sentences.v[i].rows.v[j]);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = { { "lemma", no_argument, NULL, 'l' },
						  CLI_MODELS,
						  CLI_LONG };
	struct stem st = { .arena.oom = out_of_memory };
	int c;

	while ((c = getopt_long(argc, argv, "l" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'l')
			st.lemma = true;
		else
			cli_option(c, usage);
	cli_stemmer(&st.stemmer);
	forget(&st);
	filter_documents(argv + optind, stem, &st);
	stemmer_close(&st.stemmer);
	arena_free(&st.arena);
	finish(0);
}
