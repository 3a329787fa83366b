/* tune - the weights of the log-linear model, from lists of the n best translations.
 *
 * needs: the weights that made the lists (TSV: name, value), the lists of this round and the
 *        rounds before, and the references in the tokens of the lists, one sentence a line
 * makes: new weights on stdout, names and comments where they were, the sum of the absolute
 *        values as before (1 where all were 0)
 *
 * A list has one hypothesis a line, "ID ||| tokens ||| name=value ... ||| score": ID is the line of
 * the reference from 0 and never falls; a feature that is missing is 0; the score is not read.
 * What is the same in tokens and features counts once.
 *
 * Source: Och 2003, "Minimum error rate training in statistical machine translation", ACL: along a
 * line in the space of weights the first choices change at known places only, so the best place on
 * it is found exactly (section 5). Lines are those of the features, and random ones, from the old
 * weights and from places around them. The metric is corpus BLEU, or a mix of it and chrF2 (Popovic
 * 2017; order 6, without blanks). k-best batch MIRA (Cherry and Foster 2012) was tried: it ended
 * 0.2 to 0.3 BLEU below. */
#include <err.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lib/buf.h"
#include "lib/input.h"
#include "lib/map.h"
#include "lib/status.h"
#include "lib/utf8.h"

enum { WORD_ORDER = 4, CHAR_ORDER = 6, ORDERS = WORD_ORDER + CHAR_ORDER };
enum { FIELD_MAX = 64 }; /* bytes of a number */

static bool verbose;
static double chrf_share; /* A of (1 - A) BLEU + A chrF2 */
static long starts = 3;
static struct arena arena = { .oom = out_of_memory };   /* to the end */
static struct arena scratch = { .oom = out_of_memory }; /* one sentence */

static const char usage[] =
    "usage: tune [-v] --weights OLD.tsv --reference FILE [option...] NBEST... > NEW.tsv\n"
    "      --weights FILE    the weights to start from\n"
    "      --reference FILE  the references, tokenised, one a line\n"
    "      --chrf A          tune (1 - A) BLEU + A chrF2 (0)\n"
    "      --starts N        places to climb from (3)\n"
    "  -v, --verbose         tell each climb's score on stderr\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

/* What the metric needs to know of a text: first the n-grams of words, then those of characters. */
struct counts {
	uint32_t words, chars;
	uint32_t match[ORDERS]; /* n-grams that the reference has too, clipped */
};

/* The hypotheses of one sentence. */
struct list {
	size_t n;
	const struct counts *counts;
	const float *features; /* [n][weights] row-major */
	struct counts reference;
};

struct lists {
	VEC(struct list);
	size_t hypotheses, duplicates;
};

struct line {
	struct span text; /* the name of a weight, or a comment */
	bool is_comment;
};

struct weights {
	VEC(struct line) lines;
	struct map index; /* name: 1 + place */
	VEC(double) value;
};

/* Sums over sentences, by order of n-gram. */
struct tally {
	double match[ORDERS], total[ORDERS], reference[ORDERS];
};

/* ---- metric ---- */

static int
orders(void)
{
	return chrf_share > 0 ? ORDERS : WORD_ORDER;
}

static double
ngrams(const struct counts *c, int o)
{
	uint32_t length = o < WORD_ORDER ? c->words : c->chars;
	uint32_t order = 1 + (uint32_t)(o < WORD_ORDER ? o : o - WORD_ORDER);

	return length >= order ? length - order + 1 : 0;
}

static void
tally_add(struct tally *t, const struct counts *hypothesis, const struct counts *reference)
{
	for (int o = 0; o < orders(); o++) {
		t->match[o] += hypothesis->match[o];
		t->total[o] += ngrams(hypothesis, o);
		t->reference[o] += ngrams(reference, o);
	}
}

/* In [0, 1]; an order without a match counts as half a match, the next such as a quarter. */
static double
bleu(const struct tally *t)
{
	double product = 1, half = 1;

	for (int o = 0; o < WORD_ORDER; o++) {
		if (t->total[o] <= 0)
			return 0;
		product *= (t->match[o] > 0 ? t->match[o] : (half /= 2)) / t->total[o];
	}
	product = sqrt(sqrt(product)); /* WORD_ORDER is 4 */
	if (t->total[0] < t->reference[0])
		product *= exp(1 - t->reference[0] / t->total[0]);
	return product;
}

