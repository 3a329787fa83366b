#include "indefinite.h"

#include "models.h"

/* The words of a text with "a" and "an" set. */
static struct span
set(const char *text)
{
	struct span words[16], rest = span_of(text);
	struct buf out = { .arena = &arena };
	size_t n = 0;

	while (rest.n > 0 && span_cut(&rest, ' ', &words[n]))
		n++;
	set_indefinite(words, n);
	for (size_t i = 0; i < n; i++)
		buf_printf(&out, "%s%.*s", i > 0 ? " " : "", (int)words[i].n, words[i].s);
	return buf_span(&out);
}

static void
test_sounds(void **state)
{
	static const char *const vowels[] = { "apple", "hour",   "honest", "unable",   "umbrella",
					      "SUV",   "MP",     "8",      "80",       "11",
					      "18th",  "Ulster", "urban",  "uninsured" };
	static const char *const others[] = { "bridge", "unit",   "European", "one", "UN",
					      "house",  "NATO",   "Utah",     "use", "7",
					      "110",    "Élysée", "" };

	(void)state;
	for (size_t i = 0; i < sizeof(vowels) / sizeof(*vowels); i++)
		if (!sounds_like_vowel(span_of(vowels[i])))
			fail_msg("%s", vowels[i]);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (sounds_like_vowel(span_of(others[i])))
			fail_msg("%s", others[i]);
}

static void
test_articles(void **state)
{
	(void)state;
	assert_span(set("a island and an bridge"), "an island and a bridge");
	assert_span(set("A island"), "An island");
	assert_span(set("An bridge , A island"), "A bridge , A island"); /* may be a name */
	assert_span(set("he said : \" A island \""), "he said : \" An island \"");
	assert_span(set("a \" island \" , a ( bridge )"), "an \" island \" , a ( bridge )");
}

static void
test_letters(void **state)
{
	(void)state;
	assert_span(set("vitamin a and b"), "vitamin a and b");
	assert_span(set("a"), "a");
	assert_span(set("a \""), "a \"");
	assert_span(set("a \" \""), "a \" \"");
	assert_span(set(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sounds),
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_letters),
	};

	return cmocka_run_group_tests(tests, NULL, free_arena);
}
