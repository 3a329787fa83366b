#include "context.h"

#include "helper.h"

static struct table openings;

/* A sentence of these forms, with its text as they stand, tagged VERB where a form ends in "!". */
static const struct sentence *
sentence(const char *forms)
{
	static struct document doc;
	struct sentence *s;

	doc = (struct document){ 0 };
	add_sentence(&doc, forms);
	s = &doc.sentences.v[0];
	comment_set(&arena, s, SPAN("text"), span_of(forms));
	for (size_t i = 0; i < s->rows.n; i++) {
		struct span *form = &s->rows.v[i].col[C_FORM];

		if (span_ends(*form, SPAN("!")) && form->n > 1) {
			form->n--;
			s->rows.v[i].col[C_UPOS] = SPAN("VERB");
		}
	}
	return s;
}

static bool
hangs(const char *forms)
{
	return context_points_back(&openings, &arena, sentence(forms));
}

static void
test_openings(void **state)
{
	(void)state;
	assert_true(hangs("Tuttavia il ponte resta chiuso"));
	assert_true(hangs("Questa svolta piace"));
	assert_false(hangs("Questa notte piove"));
	assert_true(hangs("Nel frattempo piove"));
	assert_false(hangs("Nel paese piove"));
	assert_false(hangs("Il ponte , tuttavia , resta chiuso"));
	assert_true(hangs("- Tuttavia piove"));
	assert_false(hangs("Domani"));
}

static void
test_clitics(void **state)
{
	(void)state;
	assert_true(hangs("Lo ha! detto il sindaco"));
	assert_true(hangs("L\u2019 ha! detto il sindaco"));
	assert_false(hangs("Lo scavo riprende"));
}

/* A document whose sentences are parted by "/"; "//" begins a block. */
static const struct document *
document(const char *text)
{
	static struct document doc;
	struct span rest = span_of(text), part;
	bool new_block = true;

	doc = (struct document){ 0 };
	while (span_cut(&rest, '/', &part)) {
		struct sentence *s;

		if (part.n == 0) {
			new_block = true;
			continue;
		}
		add_sentence(&doc, arena_cstr(&arena, part));
		s = &doc.sentences.v[doc.sentences.n - 1];
		if (new_block)
			*PUSH(&arena, &s->comments) = SPAN("# newpar");
		comment_set(&arena, s, SPAN("text"), part);
		new_block = false;
	}
	return &doc;
}

/* "0-1 2!": the passages, each with ! if it is cut. */
static void
check_passages(const char *text, const char *want)
{
	const struct document *doc = document(text);
	struct passage *p = context_passages(&openings, &arena, doc);
	struct buf got = { .arena = &arena };

	for (size_t i = 0; i < doc->sentences.n; i = p[i].to + 1) {
		buf_printf(&got, i > 0 ? " %zu" : "%zu", p[i].from);
		if (p[i].to > p[i].from)
			buf_printf(&got, "-%zu", p[i].to);
		buf_put(&got, p[i].cut ? SPAN("!") : SPAN(""));
	}
	assert_span(buf_span(&got), want);
}

static void
test_quotes(void **state)
{
	(void)state;
	check_passages("\u00AB Vado \u00BB , ha detto/Poi piove", "0 1");
	check_passages("\u00AB Vado/Torno \u00BB , ha detto/Poi piove", "0-1 2");
	check_passages("Ha detto : \" Vado/Torno/Resto \" ./Piove", "0-2 3");
	check_passages("\u00AB Vado//Torno \u00BB , ha detto", "0! 1!");
	check_passages("Vado \u201D , ha detto/\u201C Torno \u201D , ha detto", "0! 1");
}

static void
test_attribution(void **state)
{
	(void)state;
	check_passages("\u00AB Vado \u00BB ./Questa svolta piace/Piove", "0-1 2");
	check_passages("\u00AB Vado/Torno \u00BB ./Tuttavia piove", "0-2");
	check_passages("\u00AB Vado \u00BB .//Questa svolta piace", "0 1");
	check_passages("\u00AB Vado \u00BB , ha detto/Questa svolta piace", "0 1");
}

/* A range is read as it is written, not as its words. */
static void
test_range(void **state)
{
	struct sentence *s = (struct sentence *)sentence("in il frattempo piove");
	struct row range = { .kind = ROW_RANGE, .last = 2 };

	(void)state;
	range.col[C_FORM] = SPAN("Nel");
	PUSH(&arena, &s->rows);
	memmove(&s->rows.v[1], &s->rows.v[0], (s->rows.n - 1) * sizeof(*s->rows.v));
	s->rows.v[0] = range;
	assert_true(context_points_back(&openings, &arena, s));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_openings), cmocka_unit_test(test_clitics),
		cmocka_unit_test(test_quotes),   cmocka_unit_test(test_attribution),
		cmocka_unit_test(test_range),
	};

	openings = table_of("nel frattempo\thangs\nquesta\thangs\nquesta notte\tfree\n"
			    "tuttavia\thangs\n");
	return RUN(tests);
}
