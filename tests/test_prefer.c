#include "prefer.h"

#include "candidates.h"

#define LM                                                                                         \
	"# ngrams 1 5\n\t80 <unk> <s>\n\t16 </s> door carries\n"                                   \
	"# ngrams 2 1\ndoor\t4\n\t2 carries\n"

static struct english english;
static struct table lexicon;

/* What speaks for each candidate of a sentence's first word: "door -12|carries 0". */
static struct span
values(const struct candidates *c)
{
	const struct candidate_list *l = candidates_of(c, 0, 1);
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < l->list.n; i++) {
		const struct candidate *x = l->list.v[i];

		buf_printf(&out, "%s", i > 0 ? "|" : "");
		for (size_t k = 0; k < x->n; k++)
			buf_printf(&out, "%.*s ", (int)x->words[k].n, x->words[k].s);
		buf_printf(&out, "%.0f", (double)x->value[F_GLOSS]);
	}
	return buf_span(&out);
}

static struct candidates
offered(const struct source *source)
{
	struct candidates c = new_candidates(source->words.n);

	candidate_done(&c, candidate_add(&c, 0, 1, SPAN("door"), FROM_TABLE));
	candidate_done(&c, candidate_add(&c, 0, 1, SPAN("carries"), FROM_TABLE));
	return c;
}

static struct span
preferred(const char *words, const char *misc)
{
	struct sentence *s = tagged(words);
	struct source source;
	struct candidates c;

	s->rows.v[0].col[C_MISC] = span_of(misc);
	source_make(&arena, s, &source);
	c = offered(&source);
	prefer_glosses(&english, &c, &source);
	prefer_class(&english, &lexicon, &c, &source);
	return values(&c);
}

#define VERB "porta/portare/VERB/Number=Sing|Person=3|VerbForm=Fin"

static void
test_glosses(void **state)
{
	(void)state;
	assert_span(preferred("porta/porta/NOUN", "Gloss=door"), "door 1|carries -12");
	assert_span(preferred("porta/porta/NOUN", "Gloss=door|Subject=sport"),
		    "door 12|carries -12");
	/* offered, since nobody says it */
	assert_span(preferred("porta/porta/NOUN", "Gloss=goal|Subject=sport"),
		    "door 0|carries -12|goal 12");
	assert_span(preferred("porta/porta/NOUN", "_"), "door 0|carries -12");
}

static void
test_verbs(void **state)
{
	(void)state;
	assert_span(preferred(VERB, "_"), "door -12|carries 0");
	/* the verb's own is offered, and what else the table has of the noun doubted */
	assert_span(preferred("porta/porgere/VERB/VerbForm=Inf", "_"),
		    "door -12|carries -12|hand 0");
	/* unknown to the lexicon as a verb */
	assert_span(preferred("porta/portolare/VERB", "_"), "door 0|carries 0");
}

static void
test_nouns(void **state)
{
	(void)state;
	assert_span(preferred("porta/porta/NOUN", "_"), "door 0|carries -12");
	/* the noun's own is offered */
	assert_span(preferred("porta/prua/NOUN", "_"), "door 0|carries -12|bow 0");
	/* unknown to the lexicon as a noun, or neither */
	assert_span(preferred("porta/portolo/NOUN", "_"), "door 0|carries 0");
	assert_span(preferred("porta/porta/ADJ", "_"), "door 0|carries 0");
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	lexicon = table_of(
	    "porgere\tVERB\thand\nporta\tNOUN\tdoor\nportare\tVERB\tcarry\nprua\tNOUN\tbow\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_glosses),
		cmocka_unit_test(test_verbs),
		cmocka_unit_test(test_nouns),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
