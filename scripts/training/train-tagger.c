/* train-tagger - learn the perceptron of rassegna-tag from treebanks.
 *
 * Needs   FOLDER/1.conllu, 1.tsv, 2.conllu ...: parts of the treebanks and for each the lexicon
 * that has not seen it, as scripts/train-tags --splits writes them Makes   the rows of
 * models/tagger.tsv on standard output Takes   about half a minute and 400 MB
 *
 * Averaged perceptron (Collins 2002), greedy: the features of a word see the classes that were
 * predicted for the words before it, not the gold ones, so that it learns to live with its
 * mistakes. Only features that the gold data have at least MIN_COUNT times are learned. Each time
 * that a word is seen, a quarter of its features is hidden (Srivastava et al. 2014, "Dropout"): the
 * treebanks are small, and without it the words at hand outvote what carries over to other texts
 * (0.9 points of UPOS when one treebank is left out). */
#include <err.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/perceptron.h"
#include "lib/status.h"
#include "lib/tagger_features.h"

enum {
	MIN_COUNT = 2,
	HIDDEN = 25, /* per cent of the features */
	UNIT = 16,   /* of weight 1.0 in the model */
	LEARNERS = 4 /* with other orders and hidings; the model is their mean */
};

static const char usage[] = "usage: train-tagger [-i ROUNDS] [-p LEAST] FOLDER\n"
			    "  -i  rounds over the data (8)\n"
			    "  -p  least weight that is kept, of 127 (6)\n";

/* A sentence to learn from; gold[] is of the words without the edges. */
struct example {
	struct words words;
	uint8_t *gold;
};

struct weights {
	int32_t now[PERCEPTRON_CLASSES];
	int64_t late[PERCEPTRON_CLASSES]; /* each change times the step that made it */
	double sum[PERCEPTRON_CLASSES];   /* of the averages of all learners */
};

struct entry {
	uint64_t hash; /* 0: free */
	uint32_t count;
	struct weights *weights; /* NULL: never changed */
	struct span name;
};

static struct arena arena = { .oom = out_of_memory };
static struct {
	struct entry *v;
	size_t n, cap;
} entries;
static VEC(struct example) examples;
static struct {
	size_t n;
	struct span name[256];
	size_t count[256];
	struct atom tag[256];
} classes;
static int64_t step = 1;
static uint64_t seed = 88172645463325252;

static uint64_t
draw(void) /* xorshift: the same numbers on every machine */
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed >> 16;
}

/* --- features ----------------------------------------------------------------------------------
 */

static struct entry *
probe(uint64_t hash)
{
	size_t i = hash & (entries.cap - 1);

	while (entries.v[i].hash != 0 && entries.v[i].hash != hash)
		i = (i + 1) & (entries.cap - 1);
	return &entries.v[i];
}

static void
grow(void)
{
	struct entry *old = entries.v;
	size_t cap = entries.cap;

	entries.cap = cap > 0 ? 2 * cap : 1 << 20;
	if ((entries.v = calloc(entries.cap, sizeof(*entries.v))) == NULL)
		out_of_memory();
	for (size_t i = 0; i < cap; i++)
		if (old[i].hash != 0)
			*probe(old[i].hash) = old[i];
	free(old);
}

static void
count_feature(uint64_t hash)
{
	struct entry *e;

	if (2 * (entries.n + 1) > entries.cap)
		grow();
	e = probe(hash);
	entries.n += e->hash == 0;
	e->hash = hash;
	e->count++;
}

/* --- the data ----------------------------------------------------------------------------------
 */

static uint8_t class_number(struct span class)
{
	size_t i = 0;

	while (i < classes.n && !span_eq(classes.name[i], class))
		i++;
	if (i == classes.n) {
		if (i == 255)
			errx(EX_DATA, "too many classes");
		classes.name[classes.n] = class;
		classes.tag[classes.n++] = atom_of(class);
	}
	classes.count[i]++;
	return (uint8_t)i;
}

static void
take_sentence(const struct table *tags, const struct capitals *capitals, const struct sentence *s)
{
	struct example *x = PUSH(&arena, &examples);
	size_t n = 0;

	words_of(tags, capitals, &arena, s, &x->words);
	x->gold = ARENA_NEW(&arena, uint8_t, x->words.n + 1);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct span *col = s->rows.v[i].col;
		const struct word *w = &x->words.v[WORD_EDGES + n];

		if (s->rows.v[i].kind == ROW_WORD)
			x->gold[n++] =
			    class_number(w->fixed ? w->reading[0].upos
						  : analysis_class(col[C_UPOS], col[C_FEATS]));
	}
}

