#include "memory.h"

#include "digest.h"
#include "helper.h"
#include "report.h"

static size_t bad_line;

static struct memory_pairs
read_ok(struct span bytes)
{
	struct memory_pairs pairs;

	assert_int_equal(memory_read(&arena, bytes, &pairs, &bad_line), 0);
	return pairs;
}

static void
assert_pair(const struct memory_pairs *pairs, size_t i, const char *italian, const char *english)
{
	assert_true(i < pairs->n);
	assert_span(pairs->v[i].italian, italian);
	assert_span(pairs->v[i].english, english);
}

static void
assert_bad(struct span bytes, int rc, size_t line)
{
	struct memory_pairs pairs;

	assert_int_equal(memory_read(&arena, bytes, &pairs, &bad_line), rc);
	assert_int_equal(bad_line, line);
}

static const char tmx[] =
    "<?xml version='1.0'?>\n<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>\n"
    "<tmx version='1.4'><header srclang='it-IT' datatype='html'><note>it</note></header><body>\n"
    "<tu><tuv xml:lang='en-GB'><seg>It is raining.</seg></tuv>"
    "<tuv xml:lang='IT'><seg>Piove.</seg></tuv></tu>\n"
    "<tu><tuv lang='it'><seg>Il <bpt i='1'>&lt;b></bpt>ponte<ept i='1'>&lt;/b></ept> "
    "<hi>nuovo</hi><ph x='1'>{n<sub>non</sub>}</ph><it pos='begin'>&lt;i></it> riapre"
    "<ut>{}</ut>.</seg></tuv><tuv lang='en'><seg>The new bridge\n   reopens.</seg></tuv>"
    "<tuv lang='en-US'><seg>No.</seg></tuv></tu>\n"
    "<tu><tuv xml:lang='it'><seg>Senza inglese.</seg></tuv>"
    "<tuv xml:lang='fr'><seg>Sans.</seg></tuv></tu>\n"
    "<tu><tuv><seg>Nevica.</seg></tuv><tuv xml:lang='en'><seg>It is snowing.</seg></tuv></tu>\n"
    "<tu srclang='en'><tuv><seg>Fog.</seg></tuv><tuv xml:lang='it'><seg>Nebbia.</seg></tuv></tu>\n"
    "</body></tmx>\n";

static void
test_tmx(void **state)
{
	struct memory_pairs p = read_ok(span_of(tmx));

	(void)state;
	assert_int_equal(p.n, 4);
	assert_pair(&p, 0, "Piove.", "It is raining.");
	assert_int_equal(p.v[0].line, 4);
	assert_pair(&p, 1, "Il ponte nuovo riapre.", "The new bridge reopens.");
	assert_pair(&p, 2, "Nevica.", "It is snowing."); /* the language of the header */
	assert_pair(&p, 3, "Nebbia.", "Fog.");           /* and of the unit */
}

/* As Windows tools write it: UTF-16 with a mark, which the declaration names. */
static void
test_utf16(void **state)
{
	static const char text[] =
	    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n"
	    "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"it\"><seg>citt\xE0</seg></tuv>"
	    "<tuv xml:lang=\"en\"><seg>town</seg></tuv></tu></body></tmx>";

	(void)state;
	for (int big = 0; big < 2; big++) {
		struct buf wide = { .arena = &arena };
		struct memory_pairs p;

		buf_put(&wide, big ? SPAN("\xFE\xFF") : SPAN("\xFF\xFE"));
		for (size_t i = 0; i + 1 < sizeof(text); i++) {
			char unit[2] = { big ? '\0' : text[i], big ? text[i] : '\0' };

			buf_put(&wide, (struct span){ unit, 2 });
		}
		p = read_ok(buf_span(&wide));
		assert_int_equal(p.n, 1);
		assert_pair(&p, 0, "città", "town");
	}
}

static void
test_rows(void **state)
{
	struct memory_pairs p = read_ok(SPAN("# mine\nPiove.\tIt is raining.\r\nNevica.\t\n"));

	(void)state;
	assert_int_equal(p.n, 1); /* without English there is nothing to remember */
	assert_pair(&p, 0, "Piove.", "It is raining.");
	assert_int_equal(read_ok(SPAN("")).n, 0);
	assert_bad(SPAN("Piove.\tIt rains.\nNevica.\n"), ERR_PAIR, 2);
	assert_bad(SPAN("Piove.\tIt rains.\nCitt\xE0.\tTown.\n"), ERR_UTF8, 2);
}

