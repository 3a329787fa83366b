#include "glossary.h"

#include "rows.h"
#include "status.h"
#include "token.h"
#include "utf8.h"
#include "xml.h"

static void
add(struct arena *arena, struct glossary_entries *out, struct glossary_entry e)
{
	if (span_eq(e.italian, e.english))
		e.english = SPAN("");
	if (e.italian.n > 0)
		*PUSH(arena, out) = e;
}

static int
read_rows(struct arena *arena, struct span bytes, struct glossary_entries *out, size_t *bad_line)
{
	struct span column[ROWS_COLUMNS];
	struct rows rows;
	int rc = rows_open(&rows, arena, bytes);

	while (rc >= 0 && (rc = rows_next(&rows, column)) == 1)
		add(arena, out,
		    (struct glossary_entry){ column[0], column[1], column[2], rows.line });
	*bad_line = rows.line;
	return rc;
}

/* ---- TBX ---- */

/* The administrative status of a term, from the worst: never to be used, unknown, preferred. */
enum standing { DEPRECATED, ADMITTED, PREFERRED };

struct term {
	struct span text;
	size_t line;
	enum standing standing;
};

struct concept {
	struct glossary_entries *out;
	struct span language; /* of the section at hand */
	struct term term;     /* at hand */
	VEC(struct term) italian;
	struct term english; /* the best; line 0: none */
	struct span note;
};

/* Both editions, and both ways of the older one to write a term. */
static bool
is_concept(struct span name)
{
	return span_eq(name, SPAN("conceptEntry")) || span_eq(name, SPAN("termEntry"));
}

static bool
is_language_section(struct span name)
{
	return span_eq(name, SPAN("langSec")) || span_eq(name, SPAN("langSet"));
}

static bool
is_term_section(struct span name)
{
	return span_eq(name, SPAN("termSec")) || span_eq(name, SPAN("tig")) ||
	       span_eq(name, SPAN("ntig"));
}

static void
tbx_start(struct xml *xml, struct span name)
{
	struct concept *c = xml->self;

	if (xml->depth == 1 && !span_eq(name, SPAN("tbx")) && !span_eq(name, SPAN("martif")))
		xml_refuse(xml, ERR_ROOT);
	else if (is_concept(name))
		*c = (struct concept){ .out = c->out };
	else if (is_language_section(name))
		c->language = xml_language(xml);
	else if (is_term_section(name))
		c->term = (struct term){ .standing = ADMITTED, .line = xml_line(xml) };
	else if (span_eq(name, SPAN("term")) || span_eq(name, SPAN("note")) ||
		 span_eq(name, SPAN("administrativeStatus")) || span_eq(name, SPAN("termNote")))
		xml_collect(xml);
}

/* A termNote or an element of its own; other notes have other values. */
static void
take_status(struct term *term, struct span status)
{
	if (span_starts(status, SPAN("preferredTerm")))
		term->standing = PREFERRED;
	if (span_starts(status, SPAN("deprecatedTerm")) ||
	    span_starts(status, SPAN("supersededTerm")))
		term->standing = DEPRECATED;
}

static void
take_note(struct concept *c, struct span note)
{
	if (c->note.n == 0)
		c->note = note;
}

static void
end_term(struct arena *arena, struct concept *c)
{
	if (c->term.text.s == NULL)
		return;
	if (language_is(c->language, "it"))
		*PUSH(arena, &c->italian) = c->term;
	else if (language_is(c->language, "en") &&
		 (c->english.line == 0 || c->term.standing > c->english.standing))
		c->english = c->term;
}

static void
end_concept(struct arena *arena, const struct concept *c)
{
	if (c->english.line == 0 || c->english.standing == DEPRECATED)
		return;
	for (size_t i = 0; i < c->italian.n; i++)
		add(arena, c->out,
		    (struct glossary_entry){ c->italian.v[i].text, c->english.text, c->note,
					     c->italian.v[i].line });
}

static void
tbx_end(struct xml *xml, struct span name)
{
	struct concept *c = xml->self;

	if (is_concept(name))
		end_concept(xml->arena, c);
	else if (is_term_section(name))
		end_term(xml->arena, c);
	else if (span_eq(name, SPAN("term")))
		c->term.text = xml_collected(xml);
	else if (span_eq(name, SPAN("note")))
		take_note(c, xml_collected(xml));
	else if (span_eq(name, SPAN("administrativeStatus")) || span_eq(name, SPAN("termNote")))
		take_status(&c->term, xml_collected(xml));
}

int
glossary_read(struct arena *arena, struct span bytes, struct glossary_entries *out,
	      size_t *bad_line)
{
	struct concept concept = { .out = out };
	struct xml xml = { .arena = arena, .self = &concept, .start = tbx_start, .end = tbx_end };

	*out = (struct glossary_entries){ 0 };
	if (!xml_sniff(bytes))
		return read_rows(arena, bytes, out, bad_line);
	return xml_read(&xml, bytes, bad_line);
}

/* ---- to find entries in a sentence ---- */

struct glossary_term {
	const struct glossary_entry *entry;
	struct span *words; /* keys; of an entry with capitals as they are written */
	size_t n;
	bool capitals;
	uint32_t next; /* 1 + the next with this first word */
};

static bool
has_capital(struct span text)
{
	for (size_t off = 0; off < text.n; utf8_next(text, &off))
		if (utf8_is_capital(span_from(text, off)))
			return true;
	return false;
}

