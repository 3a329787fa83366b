#include "justext.h"

#include "helper.h"

#define LONG                                                                                       \
	"Il consiglio ha approvato ieri sera il piano per il mercato, che era chiuso dal 2011, e " \
	"la giunta ne farà una gara prima della fine dell'anno, come ha detto il sindaco nella "  \
	"riunione di ieri con i commercianti del centro"
#define MIDDLE "I lavori dureranno due anni e la spesa è di tre milioni, ha detto il sindaco"
#define MENU "Cronaca Politica Economia Esteri Cultura Spettacoli Sport Motori Tecnologia Viaggi"

/* The classes of blocks by their first letters; "#" before a text makes it a heading, "@" a link.
 */
static struct span
classes(size_t n, const char *const texts[])
{
	static const char letters[] = "bsng";
	struct justext_block *v = ARENA_NEW(&arena, struct justext_block, n);
	struct buf out = { .arena = &arena };

	for (size_t i = 0; i < n; i++) {
		bool marked = texts[i][0] == '#' || texts[i][0] == '@';

		v[i].text = span_of(texts[i] + marked);
		v[i].heading = texts[i][0] == '#';
		v[i].link_chars = texts[i][0] == '@' ? v[i].text.n : 0;
	}
	justext(&arena, &justext_default, n, v);
	for (size_t i = 0; i < n; i++) {
		buf_putc(&out, letters[v[i].alone]);
		buf_putc(&out, letters[v[i].class]);
		buf_putc(&out, ' ');
	}
	return span_trim(buf_span(&out));
}

#define assert_classes(want, ...)                                                                  \
	assert_span(classes(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *),              \
			    (const char *[]){ __VA_ARGS__ }),                                      \
		    want)

static void
test_alone(void **state)
{
	(void)state;
	assert_classes("gg", LONG);
	assert_classes("bb", MENU);
	assert_classes("bb", "@" LONG);
	assert_classes("bb", "\xC2\xA9 " LONG);
	assert_classes("sb", "Il sindaco");
	assert_classes("bb", "@Il sindaco");
	assert_classes("nb", MIDDLE);
	assert_classes("sb", "");
	assert_span(classes(0, NULL), "");
}

static void
test_neighbours(void **state)
{
	(void)state;
	assert_classes("gg sg gg", LONG, "Il sindaco", LONG);
	assert_classes("gg sb bb", LONG, "Il sindaco", MENU);
	assert_classes("bb ng sg gg", MENU, MIDDLE, "Il sindaco", LONG);
	assert_classes("gg ng", LONG, MIDDLE);
	assert_classes("bb nb nb bb", MENU, MIDDLE, MIDDLE, MENU);
	/* each one rests on the one before it */
	assert_classes("gg ng ng sb bb", LONG, MIDDLE, MIDDLE, "Il sindaco", MENU);
}

static void
test_headings(void **state)
{
	(void)state;
	assert_classes("sg gg", "#Il mercato", LONG);
	assert_classes("sb gg", "Il mercato", LONG);
	assert_classes("sb bb", "#Il mercato", MENU);
	assert_classes("sg sg gg", "#Il mercato", "di Anna Neri", LONG);
	/* too far away, or no good block there */
	assert_classes("sb bb bb bb gg", "#Il mercato", MENU, MENU, MENU, LONG);
}

static void
test_stopwords(void **state)
{
	(void)state;
	assert_float_equal(justext_stopwords(SPAN("«Che dell’arte, è così.»")), 1, 0);
	assert_float_equal(justext_stopwords(SPAN("È GIÀ\xC2\xA0PIÙ")), 1, 0);
	assert_float_equal(justext_stopwords(SPAN("a.C. il-2 d@b attraverso 12 l")), 1. / 6, 1e-9);
	assert_float_equal(justext_stopwords(SPAN("xenia yoga zeta wok jazz")), 0, 0);
	assert_float_equal(justext_stopwords(SPAN("  ")), 0, 0);
	assert_float_equal(justext_stopwords(SPAN("")), 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_stopwords),
	};

	return RUN(tests);
}
