/* word-classes - put words into classes by what stands before and behind them, or write text as
 * its classes (--map), for estimate-lm to make a class n-gram model of. Tokens are parted by
 * blanks, one sentence a line.
 *
 * CLASSES is the source of a table, as rassegna-model(1) takes it: "word TAB number of its class",
 * sorted by the bytes of the word. Classes 0, 1 and 2 are those of shapes: a word without a row is
 * in 2 if it has a digit, else in 1 if it begins with a capital, else in 0. The others are
 * numbered by their most frequent words.
 *
 * Exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998, "Algorithms for bigram
 * and trigram word clustering", Speech Communication 24, section 2): each word in turn goes where
 * it makes the class bigram model
 *   p(w | v) = p(class of w | class of v) p(w | class of w)
 * give the text the highest likelihood, until none wants to move. Otherwise than there rare words
 * stay in the classes of their shapes, where frequent ones may join them; so the fewer need a row.
 * <s> and </s> have classes of their own, which no word can enter.
 *
 * To try a word in a class costs as much as it has classes on both sides: in all, an iteration
 * costs word pairs times classes. About 12 bytes a running word. */
#include <err.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "lib/input.h"
#include "lib/map.h"
#include "lib/status.h"
#include "lib/utf8.h"

static const char usage[] =
    "usage: word-classes [OPTION]... TEXT... > CLASSES\n"
    "       word-classes [-u] --map CLASSES [FILE...]\n"
    "  -k, --classes K       so many classes, those of shapes included; 256 if not given\n"
    "  -i, --iterations I    at most; 20 if not given\n"
    "  -m, --min-count N     words seen less often go by their shape; 5 if not given\n"
    "  -v, --verbose         tell the perplexity of each iteration on standard error\n"
    "      --map             write the class of each token: c0, c1, ...\n"
    "  -u, --unbuffered      write every line at once\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n";

enum { OTHER, CAPITAL, NUMBER, SHAPES }; /* classes, and units of rare words */
enum { BOS = SHAPES, EOS, FIRST_WORD };  /* units: these, then frequent words */
enum { TABLED = 1 << 15, MOST_CLASSES = 1 << 12 };

struct options {
	long classes, iterations, min_count;
	bool verbose, map;
};

struct word {
	struct span text;
	uint32_t count;
	uint32_t old;
};

struct corpus {
	struct arena arena;
	struct map numbers;
	VEC(struct word) words; /* by unit, in the end; those of the rare ones are behind units */
	size_t units;
	uint32_t *text; /* [n] a sentence is BOS ... EOS */
	size_t n, cap;
	size_t sentences;
};

struct link {
	uint32_t unit, count;
};

/* The neighbours of a unit on one side: v[start[unit]] .. v[start[unit + 1]]. */
struct links {
	size_t *start; /* [units + 1] */
	struct link *v;
};

/* The neighbours of a word that are not the word itself, by class. */
struct side {
	uint32_t *count; /* [all] */
	uint32_t *class; /* [n] those that have a count */
	size_t n;
};

struct model {
	size_t k, all;                  /* classes; k + 2 with those of <s> and </s> */
	uint32_t *class_of;             /* [units] */
	uint32_t *pairs;                /* [all][all] how often class g stands before h */
	uint32_t *turned;               /* [all][all] the same, h first */
	uint32_t *as_first, *as_second; /* [all] sums of the rows of either */
	double *gain;                   /* [k] what a word adds to the likelihood in a class */
	double *xlogx;                  /* [TABLED] */
	struct side before, behind;
};

static void *
new_array(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		out_of_memory();
	return p;
}

static uint32_t
shape_of(struct span word)
{
	return utf8_has_digit(word) ? NUMBER : utf8_is_capital(word) ? CAPITAL : OTHER;
}

/* Reading. */

static void
add_token(struct corpus *c, uint32_t unit)
{
	if (c->n == c->cap) {
		c->cap = c->cap > 0 ? 2 * c->cap : 1 << 16;
		if ((c->text = realloc(c->text, c->cap * sizeof(*c->text))) == NULL)
			out_of_memory();
	}
	c->text[c->n++] = unit;
}

static uint32_t
word_number(struct corpus *c, struct span text)
{
	uint32_t number = map_get(&c->numbers, text);
	struct word *word;

	if (number != 0)
		return number;
	number = (uint32_t)c->words.n;
	word = PUSH(&c->arena, &c->words);
	word->text = arena_copy(&c->arena, text);
	*map_at(&c->numbers, word->text) = number;
	return number;
}

