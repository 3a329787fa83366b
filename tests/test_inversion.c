#include "inversion.h"

#include "models.h"

static struct table lexicon, kinds;

/* The words as they are read, "~" behind a "si" of the passive. */
static struct span
read_as(const char *words)
{
	struct source source;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	source_invert(&arena, &lexicon, &kinds, &source);
	for (size_t i = 0; i < source.words.n; i++)
		buf_printf(&out, "%s%.*s%s", i > 0 ? " " : "", (int)source.words.v[i].form.n,
			   source.words.v[i].form.s, source.words.v[i].passive ? "~" : "");
	return buf_span(&out);
}

#define FIN "/Number=Sing|Person=3|VerbForm=Fin"
#define FINS "/Number=Plur|Person=3|VerbForm=Fin"
#define PART "/Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part"
#define LAW "la/il/DET legge/legge/NOUN/Gender=Fem|Number=Sing"
#define PASSED "è/essere/AUX" FIN " stata/essere/AUX" PART " approvata/approvare/VERB" PART

static void
test_passive(void **state)
{
	(void)state;
	assert_span(read_as(PASSED " " LAW " ieri/ieri/ADV"), "la legge è stata approvata ieri");
	assert_span(read_as(PASSED " " LAW " sul>su/su/ADP+l/il/DET clima/clima/NOUN di/di/ADP "
				   "Malta/Malta/PROPN ././PUNCT"),
		    "la legge sul clima di Malta è stata approvata .");
	assert_span(read_as("sono/essere/AUX" FINS " possibili/possibile/ADJ/Number=Plur "
			    "temporali/temporale/NOUN/Number=Plur"),
		    "temporali sono possibili");
	assert_span(read_as("verrà/venire/AUX" FIN " aperta/aprire/VERB" PART " " LAW),
		    "la legge verrà aperta");
	assert_span(read_as("sono/essere/AUX" FINS " stati/essere/AUX/VerbForm=Part "
			    "visti/vedere/VERB/VerbForm=Part circa/circa/ADV 40/40/NUM "
			    "casi/caso/NOUN/Number=Plur"),
		    "circa 40 casi sono stati visti");
}

static void
test_places(void **state)
{
	(void)state;
	assert_span(read_as("ieri/ieri/ADV a/a/ADP Roma/Roma/PROPN ,/,/PUNCT " PASSED " " LAW),
		    "ieri a Roma , la legge è stata approvata");
	assert_span(read_as("nel>in/in/ADP+l/il/DET pomeriggio/pomeriggio/NOUN di/di/ADP "
			    "ieri/ieri/ADV " PASSED " " LAW),
		    "nel pomeriggio di ieri la legge è stata approvata");
	assert_span(read_as("ieri/ieri/ADV mattina/mattina/NOUN " PASSED " " LAW),
		    "ieri mattina la legge è stata approvata");
	assert_span(read_as("nel>in/in/ADP+l/il/DET 2024/2024/NUM " PASSED " " LAW),
		    "nel 2024 la legge è stata approvata");
	assert_span(read_as("dice/dire/VERB" FIN " che/che/SCONJ " PASSED " " LAW),
		    "dice che la legge è stata approvata");
	assert_span(read_as("Nora/Nora/PROPN " PASSED " " LAW), "Nora è stata approvata la legge");
	assert_span(read_as(PASSED " " LAW " ?/?/PUNCT"), "è stata approvata la legge ?");
}

static void
test_predicates(void **state)
{
	(void)state;
	assert_span(read_as("è/essere/AUX" FIN " nominata/nominare/VERB" PART " " LAW),
		    "è nominata la legge");
	assert_span(read_as(PASSED " legge/legge/NOUN/Gender=Fem|Number=Sing"),
		    "è stata approvata legge");
	assert_span(
	    read_as("è/essere/AUX" FIN " approvato/approvare/VERB/Gender=Masc|VerbForm=Part " LAW),
	    "è approvato la legge");
	assert_span(read_as("sono/essere/AUX" FINS " approvata/approvare/VERB" PART " " LAW),
		    "sono approvata la legge");
	assert_span(read_as(PASSED), "è stata approvata");
	assert_span(read_as("è/essere/AUX" FIN), "è");
	assert_span(read_as(""), "");
}

