#include "ngram.h"

#include <string.h>
#include <zlib.h>

#include "map.h"
#include "mapping.h"
#include "status.h"
#include "utf8.h"

static const char magic[8] = "RSGNGRAM";

struct header {
	char magic[8];
	uint32_t version, order;
	uint32_t units; /* to the nat */
	uint32_t words, word_slots;
	uint32_t count[NGRAM_MAX];
	uint64_t head_size, text_size; /* bytes */
	uint64_t slots;
	uint64_t crc; /* of all before and behind it */
};

/* An entry: hash, cost, back-off, and whether a longer n-gram ends or begins with this one. */
enum { COST_BITS = 11, MAX_COST = (1 << COST_BITS) - 1, BIAS = 1 << (COST_BITS - 1) };
enum { COST_SHIFT = 2 + COST_BITS, HASH_SHIFT = 2 + 2 * COST_BITS };
static const uint64_t extends_left = 1, is_context = 2;

static int
entry_cost(uint64_t entry)
{
	return (int)(entry >> COST_SHIFT) & MAX_COST;
}

static int
entry_backoff(uint64_t entry)
{
	return ((int)(entry >> 2) & MAX_COST) - BIAS;
}

static uint64_t
entry_of(uint64_t hash, int cost)
{
	return hash << HASH_SHIFT | (uint64_t)cost << COST_SHIFT | (uint64_t)BIAS << 2;
}

/* The key of an n-gram is that of its last n - 1 words, and its first. */
static uint64_t
longer_key(uint64_t key, uint32_t word)
{
	key = (key ^ (word + UINT64_C(1))) * UINT64_C(0x9E3779B97F4A7C15);
	return key ^ key >> 32;
}

static uint64_t
hash_of(uint64_t key)
{
	uint64_t hash = key << HASH_SHIFT >> HASH_SHIFT;

	return hash != 0 ? hash : 1; /* no entry is all zero */
}

static uint64_t
slot_of(uint64_t key, uint64_t slots)
{
	return (uint64_t)((unsigned __int128)key * slots >> 64);
}

/* Where the entry stands, or the free slot where it would. The last slot is always free. */
static uint64_t
probe(const uint64_t *slot, uint64_t slots, uint64_t key)
{
	uint64_t i = slot_of(key, slots), hash = hash_of(key);

	while (slot[i] != 0 && slot[i] >> HASH_SHIFT != hash)
		i++;
	return i;
}

/* Slots after the last one that a key may begin at: probing does not wrap. */
static uint64_t
overhang(uint64_t slots)
{
	return slots < 4096 ? slots + 1 : 4096;
}

static uint32_t
probe_word(const struct ngram *lm, struct span word)
{
	uint32_t i = span_hash(word) & (lm->word_slots - 1);

	while (lm->word_slot[i] != 0 && !span_eq(ngram_text(lm, lm->word_slot[i] - 1), word))
		i = (i + 1) & (lm->word_slots - 1);
	return i;
}

/* The parts that follow the header, in their order; the size of all. */
struct layout {
	size_t head, text, start, word_slot, unigram, slot, size;
};

static size_t
fill_up(size_t n)
{
	return (n + 7) / 8 * 8;
}

static struct layout
layout_of(const struct header *h)
{
	struct layout at = { .head = sizeof(*h) };

	at.text = at.head + fill_up(h->head_size);
	at.start = at.text + fill_up(h->text_size);
	at.word_slot = at.start + fill_up((h->words + (size_t)1) * sizeof(uint32_t));
	at.unigram = at.word_slot + fill_up(h->word_slots * sizeof(uint32_t));
	at.slot = at.unigram + h->words * sizeof(uint64_t);
	at.size = at.slot + (h->slots + overhang(h->slots)) * sizeof(uint64_t);
	return at;
}

static uint32_t
checksum(const struct header *h, size_t size)
{
	const unsigned char *bytes = (const void *)h;
	uLong crc = crc32_z(0, bytes, offsetof(struct header, crc));

	return (uint32_t)crc32_z(crc, bytes + sizeof(*h), size - sizeof(*h));
}

