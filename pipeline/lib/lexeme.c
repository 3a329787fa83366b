#include "lexeme.h"

#include <string.h>
#include <unicode/uchar.h>

#include "buf.h"
#include "conllu.h"
#include "token.h"
#include "utf8.h"

struct atom
atom_of(struct span text)
{
	return (struct atom){ text, feature_hash(text) };
}

/* --- values of a form ------------------------------------------------------------------------ */

static void
set_affixes(struct lexeme *w)
{
	size_t from = 0, to = w->key.n;

	for (int i = 0; i < AFFIX_MAX; i++) {
		utf8_prev(w->key, &to);
		utf8_next(w->key, &from);
		w->atom[A_SUFFIX + i] = atom_of(span_from(w->key, to));
		w->atom[A_PREFIX + i] = atom_of((struct span){ w->key.s, from });
	}
}

static char
shape_of(int32_t c)
{
	if (u_isupper(c))
		return 'X';
	if (u_isalpha(c))
		return 'x';
	return u_isdigit(c) ? '9' : c < 0x80 ? (char)c : '*';
}

/* Xx, X.X., x-x: runs of one kind as one letter */
static struct span
shape(struct arena *arena, struct span form)
{
	char *out = ARENA_NEW(arena, char, form.n);
	size_t n = 0, off = 0;
	int32_t c;

	while (n < 6 && (c = utf8_next(form, &off)) >= 0) {
		char k = shape_of(c);

		if (n == 0 || out[n - 1] != k)
			out[n++] = k;
	}
	return (struct span){ out, n };
}

static char
feature_of(const struct analysis *a, struct span key)
{
	struct span value;

	return misc_get(a->feats, key, &value) && value.n > 0 ? value.s[0] : '-';
}

/* Its class, of finite verbs with the person: "governo" is seldom what I govern. */
static void
put_class(struct buf *b, const struct analysis *a)
{
	struct span class = analysis_class(a->upos, a->feats);

	buf_put(b, class);
	if (span_ends(class, SPAN(".Fin")))
		buf_putc(b, feature_of(a, SPAN("Person")));
}

static struct span
classes(struct arena *arena, const struct analysis v[], size_t n, bool guessed)
{
	struct buf b = { .arena = arena };

	if (guessed)
		buf_putc(&b, '?');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&b, ',');
		put_class(&b, &v[i]);
	}
	return n > 0 || guessed ? buf_span(&b) : SPAN("-");
}

/* of the first reading that has a number: "FS", "-P" */
static struct span
gender_number(struct arena *arena, const struct lexeme *w)
{
	char *out = ARENA_NEW(arena, char, 2);

	out[0] = out[1] = '-';
	for (size_t i = 0; i < w->readings && out[1] == '-'; i++) {
		if (span_eq(w->reading[i].upos, SPAN("VERB")) &&
		    feature_of(&w->reading[i], SPAN("Gender")) == '-')
			continue;
		out[0] = feature_of(&w->reading[i], SPAN("Gender"));
		out[1] = feature_of(&w->reading[i], SPAN("Number"));
	}
	return (struct span){ out, 2 };
}

static void
set_readings(const struct table *tags, struct arena *arena, struct lexeme *w, bool shouted)
{
	bool guessed = false;
	size_t exact = 0;

	if (!shouted && !span_eq(w->form, w->key))
		exact = analysis_find(tags, w->form, ANALYSES / 2, w->reading);
	w->atom[A_EXACT] = atom_of(classes(arena, w->reading, exact, false));
	w->readings = exact + analysis_find(tags, w->key, ANALYSES - exact, w->reading + exact);
	if (w->readings == 0 && (shouted || span_eq(w->form, w->key))) /* not "Rimini" */
		w->readings = analysis_by_prefix(tags, arena, w->key, ANALYSES, w->reading);
	if (w->readings == exact)
		guessed = analysis_by_suffix(tags, arena, SPAN(""), w->key, &w->reading[exact]);
	w->atom[A_CLASSES] = atom_of(classes(arena, w->reading + exact,
					     w->readings - exact + guessed, w->readings == exact));
	w->atom[A_BEST] = w->atom[A_CLASSES];
	if (w->readings > exact)
		w->atom[A_BEST] =
		    atom_of(analysis_class(w->reading[exact].upos, w->reading[exact].feats));
	w->atom[A_AGREE] = atom_of(gender_number(arena, w));
}

