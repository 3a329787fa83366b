#include "stems.h"

#include "buf.h"
#include "token.h"
#include "utf8.h"

/* What the stemmer leaves out, but a reader may look for: 2025, A4, 5G. Not the elided: l', un'. */
static struct span
code_of(const struct stems *stems, struct arena *arena, struct span form)
{
	struct span key = token_key(arena, form);

	if (span_ends(key, SPAN("'")) || table_has(stems->stemmer.stopwords, key))
		return SPAN("");
	return utf8_has_digit(key) || utf8_has_letter(key) ? key : SPAN("");
}

static struct span
stem_of(const struct stems *stems, struct arena *arena, struct span form)
{
	struct span stem = stemmer_stem(&stems->stemmer, arena, form);

	return stem.n > 0 ? stem : code_of(stems, arena, form);
}

static void
add_stem(struct buf *out, struct span stem)
{
	if (stem.n > 0 && out->n > 0)
		buf_putc(out, ' ');
	buf_put(out, stem);
}

struct span
stems_of(const struct stems *stems, struct arena *arena, struct span text)
{
	struct buf out = { .arena = arena };
	struct tokens tokens = { 0 };

	token_scan(arena, stems->abbreviations, text, &tokens);
	for (size_t i = 0; i < tokens.n; i++)
		add_stem(&out, stem_of(stems, arena, tokens.v[i].form));
	return buf_span(&out);
}

struct span
stems_of_rows(const struct stems *stems, struct arena *arena, const struct sentence *sentence)
{
	struct buf out = { .arena = arena };
	struct span stem;
	long covered = 0;

	if (sentence->rows.n == 0)
		return stems_of(stems, arena, sentence_text(sentence));
	for (size_t i = 0; i < sentence->rows.n; i++) {
		const struct row *row = &sentence->rows.v[i];

		if (row->kind == ROW_EMPTY || (row->kind == ROW_WORD && row->last <= covered))
			continue;
		if (row->kind == ROW_RANGE)
			covered = row->last;
		if (!misc_get(row->col[C_MISC], SPAN("Stem"), &stem))
			stem = stem_of(stems, arena, row->col[C_FORM]);
		add_stem(&out, stem);
	}
	return buf_span(&out);
}