static void
test_bad_xml(void **state)
{
	struct buf laughs = { .arena = &arena };
	struct memory_pairs pairs;

	(void)state;
	buf_put(&laughs, SPAN("<!DOCTYPE tmx [\n<!ENTITY a0 'ah'>\n"));
	for (int i = 1; i < 30; i++)
		buf_printf(&laughs, "<!ENTITY a%d '&a%d;&a%d;'>\n", i, i - 1, i - 1);
	buf_put(&laughs, SPAN("]>\n<tmx><body>&a29;</body></tmx>"));
	assert_bad(buf_span(&laughs), ERR_ENTITY, 2);
	assert_bad(SPAN("<!DOCTYPE tmx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><tmx>&a;</tmx>"),
		   ERR_ENTITY, 1);
	assert_bad(SPAN("<tbx/>"), ERR_ROOT, 1);
	assert_bad(SPAN("<?xml version='1.0' encoding='KOI-1'?><tmx/>"), ERR_XML, 1);
	for (size_t n = 1; n < sizeof(tmx) - 2; n += 3) /* cut anywhere */
		assert_int_not_equal(
		    memory_read(&arena, (struct span){ tmx, n }, &pairs, &bad_line), 0);
}

static void
test_long_line(void **state)
{
	struct buf line = { .arena = &arena };
	struct memory_pairs p;

	(void)state;
	buf_put(&line, SPAN("<tmx><body><tu><tuv xml:lang='it'><seg>"));
	while (line.n < 10 << 20)
		buf_put(&line, SPAN("parola <ph>x</ph>"));
	buf_put(&line,
		SPAN("</seg></tuv><tuv xml:lang='en'><seg>word</seg></tuv></tu></body></tmx>"));
	p = read_ok(buf_span(&line));
	assert_int_equal(p.n, 1);
	assert_true(p.v[0].italian.n > 4 << 20);
}

static void
test_find(void **state)
{
	struct memory_pairs p = read_ok(SPAN("Piove.\tIt is raining.\nL\u2019ora è  tarda.\tLate.\n"
					     "Piove.\tIt rains.\n"));
	struct memory m;
	const struct memory_pair *pair;

	(void)state;
	memory_index(&arena, &p, &m);
	assert_non_null(pair = memory_find(&m, &arena, SPAN(" Piove. ")));
	assert_span(pair->english, "It rains."); /* the last one */
	assert_non_null(pair = memory_find(&m, &arena, SPAN("L'ora\u00A0è tarda.")));
	assert_span(pair->english, "Late.");
	assert_null(memory_find(&m, &arena, SPAN("piove.")));
	assert_null(memory_find(&m, &arena, SPAN("")));
}

static void
test_round_trip(void **state)
{
	const struct report_format *format = report_format("tmx");
	struct digest d = { .has_english = true, .translator = SPAN("via \"x\" <1>") };
	struct buf out = { .arena = &arena };
	struct report r = { .out = &out, .lang = LANG_BOTH };
	struct memory_pairs p;

	(void)state;
	*PUSH(&arena, &d.title) =
	    (struct digest_sentence){ .id = SPAN("a\"-1"), .it = SPAN("Sì"), .en = SPAN("Yes") };
	*PUSH(&arena, &d.summary) =
	    (struct digest_sentence){ .it = SPAN("<Il> \"ponte\" & l'ora\x02"),
				      .en = SPAN("<The> \"bridge\" & ]]> \u2019 \xEF\xBF\xBE") };
	*PUSH(&arena, &d.summary) = (struct digest_sentence){ .it = SPAN("Senza.") };
	report_document(format, &r, &d);
	report_document(format, &r, &d);
	report_end(format, &r);
	p = read_ok(buf_span(&out));
	assert_int_equal(p.n, 4);
	for (size_t i = 0; i < 4; i += 2) {
		assert_pair(&p, i, "Sì", "Yes");
		assert_pair(&p, i + 1, "<Il> \"ponte\" & l'ora", "<The> \"bridge\" & ]]> \u2019");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tmx),        cmocka_unit_test(test_utf16),
		cmocka_unit_test(test_rows),       cmocka_unit_test(test_bad_xml),
		cmocka_unit_test(test_long_line),  cmocka_unit_test(test_find),
		cmocka_unit_test(test_round_trip),
	};

	return RUN(tests);
}
