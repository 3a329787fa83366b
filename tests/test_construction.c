#include "construction.h"

#include "models.h"

static struct english english;
static struct table quantities, kinds, lexicon;
static const struct construction_models models = { &english, &quantities, &kinds, &lexicon };

/* What is found, as "at+n english". */
static struct span
found_in(const char *words)
{
	struct source source;
	struct construction c;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	for (size_t i = 0; i < source.words.n; i++)
		if (construction_find(&models, &arena, &source, i, &c))
			buf_printf(&out, "%s%zu+%zu %.*s", out.n > 0 ? "; " : "", i, c.n,
				   (int)c.english.n, c.english.s);
	return buf_span(&out);
}

#define PART "/VERB/VerbForm=Part"

static void
test_both(void **state)
{
	(void)state;
	assert_span(found_in("sia/sia/CCONJ nei/in/ADP borghi/borgo/NOUN sia/sia/CCONJ "
			     "nelle/in/ADP valli/valle/NOUN"),
		    "0+1 both; 3+1 and");
	assert_span(found_in("che/che/SCONJ sia/essere/AUX in/in/ADP casa/casa/NOUN"), "");
	assert_span(found_in("sia/essere/AUX in/in/ADP casa/casa/NOUN ;/;/PUNCT sia/essere/AUX "
			     "in/in/ADP casa/casa/NOUN"),
		    "");
	assert_span(found_in("sia/essere/AUX detto/dire" PART " e/e/CCONJ sia/essere/AUX "
			     "fatto/fare" PART),
		    "");
}

static void
test_both_che(void **state)
{
	(void)state;
	assert_span(found_in("sia/sia/CCONJ il/il/DET borgo/borgo/NOUN che/che/CCONJ "
			     "la/il/DET valle/valle/NOUN"),
		    "0+1 both; 3+1 and");
	assert_span(found_in("che/che/SCONJ sia/essere/AUX il/il/DET borgo/borgo/NOUN "
			     "che/che/PRON il/il/DET re/re/NOUN"),
		    "");
	assert_span(found_in("sia/sia/CCONJ il/il/DET borgo/borgo/NOUN visto/vedere" PART
			     " che/che/SCONJ la/il/DET valle/valle/NOUN"),
		    "");
}

static void
test_example(void **state)
{
	(void)state;
	assert_span(found_in("borghi/borgo/NOUN come/come/ADP Vallefonda/Vallefonda/PROPN"),
		    "1+1 such as|like");
	assert_span(found_in("come/come/ADP Vallefonda/Vallefonda/PROPN"), "");
	assert_span(found_in("parla/parlare/VERB come/come/ADP Vallefonda/Vallefonda/PROPN"), "");
}

static void
test_age(void **state)
{
	(void)state;
	assert_span(found_in("Bruni/Bruni/PROPN ,/,/PUNCT 34/34/NUM anni/anno/NOUN ,/,/PUNCT"),
		    "2+2 34");
	assert_span(found_in("Bruni/Bruni/PROPN ,/,/PUNCT 34/34/NUM anni/anno/NOUN fa/fa/ADV"), "");
	assert_span(found_in("Bruni/Bruni/PROPN ,/,/PUNCT 150/150/NUM anni/anno/NOUN ,/,/PUNCT"),
		    "");
	assert_span(found_in("34/34/NUM anni/anno/NOUN ,/,/PUNCT"), "");
}

static void
test_aged(void **state)
{
	(void)state;
	assert_span(found_in("donna/donna/NOUN minuta/minuto/ADJ di/di/ADP 34/34/NUM "
			     "anni/anno/NOUN"),
		    "2+3 aged 34");
	assert_span(found_in("tunisino/tunisino/NOUN di/di/ADP 34/34/NUM anni/anno/NOUN"),
		    "1+3 aged 34");
	assert_span(found_in("pena/pena/NOUN di/di/ADP 34/34/NUM anni/anno/NOUN"), "");
}

/* What is found behind a sign for a subject. */
static struct span
found_behind_sign(const char *words)
{
	struct source source;
	struct construction c;
	struct buf out = { .arena = &arena };

	source_make(&arena, tagged(words), &source);
	source.words.v[0].nrows = 0;
	for (size_t i = 0; i < source.words.n; i++)
		if (construction_find(&models, &arena, &source, i, &c))
			buf_printf(&out, "%s%zu+%zu %.*s", out.n > 0 ? "; " : "", i, c.n,
				   (int)c.english.n, c.english.s);
	return buf_span(&out);
}

#define SIGN "<3s>/essere/AUX "
#define WAS "è/essere/AUX/Person=3|Tense=Pres stato/essere/AUX/VerbForm=Part "
#define WHO_SAYS " a/a/ADP dire/dire/VERB/VerbForm=Inf/Gloss=say"

