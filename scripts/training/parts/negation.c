#include "negation.h"

#include <string.h>
#include <strings.h>

/* What denies, and what may stand for it on the other side. */
static const char *const italian_not[] = { "non", "né", NULL };
static const char *const italian_negative[] = { "non",     "né",     "no",      "mai",
						"nessuno", "nessun", "nessuna", "nulla",
						"niente",  "senza",  "neanche", "nemmeno",
						"neppure", "meno",   "nessun'", NULL };
static const char *const english_not[] = { "not", "'t", "cannot", NULL };
static const char *const english_negative[] = { "not",    "'t",      "no",      "never", "nothing",
						"none",   "nobody",  "neither", "nor",   "without",
						"cannot", "nowhere", "un",      "non",   "only",
						"hardly", "until",   "unless",  "any",   "anything",
						"anyone", NULL };

static bool
is_one_of(struct span word, const char *const words[])
{
	for (; *words != NULL; words++)
		if (word.n == strlen(*words) && strncasecmp(word.s, *words, word.n) == 0)
			return true;
	return false;
}

static bool
has_one_of(struct phrase_words phrase, const char *const words[])
{
	for (size_t i = 0; i < phrase.n; i++)
		if (is_one_of(side_word(phrase.side, phrase.token[i]), words))
			return true;
	return false;
}

bool
negation_kept(struct phrase_words it, struct phrase_words en)
{
	if (has_one_of(it, italian_not))
		return has_one_of(en, english_negative);
	return has_one_of(it, italian_negative) || !has_one_of(en, english_not);
}
