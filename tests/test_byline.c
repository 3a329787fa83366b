#include "byline.h"

#include "helper.h"

/* "author|date" of a byline, or "no". */
static struct span
byline_of(const char *line)
{
	struct buf out = { .arena = &arena };
	struct span author, date;

	if (!byline_is(span_of(line), &author, &date))
		return SPAN("no");
	buf_put(&out, author);
	buf_putc(&out, '|');
	buf_put(&out, date);
	return buf_span(&out);
}

static void
test_byline(void **state)
{
	static const char *const cases[][2] = {
		{ "di Anna Neri", "Anna Neri|" },
		{ "Di ANNA NERI e Ugo D’Angelo", "ANNA NERI e Ugo D’Angelo|" },
		{ "A cura di Anna Neri, Ugo Verdi", "Anna Neri, Ugo Verdi|" },
		{ "di Ada di Pietro", "Ada di Pietro|" },
		{ "di Anna Neri | 11/06/2025 10:30", "Anna Neri|11/06/2025 10:30" },
		{ "di Anna Neri, inviata a Trento 3 marzo 2025", "Anna Neri|3 marzo 2025" },
		{ "Anna Neri - 3 marzo 2025", "Anna Neri|3 marzo 2025" },
		{ "Ricetta di Anna Neri del 3 marzo 2025", "Anna Neri|del 3 marzo 2025" },
		{ "Dal nostro inviato a Trento Ugo Verdi", "Ugo Verdi|" },
		{ "Dalla nostra inviata", "|" },
		{ "Redazione", "Redazione|" },
		{ "La redazione - 3 marzo 2025", "La redazione|3 marzo 2025" },
		{ "(ANSA)", "ANSA|" },
		{ "Anna Neri", "no" },
		{ "di Roma", "no" },
		{ "di Anna Neri e il figlio", "no" },
		{ "Di Anna Neri si sa poco.", "no" },
		{ "Accedi Martedì 3 marzo 2025", "no" },
		{ "Redazione e tipografia", "no" },
		{ "Marea Nuoto 6 3 2 11", "no" },
		{ "di", "no" },
		{ "", "no" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_span(byline_of(cases[i][0]), cases[i][1]);
}

static void
test_name(void **state)
{
	(void)state;
	assert_true(byline_is_name(SPAN("Anna Neri")));
	assert_true(byline_is_name(SPAN("Anna Maria de' Neri")) ||
		    byline_is_name(SPAN("Anna Maria De Neri")));
	assert_false(byline_is_name(SPAN("Anna")));
	assert_false(byline_is_name(SPAN("Anna Neri,")));
	assert_false(byline_is_name(SPAN("Anna scrive")));
	assert_false(byline_is_name(SPAN("")));
}

static void
test_date(void **state)
{
	(void)state;
	assert_true(byline_is_date(SPAN("mercoledì 11 giugno 2025, 10:30")));
	assert_true(byline_is_date(SPAN("Pubblicato il 11/06/25")));
	assert_true(byline_is_date(SPAN("2025-06-11 | Aggiornato alle 18:42")));
	assert_true(byline_is_date(SPAN("ROMA 3 settembre 2024 12:41 Redazione")));
	assert_false(byline_is_date(SPAN("L'11 giugno riapre il ponte")));
	assert_false(byline_is_date(SPAN("Roma, 11 giugno 2025.")));
	assert_false(byline_is_date(SPAN("Marea Nuoto 6 3 2 11")));
	assert_false(byline_is_date(SPAN("10:30")));
	assert_false(byline_is_date(SPAN("giugno")));
	assert_false(byline_is_date(SPAN("")));
	assert_true(byline_has_date(SPAN("La strage del 3 marzo 2025 in aula")));
	assert_false(byline_has_date(SPAN("Il 3 marzo in aula")));
}

static void
test_cut(void **state)
{
	struct span author;

	(void)state;
	assert_span(byline_cut(SPAN("È finito. Anna Neri"), &author), "È finito.");
	assert_span(author, "Anna Neri");
	assert_span(byline_cut(SPAN("«È finito». — A.N."), &author), "«È finito».");
	assert_span(author, "");
	assert_span(byline_cut(SPAN("È finito. — GIB"), &author), "È finito.");
	assert_span(byline_cut(SPAN("È finito qui."), &author), "È finito qui.");
	assert_span(byline_cut(SPAN("Ne parla S. Neri"), &author), "Ne parla S. Neri");
	assert_span(byline_cut(SPAN("Anna Neri"), &author), "Anna Neri");
	assert_span(byline_cut(SPAN(""), &author), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_byline),
		cmocka_unit_test(test_name),
		cmocka_unit_test(test_date),
		cmocka_unit_test(test_cut),
	};

	return RUN(tests);
}
