#include "capitals.h"

#include "utf8.h"

static bool
is_word_row(const struct row *row)
{
	return row->kind == ROW_WORD && utf8_has_letter(row->col[C_FORM]);
}

bool
capitals_shouted(const struct sentence *s)
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
opens(const struct row *row) /* a quote, a colon, a cell: the next word may have a capital */
{
	int32_t c = utf8_first(row->col[C_FORM]);

	return c == '"' || c == 0xAB || c == 0x201C || c == 0x2018 || c == ':' || c == 0x2014 ||
	       c == 0x2013 || c == '-' || c == '.' || c == '?' || c == '!' || c == 0x2026 ||
	       c == '|';
}

static bool
is_quote(const struct row *row)
{
	int32_t c = utf8_first(row->col[C_FORM]);

	return c == '"' || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2018 ||
	       c == 0x2019;
}

bool
capitals_quoted(const struct sentence *s, size_t i)
{
	size_t end = i;

	while (end < s->rows.n && is_word_row(&s->rows.v[end]) &&
	       utf8_is_capital(s->rows.v[end].col[C_FORM]))
		end++;
	return i > 0 && end >= i + 2 && end < s->rows.n && is_quote(&s->rows.v[i - 1]) &&
	       is_quote(&s->rows.v[end]);
}

bool
capitals_initial(const struct sentence *s, size_t i)
{
	if (capitals_quoted(s, i))
		return false;
	while (i > 0 && (s->rows.v[i - 1].kind != ROW_WORD ||
			 span_eq(s->rows.v[i - 1].col[C_FORM], SPAN("("))))
		i--;
	return i == 0 || opens(&s->rows.v[i - 1]);
}

void
capitals_note(struct capitals *capitals, const struct sentence *s)
{
	if (capitals_shouted(s))
		return;
	for (size_t i = 0; i < s->rows.n; i++) {
		struct span form = s->rows.v[i].col[C_FORM];

		if (!is_word_row(&s->rows.v[i]))
			continue;
		if (!utf8_is_capital(form))
			++*map_at(&capitals->common, form);
		else if (!capitals_initial(s, i))
			++*map_at(&capitals->names, form);
	}
}