static bool
sizes_fit(const struct header *h, size_t n)
{
	return memcmp(h->magic, magic, sizeof(magic)) == 0 && h->version == 1 && h->order > 0 &&
	       h->order <= NGRAM_MAX && h->units > 0 && h->words > 0 && h->word_slots > h->words &&
	       (h->word_slots & (h->word_slots - 1)) == 0 && h->head_size <= n &&
	       h->text_size <= n && h->slots > 0 && h->slots <= n && layout_of(h).size == n;
}

static void
find_parts(struct ngram *lm, const struct header *h)
{
	struct layout at = layout_of(h);
	const char *base = (const char *)h;

	*lm = (struct ngram){
		.head = { base + at.head, h->head_size },
		.order = h->order,
		.words = h->words,
		.unit = 1.0F / (float)h->units,
		.text = base + at.text,
		.start = (const void *)(base + at.start),
		.word_slot = (const void *)(base + at.word_slot),
		.unigram = (const void *)(base + at.unigram),
		.slot = (const void *)(base + at.slot),
		.word_slots = h->word_slots,
		.slots = h->slots,
	};
	memcpy(lm->count, h->count, sizeof(lm->count));
}

/* What the checksum says is whole may still have been made to harm. */
static bool
words_fit(const struct ngram *lm, size_t text_size)
{
	uint32_t free_slots = 0;

	for (uint32_t i = 0; i < lm->words; i++)
		if (lm->start[i] > lm->start[i + 1])
			return false;
	for (uint32_t i = 0; i < lm->word_slots; i++) {
		free_slots += lm->word_slot[i] == 0;
		if (lm->word_slot[i] > lm->words)
			return false;
	}
	return free_slots > 0 && lm->start[lm->words] <= text_size;
}

static int
use(struct ngram *lm, struct span compiled, bool summed)
{
	const struct header *h = (const void *)compiled.s;

	if (compiled.n < sizeof(*h) || !sizes_fit(h, compiled.n) ||
	    (summed && h->crc != checksum(h, compiled.n)))
		return ERR_MODEL;
	find_parts(lm, h);
	if (!words_fit(lm, h->text_size) || lm->slot[lm->slots + overhang(lm->slots) - 1] != 0)
		return ERR_MODEL;
	lm->begin = ngram_word(lm, SPAN("<s>"));
	lm->end = ngram_word(lm, SPAN("</s>"));
	return 0;
}

int
ngram_use(struct ngram *lm, struct span compiled)
{
	return use(lm, compiled, true);
}

int
ngram_open(struct ngram *lm, const char *path)
{
	struct span bytes;
	int rc = mapping_open(&bytes, path, sizeof(struct header), MAPPING_AT_ONCE);

	*lm = (struct ngram){ 0 };
	if (rc < 0)
		return rc;
	rc = use(lm, bytes, bytes.n <= NGRAM_SUMMED);
	lm->mapping = bytes;
	if (rc < 0)
		ngram_close(lm);
	return rc;
}

int
ngram_check(const struct ngram *lm)
{
	const struct header *h = (const void *)lm->mapping.s;

	return h->crc == checksum(h, lm->mapping.n) ? 0 : ERR_MODEL;
}

void
ngram_close(struct ngram *lm)
{
	mapping_close(&lm->mapping);
	*lm = (struct ngram){ 0 };
}

uint32_t
ngram_word(const struct ngram *lm, struct span word)
{
	uint32_t found = lm->word_slot[probe_word(lm, word)];

	return found != 0 ? found - 1 : 0;
}

struct span
ngram_text(const struct ngram *lm, uint32_t word)
{
	uint32_t start = lm->start[word];

	return (struct span){ lm->text + start, lm->start[word + 1] - start };
}