static void
test_doer(void **state)
{
	(void)state;
	assert_span(found_behind_sign(SIGN WAS "il/il/DET figlio/figlio/NOUN di/di/ADP "
					       "Bruni/Bruni/PROPN" WHO_SAYS),
		    "0+3 it was; 7+2 who said");
	assert_span(found_behind_sign(SIGN "era/essere/AUX/Person=3|Tense=Imp "
					   "Bruni/Bruni/PROPN" WHO_SAYS),
		    "0+2 it was; 3+2 who said");
	assert_span(found_behind_sign(SIGN "è/essere/AUX/Number=Sing|Person=3|Tense=Pres|"
					   "VerbForm=Fin Bruni/Bruni/PROPN" WHO_SAYS),
		    "0+2 it is; 3+2 who says");
	assert_span(found_behind_sign(SIGN WAS "Bruni/Bruni/PROPN"), "");
	assert_span(found_behind_sign(SIGN WAS "Bruni/Bruni/PROPN va/andare/VERB" WHO_SAYS), "");
	assert_span(found_behind_sign(SIGN WAS "pronto/pronto/ADJ" WHO_SAYS), "");
}

static void
test_years(void **state)
{
	(void)state;
	assert_span(found_in("ha/avere/VERB/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin "
			     "4/4/NUM anni/anno/NOUN"),
		    "0+3 is 4");
	assert_span(found_in("ha/avere/VERB/Number=Sing|Person=3 4/4/NUM anni/anno/NOUN di/di/ADP"),
		    "");
	assert_span(found_in("ha/avere/VERB/Number=Sing|Person=3 4/4/NUM cani/cane/NOUN"), "");
}

static void
test_since(void **state)
{
	(void)state;
	assert_span(found_in("è/essere/AUX/Tense=Pres qui/qui/ADV da/da/ADP tre/tre/NUM "
			     "giorni/giorno/NOUN"),
		    "2+1 for");
	assert_span(found_in("qui/qui/ADV da/da/ADP tre/tre/NUM giorni/giorno/NOUN"), "");
	assert_span(found_in("è/essere/AUX/Tense=Pres da/da/ADP tre/tre/NUM case/casa/NOUN"), "");
}

static void
test_takes(void **state)
{
	(void)state;
	assert_span(found_behind_sign("<3p>/x/VERB ci/ci/PRON sono/essere/VERB voluti/x/VERB "
				      "giorni/giorno/NOUN"),
		    "0+4 it took");
	assert_span(found_behind_sign("<3p>/x/VERB ci/ci/PRON vorranno/x/VERB/Tense=Fut "
				      "mesi/mese/NOUN"),
		    "0+3 it will take");
	assert_span(found_behind_sign("<3s>/x/VERB ci/ci/PRON vuole/volere/AUX "
				      "parlare/parlare/VERB"),
		    "");
	assert_span(found_behind_sign("<3s>/x/VERB ci/ci/PRON vuole/volere/VERB/Tense=Pres"),
		    "0+3 it takes");
	assert_span(found_behind_sign("<3s>/x/VERB ci/ci/PRON"), "");
}

#define WOULD_HAVE "avrebbe/avere/AUX/Mood=Cnd|Number=Sing|Person=3 "
#define WOULD_BE "sarebbero/essere/AUX/Mood=Cnd|Number=Plur|Person=3 "

static void
test_hearsay(void **state)
{
	(void)state;
	assert_span(found_in(WOULD_HAVE "perso/perdere" PART), "0+1 has reportedly");
	assert_span(found_in(WOULD_BE "stati/essere/AUX visti/vedere" PART), "0+2 were reportedly");
	assert_span(found_in(WOULD_BE "caduti/cadere" PART), "0+1 have reportedly");
	assert_span(found_in(WOULD_BE "visti/vedere" PART), "");
	assert_span(found_in("sa/sapere/VERB che/che/SCONJ " WOULD_HAVE "perso/perdere" PART), "");
	assert_span(found_in(WOULD_HAVE "perso/perdere" PART " se/se/SCONJ"), "");
	assert_span(found_in(WOULD_HAVE "dovuto/dovere/AUX/VerbForm=Part"), "");
}

static void
test_former(void **state)
{
	(void)state;
	assert_span(found_in("due/due/NUM ex/ex/NOUN dipendenti/dipendente/ADJ"), "1+1 former");
	assert_span(found_in("ex/ex/ADJ Fonderie/fonderia/PROPN"), "0+1 former");
	assert_span(found_in("la/il/DET sua/suo/DET ex/ex/NOUN era/essere/VERB"), "2+1 ex");
}

static void
test_many(void **state)
{
	(void)state;
	assert_span(found_in("ben/bene/ADV tre/tre/NUM ponti/ponte/NOUN"), "0+1 as many as");
	assert_span(found_in("ben/bene/ADV visto/vedere" PART), "");
}

