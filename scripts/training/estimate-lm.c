/* estimate-lm - an n-gram language model out of tokenised text, one sentence a line; writes the
 * source of a model as lib/ngram.h describes it.
 *
 * Each TEXT gives a model by interpolated modified Kneser-Ney smoothing (Chen and Goodman 1998,
 * section 3); they are interpolated linearly into one back-off model (as by SRILM's -mix-lm), with
 * the weights that make --dev most likely (EM). Entropy pruning (Stolcke 1998) brings it to --size
 * n-grams, with two changes: the probability of a context is its frequency in the weighted texts,
 * since that by Kneser-Ney's lower orders is far off (Chelba et al. 2010), and an n-gram counts
 * for as much as the best longer one that begins or ends with it, so that none is left without the
 * shorter ones that a search for it goes through.
 *
 * All n-grams of all texts stand in one trie, order by order, each order sorted; node w is the
 * unigram of word w. About 50 bytes a running word, and 6 more for each text. */
#include <err.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lib/input.h"
#include "lib/map.h"
#include "lib/ngram.h"
#include "lib/status.h"

static const char usage[] =
    "usage: estimate-lm [OPTION]... TEXT... > MODEL.lm\n"
    "  -o, --order N         of n-grams, 1 to 5; 5 if not given\n"
    "  -s, --size N          at most N n-grams of two words or more, the best by entropy\n"
    "  -p, --prune THETA     those that the entropy changes by less than THETA are left out\n"
    "  -c, --cutoff A,B,...  n-grams of 1, 2, ... words seen no more often are left out\n"
    "  -k, --min-count N     words seen less often in all texts are <unk>\n"
    "  -d, --dev FILE        tokenised text that decides the weights of the texts\n"
    "  -H, --head FILE       comments (licence, origin) for the head of the model\n"
    "  -U, --unit N          costs are in N-ths of a nat; 8 if not given\n"
    "  -v, --verbose         tell sizes, weights and perplexities on standard error\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

enum { NONE, UNK, BOS, EOS, FIRST_WORD }; /* numbers of words; NONE stands between sentences */

struct options {
	unsigned order;
	long size, min_count, unit;
	double theta;
	long cutoff[NGRAM_MAX];
	const char *dev, *head;
	bool verbose;
};

struct tokens {
	uint32_t *v;
	size_t n, cap;
};

struct word {
	struct span text;
	size_t count;
	uint32_t old;
};

struct corpora {
	struct arena arena;
	struct map numbers; /* of words, before they are numbered by frequency */
	VEC(struct word) words;
	struct tokens text; /* of all texts; a sentence is <s> ... </s> and NONE */
	size_t *start;      /* [n + 1] where a text begins */
	size_t n;
	struct tokens dev;
};

/* Node 0 is the empty n-gram. Arrays by node; those of order k are base[k] .. base[k + 1]. */
struct trie {
	unsigned order;
	uint32_t base[NGRAM_MAX + 3];
	uint32_t *word;
	uint32_t *child;  /* the first; the last is before that of the next node */
	uint32_t *suffix; /* the n-gram without its first word */
	uint32_t *place;  /* of the sorted places in the text: where it is */
	uint32_t *leaf;   /* and its longest n-gram */
	size_t places;
};

struct model {
	float *prob;
	float *backoff; /* of contexts */
	uint8_t *kept;  /* NULL: all */
};

static void *
new_array(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		out_of_memory();
	return p;
}

/* Reading. */

static void
add_token(struct tokens *t, uint32_t word)
{
	if (t->n == t->cap) {
		t->cap = t->cap > 0 ? 2 * t->cap : 1 << 16;
		if ((t->v = realloc(t->v, t->cap * sizeof(*t->v))) == NULL)
			out_of_memory();
	}
	t->v[t->n++] = word;
}

static uint32_t
word_number(struct corpora *c, struct span text, bool may_add)
{
	uint32_t number = map_get(&c->numbers, text);
	struct word *word;

	if (number != 0 || !may_add)
		return number != 0 ? number : UNK;
	number = (uint32_t)c->words.n;
	word = PUSH(&c->arena, &c->words);
	word->text = arena_copy(&c->arena, text);
	*map_at(&c->numbers, word->text) = number;
	return number;
}

