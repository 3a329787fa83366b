#include "names.h"

#include "analysis.h"
#include "token.h"
#include "utf8.h"

enum { QUOTED_MAX = 8 }; /* words of a title in quotes */

struct naming {
	struct arena *arena;
	const struct table *tags;
	const struct capitals *capitals;
	const struct sentence *s;
	VEC(struct row *) words; /* of the sentence, without ranges */
	VEC(size_t) at;          /* their rows */
	bool shouted;
};

static struct span
form_of(const struct naming *n, size_t i)
{
	return i < n->words.n ? n->words.v[i]->col[C_FORM] : SPAN("");
}

static struct span
key_of(const struct naming *n, size_t i)
{
	return token_key(n->arena, form_of(n, i));
}

static bool
is(const struct naming *n, size_t i, const char *upos)
{
	return i < n->words.n && row_is(n->words.v[i], upos);
}

static bool
is_capital(const struct naming *n, size_t i)
{
	return utf8_is_capital(form_of(n, i));
}

/* Of its readings in lower case, the first `most`: is one of this part of speech? */
static bool
is_read_as(const struct naming *n, size_t i, size_t most, const char *upos)
{
	struct analysis a[ANALYSES];
	size_t found = analysis_find(n->tags, key_of(n, i), most, a);

	for (size_t k = 0; k < found; k++)
		if (span_eq(a[k].upos, span_of(upos)))
			return true;
	return false;
}

static bool
is_known(const struct naming *n, size_t i)
{
	struct analysis a;

	return analysis_find(n->tags, key_of(n, i), 1, &a) > 0;
}

static bool
is_common(const struct naming *n, size_t i)
{
	return is_read_as(n, i, ANALYSES, "NOUN");
}

/* Nouns that may have a capital and name nothing. */
static bool
is_no_name(const struct naming *n, size_t i)
{
	static const struct span list[] = {
		SPAN("paese"),       SPAN("paesi"),     SPAN("lunedì"),     SPAN("martedì"),
		SPAN("mercoledì"),   SPAN("giovedì"),   SPAN("venerdì"),    SPAN("sabato"),
		SPAN("domenica"),    SPAN("gennaio"),   SPAN("febbraio"),   SPAN("marzo"),
		SPAN("aprile"),      SPAN("maggio"),    SPAN("giugno"),     SPAN("luglio"),
		SPAN("agosto"),      SPAN("settembre"), SPAN("ottobre"),    SPAN("novembre"),
		SPAN("dicembre"),    SPAN("duecento"),  SPAN("trecento"),   SPAN("quattrocento"),
		SPAN("cinquecento"), SPAN("seicento"),  SPAN("settecento"), SPAN("ottocento"),
		SPAN("novecento")
	};

	return SPAN_AMONG(key_of(n, i), list) || is(n, i - 1, "NUM") || is_read_as(n, i, 1, "NUM");
}

static bool
is_title(const struct naming *n, size_t i)
{
	static const struct span list[] = {
		SPAN("signor"),     SPAN("signora"),    SPAN("presidente"),    SPAN("ministro"),
		SPAN("ministra"),   SPAN("sindaco"),    SPAN("sindaca"),       SPAN("dottor"),
		SPAN("dottoressa"), SPAN("professor"),  SPAN("professoressa"), SPAN("avvocato"),
		SPAN("onorevole"),  SPAN("senatore"),   SPAN("senatrice"),     SPAN("assessore"),
		SPAN("assessora"),  SPAN("monsignor"),  SPAN("cardinale"),     SPAN("vescovo"),
		SPAN("generale"),   SPAN("colonnello"), SPAN("capitano"),      SPAN("maresciallo"),
		SPAN("giudice"),    SPAN("prefetto"),   SPAN("questore"),      SPAN("papa"),
		SPAN("don")
	};

	return SPAN_AMONG(key_of(n, i), list);
}

/* Between a word in capitals only and the next, "MODENA Chiude il ponte", "LA LITE Luca Zorla":
 * does something new begin there? */
static bool
is_break(const struct naming *n, size_t i)
{
	struct span form = form_of(n, i);

	if (!utf8_is_acronym(form) || utf8_is_upper(form_of(n, i + 1)))
		return false;
	return is_common(n, i) ||
	       (i == 0 && form.n > 4 && is_known(n, 1) && !is_read_as(n, 1, 1, "PROPN"));
}

/* Its capital says something: it is not that of a beginning, or the document shows it. */
static bool
has_own_capital(const struct naming *n, size_t i)
{
	if (n->shouted || !is_capital(n, i) || is_break(n, i - 1))
		return false;
	return !capitals_initial(n->s, n->at.v[i]) ||
	       (map_get(&n->capitals->names, form_of(n, i)) > 0 &&
		map_get(&n->capitals->common, key_of(n, i)) == 0);
}