static void
read_sentence(struct corpus *c, struct span line)
{
	struct span token;

	c->sentences++;
	add_token(c, BOS);
	while (span_cut(&line, ' ', &token)) {
		uint32_t number;

		if (token.n == 0)
			continue;
		number = word_number(c, token);
		c->words.v[number].count++;
		add_token(c, number);
	}
	add_token(c, EOS);
}

static void
read_text(struct corpus *c, const char *path)
{
	struct span line;
	struct input in;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1)
		if (span_trim(line).n > 0)
			read_sentence(c, line);
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

/* Can the word have a row? */
static bool
is_key(struct span word)
{
	return !span_starts(word, SPAN("#")) && !span_has(word, '\t');
}

/* The frequent ones first; those that can have no row behind all others. */
static int
by_count(const void *a, const void *b)
{
	const struct word *x = a, *y = b;

	if (is_key(x->text) != is_key(y->text))
		return is_key(x->text) ? -1 : 1;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return span_cmp(x->text, y->text);
}

/* Number the words anew, as units. */
static void
renumber(struct corpus *c, long min_count)
{
	uint32_t *unit = new_array(c->words.n, sizeof(*unit));
	struct word *words = c->words.v;

	for (uint32_t i = 0; i < c->words.n; i++)
		words[i].old = i;
	qsort(words + FIRST_WORD, c->words.n - FIRST_WORD, sizeof(*words), by_count);
	for (c->units = FIRST_WORD; c->units < c->words.n; c->units++)
		if (words[c->units].count < min_count || !is_key(words[c->units].text))
			break;
	for (uint32_t i = 0; i < c->words.n; i++)
		unit[words[i].old] = i < c->units ? i : shape_of(words[i].text);
	for (size_t i = 0; i < c->n; i++)
		c->text[i] = unit[c->text[i]];
	free(unit);
}

static void
read_corpus(struct corpus *c, char *const paths[], long min_count)
{
	c->arena.oom = out_of_memory;
	c->numbers.arena = &c->arena;
	for (size_t i = 0; i < FIRST_WORD; i++)
		PUSH(&c->arena, &c->words);
	for (; *paths != NULL; paths++) {
		size_t n = c->n;

		read_text(c, *paths);
		if (c->n == n)
			errx(EX_DATA, "%s: %s", *paths, status_str(ERR_EMPTY));
	}
	if (c->n > UINT32_MAX / 2)
		errx(EX_TROUBLE, "more text than can be numbered");
	renumber(c, min_count);
}

/* Neighbours. */

/* The units beside each unit, one by one: behind it, or before it. */
static uint32_t *
sort_neighbours(const struct corpus *c, size_t start[], bool behind)
{
	uint32_t *v = new_array(c->n, sizeof(*v));

	for (size_t i = 1; i < c->n; i++)
		if (c->text[i] != BOS)
			start[c->text[i - behind] + 1]++;
	for (size_t unit = 0; unit < c->units; unit++)
		start[unit + 1] += start[unit];
	for (size_t i = 1; i < c->n; i++)
		if (c->text[i] != BOS)
			v[start[c->text[i - behind]]++] = c->text[i - !behind];
	memmove(start + 1, start, c->units * sizeof(*start)); /* each was moved to its end */
	start[0] = 0;
	return v;
}

/* Count equal units among n, whose number in seen[] is 0 before and after; how many differ. */
static size_t
count_equal(const uint32_t v[], size_t n, uint32_t seen[], struct link out[])
{
	size_t links = 0;

	for (size_t i = 0; i < n; i++)
		if (seen[v[i]]++ == 0)
			out[links++].unit = v[i];
	for (size_t i = 0; i < links; i++) {
		out[i].count = seen[out[i].unit];
		seen[out[i].unit] = 0;
	}
	return links;
}