/* One word more behind, if something goes on from there. */
static bool
state_add(struct ngram_state *state, unsigned order, uint64_t entry, uint32_t word)
{
	if ((entry & is_context) == 0 || state->n + 1 >= order)
		return false;
	state->words[state->n] = word;
	state->backoff[state->n++] = (int16_t)entry_backoff(entry);
	return true;
}

struct ngram_state
ngram_begin(const struct ngram *lm)
{
	struct ngram_state state = { 0 };

	state_add(&state, lm->order, lm->unigram[lm->begin], lm->begin);
	return state;
}

/* The keys of the word behind one word of context, two, ...; their slots are on their way from
 * memory together. */
static void
find_keys(const struct ngram *lm, const struct ngram_state *in, uint32_t word, uint64_t key[])
{
	uint64_t k = longer_key(0, word);

	for (uint32_t i = 0; i < in->n; i++) {
		key[i] = k = longer_key(k, in->words[i]);
		__builtin_prefetch(&lm->slot[slot_of(k, lm->slots)]);
	}
}

float
ngram_score(const struct ngram *lm, const struct ngram_state *in, uint32_t word,
	    struct ngram_state *out)
{
	struct ngram_state next = { 0 };
	uint64_t key[NGRAM_MAX - 1], entry;
	uint32_t i = 0; /* words of context that match */
	int cost;

	word = word < lm->words ? word : 0;
	find_keys(lm, in, word, key);
	entry = lm->unigram[word];
	cost = entry_cost(entry);
	state_add(&next, lm->order, entry, word);
	while (i < in->n && (entry & extends_left) != 0 &&
	       (entry = lm->slot[probe(lm->slot, lm->slots, key[i])]) != 0) {
		cost = entry_cost(entry);
		state_add(&next, lm->order, entry, in->words[i++]);
	}
	for (; i < in->n; i++)
		cost += in->backoff[i];
	*out = next;
	return -(float)cost * lm->unit;
}

/* Compiling: the source is read twice, first for the sizes, then line by line into the parts. */
struct compiler {
	struct header *h;
	struct ngram lm; /* the parts while they fill; what it points to may be written */
	uint32_t *start, *word_slot;
	uint64_t *unigram, *slot;
	char *text;
	unsigned order;                  /* of the n-grams read now, 0 in the head */
	uint32_t left;                   /* how many of them are still to come */
	uint32_t context[NGRAM_MAX - 1]; /* the newest first */
	bool has_context;
};

/* A number that may have a minus before it. */
static bool
read_number(struct span a, long least, long most, long *v)
{
	bool minus = span_starts(a, SPAN("-"));
	long n = span_number(span_from(a, minus));

	*v = minus ? -n : n;
	return n >= 0 && *v >= least && *v <= most;
}

/* "# ngrams ORDER COUNT", without TAB: a context, which may begin so too, has one. */
static bool
is_section(struct span line)
{
	return span_starts(line, SPAN("# ngrams ")) && !span_has(line, '\t');
}

static bool
read_section(struct span line, unsigned *order, uint32_t *count)
{
	struct span rest = span_from(line, sizeof("# ngrams ") - 1), number = SPAN("");
	long k, n;

	if (!span_cut(&rest, ' ', &number) || !read_number(number, 1, NGRAM_MAX, &k) ||
	    rest.s == NULL || !read_number(rest, 0, 999999999, &n))
		return false;
	*order = (unsigned)k;
	*count = (uint32_t)n;
	return true;
}

/* The unit and the counts. A count is no more than the bytes that could say so. */
static int
read_sizes(struct header *h, struct span source, size_t *bad_line)
{
	struct span rest = source, line;
	unsigned order;
	uint32_t count;
	long units;

	for (*bad_line = 1; span_cut(&rest, '\n', &line); ++*bad_line) {
		if (h->order == 0 && span_starts(line, SPAN("# unit 1/"))) {
			if (!read_number(span_from(line, 9), 1, 64, &units))
				return ERR_NGRAM;
			h->units = (uint32_t)units;
		}
		if (!is_section(line))
			continue;
		if (!read_section(line, &order, &count) || order != h->order + 1 ||
		    count > source.n)
			return ERR_NGRAM;
		if (order == 1)
			h->head_size = (size_t)(line.s - source.s);
		h->order = order;
		h->count[order - 1] = count;
	}
	--*bad_line;
	return h->order > 0 && h->units > 0 && h->count[0] > 0 ? 0 : ERR_NGRAM;
}

