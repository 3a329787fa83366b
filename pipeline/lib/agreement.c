#include "agreement.h"

/* Who asked and who was asked is more than a tense. */
#define WRONG_VOICE 4.0f

static bool
says_one_of(const struct candidate *x, struct span words)
{
	for (size_t i = 0; i < x->n; i++) {
		struct span rest = words, word;

		while (span_cut(&rest, ' ', &word))
			if (span_eq(word, x->words[i]))
				return true;
	}
	return false;
}

/* English tokens, of which a verb of this form needs one; empty: it needs none. */
static struct span
auxiliaries(const struct row *row)
{
	if (row_has(row, SPAN("Tense"), SPAN("Fut")))
		return SPAN("will 'll shall going won would");
	if (row_has(row, SPAN("Mood"), SPAN("Cnd")))
		return SPAN("would could should might may 'd must wouldn couldn shouldn");
	return SPAN("");
}

bool
needs_auxiliary(const struct row *row)
{
	return auxiliaries(row).n > 0;
}

static bool
is_of_third_person(const struct row *row)
{
	return row_has(row, SPAN("VerbForm"), SPAN("Fin")) &&
	       row_has(row, SPAN("Person"), SPAN("3"));
}

static bool
says_gerund(const struct candidate *x)
{
	for (size_t i = 0; i < x->n; i++)
		if (span_ends(x->words[i], SPAN("ing")))
			return true;
	return false;
}

/* "avevano" by itself is no form of "be", nor is "avevano chiesto": "were asked" is its passive. i:
 * where w stands. */
static bool
is_be_for_have(const struct candidate *x, const struct source_word *w, unsigned i)
{
	if (w->nrows != 1 || !row_is(w->row, "AUX") ||
	    !span_eq(w->row->col[C_LEMMA], SPAN("avere")))
		return false;
	if (x->to - x->from == 1)
		return says_one_of(x, SPAN("is 's are 're was were be been"));
	return i + 1 < x->to && row_has(w[1].row, SPAN("VerbForm"), SPAN("Part")) &&
	       says_one_of(x, SPAN("is are was were")) && !says_gerund(x);
}

/* "who" for a thing, "which" for a person, "he" alone. */
static bool
is_wrong_relative(const struct candidate *x, enum referent referent)
{
	if (says_one_of(x, SPAN("he she it they you")) &&
	    !says_one_of(x, SPAN("who whom whose that which what")))
		return true;
	return says_one_of(x, referent == REFERENT_THING     ? SPAN("who whom")
			      : referent == REFERENT_UNKNOWN ? SPAN("")
							     : SPAN("which"));
}

/* For a subject that Italian leaves out: "it" for a person, "he" for a woman. */
static bool
is_wrong_subject(const struct candidate *x, enum referent referent)
{
	static const struct span wrong[] = {
		[REFERENT_UNKNOWN] = SPAN(""),  [REFERENT_THING] = SPAN("he she"),
		[REFERENT_PERSON] = SPAN("it"), [REFERENT_HE] = SPAN("it she"),
		[REFERENT_SHE] = SPAN("it he"),
	};

	return says_one_of(x, wrong[referent]);
}

/* "it" for somebody, "him" for a woman. */
static bool
is_wrong_object(const struct candidate *x, enum referent referent)
{
	if (referent == REFERENT_HE)
		return says_one_of(x, SPAN("it that this her"));
	return referent == REFERENT_SHE && says_one_of(x, SPAN("it that this him"));
}

static bool
is_wrong_pronoun(const struct candidate *x, const struct source_word *w)
{
	if (w->nrows == 0)
		return is_wrong_subject(x, w->referent);
	if (w->sign.n > 0 || w->nrows > 1)
		return is_wrong_object(x, w->referent);
	return row_is(w->row, "PRON") && row_has(w->row, SPAN("PronType"), SPAN("Rel")) &&
	       is_wrong_relative(x, w->referent);
}

static bool
disagrees(const struct candidate *x, const struct source_word *w)
{
	struct span needed = w->nrows > 0 ? auxiliaries(w->row) : SPAN("");

	return (needed.n > 0 && !says_one_of(x, needed)) ||
	       (is_of_third_person(w->row) && says_one_of(x, SPAN("I 'm am")));
}

/* English tokens that may stand for a dropped subject. */
static struct span
subjects(const struct row *row)
{
	if (row_has(row, SPAN("Person"), SPAN("1")))
		return row_has(row, SPAN("Number"), SPAN("Sing")) ? SPAN("I") : SPAN("we us");
	if (row_has(row, SPAN("Person"), SPAN("2")))
		return SPAN("you");
	return SPAN("he she it they this that these those there who which");
}

/* The preposition at i joins what the phrase has with what it has not: "vita di" is not "life".
 * Inside a phrase there may be a compound: "presidente della Camera". */
static bool
is_lost_preposition(const struct candidate *x, const struct source *source, unsigned i)
{
	static const struct span prepositions =
	    SPAN("of 's ' to in into within inside on upon at by for from with without about than "
		 "as during through over under above below between among across along against "
		 "towards toward after before behind near around since until per despite due "
		 "because according thanks outside amid");

	return (i == x->from || i + 1 == x->to) && source->words.v[i].nrows > 0 &&
	       source_is(source, i, "ADP") && !source_is(source, i + 1, "VERB") &&
	       !source_is(source, i + 1, "AUX") && !says_one_of(x, prepositions);
}

static void
count(const struct candidates *c, const struct source *source, struct candidate *x)
{
	if (x->origin == FROM_COPY)
		return;
	for (unsigned i = x->from; i < x->to; i++) {
		const struct source_word *w = &source->words.v[i];

		x->value[F_AGREEMENT] -= (float)disagrees(x, w);
		x->value[F_AGREEMENT] -= is_be_for_have(x, w, i) ? WRONG_VOICE : 0;
		x->value[F_REFERENT] += is_wrong_pronoun(x, w);
		x->value[F_NO_PREPOSITION] += is_lost_preposition(x, source, i);
		x->value[F_NO_SUBJECT] += w->needed && !says_one_of(x, subjects(w->row));
	}
	if (x->value[F_AGREEMENT] < 0 || x->value[F_REFERENT] > 0 || x->value[F_NO_SUBJECT] > 0 ||
	    x->value[F_NO_PREPOSITION] > 0)
		candidate_done(c, x);
}

void
count_disagreement(const struct candidates *c, const struct source *source)
{
	for (size_t i = 0; i < c->n * CANDIDATE_LONGEST; i++)
		for (size_t k = 0; k < c->span[i].list.n; k++)
			count(c, source, c->span[i].list.v[k]);
}
