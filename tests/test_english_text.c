#include "english_text.h"

#include "helper.h"

static struct span
tokens_of(const char *text)
{
	return english_cut(&arena, span_of(text));
}

static struct span
text_of(const char *line)
{
	struct span tokens[64], rest = span_of(line);
	size_t n = 0;

	while (span_cut(&rest, ' ', &tokens[n]))
		n++;
	return english_join(&arena, tokens, n);
}

static struct span
there_and_back(const char *text)
{
	struct spans tokens;

	english_tokens(&arena, span_of(text), &tokens);
	return english_join(&arena, tokens.v, tokens.n);
}

struct pair {
	const char *text, *tokens;
};

static void
check(const struct pair *pairs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_span(tokens_of(pairs[i].text), pairs[i].tokens);
}

#define CHECK(pairs) check(pairs, sizeof(pairs) / sizeof((pairs)[0]))

static void
test_plain(void **state)
{
	struct span same = SPAN("Nothing to do - at all.");

	(void)state;
	assert_ptr_equal(english_plain(&arena, same).s, same.s);
	assert_span(english_plain(&arena, SPAN("“Yes”, ‘no’ … «so»\u00A0– it’s")),
		    "\"Yes\", 'no' ... \"so\" – it's");
	assert_span(english_plain(&arena, SPAN("``so''\tco\u00ADop")), "\"so\" coop");
}

static void
test_clitics(void **state)
{
	static const struct pair pairs[] = {
		{ "It's the mayor's.", "It 's the mayor 's ." },
		{ "Don't! I'd've gone.", "Don 't ! I 'd 've gone ." },
		{ "the rowers' boats", "the rowers ' boats" },
		{ "WE'RE at O'Hara's, five o'clock", "WE 'RE at O'Hara 's , five o'clock" },
		{ "the '90s, get 'em, rock 'n' roll", "the '90s , get 'em , rock 'n' roll" },
		{ "workin' hard", "workin' hard" },
	};

	(void)state;
	CHECK(pairs);
}

static void
test_numbers(void **state)
{
	static const struct pair pairs[] = {
		{ "1,250 at 6:30, 14.8bn", "1,250 at 6:30 , 14.8bn" },
		{ "$14.8, €3 or £2m", "$ 14.8 , € 3 or £ 2m" },
		{ "US$5 and 7%", "US$ 5 and 7 %" },
		{ "the 60th, the 1990s, 2010–15", "the 60th , the 1990s , 2010–15" },
		{ "-5 to +2.5, 20°C, 8-1/2", "-5 to +2.5 , 20°C , 8-1/2" },
	};

	(void)state;
	CHECK(pairs);
}

static void
test_abbreviations(void **state)
{
	static const struct pair pairs[] = {
		{ "Mr. Rivers met Dr. J. Poole.", "Mr. Rivers met Dr. J. Poole ." },
		{ "The U.S. is not in the U.S.", "The U.S. is not in the U.S. ." },
		{ "at 9 a.m. by Lamps Inc.", "at 9 a.m. by Lamps Inc. ." },
		{ "No. 5? He said no.", "No. 5 ? He said no ." },
		{ "a U.S.-led fleet, the U.S.'s", "a U.S.-led fleet , the U.S. 's" },
		{ "(in the U.K.)", "( in the U.K. . )" },
		{ "So I. Then you.", "So I . Then you ." },
	};

	(void)state;
	CHECK(pairs);
}

static void
test_compounds(void **state)
{
	static const struct pair pairs[] = {
		{ "long-term, mid- and short-term", "long-term , mid- and short-term" },
		{ "and/or km/h but river/lake", "and/or km/h but river / lake" },
		{ "R&D in C++", "R&D in C++" },
		{ "See https://example.org/a?b=c, or me@example.org.",
		  "See https://example.org/a?b=c , or me@example.org ." },
		{ "the end.Next", "the end . Next" },
		{ "worker(s) [sic]...", "worker(s) [ sic ] ..." },
		{ "one – two — three -- four?!", "one – two — three -- four ?!" },
		{ "the .txt files in /srv/lake, or ~/lake.",
		  "the .txt files in /srv/lake , or ~/lake ." },
		{ "\"Why?\" (he asked)", "\" Why ? \" ( he asked )" },
	};

	(void)state;
	CHECK(pairs);
}

static void
test_join(void **state)
{
	static const struct pair pairs[] = {
		{ "The bridge (closed in May) reopens.", "the bridge ( closed in May ) reopens ." },
		{ "It costs $5, or 7%.", "it costs $ 5 , or 7 % ." },
		{ "We're in the U.S.", "we 're in the U.S. ." },
		{ "\"It holds,\" he said. \"It will.\"",
		  "\" it holds , \" he said . \" it will . \"" },
		{ "He said: \"We hold.\"", "he said : \" we hold . \"" },
		{ "iPhone sales rise.", "iPhone sales rise ." },
		{ "...and so on", "... and so on" },
		{ "- Some say so", "- some say so" },
		{ "\"What?\" he asked.", "\" what ? \" he asked ." },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_span(text_of(pairs[i].tokens), pairs[i].text);
}

static void
test_quotes(void **state)
{
	static const char *const texts[] = {
		"The 'old bridge' and the rowers' boats: \"So be it\".",
		"'The rowers' boats sank,' he said.",
		"It was the rowers' and the anglers' day.",
		"In his 'big' house",
		"Nobody saw it,\" she said.",
		"Nobody saw it since May\".",
		"Nobody saw it,\" Rivers said.",
		"Rivers said, \"Nobody saw it.",
		"\"They ask: \"Who saw it?\"",
		"Rivers (\"the Pike\") fell ill.",
		"Mr Pikes' second boat",
		"I see,' said the Pike, 'we sink.",
		"A .txt file in /srv",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_span(there_and_back(texts[i]), texts[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),     cmocka_unit_test(test_clitics),
		cmocka_unit_test(test_numbers),   cmocka_unit_test(test_abbreviations),
		cmocka_unit_test(test_compounds), cmocka_unit_test(test_join),
		cmocka_unit_test(test_quotes),
	};

	return RUN(tests);
}