static void
choose_sizes(struct header *h, size_t text_size)
{
	uint64_t n = 0;

	for (int k = 1; k < NGRAM_MAX; k++)
		n += h->count[k];
	h->slots = n * 5 / 3 + 1;
	h->words = h->count[0];
	h->text_size = text_size;
	for (h->word_slots = 2; h->word_slots < 2 * h->words;)
		h->word_slots *= 2;
}

/* Where an n-gram of two words or more stands, or would. */
static uint64_t *
find_slot(const struct compiler *c, uint64_t key)
{
	return &c->slot[probe(c->slot, c->h->slots, key)];
}

static int
add_word(struct compiler *c, struct span word, int cost)
{
	uint32_t n = c->h->words - c->left, i;

	memcpy(c->text + c->start[n], word.s, word.n);
	c->start[n + 1] = c->start[n] + (uint32_t)word.n;
	i = probe_word(&c->lm, word);
	if (c->word_slot[i] != 0 || (n == 0) != span_eq(word, SPAN("<unk>")))
		return ERR_NGRAM;
	c->word_slot[i] = n + 1;
	c->unigram[n] = entry_of(0, cost);
	return 0;
}

static bool
know_word(const struct compiler *c, struct span word, uint32_t *number)
{
	uint32_t found = c->word_slot[probe_word(&c->lm, word)];

	*number = found - 1;
	return found != 0;
}

/* An n-gram behind the present context, and the mark on that without its first word. */
static int
add_ngram(struct compiler *c, struct span word, int cost)
{
	uint32_t w, depth = c->order - 1;
	uint64_t key, *shorter, *entry;

	if (!c->has_context || !know_word(c, word, &w))
		return ERR_NGRAM;
	key = longer_key(0, w);
	for (uint32_t i = 0; i + 1 < depth; i++)
		key = longer_key(key, c->context[i]);
	shorter = depth == 1 ? &c->unigram[w] : find_slot(c, key);
	key = longer_key(key, c->context[depth - 1]);
	entry = find_slot(c, key);
	if (*shorter == 0 || *entry != 0)
		return ERR_NGRAM;
	if (entry == &c->slot[c->h->slots + overhang(c->h->slots) - 1])
		return ERR_SIZE; /* so many hashes in one place that it is no accident */
	*shorter |= extends_left;
	*entry = entry_of(hash_of(key), cost);
	return 0;
}

/* TAB, a cost, and the words that have it. */
static int
read_words(struct compiler *c, struct span line)
{
	struct span rest = span_from(line, 1), word = SPAN("");
	long cost;
	int rc = 0;

	if (!span_cut(&rest, ' ', &word) || !read_number(word, 0, MAX_COST, &cost) ||
	    rest.s == NULL)
		return ERR_NGRAM;
	while (rc == 0 && span_cut(&rest, ' ', &word)) {
		if (word.n == 0 || c->left == 0)
			return ERR_NGRAM;
		rc = c->order == 1 ? add_word(c, word, (int)cost) : add_ngram(c, word, (int)cost);
		c->left--;
	}
	return rc;
}

/* The words of a context, the newest first; its entry, or NULL. */
static uint64_t *
find_context(struct compiler *c, struct span words)
{
	uint32_t n = c->order - 1, i = n;
	uint64_t key = 0, *entry;
	struct span word;

	while (span_cut(&words, ' ', &word))
		if (i == 0 || !know_word(c, word, &c->context[--i]))
			return NULL;
	if (i > 0)
		return NULL;
	for (i = 0; i < n; i++)
		key = longer_key(key, c->context[i]);
	entry = n == 1 ? &c->unigram[c->context[0]] : find_slot(c, key);
	return *entry != 0 ? entry : NULL;
}