static void
test_cleft(void **state)
{
	(void)state;
	assert_span(found_in("a/a/ADP dire/dire/VERB/VerbForm=Inf/Gloss=say tutto/tutto/PRON "
			     "è/essere/AUX/VerbForm=Fin stato/essere/AUX Bruni/Bruni/PROPN"),
		    "0+2 saying");
	assert_span(found_in("a/a/ADP dire/dire/VERB/VerbForm=Inf/Gloss=say tutto/tutto/PRON "
			     "è/essere/AUX/VerbForm=Fin bello/bello/ADJ"),
		    "");
	assert_span(found_in("va/andare/VERB a/a/ADP dire/dire/VERB/VerbForm=Inf/Gloss=say "
			     "è/essere/AUX/VerbForm=Fin Bruni/Bruni/PROPN"),
		    "");
}

static void
test_saying(void **state)
{
	(void)state;
	assert_span(found_in("»/»/PUNCT ,/,/PUNCT ha/avere/AUX dichiarato/dichiarare" PART
			     " Bruni/Bruni/PROPN"),
		    "2+2 said");
	assert_span(found_in("»/»/PUNCT dice/dire/VERB/VerbForm=Fin|Number=Sing|Person=3 "
			     "il/il/DET sindaco/sindaco/NOUN"),
		    "1+1 says");
	assert_span(found_in("»/»/PUNCT ha/avere/AUX detto/dire" PART
			     " ai>a/a/ADP+i/il/DET cronisti/cronista/NOUN Bruni/Bruni/PROPN"),
		    "1+2 said; 3+1 to the");
	/* or what was said follows */
	assert_span(found_in("hanno/avere/AUX sostenuto/sostenere" PART " che/che/SCONJ"),
		    "0+2 said");
	assert_span(found_in("ha/avere/AUX detto/dire" PART " che/che/SCONJ"), "0+2 said");
	assert_span(found_in("ha/avere/AUX dichiarato/dichiarare" PART " :/:/PUNCT"), "0+2 said");
	assert_span(found_in("ha/avere/AUX affermato/affermare" PART " ieri/ieri/ADV"), "0+2 said");
	assert_span(found_in("ha/avere/AUX sostenuto/sostenere" PART " Bruni/Bruni/PROPN"), "");
	/* nobody is named, nothing is quoted, or no English is known */
	assert_span(found_in(",/,/PUNCT ha/avere/AUX detto/dire" PART " Bruni/Bruni/PROPN"), "");
	assert_span(found_in("»/»/PUNCT ha/avere/AUX tuonato/tuonare" PART " Bruni/Bruni/PROPN"),
		    "");
}

#define HAS "ha/avere/AUX/Number=Sing|Person=3|VerbForm=Fin"
#define TO_REPORTERS " ai>a/a/ADP+i/il/DET cronisti/cronista/NOUN"

/* "told" has its hearer beside it. */
static void
test_speaker_left_out(void **state)
{
	(void)state;
	assert_span(
	    found_in("»/»/PUNCT ,/,/PUNCT " HAS " detto/dire" PART " ieri/ieri/ADV ././PUNCT"),
	    "2+2 he said");
	assert_span(found_in("»/»/PUNCT " HAS " detto/dire" PART TO_REPORTERS " ././PUNCT"),
		    "1+3 he told the; 3+1 to the");
	assert_span(found_in("»/»/PUNCT hanno/avere/AUX/Number=Plur|Person=3 riferito/riferire" PART
			     " ././PUNCT"),
		    "1+2 they said");
	assert_span(
	    found_in("»/»/PUNCT ho/avere/AUX/Number=Sing|Person=1 detto/dire" PART " ././PUNCT"),
	    "");
	assert_span(found_in("»/»/PUNCT " HAS " detto/dire" PART TO_REPORTERS
			     " il/il/DET re/re/NOUN ././PUNCT"),
		    "1+2 said; 3+1 to the");
	assert_span(found_in("»/»/PUNCT va/andare/VERB" TO_REPORTERS), "");
}

#define EXPECTS "/prevedere/VERB/Number=Sing|Person=3|VerbForm=Fin/Gloss=expect"

static void
test_impersonal(void **state)
{
	(void)state;
	assert_span(found_in("Si/si/PRON prevede" EXPECTS " che/che/SCONJ"), "0+2 it is expected");
	assert_span(found_in("si/si/PRON prevedeva/prevedere/VERB/Number=Sing|Person=3|Tense=Imp|"
			     "VerbForm=Fin/Gloss=expect che/che/SCONJ"),
		    "0+2 it was expected");
	assert_span(found_in("si/si/PRON prevede" EXPECTS " oggi/oggi/ADV"), "");
	assert_span(found_in("si/si/PRON prevede/prevedere/VERB/Number=Sing|Person=3|VerbForm=Fin "
			     "che/che/SCONJ"),
		    ""); /* no English */
	assert_span(found_in("si/si/PRON"), "");
}

