#include "justext.h"

#include <string.h>

#include "utf8.h"

const struct justext justext_default = { .max_link_density = .2,
					 .stopwords_low = .30,
					 .stopwords_high = .32,
					 .length_low = 70,
					 .length_high = 200,
					 .max_heading_distance = 200 };

/* Articles, prepositions with and without them, conjunctions, pronouns, auxiliaries, adverbs; by
 * their first letter, each between blanks. */
/* NOLINTBEGIN(bugprone-suspicious-missing-comma) */
static const char *const function_words[26] = {
	['a' - 'a'] = " a ad agli ai al all alla alle allo alcuni alcune altri altro anche ancora "
		      "anzi aveva avevano avere ",
	['c' - 'a'] = " che chi ci come con contro cosa così cui c circa ",
	['d' - 'a'] =
	    " di da dal dall dalla dalle dai dagli del dell della delle dei degli dello d "
	    "dopo dove durante ",
	['e' - 'a'] = " e ed era erano essere ecco ",
	['f' - 'a'] = " fra fino fu furono ",
	['g' - 'a'] = " gli già ",
	['h' - 'a'] = " ha hanno ho ",
	['i' - 'a'] = " il i in infatti invece io ",
	['l' - 'a'] = " la le lo l loro lui lei li ",
	['m' - 'a'] = " ma mentre mi molto m mai meno ",
	['n' - 'a'] = " non nel nell nella nelle nei negli nello ne né noi n ",
	['o' - 'a'] = " o ora ogni oltre ",
	['p' - 'a'] = " per più poi perché può prima però poco proprio ",
	['q' - 'a'] = " quando quanto quale quali qualche quella quello quelli quelle quel quei "
		      "quell questa questo questi queste quest quindi qui ",
	['s' - 'a'] = " si sono se su sul sull sulla sulle sui sugli sua suo sue suoi sia siamo "
		      "senza sempre solo stato stata stati state sta stesso stessa s sarà sé "
		      "subito sotto secondo ",
	['t' - 'a'] = " tra tutti tutto tutta tutte t ti tanto ",
	['u' - 'a'] = " un una uno ",
	['v' - 'a'] = " verso vi v ",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

enum { LONGEST_WORD = 8 };

static bool
is_blank(struct span text, size_t i) /* also U+00A0 */
{
	unsigned char c = (unsigned char)text.s[i];

	return c == ' ' || (c >= '\t' && c <= '\r') ||
	       (c == 0xC2 && i + 1 < text.n && (unsigned char)text.s[i + 1] == 0xA0) ||
	       (c == 0xA0 && i > 0 && (unsigned char)text.s[i - 1] == 0xC2);
}

static bool
is_word_byte(char c) /* of a letter: continuation bytes of quotes never begin with C3 */
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The bytes of a letter at the word's beginning: 1, 2 of é and its kind, 0 of none. */
static size_t
letter(struct span word)
{
	unsigned char next = word.n > 1 ? (unsigned char)word.s[1] : 0;

	if (word.n > 0 && is_word_byte(word.s[0]))
		return 1;
	return word.n > 1 && (unsigned char)word.s[0] == 0xC3 && next >= 0x80 ? 2 : 0;
}

/* "il-2", "a.C.", "d@b.it": what stands before the sign is no word. */
static bool
goes_on(struct span rest)
{
	return rest.n > 1 && (rest.s[0] == '-' || rest.s[0] == '.' || rest.s[0] == '@') &&
	       ((rest.s[1] >= '0' && rest.s[1] <= '9') || letter(span_from(rest, 1)) > 0);
}

/* "«Dell'arte," -> "dell" between blanks: punctuation before it off, then to the next non-letter.
 * Its length, or 0 when it is none, too long, or goes on after another sign than an apostrophe. */
static size_t
key_of(struct span word, char key[LONGEST_WORD + 4])
{
	size_t n = 0, bytes;

	while (word.n > 0 && letter(word) == 0)
		word = span_from(word, 1);
	key[n++] = ' ';
	while ((bytes = letter(word)) > 0) {
		if (n + bytes > LONGEST_WORD + 1)
			return 0;
		key[n] = bytes == 1 ? (char)(word.s[0] | 0x20) : word.s[0];
		if (bytes == 2) /* À to Þ have their lower case 32 further on */
			key[n + 1] = (char)((unsigned char)word.s[1] | 0x20);
		n += bytes;
		word = span_from(word, bytes);
	}
	key[n++] = ' ';
	key[n] = '\0';
	return goes_on(word) ? 0 : n;
}

static bool
is_stopword(struct span word)
{
	char key[LONGEST_WORD + 4];
	const char *list;

	if (key_of(word, key) <= 2)
		return false;
	if (key[1] < 'a' || key[1] > 'z')
		return strcmp(key, " è ") == 0;
	list = function_words[key[1] - 'a'];
	return list != NULL && strstr(list, key) != NULL;
}

double
justext_stopwords(struct span text)
{
	size_t words = 0, stop = 0, i = 0;

	while (i < text.n) {
		size_t from;

		while (i < text.n && is_blank(text, i))
			i++;
		from = i;
		while (i < text.n && !is_blank(text, i))
			i++;
		words += i > from;
		stop += i > from && is_stopword((struct span){ text.s + from, i - from });
	}
	return words > 0 ? (double)stop / (double)words : 0;
}

static bool
has_rights(struct span text) /* ©, or what is left of it */
{
	return memmem(text.s, text.n, "\xC2\xA9", 2) != NULL ||
	       memmem(text.s, text.n, "&copy", 5) != NULL;
}

static enum justext_class
class_alone(const struct justext *p, const struct justext_block *b)
{
	size_t length = utf8_length(b->text);
	double stop;

	if (b->link_chars > 0 && (double)b->link_chars > p->max_link_density * (double)length)
		return JUSTEXT_BAD;
	if (b->text.n > 0 && has_rights(b->text))
		return JUSTEXT_BAD;
	if (length < p->length_low)
		return b->link_chars > 0 ? JUSTEXT_BAD : JUSTEXT_SHORT;
	stop = justext_stopwords(b->text);
	if (stop >= p->stopwords_high)
		return length > p->length_high ? JUSTEXT_GOOD : JUSTEXT_NEARGOOD;
	return stop >= p->stopwords_low ? JUSTEXT_NEARGOOD : JUSTEXT_BAD;
}

/* Does a good block follow within the distance? Empty blocks are none, so this is bounded. */
static bool
good_follows(const struct justext *p, size_t n, const struct justext_block v[], size_t i)
{
	size_t distance = 0;

	for (size_t k = i + 1; k < n && distance <= p->max_heading_distance; k++) {
		if (v[k].class == JUSTEXT_GOOD)
			return true;
		distance += utf8_length(v[k].text) + 1;
	}
	return false;
}

static void
class_headings(const struct justext *p, size_t n, struct justext_block v[])
{
	for (size_t i = 0; i < n; i++)
		if (v[i].heading && v[i].class == JUSTEXT_SHORT && good_follows(p, n, v, i))
			v[i].class = JUSTEXT_NEARGOOD;
}

/* What stands beside a block on one side: the nearest good or bad one, BAD at the page's edge, and
 * the nearest that is not short. */
struct side {
	enum justext_class firm, any;
};

static void
pass(struct side *side, enum justext_class class)
{
	if (class != JUSTEXT_SHORT)
		side->any = class;
	if (class == JUSTEXT_GOOD || class == JUSTEXT_BAD)
		side->firm = class;
}

static void
next_sides(size_t n, const struct justext_block v[], struct side next[])
{
	struct side side = { JUSTEXT_BAD, JUSTEXT_BAD };

	for (size_t i = n; i-- > 0;) {
		next[i] = side;
		pass(&side, v[i].class);
	}
}

/* Between two good blocks a short one is good; between a good and a bad one it is when the bad one
 * stands behind one that is nearly good. */
static enum justext_class
class_short(struct side prev, struct side next)
{
	bool good;

	if (prev.firm == next.firm)
		return prev.firm;
	good =
	    prev.firm == JUSTEXT_BAD ? prev.any == JUSTEXT_NEARGOOD : next.any == JUSTEXT_NEARGOOD;
	return good ? JUSTEXT_GOOD : JUSTEXT_BAD;
}

static void
class_shorts(size_t n, struct justext_block v[], const struct side next[])
{
	struct side prev = { JUSTEXT_BAD, JUSTEXT_BAD };

	for (size_t i = 0; i < n; i++) {
		enum justext_class class = v[i].class;

		if (class == JUSTEXT_SHORT)
			v[i].class = class_short(prev, next[i]);
		pass(&prev, class); /* as it was: changes are not seen in this pass */
	}
}

static void
class_neargood(size_t n, struct justext_block v[], const struct side next[])
{
	enum justext_class prev = JUSTEXT_BAD;

	for (size_t i = 0; i < n; i++) {
		if (v[i].class == JUSTEXT_NEARGOOD)
			v[i].class = prev == JUSTEXT_BAD && next[i].firm == JUSTEXT_BAD
					 ? JUSTEXT_BAD
					 : JUSTEXT_GOOD;
		prev = v[i].class;
	}
}

static void
revive_headings(const struct justext *p, size_t n, struct justext_block v[])
{
	for (size_t i = 0; i < n; i++)
		if (v[i].heading && v[i].class == JUSTEXT_BAD && v[i].alone != JUSTEXT_BAD &&
		    good_follows(p, n, v, i))
			v[i].class = JUSTEXT_GOOD;
}

void
justext(struct arena *arena, const struct justext *p, size_t n, struct justext_block v[])
{
	struct side *next = ARENA_NEW(arena, struct side, n);

	for (size_t i = 0; i < n; i++)
		v[i].class = v[i].alone = class_alone(p, &v[i]);
	class_headings(p, n, v);
	next_sides(n, v, next);
	class_shorts(n, v, next);
	next_sides(n, v, next);
	class_neargood(n, v, next);
	revive_headings(p, n, v);
}
