#include "langid.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "map.h"
#include "status.h"
#include "utf8.h"

enum {
	WORDS_MAX = 5000, /* that are looked at */
	WORDS_MIN = 8,
	LETTERS_MIN = 8,
	WORD_BYTES = 16, /* of the longest function word */
	LATIN_END = 0x250,
};

/* In hundredths: what a language must have for every word, and how much more than the others. */
enum {
	POINTS_MIN = 44,
	MARGIN = 120,
	POINTS_LEAST = 8, /* in all: four words */
	POINTS_FEW = 34,  /* are enough with a margin that is wide */
	MARGIN_WIDE = 200,
	MARGIN_ITALIAN = 150, /* of another language over Italian */
};

/* Scripts of which each stands for a language, and letters that part those which share one. */
enum sign {
	GREEK,
	ARABIC,
	PERSIAN,
	HEBREW,
	KANA,
	HAN,
	HANGUL,
	CYRILLIC,
	RUSSIAN,
	UKRAINIAN,
	SERBIAN,
	HARD_SIGN,
	GEORGIAN,
	ARMENIAN,
	DEVANAGARI,
	THAI,
};

struct langid {
	struct arena arena;
	struct map words; /* -> the bits of the languages that have it */
	uint32_t letters[LATIN_END];
	uint16_t lower[LATIN_END]; /* of letters; 0: none */
	struct span codes[LANGID_MAX];
	size_t n, italian;
};

static void
add_words(struct langid *l, struct span words, uint32_t bit)
{
	struct span word;

	while (span_cut(&words, ' ', &word))
		if (word.n > 0)
			*map_at(&l->words, word) |= bit;
}

static void
add_letters(struct langid *l, struct span letters, uint32_t bit)
{
	size_t off = 0;
	int32_t c;

	while ((c = utf8_next(letters, &off)) >= 0)
		if (c < LATIN_END && c != '-')
			l->letters[c] |= bit;
}

static int
add_language(struct langid *l, struct span row)
{
	struct span code, letters;

	if (l->n == LANGID_MAX || !span_cut(&row, '\t', &code) || !span_cut(&row, '\t', &letters) ||
	    row.n == 0)
		return ERR_MODEL;
	if (span_eq(code, SPAN("it")))
		l->italian = l->n;
	add_words(l, row, UINT32_C(1) << l->n);
	add_letters(l, letters, UINT32_C(1) << l->n);
	l->codes[l->n++] = code;
	return 0;
}

static void
set_lower(struct langid *l)
{
	for (int32_t c = 0; c < LATIN_END; c++)
		if (u_isalpha(c))
			l->lower[c] = (uint16_t)u_tolower(c);
}

int
langid_open(struct langid **out, const struct table *table)
{
	struct langid *l = *out = calloc(1, sizeof(*l));
	struct span row = { 0 };

	if (l == NULL)
		return ERR_IO;
	l->arena.oom = abort;
	l->words.arena = &l->arena;
	l->italian = LANGID_MAX;
	set_lower(l);
	while (table_next(table, &row)) {
		int rc = add_language(l, row);

		if (rc < 0)
			return rc;
	}
	return l->italian < LANGID_MAX ? 0 : ERR_MODEL;
}

void
langid_close(struct langid *l)
{
	if (l != NULL)
		arena_free(&l->arena);
	free(l);
}

static void
count_cyrillic(int32_t c, size_t script[LANGID_MAX])
{
	script[CYRILLIC]++;
	switch (u_tolower(c)) {
	case 0x44B: /* ы */
	case 0x44D: /* э */
	case 0x451: /* ё */
		script[RUSSIAN]++;
		break;
	case 0x456: /* і */
	case 0x457: /* ї */
	case 0x454: /* є */
	case 0x491: /* ґ */
		script[UKRAINIAN]++;
		break;
	case 0x458: /* ј */
	case 0x459: /* љ */
	case 0x45A: /* њ */
	case 0x452: /* ђ */
	case 0x45B: /* ћ */
		script[SERBIAN]++;
		break;
	case 0x44A: /* ъ */
		script[HARD_SIGN]++;
		break;
	}
}

static void
count_arabic(int32_t c, size_t script[LANGID_MAX])
{
	script[ARABIC]++;
	script[PERSIAN] += c == 0x67E || c == 0x686 || c == 0x698 || c == 0x6AF || c == 0x6CC;
}

static void
count_letter(int32_t c, struct langid_count *count)
{
	static const struct {
		UScriptCode script;
		enum sign sign;
	} scripts[] = {
		{ USCRIPT_GREEK, GREEK },       { USCRIPT_HEBREW, HEBREW },
		{ USCRIPT_HIRAGANA, KANA },     { USCRIPT_KATAKANA, KANA },
		{ USCRIPT_HAN, HAN },           { USCRIPT_HANGUL, HANGUL },
		{ USCRIPT_GEORGIAN, GEORGIAN }, { USCRIPT_ARMENIAN, ARMENIAN },
		{ USCRIPT_THAI, THAI },         { USCRIPT_DEVANAGARI, DEVANAGARI },
	};
	UErrorCode ec = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(c, &ec);

	if (script == USCRIPT_CYRILLIC)
		count_cyrillic(c, count->script);
	else if (script == USCRIPT_ARABIC)
		count_arabic(c, count->script);
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		count->script[scripts[i].sign] += scripts[i].script == script;
}

