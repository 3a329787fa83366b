#include "english.h"

#include "helper.h"

static struct english english;

static void
test_plural(void **state)
{
	static const char *const pairs[][2] = {
		{ "house", "houses" },
		{ "box", "boxes" },
		{ "church", "churches" },
		{ "city", "cities" },
		{ "boy", "boys" },
		{ "hero", "heroes" },
		{ "studio", "studios" },
		{ "child", "children" },
		{ "fireman", "firemen" },
		{ "news", "news" },
		{ "class", "classes" },
		{ "prime minister", "prime ministers" },
		{ "foster child", "foster children" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_span(english_plural(&english, &arena, span_of(pairs[i][0])), pairs[i][1]);
}

static void
test_third(void **state)
{
	static const char *const pairs[][2] = {
		{ "work", "works" }, { "try", "tries" },   { "play", "plays" },
		{ "go", "goes" },    { "pass", "passes" }, { "be", "is" },
		{ "have", "has" },   { "must", "must" },   { "take part", "takes part" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_span(english_third(&arena, span_of(pairs[i][0])), pairs[i][1]);
}

static void
test_past(void **state)
{
	static const char *const forms[][3] = {
		{ "work", "worked", "worked" },
		{ "try", "tried", "tried" },
		{ "play", "played", "played" },
		{ "stop", "stopped", "stopped" },
		{ "decide", "decided", "decided" },
		{ "visit", "visited", "visited" },
		{ "fix", "fixed", "fixed" },
		{ "need", "needed", "needed" },
		{ "published", "published", "published" },
		{ "take", "took", "taken" },
		{ "be", "was", "been" },
		{ "take part", "took part", "taken part" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		struct span verb = span_of(forms[i][0]);

		assert_span(english_past(&english, &arena, verb), forms[i][1]);
		assert_span(english_participle(&english, &arena, verb), forms[i][2]);
	}
}

static void
test_gerund(void **state)
{
	static const char *const pairs[][2] = {
		{ "work", "working" },    { "stop", "stopping" },  { "take", "taking" },
		{ "die", "dying" },       { "see", "seeing" },     { "be", "being" },
		{ "admit", "admitting" }, { "visit", "visiting" }, { "take part", "taking part" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_span(english_gerund(&english, &arena, span_of(pairs[i][0])), pairs[i][1]);
}

static void
test_singular(void **state)
{
	static const char *const pairs[][2] = {
		{ "houses", "house" },
		{ "boxes", "box" },
		{ "cities", "city" },
		{ "classes", "class" },
		{ "children", "child" },
		{ "car parts", "car part" },
		{ "news", "news" },
		{ "crisis", "crisis" },
		{ "politics", "politics" },
		{ "bus", "bus" },
		{ "house", "house" },
		{ "status", "status" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_span(english_singular(&english, &arena, span_of(pairs[i][0])), pairs[i][1]);
}

static void
test_past_of(void **state)
{
	(void)state;
	assert_span(english_past_of(&english, &arena, SPAN("taken part")), "took part");
	assert_span(english_past_of(&english, &arena, SPAN("decided")), "decided");
	assert_span(english_past_of(&english, &arena, SPAN("grip")), "");
	assert_span(english_past_of(&english, &arena, SPAN("")), "");
}

/* A lexicon holds what it holds: no word is too short. */
static void
test_tiny_words(void **state)
{
	static const char *const words[] = { "", "a", "y", "e", "s", " ", "be " };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct span word = span_of(words[i]);

		english_plural(&english, &arena, word);
		english_third(&arena, word);
		english_past(&english, &arena, word);
		english_participle(&english, &arena, word);
		english_gerund(&english, &arena, word);
		english_singular(&english, &arena, word);
		english_past_of(&english, &arena, word);
	}
}

static int
setup(void **state)
{
	(void)state;
	english.verbs = table_of("admit\tadmitted\tadmitted\ntake\ttook\ttaken\n");
	english.nouns = table_of("child\tchildren\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plural),     cmocka_unit_test(test_third),
		cmocka_unit_test(test_past),       cmocka_unit_test(test_gerund),
		cmocka_unit_test(test_tiny_words), cmocka_unit_test(test_singular),
		cmocka_unit_test(test_past_of),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