static void
read_sentence(struct corpora *c, struct tokens *t, struct span line, bool may_add)
{
	struct span token;

	add_token(t, BOS);
	while (span_cut(&line, ' ', &token)) {
		uint32_t number;

		if (token.n == 0)
			continue;
		number = word_number(c, token, may_add);
		c->words.v[number].count += may_add;
		add_token(t, number);
	}
	add_token(t, EOS);
	add_token(t, NONE);
}

static void
read_text(struct corpora *c, struct tokens *t, const char *path, bool may_add)
{
	struct span line;
	struct input in;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1)
		if (span_trim(line).n > 0)
			read_sentence(c, t, line, may_add);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
add_names(struct corpora *c)
{
	static const char *const names[] = { "", "<unk>", "<s>", "</s>" };

	c->arena.oom = out_of_memory;
	c->numbers.arena = &c->arena;
	for (size_t i = 0; i < FIRST_WORD; i++) {
		PUSH(&c->arena, &c->words)->text = span_of(names[i]);
		if (i > 0) /* in a text they are no marks of ours */
			*map_at(&c->numbers, span_of(names[i])) = UNK;
	}
}

static int
by_count(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return span_cmp(x->text, y->text);
}

/* Number the words anew, the frequent ones first; the rare ones are <unk>. */
static void
renumber(struct corpora *c, long min_count)
{
	uint32_t *new_number = new_array(c->words.n, sizeof(*new_number));
	size_t n = c->words.n;

	for (uint32_t i = 0; i < c->words.n; i++)
		c->words.v[i].old = i;
	qsort(c->words.v + FIRST_WORD, c->words.n - FIRST_WORD, sizeof(*c->words.v), by_count);
	while (n > FIRST_WORD && c->words.v[n - 1].count < (size_t)min_count)
		n--;
	for (uint32_t i = 0; i < c->words.n; i++)
		new_number[c->words.v[i].old] = i < n ? i : UNK;
	for (size_t i = 0; i < c->text.n; i++)
		c->text.v[i] = new_number[c->text.v[i]];
	for (size_t i = 0; i < c->dev.n; i++)
		c->dev.v[i] = new_number[c->dev.v[i]];
	c->words.n = n;
	free(new_number);
}

static void
read_corpora(struct corpora *c, char *const paths[], size_t n, const struct options *o)
{
	add_names(c);
	c->n = n;
	c->start = new_array(n + 1, sizeof(*c->start));
	for (size_t i = 0; i < n; i++) {
		read_text(c, &c->text, paths[i], true);
		if (c->text.n == c->start[i])
			errx(EX_DATA, "%s: %s", paths[i], status_str(ERR_EMPTY));
		c->start[i + 1] = c->text.n;
	}
	if (o->dev != NULL)
		read_text(c, &c->dev, o->dev, false);
	if (c->text.n > UINT32_MAX / NGRAM_MAX)
		errx(EX_TROUBLE, "more text than can be numbered");
	for (int i = 0; i < NGRAM_MAX; i++) /* windows go past the end */
		add_token(&c->text, NONE);
	c->text.n -= NGRAM_MAX;
	renumber(c, o->min_count);
}

/* The trie. */

/* Places by the word that stands off words behind them, otherwise as they are. */
static void
sort_by_word(const uint32_t *text, const uint32_t *from, uint32_t *to, size_t n, size_t words,
	     size_t off)
{
	size_t *at = new_array(words + 1, sizeof(*at));

	for (size_t i = 0; i < n; i++)
		at[text[from[i] + off] + 1]++;
	for (size_t w = 0; w < words; w++)
		at[w + 1] += at[w];
	for (size_t i = 0; i < n; i++)
		to[at[text[from[i] + off]]++] = from[i];
	free(at);
}

