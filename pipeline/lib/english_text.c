#include "english_text.h"

#include <string.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "english_class.h"
#include "utf8.h"

/* What a character of typography is in plain text; NULL if it stays. */
static const char *
plain_of(int32_t c)
{
	switch (c) {
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0xAB:
	case 0xBB:
		return "\"";
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2039:
	case 0x203A:
	case '`':
		return "'";
	case 0x2026:
		return "...";
	case 0xAD:
	case 0x200B:
	case 0x200C:
	case 0x200D:
	case 0x2060:
	case 0xFEFF:
		return "";
	}
	return c != ' ' && u_isUWhiteSpace(c) ? " " : NULL;
}

static bool
may_change(unsigned char c)
{
	return c >= 0x80 || c < ' ' || c == '`' || c == '\'';
}

static size_t
next_change(struct span text, size_t off)
{
	while (off < text.n && !may_change((unsigned char)text.s[off]))
		off++;
	return off;
}

/* '' and `` are how typewriters and TeX write quotation marks. */
static void
put_plain(struct buf *out, const char *plain)
{
	if (strcmp(plain, "'") == 0 && out->n > 0 && out->s[out->n - 1] == '\'')
		out->s[out->n - 1] = '"';
	else
		buf_put(out, span_of(plain));
}

struct span
english_plain(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	size_t off = 0, end;

	if (next_change(text, 0) == text.n)
		return text;
	while (off < text.n) {
		end = next_change(text, off);
		buf_put(&out, (struct span){ text.s + off, end - off });
		if ((off = end) == text.n)
			break;
		int32_t c = utf8_next(text, &end);
		const char *plain = c == '\'' ? "'" : plain_of(c);

		if (plain != NULL)
			put_plain(&out, plain);
		else
			buf_put(&out, (struct span){ text.s + off, end - off });
		off = end;
	}
	return buf_span(&out);
}

struct scan {
	struct arena *arena;
	struct span text;
	struct spans *out;
	bool quoted; /* inside a quotation in single marks */
};

static int32_t
char_at(const struct scan *sc, size_t off)
{
	if (off < sc->text.n && (unsigned char)sc->text.s[off] < 0x80)
		return sc->text.s[off];
	return utf8_next(sc->text, &off);
}

static size_t
step(const struct scan *sc, size_t off)
{
	utf8_next(sc->text, &off);
	return off;
}

static int32_t
char_after(const struct scan *sc, size_t off)
{
	return char_at(sc, step(sc, off));
}

static int32_t
char_before(const struct scan *sc, size_t off)
{
	return utf8_prev(sc->text, &off);
}

