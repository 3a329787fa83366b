#include "token.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "utf8.h"

enum { MAIL_NAME_MAX = 64 }; /* RFC 5321, section 4.5.3.1.1 */

struct scan {
	struct arena *arena;
	const struct table *abbreviations;
	struct span text;
	struct tokens *out;
	bool quote_open; /* a single quotation mark was opened */
	bool has_at;     /* an @ stands somewhere: there may be an e-mail address */
};

bool
is_apostrophe(int32_t c)
{
	return c == '\'' || c == 0x2019;
}

static bool
is_ascii_letter(int32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_word(int32_t c) /* WB4, WB5, WB9, WB10 */
{
	if (c < 0x80)
		return is_ascii_letter(c) || (c >= '0' && c <= '9');
	return u_isalnum(c) || (c > 0x300 && u_charType(c) == U_NON_SPACING_MARK);
}

static bool
is_hyphen(int32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool
is_opener(int32_t c)
{
	return c >= 0 && (u_charType(c) == U_START_PUNCTUATION || c == '"' || c == 0xAB ||
			  c == 0x201C || c == 0x2018);
}

static bool
is_vowel(int32_t c)
{
	return c > 0 && c < 0x80 && strchr("aeiouAEIOU", (int)c) != NULL;
}

static int32_t
char_at(const struct scan *sc, size_t off)
{
	return utf8_next(sc->text, &off);
}

static int32_t
char_after(const struct scan *sc, size_t off)
{
	utf8_next(sc->text, &off);
	return utf8_next(sc->text, &off);
}

static int32_t
char_before(const struct scan *sc, size_t off)
{
	return utf8_prev(sc->text, &off);
}

static size_t
step(const struct scan *sc, size_t off)
{
	utf8_next(sc->text, &off);
	return off;
}

static size_t
skip_while(const struct scan *sc, size_t off, bool (*test)(int32_t))
{
	size_t next = off;

	while (off < sc->text.n && test(utf8_next(sc->text, &next)))
		off = next;
	return off;
}

static bool
is_space(int32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c);
}

static bool
is_digit(int32_t c)
{
	return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c);
}

static bool
is_letter(int32_t c)
{
	return c < 0x80 ? is_ascii_letter(c) : u_isalpha(c);
}

static struct span
piece(const struct scan *sc, size_t from, size_t to)
{
	return (struct span){ sc->text.s + from, to - from };
}

struct span
token_plain(struct arena *arena, struct span a)
{
	char *s;
	size_t n = 0;

	if (!span_has(a, '\xE2')) /* the first byte of U+2019 */
		return a;
	s = ARENA_NEW(arena, char, a.n);
	for (size_t i = 0; i < a.n; i++)
		if (span_starts(span_from(a, i), SPAN("\u2019"))) {
			s[n++] = '\'';
			i += 2;
		} else {
			s[n++] = a.s[i];
		}
	return (struct span){ s, n };
}

/* The accented letter that a vowel and an apostrophe at a word's end stand for: chE' is ché. */
static struct span
accented(char vowel, char before)
{
	switch (vowel) {
	case 'a':
		return SPAN("à");
	case 'e':
		return before == 'h' ? SPAN("é") : SPAN("è");
	case 'i':
		return SPAN("ì");
	case 'o':
		return SPAN("ò");
	case 'u':
		return SPAN("ù");
	}
	return SPAN("");
}

/* Words of at least three letters, and e': shorter ones are apocopes (po', di', fa'). */
static struct span
restore_accent(struct arena *arena, struct span key)
{
	struct buf out = { .arena = arena };
	struct span accent;

	if (!span_ends(key, SPAN("'")) || (key.n < 4 && !span_eq(key, SPAN("e'"))))
		return key;
	accent = accented(key.s[key.n - 2], key.n > 2 ? key.s[key.n - 3] : ' ');
	if (accent.n == 0)
		return key;
	buf_put(&out, (struct span){ key.s, key.n - 2 });
	buf_put(&out, accent);
	return buf_span(&out);
}

/* Most words are their own key. */
static bool
is_key(struct span form)
{
	for (size_t i = 0; i < form.n; i++)
		if (!((form.s[i] >= 'a' && form.s[i] <= 'z') || is_digit(form.s[i])))
			return false;
	return true;
}

struct span
token_key(struct arena *arena, struct span form)
{
	if (is_key(form))
		return form;
	return restore_accent(arena, token_plain(arena, utf8_lower(arena, form)));
}

static struct span
abbreviation_class(const struct scan *sc, struct span form)
{
	struct span fields = SPAN("");

	table_find(sc->abbreviations, token_key(sc->arena, form), &fields);
	return fields;
}

static bool
before_number(const struct scan *sc, size_t off)
{
	return is_digit(char_at(sc, skip_while(sc, off, is_space)));
}

