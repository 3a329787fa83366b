#include "digest.h"

#include "helper.h"
#include "report.h"

static struct sentence *
add(struct document *doc, const char *const comments[], size_t n)
{
	struct sentence *s;

	add_sentence(doc, "x");
	s = &doc->sentences.v[doc->sentences.n - 1];
	for (size_t i = 0; i < n; i++)
		*PUSH(&arena, &s->comments) = span_of(comments[i]);
	return s;
}

#define ADD(doc, ...)                                                                              \
	add(doc, (const char *const[]){ __VA_ARGS__ },                                             \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

/* More words, numbered from 1 behind the first: "della" as 2 becomes a range up to 4. */
static void
add_words(struct sentence *s, const char *const forms[], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct row *row = PUSH(&arena, &s->rows);

		*row = s->rows.v[0];
		row->last = (long)s->rows.n - 1;
		row->col[C_FORM] = span_of(forms[i]);
		row->col[C_LEMMA] = SPAN("_");
	}
}

static void
test_gather(void **state)
{
	struct document doc = { 0 };
	struct digest d;

	(void)state;
	ADD(&doc, "# newdoc id = n", "# meta::source = n.txt", "# meta::date = 2025-06-10",
	    "# meta::translator = rassegna",
	    "# term = ponte verde | green bridge | 3 | n-3 | not brig", "# term = arco | arch | 1",
	    "# newpar", "# block = title", "# text = Il ponte.", "# text_en = The bridge.");
	ADD(&doc, "# text = È chiuso.", "# text_en = It is shut.");
	ADD(&doc, "# newpar", "# sent_id = n-3", "# text = Piove.", "# text_en = It rains.",
	    "# score = 0.5000", "# rank = 2");
	digest_gather(&arena, &doc, &d);
	assert_span(d.id, "n");
	assert_span(d.source, "n.txt");
	assert_span(d.date, "2025-06-10");
	assert_span(d.author, "");
	assert_span(d.title_it, "Il ponte. È chiuso."); /* a title of two sentences */
	assert_span(d.title_en, "The bridge. It is shut.");
	assert_int_equal(d.summary.n, 1);
	assert_span(d.summary.v[0].id, "n-3");
	assert_span(d.summary.v[0].en, "It rains.");
	assert_span(d.summary.v[0].rank, "2");
	assert_int_equal(d.terms.n, 2);
	assert_span(d.terms.v[0].lemma, "ponte verde");
	assert_span(d.terms.v[0].english, "green bridge");
	assert_span(d.terms.v[0].count, "3");
	assert_span(d.terms.v[0].sent_id, "n-3");
	assert_span(d.terms.v[1].sent_id, "");
	assert_span(d.translator, "rassegna");
}

static void
test_bare(void **state)
{
	struct document doc = { 0 };
	struct digest d;

	(void)state;
	add_sentence(&doc, "x"); /* no comment at all */
	digest_gather(&arena, &doc, &d);
	assert_span(d.id, "");
	assert_span(d.title_it, "");
	assert_int_equal(d.summary.n, 1);
	assert_span(d.summary.v[0].it, "");
	assert_span(d.translator, "");
}

static void
test_bent_term(void **state)
{
	struct document doc = { 0 };
	struct digest d;

	(void)state;
	ADD(&doc, "# term = solo", "# term = a | b | c | d");
	digest_gather(&arena, &doc, &d);
	assert_int_equal(d.terms.n, 2);
	assert_span(d.terms.v[0].lemma, "solo");
	assert_span(d.terms.v[0].english, "");
	assert_span(d.terms.v[1].count, "c");
}

/* Terms stand under their first sentence: by forms, by lemmas, over a range, in a longer term not.
 */
static void
test_quote(void **state)
{
	struct document doc = { 0 };
	struct digest d;
	struct sentence *s;

	(void)state;
	ADD(&doc, "# term = ente | body | 2", "# term = ente locale | local body | 1",
	    "# term = capo della giunta | head | 1", "# term = assente | absent | 1",
	    "# text = Tutto qui.");
	s = ADD(&doc, "# text = Enti locali.");
	s->rows.v[0].col[C_FORM] = SPAN("Enti");
	s->rows.v[0].col[C_LEMMA] = SPAN("ente");
	add_words(s, (const char *const[]){ "locali" }, 1);
	s->rows.v[1].col[C_LEMMA] = SPAN("locale");
	s = ADD(&doc, "# text = Il capo della giunta e l\u2019ente.");
	add_words(s,
		  (const char *const[]){ "capo", "della", "di", "la", "giunta", "l\u2019", "ente" },
		  7);
	s->rows.v[2].kind = ROW_RANGE;
	s->rows.v[2].last = 4;
	digest_gather(&arena, &doc, &d);
	digest_quote(&arena, &doc, &d);
	assert_span(d.terms.v[0].sentence, "Il capo della giunta e l\u2019ente.");
	assert_span(d.terms.v[1].sentence, "Enti locali.");
	assert_span(d.terms.v[2].sentence, "Il capo della giunta e l\u2019ente.");
	assert_span(d.terms.v[3].sentence, "");
}

/* The summary's heading says who translated, where that is known. */
static void
test_heading(void **state)
{
	static const struct {
		const char *translator, *heading;
	} cases[] = {
		{ "", "Summary" },
		{ "rassegna", "Summary (machine translation by rassegna)" },
		{ "via /opt/bin/motore -q", "Summary (machine translation by motore)" },
		{ "via tr a-z A-Z", "Summary (machine translation by tr)" },
		{ "via bin/", "Summary (machine translation by bin)" },
		{ "via /", "Summary (machine translation by /)" },
		{ "Nora Bassi", "Summary (translation by Nora Bassi)" },
	};
	struct buf out = { .arena = &arena };
	struct report r = { .out = &out };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct digest d = { .translator = span_of(cases[i].translator) };

		assert_span(report_english_heading(&r, &d), cases[i].heading);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gather),    cmocka_unit_test(test_bare),
		cmocka_unit_test(test_bent_term), cmocka_unit_test(test_quote),
		cmocka_unit_test(test_heading),
	};

	return RUN(tests);
}