static struct links
link_units(const struct corpus *c, bool behind)
{
	struct links l = { .start = new_array(c->units + 1, sizeof(*l.start)) };
	uint32_t *one_by_one = sort_neighbours(c, l.start, behind);
	uint32_t *seen = new_array(c->units, sizeof(*seen));
	size_t n = 0, cap = 0;

	for (size_t unit = 0; unit < c->units; unit++) {
		size_t from = l.start[unit], most = l.start[unit + 1] - from;

		while (cap < n + most || l.v == NULL) {
			cap = cap > 0 ? 2 * cap : 1 << 16;
			if ((l.v = realloc(l.v, cap * sizeof(*l.v))) == NULL)
				out_of_memory();
		}
		l.start[unit] = n;
		n += count_equal(one_by_one + from, most, seen, l.v + n);
	}
	l.start[c->units] = n;
	free(seen);
	free(one_by_one);
	return l;
}

/* The model. */

static inline double
xlogx(const struct model *m, uint32_t x)
{
	return x < TABLED ? m->xlogx[x] : x * log(x);
}

static struct model
new_model(const struct corpus *c, size_t k)
{
	struct model m = { .k = k, .all = k + 2 };

	m.class_of = new_array(c->units, sizeof(*m.class_of));
	m.pairs = new_array(m.all * m.all, sizeof(*m.pairs));
	m.turned = new_array(m.all * m.all, sizeof(*m.turned));
	m.as_first = new_array(m.all, sizeof(*m.as_first));
	m.as_second = new_array(m.all, sizeof(*m.as_second));
	m.gain = new_array(m.k, sizeof(*m.gain));
	m.xlogx = new_array(TABLED, sizeof(*m.xlogx));
	m.before.count = new_array(m.all, sizeof(*m.before.count));
	m.before.class = new_array(m.all, sizeof(*m.before.class));
	m.behind.count = new_array(m.all, sizeof(*m.behind.count));
	m.behind.class = new_array(m.all, sizeof(*m.behind.class));
	for (uint32_t x = 1; x < TABLED; x++)
		m.xlogx[x] = x * log(x);
	return m;
}

static void
free_model(struct model *m)
{
	free(m->class_of);
	free(m->pairs);
	free(m->turned);
	free(m->as_first);
	free(m->as_second);
	free(m->gain);
	free(m->xlogx);
	free(m->before.count);
	free(m->before.class);
	free(m->behind.count);
	free(m->behind.class);
}

static void
add_pairs(struct model *m, uint32_t g, uint32_t h, uint32_t n)
{
	m->pairs[g * m->all + h] += n;
	m->turned[h * m->all + g] += n;
	m->as_first[g] += n;
	m->as_second[h] += n;
}

/* Words are dealt out by frequency. To leave all but the most frequent ones in the classes of their
 * shapes at first was worse. */
static void
start_classes(struct model *m, const struct corpus *c)
{
	for (uint32_t shape = 0; shape < SHAPES; shape++)
		m->class_of[shape] = shape;
	m->class_of[BOS] = (uint32_t)m->k;
	m->class_of[EOS] = (uint32_t)m->k + 1;
	for (uint32_t unit = FIRST_WORD; unit < c->units; unit++)
		m->class_of[unit] = SHAPES + (unit - FIRST_WORD) % (uint32_t)(m->k - SHAPES);
	for (size_t i = 1; i < c->n; i++)
		if (c->text[i] != BOS)
			add_pairs(m, m->class_of[c->text[i - 1]], m->class_of[c->text[i]], 1);
}

static double
perplexity(const struct model *m, const struct corpus *c)
{
	double log_p = xlogx(m, (uint32_t)c->sentences), n = (double)c->sentences;

	for (size_t i = FIRST_WORD; i < c->words.n; i++) {
		log_p += xlogx(m, c->words.v[i].count);
		n += c->words.v[i].count;
	}
	for (size_t i = 0; i < m->all * m->all; i++)
		log_p += xlogx(m, m->pairs[i]);
	for (size_t g = 0; g < m->all; g++)
		log_p -= xlogx(m, m->as_first[g]) + xlogx(m, m->as_second[g]);
	return exp(-log_p / n);
}

/* Exchange. */

/* Sum up a word's neighbours by class; how often it stands beside itself. */
static uint32_t
gather(const struct model *m, const struct links *l, uint32_t word, struct side *side)
{
	uint32_t itself = 0;

	side->n = 0;
	for (size_t i = l->start[word]; i < l->start[word + 1]; i++) {
		uint32_t class = m->class_of[l->v[i].unit];

		if (l->v[i].unit == word) {
			itself = l->v[i].count;
			continue;
		}
		if (side->count[class] == 0)
			side->class[side->n++] = class;
		side->count[class] += l->v[i].count;
	}
	return itself;
}

