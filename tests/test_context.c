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

/* Words "FORM:LEMMA:UPOS:FEATS", as the tagger gives them. */
static bool
tagged_hangs(const char *words)
{
	static const enum column columns[] = { C_FORM, C_LEMMA, C_UPOS, C_FEATS };
	struct document doc = { 0 };
	struct sentence *s;

	add_sentence(&doc, words);
	s = &doc.sentences.v[0];
	for (size_t i = 0; i < s->rows.n; i++) {
		struct span rest = s->rows.v[i].col[C_FORM];

		for (int k = 0; k < 4 && rest.n > 0; k++)
			span_cut(&rest, ':', &s->rows.v[i].col[columns[k]]);
	}
	return context_points_back(&openings, &arena, s);
}

#define HAS "ha:avere:AUX:Person=3|VerbForm=Fin"
#define IS "\u00E8:essere:AUX:Person=3|VerbForm=Fin"

static void
test_pronoun_before_noun(void **state)
{
	(void)state;
	assert_true(tagged_hangs("Quando:_:SCONJ gli:gli:PRON:Person=3|PronType=Prs " IS
				 " apparso:_:VERB"));
	assert_false(tagged_hangs("Quando:_:SCONJ il:il:DET ladro:_:NOUN "
				  "lo:lo:PRON:Person=3|PronType=Prs " HAS " visto:_:VERB " HAS
				  " riso:_:VERB"));
	assert_false(tagged_hangs(
	    "Quando:_:SCONJ si:si:PRON:Person=3|PronType=Prs apre:_:VERB:VerbForm=Fin " IS
	    " Natale:_:PROPN"));
	assert_true(tagged_hangs(
	    "Forse:_:ADV la:il:DET loro:loro:DET:Poss=Yes idea:_:NOUN piace:_:VERB:VerbForm=Fin"));
	assert_false(
	    tagged_hangs("In:_:ADP suo:suo:DET:Poss=Yes aiuto:_:NOUN venne:_:VERB:VerbForm=Fin"));
	assert_true(tagged_hangs("In:_:ADP questo:questo:DET:PronType=Dem quadro:_:NOUN " IS));
	assert_false(tagged_hangs("In:_:ADP questa:questo:DET:PronType=Dem notte:_:NOUN " IS));
}

static void
test_subject_left_out(void **state)
{
	(void)state;
	assert_true(tagged_hangs(HAS " preso:_:VERB il:il:DET treno:_:NOUN"));
	assert_true(tagged_hangs(IS " una:uno:DET legge:_:NOUN"));
	assert_true(
	    tagged_hangs("\u00AB:\u00AB:PUNCT " IS " una:uno:PRON delle:_:DET leggi:_:NOUN"));
	assert_false(tagged_hangs(IS " arrivato:_:VERB il:il:DET treno:_:NOUN"));
	assert_false(
	    tagged_hangs("Ho:avere:AUX:Person=1|VerbForm=Fin preso:_:VERB il:il:DET treno:_:NOUN"));
}

static void
test_afterthought(void **state)
{
	(void)state;
	assert_true(tagged_hangs("Parole:_:NOUN del:_:ADP sindaco:_:NOUN"));
	assert_true(tagged_hangs("Una:uno:DET cifra:_:NOUN che:che:PRON:PronType=Rel " HAS
				 " stupito:_:VERB"));
	assert_false(
	    tagged_hangs("Una:uno:DET donna:_:NOUN che:che:PRON:PronType=Rel passava:_:VERB:"
			 "VerbForm=Fin " HAS " visto:_:VERB"));
	assert_false(tagged_hangs("Carabinieri:_:NOUN ,:,:PUNCT tra:_:ADP cui:_:PRON:PronType=Rel "
				  "due:_:NUM donne:_:NOUN ,:,:PUNCT " HAS " visto:_:VERB"));
	assert_false(tagged_hangs("Arrestato:_:VERB il:il:DET complice:_:NOUN"));
	assert_false(tagged_hangs("Due:_:NUM furti:_:NOUN"));
}

static void
test_connective(void **state)
{
	(void)state;
	assert_int_equal(context_connective(&openings, &arena, sentence("Di conseguenza piove")),
			 2);
	assert_int_equal(context_connective(&openings, &arena, sentence("Tuttavia")), 0);
	assert_int_equal(context_connective(&openings, &arena, sentence("- Di conseguenza piove")),
			 0);
	assert_true(hangs("Di conseguenza piove"));
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
		cmocka_unit_test(test_openings),
		cmocka_unit_test(test_clitics),
		cmocka_unit_test(test_pronoun_before_noun),
		cmocka_unit_test(test_subject_left_out),
		cmocka_unit_test(test_afterthought),
		cmocka_unit_test(test_connective),
		cmocka_unit_test(test_quotes),
		cmocka_unit_test(test_attribution),
		cmocka_unit_test(test_range),
	};

	openings = table_of(
	    "di conseguenza\tjoins\nnel frattempo\thangs\nquesta\thangs\nquesta notte\tfree\n"
	    "tuttavia\thangs\n");
	return RUN(tests);
}