static void
sort_places(struct trie *t, const struct corpora *c)
{
	uint32_t *from = new_array(c->text.n, sizeof(*from));
	uint32_t *to = new_array(c->text.n, sizeof(*to)), *other;

	for (uint32_t i = 0; i < c->text.n; i++)
		if (c->text.v[i] != NONE)
			from[t->places++] = i;
	for (size_t off = t->order; off-- > 0;) {
		sort_by_word(c->text.v, from, to, t->places, c->words.n, off);
		other = from;
		from = to;
		to = other;
	}
	t->place = from;
	free(to);
}

/* The words of a window, to the end of the sentence. */
static unsigned
window_length(const uint32_t *window, unsigned order)
{
	unsigned n = 1;

	while (n < order && window[n] != NONE)
		n++;
	return n;
}

/* How many first words two windows share, the first one n words long. */
static unsigned
shared_words(const uint32_t *a, const uint32_t *b, unsigned n)
{
	unsigned i = 0;

	while (i < n && a[i] == b[i])
		i++;
	return i;
}

static void
size_orders(struct trie *t, const struct corpora *c)
{
	uint32_t count[NGRAM_MAX + 1] = { 1, (uint32_t)c->words.n - 1 };
	const uint32_t *before = NULL;

	for (size_t i = 0; i < t->places; i++) {
		const uint32_t *window = c->text.v + t->place[i];
		unsigned n = window_length(window, t->order);
		unsigned k = before != NULL ? shared_words(window, before, n) : 0;

		for (k = k > 0 ? k + 1 : 2; k <= n; k++)
			count[k]++;
		before = window;
	}
	for (unsigned k = 0; k <= t->order; k++)
		t->base[k + 1] = t->base[k] + count[k];
	t->base[t->order + 2] = t->base[t->order + 1];
}

static void
add_node(struct trie *t, uint32_t next[], unsigned k, uint32_t word)
{
	uint32_t node = next[k]++;

	t->word[node] = word;
	t->child[node] = k < t->order ? next[k + 1] : t->base[t->order + 1];
}

static void
add_windows(struct trie *t, const struct corpora *c)
{
	uint32_t next[NGRAM_MAX + 2];
	const uint32_t *before = NULL;

	memcpy(next, t->base, sizeof(next));
	add_node(t, next, 0, NONE);
	for (size_t i = 0; i < t->places; i++) {
		const uint32_t *window = c->text.v + t->place[i];
		unsigned n = window_length(window, t->order);
		unsigned k = before != NULL ? shared_words(window, before, n) : 0;

		while (next[1] < window[0]) /* a word that is in no text: <unk> */
			add_node(t, next, 1, next[1]);
		while (k++ < n)
			add_node(t, next, k, window[k - 1]);
		t->leaf[i] = next[n] - 1;
		before = window;
	}
	while (next[1] < t->base[2])
		add_node(t, next, 1, next[1]);
	t->child[t->base[t->order + 1]] = t->base[t->order + 1];
}

/* The child of a node by a word, 0 if there is none. */
static uint32_t
find_child(const struct trie *t, uint32_t node, uint32_t word)
{
	uint32_t lo = t->child[node], hi = t->child[node + 1];

	if (node == 0)
		return word;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (t->word[mid] < word)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < t->child[node + 1] && t->word[lo] == word ? lo : 0;
}

static void
link_suffixes(struct trie *t)
{
	for (uint32_t node = 1; node < t->base[t->order]; node++)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
			t->suffix[i] = find_child(t, t->suffix[node], t->word[i]);
}

static void
build_trie(struct trie *t, const struct corpora *c, unsigned order)
{
	size_t nodes;

	t->order = order;
	sort_places(t, c);
	size_orders(t, c);
	nodes = t->base[order + 1] + (size_t)1;
	t->word = new_array(nodes, sizeof(*t->word));
	t->child = new_array(nodes, sizeof(*t->child));
	t->suffix = new_array(nodes, sizeof(*t->suffix));
	t->leaf = new_array(t->places, sizeof(*t->leaf));
	add_windows(t, c);
	link_suffixes(t);
}