/* English denies once. */
static void
test_nobody(void **state)
{
	(void)state;
	assert_span(
	    read_as("non/non/ADV " PASSED " nessuna/nessuno/DET legge/legge/NOUN/Number=Sing"),
	    "nessuna legge è stata approvata");
	assert_span(
	    read_as("non/non/ADV " PASSED " alcuna/alcuno/DET legge/legge/NOUN/Number=Sing"),
	    "nessuna legge è stata approvata");
	assert_span(read_as("non/non/ADV " PASSED " " LAW), "la legge non è stata approvata");
}

static void
test_si(void **state)
{
	(void)state;
	assert_span(read_as("si/si/PRON vende/vendere/VERB" FIN " " LAW), "la legge si~ vende");
	/* "incontrarsi" is a verb of its own, and so is "si è incontrata" */
	assert_span(read_as("si/si/PRON incontra/incontrare/VERB" FIN " " LAW),
		    "si incontra la legge");
	assert_span(read_as("si/si/PRON perde/perdere/VERB" FIN " " LAW), "la legge si~ perde");
	assert_span(read_as("si/si/PRON ha/avere/VERB" FIN " " LAW), "si ha la legge");
	assert_span(read_as("si/si/PRON vende/vendere/VERB" FIN), "si vende");
}

static void
test_intransitive(void **state)
{
	(void)state;
	assert_span(read_as("arriva/arrivare/VERB" FIN " " LAW), "la legge arriva");
	assert_span(read_as("vota/votare/VERB" FIN " " LAW), "vota la legge");
	assert_span(read_as("non/non/ADV arriva/arrivare/VERB" FIN " " LAW), "la legge non arriva");
}

#define CASES "i/il/DET casi/caso/NOUN/Gender=Masc|Number=Plur"

static void
test_predicate_verbs(void **state)
{
	(void)state;
	assert_span(read_as("restano/restare/VERB" FINS " gravi/grave/ADJ/Number=Plur " CASES),
		    "i casi restano gravi");
	assert_span(read_as("votano/votare/VERB" FINS " gravi/grave/ADJ/Number=Plur " CASES),
		    "votano gravi i casi");
}

static void
test_saying(void **state)
{
	(void)state;
	assert_span(read_as("come/come/SCONJ ha/avere/AUX" FIN
			    " spiegato/spiegare/VERB/Gender=Masc|VerbForm=Part " LAW),
		    "come la legge ha spiegato");
	assert_span(read_as("come/come/SCONJ spiega/spiegare/VERB" FIN " " LAW),
		    "come la legge spiega");
	assert_span(read_as("dove/dove/ADV spiega/spiegare/VERB" FIN " " LAW),
		    "dove spiega la legge");
}

static void
test_active(void **state)
{
	(void)state;
	assert_span(
	    read_as("ha/avere/AUX" FIN " taciuto/tacere/VERB/Gender=Masc|VerbForm=Part " LAW),
	    "la legge ha taciuto");
}

#define HURT "feriti/ferire/VERB/Gender=Masc|Number=Plur|VerbForm=Part "

static void
test_rest(void **state)
{
	(void)state;
	assert_span(read_as("sono/essere/AUX" FINS
			    " restati/restare/VERB/Gender=Masc|Number=Plur|VerbForm=Part " HURT
			    "i/il/DET casi/caso/NOUN/Gender=Masc|Number=Plur"),
		    "i casi sono restati feriti");
}

static void
test_headline(void **state)
{
	(void)state;
	assert_span(read_as(HURT "ieri/ieri/ADV i/il/DET casi/caso/NOUN/Number=Plur ././PUNCT"),
		    "i casi feriti ieri .");
	assert_span(read_as(HURT "i/il/DET casi/caso/NOUN/Number=Plur va/andare/VERB" FIN),
		    "feriti i casi va");
	assert_span(read_as(HURT "l'/il/DET uno/uno/NOUN/Number=Sing"), "feriti l' uno");
	assert_span(read_as(HURT "ieri/ieri/ADV"), "feriti ieri");
}

#define HERE " in/in/ADP aula/aula/NOUN/Number=Sing "

