/* extract-phrases - the phrase table of an aligned parallel text.
 *
 * usage: extract-phrases [-m WORDS] [-k BEST] [-s BITS] SOURCE TARGET LINKS WEIGHTS > ROWS
 *   SOURCE, TARGET  a sentence a line, tokens parted by blanks
 *   LINKS           "i-j i-j ...": word i of the source, word j of the target, from 0
 *   WEIGHTS         "2.5 p": how often each pair of sentences counts, and a letter for its kind
 *                   of text: p(rose), t(alk), m(anuals), d(ictionary)
 *   -m  the longest phrase (5 words); -k  the best targets kept of each source (20)
 *   -s  the association that a pair must exceed beyond that of two words that stand once each,
 *       together (nats; -0.01 keeps those, 0.01 drops them)
 *
 * Rows: source TAB target TAB n kinds TAB p(e|f) p(f|e) lex(e|f) lex(f|e) TAB six orientations, all
 * as -8 ln p, rounded; n: the
 * sentences that have the pair, at most 9; kinds: the letters of their texts ("4pm"). Orientations:
 * the phrase is in order (monotone), swapped, or apart from the one before, and then from the one
 * behind it.
 *
 * Sources: consistent phrases, Koehn, Och and Marcu 2003, section 3; lexical weights, ibid.,
 * section 4; counts discounted as in modified Kneser-Ney, Foster, Kuhn and Johnson 2006; the
 * orientation of phrases, Tillmann 2004, smoothed as in Koehn et al. 2005; pruning by
 * significance, Johnson et al. 2007 (unlike it, a pair stands together where it was extracted). */
#include "bitext.h"

#include "lib/input.h"
#include "lib/status.h"

#include <err.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MAX_LENGTH = 100, MAX_PHRASE = 8, ORIENTATIONS = 6, SCALE = 8 };
enum { MONOTONE, SWAP, APART };

struct phrase {
	uint32_t start; /* of its first occurrence among the side's tokens */
	uint32_t length;
	uint32_t sentences, last; /* how many have it; the last seen, plus 1 */
	uint32_t partners;        /* distinct phrases of the other side */
	float count, discounted;  /* of its pairs; what the discount has set free */
};

struct phrases {
	const struct side *side;
	ARRAY(struct phrase) list;
	uint32_t *slot; /* open addressing; 1 + index, 0 free */
	size_t slots;
};

struct pair {
	uint32_t source, target;
	uint32_t sentences, last;
	uint32_t kinds; /* bit i: text of kind i */
	float count;
	float forward, backward; /* lexical weights, the best of all occurrences */
	float orientation[ORIENTATIONS];
};

struct lexical {
	uint64_t *key; /* source << 32 | target; no word has number 0 but the empty one */
	float *count;
	size_t n, slots;
	float *of_source, *of_target;
};

struct extraction {
	struct side source, target;
	ARRAY(uint8_t) link; /* i, j, i, j, ... of all sentences */
	ARRAY(size_t) link_start;
	ARRAY(float) weight;
	ARRAY(uint8_t) kind; /* place in kinds */
	struct phrases from, to;
	struct lexical lexical;
	ARRAY(struct pair) pairs;
	uint32_t *slot;
	size_t slots;
	size_t longest, best;
	double significance;
};

static const char kinds[] = "ptmd";

static uint64_t
mix(uint64_t h)
{
	h = (h ^ h >> 31) * 0x9E3779B97F4A7C15;
	h = (h ^ h >> 29) * 0xBF58476D1CE4E5B9;
	return h ^ h >> 32;
}

/* Phrases as numbers. */

static uint64_t
hash_tokens(const uint32_t *token, size_t n)
{
	uint64_t h = n;

	for (size_t i = 0; i < n; i++)
		h = mix(h * 31 + token[i]);
	return h;
}

static const uint32_t *
tokens_of(const struct phrases *p, uint32_t number)
{
	return p->side->token.v + p->list.v[number].start;
}