/* A word of a name by itself. */
static bool
is_core(const struct naming *n, size_t i)
{
	if (i < n->words.n && is(n, i, "PROPN") && is_capital(n, i))
		return true;
	return i < n->words.n && has_own_capital(n, i) &&
	       (is(n, i, "NOUN") || is(n, i, "ADJ") || is(n, i, "X"));
}

/* Articles, prepositions and numbers with a capital belong to what follows: La Spezia, Van Aerlen,
 * Cinque Terre. */
static bool
is_capital_particle(const struct naming *n, size_t i)
{
	return (is(n, i, "DET") || is(n, i, "ADP") || is(n, i, "NUM")) && has_own_capital(n, i) &&
	       is_core(n, i + 1);
}

static bool
is_roman(const struct naming *n, size_t i)
{
	struct span form = form_of(n, i);

	for (size_t k = 0; k < form.n; k++)
		if (strchr("IVXLC", form.s[k]) == NULL)
			return false;
	return form.n > 0;
}

static bool
is_beginning(const struct naming *n, size_t i)
{
	if (is_title(n, i) || is_roman(n, i))
		return false;
	if (is_core(n, i))
		return !is_no_name(n, i);
	if (is_capital_particle(n, i))
		return true;
	/* the capital may be the sentence's: "Banca Ormea chiude", "Ermete Zorla ride" */
	return !n->shouted && is_capital(n, i) && !is_no_name(n, i) && is(n, i + 1, "PROPN") &&
	       is_capital(n, i + 1) && (is(n, i, "NOUN") || !is_known(n, i));
}

/* Words in lower case inside of names of people and of foreign names. */
static bool
is_particle(const struct naming *n, size_t i)
{
	static const struct span list[] = { SPAN("de"),  SPAN("von"), SPAN("van"), SPAN("der"),
					    SPAN("den"), SPAN("du"),  SPAN("des"), SPAN("of"),
					    SPAN("the"), SPAN("and"), SPAN("for"), SPAN("bin"),
					    SPAN("ben"), SPAN("al"),  SPAN("el"),  SPAN("y"),
					    SPAN("&"),   SPAN("dos"), SPAN("do") };

	return SPAN_AMONG(form_of(n, i), list);
}

static size_t
skip_particles(const struct naming *n, size_t i)
{
	while (is_particle(n, i))
		i++;
	return i;
}

/* Words with capitals from i on, and what stands between them: the end. */
static size_t
run_end(const struct naming *n, size_t i)
{
	for (;;) {
		size_t next = skip_particles(n, i);

		if (is_break(n, i - 1))
			return i;
		if (is(n, i, "NUM") && is_core(n, i + 1))
			next++; /* Sole 24 Ore */
		if (!is_core(n, next) && !is_capital_particle(n, next) &&
		    !(next == i && (is_roman(n, i) || is(n, i, "PROPN"))))
			return i;
		i = next + 1;
	}
}

/* Are its words those of a common noun? So are those of saints: San Vito di Cadore. */
static bool
is_institution(const struct naming *n, size_t from, size_t end)
{
	static const struct span saints[] = { SPAN("san"), SPAN("santa"), SPAN("santo"),
					      SPAN("sant'") };

	if (SPAN_AMONG(key_of(n, from), saints))
		return true;
	for (size_t i = from; i < end; i++)
		if (is_capital(n, i) && !is_common(n, i) && !is(n, i, "ADJ"))
			return false;
	return true;
}

/* Behind "di" and maybe an article: where its noun stands; i itself if there is none. */
static size_t
skip_of(const struct naming *n, size_t i)
{
	if (!is(n, i, "ADP") || !span_eq(n->words.v[i]->col[C_LEMMA], SPAN("di")))
		return i;
	return is(n, i + 1, "DET") ? i + 2 : i + 1;
}

/* "di commercio", no address. */
static bool
is_plain_tail(const struct naming *n, size_t noun)
{
	static const struct span others[] = { SPAN("via"),      SPAN("viale"), SPAN("piazza"),
					      SPAN("piazzale"), SPAN("corso"), SPAN("largo"),
					      SPAN("strada"),   SPAN("turno") };

	return is(n, noun, "NOUN") && !is_capital(n, noun) && !SPAN_AMONG(form_of(n, noun), others);
}

/* "dei conti", "dell'interno": no place or body that it belongs to. */
static bool
is_definite_tail(const struct naming *n, size_t noun)
{
	static const struct span others[] = {
		SPAN("città"),   SPAN("capoluogo"), SPAN("provincia"),     SPAN("regione"),
		SPAN("zona"),    SPAN("quartiere"), SPAN("luogo"),         SPAN("stazione"),
		SPAN("polizia"), SPAN("questura"),  SPAN("tribunale"),     SPAN("procura"),
		SPAN("nucleo"),  SPAN("squadra"),   SPAN("commissariato"), SPAN("presidio")
	};

	return is_plain_tail(n, noun) && !span_starts(form_of(n, noun - 1), SPAN("un")) &&
	       !SPAN_AMONG(form_of(n, noun), others);
}