/* The words of a context, TAB, the cost of backing off. */
static int
read_context(struct compiler *c, struct span line)
{
	struct span rest = line, words = SPAN("");
	uint64_t *entry;
	long backoff;

	if (c->order < 2 || !span_cut(&rest, '\t', &words) || rest.s == NULL ||
	    !read_number(rest, -BIAS, MAX_COST - BIAS, &backoff) ||
	    (entry = find_context(c, words)) == NULL || (*entry & is_context) != 0)
		return ERR_NGRAM;
	*entry &= ~((uint64_t)MAX_COST << 2);
	*entry |= is_context | (uint64_t)(backoff + BIAS) << 2;
	c->has_context = true;
	return 0;
}

static int
read_line(struct compiler *c, struct span line)
{
	if (is_section(line)) {
		if (c->left > 0 || !read_section(line, &c->order, &c->left))
			return ERR_NGRAM;
		c->has_context = false;
		return 0;
	}
	if (c->order == 0)
		return line.n == 0 || line.s[0] == '#' ? 0 : ERR_NGRAM;
	return span_starts(line, SPAN("\t")) ? read_words(c, line) : read_context(c, line);
}

static bool
is_whole(const struct compiler *c)
{
	uint32_t word;

	return c->left == 0 && know_word(c, SPAN("<s>"), &word) &&
	       know_word(c, SPAN("</s>"), &word);
}

static int
read_lines(struct compiler *c, struct span source, size_t *bad_line)
{
	struct span rest = source, line;
	int rc = 0;

	for (*bad_line = 1; rc == 0 && span_cut(&rest, '\n', &line); ++*bad_line)
		if (rest.s != NULL || line.n > 0) /* nothing stands behind the last LF */
			rc = read_line(c, line);
	--*bad_line;
	return rc == 0 && !is_whole(c) ? ERR_NGRAM : rc;
}

/* The bytes of all words: those of the lines with TAB in the first section, and not less. */
static size_t
count_text(struct span source, const struct header *h)
{
	struct span rest = span_from(source, h->head_size), line;
	size_t n = 0;

	span_cut(&rest, '\n', &line);
	while (span_cut(&rest, '\n', &line) && !is_section(line))
		n += line.n;
	return n;
}

static void
make_parts(struct compiler *c, struct arena *arena, struct header sizes, struct span source)
{
	struct layout at = layout_of(&sizes);
	char *base = arena_alloc(arena, at.size, 1);

	c->h = (void *)base;
	*c->h = sizes;
	memcpy(c->h->magic, magic, sizeof(magic));
	c->h->version = 1;
	memcpy(base + at.head, source.s, sizes.head_size);
	c->text = base + at.text;
	c->start = (void *)(base + at.start);
	c->word_slot = (void *)(base + at.word_slot);
	c->unigram = (void *)(base + at.unigram);
	c->slot = (void *)(base + at.slot);
	find_parts(&c->lm, c->h);
}

int
ngram_compile(struct arena *arena, struct span source, struct span *out, size_t *bad_line)
{
	struct header sizes = { 0 };
	struct compiler c = { 0 };
	int rc;

	*bad_line = 1;
	if (!span_starts(source, SPAN("# rassegna-lm 1\n")))
		return ERR_HEADER;
	if (!utf8_valid(source))
		return ERR_UTF8;
	if (source.n > UINT32_MAX / 4)
		return ERR_SIZE;
	if ((rc = read_sizes(&sizes, source, bad_line)) < 0)
		return rc;
	choose_sizes(&sizes, count_text(source, &sizes));
	make_parts(&c, arena, sizes, source);
	if ((rc = read_lines(&c, source, bad_line)) < 0)
		return rc;
	*out = (struct span){ (const char *)c.h, layout_of(c.h).size };
	c.h->crc = checksum(c.h, out->n);
	return 0;
}