static void
test_passive(void **state)
{
	struct source source;
	struct construction c;

	(void)state;
	source_make(&arena,
		    tagged("si/si/PRON attendono/attendere/VERB/Number=Plur|Person=3|VerbForm=Fin/"
			   "Gloss=expect"),
		    &source);
	assert_false(construction_find(&models, &arena, &source, 0, &c));
	source.words.v[0].passive = true;
	assert_true(construction_find(&models, &arena, &source, 0, &c));
	assert_int_equal(c.n, 2);
	assert_span(c.english, "are expected");
	source_make(&arena,
		    tagged("non/non/ADV si/si/PRON attendono/attendere/VERB/Number=Plur|Person=3|"
			   "VerbForm=Fin/Gloss=expect"),
		    &source);
	source.words.v[1].passive = true;
	assert_true(construction_find(&models, &arena, &source, 0, &c));
	assert_int_equal(c.n, 3);
	assert_span(c.english, "are not expected");
}

static void
test_street(void **state)
{
	(void)state;
	assert_span(found_in("in/in/ADP via/via/NOUN dei>di/di/ADP+i/il/DET Mulini/mulino/NOUN"),
		    "0+4 in via dei Mulini; 1+3 via dei Mulini");
	assert_span(found_in("corso/corso/NOUN Bruni/Bruni/PROPN"), "0+2 corso Bruni");
	assert_span(found_in("corso/corso/NOUN del>di/di/ADP+il/il/DET XX/XX/NUM"), "");
	assert_span(found_in("per/per/ADP via/via/NOUN della>di/di/ADP+la/il/DET Pioggia/x/NOUN"),
		    "");
	assert_span(found_in("via/via/NOUN di/di/ADP Bruni/Bruni/PROPN"), "");
	assert_span(found_in("via/via/ADV"), "");
}

#define CLOCK(verb, tense) verb "/essere/AUX/Tense=" tense " le/il/DET "

static void
test_clock(void **state)
{
	struct source source;
	struct construction c;

	(void)state;
	source_make(&arena, tagged("<3p>/essere/AUX " CLOCK("erano", "Imp") "2.40/2.40/NUM"),
		    &source);
	assert_false(construction_find(&models, &arena, &source, 0, &c));
	source.words.v[0].nrows = 0; /* a sign */
	assert_true(construction_find(&models, &arena, &source, 0, &c));
	assert_int_equal(c.n, 3);
	assert_span(c.english, "it was");
	source_make(&arena, tagged("<3p>/essere/AUX " CLOCK("sono", "Pres") "18/18/NUM"), &source);
	source.words.v[0].nrows = 0;
	assert_true(construction_find(&models, &arena, &source, 0, &c));
	assert_span(c.english, "it is");
	source_make(&arena,
		    tagged("<3s>/essere/AUX è/essere/AUX/Tense=Pres l'/il/DET 1.30/1.30/NUM"),
		    &source);
	source.words.v[0].nrows = 0;
	assert_true(construction_find(&models, &arena, &source, 0, &c));
	assert_span(c.english, "it is");
	source_make(&arena, tagged("<3p>/essere/AUX " CLOCK("sono", "Pres") "leggi/legge/NOUN"),
		    &source);
	source.words.v[0].nrows = 0;
	assert_false(construction_find(&models, &arena, &source, 0, &c));
	source.words.n = 1;
	assert_false(construction_find(&models, &arena, &source, 0, &c));
}

static int
setup(void **state)
{
	(void)state;
	quantities = real_table("quantities");
	kinds = table_of(
	    "affermare\tsaid\ncadere\tessere\ncronista\tperson\ndichiarare\tsaid\ndire\tsaid\n"
	    "donna\tperson\nriferire\tsaid\nsostenere\tsaid\n");
	lexicon = table_of("tunisino\tNOUN\tTunisian\n");
	english.verbs = table_of("say\tsaid\tsaid\ntell\ttold\ttold\n");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both),
		cmocka_unit_test(test_both_che),
		cmocka_unit_test(test_aged),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_former),
		cmocka_unit_test(test_takes),
		cmocka_unit_test(test_since),
		cmocka_unit_test(test_hearsay),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_doer),
		cmocka_unit_test(test_cleft),
		cmocka_unit_test(test_example),
		cmocka_unit_test(test_age),
		cmocka_unit_test(test_saying),
		cmocka_unit_test(test_street),
		cmocka_unit_test(test_impersonal),
		cmocka_unit_test(test_passive),
		cmocka_unit_test(test_clock),
		cmocka_unit_test(test_speaker_left_out),
	};

	return cmocka_run_group_tests(tests, setup, free_arena);
}