static uint32_t
contexts(const struct trie *t)
{
	return t->base[t->order];
}

static uint32_t
nodes(const struct trie *t)
{
	return t->base[t->order + 1];
}

/* One text's model. */

/* How often each n-gram stands in a text. */
static void
count_ngrams(const struct trie *t, const struct corpora *c, size_t text, uint32_t count[])
{
	memset(count, 0, nodes(t) * sizeof(*count));
	for (size_t i = 0; i < t->places; i++)
		if (t->place[i] >= c->start[text] && t->place[i] < c->start[text + 1])
			count[t->leaf[i]]++;
	for (uint32_t node = contexts(t); node-- > 1;)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
			count[node] += count[i];
}

/* Kneser-Ney: lower orders count the words that stand before the n-gram, not how often. Where
 * nothing can stand before it, behind <s>, its count remains. */
static void
count_continuations(const struct trie *t, uint32_t count[])
{
	uint32_t begin = BOS, end = BOS + 1;

	for (unsigned k = 1; k < t->order; k++) {
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			if (i < begin || i >= end)
				count[i] = 0;
		for (uint32_t i = t->base[k + 1]; i < t->base[k + 2]; i++)
			if (count[i] > 0)
				count[t->suffix[i]]++;
		begin = t->child[begin];
		end = t->child[end];
	}
}

/* What is taken from a count of 1, 2, and 3 or more: Chen and Goodman's (26). Where a text is too
 * small to tell, what is common. */
static void
find_discounts(const uint32_t count[], size_t n, double d[4])
{
	double of[5] = { 0 }; /* how many n-grams have a count */
	double y;

	for (size_t i = 0; i < n; i++)
		if (count[i] < 5)
			of[count[i]]++;
	y = of[1] > 0 ? of[1] / (of[1] + 2 * of[2]) : 0;
	for (int j = 1; j < 4; j++) {
		d[j] = of[j] > 0 ? j - (j + 1) * y * of[j + 1] / of[j] : -1;
		if (d[j] <= 0 || d[j] >= j)
			d[j] = 0.25 + 0.4 * j;
	}
}

static double
discount(const double d[4], uint32_t count)
{
	return d[count < 3 ? count : 3];
}

/* The probabilities of a context's words, out of the counts and those of its suffix. */
static void
smooth_context(const struct trie *t, uint32_t node, const uint32_t count[], const double d[4],
	       struct model *m)
{
	double uniform = 1.0 / (t->base[2] - t->base[1] - 1); /* <s> has no share */
	double total = 0, taken = 0;

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
		total += count[i];
		taken += discount(d, count[i]);
	}
	m->backoff[node] = (float)(total > 0 ? taken / total : 1);
	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
		double own = total > 0 ? (count[i] - discount(d, count[i])) / total : 0;
		double lower = node == 0 ? uniform : m->prob[t->suffix[i]];

		m->prob[i] = (float)(own + m->backoff[node] * lower);
	}
	if (node == 0)
		m->prob[BOS] = 0;
}

static struct model
estimate_text(const struct trie *t, const struct corpora *c, size_t text, uint32_t count[])
{
	struct model m = { .prob = new_array(nodes(t), sizeof(*m.prob)),
			   .backoff = new_array(contexts(t), sizeof(*m.backoff)) };

	count_ngrams(t, c, text, count);
	count_continuations(t, count);
	count[BOS] = 0; /* nothing predicts it */
	for (unsigned k = 0; k < t->order; k++) {
		double d[4] = { 0 };

		find_discounts(count + t->base[k + 1], t->base[k + 2] - t->base[k + 1], d);
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			smooth_context(t, i, count, d, &m);
	}
	return m;
}

/* The development text. */

/* The probability of a word behind a context, and the context behind that. */
static double
score_word(const struct trie *t, const struct model *m, uint32_t *context, uint32_t word)
{
	double backoff = 1;
	uint32_t node;

	while (node = find_child(t, *context, word),
	       node == 0 || (m->kept != NULL && !m->kept[node])) {
		backoff *= m->backoff[*context];
		*context = t->suffix[*context];
	}
	*context = node < contexts(t) ? node : t->suffix[node];
	return backoff * m->prob[node];
}

