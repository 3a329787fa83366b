/* rassegna-select - keep the best sentences of each document of CoNLL-U, in document order;
 * see rassegna-select(1). */
#include <err.h>
#include <stdlib.h>

#include "cli.h"
#include "lib/choice.h"
#include "lib/chosen.h"

static const char usage[] =
    "usage: rassegna-select [-u] [-n N] [-w WORDS] [-c CHARS] [-r RATIO] [--plain] [--trim]\n"
    "                       [--all] [--models DIR] [FILE...]\n"
    "  -n, --sentences N  at most N sentences (3, unless another limit is given)\n"
    "  -w, --words WORDS  at most WORDS words, but one sentence at least\n"
    "  -c, --chars CHARS  at most CHARS characters, but one sentence at least\n"
    "  -r, --ratio RATIO  at most that part of the words, 0 < RATIO <= 1\n"
    "      --plain        by rank alone: also sentences that hang in the air, or repeat others\n"
    "      --trim         cut off a connective that makes a sentence hang in the air\n"
    "      --all          the other sentences too, marked by # chosen = no\n"
    "  -u, --unbuffered   write every document at once\n"
    "      --models DIR   where the compiled models are\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version\n";

enum { DEFAULT_SENTENCES = 3 };

struct select {
	struct limits limits;
	bool plain, trim, all;
	struct table openings;
};

static bool
is_title(struct span block)
{
	return span_eq(block, SPAN("title"));
}

/* The sentences by rank; returns how many. Ranks that cannot be, or come twice, are passed over; a
 * document without any was not scored: its first sentences are its best. */
static size_t
sort_by_rank(struct arena *arena, const struct document *doc, const bool title[], size_t out[])
{
	size_t *at = ARENA_NEW(arena, size_t, doc->sentences.n), n = 0; /* by rank - 1: index + 1 */

	for (size_t i = 0; i < doc->sentences.n; i++) {
		struct span value = SPAN("");
		long rank;

		comment_get(&doc->sentences.v[i], SPAN("rank"), &value);
		rank = span_number(value);
		if (rank >= 1 && (size_t)rank <= doc->sentences.n)
			at[rank - 1] = i + 1;
	}
	for (size_t r = 0; r < doc->sentences.n; r++)
		if (at[r] > 0)
			out[n++] = at[r] - 1;
	for (size_t i = 0, ranked = n; ranked == 0 && i < doc->sentences.n; i++)
		if (!title[i])
			out[n++] = i;
	return n;
}

/* The title is kept besides: it is the head of the digest, not a part of the summary. */
static void
select_sentences(void *self, struct arena *arena, struct document *doc)
{
	const struct select *sel = self;
	struct choice_rules rules = { sel->plain ? NULL : &sel->openings, sel->trim };
	size_t *by_rank = ARENA_NEW(arena, size_t, doc->sentences.n), n;
	bool *kept = ARENA_NEW(arena, bool, doc->sentences.n);
	bool *chosen = ARENA_NEW(arena, bool, doc->sentences.n);
	struct span block = SPAN("paragraph");

	for (size_t i = 0; i < doc->sentences.n; i++) {
		block = sentence_block(&doc->sentences.v[i], block);
		kept[i] = is_title(block);
	}
	n = sort_by_rank(arena, doc, kept, by_rank);
	choice_make(&sel->limits, &rules, arena, doc, by_rank, n, chosen);
	for (size_t i = 0; i < doc->sentences.n; i++)
		kept[i] |= chosen[i];
	chosen_mark(arena, doc, kept);
	if (!sel->all)
		chosen_cut(arena, doc);
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

static void
take_option(struct select *sel, int c)
{
	switch (c) {
	case 'n':
		sel->limits.sentences = (size_t)cli_number(optarg, "the number of sentences", 1);
		return;
	case 'w':
		sel->limits.words = (size_t)cli_number(optarg, "the number of words", 1);
		return;
	case 'c':
		sel->limits.chars = (size_t)cli_number(optarg, "the number of characters", 1);
		return;
	case 'r':
		sel->limits.ratio = ratio(optarg);
		return;
	case 'p':
		sel->plain = true;
		return;
	case 'T':
		sel->trim = true;
		return;
	case 'a':
		sel->all = true;
		return;
	}
	cli_option(c, usage);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "sentences", required_argument, NULL, 'n' },
		{ "words", required_argument, NULL, 'w' },
		{ "chars", required_argument, NULL, 'c' },
		{ "ratio", required_argument, NULL, 'r' },
		{ "plain", no_argument, NULL, 'p' },
		{ "trim", no_argument, NULL, 'T' },
		{ "all", no_argument, NULL, 'a' },
		CLI_MODELS,
		CLI_LONG,
	};
	struct select sel = { 0 };
	int c;

	while ((c = getopt_long(argc, argv, "n:w:c:r:" CLI_SHORT, longopts, NULL)) != -1)
		take_option(&sel, c);
	if (sel.plain && sel.trim)
		errx(EX_TROUBLE, "--plain takes no --trim");
	if (sel.limits.words == 0 && sel.limits.chars == 0 && sel.limits.ratio == 0 &&
	    sel.limits.sentences == 0)
		sel.limits.sentences = DEFAULT_SENTENCES;
	cli_table(&sel.openings, "openings");
	filter_documents(argv + optind, select_sentences, &sel);
	table_close(&sel.openings);
	finish(0);
}