/* The subject stands at the end, behind a place. */
static void
test_located(void **state)
{
	(void)state;
	assert_span(
	    read_as("sono/essere/AUX" FINS HERE CASES " di/di/ADP Roma/Roma/PROPN ././PUNCT"),
	    "i casi di Roma sono in aula .");
	assert_span(read_as("sono/essere/AUX" FINS " ancora/ancora/ADV" HERE CASES " ././PUNCT"),
		    "i casi sono ancora in aula .");
	assert_span(read_as("arrivano/arrivare/VERB" FINS HERE CASES " ././PUNCT"),
		    "i casi arrivano in aula .");
	assert_span(read_as("sono/essere/AUX" FINS " visti/vedere/VERB/VerbForm=Part" HERE CASES
			    " ././PUNCT"),
		    "i casi sono visti in aula .");
	assert_span(read_as("votano/votare/VERB" FINS HERE CASES " ././PUNCT"),
		    "votano in aula i casi .");
	assert_span(read_as("sono/essere/AUX" FINS HERE CASES " e/e/CCONJ"),
		    "sono in aula i casi e");
	assert_span(
	    read_as("sono/essere/AUX" FINS HERE "casi/caso/NOUN/Gender=Masc|Number=Plur ././PUNCT"),
	    "sono in aula casi .");
}

#define ENDED "sono/essere/AUX" FINS " finiti/finire/VERB/Gender=Masc|Number=Plur|VerbForm=Part "

/* "In aula sono finiti i casi": where they ended up goes behind. */
static void
test_goal(void **state)
{
	(void)state;
	assert_span(read_as("in/in/ADP aula/aula/NOUN " ENDED CASES " ieri/ieri/ADV"),
		    "i casi sono finiti in aula ieri");
	assert_span(read_as("in/in/ADP aula/aula/NOUN non/non/ADV " ENDED
			    "nessuno/nessuno/DET casi/caso/NOUN/Gender=Masc|Number=Plur"),
		    "nessuno casi sono finiti in aula");
	assert_span(read_as("in/in/ADP aula/aula/NOUN non/non/ADV " ENDED
			    "alcuni/alcuno/DET/Number=Plur casi/caso/NOUN/Number=Plur"),
		    "alcuni casi non sono finiti in aula");
	assert_span(read_as("in/in/ADP aula/aula/NOUN ,/,/PUNCT " ENDED CASES),
		    "in aula , i casi sono finiti");
	assert_span(read_as("ieri/ieri/ADV " ENDED "anche/anche/ADV " CASES),
		    "ieri anche i casi sono finiti");
}

#define HAS "ha/avere/AUX" FIN
#define JUDGE "il/il/DET giudice/giudice/NOUN/Gender=Masc|Number=Sing"

static void
test_object(void **state)
{
	(void)state;
	assert_span(read_as("lo/lo/PRON " HAS " deciso/decidere/VERB" PART " " JUDGE),
		    "il giudice lo ha deciso");
	assert_span(read_as("l'/lo/PRON " HAS " già/già/ADV decisa/decidere/VERB" PART
			    " ieri/ieri/ADV " JUDGE),
		    "il giudice l' ha già decisa ieri");
	assert_span(read_as("lo/lo/PRON decide/decidere/VERB" FIN " " JUDGE),
		    "il giudice lo decide");
	assert_span(read_as("lo/lo/PRON decide/decidere/VERB" FIN " l'/il/DET anno/anno/NOUN"),
		    "lo decide l' anno");
	assert_span(read_as("lo/lo/PRON nomina/nominare/VERB" FIN " " JUDGE),
		    "lo nomina il giudice");
	assert_span(read_as("la/il/DET nomina/nomina/NOUN " JUDGE), "la nomina il giudice");
	assert_span(read_as("lo/lo/PRON " HAS), "lo ha");
}

static int
setup(void **state)
{
	(void)state;
	lexicon = table_of("incontrarsi\tVERB\tmeet\nperdersi\tVERB\tget lost\n");
	kinds = table_of("anno\ttime\narrivare\talone\nfinire\tgoal\nnominare\tpredicate\n"
			 "perdere\tpassive\nrestare\tpredicate\nspiegare\tsay\ntacere\talone\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_passive),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_predicates),
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_si),
		cmocka_unit_test(test_intransitive),
		cmocka_unit_test(test_predicate_verbs),
		cmocka_unit_test(test_located),
		cmocka_unit_test(test_saying),
		cmocka_unit_test(test_active),
		cmocka_unit_test(test_rest),
		cmocka_unit_test(test_headline),
		cmocka_unit_test(test_goal),
		cmocka_unit_test(test_object),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
