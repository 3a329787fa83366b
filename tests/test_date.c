#include "date.h"

#include "helper.h"

static void
expect(const char *text, const char *want)
{
	struct span got = date_iso(&arena, span_of(text));

	if (!span_eq(got, span_of(want)))
		print_error("of \"%s\":\n", text);
	assert_span(got, want);
}

static void
test_italian(void **state)
{
	(void)state;
	expect("mercoledì 11 giugno 2025, 10:30", "2025-06-11T10:30");
	expect("11 giu 2025 - 10:30", "2025-06-11T10:30");
	expect("11 giu. 2025 ore 10", "2025-06-11T10:00");
	expect("11 giu. 2025 ore 0", "2025-06-11T00:00");
	expect("20250611T0", "2025-06-11T00:00");
	expect("2025-06-11T10:30:00.9999999999Z", "2025-06-11T10:30");
	expect("11 Giugno '25", "2025-06-11");
	expect("11 Giugno ’25 alle 9.05", "2025-06-11T09:05");
	expect("Pubblicato il 1° gennaio 2024 alle 9.05", "2024-01-01T09:05");
	expect("1º gennaio 2024", "2024-01-01");
	expect("1o maggio 2024", "2024-05-01");
	expect("Primo maggio 2024", "2024-05-01");
	expect("GIOVEDI 12 GIUGNO 2025 ORE 10.30", "2025-06-12T10:30");
	expect("Roma, 3 set 2024", "2024-09-03");
	expect("3 sett. 2024", "2024-09-03");
	expect("11 giugno del 2025", "2025-06-11");
	expect("11-giu-2025", "2025-06-11");
	expect("11\u00A0giugno\u00A02025\u00A0|\u00A010:30", "2025-06-11T10:30");
	expect("11 giugno 2025 (ore 18,45)", "2025-06-11T18:45");
	expect("11 giugno 25", "2025-06-11");
	expect("11 giugno 25 persone", "");
	expect("11 giugno 2025, aggiornato alle 12:15 del 12 giugno 2025", "2025-06-11");
	expect("11/06/2025 10:30 (aggiornato il 12/06/2025 alle 9)", "2025-06-11T10:30");
}

static void
test_numeric(void **state)
{
	(void)state;
	expect("11/06/25", "2025-06-11");
	expect("11.06.2025", "2025-06-11");
	expect("11-06-2025", "2025-06-11");
	expect("11 / 6 / 2025 h 10.30", "2025-06-11T10:30");
	expect("del 1/2/2003.", "2003-02-01");
	expect("31.12.68", "2068-12-31");
	expect("31.12.69", "1969-12-31");
	expect("06/13/2025", "");
	expect("11/06-2025", "");
	expect("tel. 06/11/06/25", "");
	expect("versione 1.11.06.2025", "");
}

static void
test_time_before(void **state)
{
	(void)state;
	expect("10:30 - 11/06/2025", "2025-06-11T10:30");
	expect("ore 10.30 di mercoledì 11 giugno 2025", "2025-06-11T10:30");
	expect("alle 10:30 si è saputo che tutto comincia l'11 giugno 2025", "2025-06-11");
}

static void
test_rfc_822(void **state)
{
	(void)state;
	expect("Mer, 11 Giu 2025 10:30:00 +0200", "2025-06-11T10:30+02:00");
	expect("Wed, 11 Jun 2025 10:30:00 GMT", "2025-06-11T10:30Z");
	expect("Wed, 11 Jun 25 10:30 EST", "2025-06-11T10:30-05:00");
	expect("11 giugno 2025 10:30 CEST", "2025-06-11T10:30+02:00");
	expect("Wed Jun 11 10:30:00 CEST 2025", "2025-06-11T10:30+02:00");
	expect("Wed Jun 11 10:30:00 2025", "2025-06-11T10:30");
	expect("June 11, 2025", "2025-06-11");
	expect("Jun 11th, 2025 at 10:30 pm", "2025-06-11T22:30");
	expect("June 11, 2025 12:05 a.m.", "2025-06-11T00:05");
	expect("11/06/2025 10.30 est della città", "2025-06-11T10:30");
}

static void
test_iso_8601(void **state)
{
	(void)state;
	expect("2025-06-11", "2025-06-11");
	expect("2025-06-11T10:30", "2025-06-11T10:30");
	expect("2025-06-11T10:30:15.250Z", "2025-06-11T10:30Z");
	expect("2025-06-11T10:30:15,250+02:00", "2025-06-11T10:30+02:00");
	expect("2025-06-11t10:30:00+0200", "2025-06-11T10:30+02:00");
	expect("2025-06-11T10:30+02", "2025-06-11T10:30+02:00");
	expect("2025-06-11 10:30:00", "2025-06-11T10:30");
	expect("2025-06-11T10", "2025-06-11T10:00");
	expect("20250611", "2025-06-11");
	expect("20250611T103000Z", "2025-06-11T10:30Z");
	expect("20250611T1030+0200", "2025-06-11T10:30+02:00");
	expect("2025/06/11", "2025-06-11");
	expect("2025-W24-3", "2025-06-11");
	expect("2025W243", "2025-06-11");
	expect("2020-W53-7", "2021-01-03");
	expect("2026-W01-1", "2025-12-29");
	expect("2025-162", "2025-06-11");
	expect("2025-162T10:30Z", "2025-06-11T10:30Z");
	expect("2000-300 euro", "");
	expect("2025-06", "");
}

static void
test_impossible(void **state)
{
	(void)state;
	expect("", "");
	expect("31/02/2025", "");
	expect("29 febbraio 2023", "");
	expect("29 febbraio 2024", "2024-02-29");
	expect("29/02/1900", "");
	expect("0 giugno 2025", "");
	expect("2025-13-01", "");
	expect("99999999", "");
	expect("11 giugno 2025 alle 25.00", "2025-06-11");
	expect("2025-06-11T24:00", "2025-06-11");
	expect("31/02/2025 e 1/3/2025", "2025-03-01");
	expect("2025-366", "");
	expect("2025-W54-1", "");
}

static void
test_find(void **state)
{
	struct span text = SPAN("Castelmorro, mercoledì 11 giugno 2025 ore 10.30 – La piena");
	struct date date;
	size_t off = 0, n;

	(void)state;
	assert_true(date_find(text, &off, &n, &date));
	assert_span(((struct span){ text.s + off, n }), "mercoledì 11 giugno 2025 ore 10.30");
	off += n;
	assert_false(date_find(text, &off, &n, &date));
}

static void
test_epoch(void **state)
{
	struct date date = date_of_epoch(1749637800);

	(void)state;
	assert_span(date_print(&arena, &date), "2025-06-11T10:30Z");
	date = date_of_epoch(1749637800999.0);
	assert_span(date_print(&arena, &date), "2025-06-11T10:30Z");
	assert_int_equal(date_of_epoch(-1).year, 0);
	assert_int_equal(date_of_epoch(1e300).year, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_italian),     cmocka_unit_test(test_numeric),
		cmocka_unit_test(test_time_before), cmocka_unit_test(test_rfc_822),
		cmocka_unit_test(test_iso_8601),    cmocka_unit_test(test_impossible),
		cmocka_unit_test(test_find),        cmocka_unit_test(test_epoch),
	};

	return RUN(tests);
}
