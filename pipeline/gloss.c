/* rassegna-gloss - add the key terms of each document, and English equivalents of its words, to
 * CoNLL-U; see rassegna-gloss(1). */
#include "cli.h"
#include "lib/buf.h"
#include "lib/lexicon.h"
#include "lib/terms.h"

static const char usage[] = "usage: rassegna-gloss [-u] [-t N] [--models DIR] [FILE...]\n"
			    "  -t, --terms N     at most N key terms (10)\n"
			    "  -u, --unbuffered  write every document at once\n"
			    "      --models DIR  where the compiled models are\n"
			    "  -h, --help        this text\n"
			    "  -V, --version     the version\n";

struct gloss {
	struct term_models models;
	struct table false_friends; /* rows "lemma TAB UPOS TAB what it is not TAB what it is" */
	size_t limit;
};

/* What a word looks like in English and is not, unless that is just what it is here: "actually"
 * of "attualmente", or empty. */
static struct span
false_friend(const struct gloss *g, struct span lemma, struct span upos, struct span english)
{
	struct span row, class, looks_like;

	if (!table_find(&g->false_friends, lemma, &row))
		return SPAN("");
	do
		if (span_cut(&row, '\t', &class) && span_eq(class, upos) &&
		    span_cut(&row, '\t', &looks_like) && !span_eq(looks_like, english))
			return looks_like;
	while (table_again(&g->false_friends, lemma, &row));
	return SPAN("");
}

static void
add_term(const struct gloss *g, struct arena *arena, struct sentence *first,
	 const struct term *term)
{
	struct buf value = { .arena = arena };
	struct span looks_like = false_friend(g, term->lemma, SPAN("NOUN"), term->english);
	struct span sent_id = SPAN("");

	comment_get(term->first, SPAN("sent_id"), &sent_id);
	buf_put(&value, term->lemma);
	buf_put(&value, SPAN(" | "));
	buf_put(&value, term->english);
	buf_printf(&value, " | %zu | ", term->count);
	buf_put(&value, sent_id);
	if (looks_like.n > 0) {
		buf_put(&value, SPAN(" | not "));
		buf_put(&value, looks_like);
	}
	comment_add(arena, first, SPAN("term"), buf_span(&value));
}

static void
set_misc(struct arena *arena, struct row *row, struct span key, struct span value)
{
	if (value.n > 0)
		row->col[C_MISC] = misc_set(arena, row->col[C_MISC], key, value);
}

/* FalseFriend= of a word; Gloss=, the base form of the equivalent that fits the document, and
 * Subject=, of the document, if it has decided that. */
static void
gloss_row(const struct gloss *g, const struct senses *senses, struct row *row)
{
	struct arena *arena = senses->arena;
	struct span lemma = row->col[C_LEMMA], upos = row->col[C_UPOS];
	struct sense sense;

	if (row->kind != ROW_WORD)
		return;
	sense = sense_find(senses, lemma, upos);
	set_misc(arena, row, SPAN("FalseFriend"), false_friend(g, lemma, upos, sense.english));
	set_misc(arena, row, SPAN("Gloss"), sense.english);
	set_misc(arena, row, SPAN("Subject"), sense.subject);
}

static void
gloss(void *self, struct arena *arena, struct document *doc)
{
	const struct gloss *g = self;
	struct term *terms;
	struct senses senses = senses_of(&g->models.lexicon, &g->models.subjects, arena, doc);
	size_t n = terms_find(&g->models, &senses, arena, doc, g->limit, &terms);

	comment_drop(&doc->sentences.v[0], SPAN("term"));
	for (size_t i = 0; i < n; i++)
		add_term(g, arena, &doc->sentences.v[0], &terms[i]);
	for (size_t i = 0; i < doc->sentences.n; i++)
		for (size_t j = 0; j < doc->sentences.v[i].rows.n; j++)
			gloss_row(g, &senses, &doc->sentences.v[i].rows.v[j]);
}

int
main(int argc, char *argv[])
{
	static const struct option longopts[] = {
		{ "terms", required_argument, NULL, 't' },
		CLI_MODELS,
		CLI_LONG,
	};
	struct gloss g = { .limit = 10 };
	int c;

	while ((c = getopt_long(argc, argv, "t:" CLI_SHORT, longopts, NULL)) != -1)
		if (c == 't')
			g.limit = (size_t)cli_number(optarg, "the number of terms", 0);
		else
			cli_option(c, usage);
	cli_table(&g.models.lexicon, "lexicon");
	cli_table(&g.models.subjects, "subjects");
	cli_table(&g.models.rarity, "rarity");
	cli_table(&g.models.expressions, "expressions");
	cli_table(&g.false_friends, "false-friends");
	cli_table(&g.models.general, "general-nouns");
	filter_documents(argv + optind, gloss, &g);
	table_close(&g.models.lexicon);
	table_close(&g.models.subjects);
	table_close(&g.models.rarity);
	table_close(&g.models.expressions);
	table_close(&g.false_friends);
	table_close(&g.models.general);
	finish(0);
}
