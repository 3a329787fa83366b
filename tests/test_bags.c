#include "bags.h"

#include "helper.h"

static struct document doc;
static const struct idf idf = { 0 }; /* every stem is as rare */

/* A tagged sentence; each form is its own stem. */
static struct sentence *
add(const char *forms, const char *feats)
{
	struct sentence *s;

	add_sentence(&doc, forms);
	s = &doc.sentences.v[doc.sentences.n - 1];
	comment_set(&arena, s, SPAN("text"), span_of(forms));
	for (size_t i = 0; i < s->rows.n; i++) {
		struct row *row = &s->rows.v[i];

		row->col[C_UPOS] = SPAN("NOUN");
		if (row->col[C_FORM].n > 1)
			row->col[C_MISC] = arena_concat(&arena, SPAN("Stem="), row->col[C_FORM]);
	}
	s->rows.v[0].col[C_UPOS] = SPAN("VERB");
	s->rows.v[0].col[C_FEATS] = span_of(feats);
	return s;
}

static struct bags
bags(void)
{
	struct bags b;

	bags_make(&idf, &arena, &doc, &b);
	return b;
}

static int
clear(void **state)
{
	(void)state;
	doc = (struct document){ 0 };
	return 0;
}

static void
test_count(void **state)
{
	struct bags b;
	uint32_t ponte;
	double before, idf_ponte;

	(void)state;
	add("chiude ponte ferrovia lunedi .", "VerbForm=Fin");
	add("riapre ponte scuola martedi .", "VerbForm=Fin");
	b = bags();
	ponte = map_get(&b.numbers, SPAN("ponte")) - 1;
	before = b.weight[ponte];
	idf_ponte = b.idf[ponte];
	assert_float_equal(before, 2 * idf_ponte, 1e-9);
	bags_count(&b, SPAN("ponte"), 3);
	assert_float_equal(b.weight[ponte], 5 * idf_ponte, 1e-9);
	assert_float_equal(b.idf[ponte], idf_ponte, 1e-9);
	bags_count(&b, SPAN("mare"), 3); /* not in the document */
}

/* What the standfirst has without a finite verb may not be chosen; its sentences may. */
static void
test_standfirst(void **state)
{
	struct sentence *s;
	struct bags b;

	(void)state;
	s = add("annullata gara velica Camogli ieri .", "VerbForm=Part");
	add("vince barca azzurra domani mattina .", "VerbForm=Fin");
	add("chiude ponte ferrovia lunedi .", "VerbForm=Fin");
	assert_int_equal(bags_standfirst(&doc).n, 0);
	assert_int_equal(bags().in.n, 3);
	comment_set(
	    &arena, s, SPAN("meta::standfirst"),
	    SPAN("annullata gara velica Camogli ieri . vince barca azzurra domani mattina ."));
	b = bags();
	assert_int_equal(b.in.n, 2);
	assert_int_equal(b.sentence[0], 1);
	s->rows.v[0].col[C_FEATS] = SPAN("VerbForm=Fin");
	assert_int_equal(bags().in.n, 3);
}

static void
test_empty(void **state)
{
	(void)state;
	assert_int_equal(bags_standfirst(&doc).n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_count, clear),
		cmocka_unit_test_setup(test_standfirst, clear),
		cmocka_unit_test_setup(test_empty, clear),
	};

	return RUN(tests);
}
