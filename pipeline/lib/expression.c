#include "expression.h"

#include <string.h>

#include "buf.h"
#include "inflect.h"
#include "kind.h"
#include "token.h"

void
expressions_open(struct expressions *x, const struct table *rows, void (*oom)(void))
{
	static const struct table no_abbreviations;
	struct span line = { 0 };

	*x = (struct expressions){ .arena.oom = oom };
	while (table_next(rows, &line)) {
		struct span english = line, italian;

		if (span_cut(&english, '\t', &italian))
			*PUSH(&x->arena, &x->entries) =
			    (struct glossary_entry){ .italian = italian, .english = english };
	}
	glossary_index(&x->arena, &no_abbreviations, &x->entries, &x->index);
}

void
expressions_close(struct expressions *x)
{
	arena_free(&x->arena);
}

struct finder {
	const struct expressions *x;
	const struct english *en;
	const struct table *kinds;
	struct arena *arena;
	const struct source *source;
	size_t n;
	struct span *forms, *lemmas;
};

/* "della", "nel" */
static bool
is_articulated(const struct source_word *w)
{
	return w->nrows == 2 && row_is(w->row, "ADP") && row_is(w->row + 1, "DET");
}

/* "darsi" */
static bool
is_with_si(const struct source_word *w)
{
	return w->nrows == 2 && row_is(w->row, "VERB") &&
	       span_eq(w->row[1].col[C_LEMMA], SPAN("si"));
}

static void
make_words(struct finder *f)
{
	f->n = f->source->words.n;
	f->forms = ARENA_NEW(f->arena, struct span, f->n);
	f->lemmas = ARENA_NEW(f->arena, struct span, f->n);
	for (size_t i = 0; i < f->n; i++) {
		const struct source_word *w = &f->source->words.v[i];

		f->forms[i] = w->written;
		f->lemmas[i] = w->nrows == 1 || is_articulated(w) || is_with_si(w)
				   ? w->row->col[C_LEMMA]
				   : token_key(f->arena, w->written);
	}
}

static bool
says(const struct finder *f, size_t i, struct span form)
{
	return i < f->n && source_says(f->source, i, form);
}

static bool
is_present_be(const struct finder *f, size_t i)
{
	return says(f, i, SPAN("è")) || says(f, i, SPAN("sono"));
}

/* Words before a participle that make it a past: "ha", "si è", and "è" of a verb that has no
 * passive. */
static unsigned
perfect(const struct finder *f, size_t at)
{
	const struct source_word *verb = &f->source->words.v[at];

	if (at == 0 || !row_is_verb(verb->row) ||
	    !row_has(verb->row, SPAN("VerbForm"), SPAN("Part")))
		return 0;
	if (says(f, at - 1, SPAN("ha")) || says(f, at - 1, SPAN("hanno")))
		return 1;
	if (!is_present_be(f, at - 1))
		return 0;
	if (at > 1 && (says(f, at - 2, SPAN("si")) || says(f, at - 2, SPAN("s'"))))
		return 2;
	return is_of_kind(f->kinds, verb, ESSERE) || is_of_kind(f->kinds, verb, LEADS);
}

static bool
is_infinitive(const struct row *row)
{
	return row_is_verb(row) && row_has(row, SPAN("VerbForm"), SPAN("Inf"));
}

/* What an expression may become. */
struct output {
	struct buf english; /* parted by | */
	bool article;       /* its last word has one */
};

static void
put(struct output *out, struct span before, struct span english)
{
	struct buf *b = &out->english;
	struct span one = arena_concat(b->arena, before, english);

	buf_put(b, b->n > 0 ? SPAN("|") : SPAN(""));
	buf_put(b, one);
	if (!out->article)
		return;
	buf_putc(b, '|');
	buf_put(b, one);
	buf_put(b, SPAN(" the"));
}

/* The preposition before an infinitive that English may say otherwise; empty if there is none. */
static struct span
opening(const struct finder *f, size_t at)
{
	if (at > 0 && says(f, at - 1, SPAN("di")))
		return SPAN("di");
	return at > 0 && says(f, at - 1, SPAN("a")) ? SPAN("a") : SPAN("");
}

