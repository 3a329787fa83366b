#include "indefinite.h"

#include <ctype.h>
#include <string.h>

enum { SPELT = 3 }; /* letters: longer acronyms are read as words */

static bool
is_in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static char
at(struct span word, size_t i)
{
	return i < word.n ? word.s[i] : '\0';
}

static bool
starts_with_one_of(struct span word, const char *beginnings)
{
	struct span rest = span_of(beginnings), one;

	while (span_cut(&rest, ' ', &one)) {
		size_t i = 0;

		while (i < one.n && tolower((unsigned char)at(word, i)) == one.s[i])
			i++;
		if (i == one.n)
			return true;
	}
	return false;
}

/* "SUV", "MP3", "U.S.": letters that are read one by one. */
static bool
is_spelt(struct span word)
{
	size_t letters = 0;

	for (size_t i = 0; i < word.n; i++) {
		if (islower((unsigned char)word.s[i]) || (unsigned char)word.s[i] >= 0x80)
			return false;
		letters += isupper((unsigned char)word.s[i]) != 0;
	}
	return letters > 0 && letters <= SPELT;
}

/* "unit" and "use" begin as "you" does, "uninsured" and "usher" do not. */
static bool
sounds_like_you(struct span word)
{
	return starts_with_one_of(word, "eu ewe uni us ut ub uk ura uru ugan") &&
	       !starts_with_one_of(word, "unin unim unid ush utm utt");
}

bool
sounds_like_vowel(struct span word)
{
	if (is_in(at(word, 0), "0123456789"))
		return at(word, 0) == '8' ||
		       ((span_starts(word, SPAN("11")) || span_starts(word, SPAN("18"))) &&
			!is_in(at(word, 2), "0123456789"));
	if (is_spelt(word))
		return is_in(at(word, 0), "AEFHILMNORSX");
	if (starts_with_one_of(word, "hour honest hono heir"))
		return true;
	return is_in((char)tolower((unsigned char)at(word, 0)), "aeiou") &&
	       !starts_with_one_of(word, "one once") && !sounds_like_you(word);
}

static bool
is_mark(struct span word)
{
	return span_eq(word, SPAN("\"")) || span_eq(word, SPAN("'")) || span_eq(word, SPAN("("));
}

/* Before these it is no article, but a letter: "vitamin a and b". */
static bool
is_small(struct span word)
{
	static const struct span words[] = { SPAN("and"), SPAN("are"), SPAN("as"), SPAN("at"),
					     SPAN("in"),  SPAN("is"),  SPAN("it"), SPAN("of"),
					     SPAN("on"),  SPAN("or") };

	return SPAN_AMONG(word, words);
}

static bool
is_indefinite(const struct span words[], size_t i)
{
	if (span_eq(words[i], SPAN("A")))
		return i == 0 || is_mark(words[i - 1]);
	return span_eq(words[i], SPAN("a")) || span_eq(words[i], SPAN("an")) ||
	       span_eq(words[i], SPAN("An"));
}

void
set_indefinite(struct span words[], size_t n)
{
	for (size_t i = 0; i + 1 < n; i++) {
		size_t next = i + 1 + (is_mark(words[i + 1]) && i + 2 < n);
		bool vowel = sounds_like_vowel(words[next]), capital;

		if (!is_indefinite(words, i) || is_mark(words[next]) || is_small(words[next]))
			continue;
		capital = words[i].s[0] == 'A';
		words[i] = vowel     ? capital ? SPAN("An") : SPAN("an")
			       : capital ? SPAN("A")
				     : SPAN("a");
	}
}