static void
take_document(const struct table *tags, const struct document *doc)
{
	struct capitals capitals = { { .arena = &arena }, { .arena = &arena } };

	for (size_t i = 0; i < doc->sentences.n; i++)
		capitals_note(&capitals, &doc->sentences.v[i]);
	for (size_t i = 0; i < doc->sentences.n; i++)
		take_sentence(tags, &capitals, &doc->sentences.v[i]);
}

static struct table
compile(const char *path)
{
	struct table table = { 0 };
	struct span text, bytes;
	struct input in;
	int rc;

	if ((rc = input_open(&in, path)) < 0 || (rc = input_rest(&in, &text)) < 0 ||
	    (rc = table_compile(&arena, text, &bytes, &in.line)) < 0 ||
	    (rc = table_use(&table, bytes)) < 0)
		die_at(&in, rc);
	input_close(&in);
	return table;
}

static void
take_part(const char *lexicon, const char *path)
{
	struct table tags = compile(lexicon);
	struct document doc;
	struct input in;
	struct conllu reader = { .in = &in };
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = conllu_read(&reader, &arena, &doc)) == 1)
		take_document(&tags, &doc);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
take_folder(const char *folder)
{
	char lexicon[4096], path[4096];

	for (int part = 1;; part++) {
		snprintf(lexicon, sizeof(lexicon), "%s/%d.tsv", folder, part);
		snprintf(path, sizeof(path), "%s/%d.conllu", folder, part);
		if (access(path, R_OK) < 0)
			break;
		take_part(lexicon, path);
	}
	if (examples.n == 0)
		errx(EX_TROUBLE, "%s: no 1.conllu", folder);
}

/* Call work for the features of every word as the gold classes have them. */
static void
with_gold(void work(const struct features *f))
{
	struct features f;

	for (size_t i = 0; i < examples.n; i++) {
		struct word *w = examples.v[i].words.v + WORD_EDGES;

		for (size_t j = 0; j < examples.v[i].words.n; j++) {
			if (!w[j].fixed) {
				features_of(&w[j], &f);
				work(&f);
			}
			w[j].tag = classes.tag[examples.v[i].gold[j]];
		}
	}
}

static void
count_features(const struct features *f)
{
	for (size_t i = 0; i < f->n; i++)
		count_feature(f->hash[i]);
}

/* --- learning ----------------------------------------------------------------------------------
 */

static size_t
shown_entries(const struct features *f, struct entry *out[])
{
	size_t n = 0;

	for (size_t i = 0; i < f->n; i++) {
		struct entry *e = probe(f->hash[i]);

		if (draw() % 100 >= HIDDEN && e->hash != 0 && e->count >= MIN_COUNT)
			out[n++] = e;
	}
	return n;
}

static size_t
predict(struct entry *const v[], size_t n)
{
	int32_t score[PERCEPTRON_CLASSES] = { 0 };
	size_t best = 0;

	for (size_t i = 0; i < n; i++)
		if (v[i]->weights != NULL)
			for (int c = 0; c < PERCEPTRON_CLASSES; c++)
				score[c] += v[i]->weights->now[c];
	for (size_t c = 1; c < classes.n; c++)
		if (score[c] > score[best])
			best = c;
	return best;
}

static void
change(struct entry *e, size_t class, int by)
{
	if (e->weights == NULL && (e->weights = calloc(1, sizeof(*e->weights))) == NULL)
		out_of_memory();
	e->weights->now[class] += by;
	e->weights->late[class] += by * step;
}

static size_t
learn_word(struct word *w, size_t gold)
{
	struct entry *v[FEATURES];
	struct features f;
	size_t n, got;

	features_of(w, &f);
	n = shown_entries(&f, v);
	got = predict(v, n);
	for (size_t i = 0; got != gold && i < n; i++) {
		change(v[i], gold, 1);
		change(v[i], got, -1);
	}
	step++;
	return got;
}

static size_t
learn_sentence(const struct example *x)
{
	size_t wrong = 0;

	for (size_t i = 0; i < x->words.n; i++) {
		struct word *w = &x->words.v[WORD_EDGES + i];
		size_t got = w->fixed ? x->gold[i] : learn_word(w, x->gold[i]);

		wrong += got != x->gold[i];
		w->tag = classes.tag[got];
	}
	return wrong;
}