/* In [0, 1]: recall counts beta^2 = 4 times. */
static double
chrf(const struct tally *t)
{
	double sum = 0;

	for (int o = WORD_ORDER; o < ORDERS; o++)
		if (t->match[o] > 0)
			sum += 5 * t->match[o] / (4 * t->reference[o] + t->total[o]);
	return sum / CHAR_ORDER;
}

static double
metric(const struct tally *t)
{
	return chrf_share > 0 ? (1 - chrf_share) * bleu(t) + chrf_share * chrf(t) : bleu(t);
}

/* ---- n-grams ---- */

struct ngram {
	uint64_t key;
	uint32_t count; /* in the reference; free where 0 */
	uint32_t taken, taker;
};

/* The n-grams of one reference, of words or of characters. */
struct bag {
	struct ngram *v; /* open addressing */
	size_t cap;
	uint32_t taker; /* the hypothesis that is counted now */
	int order;
};

struct items {
	VEC(uint64_t);
};

static uint64_t
mix(uint64_t h, uint64_t item)
{
	h = (h * UINT64_C(0x9E3779B97F4A7C15) + 1 + item) * UINT64_C(0xBF58476D1CE4E5B9);
	return h ^ h >> 31;
}

static struct items
words_of(struct span text)
{
	struct items words = { 0 };
	struct span word;

	while (span_cut(&text, ' ', &word)) {
		uint64_t h = 0;

		for (size_t i = 0; i < word.n; i++)
			h = mix(h, (unsigned char)word.s[i]);
		if (word.n > 0)
			*PUSH(&scratch, &words) = h;
	}
	return words;
}

static struct items
chars_of(struct span text)
{
	struct items chars = { 0 };
	size_t off = 0;
	int32_t c;

	while ((c = utf8_next(text, &off)) >= 0)
		if (c != ' ')
			*PUSH(&scratch, &chars) = (uint64_t)c;
	return chars;
}

static struct ngram *
bag_at(const struct bag *bag, uint64_t key)
{
	size_t i = key & (bag->cap - 1);

	while (bag->v[i].count > 0 && bag->v[i].key != key)
		i = (i + 1) & (bag->cap - 1);
	return &bag->v[i];
}

static void
bag_put(struct bag *bag, uint64_t key)
{
	struct ngram *g = bag_at(bag, key);

	g->key = key;
	g->count++;
}

static struct bag
bag_of(const struct items *items, int order)
{
	struct bag bag = { .cap = 64, .order = order };

	while (bag.cap < 2 * items->n * (size_t)order)
		bag.cap *= 2;
	bag.v = ARENA_NEW(&scratch, struct ngram, bag.cap);
	for (size_t i = 0; i < items->n; i++) {
		uint64_t key = 0;

		for (size_t k = i; k < items->n && k < i + (size_t)order; k++)
			bag_put(&bag, key = mix(key, items->v[k]));
	}
	return bag;
}

/* Each n-gram of the reference matches as often as it stands there. */
static bool
take(struct ngram *g, uint32_t taker)
{
	if (g->taker != taker) {
		g->taker = taker;
		g->taken = 0;
	}
	return g->taken++ < g->count;
}

static void
count_matches(struct bag *bag, const struct items *items, uint32_t match[])
{
	bag->taker++;
	for (size_t i = 0; i < items->n; i++) {
		uint64_t key = 0;

		for (size_t k = i; k < items->n && k < i + (size_t)bag->order; k++) {
			struct ngram *g = bag_at(bag, key = mix(key, items->v[k]));

			if (g->count == 0)
				break; /* nor is a longer one there */
			match[k - i] += take(g, bag->taker);
		}
	}
}

/* ---- input ---- */

_Noreturn static void
bad_line(const struct input *in, const char *what, struct span at)
{
	errx(EX_DATA, "%s:%zu: %s: '%.*s'", in->name, in->line, what, (int)(at.n < 80 ? at.n : 80),
	     at.s);
}

static void
open_input(struct input *in, const char *path)
{
	int rc = input_open(in, path);

	if (rc < 0)
		die_at(in, rc);
}