/* The probabilities of the words of a text, those unknown left out; how many there are. */
static size_t
score_tokens(const struct trie *t, const struct model *m, const struct tokens *text, float p[])
{
	uint32_t context = 0;
	size_t n = 0;

	for (size_t i = 0; i < text->n; i++) {
		double q;

		if (text->v[i] == NONE)
			continue;
		if (text->v[i] == BOS) {
			context = t->order > 1 ? BOS : 0;
			continue;
		}
		q = score_word(t, m, &context, text->v[i]);
		if (text->v[i] != UNK)
			p[n++] = (float)q;
	}
	return n;
}

static double
perplexity(const float p[], size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += log(p[i]);
	return exp(-sum / (double)n);
}

static void
report(const struct trie *t, const struct model *m, const struct corpora *c, const char *what)
{
	float *p = new_array(c->dev.n, sizeof(*p));
	size_t n = score_tokens(t, m, &c->dev, p);

	if (n > 0)
		fprintf(stderr, "%s: perplexity %.2f\n", what, perplexity(p, n));
	free(p);
}

/* One step of EM: each weight becomes its share in what it helped to predict. */
static double
reweigh(float *const p[], size_t n, size_t models, double weight[])
{
	double *share = new_array(models, sizeof(*share)), moved = 0;

	for (size_t i = 0; i < n; i++) {
		double sum = 0;

		for (size_t j = 0; j < models; j++)
			sum += weight[j] * p[j][i];
		for (size_t j = 0; j < models && sum > 0; j++)
			share[j] += weight[j] * p[j][i] / sum;
	}
	for (size_t j = 0; j < models; j++) {
		double w = share[j] / (double)n;

		moved += fabs(w - weight[j]);
		weight[j] = w;
	}
	free(share);
	return moved;
}

/* Mixing. */

struct mixture {
	struct model *part; /* [n] */
	float **dev;        /* [n] what each makes of the development text */
	double *weight;     /* [n] */
	size_t n;
};

/* Without a development text, by size. */
static void
start_weights(struct mixture *mix, const struct corpora *c)
{
	for (size_t i = 0; i < mix->n; i++)
		mix->weight[i] = c->dev.n > 0
				     ? 1.0 / (double)mix->n
				     : (double)(c->start[i + 1] - c->start[i]) / (double)c->text.n;
}

static void
estimate_texts(struct mixture *mix, const struct trie *t, const struct corpora *c)
{
	uint32_t *count = new_array(nodes(t), sizeof(*count));
	size_t n = 0;

	mix->n = c->n;
	mix->part = new_array(mix->n, sizeof(*mix->part));
	mix->dev = new_array(mix->n, sizeof(*mix->dev));
	mix->weight = new_array(mix->n, sizeof(*mix->weight));
	start_weights(mix, c);
	for (size_t i = 0; i < mix->n; i++) {
		mix->part[i] = estimate_text(t, c, i, count);
		mix->dev[i] = new_array(c->dev.n, sizeof(**mix->dev));
		n = score_tokens(t, &mix->part[i], &c->dev, mix->dev[i]);
		free(mix->part[i].backoff);
	}
	for (int step = 0; n > 0 && step < 200 && reweigh(mix->dev, n, mix->n, mix->weight) > 1e-5;
	     step++)
		;
	free(count);
}

static void
report_weights(const struct mixture *mix, const struct corpora *c, char *const paths[])
{
	for (size_t i = 0; i < mix->n; i++)
		fprintf(stderr, "weight %.4f: %s, %zu tokens\n", mix->weight[i], paths[i],
			c->start[i + 1] - c->start[i]);
}

/* The sum of the models; it takes the place of the first. */
static float *
mix_models(struct mixture *mix, const struct trie *t)
{
	float *sum = mix->part[0].prob;

	for (uint32_t i = 0; i < nodes(t); i++) {
		double p = 0;

		for (size_t j = 0; j < mix->n; j++)
			p += mix->weight[j] * mix->part[j].prob[i];
		sum[i] = (float)p;
	}
	for (size_t j = 1; j < mix->n; j++)
		free(mix->part[j].prob);
	return sum;
}