static void
clear_side(struct side *side)
{
	for (size_t i = 0; i < side->n; i++)
		side->count[side->class[i]] = 0;
}

/* Put the word into a class (sign 1), or take it out (-1, as unsigned numbers wrap). */
static void
shift_word(struct model *m, uint32_t class, uint32_t itself, uint32_t sign)
{
	for (size_t i = 0; i < m->before.n; i++) {
		uint32_t g = m->before.class[i];

		add_pairs(m, g, class, sign * m->before.count[g]);
	}
	for (size_t i = 0; i < m->behind.n; i++) {
		uint32_t h = m->behind.class[i];

		add_pairs(m, class, h, sign * m->behind.count[h]);
	}
	add_pairs(m, class, class, sign * itself);
}

/* What the pairs with the neighbours on one side would add in each class; their number. */
static uint32_t
add_gains(struct model *m, const struct side *side, const uint32_t pairs[])
{
	uint32_t sum = 0;

	for (size_t i = 0; i < side->n; i++) {
		const uint32_t *row = pairs + side->class[i] * m->all;
		uint32_t n = side->count[side->class[i]];

		for (size_t class = 0; class < m->k; class ++)
			m->gain[class] += xlogx(m, row[class] + n) - xlogx(m, row[class]);
		sum += n;
	}
	return sum;
}

/* The word is in no class now. Where a neighbour is of the same class, both sides and the word
 * itself add to one count. */
static void
find_gains(struct model *m, uint32_t itself)
{
	uint32_t first, second;

	memset(m->gain, 0, m->k * sizeof(*m->gain));
	second = add_gains(m, &m->before, m->pairs) + itself;
	first = add_gains(m, &m->behind, m->turned) + itself;
	for (size_t class = 0; class < m->k; class ++) {
		uint32_t n = m->pairs[class * m->all + class];
		uint32_t before = m->before.count[class], behind = m->behind.count[class];

		m->gain[class] += xlogx(m, n + before + behind + itself) - xlogx(m, n + before) -
				  xlogx(m, n + behind) + xlogx(m, n);
		n = m->as_first[class];
		m->gain[class] -= xlogx(m, n + first) - xlogx(m, n);
		n = m->as_second[class];
		m->gain[class] -= xlogx(m, n + second) - xlogx(m, n);
	}
}

/* The best class for a word: it stays unless another is better by more than rounding. */
static uint32_t
best_class(const struct model *m, uint32_t stay, uint32_t shape)
{
	double most = m->gain[stay] + 1e-6;
	uint32_t best = stay;

	for (uint32_t class = 0; class < m->k; class ++)
		if ((class >= SHAPES || class == shape) && m->gain[class] > most) {
			most = m->gain[class];
			best = class;
		}
	return best;
}

/* Was the word moved? */
static bool
exchange(struct model *m, const struct links *before, const struct links *behind, uint32_t word,
	 uint32_t shape)
{
	uint32_t old = m->class_of[word];
	uint32_t itself = gather(m, before, word, &m->before);

	gather(m, behind, word, &m->behind);
	shift_word(m, old, itself, -1U);
	find_gains(m, itself);
	m->class_of[word] = best_class(m, old, shape);
	shift_word(m, m->class_of[word], itself, 1);
	clear_side(&m->before);
	clear_side(&m->behind);
	return m->class_of[word] != old;
}

static void
cluster(struct model *m, const struct corpus *c, const struct options *o)
{
	struct links before = link_units(c, false), behind = link_units(c, true);
	size_t moved = 1;

	if (o->verbose)
		fprintf(stderr, "%zu words, %zu of them by shape; perplexity %.3f\n",
			c->words.n - FIRST_WORD, c->words.n - c->units, perplexity(m, c));
	for (long i = 1; i <= o->iterations && moved > 0; i++) {
		moved = 0;
		for (uint32_t unit = FIRST_WORD; unit < c->units; unit++)
			moved +=
			    exchange(m, &before, &behind, unit, shape_of(c->words.v[unit].text));
		if (o->verbose)
			fprintf(stderr, "iteration %ld: %zu moved, perplexity %.3f\n", i, moved,
				perplexity(m, c));
	}
	free(before.start);
	free(before.v);
	free(behind.start);
	free(behind.v);
}

/* Writing. */