/* A listed abbreviation is one here: "L." before a sum, "cm." inside of a sentence. */
static bool
is_abbreviation_at(const struct scan *sc, struct span class, size_t end)
{
	if (span_eq(class, SPAN("number")))
		return before_number(sc, end);
	if (span_eq(class, SPAN("unit")))
		return u_islower(char_at(sc, skip_while(sc, end, is_space)));
	return class.n > 0;
}

/* A listed abbreviation, the longest: letters and stops from off on, cut back stop by stop. */
static size_t
listed_abbreviation(const struct scan *sc, size_t off, enum token_kind *kind)
{
	size_t end = off;
	struct span class;

	while (is_letter(char_at(sc, end)) && end - off < 24) {
		end = skip_while(sc, end, is_letter);
		if (char_at(sc, end) != '.')
			break;
		end++;
	}
	for (; end > off; end--) {
		if (sc->text.s[end - 1] != '.')
			continue;
		class = abbreviation_class(sc, piece(sc, off, end));
		if (!is_abbreviation_at(sc, class, end))
			continue;
		*kind = span_eq(class, SPAN("end")) ? TOKEN_ABBR_END : TOKEN_ABBR;
		return end;
	}
	return off;
}

/* Single letters, each with its stop, two at least: U.S.A., G.B. */
static size_t
acronym(const struct scan *sc, size_t off)
{
	int letters = 0;

	while (is_letter(char_at(sc, off)) && char_after(sc, off) == '.') {
		off = step(sc, off) + 1;
		letters++;
	}
	return letters >= 2 && !is_word(char_at(sc, off)) ? off : 0;
}

/* A stop that is no ellipsis. */
static bool
is_last_stop(const struct scan *sc, size_t off)
{
	return char_at(sc, off) == '.' && char_after(sc, off) != '.';
}

/* One capital and a stop is an initial, except after "serie" and the like (class label). */
static bool
is_initial(const struct scan *sc, size_t off)
{
	size_t stop = step(sc, off), next = skip_while(sc, stop + 1, is_space);
	const struct token *before = sc->out->n > 0 ? &sc->out->v[sc->out->n - 1] : NULL;

	if (!u_isupper(char_at(sc, off)) || char_at(sc, stop) != '.')
		return false;
	if (before != NULL && span_eq(abbreviation_class(sc, before->form), SPAN("label")))
		return false;
	/* the stop ends the text, or another does: of two letters that could be either */
	if (next >= sc->text.n || is_last_stop(sc, stop + 1))
		return before != NULL && utf8_is_capital(before->form);
	return is_letter(char_at(sc, next));
}

/* The last part of an internet name: "gazzetta.it" is one token, "fine.Poi" is not. */
static bool
is_domain(const struct scan *sc, size_t off)
{
	static const char list[] = " it com org net eu gov edu info tv io ai uk de fr ";
	size_t end = skip_while(sc, off, is_letter);
	char name[8];

	if (end - off < 2 || end - off > 4 || is_digit(char_at(sc, end)))
		return false;
	name[0] = ' ';
	memcpy(name + 1, sc->text.s + off, end - off);
	memcpy(name + 1 + end - off, " ", 2);
	return strstr(list, name) != NULL;
}

enum join { LEAVE, TAKE, JOIN }; /* outside the word; its last character; inside it */

/* An apostrophe at off after the word from..off. */
static enum join
apostrophe(const struct scan *sc, size_t from, size_t off)
{
	struct span word = piece(sc, from, off);
	size_t next_off = step(sc, off);
	int32_t next = char_at(sc, next_off), last = char_before(sc, off);
	bool genitive = next == 's' && !is_word(char_after(sc, next_off));

	if (is_letter(next)) {
		if (genitive || is_apostrophe(char_after(sc, next_off)) ||
		    span_eq(word, SPAN("O")) || span_has(word, '\'') || span_eq(word, SPAN("Mc")))
			return JOIN; /* McDonald's, rock'n'roll, O'Brien */
		return TAKE;         /* unlike WB6 and WB7: elision */
	}
	if (is_digit(next))
		return TAKE; /* l'8 marzo */
	if (is_opener(next))
		return is_vowel(last) || sc->quote_open ? LEAVE : TAKE; /* dell'"Inferno" */
	return sc->quote_open && !span_eq(word, SPAN("po")) ? LEAVE : TAKE;
}

/* What stands between two word characters joins them (true) or not. */
static bool
joins(const struct scan *sc, size_t from, size_t off)
{
	int32_t c = char_at(sc, off), next = char_after(sc, off), last = char_before(sc, off);

	if (!is_word(next))
		return false;
	if (is_hyphen(c) || c == '_' || c == '&')
		return true; /* unlike WB: italo-americano, R&S */
	if (is_digit(last) && is_digit(next))
		return c == '.' || c == ',' || c == ':' || c == '/'; /* WB11, WB12 */
	if (c == '/')
		return off - from <= 2 && !is_digit(next); /* e/o, km/h */
	return c == '.' && is_domain(sc, off + 1);
}

