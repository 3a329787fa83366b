#include "plaintext.h"

#include "helper.h"

/* The lines of a text, each between [ and ]. */
static struct span
lines_of(const char *text)
{
	struct buf out = { .arena = &arena };
	struct lines lines;

	plaintext_lines(&arena, span_of(text), &lines);
	for (size_t i = 0; i < lines.n; i++) {
		buf_putc(&out, '[');
		buf_put(&out, lines.v[i]);
		buf_putc(&out, ']');
	}
	return buf_span(&out);
}

/* The blocks of a text: "TITLE: ..." first, then each with its type's first letter. */
static struct span
blocks_of(const char *text)
{
	struct buf out = { .arena = &arena };
	struct article a = { 0 };
	struct lines lines;
	size_t n = 0;

	plaintext_lines(&arena, span_of(text), &lines);
	for (size_t i = 0; i < lines.n; i++) /* as extract does: lines that hold text */
		if (lines.v[i].n > 0)
			lines.v[n++] = lines.v[i];
	lines.n = n;
	plaintext_blocks(&arena, &lines, &a);
	buf_put(&out, article_field(&a, SPAN("title")));
	for (size_t i = 0; i < a.blocks.n; i++) {
		buf_printf(&out, " %c:", a.blocks.v[i].type.s[0]);
		buf_put(&out, a.blocks.v[i].text);
	}
	return buf_span(&out);
}

static void
test_one_a_line(void **state)
{
	(void)state;
	assert_span(lines_of("Un titolo\n\nIl primo capoverso è qui.\r\nIl  secondo.\n"),
		    "[Un titolo][][Il primo capoverso è qui.][Il secondo.][]");
	assert_span(lines_of("uno.\rdue.\rtre."), "[uno.][due.][tre.]"); /* old Macintosh */
	assert_span(lines_of(""), "[]");
}

static const char wrapped[] = "Il consiglio comunale ha approvato ieri sera il piano\n"
			      "per la riapertura del vecchio mercato coperto, chiuso\n"
			      "dal 2011. I lavori dureranno due anni e l'inve-\n"
			      "stimento supera i tre milioni di euro; la parte nord-\n"
			      "Ovest resta chiusa.\n"
			      "I commercianti sono contenti, ma chiedono tempi certi\n"
			      "e parcheggi.\n";

static void
test_wrapped(void **state)
{
	(void)state;
	assert_span(
	    lines_of(wrapped),
	    "[Il consiglio comunale ha approvato ieri sera il piano per la riapertura del "
	    "vecchio mercato coperto, chiuso dal 2011. I lavori dureranno due anni e "
	    "l'investimento supera i tre milioni di euro; la parte nord-Ovest resta chiusa.]"
	    "[I commercianti sono contenti, ma chiedono tempi certi e parcheggi.]");
}

static void
test_heading(void **state)
{
	(void)state;
	assert_true(plaintext_is_heading(SPAN("Il piano del sindaco")));
	assert_false(plaintext_is_heading(SPAN("Il piano è pronto.")));
	assert_false(plaintext_is_heading(SPAN("Ha detto: «Il piano è pronto».")));
	assert_false(plaintext_is_heading(SPAN("Ecco che cosa cambia:")));
}

static void
test_blocks(void **state)
{
	(void)state;
	assert_span(blocks_of("Home\nCronaca\nIl mercato coperto riapre a maggio\nAprirà tutto.\n"
			      "I lavori\nDureranno un anno.\nLeggi anche\nIl ponte nuovo\n"),
		    "Il mercato coperto riapre a maggio p:Aprirà tutto. h:I lavori "
		    "p:Dureranno un anno.");
	assert_span(blocks_of("Aprirà tutto.\nI lavori\nDureranno un anno.\n"),
		    " p:Aprirà tutto. h:I lavori p:Dureranno un anno.");
	/* no line is closed like a sentence: they are the text */
	assert_span(blocks_of("Il mercato coperto riapre\nI lavori\n"),
		    "Il mercato coperto riapre p:I lavori");
	assert_span(blocks_of("Il mercato coperto riapre\n"), " p:Il mercato coperto riapre");
	assert_span(blocks_of(""), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_a_line),
		cmocka_unit_test(test_wrapped),
		cmocka_unit_test(test_heading),
		cmocka_unit_test(test_blocks),
	};

	return RUN(tests);
}
