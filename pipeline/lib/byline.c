#include "byline.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "sentence.h"
#include "utf8.h"

enum {
	LONGEST_BYLINE = 120, /* bytes */
	NAME_WORDS = 4,
	DATE_WORDS = 24,
	OTHER_WORDS = 4, /* a place, a name beside a date */
	SIGNATURE = 40,  /* bytes */
};

static bool
has_number(struct span line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] >= '0' && line.s[i] <= '9')
			return true;
	return false;
}

/* Is the word one of these, without case? The list is words between blanks. */
static bool
is_one_of(struct span word, const char *list)
{
	struct span rest = span_of(list), one;

	while (span_cut(&rest, ' ', &one))
		if (one.n == word.n && strncasecmp(one.s, word.s, word.n) == 0)
			return true;
	return false;
}

static bool
eat(struct span *rest, struct span prefix)
{
	if (rest->n < prefix.n || (rest->s[0] | 0x20) != (prefix.s[0] | 0x20) ||
	    strncasecmp(rest->s, prefix.s, prefix.n) != 0)
		return false;
	*rest = span_from(*rest, prefix.n);
	return true;
}

/* The next word, with the blank behind it gone. */
static struct span
next_word(struct span *rest)
{
	struct span word;

	span_cut(rest, ' ', &word);
	return word;
}

static struct span
without_comma(struct span word, bool *comma)
{
	*comma = span_ends(word, SPAN(","));
	word.n -= *comma;
	return word;
}

/* "Anna", "NERI", "D'Angelo", "Rossi-Doria", "G."; a digit or another sign makes it no name. */
static bool
is_name_word(struct span word)
{
	size_t off = 0;
	int32_t c;

	if (!utf8_is_capital(word))
		return false;
	while ((c = utf8_next(word, &off)) >= 0)
		if (!u_isalpha(c) && c != '\'' && c != 0x2019 && c != '-' && c != '.')
			return false;
	return word.n <= 3 || !span_ends(word, SPAN("."));
}

static bool
is_particle(struct span word)
{
	return is_one_of(word, "de di del della dei degli dello la lo van von");
}

static bool
is_month(struct span word)
{
	return is_one_of(word, "gennaio febbraio marzo aprile maggio giugno luglio agosto "
			       "settembre ottobre novembre dicembre gen feb mar apr mag giu lug "
			       "ago set sett ott nov dic");
}

static bool
is_date_word(struct span word)
{
	return is_one_of(word,
			 "luned\xC3\xAC marted\xC3\xAC mercoled\xC3\xAC gioved\xC3\xAC "
			 "venerd\xC3\xAC sabato domenica lun mar mer gio ven sab dom il l la le "
			 "alle ore h del di pubblicato pubblicata pubblicazione aggiornato "
			 "aggiornata aggiornamento aggiornamenti ultimo ultima modifica modificato "
			 "data creato e cet cest min minuti minuto lettura tempo a interventi "
			 "commenti commento condivisioni");
}

/* A name from the start of *rest on: how many words, and *rest behind them; 0 if there is none. A
 * comma ends it. */
static size_t
take_name(struct span *rest, struct span *name, bool *comma)
{
	struct span after = *rest;
	size_t words = 0, full = 0;

	*comma = false;
	*name = (struct span){ rest->s, 0 };
	while (words < NAME_WORDS && after.n > 0 && !*comma) {
		struct span word = without_comma(next_word(&after), comma);
		bool particle = words > 0 && !*comma && is_particle(word);

		if (!particle && (!is_name_word(word) || is_date_word(word) || is_month(word)))
			break;
		words++;
		if (particle)
			continue;
		full = words;
		name->n = (size_t)(word.s + word.n - name->s);
		*rest = after;
	}
	*comma = *comma && full == words;
	return full;
}

/* "Anna Neri, Ugo Verdi e Ada Bruni" */
static bool
take_names(struct span *rest, struct span *names)
{
	struct span name, before;
	bool comma;

	*names = (struct span){ rest->s, 0 };
	do {
		before = *rest;
		if (take_name(rest, &name, &comma) < 2) {
			*rest = before;
			break;
		}
		names->n = (size_t)(name.s + name.n - names->s);
	} while (comma || eat(rest, SPAN("e ")) || eat(rest, SPAN("& ")));
	return names->n > 0;
}

bool
byline_is_name(struct span line)
{
	struct span name;
	bool comma;

	return line.n <= LONGEST_BYLINE && take_name(&line, &name, &comma) >= 2 && line.n == 0 &&
	       !comma;
}