/* An adjective behind word i, its noun, in lower case or not. */
static bool
has_adjective(const struct naming *n, size_t i)
{
	struct analysis a[ANALYSES];
	size_t found = analysis_find(n->tags, key_of(n, i), ANALYSES, a);
	struct span number;

	if (!is(n, i + 1, "ADJ") || !is_read_as(n, i + 1, ANALYSES, "ADJ"))
		return false;
	for (size_t k = 0; k < found; k++)
		if (span_eq(a[k].upos, SPAN("NOUN")) &&
		    (!misc_get(a[k].feats, SPAN("Number"), &number) ||
		     row_has(n->words.v[i + 1], SPAN("Number"), number)))
			return true;
	return false;
}

/* "Ministero dell'Ambiente e del Territorio" */
static size_t
skip_and_of(const struct naming *n, size_t i)
{
	size_t noun = skip_of(n, i + 1);

	return is(n, i, "CCONJ") && noun > i + 1 && is_core(n, noun) && is_common(n, noun) ? noun
											   : i;
}

/* The end of a name that begins at from and whose words up to i are those of a common noun. A
 * complement may have an article if what it complements has one too, unlike "i piani di Meta dei
 * modelli". What follows the name of a territory only describes it: Comune di residenza. */
static size_t
institution_end(const struct naming *n, size_t from, size_t i)
{
	static const struct span territories[] = { SPAN("comune"),    SPAN("comuni"),
						   SPAN("regione"),   SPAN("regioni"),
						   SPAN("provincia"), SPAN("province"),
						   SPAN("stato") };
	bool territory = SPAN_AMONG(key_of(n, i - 1), territories);
	bool called = from == 0 || is(n, from - 1, "DET");

	for (size_t noun;;) {
		if (!territory && has_adjective(n, i - 1))
			i++;
		noun = skip_of(n, i);
		if (noun == i)
			return i;
		if (is_core(n, noun)) {
			called = is(n, noun - 1, "DET") && is_common(n, noun);
			i = run_end(n, noun + 1);
			if ((noun = skip_and_of(n, i)) > i)
				i = run_end(n, noun + 1);
		} else if (!territory && (noun == i + 1 ? is_plain_tail(n, noun)
							: called && is_definite_tail(n, noun))) {
			called = false;
			i = noun + 1;
		} else {
			return i;
		}
	}
}

static bool
is_opening_quote(const struct naming *n, size_t i)
{
	int32_t c = utf8_first(form_of(n, i));

	return c == '"' || c == 0xAB || c == 0x201C;
}

static bool
is_closing_quote(const struct naming *n, size_t i)
{
	int32_t c = utf8_first(form_of(n, i));

	return c == '"' || c == 0xBB || c == 0x201D;
}

/* A title from i on, in quotes behind a noun; who speaks has a verb or a stop. Returns its end, or
 * i. */
static size_t
title_end(const struct naming *n, size_t i)
{
	size_t end = i;

	if (i < 2 || !is_opening_quote(n, i - 1) || !is(n, i - 2, "NOUN"))
		return i;
	while (end < n->words.n && !is_closing_quote(n, end)) {
		if (end - i == QUOTED_MAX || is(n, end, "VERB") || is(n, end, "AUX") ||
		    is(n, end, "PUNCT"))
			return i;
		end++;
	}
	return end < n->words.n ? end : i;
}

static size_t
name_end(const struct naming *n, size_t i)
{
	size_t end;

	if (!is_capital(n, i))
		return i;
	if ((end = title_end(n, i)) > i)
		return end;
	if (!is_beginning(n, i))
		return i;
	end = run_end(n, i + 1);
	return is_institution(n, i, end) ? institution_end(n, i, end) : end;
}

static void
set(const struct naming *n, size_t i, struct span value)
{
	struct span *misc = &n->words.v[i]->col[C_MISC], old;

	if (!misc_get(*misc, SPAN("Name"), &old) || !span_eq(old, value))
		*misc = misc_set(n->arena, *misc, SPAN("Name"), value);
}

static void
unset(const struct naming *n, size_t i)
{
	struct span *misc = &n->words.v[i]->col[C_MISC];

	*misc = misc_drop(n->arena, *misc, SPAN("Name"));
}

static void
find_words(struct naming *n, struct sentence *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		if (s->rows.v[i].kind != ROW_WORD)
			continue;
		*PUSH(n->arena, &n->words) = &s->rows.v[i];
		*PUSH(n->arena, &n->at) = i;
	}
}

void
names_mark(struct arena *arena, const struct table *tags, const struct capitals *capitals,
	   struct sentence *s)
{
	struct naming n = { arena, tags, capitals, s, { 0 }, { 0 }, capitals_shouted(s) };

	find_words(&n, s);
	for (size_t i = 0; i < n.words.n;) {
		size_t end = name_end(&n, i);

		if (end == i)
			unset(&n, i++);
		for (size_t from = i; i < end; i++)
			set(&n, i, i == from ? SPAN("Begin") : SPAN("Inside"));
	}
}
