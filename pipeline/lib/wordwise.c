#include "wordwise.h"

#include <string.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "lexicon.h"
#include "utf8.h"

struct piece {
	struct span text;
	struct span upos;
};

struct rendering {
	const struct wordwise *w;
	struct arena *arena;
	VEC(struct row *) words;
	VEC(struct piece) out;
};

static bool
is(const struct row *row, enum column col, struct span value)
{
	return span_eq(row->col[col], value);
}

static bool
has_feat(const struct row *row, struct span key, struct span value)
{
	struct span v;

	return misc_get(row->col[C_FEATS], key, &v) && span_eq(v, value);
}

static bool
is_verb(const struct row *row)
{
	return is(row, C_UPOS, SPAN("VERB")) || is(row, C_UPOS, SPAN("AUX"));
}

static bool
is_infinitive(const struct row *row)
{
	return is_verb(row) && has_feat(row, SPAN("VerbForm"), SPAN("Inf"));
}

static struct span
finite_verb(const struct rendering *r, const struct row *row, struct span base)
{
	const struct english *en = &r->w->english;

	if (has_feat(row, SPAN("Tense"), SPAN("Fut")))
		return arena_concat(r->arena, SPAN("will "), base);
	if (has_feat(row, SPAN("Mood"), SPAN("Cnd")))
		return arena_concat(r->arena, SPAN("would "), base);
	if (has_feat(row, SPAN("Tense"), SPAN("Past")) || has_feat(row, SPAN("Tense"), SPAN("Imp")))
		return english_past(en, r->arena, base);
	if (has_feat(row, SPAN("Number"), SPAN("Sing")) && has_feat(row, SPAN("Person"), SPAN("3")))
		return english_third(r->arena, base);
	return span_eq(base, SPAN("be")) ? SPAN("are") : base;
}

/* The infinitive after a modal, or after "be about to", has no "to" of its own. */
static bool
after_modal(const struct rendering *r, size_t i)
{
	if (r->out.n > 0 && span_ends(r->out.v[r->out.n - 1].text, SPAN(" to")))
		return true;
	static const struct span modals[] = { SPAN("potere"), SPAN("dovere") };

	for (size_t m = 0; i > 0 && m < 2; m++)
		if (is(r->words.v[i - 1], C_LEMMA, modals[m]))
			return true;
	return false;
}

static struct span
inflect(const struct rendering *r, size_t i, struct span base)
{
	const struct row *row = r->words.v[i];
	const struct english *en = &r->w->english;

	if (is(row, C_UPOS, SPAN("NOUN")) && has_feat(row, SPAN("Number"), SPAN("Plur")))
		return english_plural(en, r->arena, base);
	if (!is_verb(row))
		return base;
	if (has_feat(row, SPAN("VerbForm"), SPAN("Inf")))
		return after_modal(r, i) ? base : arena_concat(r->arena, SPAN("to "), base);
	if (has_feat(row, SPAN("VerbForm"), SPAN("Part")))
		return english_participle(en, r->arena, base);
	if (has_feat(row, SPAN("VerbForm"), SPAN("Ger")))
		return english_gerund(en, r->arena, base);
	return finite_verb(r, row, base);
}

/* A stop before three digits parts thousands; before two it is a time (18.30) and stays. */
static bool
is_thousands(struct span form, size_t i)
{
	size_t digits = 0;

	while (i + 1 + digits < form.n && u_isdigit(form.s[i + 1 + digits]))
		digits++;
	return digits == 3;
}

/* 1.250,5 is 1,250.5 */
static struct span
english_number(struct arena *arena, struct span form)
{
	char *s = arena_cstr(arena, form);

	for (size_t i = 1; i + 1 < form.n; i++)
		if (form.s[i] == ',' && u_isdigit(form.s[i + 1]))
			s[i] = '.';
		else if (form.s[i] == '.' && is_thousands(form, i))
			s[i] = ',';
	return (struct span){ s, form.n };
}

static struct span
equivalent(const struct rendering *r, const struct row *row)
{
	struct span gloss;

	if (misc_get(row->col[C_MISC], SPAN("Gloss"), &gloss))
		return gloss;
	return lexicon_first(
	    lexicon_find(&r->w->lexicon, r->arena, row->col[C_LEMMA], row->col[C_UPOS]));
}

static const struct row *
word_at(const struct rendering *r, size_t i)
{
	static const struct row none = { .kind = ROW_EMPTY };

	return i < r->words.n ? r->words.v[i] : &none;
}

/* "è stato archiviato", "sono stati": English makes this tense with have. */
static bool
is_perfect_auxiliary(const struct rendering *r, size_t i)
{
	const struct row *next = word_at(r, i + 1);

	return is(r->words.v[i], C_LEMMA, SPAN("essere")) &&
	       !has_feat(r->words.v[i], SPAN("VerbForm"), SPAN("Part")) &&
	       is(next, C_LEMMA, SPAN("essere")) && has_feat(next, SPAN("VerbForm"), SPAN("Part"));
}

