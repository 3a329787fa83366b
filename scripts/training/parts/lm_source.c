#include "lm_source.h"

#include <math.h>
#include <string.h>

#include "lines.h"

struct choice {
	long cost;
	uint32_t word;
};

struct writer {
	const struct trie *t;
	const struct backoff *m;
	const struct vocabulary *words;
	long unit;
	struct choice *row; /* the words of one context */
	uint32_t path[NGRAM_MAX];
};

static long
cost_of(const struct writer *w, double p, long least, long most)
{
	double cost = p > 0 ? floor(-log(p) * (double)w->unit + 0.5) : (double)most;

	return cost < (double)least ? least : cost > (double)most ? most : (long)cost;
}

static int
by_cost(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	if (x->cost != y->cost)
		return x->cost < y->cost ? -1 : 1;
	return (x->word > y->word) - (x->word < y->word); /* numbered by frequency */
}

/* The words behind a context, by cost; lines are broken for those who read. */
static void
write_words(const struct writer *w, size_t n)
{
	size_t column = 0;

	for (size_t i = 0; i < n; i++) {
		struct span word = w->words->v[w->row[i].word].text;

		if (i == 0 || column > 90 || w->row[i].cost != w->row[i - 1].cost) {
			printf(i > 0 ? "\n\t%ld" : "\t%ld", w->row[i].cost);
			column = 8;
		}
		put(SPAN(" "));
		put(word);
		column += word.n + 1;
	}
	if (n > 0)
		put(SPAN("\n"));
}

/* Bring <unk> to the front, where the format wants it. */
static void
unknown_first(struct writer *w, size_t n)
{
	size_t i = 0;

	while (i < n && w->row[i].word != UNK)
		i++;
	if (i < n) {
		struct choice unknown = w->row[i];

		memmove(w->row + 1, w->row, i * sizeof(*w->row));
		w->row[0] = unknown;
	}
}

static void
write_context(struct writer *w, uint32_t node, unsigned length)
{
	size_t n = 0;

	for (uint32_t i = w->t->child[node]; i < w->t->child[node + 1]; i++)
		if (w->m->kept[i]) {
			w->row[n].cost = cost_of(w, w->m->prob[i], 0, 2047);
			w->row[n++].word = w->t->word[i];
		}
	if (n == 0)
		return;
	for (unsigned k = 0; k < length; k++) {
		put(k > 0 ? SPAN(" ") : SPAN(""));
		put(w->words->v[w->path[k]].text);
	}
	if (length > 0)
		printf("\t%ld\n", cost_of(w, w->m->backoff[node], -1024, 1023));
	qsort(w->row, n, sizeof(*w->row), by_cost);
	if (length == 0)
		unknown_first(w, n);
	write_words(w, n);
}

/* All contexts of so many words that begin with this one. */
static void
write_contexts(struct writer *w, uint32_t node, unsigned depth, unsigned length)
{
	if (depth == length) {
		write_context(w, node, length);
		return;
	}
	for (uint32_t i = w->t->child[node]; i < w->t->child[node + 1]; i++)
		if (w->m->kept[i]) {
			w->path[depth] = w->t->word[i];
			write_contexts(w, i, depth + 1, length);
		}
}

static void
write_head(const char *path)
{
	struct span line;
	struct input in;

	lines_open(&in, path);
	while (lines_next(&in, &line)) {
		if (!span_starts(line, SPAN("#")))
			put(SPAN("# "));
		put(line);
		put(SPAN("\n"));
	}
	input_close(&in);
}

void
lm_source_write(const struct trie *t, const struct backoff *m, const struct vocabulary *words,
		long unit, const char *head)
{
	struct writer w = { .t = t, .m = m, .words = words, .unit = unit };

	w.row = array_new(words->n, sizeof(*w.row));
	put(SPAN("# rassegna-lm 1\n"));
	if (head != NULL)
		write_head(head);
	printf("# unit 1/%ld\n", unit);
	for (unsigned k = 1; k <= t->order; k++) {
		printf("# ngrams %u %zu\n", k, backoff_size(t, m, k));
		write_contexts(&w, 0, 0, k - 1);
	}
	free(w.row);
}
