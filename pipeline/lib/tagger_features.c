#include "tagger_features.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "perceptron.h"
#include "token.h"
#include "utf8.h"

enum atom_kind {
	A_KEY,
	A_SUFFIX, /* of 1 to AFFIX_MAX letters */
	A_PREFIX = A_SUFFIX + AFFIX_MAX,
	A_SHAPE = A_PREFIX + AFFIX_MAX,
	A_CAPITAL,
	A_CLASSES, /* of the form in lower case, best first; ? before what a suffix says */
	A_BEST,    /* the first of them */
	A_EXACT,   /* classes of the form with its capital */
	A_AGREE,   /* gender and number of its nouns, adjectives and articles */
	A_COUNT
};

_Static_assert((int)A_COUNT == (int)ATOMS, "atoms of a word");

struct atom
atom_of(struct span text)
{
	return (struct atom){ text, feature_hash(text) };
}

/* --- values of one word ---------------------------------------------------------------------- */

static void
set_affixes(struct word *w)
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
gender_number(struct arena *arena, const struct word *w)
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

/* How it is written, where, and what the rest of the document says: c(apital) inside, i(nitial),
 * l(ower), s(houted), q(uoted name); + a name elsewhere, - a common word elsewhere. */
static struct span
capital(const struct capitals *capitals, struct arena *arena, const struct sentence *s, size_t i,
	bool shouted)
{
	struct span form = s->rows.v[i].col[C_FORM];
	struct buf b = { .arena = arena };
	bool initial = capitals_initial(s, i);

	if (shouted)
		return SPAN("s");
	if (!utf8_is_capital(form))
		return SPAN("l");
	buf_putc(&b, initial ? 'i' : capitals_quoted(s, i) ? 'q' : 'c');
	if (utf8_is_acronym(form))
		buf_putc(&b, 'X');
	if (initial && map_get(&capitals->names, form) > 0)
		buf_putc(&b, '+');
	if (map_get(&capitals->common, utf8_lower(arena, form)) > 0)
		buf_putc(&b, '-');
	return buf_span(&b);
}

static void
set_readings(const struct table *tags, struct arena *arena, struct word *w, bool shouted)
{
	bool guessed = false;
	size_t exact = 0;

	if (!shouted && !span_eq(w->form, w->key))
		exact = analysis_find(tags, w->form, ANALYSES / 2, w->reading);
	w->atom[A_EXACT] = atom_of(classes(arena, w->reading, exact, false));
	w->readings = exact + analysis_find(tags, w->key, ANALYSES - exact, w->reading + exact);
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
is_fixed(struct word *w)
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

static void
set_word(const struct table *tags, const struct capitals *capitals, struct arena *arena,
	 const struct sentence *s, size_t i, bool shouted, struct word *w)
{
	*w = (struct word){ .form = s->rows.v[i].col[C_FORM] };
	w->key = token_key(arena, w->form);
	w->fixed = is_fixed(w);
	w->atom[A_KEY] = atom_of(w->key);
	w->atom[A_SHAPE] = atom_of(shape(arena, w->form));
	w->atom[A_CAPITAL] = atom_of(capital(capitals, arena, s, i, shouted));
	set_affixes(w);
	if (!w->fixed) {
		set_readings(tags, arena, w, shouted);
		return;
	}
	w->atom[A_CLASSES] = w->atom[A_BEST] = atom_of(w->reading[0].upos);
	w->atom[A_EXACT] = w->atom[A_AGREE] = atom_of(SPAN("-"));
}

static void
set_edge(struct word *w)
{
	*w = (struct word){ 0 };
	for (int i = 0; i < A_COUNT; i++)
		w->atom[i] = atom_of(SPAN("="));
	w->tag = atom_of(SPAN("="));
}

static void
make_room(struct arena *arena, struct words *words, size_t n)
{
	if (n > words->cap) {
		words->cap = words->cap > 0 ? 2 * n : n;
		words->v = ARENA_NEW(arena, struct word, words->cap);
	}
	words->n = 0;
}

void
words_of(const struct table *tags, const struct capitals *capitals, struct arena *arena,
	 const struct sentence *s, struct words *out)
{
	bool shouted = capitals_shouted(s);

	make_room(arena, out, s->rows.n + 2 * WORD_EDGES);
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.v[i].kind == ROW_WORD)
			set_word(tags, capitals, arena, s, i, shouted,
				 &out->v[WORD_EDGES + out->n++]);
	for (size_t i = 0; i < WORD_EDGES; i++) {
		set_edge(&out->v[i]);
		set_edge(&out->v[WORD_EDGES + out->n + i]);
	}
}

