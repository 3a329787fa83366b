#include "subject.h"

#include "models.h"

static struct table kinds;

/* The words with the signs; "!" behind one that English needs. */
static struct span
with_subjects(const char *words)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	source_add_subjects(&arena, &kinds, &source);
	for (size_t i = 0; i < source.words.n; i++)
		buf_printf(&out, "%s%.*s%s", i > 0 ? " " : "", (int)source.words.v[i].form.n,
			   source.words.v[i].form.s, source.words.v[i].needed ? "!" : "");
	return buf_span(&out);
}

#define SAID "detto/dire/VERB/VerbForm=Part"
#define HAS "Ha/avere/AUX/Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"

static void
test_subjects(void **state)
{
	(void)state;
	assert_span(with_subjects(HAS " " SAID), "<3s>! ha detto");
	assert_span(with_subjects("Siamo/essere/AUX/Number=Plur|Person=1|VerbForm=Fin qui/qui/ADV"),
		    "<1p>! siamo qui");
	assert_span(with_subjects("Nora/Nora/PROPN " HAS " " SAID), "Nora Ha detto");
	assert_span(with_subjects("Andare/andare/VERB/VerbForm=Inf via/via/ADV"), "andare via");
	assert_span(with_subjects("Vado/andare/VERB/Person=1|VerbForm=Fin"),
		    "vado"); /* no number */
	assert_span(with_subjects("Ponte/ponte/NOUN/Number=Sing|Person=3|VerbForm=Fin"), "ponte");
	assert_span(with_subjects(""), "");
}

static void
test_subjects_of_clauses(void **state)
{
	(void)state;
	assert_span(with_subjects("Nora/Nora/PROPN sa/sapere/VERB che/che/SCONJ " HAS " " SAID),
		    "Nora sa che <3s>! Ha detto");
	assert_span(with_subjects("Nora/Nora/PROPN che/che/PRON " HAS " " SAID),
		    "Nora che Ha detto");
	/* what she told the women; of one woman it may be she who spoke */
	assert_span(with_subjects("Nora/Nora/PROPN dice/dire/VERB a/a/ADP "
				  "donne/donna/NOUN/Number=Plur che/che/PRON " HAS " " SAID),
		    "Nora dice a donne che <3s>! Ha detto");
	assert_span(with_subjects("Nora/Nora/PROPN dice/dire/VERB a/a/ADP "
				  "donna/donna/NOUN/Number=Sing che/che/PRON " HAS " " SAID),
		    "Nora dice a donna che Ha detto");
	assert_span(
	    with_subjects("Si/si/PRON muove/muovere/VERB/Number=Sing|Person=3|VerbForm=Fin"),
	    "<3s> si muove");
}

#define FLEE "fuggire/fuggire/VERB/VerbForm=Inf"
#define TRYING "cercando/cercare/VERB/VerbForm=Ger ,/,/PUNCT "

static void
test_subjects_behind_openings(void **state)
{
	(void)state;
	assert_span(with_subjects("prima/prima/ADP di/di/ADP " FLEE " " HAS " " SAID),
		    "prima di fuggire <3s>! Ha detto");
	assert_span(with_subjects(TRYING HAS " " SAID), "cercando , <3s>! Ha detto");
	assert_span(
	    with_subjects("una/uno/DET volta/volta/NOUN qui/qui/ADV ,/,/PUNCT " HAS " " SAID),
	    "una volta qui , <3s>! Ha detto");
	assert_span(with_subjects("a/a/ADP " FLEE " " HAS " " SAID), "a fuggire Ha detto");
	assert_span(with_subjects(TRYING "Nora/Nora/PROPN " HAS " " SAID),
		    "cercando , Nora Ha detto");
}

static void
test_subjects_behind_clitics(void **state)
{
	(void)state;
	assert_span(
	    with_subjects("Non/non/ADV lo/lo/PRON ha/avere/AUX/Number=Sing|Person=3|VerbForm=Fin"),
	    "<3s>! non lo ha");
	assert_span(with_subjects("L’/lo/PRON ha/avere/AUX/Number=Sing|Person=3|VerbForm=Fin"),
		    "<3s>! l' ha");
	assert_span(with_subjects("La/il/DET dà/dare/VERB/Number=Sing|Person=3|VerbForm=Fin"),
		    "la dà"); /* an article */
	assert_span(with_subjects("Non/non/ADV"), "non");
}

static void
test_subjects_in_quotes(void **state)
{
	struct source s;

	(void)state;
	assert_span(with_subjects(HAS
				  " " SAID " :/:/PUNCT «/«/PUNCT "
				  "Andrò/andare/VERB/Number=Sing|Person=1|VerbForm=Fin »/»/PUNCT"),
		    "<3s>! ha detto : \" <1s>! andrò \"");
	source_make(&arena, tagged(HAS), &s);
	source_add_subjects(&arena, &kinds, &s);
	assert_int_equal(s.words.v[0].nrows, 0);
	assert_int_equal(s.words.v[1].nrows, 1);
}