/* The end of a word or number that starts at from. */
static size_t
word_end(const struct scan *sc, size_t from)
{
	size_t off = skip_while(sc, from, is_word);

	for (;;) {
		int32_t c = char_at(sc, off);
		enum join join = LEAVE;

		if (c == 0xB0 && !is_letter(char_after(sc, off)))
			join = TAKE; /* 60°, n° */
		else if (is_apostrophe(c))
			join = apostrophe(sc, from, off);
		else if (c >= 0 && joins(sc, from, off))
			join = JOIN;
		if (join == LEAVE)
			return off;
		off = step(sc, off);
		if (join == TAKE)
			return off;
		off = skip_while(sc, off, is_word);
	}
}

static bool
is_run(int32_t c)
{
	return c == '.' || c == 0x2026 || c == '-' || c == '*' || c == '=' || c == '_' ||
	       c == '!' || c == '?';
}

static bool
is_exclamation(int32_t c)
{
	return c == '!' || c == '?';
}

static size_t
other_end(struct scan *sc, size_t off)
{
	int32_t c = char_at(sc, off);
	size_t end = step(sc, off);

	if (is_apostrophe(c) || c == 0x2018)
		sc->quote_open = !sc->quote_open && is_word(char_at(sc, end));
	if (!is_run(c))
		return end;
	while (char_at(sc, end) == c || (is_exclamation(c) && is_exclamation(char_at(sc, end))))
		end = step(sc, end);
	return end;
}

static bool
starts_like(struct span a, const char *prefix)
{
	return a.n > strlen(prefix) && strncasecmp(a.s, prefix, strlen(prefix)) == 0;
}

static bool
is_address_char(int32_t c)
{
	return !is_space(c) && c != 0xAB && c != 0xBB && c != '"' && c != '<' && c != '>' &&
	       c != 0x201C && c != 0x201D;
}

static bool
is_mail_char(int32_t c)
{
	return c > 0 && c < 0x80 && (is_word(c) || strchr("._+-", (int)c) != NULL);
}

/* name@host.it at off: the byte after it, or off. */
static size_t
mail_end(const struct scan *sc, size_t off)
{
	size_t at = off, end;

	while (at - off < MAIL_NAME_MAX && is_mail_char(char_at(sc, at)))
		at++;
	if (at == off || char_at(sc, at) != '@')
		return off;
	end = skip_while(sc, at + 1, is_mail_char);
	return end > at + 1 ? end : off;
}

/* A URL or e-mail address at off, without the punctuation that closes the sentence; or off. */
static size_t
address_end(const struct scan *sc, size_t off)
{
	struct span rest = span_from(sc->text, off);
	size_t end = sc->has_at ? mail_end(sc, off) : off;

	if (strchr("hHwW", rest.s[0]) == NULL && end == off) /* most tokens */
		return off;
	if (starts_like(rest, "http://") || starts_like(rest, "https://") ||
	    starts_like(rest, "www."))
		end = skip_while(sc, off, is_address_char);
	while (end > off && strchr(".,;:!?)]'", sc->text.s[end - 1]))
		end--;
	return end;
}

static size_t
word_token(struct scan *sc, size_t off, enum token_kind *kind)
{
	size_t end;

	*kind = TOKEN_WORD;
	if ((end = listed_abbreviation(sc, off, kind)) > off)
		return end;
	*kind = TOKEN_ABBR_END;
	if ((end = acronym(sc, off)) > 0)
		return end;
	*kind = TOKEN_ABBR;
	if (is_initial(sc, off))
		return step(sc, off) + 1;
	*kind = is_digit(char_at(sc, off)) ? TOKEN_NUMBER : TOKEN_WORD;
	return word_end(sc, off);
}

static size_t
token_end(struct scan *sc, size_t off, enum token_kind *kind)
{
	int32_t c = char_at(sc, off), next = char_after(sc, off);
	size_t end = address_end(sc, off);

	*kind = TOKEN_ADDRESS;
	if (end > off)
		return end;
	if (is_word(c))
		return word_token(sc, off, kind);
	*kind = TOKEN_NUMBER;
	if (is_apostrophe(c) && is_digit(next))
		return word_end(sc, step(sc, off)); /* '90 */
	*kind = TOKEN_WORD;
	if ((c == '#' || c == '@') && is_letter(next))
		return word_end(sc, step(sc, off)); /* #hashtag */
	*kind = TOKEN_OTHER;
	return other_end(sc, off);
}

void
token_scan(struct arena *arena, const struct table *abbreviations, struct span text,
	   struct tokens *out)
{
	struct scan sc = { arena, abbreviations, text, out, false, span_has(text, '@') };
	size_t end, next;

	*out = (struct tokens){ 0 };
	for (size_t off = 0; off < text.n; off = next) {
		struct token t;

		end = token_end(&sc, off, &t.kind);
		next = skip_while(&sc, end, is_space);
		t.form = piece(&sc, off, end);
		t.gap = piece(&sc, end, next);
		*PUSH(arena, out) = t;
	}
}