static bool
is_phrase(const struct phrases *p, uint32_t number, const uint32_t *token, size_t n)
{
	return p->list.v[number].length == n &&
	       memcmp(tokens_of(p, number), token, n * sizeof(*token)) == 0;
}

static uint32_t *
phrase_slot(const struct phrases *p, const uint32_t *token, size_t n)
{
	size_t i = hash_tokens(token, n) & (p->slots - 1);

	while (p->slot[i] != 0 && !is_phrase(p, p->slot[i] - 1, token, n))
		i = (i + 1) & (p->slots - 1);
	return &p->slot[i];
}

static void
grow_phrases(struct phrases *p)
{
	free(p->slot);
	p->slots = p->slots > 0 ? 2 * p->slots : 1 << 20;
	p->slot = array_new(p->slots, sizeof(*p->slot));
	for (uint32_t i = 0; i < p->list.n; i++)
		*phrase_slot(p, tokens_of(p, i), p->list.v[i].length) = i + 1;
}

static uint32_t
phrase_number(struct phrases *p, size_t start, size_t n)
{
	uint32_t *slot;

	if (3 * p->list.n >= 2 * p->slots)
		grow_phrases(p);
	slot = phrase_slot(p, p->side->token.v + start, n);
	if (*slot == 0) {
		*APPEND(&p->list) =
		    (struct phrase){ .start = (uint32_t)start, .length = (uint32_t)n };
		*slot = (uint32_t)p->list.n;
	}
	return *slot - 1;
}

/* Pairs of phrases. */

static uint32_t *
pair_slot(const struct extraction *x, uint32_t source, uint32_t target)
{
	size_t i = mix((uint64_t)source << 32 | target) & (x->slots - 1);

	while (x->slot[i] != 0 && (x->pairs.v[x->slot[i] - 1].source != source ||
				   x->pairs.v[x->slot[i] - 1].target != target))
		i = (i + 1) & (x->slots - 1);
	return &x->slot[i];
}

static void
grow_pairs(struct extraction *x)
{
	free(x->slot);
	x->slots = x->slots > 0 ? 2 * x->slots : 1 << 22;
	x->slot = array_new(x->slots, sizeof(*x->slot));
	for (uint32_t i = 0; i < x->pairs.n; i++)
		*pair_slot(x, x->pairs.v[i].source, x->pairs.v[i].target) = i + 1;
}

static struct pair *
pair_at(struct extraction *x, uint32_t source, uint32_t target)
{
	uint32_t *slot;

	if (3 * x->pairs.n >= 2 * x->slots)
		grow_pairs(x);
	slot = pair_slot(x, source, target);
	if (*slot == 0) {
		*APPEND(&x->pairs) = (struct pair){ .source = source, .target = target };
		*slot = (uint32_t)x->pairs.n;
		x->from.list.v[source].partners++;
		x->to.list.v[target].partners++;
	}
	return &x->pairs.v[*slot - 1];
}

/* Lexical translation probabilities, from the links. */

static size_t
lexical_slot(const struct lexical *l, uint64_t key)
{
	size_t i = mix(key) & (l->slots - 1);

	while (l->key[i] != 0 && l->key[i] != key)
		i = (i + 1) & (l->slots - 1);
	return i;
}

static void
grow_lexical(struct lexical *l)
{
	struct lexical old = *l;

	l->slots = old.slots > 0 ? 2 * old.slots : 1 << 20;
	l->key = array_new(l->slots, sizeof(*l->key));
	l->count = array_new(l->slots, sizeof(*l->count));
	for (size_t i = 0; i < old.slots; i++)
		if (old.key[i] != 0) {
			size_t at = lexical_slot(l, old.key[i]);

			l->key[at] = old.key[i];
			l->count[at] = old.count[i];
		}
	free(old.key);
	free(old.count);
}

