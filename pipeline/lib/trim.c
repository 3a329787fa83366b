#include "trim.h"

#include "buf.h"
#include "context.h"
#include "utf8.h"

/* What would go: rows [0, rows), which are so many words and so many bytes of the text. */
struct cut {
	size_t rows, words, text;
	bool comma; /* the last of them */
};

static bool
is_comma(const struct row *row)
{
	return span_eq(row->col[C_FORM], SPAN(","));
}

/* Rows [from, end) are a token as it is written: a word, or a range and its words. */
static size_t
token_end(const struct sentence *s, size_t from)
{
	size_t end = from + 1;

	if (s->rows.v[from].kind == ROW_RANGE)
		while (end < s->rows.n && (s->rows.v[end].kind != ROW_WORD ||
					   s->rows.v[end].last <= s->rows.v[from].last))
			end++;
	return end;
}

/* Take the token at cut->rows in. False if the text does not go on with its form. */
static bool
cut_token(const struct sentence *s, struct cut *cut)
{
	size_t end = token_end(s, cut->rows);
	struct span text = sentence_text(s), form = s->rows.v[cut->rows].col[C_FORM];

	if (cut->text > text.n || !span_starts(span_from(text, cut->text), form))
		return false;
	cut->comma = is_comma(&s->rows.v[cut->rows]);
	cut->text += form.n;
	while (cut->text < text.n && text.s[cut->text] == ' ')
		cut->text++;
	for (; cut->rows < end; cut->rows++)
		cut->words += s->rows.v[cut->rows].kind == ROW_WORD;
	return true;
}

/* The connective that the sentence opens with, and the comma behind it. */
static bool
find_cut(const struct table *openings, struct arena *arena, const struct sentence *s,
	 struct cut *cut)
{
	size_t tokens = context_connective(openings, arena, s);

	*cut = (struct cut){ 0 };
	for (size_t i = 0; i < tokens; i++)
		if (!cut_token(s, cut))
			return false;
	if (tokens > 0 && cut->rows < s->rows.n && is_comma(&s->rows.v[cut->rows]) &&
	    !cut_token(s, cut))
		return false;
	return tokens > 0 && cut->rows < s->rows.n;
}

static bool
is_finite(const struct row *row)
{
	return row_has(row, SPAN("VerbForm"), SPAN("Fin"));
}

static bool
opens_noun_phrase(const struct row *row)
{
	return row_is(row, "DET") || row_is(row, "NUM") || row_is(row, "PROPN");
}

static bool
is_indefinite(const struct row *row) /* "nessuno", "tutti" */
{
	return row_is(row, "PRON") && (row_has(row, SPAN("PronType"), SPAN("Ind")) ||
				       row_has(row, SPAN("PronType"), SPAN("Neg")) ||
				       row_has(row, SPAN("PronType"), SPAN("Tot")));
}

/* "Sono stati fermati due treni" from row i on. */
static bool
is_passive_with_subject(const struct sentence *s, size_t i)
{
	bool participle = false;

	if (!row_is(&s->rows.v[i], "AUX") || !is_finite(&s->rows.v[i]) ||
	    !span_eq(s->rows.v[i].col[C_LEMMA], SPAN("essere")))
		return false;
	for (i++; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		if (!row_has(row, SPAN("VerbForm"), SPAN("Part")) && !row_is(row, "ADV"))
			return participle && opens_noun_phrase(row);
		participle |= row_is(row, "VERB");
	}
	return false;
}

/* "Nel pomeriggio i treni": behind phrases with a preposition an article that is in none, before
 * any verb. */
static bool
has_subject_behind_phrase(const struct sentence *s, size_t i)
{
	bool in_phrase = false;

	for (; i < s->rows.n; i++) {
		const struct row *row = &s->rows.v[i];

		if (row_is(row, "VERB") || row_is(row, "AUX") || row_is(row, "SCONJ") ||
		    row_is(row, "PRON"))
			return false;
		if (row_is(row, "ADP"))
			in_phrase = true;
		else if (row_is(row, "DET") && !in_phrase)
			return true;
		else if (row_is(row, "NOUN") || row_is(row, "PROPN") || row_is(row, "NUM"))
			in_phrase = false;
	}
	return false;
}