static bool
next_line(struct input *in, struct span *line)
{
	int rc = input_line(in, line);

	if (rc < 0)
		die_at(in, rc);
	return rc > 0;
}

static double
number(const struct input *in, struct span text)
{
	char copy[FIELD_MAX], *end = copy;
	double v = 0;

	if (text.n > 0 && text.n < sizeof(copy)) {
		memcpy(copy, text.s, text.n);
		copy[text.n] = '\0';
		v = strtod(copy, &end);
	}
	if (end == copy || *end != '\0' || !isfinite(v))
		bad_line(in, "no number", text);
	return v;
}

static void
read_weight(struct weights *w, struct input *in, struct span line)
{
	struct line *l = PUSH(&arena, &w->lines);
	struct span name;

	l->is_comment = line.n == 0 || line.s[0] == '#';
	l->text = arena_copy(&arena, line);
	if (l->is_comment)
		return;
	line = l->text;
	span_cut(&line, '\t', &name);
	if (line.s == NULL)
		bad_line(in, "no name, tab and value", name);
	if (*map_at(&w->index, name) != 0)
		bad_line(in, "weight given twice", name);
	*PUSH(&arena, &w->value) = number(in, line);
	*map_at(&w->index, name) = (uint32_t)w->value.n;
	l->text = name;
}

static void
read_weights(struct weights *w, const char *path)
{
	struct input in;
	struct span line;

	open_input(&in, path);
	while (next_line(&in, &line))
		read_weight(w, &in, line);
	if (w->value.n == 0)
		errx(EX_DATA, "%s: no weights", path);
	input_close(&in);
}

struct references {
	VEC(struct span);
};

static void
read_references(struct references *refs, const char *path)
{
	struct input in;
	struct span line;

	open_input(&in, path);
	while (next_line(&in, &line))
		*PUSH(&arena, refs) = arena_copy(&arena, line);
	input_close(&in);
}

/* A file of lists, and its line that waits. */
struct source {
	struct input in;
	size_t id; /* NO_LINE at the end */
	struct span tokens, features;
};
static const size_t NO_LINE = SIZE_MAX;

static struct span
cut_field(struct span *rest)
{
	const char *bars = rest->n > 0 ? memmem(rest->s, rest->n, "|||", 3) : NULL;
	struct span field = { rest->s, bars != NULL ? (size_t)(bars - rest->s) : rest->n };

	*rest = span_from(*rest, bars != NULL ? field.n + 3 : field.n);
	return span_trim(field);
}

static void
next_hypothesis(struct source *s, size_t references)
{
	size_t before = s->id;
	struct span line, field;
	long id;

	if (!next_line(&s->in, &line)) {
		s->id = NO_LINE;
		return;
	}
	field = cut_field(&line);
	if ((id = span_number(field)) < 0 || (size_t)id >= references)
		bad_line(&s->in, "not the number of a reference", field);
	if ((size_t)id < before)
		bad_line(&s->in, "number out of order", field);
	s->id = (size_t)id;
	s->tokens = cut_field(&line);
	s->features = cut_field(&line);
}

static void
read_feature(const struct source *s, const struct weights *w, struct span field, float row[])
{
	const char *equals = field.n > 0 ? memrchr(field.s, '=', field.n) : NULL;
	uint32_t place;

	if (field.n == 0)
		return; /* two blanks */
	if (equals == NULL)
		bad_line(&s->in, "no feature", field);
	place = map_get(&w->index, (struct span){ field.s, (size_t)(equals - field.s) });
	if (place == 0)
		bad_line(&s->in, "feature without a weight", field);
	row[place - 1] = (float)number(&s->in, span_from(field, (size_t)(equals + 1 - field.s)));
}

/* The features of a hypothesis, with its tokens behind them: what tells it from others. */
static struct span
read_row(const struct source *s, const struct weights *w)
{
	size_t size = w->value.n * sizeof(float);
	char *row = arena_alloc(&scratch, 1, size + s->tokens.n);
	struct span rest = s->features, field;

	while (span_cut(&rest, ' ', &field))
		read_feature(s, w, field, (float *)row);
	if (s->tokens.n > 0)
		memcpy(row + size, s->tokens.s, s->tokens.n);
	return (struct span){ row, size + s->tokens.n };
}

