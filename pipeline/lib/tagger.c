#include "tagger.h"

#include <unicode/uchar.h>

#include "buf.h"
#include "map.h"
#include "token.h"
#include "utf8.h"

enum { SUFFIX_MAX = 8 }; /* letters */

struct tagging {
	const struct table *tags;
	struct arena *arena;
	struct map names;  /* forms with a capital inside a sentence */
	struct map common; /* forms in lower case */
};

static bool
is_word_row(const struct row *row)
{
	return row->kind == ROW_WORD && utf8_has_letter(row->col[C_FORM]);
}

/* A sentence in capitals says nothing about names. */
static bool
is_shouted(const struct sentence *s)
{
	size_t words = 0, upper = 0;

	for (size_t i = 0; i < s->rows.n; i++)
		if (is_word_row(&s->rows.v[i])) {
			words++;
			upper += utf8_is_upper(s->rows.v[i].col[C_FORM]);
		}
	return words >= 2 && 2 * upper > words;
}

static bool
opens(const struct row *row) /* a quote or a colon: the next word may have a capital */
{
	int32_t c = utf8_first(row->col[C_FORM]);

	return c == '"' || c == 0xAB || c == 0x201C || c == 0x2018 || c == ':' || c == 0x2014 ||
	       c == 0x2013 || c == '-' || c == '.' || c == '?' || c == '!' || c == 0x2026;
}

static bool
is_quote(const struct row *row)
{
	int32_t c = utf8_first(row->col[C_FORM]);

	return c == '"' || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2018 ||
	       c == 0x2019;
}

/* Two words or more that fill a quotation and all have capitals: the ship "Stella Grigia". */
static bool
is_quoted_name(const struct sentence *s, size_t i)
{
	size_t end = i;

	while (end < s->rows.n && is_word_row(&s->rows.v[end]) &&
	       utf8_is_capital(s->rows.v[end].col[C_FORM]))
		end++;
	return i > 0 && end >= i + 2 && end < s->rows.n && is_quote(&s->rows.v[i - 1]) &&
	       is_quote(&s->rows.v[end]);
}

/* Where a capital is no sign of a name: at the start of a sentence, or of a quotation that is more
 * than a name. */
static bool
is_initial(const struct sentence *s, size_t i)
{
	if (is_quoted_name(s, i))
		return false;
	while (i > 0 && (s->rows.v[i - 1].kind != ROW_WORD ||
			 span_eq(s->rows.v[i - 1].col[C_FORM], SPAN("("))))
		i--;
	return i == 0 || opens(&s->rows.v[i - 1]);
}

static void
note_forms(struct tagging *t, const struct sentence *s)
{
	if (is_shouted(s))
		return;
	for (size_t i = 0; i < s->rows.n; i++) {
		struct span form = s->rows.v[i].col[C_FORM];

		if (!is_word_row(&s->rows.v[i]))
			continue;
		if (!utf8_is_capital(form))
			++*map_at(&t->common, form);
		else if (!is_initial(s, i))
			++*map_at(&t->names, form);
	}
}

struct analysis {
	struct span upos, lemma, feats;
};

static bool
look_up(struct tagging *t, struct span key, struct analysis *out)
{
	struct span fields;

	return table_find(t->tags, key, &fields) && span_cut(&fields, '\t', &out->upos) &&
	       span_cut(&fields, '\t', &out->lemma) && span_cut(&fields, '\t', &out->feats);
}

/* "-zioni" says NOUN and "-zione": the longest suffix that is known. */
static bool
look_up_suffix(struct tagging *t, struct span word, struct analysis *out)
{
	size_t cut[SUFFIX_MAX + 1] = { word.n };
	int n = 0;

	while (n < SUFFIX_MAX && cut[n] > 0) {
		cut[n + 1] = cut[n];
		utf8_prev(word, &cut[++n]);
	}
	for (; n > 0; n--) {
		struct buf key = { .arena = t->arena }, lemma = { .arena = t->arena };

		buf_putc(&key, '-');
		buf_put(&key, span_from(word, cut[n]));
		if (cut[n] == 0 || !look_up(t, buf_span(&key), out))
			continue;
		buf_put(&lemma, (struct span){ word.s, cut[n] });
		buf_put(&lemma, span_from(out->lemma, 1));
		out->lemma = buf_span(&lemma);
		return true;
	}
	return false;
}

static bool
is_closed_class(struct span upos)
{
	return span_eq(upos, SPAN("DET")) || span_eq(upos, SPAN("ADP")) ||
	       span_eq(upos, SPAN("PRON")) || span_eq(upos, SPAN("CCONJ")) ||
	       span_eq(upos, SPAN("SCONJ")) || span_eq(upos, SPAN("AUX"));
}

static struct analysis
name(struct span form)
{
	return (struct analysis){ SPAN("PROPN"), form, SPAN("_") };
}

static struct analysis
lower_word(struct tagging *t, struct span key)
{
	struct analysis a = { SPAN("NOUN"), key, SPAN("_") };

	if (!look_up(t, key, &a))
		look_up_suffix(t, key, &a);
	return a;
}

/* With a capital where it says nothing: a name if the document shows it to be one. */
static struct analysis
initial_word(struct tagging *t, struct span form, struct span key)
{
	struct analysis a;
	bool known = look_up(t, key, &a);

	if (known && (is_closed_class(a.upos) || map_get(&t->common, key) > 0))
		return a;
	if (map_get(&t->names, form) > 0)
		return name(form);
	if (known || look_up(t, form, &a))
		return a;
	return look_up_suffix(t, key, &a) && !span_eq(a.upos, SPAN("NOUN")) ? a : name(form);
}

static struct analysis
capital_word(struct tagging *t, struct span form, struct span key)
{
	struct analysis a;

	if (look_up(t, form, &a))
		return a;
	if (!utf8_is_acronym(form) && look_up(t, key, &a) && is_closed_class(a.upos))
		return a;
	return name(form);
}

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

static struct analysis
analyse(struct tagging *t, const struct sentence *s, size_t i, bool shouted)
{
	struct span form = s->rows.v[i].col[C_FORM], key;

	if (!utf8_has_letter(form))
		return no_word(form);
	if (u_isdigit(utf8_first(form)))
		return digits_word(form);
	key = token_key(t->arena, form);
	if (!utf8_is_capital(form) || shouted)
		return lower_word(t, key);
	if (is_initial(s, i) && !utf8_is_acronym(form))
		return initial_word(t, form, key);
	return capital_word(t, form, key);
}

static void
tag_sentence(struct tagging *t, struct sentence *s)
{
	bool shouted = is_shouted(s);

	for (size_t i = 0; i < s->rows.n; i++) {
		struct row *row = &s->rows.v[i];
		struct analysis a;

		if (row->kind != ROW_WORD)
			continue;
		a = analyse(t, s, i, shouted);
		row->col[C_UPOS] = a.upos;
		row->col[C_LEMMA] = a.lemma;
		row->col[C_FEATS] = a.feats.n > 0 ? a.feats : SPAN("_");
	}
}

void
tag_document(const struct table *tags, struct arena *arena, struct document *doc)
{
	struct tagging t = { tags, arena, { .arena = arena }, { .arena = arena } };

	for (size_t i = 0; i < doc->sentences.n; i++)
		note_forms(&t, &doc->sentences.v[i]);
	for (size_t i = 0; i < doc->sentences.n; i++)
		tag_sentence(&t, &doc->sentences.v[i]);
}