/* May what begins at this row open a sentence, with its subject in it? */
static bool
stands(const struct sentence *s, const struct cut *cut)
{
	size_t i = cut->rows;
	const struct row *row = &s->rows.v[i];

	if (row->kind == ROW_RANGE) /* "nel": its words */
		row = &s->rows.v[++i];
	if (is_passive_with_subject(s, i))
		return true;
	if (!cut->comma)
		return opens_noun_phrase(row);
	return opens_noun_phrase(row) || row_is(row, "NOUN") || is_indefinite(row) ||
	       (row_is(row, "ADP") && has_subject_behind_phrase(s, i));
}

/* "3", "3-4", "3.1" less so many words. */
static struct span
lower_id(struct arena *arena, const struct row *row, size_t words)
{
	struct span rest = row->col[C_ID], first;
	char sign = row->kind == ROW_RANGE ? '-' : '.';
	struct buf id = { .arena = arena };

	span_cut(&rest, sign, &first);
	buf_printf(&id, "%ld", span_number(first) - (long)words);
	if (row->kind == ROW_RANGE)
		buf_printf(&id, "-%ld", row->last - (long)words);
	if (row->kind == ROW_EMPTY)
		buf_printf(&id, ".%ld", row->last);
	return buf_span(&id);
}

/* "_" and 0 (the root) stay. False if it points to what goes, or is no number. */
static bool
lower_head(struct arena *arena, struct span *head, size_t words)
{
	struct buf lower = { .arena = arena };
	long to = span_number(*head);

	if (to == 0 || span_eq(*head, SPAN("_")))
		return true;
	if (to <= (long)words)
		return false;
	buf_printf(&lower, "%ld", to - (long)words);
	*head = buf_span(&lower);
	return true;
}

static bool
has_tree_to_keep(const struct sentence *s, const struct cut *cut)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (!span_eq(s->rows.v[i].col[C_DEPS], SPAN("_")) ||
		    (i < cut->rows && span_eq(s->rows.v[i].col[C_HEAD], SPAN("0"))))
			return true;
	return false;
}

static bool
lower_rows(struct arena *arena, const struct sentence *s, const struct cut *cut,
	   struct sentence *out)
{
	for (size_t i = cut->rows; i < s->rows.n; i++) {
		struct row row = s->rows.v[i];

		row.col[C_ID] = lower_id(arena, &row, cut->words);
		row.last -= row.kind == ROW_EMPTY ? 0 : (long)cut->words;
		if (!lower_head(arena, &row.col[C_HEAD], cut->words))
			return false;
		*PUSH(arena, &out->rows) = row;
	}
	return true;
}

static bool
is_lower(struct arena *arena, struct span form) /* not "Roma", nor "eBay" */
{
	return span_eq(form, utf8_lower(arena, form));
}

/* The first word, as range and as word. */
static void
raise_first(struct arena *arena, struct sentence *s)
{
	size_t n = s->rows.v[0].kind == ROW_RANGE ? 2 : 1;

	for (size_t i = 0; i < n; i++)
		s->rows.v[i].col[C_FORM] = utf8_capital(arena, s->rows.v[i].col[C_FORM]);
}

static void
set_texts(struct arena *arena, const struct sentence *s, const struct cut *cut,
	  struct sentence *out)
{
	struct span text = sentence_text(s), rest = span_from(text, cut->text);

	for (size_t i = 0; i < s->comments.n; i++)
		*PUSH(arena, &out->comments) = s->comments.v[i];
	if (is_lower(arena, out->rows.v[0].col[C_FORM])) {
		raise_first(arena, out);
		rest = utf8_capital(arena, rest);
	}
	comment_set(arena, out, SPAN("text"), rest);
	comment_add(arena, out, SPAN("trimmed"), span_trim((struct span){ text.s, cut->text }));
}

bool
trim_sentence(const struct table *openings, struct arena *arena, const struct sentence *s,
	      struct sentence *out)
{
	struct sentence short_one = { 0 };
	struct span before;
	struct cut cut;

	if (comment_get(s, SPAN("trimmed"), &before) || !find_cut(openings, arena, s, &cut) ||
	    !stands(s, &cut) || has_tree_to_keep(s, &cut) ||
	    !lower_rows(arena, s, &cut, &short_one))
		return false;
	set_texts(arena, s, &cut, &short_one);
	if (context_points_back(openings, arena, &short_one))
		return false;
	*out = short_one;
	return true;
}