/* --- words that no context changes ----------------------------------------------------------- */

static bool
is_symbol(int32_t c)
{
	int8_t type = u_charType(c);

	return c == '%' || type == U_CURRENCY_SYMBOL || type == U_MATH_SYMBOL ||
	       type == U_OTHER_SYMBOL;
}

static struct analysis
no_word(struct span form)
{
	struct analysis a = { SPAN("PUNCT"), form, SPAN("_") };

	if (utf8_has_digit(form))
		a.upos = SPAN("NUM");
	else if (is_symbol(utf8_first(form)))
		a.upos = SPAN("SYM");
	return a;
}

/* 25mila, 28enne, 5G */
static struct analysis
digits_word(struct span form)
{
	struct analysis a = { SPAN("NUM"), form, SPAN("_") };

	if (span_ends(form, SPAN("enne")) || span_ends(form, SPAN("enni")))
		a.upos = SPAN("NOUN");
	return a;
}

static bool
is_fixed(struct lexeme *w)
{
	if (!utf8_has_letter(w->form))
		w->reading[0] = no_word(w->form);
	else if (u_isdigit(utf8_first(w->form)))
		w->reading[0] = digits_word(w->form);
	else
		return false;
	w->readings = 1;
	return true;
}

/* --- forms that were seen ---------------------------------------------------------------------
 */

static struct lexeme *
new_lexeme(struct lexemes *lexemes, struct span form, bool shouted)
{
	struct arena *arena = lexemes->arena;
	struct lexeme *w = ARENA_NEW(arena, struct lexeme, 1);
	struct analysis reading[ANALYSES];

	*w = (struct lexeme){ .form = form, .key = token_key(arena, form), .reading = reading };
	w->fixed = is_fixed(w);
	w->atom[A_KEY] = atom_of(w->key);
	w->atom[A_SHAPE] = atom_of(shape(arena, form));
	set_affixes(w);
	if (w->fixed) {
		w->atom[A_CLASSES] = w->atom[A_BEST] = atom_of(reading[0].upos);
		w->atom[A_EXACT] = w->atom[A_AGREE] = atom_of(SPAN("-"));
	} else {
		set_readings(lexemes->tags, arena, w, shouted);
	}
	w->reading = ARENA_NEW(arena, struct analysis, w->readings);
	memcpy(w->reading, reading, w->readings * sizeof(*reading));
	return w;
}

struct lexeme *
lexeme_of(struct lexemes *lexemes, struct span form, bool shouted)
{
	struct memo *seen = shouted ? &lexemes->shouted : &lexemes->seen;
	struct lexeme *w = memo_get(seen, form);

	if (w == NULL) {
		w = new_lexeme(lexemes, arena_copy(lexemes->arena, form), shouted);
		memo_put(seen, w->form, w);
	}
	return w;
}

struct lexemes
lexemes_in(struct arena *arena, const struct table *tags)
{
	struct lexeme *edge = ARENA_NEW(arena, struct lexeme, 1);

	for (int i = 0; i < ATOMS; i++)
		edge->atom[i] = atom_of(SPAN("="));
	return (struct lexemes){ tags, arena, memo_in(arena), memo_in(arena), edge };
}

bool
lexemes_are_full(const struct lexemes *lexemes)
{
	return memo_is_full(&lexemes->seen) || memo_is_full(&lexemes->shouted);
}