#define WIN "vince/vincere/VERB/Number=Sing|Person=3|VerbForm=Fin"
#define GO "andiamo/andare/VERB/Number=Plur|Person=1|VerbForm=Fin"
#define PRIZE "il/il/DET premio/premio/NOUN"

/* "Ieri a Roma vince", "Ma vince", "dove vince", "Dopo, andiamo" */
static void
test_places(void **state)
{
	(void)state;
	assert_span(with_subjects("ieri/ieri/ADV a/a/ADP Roma/Roma/PROPN " WIN),
		    "ieri a Roma <3s>! vince");
	assert_span(with_subjects("ma/ma/CCONJ " WIN), "ma <3s>! vince");
	assert_span(with_subjects("Nora/Nora/PROPN ride/ridere/VERB dove/dove/ADV " WIN),
		    "Nora ride dove <3s>! vince");
	assert_span(with_subjects("Nora/Nora/PROPN ,/,/PUNCT ieri/ieri/ADV ,/,/PUNCT " WIN),
		    "Nora , ieri , vince");
	assert_span(with_subjects("dopo/dopo/ADP cena/cena/NOUN ,/,/PUNCT " GO),
		    "dopo cena , <1p>! andiamo");
	assert_span(with_subjects("Nora/Nora/PROPN \"/\"/PUNCT " WIN), "Nora \" vince");
}

static void
test_needed(void **state)
{
	(void)state;
	assert_span(with_subjects(WIN " " PRIZE), "<3s>! vince il premio");
	assert_span(with_subjects("non/non/ADV " WIN " " PRIZE), "<3s>! non vince il premio");
	/* it may follow */
	assert_span(with_subjects("lo/lo/PRON " WIN " " PRIZE), "<3s> lo vince il premio");
	assert_span(with_subjects("manca/mancare/VERB/Number=Sing|Person=3|VerbForm=Fin " PRIZE),
		    "<3s> manca il premio");
	assert_span(with_subjects(HAS " " SAID " Nora/Nora/PROPN"), "<3s> ha detto Nora");
	assert_span(with_subjects(HAS " " SAID " a/a/ADP Roma/Roma/PROPN Nora/Nora/PROPN"),
		    "<3s> ha detto a Roma Nora");
	assert_span(with_subjects(HAS " " SAID " a/a/ADP Roma/Roma/PROPN"),
		    "<3s>! ha detto a Roma");
	assert_span(with_subjects(HAS " " SAID " ai>a/a/ADP+i/il/DET cronisti/cronista/NOUN "
				      "il/il/DET sindaco/sindaco/NOUN"),
		    "<3s> ha detto ai cronisti il sindaco");
	assert_span(with_subjects("è/essere/AUX/Number=Sing|Person=3|VerbForm=Fin già/già/ADV "
				  "arrivato/arrivare/VERB/VerbForm=Part " PRIZE),
		    "<3s> è già arrivato il premio");
	assert_span(with_subjects(HAS " " SAID " ai>a/a/ADP+i/il/DET cronisti/cronista/NOUN "
				      "Nora/Nora/PROPN"),
		    "<3s> ha detto ai cronisti Nora");
	assert_span(with_subjects("come/come/SCONJ " WIN " " PRIZE), "come <3s> vince il premio");
	assert_span(with_subjects("come/come/SCONJ " WIN), "come <3s>! vince");
	assert_span(with_subjects("Nora/Nora/PROPN -/-/PUNCT attrice/attrice/NOUN -/-/PUNCT " WIN),
		    "Nora - attrice - <3s> vince");
	assert_span(with_subjects("manca/mancare/VERB/Number=Sing|Person=3|VerbForm=Fin a/a/ADP "
				  "tavola/tavola/NOUN " PRIZE),
		    "<3s> manca a tavola il premio");
	assert_span(with_subjects("resta/restare/VERB/Number=Sing|Person=3|VerbForm=Fin "
				  "valido/valido/ADJ " PRIZE),
		    "<3s> resta valido il premio");
	/* nobody in particular, or who is spoken to */
	assert_span(with_subjects("si/si/PRON " WIN), "<3s> si vince");
	assert_span(with_subjects("vinci/vincere/VERB/Number=Sing|Person=2|VerbForm=Fin"),
		    "<2s> vinci");
	assert_span(with_subjects("vinca/vincere/VERB/Mood=Imp|Number=Sing|Person=3|VerbForm=Fin"),
		    "<3s> vinca");
}

static int
setup(void **state)
{
	(void)state;
	kinds = table_of("arrivare\talone\ndire\tsay\nmancare\talone\nrestare\tpredicate\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_subjects_of_clauses),
		cmocka_unit_test(test_subjects_behind_openings),
		cmocka_unit_test(test_subjects_behind_clitics),
		cmocka_unit_test(test_subjects_in_quotes),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_needed),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