static struct span
render_word(const struct rendering *r, size_t i)
{
	const struct row *row = r->words.v[i];
	struct span base;

	if (is(row, C_UPOS, SPAN("NUM")) && utf8_has_digit(row->col[C_FORM]))
		return english_number(r->arena, row->col[C_FORM]);
	if (is(row, C_UPOS, SPAN("PUNCT")) || is(row, C_UPOS, SPAN("SYM")))
		return row->col[C_FORM];
	if (is(row, C_LEMMA, SPAN("uno")) && is(word_at(r, i + 1), C_UPOS, SPAN("ADP")))
		return SPAN("one"); /* una delle aziende */
	base = is_perfect_auxiliary(r, i) ? SPAN("have") : equivalent(r, row);
	return base.n > 0 ? inflect(r, i, base) : row->col[C_FORM];
}

/* What English leaves out: the preposition before an infinitive ("ha deciso di interrompere") and
 * after millions ("10 miliardi di dollari"), the article before a name or a number ("nel 2024"),
 * the reflexive pronoun. */
static bool
skip(const struct rendering *r, size_t i)
{
	const struct row *row = r->words.v[i], *next = word_at(r, i + 1);

	if (is(row, C_UPOS, SPAN("ADP")))
		return is_infinitive(next) ||
		       (i > 0 && (is(r->words.v[i - 1], C_LEMMA, SPAN("milione")) ||
				  is(r->words.v[i - 1], C_LEMMA, SPAN("miliardo"))));
	if (is(row, C_UPOS, SPAN("DET")) && is(row, C_LEMMA, SPAN("il")))
		return is(next, C_UPOS, SPAN("PROPN")) || is(next, C_UPOS, SPAN("NUM"));
	return is(row, C_LEMMA, SPAN("si")) && is_verb(next);
}

static void
add(struct rendering *r, struct span text, struct span upos)
{
	*PUSH(r->arena, &r->out) = (struct piece){ text, upos };
}

static size_t
render_next(struct rendering *r, size_t i)
{
	struct span equivalents;
	size_t n =
	    lexicon_phrase(&r->w->lexicon, r->arena, r->words.v + i, r->words.n - i, &equivalents);

	if (n > 0) {
		add(r, inflect(r, i, lexicon_first(equivalents)), r->words.v[i]->col[C_UPOS]);
		return n;
	}
	if (!skip(r, i))
		add(r, render_word(r, i), r->words.v[i]->col[C_UPOS]);
	return 1;
}

/* NOUN (ADV) ADJ becomes (ADV) ADJ NOUN, for one noun and all adjectives that follow it at once. */
static void
adjectives_first(struct rendering *r)
{
	struct piece *v = r->out.v;

	for (size_t i = 0; i + 1 < r->out.n; i++) {
		size_t j = i;

		if (!span_eq(v[i].upos, SPAN("NOUN")))
			continue;
		while (j + 1 < r->out.n &&
		       (span_eq(v[j + 1].upos, SPAN("ADJ")) ||
			(span_eq(v[j + 1].upos, SPAN("ADV")) && j + 2 < r->out.n &&
			 span_eq(v[j + 2].upos, SPAN("ADJ")))))
			j++;
		for (size_t k = i; k < j; k++) {
			struct piece moved = v[k];

			v[k] = v[k + 1];
			v[k + 1] = moved;
		}
		i = j;
	}
}

static bool
glued_left(int32_t c) /* no blank before it */
{
	return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
	       c == ']' || c == 0xBB || c == 0x201D || c == 0x2019 || c == '%' || c == 0x2026 ||
	       c == 0xB0;
}

static bool
glued_right(int32_t c) /* no blank after it */
{
	return c == '(' || c == '[' || c == 0xAB || c == 0x201C || c == 0x2018;
}

/* "a" is "an" before a vowel. */
static struct span
article(const struct rendering *r, size_t i)
{
	struct span word = r->out.v[i].text;

	if (!span_eq(word, SPAN("a")) || i + 1 == r->out.n || r->out.v[i + 1].text.n == 0)
		return word;
	return strchr("aeiouAEIO", r->out.v[i + 1].text.s[0]) != NULL ? SPAN("an") : word;
}

static bool
is_straight_quote(struct span word)
{
	return span_eq(word, SPAN("\"")) || span_eq(word, SPAN("'"));
}

static struct span
join(struct rendering *r)
{
	struct buf text = { .arena = r->arena };
	bool quoted = false, glue = true;

	for (size_t i = 0; i < r->out.n; i++) {
		struct span word = article(r, i);
		bool straight = is_straight_quote(word);

		if (!glue && !glued_left(utf8_first(word)) && !(straight && quoted))
			buf_putc(&text, ' ');
		buf_put(&text, i == 0 ? utf8_capital(r->arena, word) : word);
		quoted ^= straight;
		glue = glued_right(utf8_first(word)) || (straight && quoted);
	}
	return buf_span(&text);
}

struct span
wordwise_sentence(const struct wordwise *w, struct arena *arena, const struct sentence *s)
{
	struct rendering r = { .w = w, .arena = arena };

	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.v[i].kind == ROW_WORD)
			*PUSH(arena, &r.words) = &s->rows.v[i];
	for (size_t i = 0; i < r.words.n;)
		i += render_next(&r, i);
	adjectives_first(&r);
	return join(&r);
}