/* Classes by their most frequent words; those of shapes stay what they are. */
static void
number_classes(struct model *m, const struct corpus *c)
{
	uint32_t *number = new_array(m->k, sizeof(*number)), next = SHAPES;

	for (uint32_t unit = FIRST_WORD; unit < c->units; unit++) {
		uint32_t *class = &m->class_of[unit];

		if (*class >= SHAPES && number[*class] == 0)
			number[*class] = next++;
		if (*class >= SHAPES)
			*class = number[*class];
	}
	free(number);
}

static int
by_text(const void *a, const void *b)
{
	return span_cmp(((const struct word *)a)->text, ((const struct word *)b)->text);
}

static void
write_classes(struct model *m, struct corpus *c)
{
	struct word *words = c->words.v + FIRST_WORD;
	size_t n = c->units - FIRST_WORD;

	number_classes(m, c);
	for (uint32_t i = 0; i < n; i++)
		words[i].old = i + FIRST_WORD;
	if (n > 0)
		qsort(words, n, sizeof(*words), by_text);
	put(SPAN(
	    "# rassegna-table 1\n"
	    "# word TAB class. Words without a row: 2 with a digit, 1 with a capital, else 0\n"));
	for (size_t i = 0; i < n; i++) {
		if (m->class_of[words[i].old] < SHAPES)
			continue;
		put(words[i].text);
		printf("\t%u\n", m->class_of[words[i].old]);
	}
}

static void
train(char *const paths[], const struct options *o)
{
	struct corpus c = { 0 };
	struct model m;

	read_corpus(&c, paths, o->min_count);
	m = new_model(&c, (size_t)o->classes);
	start_classes(&m, &c);
	cluster(&m, &c, o);
	write_classes(&m, &c);
	free_model(&m);
	free(c.text);
	arena_free(&c.arena);
}

/* Mapping. */

static void
put_class(const struct table *classes, struct span token)
{
	struct span class;

	if (table_find(classes, token, &class)) {
		put(SPAN("c"));
		put(class);
	} else {
		printf("c%u", shape_of(token));
	}
}

static void
map_file(const struct table *classes, const char *path)
{
	struct span line, token;
	struct input in;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) == 1) {
		bool first = true;

		while (span_cut(&line, ' ', &token)) {
			if (token.n == 0)
				continue;
			if (!first)
				put(SPAN(" "));
			put_class(classes, token);
			first = false;
		}
		put(SPAN("\n"));
		flush_if_unbuffered();
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
open_classes(struct table *classes, struct arena *arena, const char *path)
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
	if ((rc = table_use(classes, compiled)) < 0)
		errx(EX_TROUBLE, "%s: %s", path, status_str(rc));
}

static void
map(char *const operands[])
{
	struct arena arena = { .oom = out_of_memory };
	struct table classes;

	open_classes(&classes, &arena, operands[0]);
	if (operands[1] == NULL)
		map_file(&classes, "-");
	for (operands++; *operands != NULL; operands++)
		map_file(&classes, *operands);
	arena_free(&arena);
}

static void
read_option(struct options *o, int c)
{
	switch (c) {
	case 'k':
		o->classes = cli_number(optarg, "the number of classes", SHAPES + 1);
		if (o->classes > MOST_CLASSES)
			errx(EX_TROUBLE, "%s: there are at most %d classes", optarg, MOST_CLASSES);
		break;
	case 'i':
		o->iterations = cli_number(optarg, "the number of iterations", 0);
		break;
	case 'm':
		o->min_count = cli_number(optarg, "the count", 1);
		break;
	case 'v':
		o->verbose = true;
		break;
	case 'M':
		o->map = true;
		break;
	default:
		cli_option(c, usage);
	}
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "classes", required_argument, NULL, 'k' },
		{ "iterations", required_argument, NULL, 'i' },
		{ "min-count", required_argument, NULL, 'm' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "map", no_argument, NULL, 'M' },
		CLI_LONG,
	};
	struct options o = { .classes = 256, .iterations = 20, .min_count = 5 };
	int c;

	while ((c = getopt_long(argc, argv, "k:i:m:v" CLI_SHORT, longopts, NULL)) != -1)
		read_option(&o, c);
	if (optind == argc)
		cli_option('?', usage);
	if (o.map)
		map(argv + optind);
	else
		train(argv + optind, &o);
	finish(0);
}
