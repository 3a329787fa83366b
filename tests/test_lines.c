#include "lines.h"

#include "helper.h"

/* The lines of a text, each between [ and ]; a + before those behind a blank line. */
static struct span
lines_of(const char *text)
{
	struct buf out = { .arena = &arena };
	struct lines lines;

	lines_read(&arena, span_of(text), &lines);
	for (size_t i = 0; i < lines.n; i++) {
		buf_put(&out, lines.v[i].gap ? SPAN("+[") : SPAN("["));
		buf_put(&out, lines.v[i].text);
		buf_putc(&out, ']');
	}
	return buf_span(&out);
}

static void
test_one_a_line(void **state)
{
	(void)state;
	assert_span(lines_of("Un titolo\n\nIl primo capoverso è qui.\r\nIl  secondo.\n"),
		    "[Un titolo]+[Il primo capoverso è qui.][Il secondo.]");
	assert_span(lines_of("uno.\rdue.\rtre."), "[uno.][due.][tre.]"); /* old Macintosh */
	assert_span(lines_of(""), "");
}

static void
test_numbers(void **state)
{
	struct lines lines;

	(void)state;
	lines_read(&arena, SPAN("\n\nuno\n\n   due\n"), &lines);
	assert_int_equal(lines.n, 2);
	assert_int_equal(lines.v[0].number, 3);
	assert_int_equal(lines.v[1].number, 5);
	assert_int_equal(lines.v[1].indent, 3);
}

static const char wrapped[] = "Il mercato coperto riapre\n"
			      "Le botteghe saranno venti\n"
			      "Il consiglio comunale ha approvato ieri sera il piano\n"
			      "per la riapertura del vecchio mercato coperto, chiuso\n"
			      "dal 2011. I lavori dureranno due anni e l'inve-\n"
			      "stimento supera i tre milioni di euro; la parte nord-\n"
			      "Ovest resta chiusa.\n"
			      "I commercianti sono contenti, ma chiedono tempi certi\n"
			      "e parcheggi.\n"
			      "- una cosa\n"
			      "- un'altra\n";

static void
test_wrapped(void **state)
{
	(void)state;
	assert_span(
	    lines_of(wrapped),
	    "[Il mercato coperto riapre][Le botteghe saranno venti]"
	    "[Il consiglio comunale ha approvato ieri sera il piano per la riapertura del "
	    "vecchio mercato coperto, chiuso dal 2011. I lavori dureranno due anni e "
	    "l'investimento supera i tre milioni di euro; la parte nord-Ovest resta chiusa.]"
	    "[I commercianti sono contenti, ma chiedono tempi certi e parcheggi.]"
	    "[- una cosa][- un'altra]");
}

static void
test_indented(void **state)
{
	(void)state;
	assert_span(lines_of("   PONTE: RIAPRE A MAGGIO DOPO DUE ANNI\n"
			     "   (XYZ) - ROMA, 3 GIU - Il ponte riapre\n"
			     "a maggio dopo due anni di lavori nel\n"
			     "centro della valle.\n"
			     "   Il sindaco ne parla con gli operai del\n"
			     "cantiere.\n"),
		    "[PONTE: RIAPRE A MAGGIO DOPO DUE ANNI]"
		    "[(XYZ) - ROMA, 3 GIU - Il ponte riapre a maggio dopo due anni di lavori nel "
		    "centro della valle.][Il sindaco ne parla con gli operai del cantiere.]");
}

static void
test_not_wrapped(void **state)
{
	(void)state;
	/* sentences, and a list whose entries begin in lower case */
	assert_span(lines_of("Il ponte riapre a maggio dopo due anni di lavori.\n"
			     "Ne parla il sindaco con gli operai del cantiere:\n"
			     "un po' di sabbia\nmolta pazienza\n"),
		    "[Il ponte riapre a maggio dopo due anni di lavori.]"
		    "[Ne parla il sindaco con gli operai del cantiere:]"
		    "[un po' di sabbia][molta pazienza]");
}

static void
test_lynx(void **state)
{
	(void)state;
	assert_span(lines_of("[1]Home\nIl [2]ponte [3] riapre [4].\nReferences\n1. http://x.it\n"),
		    "[Home][Il ponte [3] riapre .][References][1. http://x.it]");
	assert_span(lines_of("[1]Home\n"), "[[1]Home]");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_a_line),  cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_wrapped),     cmocka_unit_test(test_indented),
		cmocka_unit_test(test_not_wrapped), cmocka_unit_test(test_lynx),
	};

	return RUN(tests);
}
