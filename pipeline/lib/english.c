#include "english.h"

#include <string.h>

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

static char
from_end(struct span a, size_t i)
{
	return a.n >= i ? a.s[a.n - i] : '\0';
}

static struct span
without(struct span a, size_t n)
{
	return (struct span){ a.s, a.n - n };
}

static bool
is_sibilant(struct span a)
{
	return span_ends(a, SPAN("s")) || span_ends(a, SPAN("x")) || span_ends(a, SPAN("z")) ||
	       span_ends(a, SPAN("ch")) || span_ends(a, SPAN("sh"));
}

static bool
is_consonant_y(struct span a)
{
	return from_end(a, 1) == 'y' && a.n > 1 && !is_vowel(from_end(a, 2));
}

/* The -s of plurals and of the third person. */
static struct span
add_s(struct arena *arena, struct span word)
{
	if (is_consonant_y(word))
		return arena_concat(arena, without(word, 1), SPAN("ies"));
	if (is_sibilant(word) || (from_end(word, 1) == 'o' && !is_vowel(from_end(word, 2))))
		return arena_concat(arena, word, SPAN("es"));
	return arena_concat(arena, word, SPAN("s"));
}

/* One syllable, consonant-vowel-consonant: stop, plan; the last letter doubles. */
static bool
doubles(struct span word)
{
	size_t vowels = 0;

	for (size_t i = 0; i < word.n; i++)
		vowels += is_vowel(word.s[i]);
	return vowels == 1 && word.n >= 3 && is_vowel(from_end(word, 2)) &&
	       strchr("bdgklmnprtv", from_end(word, 1)) != NULL;
}

static struct span
double_last(struct arena *arena, struct span word)
{
	return arena_concat(arena, word, (struct span){ word.s + word.n - 1, 1 });
}

/* A past already: "published", out of a dictionary. "need" and "embed" are not. */
static bool
is_past(struct span verb)
{
	return span_ends(verb, SPAN("ed")) && !span_ends(verb, SPAN("eed")) &&
	       !span_ends(verb, SPAN("bed")) && !span_ends(verb, SPAN("shred"));
}

static struct span
add_ed(struct arena *arena, struct span word)
{
	if (is_past(word))
		return word;
	if (from_end(word, 1) == 'e')
		return arena_concat(arena, word, SPAN("d"));
	if (is_consonant_y(word))
		return arena_concat(arena, without(word, 1), SPAN("ied"));
	if (doubles(word))
		word = double_last(arena, word);
	return arena_concat(arena, word, SPAN("ed"));
}

static struct span
add_ing(const struct english *en, struct arena *arena, struct span word)
{
	struct span past;

	if (span_ends(word, SPAN("ie")))
		return arena_concat(arena, without(word, 2), SPAN("ying"));
	if (from_end(word, 1) == 'e' && from_end(word, 2) != 'e' && word.n > 2)
		return arena_concat(arena, without(word, 1), SPAN("ing"));
	/* a verb of several syllables doubles here as it does in its past: admitted, admitting */
	if (doubles(word) ||
	    (table_find(&en->verbs, word, &past) && span_starts(past, double_last(arena, word))))
		word = double_last(arena, word);
	return arena_concat(arena, word, SPAN("ing"));
}

/* Cut "take part" into "take" and " part". */
static struct span
cut_verb(struct span verb, struct span *rest)
{
	struct span first = verb;

	span_cut(&(struct span){ verb.s, verb.n }, ' ', &first);
	*rest = span_from(verb, first.n);
	return first;
}

static struct span
last_word(struct span words)
{
	size_t last = words.n;

	while (last > 0 && words.s[last - 1] != ' ')
		last--;
	return span_from(words, last);
}

struct span
english_plural(const struct english *en, struct arena *arena, struct span noun)
{
	struct span word = last_word(noun), plural;

	if (table_find(&en->nouns, word, &plural))
		return arena_concat(arena, without(noun, word.n), plural);
	if (word.n > 3 && span_ends(word, SPAN("men")))
		return noun;
	if (word.n > 4 && span_ends(word, SPAN("man")))
		return arena_concat(arena, without(noun, 2), SPAN("en"));
	if (from_end(word, 1) == 's' && from_end(word, 2) != 's') /* a plural already, or news */
		return noun;
	return arena_concat(arena, without(noun, word.n), add_s(arena, word));
}

