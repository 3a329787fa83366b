#include "trim.h"

#include <stdlib.h>

#include "helper.h"

static struct table openings;

/* A sentence of rows "FORM LEMMA UPOS FEATS", parted by "/"; the text is the forms with blanks,
 * none before a comma or a stop. "=FORM" is a range over the next two. */
static struct sentence
sentence(const char *rows)
{
	struct sentence s = { 0 };
	struct span rest = span_of(rows), line;
	struct buf text = { .arena = &arena };
	long id = 0, covered = 0;

	while (span_cut(&rest, '/', &line)) {
		struct row *row = PUSH(&arena, &s.rows);
		struct buf number = { .arena = &arena };
		struct span col;

		for (int i = 0; i < C_NCOLS; i++)
			row->col[i] = SPAN("_");
		row->kind = span_starts(line, SPAN("=")) ? ROW_RANGE : ROW_WORD;
		line = span_from(line, row->kind == ROW_RANGE);
		span_cut(&line, ' ', &row->col[C_FORM]);
		for (int i = C_LEMMA; line.s != NULL && span_cut(&line, ' ', &col);
		     i = i == C_UPOS ? C_FEATS : i + 1)
			row->col[i] = col;
		if (row->kind == ROW_WORD)
			row->last = ++id;
		else
			covered = row->last = id + 2;
		buf_printf(&number, row->kind == ROW_WORD ? "%ld" : "%ld-%ld",
			   row->kind == ROW_WORD ? id : id + 1, covered);
		row->col[C_ID] = buf_span(&number);
		if (row->kind == ROW_WORD && id <= covered)
			continue;
		if (text.n > 0 && !span_eq(row->col[C_FORM], SPAN(",")) &&
		    !span_eq(row->col[C_FORM], SPAN(".")))
			buf_putc(&text, ' ');
		buf_put(&text, row->col[C_FORM]);
	}
	comment_set(&arena, &s, SPAN("text"), buf_span(&text));
	return s;
}

#define THE "il DET Definite=Def|PronType=Art"
#define HAS "ha avere AUX Person=3|VerbForm=Fin"
#define STOPS "chiude chiudere VERB Person=3|VerbForm=Fin/. . PUNCT"

/* The text that is left, or NULL: the sentence stays as it is. */
static const char *
trimmed(const char *rows)
{
	struct sentence s = sentence(rows), out;
	struct span text = sentence_text(&s);

	if (trim_sentence(&openings, &arena, &s, &out))
		return arena_cstr(&arena, sentence_text(&out));
	assert_span(sentence_text(&s), arena_cstr(&arena, text));
	return NULL;
}

static void
test_subject(void **state)
{
	(void)state;
	assert_string_equal(trimmed("Tuttavia _ ADV/, , PUNCT/il " THE "/ponte _ NOUN/" STOPS),
			    "Il ponte chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/il " THE "/ponte _ NOUN/" STOPS),
			    "Il ponte chiude.");
	assert_string_equal(
	    trimmed("Di _ ADP/conseguenza _ NOUN/, , PUNCT/l' " THE "/ente _ NOUN/" STOPS),
	    "L' ente chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/Ormenati _ PROPN/" STOPS), "Ormenati chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/, , PUNCT/treni _ NOUN/" STOPS),
			    "Treni chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/, , PUNCT/nessuno _ PRON PronType=Neg/" STOPS),
			    "Nessuno chiude.");
	assert_string_equal(
	    trimmed("\u00C8 _ ADV/inoltre _ ADV/il " THE "/" STOPS) == NULL ? "no" : "yes", "no");
}

static void
test_phrase(void **state)
{
	(void)state;
	assert_string_equal(trimmed("Inoltre _ ADV/, , PUNCT/=nel/in _ ADP/il " THE
				    "/pomeriggio _ NOUN/il " THE "/ponte _ NOUN/" STOPS),
			    "Nel pomeriggio il ponte chiude.");
	assert_null(trimmed("Inoltre _ ADV/=nel/in _ ADP/il " THE "/pomeriggio _ NOUN/il " THE
			    "/ponte _ NOUN/" STOPS)); /* "invece del ponte" */
	assert_null(
	    trimmed("Inoltre _ ADV/, , PUNCT/=nel/in _ ADP/il " THE "/pomeriggio _ NOUN/" STOPS));
}

static void
test_verb(void **state)
{
	static const char are[] = "sono essere AUX Person=3|VerbForm=Fin/";
	struct buf passive = { .arena = &arena }, alone = { .arena = &arena };

	(void)state;
	buf_printf(&passive,
		   "Inoltre _ ADV/%sstati essere AUX VerbForm=Part/fermati fermare VERB "
		   "VerbForm=Part/due due NUM/treni _ NOUN/. . PUNCT",
		   are);
	assert_string_equal(trimmed(arena_cstr(&arena, buf_span(&passive))),
			    "Sono stati fermati due treni.");
	buf_printf(&alone, "Inoltre _ ADV/%sfermati fermare VERB VerbForm=Part/. . PUNCT", are);
	assert_null(trimmed(arena_cstr(&arena, buf_span(&alone))));
	assert_null(trimmed("Infatti _ ADV/" HAS "/il " THE "/ponte _ NOUN/. . PUNCT"));
	assert_null(trimmed("Infatti _ ADV/" STOPS));
	assert_null(trimmed("Inoltre _ ADV/sono essere AUX Person=3|VerbForm=Fin"));
}