static void
put_infinitive(const struct finder *f, struct span before, struct span base, struct output *out)
{
	struct span gerund = english_gerund(f->en, f->arena, base);

	put(out, before.n > 0 ? SPAN("to ") : SPAN(""), base);
	put(out, SPAN(""), gerund);
	if (span_eq(before, SPAN("di")))
		put(out, SPAN("of "), gerund);
	if (span_eq(before, SPAN("a")))
		put(out, SPAN("to "), gerund);
}

/* What "non" before the verb and its auxiliary becomes; empty if there is none. */
static struct span
denial(const struct finder *f, size_t at, unsigned tense)
{
	if (at <= tense || !says(f, at - tense - 1, SPAN("non")))
		return SPAN("");
	return tense > 0 ? SPAN("did not ") : inflect_denial(f->source->words.v[at].row);
}

/* "did not take", but "was not targeted". be: in its tense */
static void
put_denied(const struct finder *f, struct span be, struct span denied, struct span base,
	   struct output *out)
{
	if (span_starts(base, SPAN("be ")) && span_starts(denied, SPAN("d")))
		put(out, arena_concat(f->arena, be, SPAN(" not ")), span_from(base, strlen("be ")));
	else
		put(out, denied, base);
}

static void
put_verb(const struct finder *f, size_t at, struct span base, struct expression *e,
	 struct output *out)
{
	const struct row *row = f->source->words.v[at].row;
	unsigned tense = perfect(f, at);
	struct span before = is_infinitive(row) ? opening(f, at) : SPAN("");
	struct span denied = denial(f, at, tense);

	e->from = (unsigned)at - tense - (denied.n > 0) - (before.n > 0);
	if (denied.n > 0)
		put_denied(f, tense > 0 ? SPAN("was") : inflect(f->en, f->arena, row, SPAN("be")),
			   denied, base, out);
	else if (tense > 0)
		put(out, SPAN(""), english_past(f->en, f->arena, base));
	else if (is_infinitive(row))
		put_infinitive(f, before, base, out);
	else
		put(out, SPAN(""), inflect(f->en, f->arena, row, base));
}

/* Is the first word of the entry in its dictionary form? Only then is the English inflected. */
static bool
is_lemma(const struct finder *f, size_t at, struct span italian)
{
	struct span lemma = f->lemmas[at], first = SPAN("");

	span_cut(&italian, ' ', &first);
	return span_eq(first, lemma);
}

/* Only the last word may have an article that the entry has not: "a furia di" is not in "alla furia
 * di". */
static bool
keeps_articles(const struct finder *f, size_t at, const struct glossary_match *match)
{
	struct span italian = match->entry->italian;

	for (size_t i = at; i + 1 < at + match->len; i++) {
		struct span form = token_key(f->arena, f->forms[i]);

		if (is_articulated(&f->source->words.v[i]) &&
		    memmem(italian.s, italian.n, form.s, form.n) == NULL)
			return false;
	}
	return true;
}

static struct expression
expression_of(const struct finder *f, size_t at, const struct glossary_match *match)
{
	const struct source_word *w = f->source->words.v + at;
	struct expression e = { (unsigned)at, (unsigned)(at + match->len), { 0 } };
	struct span rest = match->entry->english, base;
	struct output out = { .english = { .arena = f->arena } };
	bool lemma = is_lemma(f, at, match->entry->italian);

	out.article = is_articulated(&w[match->len - 1]);
	while (span_cut(&rest, '|', &base))
		if (lemma && row_is_verb(w->row))
			put_verb(f, at, base, &e, &out);
		else
			put(&out, SPAN(""), lemma ? inflect(f->en, f->arena, w->row, base) : base);
	e.english = buf_span(&out.english);
	return e;
}

void
expressions_find(const struct expressions *x, const struct english *en, const struct table *kinds,
		 struct arena *arena, const struct source *source, struct expression_list *out)
{
	struct finder f = { x, en, kinds, arena, source, 0, NULL, NULL };
	struct glossary_match match;

	make_words(&f);
	for (size_t at = 0; at < f.n;) {
		if (!glossary_find(&x->index, arena, f.forms, f.lemmas, f.n, at, &match) ||
		    !keeps_articles(&f, at, &match)) {
			at++;
			continue;
		}
		*PUSH(arena, &out->list) = expression_of(&f, at, &match);
		at += match.len;
	}
}