/* "crisis", "news" and "politics" are no plurals. */
static bool
ends_in_s(struct span word)
{
	return word.n < 4 || span_ends(word, SPAN("ss")) || span_ends(word, SPAN("us")) ||
	       span_ends(word, SPAN("is")) || span_ends(word, SPAN("ics")) ||
	       span_ends(word, SPAN("news")) || span_ends(word, SPAN("series")) ||
	       span_ends(word, SPAN("means"));
}

/* By the rule of add_s, backwards. */
static struct span
without_s(const struct english *en, struct arena *arena, struct span noun)
{
	static const struct {
		struct span plural, singular;
	} endings[] = { { SPAN("ies"), SPAN("y") },
			{ SPAN("es"), SPAN("") },
			{ SPAN("s"), SPAN("") } };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		struct span singular;

		if (!span_ends(noun, endings[i].plural))
			continue;
		singular =
		    arena_concat(arena, without(noun, endings[i].plural.n), endings[i].singular);
		if (span_eq(english_plural(en, arena, singular), noun))
			return singular;
	}
	return noun;
}

struct span
english_singular(const struct english *en, struct arena *arena, struct span noun)
{
	struct span word = last_word(noun), line = { 0 }, singular;

	while (table_next(&en->nouns, &line)) {
		struct span plural = line;

		span_cut(&plural, '\t', &singular);
		if (span_eq(plural, word))
			return arena_concat(arena, without(noun, word.n), singular);
	}
	return ends_in_s(word) ? noun : without_s(en, arena, noun);
}

struct span
english_third(struct arena *arena, struct span verb)
{
	struct span rest, first = cut_verb(verb, &rest);

	if (span_eq(first, SPAN("be")))
		return arena_concat(arena, SPAN("is"), rest);
	if (span_eq(first, SPAN("have")))
		return arena_concat(arena, SPAN("has"), rest);
	if (span_eq(first, SPAN("can")) || span_eq(first, SPAN("must")) ||
	    span_eq(first, SPAN("may")))
		return verb;
	return arena_concat(arena, add_s(arena, first), rest);
}

struct span
english_past(const struct english *en, struct arena *arena, struct span verb)
{
	struct span rest, first = cut_verb(verb, &rest), fields, past;

	if (span_eq(first, SPAN("be")))
		return arena_concat(arena, SPAN("was"), rest);
	if (table_find(&en->verbs, first, &fields) && span_cut(&fields, '\t', &past))
		return arena_concat(arena, past, rest);
	return arena_concat(arena, add_ed(arena, first), rest);
}

struct span
english_participle(const struct english *en, struct arena *arena, struct span verb)
{
	struct span rest, first = cut_verb(verb, &rest), fields, past;

	if (span_eq(first, SPAN("be")))
		return arena_concat(arena, SPAN("been"), rest);
	if (table_find(&en->verbs, first, &fields) && span_cut(&fields, '\t', &past))
		return arena_concat(arena, fields, rest);
	return arena_concat(arena, add_ed(arena, first), rest);
}

struct span
english_gerund(const struct english *en, struct arena *arena, struct span verb)
{
	struct span rest, first = cut_verb(verb, &rest);

	if (span_eq(first, SPAN("be")))
		return arena_concat(arena, SPAN("being"), rest);
	return arena_concat(arena, add_ing(en, arena, first), rest);
}

struct span
english_past_of(const struct english *en, struct arena *arena, struct span participle)
{
	struct span rest, first = cut_verb(participle, &rest), line = { 0 }, base, past;

	while (table_next(&en->verbs, &line)) {
		struct span fields = line;

		span_cut(&fields, '\t', &base);
		span_cut(&fields, '\t', &past);
		if (span_eq(fields, first))
			return arena_concat(arena, past, rest);
	}
	return span_ends(first, SPAN("ed")) ? participle : SPAN("");
}

bool
english_is_form(const struct english *en, struct arena *arena, struct span verb, struct span text)
{
	return span_eq(text, verb) || span_eq(text, english_third(arena, verb)) ||
	       span_eq(text, english_past(en, arena, verb)) ||
	       span_eq(text, english_participle(en, arena, verb));
}