static void
test_grammar(void **state)
{
	(void)state;
	assert_null(trimmed("Sebbene _ SCONJ/il " THE "/ponte _ NOUN/" STOPS));
	assert_null(trimmed("Infatti _ ADV/se _ SCONJ/il " THE "/ponte _ NOUN/" STOPS));
	assert_null(trimmed("Tuttavia _ ADV/, , PUNCT/questa questo DET PronType=Dem/" STOPS));
	assert_null(trimmed("Tuttavia _ ADV/, , PUNCT/lui _ PRON Person=3|PronType=Prs/" STOPS));
	assert_null(trimmed("\u00AB _ PUNCT/Tuttavia _ ADV/il " THE "/ponte _ NOUN/" STOPS));
	assert_null(trimmed("Tuttavia _ _/il _ _/ponte _ _/chiude _ _")); /* not tagged */
	assert_null(trimmed("Il " THE "/ponte _ NOUN/" STOPS));
	assert_null(trimmed("Tuttavia _ ADV"));
	assert_null(trimmed("Tuttavia _ ADV/, , PUNCT"));
}

/* A form of its own case keeps it. */
static void
test_capital(void **state)
{
	(void)state;
	assert_string_equal(trimmed("Inoltre _ ADV/eBrenta _ PROPN/" STOPS), "eBrenta chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/\u00E0lia _ PROPN/" STOPS), "\u00C0lia chiude.");
	assert_string_equal(trimmed("Inoltre _ ADV/30 _ NUM/treni _ NOUN/" STOPS),
			    "30 treni chiude.");
}

static void
test_rows(void **state)
{
	struct sentence s =
	    sentence("=Nel/In _ ADP/il " THE "/frattempo _ NOUN/, , PUNCT/=della/di _ ADP/la " THE
		     "/zona _ NOUN/il " THE "/ponte _ NOUN/" STOPS);
	struct span value;

	(void)state;
	s.rows.v[9].col[C_HEAD] = SPAN("9");
	s.rows.v[8].col[C_HEAD] = SPAN("0");
	assert_true(trim_sentence(&openings, &arena, &s, &s));
	assert_span(column_of(&s, C_ID), "1-2 1 2 3 4 5 6 7");
	assert_span(column_of(&s, C_FORM), "Della Di la zona il ponte chiude .");
	assert_span(column_of(&s, C_HEAD), "_ _ _ 0 5 _ _ _");
	assert_int_equal(s.rows.v[0].last, 2);
	assert_int_equal(s.rows.v[7].last, 7);
	assert_span(sentence_text(&s), "Della zona il ponte chiude.");
	assert_true(comment_get(&s, SPAN("trimmed"), &value));
	assert_span(value, "Nel frattempo,");
	assert_false(trim_sentence(&openings, &arena, &s, &s)); /* once */
}

/* What no stage of ours writes stays as it is. */
static void
test_malformed(void **state)
{
	static const char rows[] = "Inoltre _ ADV/il " THE "/ponte _ NOUN/" STOPS;
	static const struct {
		size_t row;
		enum column column;
		struct span value;
	} bad[] = {
		{ 1, C_HEAD, SPAN("1") },       { 2, C_HEAD, SPAN("-3") },
		{ 0, C_HEAD, SPAN("0") },       { 2, C_HEAD, SPAN("99999999999999999999") },
		{ 3, C_DEPS, SPAN("2:nsubj") }, { 0, C_FORM, SPAN("Infatti") },
	};
	struct sentence s, out;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		s = sentence(rows);
		s.rows.v[bad[i].row].col[bad[i].column] = bad[i].value;
		assert_false(trim_sentence(&openings, &arena, &s, &out));
	}
	s = sentence(rows);
	comment_drop(&s, SPAN("text"));
	assert_false(trim_sentence(&openings, &arena, &s, &out));
	comment_set(&arena, &s, SPAN("text"), SPAN("Inolt"));
	assert_false(trim_sentence(&openings, &arena, &s, &out));
	s.rows.n = 0;
	assert_false(trim_sentence(&openings, &arena, &s, &out));
}

static void
test_empty_nodes(void **state)
{
	struct sentence s = sentence("Inoltre _ ADV/, , PUNCT/il " THE "/ponte _ NOUN/" STOPS), out;
	struct row empty = s.rows.v[3];

	(void)state;
	empty.kind = ROW_EMPTY;
	empty.last = 1;
	empty.col[C_ID] = SPAN("3.1");
	s.rows.v[3] = empty; /* in place of the fourth word: only the ID is looked at */
	assert_true(trim_sentence(&openings, &arena, &s, &out));
	assert_span(out.rows.v[1].col[C_ID], "1.1");
	assert_int_equal(out.rows.v[1].last, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_subject),   cmocka_unit_test(test_phrase),
		cmocka_unit_test(test_verb),      cmocka_unit_test(test_grammar),
		cmocka_unit_test(test_capital),   cmocka_unit_test(test_rows),
		cmocka_unit_test(test_malformed), cmocka_unit_test(test_empty_nodes),
	};

	openings =
	    table_of("di conseguenza\tjoins\ninfatti\tjoins\ninoltre\tjoins\n"
		     "nel frattempo\tjoins\nquesta\thangs\nsebbene\thangs\ntuttavia\tjoins\n");
	return RUN(tests);
}