static void
count_lexical(struct lexical *l, uint32_t source, uint32_t target, float weight)
{
	uint64_t key = (uint64_t)source << 32 | target;
	size_t at;

	if (2 * l->n >= l->slots)
		grow_lexical(l);
	at = lexical_slot(l, key);
	l->n += l->key[at] == 0;
	l->key[at] = key;
	l->count[at] += weight;
	l->of_source[source] += weight;
	l->of_target[target] += weight;
}

static float
lexical_count(const struct lexical *l, uint32_t source, uint32_t target)
{
	return l->count[lexical_slot(l, (uint64_t)source << 32 | target)];
}

/* One pair of sentences. */

struct block {
	uint8_t i, i_end, j, j_end; /* source words [i, i_end), target words [j, j_end) */
};

struct sentence_pair {
	size_t number, n, m; /* words of the source, of the target */
	const uint32_t *source, *target;
	const uint8_t *link;
	size_t links;
	float weight;
	uint8_t first[MAX_LENGTH], last[MAX_LENGTH]; /* of target word j: its source words */
	uint8_t from[MAX_LENGTH], to[MAX_LENGTH];    /* of source word i: its target words */
	ARRAY(struct block) blocks;
	/* by the borders [source][target] between words: where a block begins or ends */
	bool begins[MAX_LENGTH + 1][MAX_LENGTH + 1], ends[MAX_LENGTH + 1][MAX_LENGTH + 1];
	bool swap_before[MAX_LENGTH + 1][MAX_LENGTH + 1],
	    swap_behind[MAX_LENGTH + 1][MAX_LENGTH + 1];
};

enum { NO_WORD = 255 };

static void
widen(uint8_t *first, uint8_t *last, uint8_t at)
{
	if (*first == NO_WORD || at < *first)
		*first = at;
	if (*last == NO_WORD || at > *last)
		*last = at;
}

static bool
take_sentence(const struct extraction *x, struct sentence_pair *s, size_t number)
{
	s->number = number;
	s->n = side_length(&x->source, number);
	s->m = side_length(&x->target, number);
	s->source = x->source.token.v + x->source.start.v[number];
	s->target = x->target.token.v + x->target.start.v[number];
	s->link = x->link.v + x->link_start.v[number];
	s->links = (x->link_start.v[number + 1] - x->link_start.v[number]) / 2;
	s->weight = x->weight.v[number];
	if (s->n > MAX_LENGTH || s->m > MAX_LENGTH || s->weight <= 0)
		return false;
	memset(s->first, NO_WORD, sizeof(s->first));
	memset(s->last, NO_WORD, sizeof(s->last));
	memset(s->from, NO_WORD, sizeof(s->from));
	memset(s->to, NO_WORD, sizeof(s->to));
	for (size_t k = 0; k < s->links; k++) {
		uint8_t i = s->link[2 * k], j = s->link[2 * k + 1];

		if (i >= s->n || j >= s->m)
			errx(EX_DATA, "sentence %zu: link %u-%u is outside", number + 1, i, j);
		widen(&s->first[j], &s->last[j], i);
		widen(&s->from[i], &s->to[i], j);
	}
	return true;
}

static void
count_links(struct extraction *x, const struct sentence_pair *s)
{
	for (size_t k = 0; k < s->links; k++)
		count_lexical(&x->lexical, s->source[s->link[2 * k]], s->target[s->link[2 * k + 1]],
			      s->weight);
	for (size_t i = 0; i < s->n; i++)
		if (s->from[i] == NO_WORD)
			count_lexical(&x->lexical, s->source[i], 0, s->weight);
	for (size_t j = 0; j < s->m; j++)
		if (s->first[j] == NO_WORD)
			count_lexical(&x->lexical, 0, s->target[j], s->weight);
}

/* No target word of [j, j_end) is linked outside [i, i_end). */
static bool
consistent(const struct sentence_pair *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	for (; j < j_end; j++)
		if (s->first[j] != NO_WORD && (s->first[j] < i || s->last[j] >= i_end))
			return false;
	return true;
}