static bool
eat_one(struct span *rest, const struct span prefixes[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (eat(rest, prefixes[i]))
			return true;
	return false;
}

/* "Dal nostro inviato a Trento": who sent the article, before the name. */
static bool
eat_correspondent(struct span *rest)
{
	static const struct span who[] = { SPAN("dal nostro inviato"), SPAN("dalla nostra inviata"),
					   SPAN("dal nostro corrispondente"),
					   SPAN("dalla nostra corrispondente"),
					   SPAN("dai nostri inviati") };
	static const struct span at[] = { SPAN(" a "), SPAN(" ad "), SPAN(" in "), SPAN(" da ") };

	if (!eat_one(rest, who, sizeof(who) / sizeof(who[0])))
		return false;
	if (eat_one(rest, at, sizeof(at) / sizeof(at[0])))
		next_word(rest);
	while (rest->n > 0 && strchr(" ,:-", rest->s[0]) != NULL)
		*rest = span_from(*rest, 1);
	return true;
}

static bool
eat_lead(struct span *rest)
{
	static const struct span leads[] = { SPAN("di "),
					     SPAN("by "),
					     SPAN("a cura di "),
					     SPAN("articolo di "),
					     SPAN("un articolo di "),
					     SPAN("scritto da "),
					     SPAN("pubblicato da "),
					     SPAN("testo di "),
					     SPAN("testi di "),
					     SPAN("servizio di "),
					     SPAN("autore: "),
					     SPAN("autrice: "),
					     SPAN("autore "),
					     SPAN("autrice "),
					     SPAN("galleria fotografica di "),
					     SPAN("testo e foto di "),
					     SPAN("intervista di "),
					     SPAN("reportage di "),
					     SPAN("postato da "),
					     SPAN("inviato da "),
					     SPAN("firma: ") };

	return eat_one(rest, leads, sizeof(leads) / sizeof(leads[0]));
}

/* Blanks, dashes, bars and dots between the parts of a line. */
static struct span
skip_separators(struct span rest)
{
	size_t off = 0, from;
	int32_t c;

	while (from = off, (c = utf8_next(rest, &off)) >= 0)
		if (!u_isUWhiteSpace(c) && u_charType(c) != U_DASH_PUNCTUATION && c != '|' &&
		    c != ',' && c != '.' && c != 0xB7 && c != 0x2022 && c != '/')
			break;
	return span_from(rest, from);
}

/* An agency or the paper itself, to the end or to a separator. */
static bool
take_desk(struct span *rest, struct span *names)
{
	static const struct span desks[] = {
		SPAN("la redazione"),
		SPAN("redazione online"),
		SPAN("redazione web"),
		SPAN("redazione ansa"),
		SPAN("redazione cronaca"),
		SPAN("redazione sportiva"),
		SPAN("redazione sport"),
		SPAN("redazione"),
		SPAN("adnkronos"),
		SPAN("askanews"),
		SPAN("italpress"),
		SPAN("ansa"),
		SPAN("agi"),
		SPAN("lapresse"),
		SPAN("reuters"),
		SPAN("nova"),
	};
	bool bracket = eat(rest, SPAN("("));

	names->s = rest->s;
	if (!eat_one(rest, desks, sizeof(desks) / sizeof(desks[0])))
		return false;
	names->n = (size_t)(rest->s - names->s);
	if (bracket && !eat(rest, SPAN(")")))
		return false;
	return rest->n == 0 || rest->s[0] == ' ' || rest->s[0] == ',' || rest->s[0] == '.';
}

/* "inviato a Trento" behind the name */
static void
eat_post(struct span *rest)
{
	static const struct span posts[] = { SPAN("inviato "), SPAN("inviata "),
					     SPAN("nostro inviato "), SPAN("nostra inviata "),
					     SPAN("corrispondente ") };

	if (eat_one(rest, posts, sizeof(posts) / sizeof(posts[0])) &&
	    (eat(rest, SPAN("a ")) || eat(rest, SPAN("da ")) || eat(rest, SPAN("in "))))
		next_word(rest);
}

static bool
is_tail(struct span rest, struct span *date) /* nothing behind the names, or a date */
{
	struct span tail = skip_separators(rest);

	eat_post(&tail);
	tail = skip_separators(tail);

	*date = tail;
	return tail.n == 0 || byline_is_date(tail);
}

/* "Ricetta di Anna Neri" is by Anna Neri; "Ada di Pietro" stays. */
static struct span
name_alone(struct span names)
{
	const char *di = names.n > 0 ? memmem(names.s, names.n, " di ", 4) : NULL;
	struct span rest;

	if (di == NULL)
		return names;
	rest = span_from(names, (size_t)(di - names.s) + 4);
	return span_has(rest, ' ') ? rest : names;
}

bool
byline_is(struct span line, struct span *author, struct span *date)
{
	struct span rest = line;
	bool correspondent;

	*author = *date = SPAN("");
	if (line.n > LONGEST_BYLINE)
		return false;
	correspondent = eat_correspondent(&rest);
	if (correspondent && rest.n == 0)
		return true;
	if (!correspondent && !eat_lead(&rest))
		rest = line;
	if (rest.s != line.s) {
		struct span after = rest;

		if (take_names(&after, author) && is_tail(after, date))
			return true;
	}
	rest = line;
	if (has_number(line) && take_names(&rest, author) && is_tail(rest, date) && date->n > 0) {
		*author = name_alone(*author);
		return true;
	}
	*author = SPAN("");
	rest = line;
	eat(&rest, SPAN("di "));
	return take_desk(&rest, author) && is_tail(rest, date);
}

/* The parts of a date line: digits, or letters; other signs part them. */
static struct span
next_part(struct span *rest)
{
	size_t off = 0, from, to;
	struct span part;
	bool digits;
	int32_t c;

	while (from = off, (c = utf8_next(*rest, &off)) >= 0 && !u_isalnum(c))
		;
	digits = c >= '0' && c <= '9';
	while (to = off, (c = utf8_next(*rest, &off)) >= 0)
		if (digits ? c < '0' || c > '9' : !u_isalpha(c))
			break;
	to = to < from ? from : to;
	part = (struct span){ rest->s + from, to - from };
	*rest = span_from(*rest, to);
	return part;
}

/* Three numbers in a row that are day, month and year, or the reverse. */
static bool
is_numeric_date(const long n[3])
{
	bool forth = n[0] >= 1 && n[0] <= 31 && n[1] >= 1 && n[1] <= 12 &&
		     ((n[2] >= 1900 && n[2] < 2100) || (n[2] >= 0 && n[2] < 100));

	return forth ||
	       (n[0] >= 1900 && n[0] < 2100 && n[1] >= 1 && n[1] <= 12 && n[2] >= 1 && n[2] <= 31);
}

/* 11/06/25 and 11.6.2025, but not the numbers of a table. */
static bool
is_tight(struct span line, struct span part)
{
	return part.s > line.s && strchr("/.-", part.s[-1]) != NULL && part.s - line.s > 1 &&
	       part.s[-2] >= '0' && part.s[-2] <= '9';
}

bool
byline_is_date(struct span line)
{
	struct span rest = line, part;
	long last[3] = { -1, -1, -1 };
	bool found = false;
	int others = 0;

	if (line.n > LONGEST_BYLINE || !has_number(line))
		return false;
	for (int i = 0; (part = next_part(&rest)).n > 0; i++) {
		long n = span_number(part);
		bool month = n < 0 && is_month(part);

		others += n < 0 && !month && !is_date_word(part);
		if (i == DATE_WORDS || others > OTHER_WORDS ||
		    (n < 0 && !month && !is_date_word(part) && !is_name_word(part)))
			return false;
		found = found || (month && last[2] >= 1 && last[2] <= 31);
		last[0] = last[1], last[1] = last[2], last[2] = n;
		found = found || (is_numeric_date(last) && is_tight(line, part));
	}
	return found && !span_ends(line, SPAN("."));
}

bool
byline_has_date(struct span line)
{
	struct span part;
	long day = -1;
	bool month = false;

	while ((part = next_part(&line)).n > 0) {
		long n = span_number(part);

		if (month && n >= 1900 && n < 2100)
			return true;
		month = n < 0 && day >= 1 && day <= 31 && is_month(part);
		day = n;
	}
	return false;
}

static bool
is_initials(struct span word) /* "F.D.", "GIB" */
{
	return word.n <= 6 && utf8_is_upper(word) && !utf8_has_digit(word);
}

/* Where the last sentence ends: behind its stop and the quotes that close it. */
static size_t
last_stop(struct span text)
{
	for (size_t i = text.n; i-- > 0 && text.n - i <= SIGNATURE;)
		if (text.s[i] == ' ' && i > 1 && sentence_is_closed((struct span){ text.s, i }) &&
		    (text.s[i - 2] != '.' && !u_isupper(text.s[i - 2])))
			return i;
	return text.n;
}

struct span
byline_cut(struct span text, struct span *author)
{
	size_t end = last_stop(text);
	struct span rest = skip_separators(span_from(text, end));

	*author = SPAN("");
	if (rest.n == 0 || (!byline_is_name(rest) && (span_has(rest, ' ') || !is_initials(rest))))
		return text;
	if (byline_is_name(rest))
		*author = rest;
	return (struct span){ text.s, end };
}