/* The list of one sentence while it is read. */
struct reading {
	VEC(struct span) rows; /* features and tokens, as read_row gives them */
	struct map seen;
	struct bag words, chars;
	struct counts reference;
};

static struct reading
start_list(struct span reference)
{
	struct items words = words_of(reference), chars = { 0 };
	struct reading r = { .seen = { .arena = &scratch } };

	if (chrf_share > 0)
		chars = chars_of(reference);
	r.words = bag_of(&words, WORD_ORDER);
	r.chars = bag_of(&chars, CHAR_ORDER);
	r.reference.words = (uint32_t)words.n;
	r.reference.chars = (uint32_t)chars.n;
	return r;
}

static struct counts
count(struct reading *r, struct span tokens)
{
	struct items words = words_of(tokens), chars = { 0 };
	struct counts c = { .words = (uint32_t)words.n };

	count_matches(&r->words, &words, c.match);
	if (chrf_share > 0)
		chars = chars_of(tokens);
	c.chars = (uint32_t)chars.n;
	count_matches(&r->chars, &chars, c.match + WORD_ORDER);
	return c;
}

static struct list
finish_list(struct reading *r, size_t features)
{
	size_t n = r->rows.n, size = features * sizeof(float);
	struct counts *counts = ARENA_NEW(&arena, struct counts, n);
	float *rows = ARENA_NEW(&arena, float, n *features);

	for (size_t i = 0; i < n; i++) {
		memcpy(rows + i * features, r->rows.v[i].s, size);
		counts[i] = count(r, span_from(r->rows.v[i], size));
	}
	return (struct list){ n, counts, rows, r->reference };
}

static void
read_hypothesis(struct lists *lists, struct reading *r, const struct source *s,
		const struct weights *w)
{
	struct span row = read_row(s, w);
	uint32_t *seen = map_at(&r->seen, row);

	lists->duplicates += *seen;
	if (*seen == 0)
		*PUSH(&scratch, &r->rows) = row;
	*seen = 1;
}

/* What all files have of one sentence. */
static void
read_list(struct lists *lists, struct source *sources, const struct references *refs, size_t id,
	  const struct weights *w)
{
	struct reading r = start_list(refs->v[id]);

	for (struct source *s = sources; s->in.name != NULL; s++)
		for (; s->id == id; next_hypothesis(s, refs->n))
			read_hypothesis(lists, &r, s, w);
	if (r.rows.n > 0)
		*PUSH(&arena, lists) = finish_list(&r, w->value.n);
	lists->hypotheses += r.rows.n;
	arena_reset(&scratch);
}

static void
read_lists(struct lists *lists, char *const paths[], size_t n, const struct references *refs,
	   const struct weights *w)
{
	struct source *sources = ARENA_NEW(&arena, struct source, n + 1);

	for (size_t i = 0; i < n; i++) {
		open_input(&sources[i].in, paths[i]);
		next_hypothesis(&sources[i], refs->n);
	}
	for (size_t id = 0; id < refs->n; id++)
		read_list(lists, sources, refs, id, w);
	for (size_t i = 0; i < n; i++)
		input_close(&sources[i].in);
	if (lists->n == 0)
		errx(EX_DATA, "no hypotheses");
}

/* ---- choices ---- */

static double
score(size_t n, const double w[], const float features[])
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += w[i] * features[i];
	return sum;
}

static const float *
row_of(const struct list *list, size_t i, size_t n)
{
	return list->features + i * n;
}

/* The first of the best, as a decoder would choose. */
static size_t
first_choice(const struct list *list, size_t n, const double w[])
{
	size_t best = 0;
	double best_score = -HUGE_VAL;

	for (size_t i = 0; i < list->n; i++) {
		double s = score(n, w, row_of(list, i, n));

		if (s > best_score) {
			best_score = s;
			best = i;
		}
	}
	return best;
}

static struct tally
rescore(const struct lists *lists, size_t n, const double w[])
{
	struct tally t = { 0 };

	for (size_t i = 0; i < lists->n; i++) {
		const struct list *list = &lists->v[i];

		tally_add(&t, &list->counts[first_choice(list, n, w)], &list->reference);
	}
	return t;
}