/* What a context's words leave over: here, and of its suffix's probabilities. */
struct rest {
	double here, lower;
};

static struct rest
rest_of(const struct trie *t, const struct model *m, uint32_t node)
{
	struct rest rest = { 1, 1 };

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
		if (m->kept[i]) {
			rest.here -= m->prob[i];
			rest.lower -= m->prob[t->suffix[i]];
		}
	if (rest.here < 1e-6) /* rounding has eaten it */
		rest.here = 1e-6;
	if (rest.lower < 1e-6)
		rest.lower = 1e-6;
	return rest;
}

/* Back-off weights so that the probabilities behind each context sum to 1. */
static void
normalise(const struct trie *t, struct model *m)
{
	for (uint32_t node = 1; node < contexts(t); node++) {
		struct rest rest = rest_of(t, m, node);

		m->backoff[node] = (float)(rest.here / rest.lower);
	}
}

/* Pruning. */

/* How often a context stands in the weighted texts, to a running word. */
static float *
weigh_contexts(const struct trie *t, const struct corpora *c, const struct mixture *mix)
{
	float *p = new_array(contexts(t), sizeof(*p));
	uint32_t *count = new_array(nodes(t), sizeof(*count));

	for (size_t text = 0; text < mix->n; text++) {
		double to_one = mix->weight[text] / (double)(c->start[text + 1] - c->start[text]);

		count_ngrams(t, c, text, count);
		for (uint32_t i = 1; i < contexts(t); i++)
			p[i] += (float)(count[i] * to_one);
	}
	free(count);
	return p;
}

/* Stolcke's (5): what the relative entropy loses with an n-gram, its context's share aside. */
static double
loss(double p, double lower, struct rest rest)
{
	double log_backoff = log(rest.here / rest.lower);
	double log_without = log((rest.here + p) / (rest.lower + lower));

	return -(p * (log(lower) + log_without - log(p)) + rest.here * (log_without - log_backoff));
}

static void
score_context(const struct trie *t, const struct model *m, uint32_t node, float share,
	      float worth[])
{
	struct rest rest = rest_of(t, m, node);

	for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++)
		if (m->kept[i]) {
			double d = share * loss(m->prob[i], m->prob[t->suffix[i]], rest);

			worth[i] = d > 0 ? (float)d : 0;
		}
}

static void
raise_to(float worth[], uint32_t node, float least)
{
	if (worth[node] < least)
		worth[node] = least;
}

/* What each n-gram is worth: itself, or the best for which it must stay. */
static void
score_ngrams(const struct trie *t, const struct model *m, const float share[], float worth[])
{
	for (uint32_t node = 1; node < contexts(t); node++)
		score_context(t, m, node, share[node], worth);
	for (uint32_t node = contexts(t); node-- > 1;)
		for (uint32_t i = t->child[node]; i < t->child[node + 1]; i++) {
			raise_to(worth, node, worth[i]);
			raise_to(worth, t->suffix[i], worth[i]);
		}
}

static uint32_t
float_bits(float f)
{
	uint32_t bits;

	memcpy(&bits, &f, sizeof(bits));
	return bits;
}

/* The bits above shift, as they stand in order, of the size-th largest of those that begin with
 * prefix; *size is then what is still to be taken of them. */
static uint32_t
rank_bits(const struct trie *t, const float worth[], uint32_t prefix, int shift, size_t *size)
{
	size_t *of = new_array(1 << 16, sizeof(*of));
	uint32_t top = 1 << 16;

	for (uint32_t i = t->base[2]; i < nodes(t); i++)
		if (shift == 16 || float_bits(worth[i]) >> 16 == prefix)
			of[float_bits(worth[i]) >> shift & 0xFFFF]++;
	while (top > 0 && of[top - 1] <= *size)
		*size -= of[--top];
	free(of);
	return top > 0 ? top - 1 : 0;
}