static struct span
key_of(struct arena *arena, bool capitals, struct span word)
{
	return capitals ? token_plain(arena, word) : token_key(arena, word);
}

static struct glossary_term
make_term(struct arena *arena, const struct table *abbreviations, const struct glossary_entry *e)
{
	struct glossary_term t = { .entry = e, .capitals = has_capital(e->italian) };
	struct tokens tokens;

	token_scan(arena, abbreviations, e->italian, &tokens);
	t.words = ARENA_NEW(arena, struct span, tokens.n);
	t.n = tokens.n;
	for (size_t i = 0; i < tokens.n; i++)
		t.words[i] = key_of(arena, t.capitals, tokens.v[i].form);
	return t;
}

void
glossary_index(struct arena *arena, const struct table *abbreviations,
	       const struct glossary_entries *entries, struct glossary *g)
{
	*g = (struct glossary){ .first = { .arena = arena }, .n = entries->n };
	g->terms = ARENA_NEW(arena, struct glossary_term, entries->n);
	for (size_t i = entries->n; i-- > 0;) { /* backwards: each goes before those found so far */
		struct glossary_term *t = &g->terms[i];
		uint32_t *first;

		*t = make_term(arena, abbreviations, &entries->v[i]);
		if (t->n == 0)
			continue;
		if (t->n > g->longest)
			g->longest = t->n;
		first = map_at(&g->first, token_key(arena, t->words[0]));
		t->next = *first;
		*first = (uint32_t)i + 1;
	}
}

/* How a word is compared, in lower case or as written; by its form or its lemma. */
enum reading { FORM, FORM_WRITTEN, LEMMA, LEMMA_WRITTEN, NREADINGS };

/* The words from one on, with the keys that were needed so far. */
struct words {
	struct arena *arena;
	const struct span *forms, *lemmas;
	size_t n;
	struct span *keys; /* [n][NREADINGS]; s is NULL where none was needed */
};

static struct span
key_at(const struct words *w, size_t i, bool lemma, bool written)
{
	enum reading reading = (enum reading)(2 * lemma + written);
	struct span *key = &w->keys[i * NREADINGS + reading];

	if (key->s == NULL)
		*key = key_of(w->arena, written, lemma ? w->lemmas[i] : w->forms[i]);
	return *key;
}

/* telefonica, of the lemma telefonico */
static bool
is_feminine(struct span word, struct span lemma)
{
	return word.n == lemma.n && span_ends(word, SPAN("a")) && span_ends(lemma, SPAN("o")) &&
	       span_eq((struct span){ word.s, word.n - 1 }, (struct span){ lemma.s, word.n - 1 });
}

/* Does the word i of the entry match? *by_lemma is set where only the lemma does. */
static bool
matches_word(const struct glossary_term *t, const struct words *w, size_t i, bool *by_lemma)
{
	struct span word = t->words[i], lemma;

	if (span_eq(word, key_at(w, i, false, t->capitals)))
		return true;
	if (w->lemmas == NULL)
		return false;
	*by_lemma = true;
	lemma = key_at(w, i, true, t->capitals);
	return span_eq(word, lemma) || (i > 0 && is_feminine(word, lemma));
}

static bool
matches(const struct glossary_term *t, const struct words *w, bool *by_lemma)
{
	*by_lemma = false;
	if (t->n > w->n)
		return false;
	for (size_t i = 0; i < t->n; i++)
		if (!matches_word(t, w, i, by_lemma))
			return false;
	return true;
}

/* Is it a better match than the one before? Equal ones come in the order of the file. */
static bool
is_better(const struct glossary_term *t, bool by_lemma, const struct glossary_term *best,
	  const struct glossary_match *match)
{
	if (best == NULL || t->n != match->len)
		return best == NULL || t->n > match->len;
	if (by_lemma != match->by_lemma)
		return match->by_lemma;
	if (t->capitals != best->capitals)
		return t->capitals;
	return t->entry < best->entry; /* by form and by lemma there are two chains */
}

/* Those entries whose first word this is. */
static void
try_entries(const struct glossary *g, const struct words *w, struct span first,
	    const struct glossary_term **best, struct glossary_match *match)
{
	bool by_lemma;

	for (uint32_t i = map_get(&g->first, first); i != 0; i = g->terms[i - 1].next) {
		const struct glossary_term *t = &g->terms[i - 1];

		if (!matches(t, w, &by_lemma) || !is_better(t, by_lemma, *best, match))
			continue;
		*match = (struct glossary_match){ t->entry, t->n, by_lemma };
		*best = t;
	}
}

bool
glossary_find(const struct glossary *g, struct arena *arena, const struct span forms[],
	      const struct span lemmas[], size_t n, size_t at, struct glossary_match *match)
{
	struct words w = { arena, forms + at, lemmas != NULL ? lemmas + at : NULL, n - at, NULL };
	struct span by_form = token_key(arena, forms[at]), by_lemma = by_form;
	const struct glossary_term *best = NULL;

	if (lemmas != NULL)
		by_lemma = token_key(arena, lemmas[at]);
	if (map_get(&g->first, by_form) == 0 && map_get(&g->first, by_lemma) == 0)
		return false;
	if (w.n > g->longest)
		w.n = g->longest;
	w.keys = ARENA_NEW(arena, struct span, w.n * NREADINGS);
	try_entries(g, &w, by_form, &best, match);
	if (!span_eq(by_form, by_lemma))
		try_entries(g, &w, by_lemma, &best, match);
	return best != NULL;
}
