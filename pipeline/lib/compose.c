#include "compose.h"

#include "inflect.h"
#include "kind.h"
#include "lexicon.h"

enum { BEST = 4 }; /* of a word's candidates */

struct models {
	const struct english *en;
	const struct table *lexicon, *kinds;
};

struct best {
	const struct candidate *v[BEST];
	size_t n;
};

/* Behind those that are no worse; the last falls off. */
static void
insert(struct best *best, const struct candidate *x)
{
	size_t at = best->n;

	while (at > 0 && best->v[at - 1]->estimate < x->estimate)
		at--;
	if (at == BEST)
		return;
	best->n += best->n < BEST;
	for (size_t i = best->n - 1; i > at; i--)
		best->v[i] = best->v[i - 1];
	best->v[at] = x;
}

/* The best of a word that say something, best first. */
static struct best
best_of(const struct candidates *c, unsigned i)
{
	const struct candidate_list *l = candidates_of(c, i, i + 1);
	struct best best = { .n = 0 };

	for (size_t k = 0; k < l->list.n; k++)
		if (l->list.v[k]->n > 0)
			insert(&best, l->list.v[k]);
	return best;
}

static struct span
words_of(struct arena *arena, const struct candidate *x)
{
	struct span text = x->words[0];

	for (size_t i = 1; i < x->n; i++)
		text = arena_concat(arena, arena_concat(arena, text, SPAN(" ")), x->words[i]);
	return text;
}

/* Worth what its parts are, but for the counts that candidate_add has made. */
static void
add_values(struct candidate *new, const struct candidate *part)
{
	for (int f = F_P_EF; f < NFEATURES; f++)
		if (f != F_UNKNOWN)
			new->value[f] += part->value[f];
}

/* ---- centro di ricerca: research centre; famiglia dell'uomo: man's family */

static bool
is_noun(const struct source_word *w)
{
	return w->nrows == 1 && row_is(w->row, "NOUN");
}

static bool
is_name(const struct source_word *w)
{
	return w->nrows == 1 && row_is(w->row, "PROPN");
}

/* "di", "della" */
static bool
is_of(const struct source_word *w)
{
	return w->nrows > 0 && row_is(w->row, "ADP") && span_eq(w->row->col[C_LEMMA], SPAN("di"));
}

/* They say how much or which part: "anni di lavori" is no kind of years. */
static bool
is_measure(struct span lemma)
{
	static const struct span lemmas[] = {
		SPAN("anno"),       SPAN("caso"),        SPAN("centinaio"), SPAN("chilo"),
		SPAN("chilometro"), SPAN("coppia"),      SPAN("decina"),    SPAN("fine"),
		SPAN("forma"),      SPAN("giorno"),      SPAN("gruppo"),    SPAN("inizio"),
		SPAN("litro"),      SPAN("maggioranza"), SPAN("mese"),      SPAN("metro"),
		SPAN("metà"),       SPAN("migliaio"),    SPAN("miliardo"),  SPAN("milione"),
		SPAN("minuto"),     SPAN("numero"),      SPAN("ora"),       SPAN("paio"),
		SPAN("parte"),      SPAN("quantità"),    SPAN("resto"),     SPAN("secolo"),
		SPAN("serie"),      SPAN("settimana"),   SPAN("sorta"),     SPAN("tipo"),
		SPAN("tonnellata"),
	};

	return SPAN_AMONG(lemma, lemmas);
}

static bool
is_person(const struct models *m, const struct source_word *w)
{
	return is_noun(w) && (is_of_kind(m->kinds, w, PERSON) || is_of_kind(m->kinds, w, EITHER));
}

/* "la famiglia dell'uomo": the family is his. */
static bool
is_owner(const struct models *m, const struct source_word *last)
{
	return is_person(m, last) && last[-1].nrows == 2;
}

/* Not "età del bronzo di Creta", nor a part of "sede di Scale AI" or "banca dati di Milano"; a
 * "banda di ladri" is a gang of thieves. */
static bool
is_compound(const struct models *m, const struct candidates *c, const struct source_word *w,
	    unsigned i)
{
	return i + 2 < c->n && is_noun(w) && !is_measure(w->row->col[C_LEMMA]) && is_of(w + 1) &&
	       (is_noun(w + 2) || is_name(w + 2)) &&
	       !(i + 3 < c->n && (is_of(w + 3) || is_name(w + 3))) && !(i > 0 && is_noun(w - 1)) &&
	       (!is_person(m, w + 2) || is_owner(m, w + 2));
}

/* "car manufacturer" builds cars. */
static struct span
first_of_compound(const struct models *m, struct arena *arena, const struct source_word *last,
		  struct span english)
{
	bool owner = is_owner(m, last);

	if (is_noun(last) && !(owner && row_has(last->row, SPAN("Number"), SPAN("Plur"))))
		english = english_singular(m->en, arena, english);
	if (!owner)
		return english;
	return arena_concat(arena, english,
			    span_ends(english, SPAN("s")) ? SPAN(" '") : SPAN(" 's"));
}