static void
add_block(struct sentence_pair *s, size_t i, size_t i_end, size_t j, size_t j_end)
{
	*APPEND(&s->blocks) =
	    (struct block){ (uint8_t)i, (uint8_t)i_end, (uint8_t)j, (uint8_t)j_end };
	s->begins[i][j] = s->ends[i_end][j_end] = true;
	s->swap_before[i][j_end] = s->swap_behind[i_end][j] = true;
}

/* The block of these words and all that have unlinked target words more at their ends. */
static void
add_blocks(struct sentence_pair *s, size_t longest, size_t i, size_t i_end, size_t j, size_t j_end)
{
	if (j_end - j > longest || !consistent(s, i, i_end, j, j_end))
		return;
	for (size_t a = j;; a--) {
		for (size_t b = j_end; b - a <= longest; b++) {
			add_block(s, i, i_end, a, b);
			if (b == s->m || s->first[b] != NO_WORD)
				break;
		}
		if (a == 0 || s->first[a - 1] != NO_WORD || j_end - a + 1 > longest)
			return;
	}
}

static void
find_blocks(struct sentence_pair *s, size_t longest)
{
	s->blocks.n = 0;
	for (size_t i = 0; i <= s->n; i++)
		for (size_t j = 0; j <= s->m; j++)
			s->begins[i][j] = s->ends[i][j] = s->swap_before[i][j] =
			    s->swap_behind[i][j] = false;
	s->ends[0][0] = s->begins[s->n][s->m] = true;
	for (size_t i = 0; i < s->n; i++) {
		uint8_t from = NO_WORD, to = NO_WORD;

		for (size_t end = i + 1; end <= s->n && end - i <= longest; end++) {
			if (s->from[end - 1] != NO_WORD) {
				widen(&from, &to, s->from[end - 1]);
				widen(&from, &to, s->to[end - 1]);
			}
			if (from != NO_WORD)
				add_blocks(s, longest, i, end, from, to + 1u);
		}
	}
}

static int
orientation_before(const struct sentence_pair *s, const struct block *b)
{
	if (s->ends[b->i][b->j])
		return MONOTONE;
	return s->swap_before[b->i_end][b->j] ? SWAP : APART;
}

static int
orientation_behind(const struct sentence_pair *s, const struct block *b)
{
	if (s->begins[b->i_end][b->j_end])
		return MONOTONE;
	return s->swap_behind[b->i][b->j_end] ? SWAP : APART;
}

/* The product over the target words of the mean probability of their links. */
static float
forward_weight(const struct extraction *x, const struct sentence_pair *s, const struct block *b)
{
	const struct lexical *l = &x->lexical;
	double product = 1;

	for (size_t j = b->j; j < b->j_end; j++) {
		double sum = 0;
		size_t links = 0;

		for (size_t k = 0; k < s->links; k++)
			if (s->link[2 * k + 1] == j) {
				uint32_t f = s->source[s->link[2 * k]];

				sum += lexical_count(l, f, s->target[j]) / l->of_source[f];
				links++;
			}
		product *= links > 0 ? sum / (double)links
				     : lexical_count(l, 0, s->target[j]) / l->of_source[0];
	}
	return (float)product;
}

static float
backward_weight(const struct extraction *x, const struct sentence_pair *s, const struct block *b)
{
	const struct lexical *l = &x->lexical;
	double product = 1;

	for (size_t i = b->i; i < b->i_end; i++) {
		double sum = 0;
		size_t links = 0;

		for (size_t k = 0; k < s->links; k++)
			if (s->link[2 * k] == i) {
				uint32_t e = s->target[s->link[2 * k + 1]];

				sum += lexical_count(l, s->source[i], e) / l->of_target[e];
				links++;
			}
		product *= links > 0 ? sum / (double)links
				     : lexical_count(l, s->source[i], 0) / l->of_target[0];
	}
	return (float)product;
}

