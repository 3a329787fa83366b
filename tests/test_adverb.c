#include "adverb.h"

#include "models.h"

static struct span
read_as(const char *words)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	source_move_adverbs(&source);
	for (size_t i = 0; i < source.words.n; i++)
		buf_printf(&out, "%s%.*s", i > 0 ? " " : "", (int)source.words.v[i].form.n,
			   source.words.v[i].form.s);
	return buf_span(&out);
}

#define SIGNED "ha/avere/AUX firmato/firmare/VERB ieri/ieri/ADV"
#define DEAL " un/uno/DET patto/patto/NOUN"

static void
test_moved(void **state)
{
	(void)state;
	assert_span(read_as("Nora/Nora/PROPN " SIGNED DEAL), "Nora ieri ha firmato un patto");
	assert_span(read_as("Nora/Nora/PROPN non/non/ADV lo/lo/PRON " SIGNED DEAL),
		    "Nora ieri non lo ha firmato un patto");
	assert_span(read_as("Nora/Nora/PROPN " SIGNED " sera/sera/NOUN" DEAL),
		    "Nora ieri sera ha firmato un patto");
	assert_span(read_as(SIGNED " sera/sera/NOUN"), "ha firmato ieri sera");
	assert_span(read_as("Firma/firmare/VERB oggi/oggi/ADV" DEAL), "oggi firma un patto");
}

/* Nothing follows, or nothing that the verb governs; another adverb. */
static void
test_kept(void **state)
{
	(void)state;
	assert_span(read_as(SIGNED), "ha firmato ieri");
	assert_span(read_as(SIGNED " a/a/ADP Roma/Roma/PROPN"), "ha firmato ieri a Roma");
	assert_span(read_as("ha/avere/AUX firmato/firmare/VERB bene/bene/ADV" DEAL),
		    "ha firmato bene un patto");
	assert_span(read_as("patto/patto/NOUN oggi/oggi/ADV" DEAL), "patto oggi un patto");
	assert_span(read_as("ieri/ieri/ADV" DEAL), "ieri un patto");
	assert_span(read_as(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_moved),
		cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests(tests, NULL, free_arena);
}
