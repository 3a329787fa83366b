#include "neutral.h"

#include "utf8.h"

/* "le" and "gli" are "i", "dello" is "del". */
static const struct {
	struct span form, neutral;
} forms[] = {
	{ SPAN("lo"), SPAN("il") },         { SPAN("la"), SPAN("il") },
	{ SPAN("l'"), SPAN("il") },         { SPAN("gli"), SPAN("i") },
	{ SPAN("le"), SPAN("i") },          { SPAN("uno"), SPAN("un") },
	{ SPAN("una"), SPAN("un") },        { SPAN("un'"), SPAN("un") },
	{ SPAN("dello"), SPAN("del") },     { SPAN("della"), SPAN("del") },
	{ SPAN("dell'"), SPAN("del") },     { SPAN("degli"), SPAN("dei") },
	{ SPAN("delle"), SPAN("dei") },     { SPAN("allo"), SPAN("al") },
	{ SPAN("alla"), SPAN("al") },       { SPAN("all'"), SPAN("al") },
	{ SPAN("agli"), SPAN("ai") },       { SPAN("alle"), SPAN("ai") },
	{ SPAN("dallo"), SPAN("dal") },     { SPAN("dalla"), SPAN("dal") },
	{ SPAN("dall'"), SPAN("dal") },     { SPAN("dagli"), SPAN("dai") },
	{ SPAN("dalle"), SPAN("dai") },     { SPAN("nello"), SPAN("nel") },
	{ SPAN("nella"), SPAN("nel") },     { SPAN("nell'"), SPAN("nel") },
	{ SPAN("negli"), SPAN("nei") },     { SPAN("nelle"), SPAN("nei") },
	{ SPAN("sullo"), SPAN("sul") },     { SPAN("sulla"), SPAN("sul") },
	{ SPAN("sull'"), SPAN("sul") },     { SPAN("sugli"), SPAN("sui") },
	{ SPAN("sulle"), SPAN("sui") },     { SPAN("quell'"), SPAN("quel") },
	{ SPAN("quello"), SPAN("quel") },   { SPAN("quella"), SPAN("quel") },
	{ SPAN("quegli"), SPAN("quei") },   { SPAN("quelle"), SPAN("quei") },
	{ SPAN("questa"), SPAN("questo") }, { SPAN("quest'"), SPAN("questo") },
	{ SPAN("queste"), SPAN("questi") },
};

static struct span
neutral_small(struct span form)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (span_eq(form, forms[i].form))
			return forms[i].neutral;
	return form;
}

/* "arrestate": arrestato; the vowel is all that changes. */
static struct span
masculine(struct arena *arena, struct span form)
{
	if (form.n < 3 || !(span_ends(form, SPAN("a")) || span_ends(form, SPAN("e")) ||
			    span_ends(form, SPAN("i"))))
		return form;
	return arena_concat(arena, (struct span){ form.s, form.n - 1 }, SPAN("o"));
}

/* A finite verb is its lemma and a letter for what English does inflect; empty for the third person
 * of the present, which has a form of its own there. */
static struct span
tense(const struct row *row)
{
	if (row_has(row, SPAN("Mood"), SPAN("Cnd")))
		return SPAN(":c");
	if (row_has(row, SPAN("Mood"), SPAN("Sub")))
		return row_has(row, SPAN("Tense"), SPAN("Pres")) ? SPAN(":s") : SPAN(":t");
	if (!row_has(row, SPAN("Mood"), SPAN("Ind")))
		return SPAN("");
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return SPAN(":f");
	if (row_has(row, SPAN("Tense"), SPAN("Imp")))
		return SPAN(":i");
	if (row_has(row, SPAN("Tense"), SPAN("Past")))
		return SPAN(":p");
	return row_has(row, SPAN("Person"), SPAN("3")) && row_has(row, SPAN("Number"), SPAN("Sing"))
		   ? SPAN("")
		   : SPAN(":0");
}

static bool
is_of(const struct row *row, struct span lemma)
{
	return span_eq(row->col[C_LEMMA], lemma);
}

/* Articles, prepositions, possessives, demonstratives; the relative pronoun by a sign, since the
 * conjunction is spelled so. */
static struct span
neutral_function_word(const struct source_word *w)
{
	if (row_is(w->row, "PRON"))
		return span_eq(w->form, SPAN("che")) ? SPAN("<che>") : w->form;
	return row_has(w->row, SPAN("Poss"), SPAN("Yes")) ? w->row->col[C_LEMMA]
							  : neutral_small(w->form);
}

static struct span
neutral_verb(struct arena *arena, const struct source_word *w)
{
	if (row_has(w->row, SPAN("VerbForm"), SPAN("Fin")) && tense(w->row).n > 0)
		return arena_concat(arena, w->row->col[C_LEMMA], tense(w->row));
	if (row_has(w->row, SPAN("VerbForm"), SPAN("Inf"))) /* "regolare" is an adjective too */
		return arena_concat(arena, w->form, SPAN(":v"));
	if (row_has(w->row, SPAN("VerbForm"), SPAN("Part")) &&
	    !row_has(w->row, SPAN("Tense"), SPAN("Pres")))
		return masculine(arena, w->form);
	return w->form;
}

struct span
neutral_form(struct arena *arena, const struct source_word *w)
{
	if (w->sign.n > 0)
		return w->sign;
	if (w->nrows == 0 || is_of(w->row, SPAN("_")) || is_of(w->row, SPAN("essere")) ||
	    is_of(w->row, SPAN("avere")))
		return w->form;
	if (row_is(w->row, "DET") || row_is(w->row, "ADP") || row_is(w->row, "PRON"))
		return neutral_function_word(w);
	if (w->nrows != 1 || utf8_is_capital(w->form))
		return w->form;
	if (row_is(w->row, "ADJ")) /* "gelata" is icy, "gelato" a noun too */
		return arena_concat(arena, w->row->col[C_LEMMA], SPAN(":a"));
	return row_is(w->row, "VERB") ? neutral_verb(arena, w) : w->form;
}