/* The word at *off, lower case; what is longer than a function word is cut, and found nowhere.
 * *rare are the languages of its letters. */
struct word {
	char s[WORD_BYTES + U8_MAX_LENGTH];
	size_t n;
	uint32_t rare;
};

static void
add_letter(const struct langid *l, struct word *word, int32_t c)
{
	c = l->lower[c];
	if (c < LATIN_END) /* some have their lower case far away */
		word->rare |= l->letters[c];
	if (word->n <= WORD_BYTES)
		U8_APPEND_UNSAFE(word->s, word->n, c);
}

static void
count_word(const struct langid *l, const struct word *word, struct langid_count *count)
{
	uint32_t has =
	    word->n > WORD_BYTES ? 0 : map_get(&l->words, (struct span){ word->s, word->n });

	count->words++;
	for (uint32_t left = has | word->rare; left != 0; left &= left - 1) {
		int i = __builtin_ctz(left);

		count->points[i] += (has >> i & 1) ? 2 : 1;
	}
}

static bool
is_latin(const struct langid *l, int32_t c)
{
	return c >= 0 && c < LATIN_END && l->lower[c] != 0;
}

void
langid_add(const struct langid *l, struct span text, struct langid_count *count)
{
	size_t off = 0;
	int32_t c = utf8_next(text, &off);

	while (c >= 0 && count->words < WORDS_MAX && count->letters < WORDS_MAX * 8) {
		struct word word = { .n = 0 };

		for (; is_latin(l, c); c = utf8_next(text, &off)) {
			add_letter(l, &word, c);
			count->latin++;
			count->letters++;
		}
		if (word.n > 0)
			count_word(l, &word, count);
		if (c >= 0 && !is_latin(l, c) && u_isalpha(c)) {
			count_letter(c, count);
			count->letters++;
		}
		if (!is_latin(l, c))
			c = utf8_next(text, &off);
	}
}

static struct span
cyrillic(const size_t script[LANGID_MAX])
{
	if (script[UKRAINIAN] > script[RUSSIAN] && script[UKRAINIAN] > script[SERBIAN])
		return SPAN("uk");
	if (script[SERBIAN] > script[RUSSIAN])
		return SPAN("sr");
	return script[HARD_SIGN] > script[RUSSIAN] ? SPAN("bg") : SPAN("ru");
}

static struct span
by_script(const size_t script[LANGID_MAX])
{
	static const struct {
		enum sign sign;
		struct span code;
	} codes[] = {
		{ GREEK, SPAN("el") },    { HEBREW, SPAN("he") },   { HANGUL, SPAN("ko") },
		{ GEORGIAN, SPAN("ka") }, { ARMENIAN, SPAN("hy") }, { DEVANAGARI, SPAN("hi") },
		{ THAI, SPAN("th") },     { HAN, SPAN("zh") },
	};
	size_t most = script[CYRILLIC], japanese = script[KANA] + script[HAN];
	struct span best = cyrillic(script);

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (script[codes[i].sign] > most) {
			most = script[codes[i].sign];
			best = codes[i].code;
		}
	if (script[ARABIC] > most)
		return 30 * script[PERSIAN] > script[ARABIC] ? SPAN("fa") : SPAN("ar");
	return script[KANA] > 0 && japanese > most && 10 * script[KANA] > japanese ? SPAN("ja")
	       : japanese > most                                                   ? SPAN("zh")
										   : best;
}

static bool
stands_out(const struct langid_count *count, size_t best, size_t next, size_t least, size_t margin)
{
	const size_t *points = count->points;

	return 100 * points[best] >= least * count->words &&
	       (best == next || 100 * points[best] >= margin * points[next]);
}

static struct span
by_words(const struct langid *l, const struct langid_count *count)
{
	const size_t *points = count->points;
	size_t best = 0, next = l->n > 1;

	for (size_t i = 1; i < l->n; i++)
		if (points[i] > points[best]) {
			next = best;
			best = i;
		} else if (i == next || points[i] > points[next]) {
			next = i;
		}
	if (count->words < WORDS_MIN || points[best] < POINTS_LEAST ||
	    (!stands_out(count, best, next, POINTS_MIN, MARGIN) &&
	     !stands_out(count, best, next, POINTS_FEW, MARGIN_WIDE)))
		return SPAN("");
	if (best != l->italian && 100 * points[best] < MARGIN_ITALIAN * points[l->italian])
		return SPAN("");
	return l->codes[best];
}

struct span
langid_result(const struct langid *l, const struct langid_count *count)
{
	size_t other = count->letters - count->latin;

	if (count->letters < LETTERS_MIN)
		return SPAN("");
	if (other * 2 > count->letters)
		return by_script(count->script);
	return by_words(l, count);
}

struct span
langid_of(const struct langid *l, struct span text)
{
	struct langid_count count = { 0 };

	langid_add(l, text, &count);
	return langid_result(l, &count);
}
