/* A language model: the natural logarithm of p(word | the words before it), by n-grams with
 * back-off (Katz 1987), order 5 at most.
 *
 * The source is a text that less(1) shows, UTF-8, LF at the end of lines:
 *
 *   # rassegna-lm 1
 *   # comments: licence, origin
 *   # unit 1/8                      costs are -ln p in eighths; 1/1 to 1/64
 *   # ngrams 1 4                    the order, and how many n-grams of it follow
 *   TAB 41 <unk> <s>                words of one cost; a word is numbered by its place here
 *   TAB 20 </s> casa
 *   # ngrams 2 2
 *   <s> TAB 3                       a context, and the cost of backing off from it
 *   TAB 12 casa <unk>               words that may follow it
 *
 * After the first "# ngrams" line there are no comments: "#" is a word. Orders ascend; a context
 * comes once. <unk> comes first; <s> and </s> are there. Of each n-gram w1..wn, n > 1, w1..wn-1 and
 * w2..wn are there too (this we ask beyond what the ARPA format does): so a search stops where it
 * first fails.
 *
 * Compiled, it is one hash table of all n-grams with n > 1, mapped into memory and shared; the
 * key is a hash of the words from the newest back, so a longer context costs one step more.
 * In the machine's byte order, each part filled up with zeros to a multiple of 8 bytes:
 *
 *   struct header in ngram.c: magic "RSGNGRAM", version, sizes, CRC-32 of all else
 *   the first lines of the source, to "# ngrams"
 *   the words, one after the other
 *   uint32_t start[words + 1]       where a word begins
 *   uint32_t word_slot[]            1 + number of a word, 0 where free: FNV-1a, linear probing
 *   uint64_t unigram[words]         entries as below, without hash
 *   uint64_t slot[]                 0 where free, linear probing without wrapping, 60 % full:
 *                                   hash 40 bits, cost 11, back-off + 1024 11, two flags
 *
 * Two n-grams whose hashes agree would be an error when compiling; an n-gram that is not in the
 * model is taken for one that is about once in 2^38 searches. */
#ifndef RASSEGNA_NGRAM_H
#define RASSEGNA_NGRAM_H

#include <stdint.h>

#include "arena.h"

enum { NGRAM_MAX = 5 };

struct ngram {
	struct span head; /* the comments of the source */
	unsigned order;
	uint32_t words;
	uint32_t count[NGRAM_MAX]; /* n-grams by order */
	uint32_t begin, end;       /* the numbers of <s> and </s>; of <unk> it is 0 */
	float unit;                /* nats */

	const char *text;
	const uint32_t *start, *word_slot;
	const uint64_t *unigram, *slot;
	uint32_t word_slots;
	uint64_t slots;
	struct span mapping; /* empty if the bytes are the caller's */
};

/* The context of the next word: the words before it, the newest first, as far as they can still
 * matter (Heafield 2011, "KenLM", section 4.1: a word is left out when no n-gram of the model goes
 * on from there), so that more hypotheses of a decoder are the same. What is not used is 0 and
 * there is no padding: states are equal when memcmp says so. All-zero: no context at all. */
struct ngram_state {
	uint32_t words[NGRAM_MAX - 1];
	int16_t backoff[NGRAM_MAX - 1]; /* of words[0 .. i], in units; the words decide it */
	uint32_t n;
};

/* 0, ERR_IO or ERR_MODEL (magic, version, sizes or checksum are wrong). Of a file larger than
 * NGRAM_SUMMED the checksum is left to ngram_check (rassegna-model --show), as in table.h. Close
 * takes all-zero. */
enum { NGRAM_SUMMED = 8 << 20 }; /* bytes */
int ngram_open(struct ngram *lm, const char *path);
int ngram_use(struct ngram *lm, struct span compiled); /* aligned to 8, outlives the model */
int ngram_check(const struct ngram *lm);               /* of an opened file: 0 or ERR_MODEL */
void ngram_close(struct ngram *lm);

uint32_t ngram_word(const struct ngram *lm, struct span word); /* its number; unknown: 0 */
struct span ngram_text(const struct ngram *lm, uint32_t word);

struct ngram_state ngram_begin(const struct ngram *lm); /* after <s> */

/* ln p(word | in); *out is the context after it and may be *in. A sentence ends with lm->end. */
float ngram_score(const struct ngram *lm, const struct ngram_state *in, uint32_t word,
		  struct ngram_state *out);

/* Compile a source. ERR_HEADER: no first line as above; ERR_NGRAM, ERR_UTF8, ERR_SIZE: at
 * *bad_line. */
int ngram_compile(struct arena *arena, struct span source, struct span *out, size_t *bad_line);

#endif