static bool
is_hyphen(int32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* What a token can start behind: the text's start, a blank, a bracket, a quotation mark. */
static bool
opens(int32_t c)
{
	return c < 0 || c == ' ' || c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' ||
	       c == 0x2014 || c == 0x2013;
}

static size_t
skip_word(const struct scan *sc, size_t off)
{
	while (is_word(char_at(sc, off)))
		off = step(sc, off);
	return off;
}

static struct span
piece(const struct scan *sc, size_t from, size_t end)
{
	return (struct span){ sc->text.s + from, end - from };
}

static void
push(const struct scan *sc, size_t from, size_t end)
{
	*PUSH(sc->arena, sc->out) = piece(sc, from, end);
}

/* Characters from the last stop, hyphen or from on, up to off. */
static size_t
part_length(const struct scan *sc, size_t from, size_t off)
{
	size_t n = 0;

	while (off > from && is_word(char_before(sc, off)) && n < 4) {
		utf8_prev(sc->text, &off);
		n++;
	}
	return n;
}

/* A stop at off inside U.S, example.com, 14.8, Ph.D; not inside "end.Next". */
static bool
stop_joins(const struct scan *sc, size_t from, size_t off)
{
	int32_t last = char_before(sc, off), next = char_after(sc, off);

	if (is_digit(next))
		return is_word(last);
	if (part_length(sc, from, off) == 1 && is_letter(last))
		return true;
	if (u_isupper(last) && !u_islower(char_after(sc, step(sc, off))))
		return true; /* a share's name: ENI.MI */
	return !u_isupper(next) || span_eq(piece(sc, from, off), SPAN("Ph"));
}

/* 24/7, and/or, km/h; but not coalition/opposition. */
static bool
slash_joins(const struct scan *sc, size_t from, size_t off)
{
	return is_digit(char_before(sc, off)) || is_digit(char_after(sc, off)) ||
	       part_length(sc, from, off) <= 3;
}

/* What stands between two word characters is inside a word or not. */
static bool
joins(const struct scan *sc, size_t from, size_t off)
{
	int32_t c = char_at(sc, off), last = char_before(sc, off), next = char_after(sc, off);

	if (!is_word(next) || !is_word(last))
		return false;
	switch (c) {
	case '\'':
	case '-':
	case '_':
	case '&':
	case '@':
	case 0x2010:
	case 0x2011:
	case 0x2013:
		return true;
	case '.':
		return stop_joins(sc, from, off);
	case '+':
		return is_digit(next);
	case ',':
	case ':':
		return is_digit(last) && is_digit(next);
	case '/':
		return slash_joins(sc, from, off);
	}
	return false;
}

/* The stop after the last letter of U.S. or Ph.D. */
static bool
ends_acronym(const struct scan *sc, size_t from, size_t off)
{
	size_t letter = off;

	if (char_at(sc, off) != '.' || !is_letter(utf8_prev(sc->text, &letter)))
		return false;
	return letter > from + 1 && char_before(sc, letter) == '.';
}

/* A bracket inside a word: worker(s), A(H5N1), con[c]essions, print(); the byte behind it, or off.
 */
static size_t
bracket_end(const struct scan *sc, size_t off)
{
	int32_t c = char_at(sc, off);
	size_t end;

	if (c != '(' && c != '[')
		return off;
	end = skip_word(sc, off + 1);
	if ((end == off + 1 && c == '[') || end - off > 8 ||
	    char_at(sc, end) != (c == '(' ? ')' : ']'))
		return off;
	return end + 1;
}

/* One more piece of the word from..off: where it ends, or off. */
static size_t
joined_end(const struct scan *sc, size_t from, size_t off)
{
	int32_t c = char_at(sc, off), next = char_after(sc, off);

	if (joins(sc, from, off))
		return skip_word(sc, step(sc, off));
	if (c == 0xB0 && is_digit(char_before(sc, off)))
		return skip_word(sc, step(sc, off)); /* 20°C */
	if (ends_acronym(sc, from, off))
		return off + 1;
	if (strchr(".)]", sc->text.s[off - 1]) != NULL && (is_hyphen(c) || c == '\'') &&
	    is_word(next))
		return skip_word(sc, step(sc, off)); /* U.S.-based, the U.S.'s, 90(F)-degree */
	return skip_word(sc, bracket_end(sc, off));
}

static size_t
word_end(const struct scan *sc, size_t from)
{
	size_t off = skip_word(sc, from), end;

	if (off == from)
		return off;
	while ((end = joined_end(sc, from, off)) > off)
		off = end;
	return off;
}

/* workin' on, but not 'come in' */
static bool
drops_g(const struct scan *sc, size_t from, size_t off)
{
	return !sc->quoted && off - from >= 5 && span_ends(piece(sc, from, off), SPAN("in")) &&
	       char_at(sc, off) == '\'' && char_after(sc, off) == ' ';
}

/* mid- and long-term; C++, 18+; US$; workin' */
static size_t
tail_end(const struct scan *sc, size_t from, size_t off)
{
	int32_t c = char_at(sc, off), next = char_after(sc, off);
	size_t end = off;

	if (drops_g(sc, from, off))
		return off + 1;
	if (c == '-' && next == ' ' && is_letter(char_before(sc, off)))
		return off + 1;
	while (c == '+' && char_at(sc, end) == '+')
		end++;
	if (end > off)
		return is_word(char_at(sc, end)) ? off : end;
	if (is_currency(c) && off - from <= 3 && is_digit(next) && u_isupper(char_before(sc, off)))
		return step(sc, off);
	return off;
}

/* Abbreviations: that may end a sentence, that go before something, that go before a number. */
static const char ending[] = " Inc. Corp. Co. Cos. Ltd. Bros. Jr. Sr. Esq. etc. al. Ave. Blvd. ";
static const char leading[] =
    " Mr. Mrs. Ms. Messrs. Dr. Prof. Rev. Hon. St. Ste. Mt. Ft. Gov. Lt. Col. Gen. Capt. Cpl. Sgt. "
    "Maj. Cmdr. Adm. Sen. Sens. Rep. Reps. Supt. Det. Insp. Pres. Amb. Atty. vs. cf. viz. approx. "
    "ca. Jan. Feb. Aug. Sept. Oct. Nov. Dec. Univ. Assn. Dept. Ph. ";
static const char numbering[] =
    " No. Nos. no. nos. Art. art. Fig. fig. Vol. vol. p. pp. par. Sec. sec. Ch. ch. Mar. Apr. Jun. "
    "Jul. Sep. c. ";

static bool
ends_text(const struct scan *sc, size_t off)
{
	while (off < sc->text.n && strchr(" \"')]}", sc->text.s[off]) != NULL)
		off++;
	return off == sc->text.n;
}

/* One capital and a stop before a name or another initial; I is a word. */
static bool
is_initial(const struct scan *sc, size_t from, size_t off, int32_t next)
{
	int32_t c = char_at(sc, from);

	return step(sc, from) == off && c != 'I' && u_isupper(c) && u_isupper(next);
}

/* Does the word from..off, with a stop at off, keep it? */
static bool
keeps_stop(const struct scan *sc, size_t from, size_t off)
{
	struct span word = piece(sc, from, off + 1);
	size_t next_off = off + 1;
	int32_t next;

	if (LISTED(ending, word))
		return true;
	while (char_at(sc, next_off) == ' ')
		next_off++;
	next = char_at(sc, next_off);
	if (LISTED(numbering, word))
		return is_digit(next);
	return (LISTED(leading, word) && !ends_text(sc, off + 1)) ||
	       is_initial(sc, from, off, next);
}

/* The word, its clitics apart: at most two (I'd've). */
static void
push_word(const struct scan *sc, size_t from, size_t end)
{
	size_t cuts[2], n = 0, last = end;

	for (size_t n_more = 0; n_more < 2; n_more++) {
		const char *at = memrchr(sc->text.s + from, '\'', last - from);
		size_t cut = at != NULL ? (size_t)(at - sc->text.s) : from;

		if (cut == from || !is_clitic(piece(sc, cut, last)))
			break;
		cuts[n++] = last = cut;
	}
	while (n > 0) {
		push(sc, from, cuts[--n]);
		from = cuts[n];
	}
	push(sc, from, end);
}

static size_t
scan_word(const struct scan *sc, size_t from)
{
	size_t end = word_end(sc, from), tail;
	bool stop = end > from && sc->text.s[end - 1] == '.';

	if (!stop && char_at(sc, end) == '.' && keeps_stop(sc, from, end)) {
		end++;
		stop = true;
	}
	if (stop) {
		push(sc, from, end);
		if (ends_text(sc, end))
			push(sc, end - 1, end); /* the sentence's, in the same place */
		return end;
	}
	if ((tail = tail_end(sc, from, end)) > end)
		push(sc, from, end = tail);
	else
		push_word(sc, from, end);
	return end;
}

/* An address at off: the byte behind it without the marks that close the sentence; or off. */
static size_t
address_end(const struct scan *sc, size_t off)
{
	struct span rest = span_from(sc->text, off);
	size_t end = off;

	if (!span_starts(rest, SPAN("http://")) && !span_starts(rest, SPAN("https://")) &&
	    !span_starts(rest, SPAN("www.")))
		return off;
	while (end < sc->text.n && strchr(" \"<>", sc->text.s[end]) == NULL)
		end++;
	while (end > off && strchr(".,;:!?)]'", sc->text.s[end - 1]) != NULL)
		end--;
	return end;
}

/* /usr/share or ~/name at off: the byte behind it, or off. */
static size_t
path_end(const struct scan *sc, size_t off)
{
	size_t end = off + (char_at(sc, off) == '~');

	if (char_at(sc, end) != '/' || !(is_word(char_after(sc, end)) || end > off))
		return off;
	while (is_word(char_at(sc, end)) || (end < sc->text.n && strchr("/._-", sc->text.s[end])))
		end = step(sc, end);
	while (strchr("._-", sc->text.s[end - 1]) != NULL)
		end--;
	return end;
}

/* '90s, 'em, 'n': words that begin with an apostrophe; the byte behind, or off. */
static size_t
elided_end(const struct scan *sc, size_t off)
{
	static const char words[] = " 'em 'til 'tis 'twas 'cause 'bout 'round 'n ";
	size_t end = word_end(sc, off + 1);
	struct span word = piece(sc, off, end);

	if (word.n == 4 && is_digit(word.s[1]) && is_digit(word.s[2]) && word.s[3] == 's')
		return end;
	if (!LISTED(words, word))
		return off;
	return end + (word.n == 2 && char_at(sc, end) == '\'');
}

/* What is no letter or digit and yet begins a word: -5 .5 .txt /usr #tag @name '90s */
static size_t
prefix_end(const struct scan *sc, size_t off)
{
	int32_t c = char_at(sc, off), next = char_after(sc, off);

	if (!opens(char_before(sc, off)))
		return off;
	if (c == '/' || c == '~')
		return path_end(sc, off);
	if (!is_word(next))
		return off;
	if (c == '\'')
		return elided_end(sc, off);
	if (c == '#' || c == '@' || c == '.')
		return word_end(sc, off + 1);
	if (is_digit(next) && (c == '-' || c == '+' || c == 0x2212))
		return word_end(sc, step(sc, off));
	return off;
}

static bool
is_run(int32_t c)
{
	return c > 0 && c < 0x80 && strchr(".-*=_!?~", (int)c) != NULL;
}

static bool
is_exclamation(int32_t c)
{
	return c == '!' || c == '?';
}

static size_t
mark_end(const struct scan *sc, size_t off)
{
	int32_t c = char_at(sc, off);
	size_t end = step(sc, off);

	while (is_run(c) &&
	       (char_at(sc, end) == c || (is_exclamation(c) && is_exclamation(char_at(sc, end)))))
		end++;
	return end;
}

static size_t
scan_mark(struct scan *sc, size_t off)
{
	size_t end = mark_end(sc, off);

	if (sc->text.s[off] == '\'')
		sc->quoted = opens(char_before(sc, off)) && is_word(char_at(sc, end));
	push(sc, off, end);
	return end;
}

static size_t
scan_token(struct scan *sc, size_t off)
{
	size_t end;

	if ((sc->text.s[off] == 'h' || sc->text.s[off] == 'w') &&
	    (end = address_end(sc, off)) > off) {
		push(sc, off, end);
		return end;
	}
	if (is_word(char_at(sc, off)))
		return scan_word(sc, off);
	if ((end = prefix_end(sc, off)) == off)
		return scan_mark(sc, off);
	push(sc, off, end);
	return end;
}

void
english_tokens(struct arena *arena, struct span text, struct spans *out)
{
	struct scan sc = { arena, english_plain(arena, text), out, false };

	*out = (struct spans){ 0 };
	for (size_t off = 0; off < sc.text.n;)
		off = sc.text.s[off] == ' ' ? off + 1 : scan_token(&sc, off);
}

struct span
english_cut(struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	struct spans tokens = { 0 };

	english_tokens(arena, text, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i > 0)
			buf_putc(&out, ' ');
		buf_put(&out, tokens.v[i]);
	}
	return buf_span(&out);
}