static void
add_compound(const struct models *m, struct candidates *c, const struct source_word *last,
	     const struct candidate *head, const struct candidate *tail)
{
	struct span first = first_of_compound(m, c->arena, last, words_of(c->arena, tail));
	struct span english;
	struct candidate *new;

	english = arena_concat(c->arena, arena_concat(c->arena, first, SPAN(" ")),
			       words_of(c->arena, head));
	new = candidate_add(c, head->from, tail->to, english, FROM_RULE);
	add_values(new, head);
	add_values(new, tail);
	new->value[F_COMPOUND] = 1;
	candidate_done(c, new);
}

static void
compose_compound(const struct models *m, struct candidates *c, const struct source_word *w,
		 unsigned i)
{
	struct best head, tail;

	if (!is_compound(m, c, w, i))
		return;
	head = best_of(c, i);
	tail = best_of(c, i + 2);
	for (size_t a = 0; a < head.n; a++)
		for (size_t b = 0; b < tail.n; b++)
			if (tail.v[b]->value[F_UNKNOWN] == 0) /* else nothing tells */
				add_compound(m, c, w + 2, head.v[a], tail.v[b]);
}

/* ---- ha preso: took */

static bool
is_perfect(const struct source_word *have, const struct source_word *w)
{
	return (span_eq(have->form, SPAN("ha")) || span_eq(have->form, SPAN("hanno"))) &&
	       row_has(w->row, SPAN("VerbForm"), SPAN("Part"));
}

static void
compose_past(const struct english *en, struct candidates *c, const struct source_word *w,
	     unsigned i)
{
	struct best best;

	if (i + 1 >= c->n || !is_perfect(w, &w[1]))
		return;
	best = best_of(c, i + 1);
	for (size_t k = 0; k < best.n; k++) {
		struct span past = english_past_of(en, c->arena, words_of(c->arena, best.v[k]));
		struct candidate *new;

		if (past.n == 0)
			continue;
		new = candidate_add(c, i, i + 2, past, FROM_RULE);
		add_values(new, best.v[k]);
		new->value[F_PAST] = 1;
		candidate_done(c, new);
	}
}

/* ---- non rispose: did not answer; di rispondere: to answer */

/* "cannot" and "is not" need no "do". */
static bool
is_auxiliary(struct span base)
{
	return span_eq(base, SPAN("be")) || span_starts(base, SPAN("be ")) ||
	       span_eq(base, SPAN("can")) || span_eq(base, SPAN("must")) ||
	       span_eq(base, SPAN("may"));
}

static struct span
base_of(const struct models *m, struct arena *arena, struct span equivalents, struct span text)
{
	struct span one;

	while (span_cut(&equivalents, '|', &one))
		if (one.n > 0 && english_is_form(m->en, arena, one, text))
			return one;
	return SPAN("");
}

/* Behind "did not" or "to" a verb has its base, where the lexicon tells it. */
static void
compose_base(const struct models *m, struct candidates *c, const struct source_word *w,
	     unsigned from, unsigned verb, struct span before)
{
	struct best best = best_of(c, verb);
	struct span equivalents = lexicon_exact(m->lexicon, w->row->col[C_LEMMA], SPAN("VERB"));

	for (size_t k = 0; k < best.n; k++) {
		struct span base = base_of(m, c->arena, equivalents, words_of(c->arena, best.v[k]));
		struct candidate *new;

		if (base.n == 0 || is_auxiliary(base))
			continue;
		new = candidate_add(c, from, verb + 1, arena_concat(c->arena, before, base),
				    FROM_RULE);
		add_values(new, best.v[k]);
		new->value[F_BASE] = 1;
		candidate_done(c, new);
	}
}

static void
compose_denied(const struct models *m, struct candidates *c, const struct source_word *w,
	       unsigned i)
{
	if (!span_eq(w->form, SPAN("non")) || i + 1 >= c->n)
		return;
	if (i + 2 < c->n && is_perfect(&w[1], &w[2]))
		compose_base(m, c, &w[2], i, i + 2, SPAN("did not "));
	else if (row_is(w[1].row, "VERB") && w[1].nrows == 1 && inflect_denial(w[1].row).n > 0)
		compose_base(m, c, &w[1], i, i + 1, inflect_denial(w[1].row));
}

static void
compose_infinitive(const struct models *m, struct candidates *c, const struct source_word *w,
		   unsigned i)
{
	if (i + 1 < c->n && w->nrows == 1 && row_is(w->row, "ADP") && w[1].nrows == 1 &&
	    (span_eq(w->form, SPAN("di")) || span_eq(w->form, SPAN("a"))) &&
	    row_is(w[1].row, "VERB") && row_has(w[1].row, SPAN("VerbForm"), SPAN("Inf")))
		compose_base(m, c, &w[1], i, i + 1, SPAN("to "));
}

void
compose(const struct english *en, const struct table *lexicon, const struct table *kinds,
	struct candidates *c, const struct source *source)
{
	const struct models m = { en, lexicon, kinds };

	for (unsigned i = 0; i < c->n; i++) {
		compose_compound(&m, c, &source->words.v[i], i);
		compose_past(en, c, &source->words.v[i], i);
		compose_denied(&m, c, &source->words.v[i], i);
		compose_infinitive(&m, c, &source->words.v[i], i);
	}
}
