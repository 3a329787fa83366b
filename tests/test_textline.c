#include "textline.h"

#include "helper.h"

static void
test_kinds(void **state)
{
	(void)state;
	assert_true(textline_is_heading(SPAN("Il piano del sindaco")));
	assert_false(textline_is_heading(SPAN("Il piano è pronto.")));
	assert_false(textline_is_heading(SPAN("Ha detto: «Il piano è pronto».")));
	assert_false(textline_is_heading(SPAN("Ecco che cosa cambia:")));
	assert_true(textline_is_caption(SPAN("Nella foto: il ponte visto dalla riva")));
	assert_true(textline_is_caption(SPAN("Il ponte visto dalla riva (foto Neri)")));
	assert_false(textline_is_caption(SPAN("Foto: Agenzia")));
	assert_true(textline_is_menu(SPAN("Antipasti Primi Secondi Dolci")));
	assert_false(textline_is_menu(SPAN("Anna Neri")));
	assert_false(textline_is_menu(SPAN("RIAPRE IL PONTE DELLA VALLE")));
	assert_false(textline_is_menu(SPAN("Neri, Bassi, Verdi, Costa")));
	assert_true(textline_is_breadcrumb(SPAN("Home > Sport")));
	assert_true(textline_is_breadcrumb(SPAN("7:18 Riapre il ponte")));
	assert_false(textline_is_breadcrumb(SPAN("7 ponti: quali riaprono")));
	assert_true(textline_is_quoted(SPAN("«Il ponte è pronto».")));
	assert_false(textline_is_quoted(SPAN("«Il ponte», dice, «è pronto».")));
	assert_false(textline_is_quoted(SPAN("«»")));
	assert_true(textline_is_to_reader(SPAN("Per i tuoi dati puoi scriverci.")));
	assert_false(textline_is_to_reader(SPAN("Per i tuoi dati.")));
}

static void
test_parts(void **state)
{
	(void)state;
	assert_int_equal(textline_words(SPAN("")), 0);
	assert_int_equal(textline_words(SPAN("uno due")), 2);
	assert_int_equal(textline_bullet(SPAN("- uno")), 2);
	assert_int_equal(textline_bullet(SPAN("• uno")), 3);
	assert_int_equal(textline_bullet(SPAN("-5 gradi")), 0);
	assert_int_equal(textline_bullet(SPAN("•")), 0);
	assert_span(textline_cut_rights(SPAN("È finito. — © RIPRODUZIONE RISERVATA")), "È finito.");
	assert_span(textline_cut_rights(SPAN("È finito. (Riproduzione riservata)")), "È finito.");
	assert_span(textline_cut_rights(SPAN("Chissà perché © Riproduzione riservata ©")),
		    "Chissà perché");
	assert_span(textline_cut_rights(SPAN("©Riproduzione riservata.")), "");
	assert_span(textline_cut_rights(SPAN("Riproduzione riservata a pochi")),
		    "Riproduzione riservata a pochi");
	assert_span(textline_cut_rights(SPAN("")), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_parts),
	};

	return RUN(tests);
}