static void
report(long start, const struct tally *t)
{
	if (!verbose)
		return;
	fprintf(stderr, "start %ld: BLEU %.2f", start, 100 * bleu(t));
	if (chrf_share > 0)
		fprintf(stderr, " chrF2 %.2f", 100 * chrf(t));
	fprintf(stderr, " length ratio %.3f\n", t->total[0] / fmax(1, t->reference[0]));
}

/* ---- MERT ---- */

/* A hypothesis as a line: its score where the weights move by x along a direction. */
struct ray {
	double start, slope;
	size_t i;
};

/* The first choice of a list changes at x. */
struct turn {
	double x;
	const struct counts *from, *to;
};

struct search {
	const struct lists *lists;
	size_t n; /* features */
	uint64_t random;
	VEC(struct ray) rays;
	VEC(struct turn) turns;
};

static int
by_slope(const void *a, const void *b)
{
	const struct ray *x = a, *y = b;

	if (x->slope != y->slope)
		return x->slope < y->slope ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->i < y->i ? 1 : -1;
}

static int
by_place(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	return (x->x > y->x) - (x->x < y->x);
}

static double
meeting(const struct ray *a, const struct ray *b)
{
	return (a->start - b->start) / (b->slope - a->slope);
}

/* The upper envelope of a list's rays: those that are the first choice somewhere, in order. */
static size_t
envelope(struct ray v[], size_t n)
{
	size_t kept = 0;

	qsort(v, n, sizeof(*v), by_slope);
	for (size_t i = 0; i < n; i++) {
		if (i + 1 < n && v[i].slope == v[i + 1].slope)
			continue; /* the next one is as steep and higher */
		while (kept > 1 &&
		       meeting(&v[kept - 2], &v[kept - 1]) >= meeting(&v[kept - 1], &v[i]))
			kept--;
		v[kept++] = v[i];
	}
	return kept;
}

/* Add a list's turns; its choice at x = - infinity goes to the tally. */
static void
add_turns(struct search *s, const struct list *list, const double w[], const double direction[],
	  struct tally *t)
{
	size_t n;

	s->rays.n = 0;
	for (size_t i = 0; i < list->n; i++)
		*PUSH(&arena, &s->rays) =
		    (struct ray){ score(s->n, w, row_of(list, i, s->n)),
				  score(s->n, direction, row_of(list, i, s->n)), i };
	n = envelope(s->rays.v, s->rays.n);
	tally_add(t, &list->counts[s->rays.v[0].i], &list->reference);
	for (size_t i = 1; i < n; i++)
		*PUSH(&arena, &s->turns) = (struct turn){ meeting(&s->rays.v[i - 1], &s->rays.v[i]),
							  &list->counts[s->rays.v[i - 1].i],
							  &list->counts[s->rays.v[i].i] };
}

static void
tally_turn(struct tally *t, const struct turn *turn)
{
	for (int o = 0; o < orders(); o++) {
		t->match[o] += (double)turn->to->match[o] - turn->from->match[o];
		t->total[o] += ngrams(turn->to, o) - ngrams(turn->from, o);
	}
}

/* Och 2003, section 5: the metric along a line is constant between turns. How far to go, and what
 * it is there. */
static double
best_on_line(struct search *s, const double w[], const double direction[], double *metric_there)
{
	struct tally t = { 0 };
	double best = 0;

	s->turns.n = 0;
	for (size_t i = 0; i < s->lists->n; i++)
		add_turns(s, &s->lists->v[i], w, direction, &t);
	qsort(s->turns.v, s->turns.n, sizeof(*s->turns.v), by_place);
	for (size_t i = 0; i + 1 < s->turns.n; i++) {
		double width = s->turns.v[i + 1].x - s->turns.v[i].x;

		tally_turn(&t, &s->turns.v[i]);
		if (width > 1e-6 && metric(&t) > *metric_there + 1e-6) {
			*metric_there = metric(&t);
			best = s->turns.v[i].x + width / 2;
		}
	}
	return best;
}

/* xorshift64 (Marsaglia 2003): the same everywhere. In (-1, 1). */
static double
random_share(struct search *s)
{
	s->random ^= s->random << 13;
	s->random ^= s->random >> 7;
	s->random ^= s->random << 17;
	return (double)(s->random >> 11) / (double)(1ull << 52) - 1;
}