/* The least worth of which no more than size n-grams have more. */
static float
threshold(const struct trie *t, const float worth[], size_t size)
{
	uint32_t high = rank_bits(t, worth, 0, 16, &size);
	uint32_t bits = high << 16 | rank_bits(t, worth, high, 0, &size);
	float least;

	memcpy(&least, &bits, sizeof(least));
	return least;
}

static size_t
count_kept(const struct trie *t, const struct model *m, unsigned order)
{
	size_t n = 0;

	for (uint32_t i = t->base[order]; i < t->base[order + 1]; i++)
		n += m->kept[i];
	return n;
}

static void
cut_off(const struct trie *t, const struct corpora *c, struct model *m, const long cutoff[])
{
	uint32_t *count = new_array(nodes(t), sizeof(*count)), *sum;

	sum = new_array(nodes(t), sizeof(*sum));
	for (size_t text = 0; text < c->n; text++) {
		count_ngrams(t, c, text, count);
		for (uint32_t i = 1; i < nodes(t); i++)
			sum[i] += count[i];
	}
	for (unsigned k = 2; k <= t->order; k++)
		for (uint32_t i = t->base[k]; i < t->base[k + 1]; i++)
			m->kept[i] = sum[i] > cutoff[k - 1];
	free(sum);
	free(count);
}

/* Losses are reckoned as if one n-gram went and all others stayed. To prune in several rounds, each
 * by what the last one left, was no better. */
static void
prune(const struct trie *t, struct model *m, const float share[], const struct options *o)
{
	float *worth = new_array(nodes(t), sizeof(*worth)), least = 0;
	size_t n = 0;

	for (unsigned k = 2; k <= t->order; k++)
		n += count_kept(t, m, k);
	score_ngrams(t, m, share, worth);
	if (o->size > 0 && n > (size_t)o->size)
		least = threshold(t, worth, (size_t)o->size);
	if (o->theta > least)
		least = (float)o->theta;
	for (uint32_t i = t->base[2]; i < nodes(t); i++)
		m->kept[i] = m->kept[i] && worth[i] > least;
	free(worth);
}

/* Writing. */

struct choice {
	long cost;
	uint32_t word;
};