/* Negation is small and easily lost when words stay unlinked, and nothing misleads more: a phrase
 * that denies must have a translation that does, and the other way round. */
static bool
is_one_of(struct span word, const char *const words[])
{
	for (; *words != NULL; words++)
		if (word.n == strlen(*words) && strncasecmp(word.s, *words, word.n) == 0)
			return true;
	return false;
}

static bool
denies(const struct side *side, const uint32_t *token, size_t n, const char *const words[])
{
	for (size_t i = 0; i < n; i++)
		if (is_one_of(side->word.v[token[i]], words))
			return true;
	return false;
}

static bool
keeps_negation(const struct extraction *x, const struct sentence_pair *s, const struct block *b)
{
	static const char *const non[] = { "non", "né", NULL };
	static const char *const italian[] = { "non",     "né",     "no",      "mai",
					       "nessuno", "nessun", "nessuna", "nulla",
					       "niente",  "senza",  "neanche", "nemmeno",
					       "neppure", "meno",   "nessun'", NULL };
	static const char *const english[] = { "not",    "'t",      "no",      "never", "nothing",
					       "none",   "nobody",  "neither", "nor",   "without",
					       "cannot", "nowhere", "un",      "non",   "only",
					       "hardly", "until",   "unless",  "any",   "anything",
					       "anyone", NULL };
	static const char *const not [] = { "not", "'t", "cannot", NULL };
	size_t n = (size_t)(b->i_end - b->i), m = (size_t)(b->j_end - b->j);

	if (denies(&x->source, s->source + b->i, n, non))
		return denies(&x->target, s->target + b->j, m, english);
	return denies(&x->source, s->source + b->i, n, italian) ||
	       !denies(&x->target, s->target + b->j, m, not );
}

static void
count_block(struct extraction *x, const struct sentence_pair *s, const struct block *b)
{
	size_t source = x->source.start.v[s->number] + b->i;
	size_t target = x->target.start.v[s->number] + b->j;
	uint32_t from = phrase_number(&x->from, source, (size_t)(b->i_end - b->i));
	uint32_t to = phrase_number(&x->to, target, (size_t)(b->j_end - b->j));
	struct pair *pair = pair_at(x, from, to);

	pair->count += s->weight;
	pair->sentences += pair->last != s->number + 1;
	pair->last = (uint32_t)s->number + 1;
	pair->kinds |= 1u << x->kind.v[s->number];
	pair->forward = fmaxf(pair->forward, forward_weight(x, s, b));
	pair->backward = fmaxf(pair->backward, backward_weight(x, s, b));
	pair->orientation[orientation_before(s, b)] += s->weight;
	pair->orientation[3 + orientation_behind(s, b)] += s->weight;
	x->from.list.v[from].count += s->weight;
	x->to.list.v[to].count += s->weight;
}

static void
extract(struct extraction *x)
{
	static struct sentence_pair s;
	size_t n = side_sentences(&x->source);

	for (size_t k = 0; k < n; k++)
		if (take_sentence(x, &s, k))
			count_links(x, &s);
	for (size_t k = 0; k < n; k++) {
		if (!take_sentence(x, &s, k))
			continue;
		find_blocks(&s, x->longest);
		for (size_t b = 0; b < s.blocks.n; b++)
			if (keeps_negation(x, &s, &s.blocks.v[b]))
				count_block(x, &s, &s.blocks.v[b]);
	}
}

/* In how many sentences each phrase stands, extracted there or not. */
static void
count_sentences(struct phrases *p, size_t longest)
{
	for (size_t k = 0; k < side_sentences(p->side); k++) {
		size_t end = p->side->start.v[k + 1];

		for (size_t i = p->side->start.v[k]; i < end; i++)
			for (size_t n = 1; n <= longest && i + n <= end; n++) {
				uint32_t number = *phrase_slot(p, p->side->token.v + i, n);
				struct phrase *phrase = p->list.v + number - 1;

				if (number == 0 || phrase->last == k + 1)
					continue;
				phrase->last = (uint32_t)k + 1;
				phrase->sentences++;
			}
	}
}