static void
shuffle(void)
{
	for (size_t i = examples.n; i > 1; i--) {
		struct example x = examples.v[i - 1];
		size_t j = draw() % i;

		examples.v[i - 1] = examples.v[j];
		examples.v[j] = x;
	}
}

static void
learn(long rounds)
{
	for (long round = 1; round <= rounds; round++) {
		size_t wrong = 0;

		shuffle();
		for (size_t i = 0; i < examples.n; i++)
			wrong += learn_sentence(&examples.v[i]);
		fprintf(stderr, "round %ld: %zu wrong\n", round, wrong);
	}
}

/* The averages of this learner are put aside, and all is forgotten. */
static void
put_aside(void)
{
	for (size_t i = 0; i < entries.cap; i++) {
		struct weights *w = entries.v[i].weights;

		for (size_t c = 0; w != NULL && c < classes.n; c++) {
			w->sum[c] += w->now[c] - (double)w->late[c] / (double)step;
			w->now[c] = 0;
			w->late[c] = 0;
		}
	}
	step = 1;
}

/* --- the model ---------------------------------------------------------------------------------
 */

static struct span
name_of(const struct features *f, size_t i)
{
	struct buf b = { .arena = &arena };

	buf_putc(&b, f->name[i].letter);
	for (int k = 0; k < 3 && f->name[i].value[k] != NULL; k++) {
		if (span_has(f->name[i].value[k]->text, ' '))
			return (struct span){ 0 };
		buf_putc(&b, ' ');
		buf_put(&b, f->name[i].value[k]->text);
	}
	return buf_span(&b);
}

static void
name_features(const struct features *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct entry *e = probe(f->hash[i]);

		if (e->weights != NULL && e->name.s == NULL)
			e->name = name_of(f, i);
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return span_cmp(x->name, y->name);
}

static size_t
named_first(void)
{
	size_t n = 0;

	for (size_t i = 0; i < entries.cap; i++)
		if (entries.v[i].name.s != NULL)
			entries.v[n++] = entries.v[i];
	qsort(entries.v, n, sizeof(*entries.v), by_name);
	return n;
}

static long
average(const struct weights *w, size_t class)
{
	long v = lround(w->sum[class] / LEARNERS * UNIT);

	return v > INT8_MAX ? INT8_MAX : v < -INT8_MAX ? -INT8_MAX : v;
}

static void
print_row(const struct entry *e, long least)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
	bool any = false;

	for (size_t c = 0; c < classes.n; c++) {
		long v = average(e->weights, c);

		if (labs(v) < least)
			continue;
		if (!any) {
			put(e->name);
			putchar('\t');
		}
		any = true;
		printf("%c%ld", letters[c], v);
	}
	if (any)
		putchar('\n');
}

static void
print_head(void)
{
	put(SPAN(
	    "# rassegna-table 1\n"
	    "# what: perceptron that chooses a class for each word; feature, weights\n"
	    "# features: a letter (lib/tagger_features.c) and values; weights: A the first class\n"
	    "# licence: CC BY-NC-SA 3.0 and 4.0 (treebanks)\n"
	    "# source: Universal Dependencies Italian MarkIT, ParTUT, ISDT dev, VIT dev\n"
	    "# made by: scripts/train-tags --splits, scripts/training/train-tagger.c\n"));
}

static void
print_classes(void)
{
	printf("=classes\t");
	for (size_t c = 0; c < classes.n; c++) {
		if (c > 0)
			putchar(' ');
		put(classes.name[c]);
	}
	putchar('\n');
}

static void
print_model(long least)
{
	size_t n;

	with_gold(name_features);
	n = named_first();
	print_head();
	print_classes();
	for (size_t i = 0; i < n; i++)
		print_row(&entries.v[i], least);
}

int
main(int argc, char *argv[])
{
	long rounds = 8, least = 6;
	int c;

	while ((c = getopt(argc, argv, "i:p:")) != -1)
		if (c == 'i')
			rounds = cli_number(optarg, "-i", 1);
		else if (c == 'p')
			least = cli_number(optarg, "-p", 1);
		else
			cli_option('?', usage);
	if (argc - optind != 1)
		cli_option('?', usage);
	take_folder(argv[optind]);
	if (classes.n > PERCEPTRON_CLASSES)
		errx(EX_DATA, "%zu classes", classes.n);
	with_gold(count_features);
	for (int k = 0; k < LEARNERS; k++) {
		learn(rounds);
		put_aside();
	}
	print_model(least);
	finish(0);
}