struct writer {
	const struct trie *t;
	const struct model *m;
	const struct word *words;
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
		struct span word = w->words[w->row[i].word].text;

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
		put(w->words[w->path[k]].text);
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
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1) {
		if (!span_starts(line, SPAN("#")))
			put(SPAN("# "));
		put(line);
		put(SPAN("\n"));
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
write_model(const struct trie *t, const struct model *m, const struct corpora *c,
	    const struct options *o)
{
	struct writer w = { .t = t, .m = m, .words = c->words.v, .unit = o->unit };

	w.row = new_array(c->words.n, sizeof(*w.row));
	put(SPAN("# rassegna-lm 1\n"));
	if (o->head != NULL)
		write_head(o->head);
	printf("# unit 1/%ld\n", o->unit);
	for (unsigned k = 1; k <= t->order; k++) {
		printf("# ngrams %u %zu\n", k, count_kept(t, m, k));
		write_contexts(&w, 0, 0, k - 1);
	}
	free(w.row);
}

static void
report_sizes(const struct trie *t, const struct model *m, const char *what)
{
	fprintf(stderr, "%s:", what);
	for (unsigned k = 1; k <= t->order; k++)
		fprintf(stderr, " %zu", count_kept(t, m, k));
	fprintf(stderr, " n-grams\n");
}

static void
free_corpora(struct corpora *c)
{
	free(c->text.v);
	free(c->dev.v);
	free(c->start);
	arena_free(&c->arena);
}

static void
free_trie(struct trie *t)
{
	free(t->word);
	free(t->child);
	free(t->suffix);
	free(t->place);
	free(t->leaf);
}

static void
free_model(struct model *m)
{
	free(m->prob);
	free(m->backoff);
	free(m->kept);
}

static void
free_mixture(struct mixture *mix)
{
	for (size_t i = 0; i < mix->n; i++)
		free(mix->dev[i]);
	free(mix->part); /* what was in them is freed or in the sum */
	free(mix->dev);
	free(mix->weight);
}

static void
estimate(char *const paths[], size_t n, const struct options *o)
{
	struct corpora c = { 0 };
	struct trie t = { 0 };
	struct mixture mix;
	struct model m;

	read_corpora(&c, paths, n, o);
	build_trie(&t, &c, o->order);
	estimate_texts(&mix, &t, &c);
	m = (struct model){ mix_models(&mix, &t), new_array(contexts(&t) + 1, sizeof(float)),
			    new_array(nodes(&t), 1) };
	memset(m.kept, 1, nodes(&t));
	cut_off(&t, &c, &m, o->cutoff);
	normalise(&t, &m);
	if (o->verbose) {
		report_weights(&mix, &c, paths);
		report_sizes(&t, &m, "before pruning");
		report(&t, &m, &c, "before pruning");
	}
	if (o->size > 0 || o->theta > 0) {
		float *share = weigh_contexts(&t, &c, &mix);

		prune(&t, &m, share, o);
		free(share);
		normalise(&t, &m);
	}
	if (o->verbose) {
		report_sizes(&t, &m, "written");
		report(&t, &m, &c, "written, before rounding");
	}
	write_model(&t, &m, &c, o);
	free_model(&m);
	free_mixture(&mix);
	free_trie(&t);
	free_corpora(&c);
}

static void
read_cutoffs(const char *arg, long cutoff[])
{
	struct span rest = span_of(arg), number;

	for (int i = 0; span_cut(&rest, ',', &number); i++)
		if (i == NGRAM_MAX || (cutoff[i] = span_number(number)) < 0)
			errx(EX_TROUBLE, "%s: cut-offs are at most five whole numbers", arg);
}

static double
read_theta(const char *arg)
{
	char *end;
	double theta = strtod(arg, &end);

	if (end == arg || *end != '\0' || !(theta >= 0))
		errx(EX_TROUBLE, "%s: a threshold is a number, 0 or more", arg);
	return theta;
}

static void
read_option(struct options *o, int c)
{
	switch (c) {
	case 'o':
		o->order = (unsigned)cli_number(optarg, "the order", 1);
		if (o->order > NGRAM_MAX)
			errx(EX_TROUBLE, "%s: the order is at most %d", optarg, NGRAM_MAX);
		break;
	case 's':
		o->size = cli_number(optarg, "the size", 1);
		break;
	case 'p':
		o->theta = read_theta(optarg);
		break;
	case 'c':
		read_cutoffs(optarg, o->cutoff);
		break;
	case 'k':
		o->min_count = cli_number(optarg, "the count", 1);
		break;
	case 'd':
		o->dev = optarg;
		break;
	case 'H':
		o->head = optarg;
		break;
	case 'U':
		o->unit = cli_number(optarg, "the unit", 1);
		if (o->unit > 64)
			errx(EX_TROUBLE, "%s: the unit is at most 64", optarg);
		break;
	case 'v':
		o->verbose = true;
		break;
	default:
		cli_option(c, usage);
	}
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "order", required_argument, NULL, 'o' },
		{ "size", required_argument, NULL, 's' },
		{ "prune", required_argument, NULL, 'p' },
		{ "cutoff", required_argument, NULL, 'c' },
		{ "min-count", required_argument, NULL, 'k' },
		{ "dev", required_argument, NULL, 'd' },
		{ "head", required_argument, NULL, 'H' },
		{ "unit", required_argument, NULL, 'U' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ 0 },
	};
	struct options o = { .order = NGRAM_MAX, .min_count = 1, .unit = 8 };
	int c;

	while ((c = getopt_long(argc, argv, "o:s:p:c:k:d:H:U:vhV", longopts, NULL)) != -1)
		read_option(&o, c);
	if (optind == argc)
		cli_option('?', usage);
	estimate(argv + optind, (size_t)(argc - optind), &o);
	finish(0);
}