/* Modified Kneser-Ney: what is taken from pairs seen once, twice, more often. */
struct discount {
	double of[3];
};

static struct discount
find_discount(const struct extraction *x)
{
	double n[5] = { 0 };
	struct discount d;
	double y;

	for (size_t i = 0; i < x->pairs.n; i++)
		if (x->pairs.v[i].sentences <= 4)
			n[x->pairs.v[i].sentences]++;
	y = n[1] / fmax(1, n[1] + 2 * n[2]);
	for (int k = 0; k < 3; k++)
		d.of[k] = n[k + 1] > 0 ? k + 1 - (k + 2) * y * n[k + 2] / n[k + 1] : 0;
	return d;
}

/* The discount of a pair, in units of its weighted count. */
static double
discount_of(const struct discount *d, const struct pair *pair)
{
	double taken = d->of[pair->sentences < 3 ? pair->sentences - 1 : 2];

	return fmin(fmax(taken, 0), 0.95) * pair->count / pair->sentences;
}

static double
smoothed(const struct extraction *x, double count, double discount, const struct phrase *given,
	 const struct phrase *of)
{
	double general = of->partners / (double)x->pairs.n;

	return (count - discount + given->discounted * general) / given->count;
}

static double
log_choose(const double *log_factorial, size_t n, size_t k)
{
	return log_factorial[n] - log_factorial[k] - log_factorial[n - k];
}

/* -ln of the chance that phrases of nf and ne among n sentences meet in k or more: Fisher. */
static double
association(const double *lf, size_t n, size_t nf, size_t ne, size_t k)
{
	double all = log_choose(lf, n, ne), sum = 0, top;
	size_t most = nf < ne ? nf : ne;

	if (k > most || ne - k > n - nf)
		return 0;
	top = log_choose(lf, nf, k) + log_choose(lf, n - nf, ne - k);
	for (size_t j = k; j <= most && ne - j <= n - nf; j++) {
		double term = log_choose(lf, nf, j) + log_choose(lf, n - nf, ne - j);

		if (term < top - 40)
			break;
		sum += exp(term - top);
	}
	return all - top - log(sum);
}

struct entry {
	const struct pair *pair;
	const struct phrase *source, *target;
	double forward, backward; /* probabilities of the phrases */
};

struct table_out {
	const struct extraction *x;
	uint32_t *rank[2]; /* of each word by its bytes */
	ARRAY(struct entry) rows;
	double orientation[ORIENTATIONS]; /* of all pairs */
};

static const struct side *sorted_side;

static int
by_bytes(const void *a, const void *b)
{
	return span_cmp(sorted_side->word.v[*(const uint32_t *)a],
			sorted_side->word.v[*(const uint32_t *)b]);
}

static uint32_t *
rank_words(const struct side *side)
{
	size_t n = side->word.n;
	uint32_t *order = array_new(n, sizeof(*order)), *rank = array_new(n, sizeof(*rank));

	for (uint32_t i = 0; i < n; i++)
		order[i] = i;
	sorted_side = side;
	qsort(order, n, sizeof(*order), by_bytes);
	for (uint32_t i = 0; i < n; i++)
		rank[order[i]] = i;
	free(order);
	return rank;
}

static const struct table_out *sorted_table;