/* --- features ----------------------------------------------------------------------------------
 */

static void
add(struct features *f, char letter, const struct atom *a, const struct atom *b,
    const struct atom *c)
{
	uint64_t hash = (unsigned char)letter;

	if (a != NULL)
		hash = feature_value(hash, a->hash);
	if (b != NULL)
		hash = feature_value(hash, b->hash);
	if (c != NULL)
		hash = feature_value(hash, c->hash);
	f->name[f->n].letter = letter;
	f->name[f->n].value[0] = a;
	f->name[f->n].value[1] = b;
	f->name[f->n].value[2] = c;
	f->hash[f->n++] = hash;
}

static void
add_word(struct features *f, const struct atom *w)
{
	static const char suffixes[] = "jklmn", prefixes[] = "opqr";

	add(f, 'a', NULL, NULL, NULL);
	add(f, 'b', &w[A_KEY], NULL, NULL);
	for (int i = 0; i < AFFIX_MAX; i++)
		add(f, suffixes[i], &w[A_SUFFIX + i], NULL, NULL);
	for (int i = 0; i < AFFIX_MAX - 1; i++)
		add(f, prefixes[i], &w[A_PREFIX + i], NULL, NULL);
	add(f, 's', &w[A_SHAPE], NULL, NULL);
	add(f, 't', &w[A_CAPITAL], NULL, NULL);
	add(f, 'u', &w[A_CLASSES], NULL, NULL);
	add(f, 'v', &w[A_BEST], NULL, NULL);
	add(f, 'D', &w[A_EXACT], &w[A_CAPITAL], NULL);
	add(f, 'E', &w[A_CLASSES], &w[A_CAPITAL], NULL);
}

static void
add_neighbours(struct features *f, const struct word *w)
{
	const struct atom *l = w[-1].atom, *o = w[0].atom, *r = w[1].atom;

	add(f, 'c', &l[A_KEY], NULL, NULL);
	add(f, 'd', &w[-2].atom[A_KEY], NULL, NULL);
	add(f, 'e', &r[A_KEY], NULL, NULL);
	add(f, 'f', &w[2].atom[A_KEY], NULL, NULL);
	add(f, 'g', &l[A_KEY], &o[A_KEY], NULL);
	add(f, 'h', &o[A_KEY], &r[A_KEY], NULL);
	add(f, 'i', &l[A_KEY], &r[A_KEY], NULL);
	add(f, 'w', &r[A_CLASSES], NULL, NULL);
	add(f, 'x', &w[2].atom[A_CLASSES], NULL, NULL);
	add(f, 'y', &l[A_KEY], &o[A_CLASSES], NULL);
	add(f, 'z', &o[A_CLASSES], &r[A_CLASSES], NULL);
	add(f, 'A', &o[A_CLASSES], &r[A_CLASSES], &w[2].atom[A_CLASSES]);
	add(f, 'B', &l[A_SUFFIX + 2], NULL, NULL);
	add(f, 'C', &r[A_SUFFIX + 2], NULL, NULL);
	add(f, 'R', &o[A_CLASSES], &l[A_AGREE], &o[A_AGREE]);
	add(f, 'S', &o[A_CLASSES], &r[A_KEY], NULL);
}

static void
add_history(struct features *f, const struct word *w)
{
	const struct atom *o = w->atom, *r = w[1].atom, *t1 = &w[-1].tag, *t2 = &w[-2].tag;

	add(f, 'F', t1, NULL, NULL);
	add(f, 'G', t2, t1, NULL);
	add(f, 'H', t1, &o[A_KEY], NULL);
	add(f, 'I', t1, &o[A_CLASSES], NULL);
	add(f, 'J', t1, &r[A_CLASSES], NULL);
	add(f, 'K', t1, &o[A_CLASSES], &r[A_CLASSES]);
	add(f, 'L', t2, t1, &o[A_CLASSES]);
	add(f, 'M', t1, &o[A_SUFFIX + 2], NULL);
	add(f, 'N', t1, &o[A_CAPITAL], NULL);
	add(f, 'O', t1, &r[A_KEY], NULL);
	add(f, 'P', t2, &o[A_KEY], NULL);
}

void
features_of(const struct word *word, struct features *out)
{
	out->n = 0;
	add_word(out, word->atom);
	add_neighbours(out, word);
	add_history(out, word);
}