/* Along each feature, then along as many random directions, until nothing gets better. */
static double
climb(struct search *s, double w[])
{
	double *direction = ARENA_NEW(&arena, double, s->n);
	struct tally t = rescore(s->lists, s->n, w);
	double best = metric(&t), before;

	do {
		before = best;
		for (size_t k = 0; k < 2 * s->n; k++) {
			double x;

			for (size_t i = 0; i < s->n; i++)
				direction[i] = k < s->n ? i == k : random_share(s) * fabs(w[i]);
			x = best_on_line(s, w, direction, &best);
			for (size_t i = 0; i < s->n; i++)
				w[i] += x * direction[i];
		}
	} while (best > before + 1e-4);
	return best;
}

/* From the old weights, and from places around them. */
static void
mert(const struct lists *lists, size_t n, double w[])
{
	struct search s = { .lists = lists, .n = n, .random = 20030707 };
	double *start = ARENA_NEW(&arena, double, n), *from = ARENA_NEW(&arena, double, n);
	double best = -1;

	memcpy(from, w, n * sizeof(*w));
	for (long k = 0; k < starts; k++) {
		struct tally t;
		double reached;

		for (size_t i = 0; i < n; i++)
			start[i] = from[i] * (k > 0 ? 1 + random_share(&s) : 1);
		reached = climb(&s, start);
		t = rescore(lists, n, start);
		report(k, &t);
		if (reached > best) {
			best = reached;
			memcpy(w, start, n * sizeof(*w));
		}
	}
}

/* ---- output ---- */

static double
absolute_sum(size_t n, const double w[])
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += fabs(w[i]);
	return sum;
}

static void
write_weights(const struct weights *w, double scale)
{
	size_t place = 0;

	for (size_t i = 0; i < w->lines.n; i++) {
		struct buf b = { .arena = &scratch };

		buf_put(&b, w->lines.v[i].text);
		if (!w->lines.v[i].is_comment)
			buf_printf(&b, "\t%.6g", scale * w->value.v[place++]);
		buf_putc(&b, '\n');
		put(buf_span(&b));
	}
}

static void
run(const char *weights, const char *reference, char *const paths[], size_t n)
{
	struct weights w = { .index = { .arena = &arena } };
	struct references refs = { 0 };
	struct lists lists = { 0 };
	double before, after;

	read_weights(&w, weights);
	read_references(&refs, reference);
	read_lists(&lists, paths, n, &refs, &w);
	if (verbose)
		fprintf(stderr, "%zu sentences, %zu hypotheses, %zu duplicates dropped\n", lists.n,
			lists.hypotheses, lists.duplicates);
	before = absolute_sum(w.value.n, w.value.v);
	mert(&lists, w.value.n, w.value.v);
	after = absolute_sum(w.value.n, w.value.v);
	write_weights(&w, after > 0 ? (before > 0 ? before : 1) / after : 1);
}

static double
fraction(const char *arg, const char *what, double least, double most)
{
	char *end;
	double v = strtod(arg, &end);

	if (end == arg || *end != '\0' || !(v >= least && v <= most))
		errx(EX_TROUBLE, "%s: %s must be a number from %g to %g", arg, what, least, most);
	return v;
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "weights", required_argument, NULL, 'w' },
		{ "reference", required_argument, NULL, 'r' },
		{ "chrf", required_argument, NULL, 'a' },
		{ "starts", required_argument, NULL, 's' },
		{ "verbose", no_argument, NULL, 'v' },
		CLI_LONG,
	};
	const char *weights = NULL, *reference = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "vhV", longopts, NULL)) != -1)
		switch (c) {
		case 'w':
			weights = optarg;
			break;
		case 'r':
			reference = optarg;
			break;
		case 'a':
			chrf_share = fraction(optarg, "--chrf", 0, 1);
			break;
		case 's':
			starts = cli_number(optarg, "the number of starts", 1);
			break;
		case 'v':
			verbose = true;
			break;
		default:
			cli_option(c, usage);
		}
	if (weights == NULL || reference == NULL || optind == argc)
		cli_option('?', usage);
	run(weights, reference, argv + optind, (size_t)(argc - optind));
	arena_free(&scratch);
	arena_free(&arena);
	finish(0);
}