static int
compare_phrases(const struct phrases *p, const uint32_t *rank, const struct phrase *a,
		const struct phrase *b)
{
	for (size_t i = 0; i < a->length && i < b->length; i++) {
		uint32_t x = rank[p->side->token.v[a->start + i]];
		uint32_t y = rank[p->side->token.v[b->start + i]];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (int)a->length - (int)b->length;
}

/* By source; of one source the likeliest first. */
static int
by_source(const void *a, const void *b)
{
	const struct table_out *t = sorted_table;
	const struct entry *r = a, *q = b;
	int order = compare_phrases(&t->x->from, t->rank[0], r->source, q->source);

	if (order != 0)
		return order;
	if (r->forward != q->forward)
		return r->forward > q->forward ? -1 : 1;
	return compare_phrases(&t->x->to, t->rank[1], r->target, q->target);
}

static void
put_phrase(const struct phrases *p, const struct phrase *phrase)
{
	for (size_t i = 0; i < phrase->length; i++) {
		if (i > 0)
			put(SPAN(" "));
		put(p->side->word.v[p->side->token.v[phrase->start + i]]);
	}
	put(SPAN("\t"));
}

static int
cost(double p)
{
	return (int)lround(fmin(-SCALE * log(fmax(p, 1e-30)), 255));
}

/* Orientation counts of the pair, with those of all pairs as prior of weight 0.5 * 3. */
static void
put_orientations(const struct table_out *t, const struct pair *pair)
{
	for (int half = 0; half < ORIENTATIONS; half += 3) {
		double all =
		    t->orientation[half] + t->orientation[half + 1] + t->orientation[half + 2];

		for (int k = half; k < half + 3; k++)
			printf("%s%d", k > 0 ? " " : "\t",
			       cost((pair->orientation[k] + 1.5 * t->orientation[k] / all) /
				    (pair->count + 1.5)));
	}
}

static void
put_row(const struct table_out *t, const struct entry *r)
{
	put_phrase(&t->x->from, r->source);
	put_phrase(&t->x->to, r->target);
	printf("%u", r->pair->sentences < 9 ? r->pair->sentences : 9);
	for (int i = 0; kinds[i] != '\0'; i++)
		if (r->pair->kinds >> i & 1)
			putchar(kinds[i]);
	printf("\t%d %d %d %d", cost(r->forward), cost(r->backward), cost(r->pair->forward),
	       cost(r->pair->backward));
	put_orientations(t, r->pair);
	putchar('\n');
}

static double *
log_factorials(size_t n)
{
	double *lf = array_new(n + 1, sizeof(*lf));

	for (size_t i = 1; i <= n; i++)
		lf[i] = lf[i - 1] + log((double)i);
	return lf;
}

static void
discount_pairs(struct extraction *x, const struct discount *d)
{
	for (size_t i = 0; i < x->pairs.n; i++) {
		const struct pair *pair = &x->pairs.v[i];
		float taken = (float)discount_of(d, pair);

		x->from.list.v[pair->source].discounted += taken;
		x->to.list.v[pair->target].discounted += taken;
	}
}

static void
choose_rows(struct table_out *t, const struct discount *d)
{
	const struct extraction *x = t->x;
	size_t n = side_sentences(&x->source);
	double *lf = log_factorials(n);

	for (size_t i = 0; i < x->pairs.n; i++) {
		const struct pair *pair = &x->pairs.v[i];
		const struct phrase *f = &x->from.list.v[pair->source];
		const struct phrase *e = &x->to.list.v[pair->target];
		double taken = discount_of(d, pair);

		for (int k = 0; k < ORIENTATIONS; k++)
			t->orientation[k] += pair->orientation[k];
		if (association(lf, n, f->sentences, e->sentences, pair->sentences) -
			log((double)n) >
		    x->significance)
			*APPEND(&t->rows) =
			    (struct entry){ pair, f, e, smoothed(x, pair->count, taken, f, e),
					    smoothed(x, pair->count, taken, e, f) };
	}
	free(lf);
}

static void
put_table(struct extraction *x)
{
	struct table_out t = { .x = x };
	struct discount d = find_discount(x);
	size_t of_source = 0;

	discount_pairs(x, &d);
	choose_rows(&t, &d);
	t.rank[0] = rank_words(&x->source);
	t.rank[1] = rank_words(&x->target);
	sorted_table = &t;
	qsort(t.rows.v, t.rows.n, sizeof(*t.rows.v), by_source);
	for (size_t i = 0; i < t.rows.n; i++) {
		of_source =
		    i > 0 && t.rows.v[i - 1].source == t.rows.v[i].source ? of_source + 1 : 0;
		if (of_source < x->best)
			put_row(&t, &t.rows.v[i]);
	}
}

/* The input. */

static uint8_t
position(struct span *rest, char end, const struct input *in)
{
	struct span digits;
	long value;

	if (!span_cut(rest, end, &digits) || (value = span_number(digits)) < 0)
		die_at(in, ERR_ROW);
	return value < NO_WORD ? (uint8_t)value : NO_WORD;
}

static void
read_links(struct extraction *x, const char *path)
{
	struct input in;
	struct span line, link;
	int rc = input_open(&in, path);

	*APPEND(&x->link_start) = 0;
	while (rc >= 0 && (rc = input_line(&in, &line)) > 0) {
		while (line.s != NULL && span_cut(&line, ' ', &link)) {
			if (link.n == 0)
				continue;
			*APPEND(&x->link) = position(&link, '-', &in);
			*APPEND(&x->link) = position(&link, ' ', &in);
		}
		*APPEND(&x->link_start) = x->link.n;
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
read_weights(struct extraction *x, const char *path)
{
	struct input in;
	struct span line;
	int rc = input_open(&in, path);

	while (rc >= 0 && (rc = input_line(&in, &line)) > 0) {
		char *end, *text = arena_cstr(&x->source.arena, line);
		const char *kind;

		*APPEND(&x->weight) = strtof(text, &end);
		if (end == text || end[0] != ' ' || (kind = strchr(kinds, end[1])) == NULL)
			die_at(&in, ERR_ROW);
		*APPEND(&x->kind) = (uint8_t)(kind - kinds);
	}
	if (rc < 0)
		die_at(&in, rc);
	input_close(&in);
}

static void
read_all(struct extraction *x, char *const path[])
{
	size_t n;

	side_read(&x->source, path[0]);
	side_read(&x->target, path[1]);
	read_links(x, path[2]);
	read_weights(x, path[3]);
	n = side_sentences(&x->source);
	if (side_sentences(&x->target) != n || x->link_start.n != n + 1 || x->weight.n != n)
		errx(EX_DATA, "%s, %s, %s, %s: %zu, %zu, %zu and %zu lines", path[0], path[1],
		     path[2], path[3], n, side_sentences(&x->target), x->link_start.n - 1,
		     x->weight.n);
	x->from.side = &x->source;
	x->to.side = &x->target;
	x->lexical.of_source = array_new(x->source.word.n, sizeof(float));
	x->lexical.of_target = array_new(x->target.word.n, sizeof(float));
}

static const char usage[] = "usage: extract-phrases [-m WORDS] [-k BEST] [-s NATS] "
			    "SOURCE TARGET LINKS WEIGHTS\n";

int
main(int argc, char *argv[])
{
	static struct extraction x = { .longest = 5, .best = 20, .significance = -0.01 };
	int c;

	while ((c = getopt(argc, argv, "m:k:s:hV")) != -1)
		if (c == 'm')
			x.longest = (size_t)cli_number(optarg, "the longest phrase", 1);
		else if (c == 'k')
			x.best = (size_t)cli_number(optarg, "the number of targets", 1);
		else if (c == 's')
			x.significance = strtod(optarg, NULL);
		else
			cli_option(c, usage);
	if (argc - optind != 4 || x.longest > MAX_PHRASE)
		cli_option('?', usage);
	read_all(&x, argv + optind);
	extract(&x);
	count_sentences(&x.from, x.longest);
	count_sentences(&x.to, x.longest);
	put_table(&x);
	finish(0);
}
