#include "compose.h"

#include "candidates.h"

#define LM                                                                                         \
	"# ngrams 1 12\n\t80 <unk> <s>\n\t16 </s> studies Milan island Crete works sindaco cooks " \
	"'s '\n"

static struct english english;
static struct table lexicon, kinds;

/* What is composed when each word may become its lemma: "at+n english value". */
static struct span
composed(const char *words)
{
	struct source source;
	struct candidates c;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	c = new_candidates(source.words.n);
	for (unsigned i = 0; i < c.n; i++) {
		struct candidate *x =
		    candidate_add(&c, i, i + 1, source.words.v[i].row->col[C_LEMMA], FROM_TABLE);

		x->value[F_P_EF] = -1;
		candidate_done(&c, x);
	}
	compose(&english, &lexicon, &kinds, &c, &source);
	for (unsigned i = 0; i < c.n; i++)
		for (unsigned to = i + 2; to <= c.n; to++)
			for (size_t k = 0; k < candidates_of(&c, i, to)->list.n; k++) {
				const struct candidate *x = candidates_of(&c, i, to)->list.v[k];

				buf_printf(&out, "%s%u+%u", out.n > 0 ? "; " : "", i, to - i);
				for (size_t w = 0; w < x->n; w++)
					buf_printf(&out, " %.*s", (int)x->words[w].n,
						   x->words[w].s);
				buf_printf(&out, " %.0f", (double)x->value[F_P_EF]);
			}
	return buf_span(&out);
}

#define OF " di/di/ADP "

static void
test_compounds(void **state)
{
	(void)state;
	assert_span(composed("centro/centre/NOUN" OF "ricerche/studies/NOUN"),
		    "0+3 study centre -2");
	assert_span(composed("borsa/bourse/NOUN" OF "Milano/Milan/PROPN"), "0+3 Milan bourse -2");
	assert_span(composed("sindaco/mayor/NOUN dell'>di/di/ADP+l'/il/DET isola/island/NOUN"),
		    "0+3 island mayor -2");
	/* the language model does not know the name */
	assert_span(composed("ponte/bridge/NOUN" OF "Vallefonda/Vallefonda/PROPN"), "");
	/* "the age of the bronze of Crete" */
	assert_span(composed("età/age/NOUN" OF "bronzo/bronze/NOUN" OF "Creta/Crete/PROPN"),
		    "2+3 Crete bronze -2");
	assert_span(composed("sede/seat/NOUN" OF "Scale/Scale/PROPN AI/AI/PROPN"), "");
	assert_span(composed("Ormenati/Ormenati/PROPN" OF "Biella/Biella/PROPN"), "");
	assert_span(composed("banca/bank/NOUN dati/data/NOUN" OF "Milano/Milan/PROPN"), "");
	assert_span(composed("anni/anno/NOUN" OF "lavori/works/NOUN"), "");
	assert_span(composed("vende/sells/VERB" OF "tutto/all/PRON"), "");
	assert_span(composed("centro/centre/NOUN di/di/ADP"), "");
}

#define OF_THE " del>di/di/ADP+il/il/DET "

static void
test_owners(void **state)
{
	(void)state;
	assert_span(composed("sorte/works/NOUN" OF_THE "sindaco/sindaco/NOUN/Number=Sing"),
		    "0+3 sindaco 's works -2");
	assert_span(composed("sorte/works/NOUN" OF_THE "cuochi/cooks/NOUN/Number=Plur"),
		    "0+3 cooks ' works -2");
	/* "gang of thieves"; a town is no owner */
	assert_span(composed("sorte/works/NOUN" OF "sindaco/sindaco/NOUN/Number=Sing"), "");
	assert_span(composed("sindaco/works/NOUN" OF_THE "isola/island/NOUN/Number=Sing"),
		    "0+3 island works -2");
}

#define PART "/VERB/VerbForm=Part"

static void
test_past(void **state)
{
	(void)state;
	assert_span(composed("ha/has/AUX preso/taken" PART), "0+2 took -1");
	assert_span(composed("hanno/have/AUX deciso/decided" PART), "0+2 decided -1");
	assert_span(composed("aveva/had/AUX deciso/decided" PART), "");
	assert_span(composed("ha/has/AUX preso/grip" PART), ""); /* no participle */
	assert_span(composed("ha/has/AUX tempo/time/NOUN"), "");
	assert_span(composed("ha/has/AUX"), "");
	assert_span(composed(""), "");
}

/* Of many candidates of a word the best four, best first. */
static void
test_best(void **state)
{
	struct source source;
	struct candidates c;
	const struct candidate_list *l;

	(void)state;
	source_make(&arena, tagged("ha/has/AUX deciso/x" PART), &source);
	c = new_candidates(2);
	weight[F_P_EF] = 1;
	for (int i = 0; i < 6; i++) {
		struct candidate *x = candidate_add(&c, 1, 2, SPAN("decided"), FROM_TABLE);

		x->value[F_P_EF] = (float)(i * 5 % 6);
		candidate_done(&c, x);
	}
	compose(&english, &lexicon, &kinds, &c, &source);
	weight[F_P_EF] = 0;
	l = candidates_of(&c, 0, 2);
	assert_int_equal(l->list.n, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal((int)l->list.v[i]->value[F_P_EF], 5 - (int)i);
}

#define INF "/VERB/VerbForm=Inf"
#define PAST "/VERB/Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"
#define PRES "/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"

/* The lemma stands for the English here, so the lexicon has English words for keys. */
static void
test_base(void **state)
{
	(void)state;
	assert_span(composed("non/not/ADV prendeva/took" PAST), "0+2 did not take -1");
	assert_span(composed("non/not/ADV prende/takes" PRES), "0+2 does not take -1");
	assert_span(composed("non/not/ADV prendono/take/VERB/Number=Plur|Person=3|Tense=Pres|"
			     "VerbForm=Fin"),
		    "0+2 do not take -1");
	assert_span(composed("non/not/ADV ha/has/AUX preso/taken" PART),
		    "0+3 did not take -1; 1+2 took -1");
	assert_span(composed("di/of/ADP prendere/take" INF), "0+2 to take -1");
	assert_span(composed("non/not/ADV può/can" PRES), "");
	assert_span(composed("non/not/ADV presi/taken" PART), "");
	assert_span(composed("non/not/ADV prenderà/take/VERB/Tense=Fut|VerbForm=Fin"),
		    "0+2 will not take -1");
	assert_span(composed("non/not/ADV ride/laughs" PRES), ""); /* the lexicon lacks it */
	assert_span(composed("del>di/of/ADP+il/il/DET prendere/take" INF), "");
	assert_span(composed("non/not/ADV"), "");
	assert_span(composed("di/of/ADP"), "");
}

static int
setup(void **state)
{
	(void)state;
	language = language_of(LM);
	english.verbs = table_of("take\ttook\ttaken\n");
	lexicon = table_of("can\tVERB\tcan\ntake\tVERB\ttake\ntaken\tVERB\ttake\n"
			   "takes\tVERB\tgrasp|take\ntook\tVERB\ttake\n");
	english.nouns = table_of("child\tchildren\n");
	kinds = table_of("cooks\tperson\nsindaco\tperson\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compounds), cmocka_unit_test(test_owners),
		cmocka_unit_test(test_past),      cmocka_unit_test(test_best),
		cmocka_unit_test(test_base),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
