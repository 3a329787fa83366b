/* rassegna-select - keep the best sentences of each document of CoNLL-U, in document order;
 * see rassegna-select(1). */
#include <err.h>
#include <math.h>
#include <stdlib.h>

#include "cli.h"

static const char usage[] =
    "usage: rassegna-select [-u] [-n N] [-w WORDS] [-r RATIO] [FILE...]\n"
    "  -n, --sentences N  at most N sentences (3, unless another limit is given)\n"
    "  -w, --words WORDS  at most WORDS words, but one sentence at least\n"
    "  -r, --ratio RATIO  at most that part of the words, 0 < RATIO <= 1\n"
    "  -u, --unbuffered   write every document at once\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

enum { DEFAULT_SENTENCES = 3 };

struct limits {
	long sentences, words; /* 0: none */
	double ratio;
};

static size_t
count_words(const struct sentence *s)
{
	struct span text = sentence_text(s), word;
	size_t n = 0;

	while (span_cut(&text, ' ', &word))
		n += word.n > 0;
	return n;
}

/* by_rank[r - 1] = the sentence of rank r, plus 1. Ranks that cannot be are passed over; a document
 * without any was not scored: its first sentences are its best. */
static void
sort_by_rank(const struct document *doc, const bool title[], size_t by_rank[])
{
	size_t ranked = 0, n = 0;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		struct span value;
		long rank;

		if (!comment_get(&doc->sentences.v[i], SPAN("rank"), &value))
			continue;
		rank = span_number(value);
		if (rank >= 1 && (size_t)rank <= doc->sentences.n)
			ranked += by_rank[rank - 1] = i + 1;
	}
	for (size_t i = 0; ranked == 0 && i < doc->sentences.n; i++)
		if (!title[i])
			by_rank[n++] = i + 1;
}

static double
word_budget(const struct limits *limits, const struct document *doc, const size_t by_rank[])
{
	size_t all = 0;
	double budget = limits->words > 0 ? (double)limits->words : INFINITY;

	for (size_t r = 0; r < doc->sentences.n; r++)
		if (by_rank[r] > 0)
			all += count_words(&doc->sentences.v[by_rank[r] - 1]);
	return limits->ratio > 0 ? fmin(budget, limits->ratio * (double)all) : budget;
}

/* Best first, each that still fits; the best one in any case. */
static void
choose(const struct limits *limits, const struct document *doc, const size_t by_rank[],
       bool chosen[])
{
	double budget = word_budget(limits, doc, by_rank), words = 0;
	long n = 0;

	for (size_t r = 0;
	     r < doc->sentences.n && (limits->sentences == 0 || n < limits->sentences); r++) {
		double more;

		if (by_rank[r] == 0)
			continue;
		more = (double)count_words(&doc->sentences.v[by_rank[r] - 1]);
		if (n > 0 && words + more > budget)
			continue;
		chosen[by_rank[r] - 1] = true;
		words += more;
		n++;
	}
}

static bool
is_of_document(struct span comment)
{
	return span_starts(comment, SPAN("# newdoc")) || span_starts(comment, SPAN("# meta::")) ||
	       span_starts(comment, SPAN("# term = "));
}

static bool
starts_block(const struct sentence *s)
{
	for (size_t i = 0; i < s->comments.n; i++)
		if (span_eq(s->comments.v[i], SPAN("# newpar")))
			return true;
	return false;
}

/* Comments of the whole document stand on its first sentence, those of a block on the block's:
 * a kept sentence takes over those of what went before it. from: the document's first, or NULL. */
static void
take_over(struct arena *arena, struct sentence *to, const struct sentence *from, bool new_block)
{
	struct sentence out = { .rows = { to->rows.v, to->rows.n, to->rows.cap } };

	for (size_t i = 0; from != NULL && i < from->comments.n; i++)
		if (is_of_document(from->comments.v[i]))
			*PUSH(arena, &out.comments) = from->comments.v[i];
	if (new_block && !starts_block(to))
		*PUSH(arena, &out.comments) = SPAN("# newpar");
	for (size_t i = 0; i < to->comments.n; i++)
		*PUSH(arena, &out.comments) = to->comments.v[i];
	*to = out;
}

/* Drop what is not kept. */
static void
keep(struct arena *arena, struct document *doc, const bool kept[])
{
	struct sentence first = doc->sentences.v[0];
	struct span block = SPAN("paragraph");
	bool new_block = true;
	size_t n = 0;

	for (size_t i = 0; i < doc->sentences.n; i++) {
		struct sentence *s = &doc->sentences.v[i];

		block = sentence_block(s, block);
		new_block |= starts_block(s);
		if (!kept[i])
			continue;
		take_over(arena, s, n == 0 && i > 0 ? &first : NULL, new_block);
		if (new_block && !span_eq(block, SPAN("paragraph")))
			comment_set(arena, s, SPAN("block"), block);
		doc->sentences.v[n++] = *s;
		new_block = false;
	}
	doc->sentences.n = n;
}

/* The title is kept besides: it is the head of the digest, not a part of the summary. */
static void
select_sentences(void *limits, struct arena *arena, struct document *doc)
{
	size_t *by_rank = ARENA_NEW(arena, size_t, doc->sentences.n);
	bool *kept = ARENA_NEW(arena, bool, doc->sentences.n);
	struct span block = SPAN("paragraph");

	for (size_t i = 0; i < doc->sentences.n; i++) {
		block = sentence_block(&doc->sentences.v[i], block);
		kept[i] = span_eq(block, SPAN("title"));
	}
	sort_by_rank(doc, kept, by_rank);
	choose(limits, doc, by_rank, kept);
	keep(arena, doc, kept);
}

static double
ratio(const char *arg)
{
	char *end;
	double r = strtod(arg, &end);

	if (end == arg || *end != '\0' || !(r > 0 && r <= 1))
		errx(EX_TROUBLE, "%s: the ratio must be above 0 and at most 1", arg);
	return r;
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "sentences", required_argument, NULL, 'n' },
		{ "words", required_argument, NULL, 'w' },
		{ "ratio", required_argument, NULL, 'r' },
		CLI_LONG,
	};
	struct limits limits = { 0 };
	int c;

	while ((c = getopt_long(argc, argv, "n:w:r:" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 'n')
			limits.sentences = cli_number(optarg, "the number of sentences", 1);
		else if (c == 'w')
			limits.words = cli_number(optarg, "the number of words", 1);
		else if (c == 'r')
			limits.ratio = ratio(optarg);
		else
			cli_option(c, usage);
	if (limits.words == 0 && limits.ratio == 0 && limits.sentences == 0)
		limits.sentences = DEFAULT_SENTENCES;
	filter_documents(argv + optind, select_sentences, &limits);
	finish(0);
}
